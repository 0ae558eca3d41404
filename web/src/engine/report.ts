// The report of the engine, as core/api writes it. The page's only knowledge of that shape.

import type { Language } from '../i18n';

export type { Language };
export type Decision = 'Allow' | 'Deny' | 'Error';
export type Severity = 'error' | 'warning' | 'info';

/** Line and column count from 1; columns count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Diagnostic {
  severity: Severity;
  code: string;
  message: string;
  pointer: string;
  range: Range;
  in: 'document' | 'policy';
  policy?: string;
  documentRange: Range;
}

export type PolicyKind =
  | 'trust'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'scp'
  | 'rcp'
  | 'managed';

export interface PolicyEntry {
  pointer: string;
  kind: PolicyKind;
  name: string;
  owner: string;
  form: 'object' | 'text';
  /** UTF-16 offsets of the whole JSON value in the scenario's text. */
  start: number;
  end: number;
}

export interface Location extends Range {
  pointer: string;
  policy: string;
  in: 'policy' | 'document';
}

export type Verdict = 'allow' | 'explicit-deny' | 'implicit-deny';
export type LayerVerdict = Verdict | 'not-applicable';
export type LayerKind = 'rcp' | 'scp' | 'trust' | 'resource' | 'identity' | 'boundary' | 'session';
export type ElementOrigin = 'derived' | 'given' | 'absent' | 'overridden';
export type ContextOrigin = 'derived' | 'given' | 'overridden' | 'removed';

export interface ElementReason {
  element: string;
  matched: boolean;
  text: string;
  location?: Location | null;
  operator?: string;
  key?: string;
  wanted?: string[];
  actual?: string[] | null;
  origin?: ElementOrigin;
}

export interface StatementReason {
  index: number;
  sid: string | null;
  effect: 'Allow' | 'Deny' | null;
  matched: boolean;
  decisive: boolean;
  location?: Location | null;
  elements: ElementReason[];
}

export interface PolicyReason {
  name: string;
  pointer: string;
  owner?: string;
  verdict: Verdict;
  statements: StatementReason[];
}

export interface Layer {
  kind: LayerKind;
  title: string;
  verdict: LayerVerdict;
  decisive: boolean;
  ignored: boolean;
  text: string;
  policies: PolicyReason[];
}

export interface Authorization {
  action: string;
  resource: string;
  decision: Decision;
  summary: string;
  layers: Layer[];
}

export interface ContextValue {
  key: string;
  values: string[];
  multivalued: boolean;
  origin: ContextOrigin;
}

export interface Explanation {
  summary: string;
  notes: string[];
  authorizations: Authorization[];
  context: ContextValue[];
  /** False where only the summary was asked for: notes, authorizations and context are empty then. */
  explained: boolean;
}

export type CallerKind =
  | 'user'
  | 'root'
  | 'role-session'
  | 'session-token'
  | 'federated-user'
  | 'service'
  | 'anonymous'
  | 'console'
  | 'assumed-root';

export interface Caller {
  arn: string | null;
  kind: CallerKind;
  session: string | null;
}

export interface ServiceError {
  code: string;
  httpStatus: number;
  message: string;
}

export interface ExpectationFailure {
  field: string;
  expected: unknown;
  actual: unknown;
}

export interface Step {
  id: string;
  index: number;
  at: string;
  call: string;
  resource: string | null;
  caller: Caller;
  decision: Decision;
  error: ServiceError | null;
  session: string | null;
  /** Where a session was refused for its length: what was asked for, and the longest that would have been given, in seconds. */
  refusedDuration: { asked: number; longest: number } | null;
  response: Record<string, unknown> | null;
  explanation: Explanation;
  expectation: { passed: boolean; failures: ExpectationFailure[] } | null;
  subSteps?: Step[];
}

export interface Session {
  id: string;
  arn: string;
  kind: string;
  issuedAt: string;
  expiresAt: string;
  issuedBy: string;
  chainedFrom: string | null;
  tags: Record<string, string>;
  transitiveTagKeys: string[];
  sourceIdentity: string | null;
  mfaAuthenticatedAt: string | null;
  accessKeyId: string;
  requestedSeconds: number | null;
  role: string | null;
  /** When the session lost its life before it expires: its role or user was deleted, or its sessions were revoked. */
  revokedAt: string | null;
}

export interface Report {
  format: string;
  diagnostics: Diagnostic[];
  policies: PolicyEntry[];
  steps: Step[];
  sessions: Session[];
  expectations: {
    passed: number;
    failed: number;
    failures: (ExpectationFailure & { step: string })[];
  };
  /** Null where the document could not be read. */
  now: string | null;
  title: string;
  description: string;
  valid: boolean;
}

export interface RunRequest {
  scenario: string;
  language: Language;
  /** Paths of the steps whose whole explanation is wanted: "0", or "0.1" for a sub-step. Absent: all of them. */
  explain?: readonly string[];
}

export interface EngineInfo {
  name: string;
  version: string;
  scenarioFormat: string;
  reportFormat: string;
}
