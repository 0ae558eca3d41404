// How each kind of thing is referred to: what the words look like, and where they may stand.

import type { JSONPath } from 'jsonc-parser';
import type { CatalogOperation, ParameterMeaning } from '../engine/assist';
import { operationOf, parameterThat } from '../engine/operations';
import { kindOf } from './things';
import { type Json, listOf, objectOf, textOf, valueAt } from './values';
import { iamArn, type PrincipalKind } from './world';

/** What changes: the thing's name (an account's id, a resource's ARN, ...), or its IAM path ("/teams/"). */
export interface Renaming {
  path: JSONPath;
  name?: string;
  iamPath?: string;
}

export interface Rule {
  /** Global; matches the whole of what `to` replaces. */
  pattern: RegExp;
  to: string;
  /** Of the path of a string in the document. */
  where(path: JSONPath): boolean;
}

const anywhere = (): boolean => true;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

// An ARN begins where no part of a longer word stands before it, and a name ends where none of the characters follow that
// names and patterns are made of.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
const START = '(?<![\\w:/.@-])';
const END = '(?![\\w+=,.@/*?:$-])';

const word = (before: string, text: string, after: string): RegExp => new RegExp(before + escape(text) + after, 'g');
const rule = (pattern: RegExp, to: string, where: Rule['where'] = anywhere): Rule => ({ pattern, to, where });
const whole = (text: string, to: string, where: Rule['where']): Rule => rule(new RegExp(`^${escape(text)}$`, 'g'), to, where);

/** An id that is unlike any other word: it counts wherever it is not part of a longer one. */
const token = (id: string, to: string): Rule[] => (id ? [rule(word('(?<![\\w.@+-])', id, '(?![\\w.@+-])'), to)] : []);

/** What the catalog says of the calls that a scenario can have. */
export type Operations = readonly CatalogOperation[];

/** The rules for what has to follow a thing that gets another name or IAM path. Empty: nothing refers to such a thing. */
export function rulesFor(scenario: Json, renaming: Renaming, operations: Operations): Rule[] {
  const { path, name } = renaming;
  const old = String(path.at(-1));
  const kind = kindOf(path);
  if (kind === 'account' || kind === 'organization' || kind === 'unit') return token(old, name ?? old);
  if (kind === 'root') return token(textOf(valueAt(scenario, [...path, 'id'])), name ?? '');
  if (kind === 'resource') return [rule(word(START, old, '(?![\\w+=,.@*?$-])'), name ?? old)];
  if (kind === 'policy') return inlinePolicyRules(scenario, path, name ?? old, operations);
  const principal = kind ? PRINCIPAL[kind] : undefined;
  return principal ? iamRules(scenario, renaming, principal, operations) : [];
}

const PRINCIPAL: Partial<Record<string, PrincipalKind>> = {
  user: 'user',
  role: 'role',
  group: 'group',
  managedPolicy: 'policy',
  samlProvider: 'saml-provider',
  oidcProvider: 'oidc-provider',
};

function iamRules(scenario: Json, { path, name, iamPath }: Renaming, kind: PrincipalKind, operations: Operations): Rule[] {
  const account = String(path[1]);
  const partition = textOf(valueAt(scenario, ['accounts', account, 'partition'])) || 'aws';
  const oldPath = kind === 'user' || kind === 'role' || kind === 'group' ? textOf(valueAt(scenario, [...path, 'path'])) || '/' : '/';
  const old = String(path.at(-1));
  const to = name ?? old;
  const arn = (iam: string, called: string): string => iamArn(partition, account, kind, iam, called);
  const rules = [rule(word(START, arn(oldPath, old), END), arn(iamPath ?? oldPath, to))];
  if (to === old && iamPath !== undefined) return rules;
  return [...rules, ...namesOnly(scenario, path, kind, partition, to, operations)];
}

/** What names a thing without its IAM path. */
function namesOnly(scenario: Json, path: JSONPath, kind: PrincipalKind, partition: string, to: string, operations: Operations): Rule[] {
  const account = String(path[1]);
  const old = String(path.at(-1));
  const inAccount = (place: JSONPath): boolean => place[0] === 'accounts' && place[1] === account;
  if (kind === 'group') return [whole(old, to, (place) => inAccount(place) && place[2] === 'users' && place[4] === 'groups')];
  if (kind === 'policy') return [whole(old, to, (place) => inAccount(place) && place[4] === 'attached')];
  if (kind === 'oidc-provider') return oidcRules(scenario, account, old, to, inAccount);
  if (kind === 'user') return [whole(old, to, namedInCall(scenario, account, NAMES.user, operations))];
  if (kind !== 'role') return [];
  // A session's ARN has the role's name and no path.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
  const session = `arn:${partition}:sts::${account}:assumed-role/`;
  return [
    rule(word(START, session + old, '(?![\\w+=,.@*?$-])'), session + to),
    whole(old, to, namedInCall(scenario, account, NAMES.role, operations)),
  ];
}

/** Condition keys begin with the provider's host; the issuer of a token is its address. */
function oidcRules(scenario: Json, account: string, old: string, to: string, inAccount: Rule['where']): Rule[] {
  const others = Object.entries(objectOf(scenario['accounts'])).some(
    ([id, other]) => id !== account && old in objectOf(objectOf(other)['oidcProviders']),
  );
  const keys = rule(new RegExp(`(?:^|(?<=\\$\\{))${escape(old)}(?=:)`, 'g'), to, inAccount);
  const issuer = whole(`https://${old}`, `https://${to}`, (place) => place[0] === 'steps' && place.at(-1) === 'iss');
  return others ? [keys] : [keys, issuer];
}

/** What the parameters mean by which a call names a role or a user of the caller's account. */
const NAMES = {
  role: ['role_name', 'new_role_name'],
  user: ['user_name', 'new_user_name'],
} satisfies Record<string, ParameterMeaning[]>;

/** The step of a path, and what the catalog says of its call. */
function callAt(scenario: Json, place: JSONPath, operations: Operations): { step: Json; operation: CatalogOperation | null } {
  const step = objectOf(valueAt(scenario, ['steps', place[1] ?? 0]));
  return { step, operation: operationOf(operations, textOf(step['call'])) };
}

/** Whether a path is that of a parameter with one of these meanings, in a call that a caller of this account makes. */
const namedInCall =
  (scenario: Json, account: string, meanings: readonly ParameterMeaning[], operations: Operations): Rule['where'] =>
  (place) => {
    if (place[0] !== 'steps' || place[2] !== 'with' || place.length !== 4) return false;
    const { step, operation } = callAt(scenario, place, operations);
    const parameter = operation?.parameters.find(({ name }) => name === place[3]);
    return (
      parameter !== undefined && meanings.includes(parameter.means) && accountOfCaller(scenario, textOf(step['as']), operations) === account
    );
  };

/** The account that a step's `as` acts in: an ARN's, or that of the session which an earlier step issued. */
function accountOfCaller(scenario: Json, as: string, operations: Operations): string {
  const steps = listOf(scenario['steps']).map(objectOf);
  let name = as;
  for (let hop = 0; hop <= steps.length; hop++) {
    if (name.startsWith('arn:')) return name.split(':')[4] ?? '';
    const issuer = steps.find(({ id }) => id === name);
    const assumed = parameterThat(operationOf(operations, textOf(issuer?.['call'])), 'role_arn');
    name = (assumed && textOf(objectOf(issuer?.['with'])[assumed.name])) || textOf(issuer?.['as']);
  }
  return '';
}

/** A call names an inline policy together with the user or role that has it. */
function inlinePolicyRules(scenario: Json, path: JSONPath, to: string, operations: Operations): Rule[] {
  const [, account, field, owner, , old] = path.map(String);
  const isCall = namedInCall(scenario, account ?? '', ['inline_policy_name'], operations);
  const ofOwner = (place: JSONPath): boolean => {
    if (!isCall(place)) return false;
    const { step, operation } = callAt(scenario, place, operations);
    const named = parameterThat(operation, field === 'roles' ? 'role_name' : 'user_name');
    return named !== null && valueAt(step, ['with', named.name]) === owner;
  };
  return field === 'groups' ? [] : [whole(old ?? '', to, ofOwner)];
}
