// The timeline's facts as rows of texts, and these as Markdown.

import type { Decision, Report, Session } from '../engine/report';
import type { Messages } from '../i18n/en';
import { callerName, durationText, instantText, secondsBetween, shortArn } from '../text/names';
import { flatSteps, lifeOf, type PathStep } from './story';
import { instantOf, stateText, tagsText } from './words';

export interface Cell {
  text: string;
  /** Set where the cell shows a decision. */
  decision?: Decision;
}

export interface Table {
  caption: string;
  heads: string[];
  rows: Cell[][];
}

const at = (instant: string | null | undefined, t: Messages): string => (instant ? instantText(instant) : t.timeline.none);

export function callTable(report: Report, t: Messages): Table {
  const { timeline: words } = t;
  return {
    caption: words.calls,
    heads: [words.at, words.step, words.caller, words.call_, words.decision],
    rows: flatSteps(report.steps).map(({ step }: PathStep) => [
      { text: instantText(step.at) },
      { text: step.id },
      { text: callerName(step.caller, t.steps.nobody) },
      { text: step.call },
      { text: t.decision[step.decision] + (step.error ? ` (${step.error.code})` : ''), decision: step.decision },
    ]),
  };
}

/** With a column for the sessions' states where there is a cursor. */
export function sessionTable(report: Report, cursor: number | null, t: Messages): Table {
  const { timeline: words } = t;
  const row = (session: Session): Cell[] => {
    const life = lifeOf(session);
    const state = cursor === null ? [] : [life ? stateText(life, cursor, t) : words.none];
    return [
      session.id,
      shortArn(session.arn),
      ...state,
      at(session.issuedAt, t),
      at(session.expiresAt, t),
      durationText(secondsBetween(session.issuedAt, session.expiresAt)),
      session.requestedSeconds === null ? words.none : durationText(session.requestedSeconds),
      session.issuedBy,
      session.chainedFrom ?? words.none,
      at(session.mfaAuthenticatedAt, t),
      at(session.revokedAt, t),
      tagsText(session) || words.none,
      session.sourceIdentity ?? words.none,
    ].map((text) => ({ text }));
  };
  const state = cursor === null ? [] : [`${words.stateNow} (${instantOf(cursor)})`];
  return {
    caption: words.sessions,
    heads: [
      words.session, 'ARN', ...state, words.from, words.until, words.lifetime, words.asked, words.issuedBy, words.chained,
      words.mfa, words.revoked, words.tags, words.sourceIdentity,
    ],
    rows: report.sessions.map(row),
  };
}

/** A text as it shall be read, wherever Markdown would see a sign. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&#]/g, '\\$&');

export function markdownOf(tables: readonly Table[]): string {
  const line = (texts: readonly string[]): string => `| ${texts.map(plain).join(' | ')} |`;
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ caption, heads, rows }) => [
      `**${plain(caption)}** (UTC)`,
      '',
      line(heads),
      `|${heads.map(() => ' --- |').join('')}`,
      ...rows.map((cells) => line(cells.map(({ text }) => text))),
      '',
    ].join('\n'))
    .join('\n');
}
