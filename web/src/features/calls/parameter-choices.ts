// What parameters are chosen from: what the scenario has of roles, users and policies, and what AWS has of its own.

import type { Principal, World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import type { Choice, ChoiceGroup } from '../../forms/fields';
import { samlProviders } from './claims-field';
import { texts } from './texts';

/** A group for each account. `valueOf`: what of a user or role the parameter names. */
const byAccount = (
  principals: readonly Principal[],
  label: (account: string) => string,
  valueOf: (one: Principal) => string,
): ChoiceGroup[] =>
  [...new Set(principals.map(({ account }) => account))].map((account) => ({
    label: label(account),
    choices: principals.filter((one) => one.account === account).map((one) => ({ value: valueOf(one), text: `${one.name} (${account})` })),
  }));

/** What a parameter's value is chosen from, under the catalog's names of sources; all others are typed. */
const CHOICES: Readonly<Record<string, (world: World, catalog: Catalog) => ChoiceGroup[]>> = {
  'role-arn': ({ roles }) => byAccount(roles, texts().pick.rolesOf, ({ arn }) => arn),
  'role-name': ({ roles }) => byAccount(roles, texts().pick.rolesOf, ({ name }) => name),
  'user-name': ({ users }) => byAccount(users, texts().pick.usersOf, ({ name }) => name),
  'saml-arn': samlProviders,
  account: ({ accounts }) => [
    { label: texts().pick.accounts, choices: accounts.map(({ id, name }) => ({ value: id, text: name ? `${id} (${name})` : id })) },
  ],
  'policy-arn': ({ managedPolicies }, catalog) => {
    const own = managedPolicies.map(({ arn, name, account }) => ({ value: arn, text: `${name} (${account})` }));
    return [{ label: texts().pick.managed, choices: [...own, ...awsPolicies(catalog, false)] }];
  },
};

/** Null: nothing is offered. */
export const choicesFrom = (source: string, world: World, catalog: Catalog): ChoiceGroup[] | null =>
  CHOICES[source]?.(world, catalog) ?? null;

/** The policies that name the tasks of AssumeRoot. */
export const taskPolicies = (catalog: Catalog): ChoiceGroup[] => [{ label: texts().pick.tasks, choices: awsPolicies(catalog, true) }];

/** AWS's own policies: those for the tasks of AssumeRoot, or all others. */
const awsPolicies = (catalog: Catalog, forTasks: boolean): Choice[] =>
  catalog.managedPolicies
    .filter(({ arn }) => arn.includes(':policy/root-task/') === forTasks)
    .map(({ name, arn }) => ({ value: arn, text: name }));
