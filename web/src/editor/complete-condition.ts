// Completion inside the element Condition: operators, condition keys and their values.

import { textsOf } from '../document/values';
import type { Catalog, CatalogConditionKey } from '../engine/assist';
import type { Offer } from './completion';
import { accountWords, conditionKey, type Knowledge, names, operatorOf, tagKeys } from './lookup';
import { type Place, readAt } from './place';
import { arnOffers, principalOffers } from './complete-names';

/** All operators, each also with IfExists and with the two set operators. */
export function operatorOffers({ catalog }: Knowledge): Offer[] {
  const forms = ({ name, family }: Catalog['operators'][number]): { label: string; rank: number }[] => {
    const [first, ...sets] = ['', 'ForAnyValue:', 'ForAllValues:'].map((set) => set + name);
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
    const labels =
      family === 'null' ? [first ?? name] : [first ?? name, `${name}IfExists`, ...sets, ...sets.map((set) => `${set}IfExists`)];
    return labels.map((label, index) => ({ label, rank: index === 0 ? 0 : index === 1 ? 1 : 2 }));
  };
  return catalog.operators.flatMap((operator) =>
    forms(operator).map(({ label, rank }) => ({
      label,
      kind: 'operator' as const,
      rank,
      text: operator.text,
      documentation: operator.documentation,
      snippet: '{ "$1" }',
      more: true,
    })),
  );
}

/** The actions that a statement names; null where they say nothing about which ones it is about. */
export function actionsOf(place: Place): string[] | null {
  const statement = place.policy?.statement;
  const actions = statement ? textsOf(readAt(place.tree, [...statement, 'Action'])) : [];
  return actions.length > 0 ? actions : null;
}

/** The hosts of the OIDC providers that the statement's principal names. */
function hostsOf(place: Place): string[] {
  const statement = place.policy?.statement;
  const providers = statement ? textsOf(readAt(place.tree, [...statement, 'Principal', 'Federated'])) : [];
  return providers.map((provider) => provider.replace(/^arn:.*:oidc-provider\//, '')).filter((host) => !host.startsWith('arn:'));
}

/** Whether a request for one of the statement's actions can have the key. */
const suits = ({ operations }: CatalogConditionKey, actions: string[] | null): boolean =>
  operations === null || actions === null || operations.some((operation) => actions.some((action) => names(action, operation)));

const FITTING: Record<string, readonly string[]> = { string: ['string'], arn: ['arn', 'string'] };

export function conditionKeyOffers(place: Place, operatorName: string, knowledge: Knowledge): Offer[] {
  const family = operatorOf(knowledge.catalog, operatorName)?.operator.family;
  const fits = ({ type }: CatalogConditionKey): boolean =>
    family === undefined || family === 'null' || (FITTING[family] ?? [family]).includes(type);
  const actions = actionsOf(place);
  const hosts = hostsOf(place);
  return knowledge.catalog.conditionKeys
    .filter((key) => suits(key, actions))
    .flatMap((key) =>
      keyNames(key, hosts, knowledge).map(({ name, near }) => ({
        ...keyOffer(key, name, knowledge),
        rank: (fits(key) ? 0 : 4) + (near ? 0 : key.operations !== null && actions !== null ? 1 : foreign(name, hosts) ? 3 : 2),
        snippet: valueSnippet(key, family),
        more: true,
      })),
    );
}

function keyOffer(key: CatalogConditionKey, name: string, { words }: Knowledge): Offer {
  return {
    label: name,
    kind: 'key',
    rank: 0,
    detail: words.type[key.type].replace(/\.$/, ''),
    text: key.text,
    documentation: key.documentation,
  };
}

/** The key of a provider that the statement does not name. */
const foreign = (name: string, hosts: readonly string[]): boolean =>
  (/^[^:]*\.[^:]*:/.test(name) || name.startsWith('saml:')) && !hosts.some((host) => name.startsWith(`${host}:`));

/** A key's names: with the tags that the world has, and with the providers that the statement names. */
function keyNames(key: CatalogConditionKey, hosts: readonly string[], { world }: Knowledge): { name: string; near: boolean }[] {
  if (key.match === 'suffix') {
    const known = hosts.length > 0 ? hosts : world.oidcProviders.map(({ name }) => name);
    return [...new Set(known)].map((host) => ({ name: host + key.name, near: hosts.length > 0 }));
  }
  if (key.match === 'exact') return [{ name: key.name, near: hosts.some((host) => key.name.startsWith(`${host}:`)) }];
  const tags = /tag\/$/i.test(key.name) ? tagKeys(world) : [];
  return [...tags.map((tag) => ({ name: key.name + tag, near: false })), { name: key.name, near: false }];
}

const valueSnippet = ({ type }: CatalogConditionKey, family: string | undefined): string =>
  family === 'null' || type === 'bool' ? '"${1:true}"' : '"$1"';

/** Names for a step's `context`. */
export function contextKeyOffers(knowledge: Knowledge): Offer[] {
  return knowledge.catalog.conditionKeys.flatMap((key) =>
    keyNames(key, [], knowledge).map(({ name }) => ({
      ...keyOffer(key, name, knowledge),
      // What the engine derives needs no context.
      rank: key.derived ? 1 : 0,
      snippet: key.type === 'bool' ? '${1:true}' : '"$1"',
    })),
  );
}

const value = (label: string, rank: number, detail?: string): Offer => ({ label, kind: 'value', rank, detail });

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ACCOUNT_KEY = /^aws:(?:principal|resource|source)account$|^aws:vpceaccount$/i;
const ORGANIZATION_KEY = /^aws:(?:principal|resource|source|vpce)orgid$/i;
const TAG_KEYS = /^(?:aws:tagkeys|sts:transitivetagkeys)$/i;

export function conditionValueOffers(place: Place, operatorName: string, name: string, knowledge: Knowledge): Offer[] {
  const { catalog, world } = knowledge;
  const key = conditionKey(catalog, name);
  const family = operatorOf(catalog, operatorName)?.operator.family;
  if (family === 'null' || family === 'bool' || key?.type === 'bool') return [value('true', 0), value('false', 1)];
  if (ACCOUNT_KEY.test(name)) return world.accounts.map(({ id }) => value(id, 0, accountWords(knowledge, id)));
  if (ORGANIZATION_KEY.test(name)) return world.organizations.map(({ id }) => value(id, 0));
  if (TAG_KEYS.test(name)) return tagKeys(world).map((tag) => value(tag, 0));
  if (key?.type === 'date') return world.now ? [value(world.now, 0)] : [];
  if (/^aws:principalarn$/i.test(name)) return principalOffers(knowledge);
  if (key?.type === 'arn') return arnOffers(knowledge);
  if (/^(?:aws:calledvia|iam:passedtoservice|aws:principalservicename)/i.test(name)) {
    return catalog.services.map((service) => value(service.name, 0, service.text));
  }
  if (/^aws:username$/i.test(name)) return world.users.map((user) => value(user.name, 0));
  return [...claimOffers(name, knowledge), ...tagValueOffers(name, knowledge), ...variableOffers(place, knowledge)];
}

/** What a provider's tokens say in the claim that the key stands for. */
function claimOffers(name: string, { catalog, words }: Knowledge): Offer[] {
  const at = name.lastIndexOf(':');
  const provider = catalog.oidcProviders.find(({ host }) => host === name.slice(0, at));
  const claim: unknown = provider?.claims[name.slice(at + 1)];
  return textsOf(claim).map((text) => value(text, 0, words.example));
}

function tagValueOffers(name: string, { world, words }: Knowledge): Offer[] {
  const key = /^aws:(?:principal|request|resource)tag\/(.+)$/i.exec(name)?.[1];
  if (key === undefined) return [];
  const values = [...world.users, ...world.roles].flatMap(({ tags }) => (Object.hasOwn(tags, key) ? [tags[key] ?? ''] : []));
  return [...new Set(values)].map((text) => value(text, 0, words.seen));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse */
const VARIABLES = ['aws:username', 'aws:userid', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:SourceIdentity', 'sts:SourceIdentity'];

export function variableOffers(place: Place, { world, words }: Knowledge): Offer[] {
  const names = [...VARIABLES, ...tagKeys(world).map((tag) => `aws:PrincipalTag/${tag}`)];
  // Somebody who is typing the variable inside of a longer text completes that text.
  const before = place.token?.value.match(/^(.+?)\$\{?[\w:/]*$/s)?.[1] ?? '';
  return names.map((name) => value(`${before}\${${name}}`, 5, words.variable));
}
