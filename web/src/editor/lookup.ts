// Finding what a word of a text is: in the catalog of what AWS defines, and in the scenario's world.

import type { Catalog, CatalogConditionKey, CatalogElement, CatalogOperator } from '../engine/assist';
import type { Principal, World } from '../document/world';
import type { Texts } from './texts.en';

/** What help is made from. */
export interface Knowledge {
  catalog: Catalog;
  world: World;
  words: Texts;
}

const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** By name; letter case decides only where two names differ in nothing else. */
export const named = <T extends { name: string }>(all: readonly T[], name: string): T | null =>
  all.find((entry) => entry.name === name) ?? all.find((entry) => alike(entry.name, name)) ?? null;

/** "aws:PrincipalTag/team" is the key "aws:PrincipalTag/", and "example.com:sub" the key ":sub". */
export function conditionKey({ conditionKeys }: Catalog, name: string): CatalogConditionKey | null {
  const lower = name.toLowerCase();
  const exact = named(
    conditionKeys.filter(({ match }) => match === 'exact'),
    name,
  );
  if (exact) return exact;
  return (
    conditionKeys.find(({ match, name: part }) => {
      if (match === 'prefix') return lower.startsWith(part.toLowerCase());
      return match === 'suffix' && lower.endsWith(part.toLowerCase()) && lower.length > part.length;
    }) ?? null
  );
}

export interface Operator {
  operator: CatalogOperator;
  /** "ForAnyValue:" and "IfExists", where they are there. */
  parts: CatalogElement[];
}

/** "ForAnyValue:StringLikeIfExists" in its parts; null for what is no operator. */
export function operatorOf({ operators, operatorParts }: Catalog, name: string): Operator | null {
  const parts: CatalogElement[] = [];
  let rest = name;
  for (const part of operatorParts) {
    const before = part.name.endsWith(':') && rest.toLowerCase().startsWith(part.name.toLowerCase());
    const behind = !part.name.endsWith(':') && rest.toLowerCase().endsWith(part.name.toLowerCase());
    if (before) rest = rest.slice(part.name.length);
    else if (behind) rest = rest.slice(0, -part.name.length);
    if (before || behind) parts.push(part);
  }
  const operator = named(operators, rest);
  return operator && { operator, parts };
}

export function accountWords({ world, words }: Knowledge, id: string): string {
  return words.account(id, world.accounts.find((account) => account.id === id)?.name ?? '');
}

/** What an account id, an ARN, a service principal or "*" stands for in the scenario; null where it names nothing there. */
export function thingWords(knowledge: Knowledge, value: string): string | null {
  const { catalog, world, words } = knowledge;
  const account = world.accounts.find(({ id }) => id === value);
  if (account) return words.accountRoot(account.id, account.name);
  const root = world.accounts.find(({ id, partition }) => value === `arn:${partition}:iam::${id}:root`);
  if (root) return words.accountRoot(root.id, root.name);
  const { users, roles, groups, managedPolicies, samlProviders, oidcProviders } = world;
  const thing = [...users, ...roles, ...groups, ...managedPolicies, ...samlProviders, ...oidcProviders].find(({ arn }) => arn === value);
  if (thing) return words.ofAccount(words.thing[thing.kind], thing.name, thing.account);
  const resource = world.resources.find(({ arn }) => value === arn || value.startsWith(`${arn}/`));
  if (resource) return words.ofAccount(words.thing.resource, resource.arn, resource.account);
  if (catalog.managedPolicies.some(({ arn }) => arn === value)) return words.awsManaged;
  return catalog.services.find(({ name }) => name === value)?.text ?? oidcWords(catalog, value);
}

const oidcWords = (catalog: Catalog, value: string): string | null =>
  catalog.oidcProviders.find(({ host }) => host === value || value.endsWith(`:oidc-provider/${host}`))?.text ?? null;

/** Keys of tags that the world's principals have. */
export function tagKeys({ users, roles }: World): string[] {
  return [...new Set([...users, ...roles].flatMap(({ tags }: Principal) => Object.keys(tags)))].sort();
}

/** Whether an action that a policy names (with "*" and "?") is this one. For ordering what is offered, not for judging. */
export function names(pattern: string, action: string): boolean {
  // A walk with one place to return to: no regular expression is made from what somebody typed.
  const [p, a] = [pattern.toLowerCase(), action.toLowerCase()];
  let [i, j, star, mark] = [0, 0, -1, 0];
  while (j < a.length) {
    if (p[i] === '*') [star, mark, i] = [i, j, i + 1];
    else if (i < p.length && (p[i] === '?' || p[i] === a[j])) [i, j] = [i + 1, j + 1];
    else if (star >= 0) [i, j, mark] = [star + 1, mark + 1, mark + 1];
    else return false;
  }
  while (p[i] === '*') i++;
  return i === p.length;
}
