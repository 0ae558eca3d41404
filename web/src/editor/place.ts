// What stands at an offset of a text, as far as it can be told: which element of which statement, or which field of the
// scenario. It works in unfinished text too, because somebody who needs help is in the middle of writing.

import { findNodeAtLocation, getLocation, getNodeValue, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { Catalog } from '../engine/assist';
import type { PolicyKind } from '../engine/report';
import type { Span } from '../text/positions';
import { type Shape, SCENARIO, shapeAt } from './scenario-shape';

export type TextKind = PolicyKind | 'scenario';

/** A string, number or word at the offset, quotes included. */
export interface Token extends Span {
  value: string;
  /** Whether a string has its closing quote. */
  closed: boolean;
}

/** A place in the grammar of policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export type PolicyPart =
  | { what: 'policy-element' | 'statement-element' | 'principal-type' | 'operator' | 'operator-value' | 'other' }
  /** The value of an element; of Principal, where it is no object. */
  | { what: 'value'; element: string }
  | { what: 'principal'; type: string }
  | { what: 'condition-key'; operator: string }
  | { what: 'condition-value'; operator: string; key: string };

export interface PolicyPlace {
  kind: PolicyKind;
  part: PolicyPart;
  /** The statement's path in the text; null outside of statements. */
  statement: JSONPath | null;
}

export interface Place {
  offset: number;
  /** Of the value, or of the property whose name is being written. */
  path: JSONPath;
  /** Whether a property's name stands here. */
  isKey: boolean;
  token: Token | null;
  policy: PolicyPlace | null;
  /** The field of the scenario, outside of policies. */
  field: { shape: Shape | null; parent: Shape | null } | null;
  /** As much of the text as can be read. */
  tree: Node | null;
}

export function placeAt(text: string, offset: number, kind: TextKind, catalog: Catalog): Place {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const tree = parseTree(text) ?? null;
  const here = previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length;
  const token = here ? tokenOf(text, previousNode, offset) : null;
  const place = { offset, path, isKey: isAtPropertyKey, token, tree };
  if (kind !== 'scenario') return { ...place, policy: policyPlace(kind, [], path, isAtPropertyKey), field: null };
  for (let length = path.length; length > 0; length--) {
    const shape = shapeAt(path.slice(0, length), tree, catalog);
    const inside = length < path.length || !isAtPropertyKey;
    if (shape?.is === 'policy' && inside) {
      // A reference takes the place of a policy: {"arn": "..."}. It is completed as a policy's element would be.
      return { ...place, policy: policyPlace(shape.kind, path.slice(0, length), path.slice(length), isAtPropertyKey), field: null };
    }
  }
  const parent = path.length === 0 ? null : path.length === 1 ? SCENARIO : shapeAt(path.slice(0, -1), tree, catalog);
  return { ...place, policy: null, field: { shape: shapeAt(path, tree, catalog), parent } };
}

function tokenOf(text: string, node: Node, offset: number): Token {
  const start = node.offset;
  const raw = text.slice(start, start + node.length);
  const quoted = raw.startsWith('"');
  const closed = !quoted || (/^"(?:[^"\\]|\\.)*"$/s.test(raw) && !runsOn(raw, offset - start));
  // An unfinished string reaches to the end of its line; what is behind the cursor is not known to belong to it.
  const end = closed ? start + node.length : offset;
  return { start, end, value: typeof node.value === 'string' ? node.value : raw, closed };
}

/**
 * Whether a string that is being written runs on to where the next one begins: in `"sts:Ass|, "Effect"` it seems to end
 * at the quote before Effect.
 */
function runsOn(raw: string, cursor: number): boolean {
  const inVariable = /\$\{[^}]*$/.test(raw.slice(0, cursor));
  return !inVariable && /^\s*(?:[,\]}]|:\s)/.test(raw.slice(cursor, -1));
}

function policyPlace(kind: PolicyKind, root: JSONPath, inner: JSONPath, isKey: boolean): PolicyPlace {
  if (inner[0] !== 'Statement' || (isKey && inner.length === 1)) {
    const element = String(inner[0] ?? '');
    const part: PolicyPart =
      isKey && inner.length === 1 ? { what: 'policy-element' } : inner.length === 1 ? { what: 'value', element } : { what: 'other' };
    return { kind, part, statement: null };
  }
  const length = typeof inner[1] === 'number' ? 2 : 1;
  return { kind, part: statementPart(inner.slice(length), isKey), statement: [...root, ...inner.slice(0, length)] };
}

function statementPart(rest: JSONPath, isKey: boolean): PolicyPart {
  const [element, second, third] = rest.map(String);
  if (element === undefined) return { what: 'value', element: 'Statement' };
  if (isKey && rest.length === 1) return { what: 'statement-element' };
  if (element === 'Principal' || element === 'NotPrincipal') {
    if (rest.length === 1) return { what: 'value', element };
    return isKey ? { what: 'principal-type' } : { what: 'principal', type: second ?? '' };
  }
  if (element !== 'Condition' || rest.length === 1) return { what: 'value', element };
  if (rest.length === 2) return { what: isKey ? 'operator' : 'operator-value' };
  const operator = second ?? '';
  return isKey ? { what: 'condition-key', operator } : { what: 'condition-value', operator, key: third ?? '' };
}

/** The value at a path, as far as the text can be read. */
export function readAt(tree: Node | null, path: JSONPath): unknown {
  const node = tree && findNodeAtLocation(tree, path);
  return node ? getNodeValue(node) : undefined;
}

/** The names of the properties beside the one that is being written. */
export function siblingNames({ tree, path, offset }: Place): string[] {
  const parent = tree && findNodeAtLocation(tree, path.slice(0, -1));
  if (parent?.type !== 'object') return [];
  return (parent.children ?? []).flatMap(({ children }) => {
    const name = children?.[0];
    const here = name && name.offset <= offset && offset <= name.offset + name.length;
    return name && !here ? [String(name.value)] : [];
  });
}
