// Changes of the scenario's text that the forms of the world make, each at the smallest place.

import { duplicateProperty, type JSONPath, nodeAt, removeValue, setValue } from '../../document/edit';
import { kindOf } from '../../document/things';

/** What a form wants at a place; `undefined` takes away what is there. */
export interface ValueChange {
  path: JSONPath;
  value: unknown;
}

/** Objects that mean something although they are empty: no SCP is attached at all, and the lists at the top. */
const keepsEmpty = (path: JSONPath): boolean => {
  const last = path.at(-1);
  return path.length < 2 || last === 'scps' || last === 'accounts' || last === 'trust' || last === 'root' || kindOf(path) !== null && path.length !== 3;
};

/** The text with a value at a path. What was taken away leaves no empty list or object that only held it. */
export function withValue(text: string, { path, value }: ValueChange): string {
  if (value !== undefined) return setValue(withMemberMap(text, path), path, value);
  if (!nodeAt(text, path)) return text;
  const after = removeValue(text, path);
  const above = path.slice(0, -1);
  const left = nodeAt(after, above);
  return left && (left.children ?? []).length === 0 && !keepsEmpty(above) ? withValue(after, { path: above, value: undefined }) : after;
}

/** Takes away a thing: a property, or an account in a level's list. */
export function withoutThing(text: string, path: JSONPath): string {
  const accounts = kindOf(path) === 'member' ? nodeAt(text, path.slice(0, -1)) : null;
  if (accounts?.type !== 'array') return withValue(text, { path, value: undefined });
  const place = (accounts.children ?? []).findIndex(({ value }) => value === path.at(-1));
  return place < 0 ? text : withValue(text, { path: [...path.slice(0, -1), place], value: undefined });
}

/** The thing again, under another name. A unit's accounts and units stay where they are: each belongs to one place only. */
export function duplicated(text: string, path: JSONPath, name: string): string {
  const copy = [...path.slice(0, -1), name];
  const after = duplicateProperty(text, path, name);
  if (kindOf(path) !== 'unit') return after;
  return removeValue(removeIfThere(after, [...copy, 'units']), [...copy, 'accounts']);
}

const removeIfThere = (text: string, path: JSONPath): string => (nodeAt(text, path) ? removeValue(text, path) : text);

/** What is attached to an account itself needs a map of accounts, where the author may have written a list. */
function withMemberMap(text: string, path: JSONPath): string {
  const place = path.findIndex((part, index) => part === 'accounts' && index > 0 && index < path.length - 1);
  const list = path[0] === 'organizations' && place > 0 ? nodeAt(text, path.slice(0, place + 1)) : null;
  if (list?.type !== 'array') return text;
  const ids = (list.children ?? []).map(({ value }) => String(value));
  return setValue(text, path.slice(0, place + 1), Object.fromEntries(ids.map((id) => [id, {}])));
}

/** The accounts that a level of an organization lists, as a list or as a map. */
export function membersOf(level: unknown): string[] {
  const accounts = typeof level === 'object' && level !== null ? (level as Record<string, unknown>)['accounts'] : undefined;
  if (Array.isArray(accounts)) return accounts.filter((id): id is string => typeof id === 'string');
  return typeof accounts === 'object' && accounts !== null ? Object.keys(accounts) : [];
}

/** "Audit", or "Audit-2" and so on where that is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}

/** Account ids as AWS's documentation writes them. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
const ACCOUNT_IDS = ['111122223333', '444455556666', '777788889999', '123456789012', '222233334444', '555566667777', '888899990000', '999999999999'];

export function freeAccountId(taken: readonly string[]): string {
  const free = ACCOUNT_IDS.find((id) => !taken.includes(id));
  if (free) return free;
  for (let number = 100000000001; ; number++) {
    if (!taken.includes(String(number))) return String(number);
  }
}
