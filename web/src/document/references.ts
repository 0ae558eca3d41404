// What refers to a thing of the world: names and ARNs in policies (those written as strings too), in steps, in groups,
// organizations and workstations. Only whole names count: the role Audit has nothing to do with AuditX.

import { applyEdits, type Edit, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import { nodeAt, renameProperty, replaceSpan } from './edit';
import { type Operations, type Renaming, type Rule, rulesFor } from './reference-rules';
import { kindOf, pointerOf } from './things';
import { literalsIn, type Literal } from './literals';
import { valueOf } from './world';

/** One place that names a thing, and what it becomes when the thing is called otherwise. */
export interface Reference {
  /** JSON pointer of the string, or of the property whose name it is; of the whole policy where that is a string. */
  pointer: string;
  /** The word around the name, as people read it, and what it becomes. */
  before: string;
  after: string;
  /** The same in the document's text. */
  edit: Edit;
}

/** Everything outside of its own name that would have to follow; empty where nothing does. `operations`: the catalog's. */
export function referencesOf(text: string, renaming: Renaming, operations: Operations): Reference[] {
  const rules = rulesFor(valueOf(text), renaming, operations);
  const own = ownName(text, renaming.path);
  const tree = parseTree(text);
  if (!tree || rules.length === 0) return [];
  const found: Reference[] = [];
  for (const { node, path } of stringsOf(tree, [])) {
    if (isProse(path) || node.offset === own?.offset) continue;
    const fitting = rules.filter(({ where }) => where(path));
    if (fitting.length === 0) continue;
    for (const literal of literalsIn(text, node)) found.push(...matches(literal, fitting, pointerOf(path)));
  }
  return found.sort((one, other) => one.edit.offset - other.edit.offset);
}

/** What names a thing from outside of it: what would point at nothing if it were deleted. */
export function referencesTo(text: string, path: JSONPath, operations: Operations): Reference[] {
  const node = nodeAt(text, path);
  if (!node) return [];
  const name = String(kindOf(path) === 'root' ? (nodeAt(text, [...path, 'id'])?.value ?? '') : path.at(-1));
  const outside = ({ edit }: Reference): boolean => edit.offset < node.offset || edit.offset >= node.offset + node.length;
  return referencesOf(text, { path, name }, operations).filter(outside);
}

/** The text with a thing called otherwise, and with these references following it. An IAM path is its author's to write. */
export function renamed(text: string, { path, name, iamPath }: Renaming, references: readonly Reference[]): string {
  const followed = applyEdits(
    text,
    references.map(({ edit }) => edit),
  );
  if (iamPath !== undefined || name === undefined) return followed;
  // No reference stands in the names above the thing, so its path still holds.
  const root = kindOf(path) === 'root' ? nodeAt(followed, [...path, 'id']) : null;
  if (root) return replaceSpan(followed, { offset: root.offset, length: root.length, content: JSON.stringify(name) });
  return renameProperty(followed, path, name);
}

/** The string that gives the thing its name: the property's, or a root's id. */
function ownName(text: string, path: JSONPath): Node | null {
  if (kindOf(path) === 'root') return nodeAt(text, [...path, 'id']);
  return nodeAt(text, path)?.parent?.children?.[0] ?? null;
}

/** Titles and descriptions are for people; the engine reads no names in them. */
function isProse(path: JSONPath): boolean {
  const [top] = path;
  if (top === 'title' || top === 'description' || top === 'format' || top === 'now') return true;
  return path.at(-1) === 'name' && (kindOf(path.slice(0, -1)) === 'account' || kindOf(path.slice(0, -1)) === 'unit');
}

/** Every string of a document: property names (with the path of the property) and values. */
function* stringsOf(node: Node, path: JSONPath): Generator<{ node: Node; path: JSONPath }> {
  if (node.type === 'string') yield { node, path };
  if (node.type === 'array') {
    for (const [index, item] of (node.children ?? []).entries()) yield* stringsOf(item, [...path, index]);
  }
  if (node.type !== 'object') return;
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key) continue;
    const inner = [...path, String(key.value)];
    yield { node: key, path: inner };
    if (value) yield* stringsOf(value, inner);
  }
}

function matches(literal: Literal, rules: readonly Rule[], pointer: string): Reference[] {
  const found: Reference[] = [];
  for (const { pattern, to } of rules) {
    for (const match of literal.value.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const offset = literal.offsetAt(match.index);
      if (found.some(({ edit }) => edit.offset === offset)) continue;
      const from = literal.value.slice(0, match.index).search(/[^\s"]*$/);
      const rest = /^[^\s"]*/.exec(literal.value.slice(end))?.[0] ?? '';
      const before = literal.value.slice(from, match.index);
      found.push({
        pointer,
        before: before + match[0] + rest,
        after: before + to + rest,
        edit: { offset, length: literal.offsetAt(end) - offset, content: literal.encode(to) },
      });
    }
  }
  return found;
}
