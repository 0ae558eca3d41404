// The world of a scenario as a tree to walk through. A node is known by its JSON pointer, so that a selection outlives edits.

import type { JSONPath } from '../../document/edit';
import { type Collection, COLLECTIONS, kindOf, pathOf, pointerOf, type ThingKind } from '../../document/things';
import type { Diagnostic } from '../../engine/report';
import { type Json, objectOf, textOf } from '../../document/values';
import { membersOf } from './changes';
import type { Texts } from './texts.en';

export interface TreeNode {
  pointer: string;
  path: JSONPath;
  kind: ThingKind;
  label: string;
  /** Said beside the label: an account's name, a unit's id. */
  detail: string;
  /** Of a collection; null for a thing. */
  count: number | null;
  children: readonly TreeNode[];
  /** What its "Add" button adds; null where it has none. */
  adds: ThingKind | null;
}

const node = (path: JSONPath, label: string, more: Partial<TreeNode> = {}): TreeNode => ({
  pointer: pointerOf(path),
  path,
  kind: kindOf(path) ?? 'scenario',
  label,
  detail: '',
  count: null,
  children: [],
  adds: null,
  ...more,
});

export function treeNodes(scenario: Json, t: Texts): TreeNode[] {
  const accounts = Object.entries(objectOf(scenario['accounts'])).map(([id, account]) => accountNode(id, objectOf(account), t));
  const organizations = Object.entries(objectOf(scenario['organizations'])).map(([id, value]) => organizationNode(id, objectOf(value), t));
  return [
    node([], t.kinds.scenario),
    node(['accounts'], t.kinds.accounts, { count: accounts.length, children: accounts, adds: 'account' }),
    node(['organizations'], t.kinds.organizations, { count: organizations.length, children: organizations, adds: 'organization' }),
  ];
}

function accountNode(id: string, account: Json, t: Texts): TreeNode {
  const path = ['accounts', id];
  const children = COLLECTIONS.map((collection) => collectionNode([...path, collection], collection, objectOf(account[collection]), t));
  return node(path, id, { detail: textOf(account['name']), children });
}

function collectionNode(path: JSONPath, collection: Collection, members: Json, t: Texts): TreeNode {
  const children = Object.keys(members).map((name) => node([...path, name], name));
  return node(path, t.kinds[collection], { count: children.length, children, adds: children[0]?.kind ?? kindOf([...path, '']) });
}

function organizationNode(id: string, organization: Json, t: Texts): TreeNode {
  const path = ['organizations', id, 'root'];
  const root = objectOf(organization['root']);
  const level = node(path, t.kinds.root, { detail: textOf(root['id']), children: levelNodes(path, root), adds: 'unit' });
  return node(['organizations', id], id, { children: [level] });
}

function levelNodes(path: JSONPath, level: Json): TreeNode[] {
  const units = Object.entries(objectOf(level['units'])).map(([id, value]) => {
    const unit = objectOf(value);
    const place = [...path, 'units', id];
    const name = textOf(unit['name']);
    return node(place, name || id, { detail: name ? id : '', children: levelNodes(place, unit), adds: 'unit' });
  });
  return [...membersOf(level).map((id) => node([...path, 'accounts', id], id)), ...units];
}

/** All nodes in the order in which they are shown, the closed ones without what is in them. */
export function visibleNodes(nodes: readonly TreeNode[], isOpen: (node: TreeNode) => boolean): TreeNode[] {
  return nodes.flatMap((each) => [each, ...(isOpen(each) ? visibleNodes(each.children, isOpen) : [])]);
}

export function findNode(nodes: readonly TreeNode[], pointer: string): TreeNode | null {
  for (const each of nodes) {
    if (each.pointer === pointer) return each;
    const inner = findNode(each.children, pointer);
    if (inner) return inner;
  }
  return null;
}

/** What is selected once the thing at a pointer is no more: what it belonged to. */
export function survivor(nodes: readonly TreeNode[], pointer: string): string {
  for (let path = pathOf(pointer); path.length > 0; path = path.slice(0, -1)) {
    if (findNode(nodes, pointerOf(path))) return pointerOf(path);
  }
  return '';
}

/** Whether a problem is about the thing at a pointer, or something in it. */
export const isIn = (pointer: string, outer: string): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

export const problemsAt = (diagnostics: readonly Diagnostic[], pointer: string): Diagnostic[] =>
  diagnostics.filter((each) => isIn(each.pointer, pointer));

/** What is selected after a thing was taken away: what stood beside it, or around it where it was the only one. */
export function neighbour(nodes: readonly TreeNode[], path: JSONPath): string {
  const parent = findNode(nodes, survivor(nodes, pointerOf(path.slice(0, -1))));
  const siblings = (parent?.children ?? []).map(({ pointer }) => pointer);
  const place = siblings.indexOf(pointerOf(path));
  return siblings[place + 1] ?? siblings[place - 1] ?? parent?.pointer ?? '';
}
