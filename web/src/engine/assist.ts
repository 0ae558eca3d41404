// What the engine answers beside the report: one call at another instant, one-time codes, who can become whom, and the catalog.
// The page's only knowledge of those shapes. Requests and answers are JSON texts at the module's functions.

import type { Language, Location, Step } from './report';

// --- judgeAt ---

/** Asks how one call of a scenario would be judged as if it were made at `at`. */
export interface JudgeAtRequest {
  scenario: string;
  language: Language;
  /** The step's index as text: "3". A sub-step ("3.0") is answered with null. */
  step: string;
  /** ISO 8601 in UTC: "2026-01-15T09:00:00Z". Before the scenario's `now` counts as `now`. */
  at: string;
}

export interface JudgeAtAnswer {
  /** Without an expectation. Null where the document is not valid, or there is no such step. */
  step: Step | null;
  /** The instant at which the call was judged; the request's text where `step` is null. */
  at: string;
}

// --- mfaCode ---

/** Asks what an MFA device shows. */
export interface MfaCodeRequest {
  /** The device's serial number: "arn:aws:iam::111122223333:mfa/Jo". */
  serial: string;
  /** ISO 8601. */
  at: string;
}

/** Six digits and for how long (1 to 30) they are shown, or what is wrong with the request. */
export type MfaCodeAnswer = { code: string; secondsLeft: number } | { error: string };

// --- trustGraph ---

/** Asks who can become whom in a scenario's world as it is before its first step. */
export interface TrustGraphRequest {
  scenario: string;
  language: Language;
}

export type TrustNodeKind =
  | 'user'
  | 'role'
  | 'root'
  | 'service'
  | 'saml-provider'
  | 'oidc-provider'
  | 'federated-provider'
  | 'anyone'
  | 'outside';

export interface TrustNode {
  /** An ARN, a service principal ("ec2.amazonaws.com"), a provider's ARN or host, or "*". */
  id: string;
  /**
   * `root`: an account of the document that a trust policy names; it stands for the root user, who may not assume roles, and so its edges
   * show that the account is trusted. `outside`: who is named and not in the document, or the account of such. A `role` whose id is an
   * sts ARN is one session of a role, by its name.
   */
  kind: TrustNodeKind;
  /** Short: a user's or role's name, a service principal, a provider's name. */
  name: string;
  /** Twelve digits; null where the node belongs to no account. */
  account: string | null;
}

/**
 * `allow`: allows the bare call (no MFA, no tags, no ExternalId, none of the optional parameters).
 * `conditional`: an Allow names caller and action but its conditions want more, or a Deny depends on conditions.
 * `deny`: an explicit Deny without open conditions. `none`: no statement allows it.
 */
export type TrustVerdict = 'allow' | 'conditional' | 'deny' | 'none';

export type TrustNeedKind =
  | 'mfa'
  | 'external-id'
  | 'tags'
  | 'source-identity'
  | 'session-name'
  | 'network'
  | 'time'
  | 'organization'
  | 'other';

/** A condition that the bare call does not meet. */
export interface TrustNeed {
  kind: TrustNeedKind;
  /** The condition key as the policy writes it: "sts:ExternalId". */
  key: string;
  /** The condition operator as the policy writes it: "StringEquals". */
  operator: string;
  /** As the policy writes them. */
  values: string[];
  /** The condition stands in a Deny statement, which must not match: the call has to fail it. */
  negated: boolean;
  /** What the call needs, a Deny turned round; short words in the language asked for: "ExternalId = Example-1". */
  text: string;
  location: Location;
}

/**
 * There is none where both sides refuse; where an Allow names an account or everyone and the principal itself may not call; and where
 * only the caller's side allows, by a policy about everything.
 */
export interface TrustEdge {
  /** "e0", "e1", ...: in the order of the edges. */
  id: string;
  /** A node's id. */
  from: string;
  /** The ARN of the role that is assumed: a node's id. */
  to: string;
  action: 'sts:AssumeRole' | 'sts:AssumeRoleWithSAML' | 'sts:AssumeRoleWithWebIdentity';
  /** What the role's trust policy says, with the RCPs of its account. */
  trust: TrustVerdict;
  /**
   * What the caller's policies say, with permissions boundary and SCPs. Of `outside` and `anyone`, whose policies are in other hands:
   * conditional, without needs. Of `root`: deny.
   */
  caller: TrustVerdict | 'not-needed';
  /** `both`: neither side refuses. Else the only side that does not: the other one is open. */
  sides: 'both' | 'trust-only' | 'caller-only';
  needs: TrustNeed[];
  /** The trust policy's statement that names the caller; null where none does. */
  location: Location | null;
}

export interface TrustGraph {
  nodes: TrustNode[];
  edges: TrustEdge[];
  /** How many pairs or edges were left out, because there are too many. */
  omitted: number;
}

// --- catalog: generated/catalog.en.json and generated/catalog.ko.json ---
// Every `documentation` is an address on https://docs.aws.amazon.com/. Every `text` is one or a few sentences in the file's language.

export interface CatalogElement {
  name: string;
  text: string;
  documentation: string;
}

export interface CatalogOperator {
  /** "StringEquals"; without set operator and IfExists. */
  name: string;
  family: 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';
  /** The negated operators (StringNotEquals, ...) are true where the key is absent. */
  negated: boolean;
  /** What it tests. */
  text: string;
  documentation: string;
}

export interface CatalogConditionKey {
  /** For `prefix` it ends with "/" ("aws:PrincipalTag/"), for `suffix` it starts with ":" (":sub", behind a provider's host). */
  name: string;
  match: 'exact' | 'prefix' | 'suffix';
  type: 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn';
  multivalued: boolean;
  /** The engine sets it itself; otherwise a step's `context` has to give it. */
  derived: boolean;
  /** When a request has it. */
  text: string;
  documentation: string;
  /** The calls that can have it ("sts:AssumeRole"); null: any call. */
  operations: string[] | null;
}

export interface CatalogAction {
  /** "sts:AssumeRole", "s3:GetObject". */
  name: string;
  text: string;
  documentation: string;
  /** As the Service Authorization Reference names them ("role", "object"); empty: only "*". */
  resourceTypes: string[];
}

/** What a value of a scenario looks like: core/scenario/format.h. */
export interface CatalogShape {
  form: 'one' | 'list' | 'map' | 'list-or-map';
  kind:
    | 'text'
    | 'localized'
    | 'instant'
    | 'instant-or-offset'
    | 'boolean'
    | 'integer'
    | 'object'
    | 'policy'
    | 'policy-or-arn'
    | 'parameters'
    | 'scalar-or-null'
    | 'scalar-or-texts'
    | 'json';
  /** Of the kinds `object` and `localized`: the name of the object in the catalog's `format`. */
  object?: string;
  /** What a text names, as far as the editor can offer it; of a policy, its kind. */
  source?: string;
  /** What the members of a map are named by. */
  names?: string;
  /** What a text must be one of. */
  choices?: string[];
}

export interface CatalogField {
  name: string;
  shape: CatalogShape;
  required: boolean;
  text: string;
  /** Not there where the field is the product's own. */
  documentation?: string;
}

export interface CatalogParameter {
  name: string;
  type:
    | 'string'
    | 'integer'
    | 'boolean'
    | 'string_list'
    | 'tag_list'
    | 'policy'
    | 'policy_arn_list'
    | 'policy_arn'
    | 'assertion'
    | 'token'
    | 'provided_contexts';
  shape: CatalogShape;
  required: boolean;
  /** Of a string's or list's length, or of an integer; null where there is none. */
  minimum: number | null;
  maximum: number | null;
  /** As AWS writes it: a regular expression that holds for the whole text; null where there is none. */
  pattern: string | null;
  text: string;
  documentation: string;
}

export interface CatalogOperation {
  /** As a step's `call`: "sts:AssumeRole", "iam:CreateRole", "console:SwitchRole". */
  name: string;
  text: string;
  documentation: string;
  parameters: CatalogParameter[];
}

export interface CatalogOidcProvider {
  /** "token.actions.githubusercontent.com"; may hold placeholders in angle brackets: "oidc.eks.<region>.amazonaws.com/id/<id>". */
  host: string;
  text: string;
  /** Example claims of a token. */
  claims: Record<string, string>;
}

export interface CatalogSamlAttribute {
  /** An attribute's name as IAM reads it, or "SAML:aud" and the like for what stands outside of the attributes. */
  name: string;
  text: string;
  required: boolean;
}

export interface Catalog {
  elements: CatalogElement[];
  /** AWS, Service, Federated, CanonicalUser. */
  principalTypes: CatalogElement[];
  operators: CatalogOperator[];
  /** "ForAllValues:", "ForAnyValue:", "IfExists". */
  operatorParts: CatalogElement[];
  conditionKeys: CatalogConditionKey[];
  actions: CatalogAction[];
  operations: CatalogOperation[];
  managedPolicies: { name: string; arn: string }[];
  services: { name: string; text: string }[];
  oidcProviders: CatalogOidcProvider[];
  samlAttributes: CatalogSamlAttribute[];
  /** The fields of each object of a scenario: "document", "role", "step", ... */
  format: Record<string, CatalogField[]>;
  versions: { engine: string };
}
