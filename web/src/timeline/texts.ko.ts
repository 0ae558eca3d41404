// The timeline's texts that are not needed before it is touched, in Korean.

import type { Texts } from './texts.en';

export const ko: Texts = {
  session_: (id: string, name: string, from: string, until: string, lifetime: string) =>
    `${id}: ${name}, ${from}부터 ${until}까지(UTC), ${lifetime}`,
  stateNow: '상태',
  mfaAt: (at: string) => `MFA 인증 ${at}`,
  tags: '태그',
  sourceIdentity: '소스 ID (source identity)',
  copy: 'Markdown으로 복사',
  copied: '복사했습니다.',
  notCopied: '브라우저가 복사를 허용하지 않았습니다.',
  sessions: '세션',
  calls: '호출',
  session: '세션',
  from: '시작',
  until: '만료',
  lifetime: '수명',
  asked: '요청한 수명',
  issuedBy: '발급 단계',
  chained: '체인으로 받은 세션(role chaining)',
  revoked: '취소',
  mfa: 'MFA 인증',
  at: '시각',
  step: '단계',
  caller: '호출자',
  call_: '호출',
  decision: '판정',
};
