// What parameters are chosen from: what the scenario has of roles, users and policies, and what AWS has of its own.

import type { Principal, World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import { samlProviders } from './claims-field';
import type { ChoiceGroup } from './fields';
import { texts } from './texts';

const byAccount = (principals: readonly Principal[], label: (account: string) => string): ChoiceGroup[] =>
  [...new Set(principals.map(({ account }) => account))].map((account) => ({
    label: label(account),
    choices: principals.filter((one) => one.account === account).map(({ arn, name }) => ({ value: arn, text: `${name} (${account})` })),
  }));

const namesOf = (principals: readonly Principal[], label: (account: string) => string): ChoiceGroup[] =>
  byAccount(principals, label).map(({ label: account, choices }) => ({
    label: account,
    choices: choices.map(({ value, text }) => ({ value: principals.find(({ arn }) => arn === value)?.name ?? value, text })),
  }));

/** What a parameter of an operation is chosen from; null: it is typed. */
export function choicesFor(parameter: string, operation: string, world: World, catalog: Catalog): ChoiceGroup[] | null {
  const { pick } = texts();
  switch (parameter) {
    case 'RoleArn':
      return byAccount(world.roles, pick.rolesOf);
    case 'PrincipalArn':
      return samlProviders(world);
    case 'TaskPolicyArn':
      return [{ label: pick.tasks, choices: taskPolicies(catalog) }];
    case 'TargetPrincipal':
      return [{ label: pick.accounts, choices: world.accounts.map(({ id, name }) => ({ value: id, text: name ? `${id} (${name})` : id })) }];
    case 'PermissionsBoundary':
      return [{ label: pick.managed, choices: managedPolicies(world, catalog) }];
    case 'RoleName':
      return operation === 'iam:CreateRole' ? null : namesOf(world.roles, pick.rolesOf);
    case 'UserName':
      return operation === 'iam:CreateUser' ? null : namesOf(world.users, pick.usersOf);
    default:
      return null;
  }
}

const TASK_POLICIES = ':policy/root-task/';

const taskPolicies = (catalog: Catalog): { value: string; text: string }[] =>
  catalog.managedPolicies.filter(({ arn }) => arn.includes(TASK_POLICIES)).map(({ name, arn }) => ({ value: arn, text: name }));

export const managedPolicies = (world: World, catalog: Catalog): { value: string; text: string }[] => [
  ...world.managedPolicies.map(({ arn, name, account }) => ({ value: arn, text: `${name} (${account})` })),
  ...catalog.managedPolicies.filter(({ arn }) => !arn.includes(TASK_POLICIES)).map(({ name, arn }) => ({ value: arn, text: name })),
];
