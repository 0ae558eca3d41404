// Changes of the scenario's text that keep its author's formatting: what a form changes is the only thing that changes.
// Paths are those of JSON: ['accounts', '111122223333', 'roles', 'Audit'].

import {
  applyEdits,
  type Edit,
  findNodeAtLocation,
  format,
  type FormattingOptions,
  type JSONPath,
  modify,
  type Node,
  parseTree,
} from 'jsonc-parser';

export type { JSONPath, Node } from 'jsonc-parser';

/** The indentation that the text uses already; two spaces where it has none. */
function formattingOf(text: string): FormattingOptions {
  const indented = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const tabs = indented.startsWith('\t');
  return { insertSpaces: !tabs, tabSize: tabs ? 1 : Math.min(8, indented.length), eol: '\n' };
}

/** The tree of a text, as much of it as can be read. */
export const treeOf = (text: string): Node | null => parseTree(text) ?? null;

export function nodeAt(text: string, path: JSONPath): Node | null {
  const root = parseTree(text);
  return (root && findNodeAtLocation(root, path)) ?? null;
}

/** Puts a value at a path, making the objects on the way; `undefined` takes away what is there. */
export function setValue(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions: formattingOf(text) }));
}

export const removeValue = (text: string, path: JSONPath): string => setValue(text, path, undefined);

/** Puts a value behind the last one of the array at a path, which is made where there is none. */
export function appendValue(text: string, path: JSONPath, value: unknown): string {
  const array = nodeAt(text, path);
  if (array?.type !== 'array') return setValue(text, path, [value]);
  const place = [...path, array.children?.length ?? 0];
  return applyEdits(text, modify(text, place, value, { isArrayInsertion: true, formattingOptions: formattingOf(text) }));
}

/** Puts a value before the one at an index of an array. */
export function insertValue(text: string, path: JSONPath, index: number, value: unknown): string {
  const place = [...path, index];
  return applyEdits(text, modify(text, place, value, { isArrayInsertion: true, formattingOptions: formattingOf(text) }));
}

/** Gives a property another name; its place and its value stay. */
export function renameProperty(text: string, path: JSONPath, name: string): string {
  const key = nodeAt(text, path)?.parent?.children?.[0];
  return key ? replaceSpan(text, { offset: key.offset, length: key.length, content: JSON.stringify(name) }) : text;
}

/** Puts a property with another name behind the one at a path; its value is written as that one's is. */
export function duplicateProperty(text: string, path: JSONPath, name: string): string {
  const property = nodeAt(text, path)?.parent;
  const [key, value] = property?.children ?? [];
  if (!property || !key || !value) return text;
  const end = property.offset + property.length;
  const space = /\n[ \t]*$/.exec(text.slice(0, property.offset))?.[0] ?? ' ';
  const content = `,${space}${JSON.stringify(name)}${text.slice(key.offset + key.length, end)}`;
  return replaceSpan(text, { offset: end, length: 0, content });
}

export const replaceSpan = (text: string, edit: Edit): string => applyEdits(text, [edit]);

/** Lays the text out anew; one that is no JSON stays as far as it cannot be read. */
export const formatJson = (text: string): string =>
  applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
