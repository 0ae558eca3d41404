// Tags, and named values of any kind, as rows of a form, and back. A row that is not finished says what it can: what is no number stays
// a text, for the engine to say so.

import { isObject, isText, type Json, jsonOrText } from '../document/values';

export type ValueKind = 'string' | 'number' | 'boolean' | 'list' | 'null' | 'json';

/** A named value of any kind: a condition key, a claim, an attribute. A list has one value a line. */
export interface ValueRow {
  name: string;
  kind: ValueKind;
  text: string;
}

/**
 * A tag; `transitive`: its key is among the TransitiveTagKeys of a call. A row that has no `tag` is such a key alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining
 */
export interface TagRow {
  key: string;
  value: string;
  transitive: boolean;
  tag: boolean;
}

export function rowOf(name: string, value: unknown): ValueRow {
  if (value === null) return { name, kind: 'null', text: '' };
  if (Array.isArray(value) && value.every((item) => isText(item) && !item.includes('\n')))
    return { name, kind: 'list', text: value.join('\n') };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { name, kind: typeof value as ValueKind, text: String(value) };
  }
  return { name, kind: 'json', text: JSON.stringify(value) };
}

export function valueOfRow({ kind, text }: ValueRow): unknown {
  switch (kind) {
    case 'string':
      return text;
    case 'null':
      return null;
    case 'boolean':
      return text === 'true';
    case 'list':
      return text === '' ? [] : text.split('\n');
    case 'number':
      return numberOrText(text);
    case 'json':
      return jsonOrText(text);
  }
}

/** What a number's field holds: a number where it is one as JSON writes it. */
export const numberOrText = (text: string): unknown =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : text;

export const rowsOf = (value: unknown): ValueRow[] =>
  isObject(value) ? Object.entries(value).map(([name, item]) => rowOf(name, item)) : [];

/** Without the rows that have no name yet. */
export const objectOfRows = (rows: readonly ValueRow[]): Json =>
  Object.fromEntries(rows.filter(({ name }) => name !== '').map((row) => [row.name, valueOfRow(row)]));
