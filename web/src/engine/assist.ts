// What is asked of the engine beside the report: one call at another instant, one-time codes, who can become whom. Requests and answers
// are JSON texts at the module's functions; the types of the answers are printed from the engine's own tables by the build.

import type { Language } from './report';

export type * from './generated/answers';

/** Asks how one call of a scenario would be judged as if it were made at `at`. */
export interface JudgeAtRequest {
  scenario: string;
  language: Language;
  /** The step's index as text: "3". A sub-step ("3.0") is answered with null. */
  step: string;
  /** ISO 8601 in UTC: "2026-01-15T09:00:00Z". Before the scenario's `now` counts as `now`. */
  at: string;
}

/** Asks what an MFA device shows. */
export interface MfaCodeRequest {
  /** The device's serial number: "arn:aws:iam::111122223333:mfa/Jo". */
  serial: string;
  /** ISO 8601. */
  at: string;
}

/** Asks who can become whom in a scenario's world as it is before its first step. */
export interface TrustGraphRequest {
  scenario: string;
  language: Language;
}
