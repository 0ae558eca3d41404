// Changes of the scenario's text that the forms of the world make, each at the smallest place.

import { getNodeValue } from 'jsonc-parser';
import { duplicateProperty, type JSONPath, nodeAt, removeValue, setValue } from '../../document/edit';
import { isText, type Json, objectOf, textOf } from '../../document/values';
import { COLLECTIONS, isCollection, kindOf } from '../../document/things';
import { valueOf } from '../../document/world';

/** What a form wants at a place; `undefined` takes away what is there. */
export interface ValueChange {
  path: JSONPath;
  value: unknown;
}

/** Lists and maps that say nothing when they are empty. `scps` is none of them: empty, it says that not even FullAWSAccess is attached. */
const DROPPED = new Set<unknown>([
  ...COLLECTIONS,
  ...['policies', 'attached', 'tags', 'mfaDevices', 'accessKeys', 'clientIds', 'cognitoIdentityPools', 'stsInactiveRegions'],
  ...['organizations', 'units', 'rcps', 'accounts'],
]);

function saysNothing(path: JSONPath): boolean {
  const kind = kindOf(path);
  return DROPPED.has(path.at(-1)) && (kind === null || kind === 'organizations' || isCollection(kind));
}

/** The text with a value at a path. What was taken away leaves no empty list or object that only held it. */
export function withValue(text: string, change: ValueChange): string {
  const { path, value } = ofMember(text, change);
  if (value !== undefined) return setValue(withMemberMap(text, path), path, value);
  if (!nodeAt(text, path)) return text;
  const after = removeValue(text, path);
  const above = path.slice(0, -1);
  const left = nodeAt(after, above);
  return left && (left.children ?? []).length === 0 && saysNothing(above) ? withValue(after, { path: above, value: undefined }) : after;
}

/** A level's accounts are shown as a list; where the author wrote a map, a change at an index is one of its keys. */
function ofMember(text: string, { path, value }: ValueChange): ValueChange {
  const above = path.slice(0, -1);
  const index = path.at(-1);
  const accounts = path[0] === 'organizations' && above.at(-1) === 'accounts' && typeof index === 'number' ? nodeAt(text, above) : null;
  if (accounts?.type !== 'object' || typeof index !== 'number') return { path, value };
  const known: unknown = accounts.children?.[index]?.children?.[0]?.value;
  if (value === undefined) return { path: [...above, String(known)], value };
  if (known === undefined) return { path: [...above, String(value)], value: {} };
  const entries = Object.entries(objectOf(getNodeValue(accounts)));
  return { path: above, value: Object.fromEntries(entries.map(([id, inner]) => [id === known ? String(value) : id, inner])) };
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
  return removeIfThere(removeIfThere(after, [...copy, 'units']), [...copy, 'accounts']);
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
  const { accounts } = objectOf(level);
  return Array.isArray(accounts) ? accounts.filter(isText) : Object.keys(objectOf(accounts));
}

export interface Level {
  path: JSONPath;
  /** "o-exampleorg1, r-ab12" or "o-exampleorg1, Prod". */
  label: string;
  members: readonly string[];
}

/** The roots and units of all organizations. */
export function levelsOf(scenario: Json): Level[] {
  return Object.entries(objectOf(scenario['organizations'])).flatMap(([id, organization]) => {
    const root = objectOf(objectOf(organization)['root']);
    const path = ['organizations', id, 'root'];
    return [{ path, label: `${id}, ${textOf(root['id']) || 'root'}`, members: membersOf(root) }, ...unitsBelow(path, root, id)];
  });
}

const unitsBelow = (path: JSONPath, level: unknown, organization: string): Level[] =>
  Object.entries(objectOf(objectOf(level)['units'])).flatMap(([id, unit]) => {
    const place = [...path, 'units', id];
    const label = `${organization}, ${textOf(objectOf(unit)['name']) || id}`;
    return [{ path: place, label, members: membersOf(unit) }, ...unitsBelow(place, unit, organization)];
  });

/** The account in this level and in no other; what is attached to the account itself goes with it. */
export function placed(text: string, account: string, level: JSONPath | null): string {
  let attached: unknown = {};
  let after = text;
  for (const { path, members } of levelsOf(valueOf(text))) {
    if (!members.includes(account)) continue;
    const node = nodeAt(text, [...path, 'accounts', account]);
    if (node) attached = getNodeValue(node);
    after = withoutThing(after, [...path, 'accounts', account]);
  }
  if (!level) return after;
  const accounts = nodeAt(after, [...level, 'accounts']);
  const isMap = accounts?.type === 'object' || Object.keys(objectOf(attached)).length > 0;
  const place = isMap ? account : (accounts?.children?.length ?? 0);
  return withValue(after, { path: [...level, 'accounts', place], value: isMap ? attached : account });
}

/** "Audit", or "Audit-2" and so on where that is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}

/** Account ids as AWS's documentation writes them. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
const ACCOUNT_IDS = [
  ...['111122223333', '444455556666', '777788889999', '123456789012'],
  ...['222233334444', '555566667777', '888899990000', '999999999999'],
];

export function freeAccountId(taken: readonly string[]): string {
  const free = ACCOUNT_IDS.find((id) => !taken.includes(id));
  if (free) return free;
  for (let number = 100000000001; ; number++) {
    if (!taken.includes(String(number))) return String(number);
  }
}
