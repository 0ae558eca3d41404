// The timeline's texts that are not needed before it is touched, in English.

export const en = {
  session_: (id: string, name: string, from: string, until: string, lifetime: string) =>
    `${id}: ${name}, ${from} to ${until} UTC, ${lifetime}`,
  stateNow: 'State',
  mfaAt: (at: string) => `MFA at ${at}`,
  tags: 'Tags',
  sourceIdentity: 'Source identity',
  copy: 'Copy as Markdown',
  copied: 'Copied.',
  notCopied: 'The browser did not let the page copy.',
  sessions: 'Sessions',
  calls: 'Calls',
  session: 'Session',
  from: 'From',
  until: 'Until',
  lifetime: 'Lifetime',
  asked: 'Asked for',
  issuedBy: 'Issued by',
  chained: 'Chained from',
  revoked: 'Revoked',
  mfa: 'MFA',
  at: 'At',
  step: 'Step',
  caller: 'Caller',
  call_: 'Call',
  decision: 'Decision',
};

export type Texts = typeof en;
