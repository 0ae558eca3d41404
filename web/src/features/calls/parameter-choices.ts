// What parameters are chosen from: what the scenario has of roles, users and policies, and what AWS has of its own.

import type { Principal, World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import type { Choice, ChoiceGroup } from '../../forms/fields';
import { samlProviders } from './claims-field';
import type { Source } from './controls';
import { texts } from './texts';

/** A group for each account. `valueOf`: what of a user or role the parameter names. */
const byAccount = (principals: readonly Principal[], label: (account: string) => string, valueOf: (one: Principal) => string): ChoiceGroup[] =>
  [...new Set(principals.map(({ account }) => account))].map((account) => ({
    label: label(account),
    choices: principals.filter((one) => one.account === account).map((one) => ({ value: valueOf(one), text: `${one.name} (${account})` })),
  }));

export function choicesFrom(source: Source, world: World, catalog: Catalog): ChoiceGroup[] {
  const { pick } = texts();
  switch (source) {
    case 'roles':
      return byAccount(world.roles, pick.rolesOf, ({ arn }) => arn);
    case 'roleNames':
      return byAccount(world.roles, pick.rolesOf, ({ name }) => name);
    case 'userNames':
      return byAccount(world.users, pick.usersOf, ({ name }) => name);
    case 'samlProviders':
      return samlProviders(world);
    case 'taskPolicies':
      return [{ label: pick.tasks, choices: awsPolicies(catalog, true) }];
    case 'accounts':
      return [{ label: pick.accounts, choices: world.accounts.map(({ id, name }) => ({ value: id, text: name ? `${id} (${name})` : id })) }];
    case 'managedPolicies': {
      const own = world.managedPolicies.map(({ arn, name, account }) => ({ value: arn, text: `${name} (${account})` }));
      return [{ label: pick.managed, choices: [...own, ...awsPolicies(catalog, false)] }];
    }
  }
}

/** AWS's own policies: those for the tasks of AssumeRoot, or all others. */
const awsPolicies = (catalog: Catalog, forTasks: boolean): Choice[] =>
  catalog.managedPolicies
    .filter(({ arn }) => arn.includes(':policy/root-task/') === forTasks)
    .map(({ name, arn }) => ({ value: arn, text: name }));
