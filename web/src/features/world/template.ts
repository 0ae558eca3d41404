// What a policy to start from is.

import type { World } from '../../document/world';
import type { Texts } from './texts.en';

export type TemplateKind = 'trust' | 'identity' | 'scp' | 'rcp' | 'resource';

/** What a template asks for. `list` is typed or chosen, `check` is yes or no. */
export interface TemplateField {
  id: keyof Texts['templateFields'];
  type: 'list' | 'check';
  required: boolean;
  initial?: string;
  /** What the world offers. */
  choices?(world: World): readonly string[];
}

export interface Template {
  id: keyof Texts['templates'];
  kind: TemplateKind;
  /** A policy's name, where it needs one. */
  name: string;
  fields: readonly TemplateField[];
  /** `values`: by the fields' ids; a `check` that is set is "true". */
  policy(values: Readonly<Record<string, string>>): unknown;
}

/** A policy of one statement. */
export const policyOf = (statement: Record<string, unknown>): unknown => ({ Version: '2012-10-17', Statement: [statement] });
