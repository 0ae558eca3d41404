// Which control a parameter of an operation gets, by its type and by what it means; the engine's catalog says both.

import type { CatalogOperation, CatalogParameter, ParameterMeaning } from '../../engine/assist';
import { parameterThat } from '../../engine/operations';

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
  /** Chosen from what the catalog names as its source, or typed. */
  | 'text'
  /** It is drawn with another parameter: the code with its device, the transitive keys with the tags. */
  | 'elsewhere';

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

/** The parameter beside which one with this meaning is drawn, where the operation has both. */
const BESIDE: Partial<Record<ParameterMeaning, ParameterMeaning>> = { mfa_code: 'mfa_device', transitive_tag_keys: 'session_tags' };

export function controlOf({ means, type, maximum }: CatalogParameter, operation: CatalogOperation): Control {
  const other = BESIDE[means];
  if (other && parameterThat(operation, other)) return 'elsewhere';
  if (type === 'integer') return maximum === null || means === 'minimum_token_size' ? 'number' : 'duration';
  if (type !== 'string') return BY_TYPE[type];
  return means === 'mfa_device' ? 'mfa' : 'text';
}
