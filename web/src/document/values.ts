// Values of a document that may be anything: the one place that says what of them is an object, a text or a list.

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a value is; an empty one where it is none. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const textOf = (value: unknown, otherwise = ''): string => (isText(value) ? value : otherwise);

/** The texts of a list, or of the one value that stands in place of a list, as policies write them. */
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter(isText);

/** A value as a field shows it: a text as it is, anything else as JSON; empty where there is none. */
export const shownOf = (value: unknown): string => (isText(value) ? value : value === undefined ? '' : JSON.stringify(value));

/** What stands at a path; undefined where nothing does. */
export const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Json)[part] : undefined), value);

/** Whether two JSON values are the same; the order of an object's members does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

/** What a JSON text says; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What a JSON text says; the text itself where it is none, for the engine to say so. */
export function jsonOrText(text: string): unknown {
  const value = jsonOf(text);
  return value === undefined ? text : value;
}
