// Which control a parameter of an operation gets. This is the one place that decides it, and all that the forms of calls know
// of parameters by their names.

import type { CatalogOperation, CatalogParameter } from '../../engine/assist';

export type Control =
  /** Seconds between two limits. */
  | 'duration'
  | 'number'
  | 'boolean'
  | 'policy'
  /** Managed policies by their ARNs, or one. */
  | 'arns'
  | 'arn'
  | 'tags'
  | 'list'
  | 'assertion'
  | 'token'
  | 'json'
  /** An MFA device with its code. */
  | 'mfa'
  /** Chosen from what `sourceOf` says, or typed. */
  | 'text'
  /** It is drawn with another parameter: the code with its device, the transitive keys with the tags. */
  | 'elsewhere';

/** What the values of a parameter are chosen from. */
export type Source = 'roles' | 'samlProviders' | 'taskPolicies' | 'accounts' | 'managedPolicies' | 'roleNames' | 'userNames';

const BY_TYPE: Record<Exclude<CatalogParameter['type'], 'integer' | 'string'>, Control> = {
  boolean: 'boolean',
  policy: 'policy',
  policy_arn_list: 'arns',
  policy_arn: 'arn',
  tag_list: 'tags',
  string_list: 'list',
  assertion: 'assertion',
  token: 'token',
  provided_contexts: 'json',
};

export function controlOf({ name, type, maximum }: CatalogParameter): Control {
  if (name === 'TokenCode' || name === 'TransitiveTagKeys') return 'elsewhere';
  if (type === 'integer') return maximum === null ? 'number' : 'duration';
  if (type !== 'string') return BY_TYPE[type];
  return name === 'SerialNumber' ? 'mfa' : 'text';
}

const SOURCES: Readonly<Record<string, Source>> = {
  RoleArn: 'roles',
  PrincipalArn: 'samlProviders',
  TaskPolicyArn: 'taskPolicies',
  TargetPrincipal: 'accounts',
  PermissionsBoundary: 'managedPolicies',
  RoleName: 'roleNames',
  UserName: 'userNames',
};

/** The name of what an operation makes is not chosen from what there is. */
const NEW_NAMES: Readonly<Record<string, string>> = { 'iam:CreateRole': 'RoleName', 'iam:CreateUser': 'UserName' };

/** What a parameter's value is chosen from; null: it is typed. */
export const sourceOf = ({ name }: CatalogParameter, operation: CatalogOperation): Source | null =>
  NEW_NAMES[operation.name] === name ? null : (SOURCES[name] ?? null);

const TRUST_POLICIES = new Set(['iam:CreateRole', 'iam:UpdateAssumeRolePolicy']);

/** What a policy among the parameters of an operation is. */
export const policyKindOf = ({ name }: CatalogOperation): 'trust' | 'identity' => (TRUST_POLICIES.has(name) ? 'trust' : 'identity');

/** Whether a parameter is the length of a session, which other limits count for too. */
export const isSessionLength = ({ name }: CatalogParameter): boolean => name === 'DurationSeconds';
