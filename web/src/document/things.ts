// The kinds of things that a scenario's world is made of, told by where they stand in the document (JSON paths).

import type { JSONPath } from 'jsonc-parser';

/** The collections of an account, in the order in which forms show them. */
export const COLLECTIONS = ['users', 'groups', 'roles', 'managedPolicies', 'samlProviders', 'oidcProviders', 'resources'] as const;
export type Collection = (typeof COLLECTIONS)[number];

const ONE_OF: Record<Collection, ThingKind> = {
  users: 'user',
  groups: 'group',
  roles: 'role',
  managedPolicies: 'managedPolicy',
  samlProviders: 'samlProvider',
  oidcProviders: 'oidcProvider',
  resources: 'resource',
};

export type ThingKind =
  | 'scenario'
  | 'accounts'
  | 'organizations'
  | 'account'
  | Collection
  | 'user'
  | 'group'
  | 'role'
  | 'managedPolicy'
  | 'samlProvider'
  | 'oidcProvider'
  | 'resource'
  | 'organization'
  | 'root'
  | 'unit'
  | 'member'
  | 'policy'
  | 'scp'
  | 'rcp';

export const isCollection = (name: unknown): name is Collection => COLLECTIONS.includes(name as Collection);

/** What stands at a path; null where that is part of a thing only. `member` is an account that an organization's level lists. */
export function kindOf(path: JSONPath): ThingKind | null {
  const [top, , field, , inner] = path;
  if (path.length === 0) return 'scenario';
  if (path.length === 1) return top === 'accounts' || top === 'organizations' ? top : null;
  if (top === 'accounts') {
    if (path.length === 2) return 'account';
    if (!isCollection(field)) return null;
    if (path.length === 3) return field;
    if (path.length === 4) return ONE_OF[field];
    return path.length === 6 && inner === 'policies' ? 'policy' : null;
  }
  return top === 'organizations' ? kindInOrganization(path) : null;
}

function kindInOrganization(path: JSONPath): ThingKind | null {
  if (path.length === 2) return 'organization';
  if (path.length === 3) return path[2] === 'root' ? 'root' : null;
  const within = path.at(-2);
  if (within === 'units') return 'unit';
  if (within === 'accounts') return 'member';
  if (within === 'scps') return 'scp';
  return within === 'rcps' ? 'rcp' : null;
}

/** Whether what stands at a path is shown on its own; policies of a thing are shown with it. */
export function hasForm(path: JSONPath): boolean {
  const kind = kindOf(path);
  return kind !== null && kind !== 'policy' && kind !== 'scp' && kind !== 'rcp';
}

/** Whether a thing can be taken away; a resource's policy is one as well. */
export function isRemovable(path: JSONPath): boolean {
  const kind = kindOf(path);
  if (kind === null) return kindOf(path.slice(0, -1)) === 'resource' && path.at(-1) === 'policy';
  return path.length > 1 && kind !== 'root' && !isCollection(kind);
}

/** https://www.rfc-editor.org/rfc/rfc6901 */
export const pointerOf = (path: JSONPath): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The path of a pointer, with each of its parts as text. */
export const pathOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
