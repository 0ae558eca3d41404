// What a scenario's text names: accounts, principals, resources, sessions. For lists to choose from and for completion; what
// any of it means is the engine's to say. A text that is broken gives as much as can be read of it.

import { getNodeValue, type JSONPath } from 'jsonc-parser';
import { treeOf } from './edit';
import { isText, type Json, listOf, objectOf, textOf, textsOf } from './values';

export type PrincipalKind = 'user' | 'role' | 'group' | 'policy' | 'saml-provider' | 'oidc-provider';

/** Something that an account has, where it stands in the text, and its ARN as AWS forms it. */
export interface Named {
  kind: PrincipalKind;
  name: string;
  account: string;
  arn: string;
  path: JSONPath;
}

export interface Principal extends Named {
  mfaDevices: readonly string[];
  /** Of a role, in seconds; null where the text does not say. */
  maxSessionDuration: number | null;
  tags: Readonly<Record<string, string>>;
}

export interface AccountEntry {
  id: string;
  name: string;
  partition: string;
  path: JSONPath;
}

export interface ResourceEntry {
  arn: string;
  account: string;
  path: JSONPath;
}

export interface StepEntry {
  index: number;
  /** Empty where the author gave none: then it issues no session that can be named. */
  id: string;
  call: string;
  as: string | null;
}

export interface World {
  accounts: readonly AccountEntry[];
  users: readonly Principal[];
  roles: readonly Principal[];
  groups: readonly Named[];
  managedPolicies: readonly Named[];
  samlProviders: readonly Named[];
  oidcProviders: readonly Named[];
  resources: readonly ResourceEntry[];
  organizations: readonly { id: string; path: JSONPath }[];
  steps: readonly StepEntry[];
  now: string | null;
}

/** The scenario's text as a value; an empty object where it has none. */
export function valueOf(text: string): Json {
  const tree = treeOf(text);
  return tree ? objectOf(getNodeValue(tree)) : {};
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
const RESOURCE_TYPE: Record<PrincipalKind, string> = {
  user: 'user',
  role: 'role',
  group: 'group',
  policy: 'policy',
  'saml-provider': 'saml-provider',
  'oidc-provider': 'oidc-provider',
};

/** `path` is IAM's: "/" or "/teams/audit/". */
export function iamArn(partition: string, account: string, kind: PrincipalKind, path: string, name: string): string {
  return `arn:${partition}:iam::${account}:${RESOURCE_TYPE[kind]}${path}${name}`;
}

function named(account: AccountEntry, members: unknown, field: string, kind: PrincipalKind): (Named & { value: Json })[] {
  return Object.entries(objectOf(members)).map(([name, member]) => {
    const value = objectOf(member);
    const hasPath = kind === 'user' || kind === 'role' || kind === 'group';
    const arn = iamArn(account.partition, account.id, kind, hasPath ? textOf(value['path'], '/') : '/', name);
    return { kind, name, account: account.id, arn, path: [...account.path, field, name], value };
  });
}

const principal = ({ value, ...entry }: Named & { value: Json }): Principal => ({
  ...entry,
  mfaDevices: textsOf(value['mfaDevices']),
  maxSessionDuration: typeof value['maxSessionDuration'] === 'number' ? value['maxSessionDuration'] : null,
  tags: Object.fromEntries(Object.entries(objectOf(value['tags'])).filter((tag): tag is [string, string] => isText(tag[1]))),
});

const plain = ({ value: _, ...entry }: Named & { value: Json }): Named => entry;

const stepsOf = (value: unknown): StepEntry[] =>
  listOf(value)
    .map(objectOf)
    .map(({ id, call, as }, index) => ({ index, id: textOf(id), call: textOf(call), as: isText(as) ? as : null }));

export function worldOf(text: string): World {
  const scenario = valueOf(text);
  const accounts = Object.entries(objectOf(scenario['accounts'])).map(([id, account]) => {
    const value = objectOf(account);
    const entry = { id, name: textOf(value['name']), partition: textOf(value['partition'], 'aws'), path: ['accounts', id] };
    return { entry, value };
  });
  const all = (field: string, kind: PrincipalKind): (Named & { value: Json })[] =>
    accounts.flatMap(({ entry, value }) => named(entry, value[field], field, kind));
  return {
    accounts: accounts.map(({ entry }) => entry),
    users: all('users', 'user').map(principal),
    roles: all('roles', 'role').map(principal),
    groups: all('groups', 'group').map(plain),
    managedPolicies: all('managedPolicies', 'policy').map(plain),
    samlProviders: all('samlProviders', 'saml-provider').map(plain),
    oidcProviders: all('oidcProviders', 'oidc-provider').map(plain),
    resources: accounts.flatMap(({ entry, value }) =>
      Object.keys(objectOf(value['resources'])).map((arn) => ({ arn, account: entry.id, path: [...entry.path, 'resources', arn] })),
    ),
    organizations: Object.keys(objectOf(scenario['organizations'])).map((id) => ({ id, path: ['organizations', id] })),
    steps: stepsOf(scenario['steps']),
    now: typeof scenario['now'] === 'string' ? scenario['now'] : null,
  };
}
