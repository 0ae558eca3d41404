// A scenario with many sessions, for measuring and testing: users' sessions, and of each a chain of roles.

const ACCOUNT = '111122223333';
const CHAIN = 5;
const allow = (action, more) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, ...more } });

/** Gives the text of a valid scenario in which `count` steps issue a session each; every fifth begins a chain of five. */
export function manySessions(count) {
  const user = `arn:aws:iam::${ACCOUNT}:user/Ana`;
  const role = `arn:aws:iam::${ACCOUNT}:role/Link`;
  const steps = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    at: '+20s',
    as: index % CHAIN === 0 ? user : `s${index - 1}`,
    call: 'sts:AssumeRole',
    with: { RoleArn: role, RoleSessionName: `s${index}` },
  }));
  return JSON.stringify({
    format: 'sts-playground/1',
    title: `${count} sessions`,
    now: '2026-01-15T09:00:00Z',
    accounts: {
      [ACCOUNT]: {
        users: { Ana: { policies: { assume: allow('sts:AssumeRole', { Resource: role }) } } },
        roles: {
          Link: {
            trust: allow('sts:AssumeRole', { Principal: { AWS: ACCOUNT } }),
            policies: { chain: allow('sts:AssumeRole', { Resource: role }) },
          },
        },
      },
    },
    steps,
  });
}
