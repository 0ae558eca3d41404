// A scenario with nothing in it: where a new story begins.

/** The clock of a new scenario starts at this instant, so that the same story always gives the same report. */
const START = '2026-01-15T09:00:00Z';

export const emptyScenario = (): string => `{
  "format": "sts-playground/1",
  "title": "",
  "now": "${START}",
  "accounts": {},
  "steps": []
}
`;
