// Completion in a scenario document, outside of its policies.

import { type Json, objectOf, textsOf } from '../document/values';
import { contextKeyOffers, conditionValueOffers } from './complete-condition';
import { federatedOffers, managedPolicyArnOffers, principalOffers, resourceOffers, roleOffers, serviceOffers } from './complete-names';
import type { Offer } from './completion';
import { accountWords, type Knowledge, named, tagKeys } from './lookup';
import { type Place, readAt, siblingNames } from './place';
import { callOf, parameterOf, type Shape, shapeOf, type Source } from './scenario-shape';

const value = (label: string, rank: number, detail?: string): Offer => ({ label, kind: 'value', rank, detail });
const bare = (label: string, rank: number): Offer => ({ ...value(label, rank), snippet: label });

export function scenarioOffers(place: Place, knowledge: Knowledge): Offer[] {
  const { shape, parent } = place.field ?? { shape: null, parent: null };
  if (place.isKey) return nameOffers(place, parent, knowledge);
  if (shape?.is === 'value') return valuesOf(shape, place, knowledge);
  if (shape && !place.token && shape.is !== 'list') return [{ label: '{ }', kind: 'value', rank: 0, snippet: skeleton(shape) }];
  return [];
}

/** What stands behind a new field's colon. */
function skeleton(shape: Shape | null): string {
  if (shape?.is === 'policy') return '{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t{ "Effect": "Allow", $0 }\n\t]\n}';
  if (shape?.is === 'list') return shape.of.is === 'value' ? '["$1"]' : '[\n\t{ "$1" }\n]';
  if (shape?.is === 'object' && shape.orText) return '"$1"';
  if (shape?.is !== 'value') return '{\n\t"$1"\n}';
  return shape.source === 'integer' || shape.source === 'boolean' ? '$1' : '"$1"';
}

function nameOffers(place: Place, parent: Shape | null, knowledge: Knowledge): Offer[] {
  const present = siblingNames(place);
  const missing = ({ label }: Offer): boolean => !present.includes(label);
  if (parent?.is === 'object') {
    return parent.fields
      .map(({ name, text, documentation, required, ...field }, index): Offer => {
        const shape = shapeOf(knowledge.catalog, field.shape);
        const rank = required ? 0 : 1 + index;
        return { label: name, kind: 'element', rank, text, documentation, snippet: skeleton(shape), more: shape.is !== 'policy' };
      })
      .filter(missing);
  }
  if (parent?.is === 'parameters') return parameterOffers(place, knowledge).filter(missing);
  return parent?.is === 'map' ? memberOffers(parent, place, knowledge).filter(missing) : [];
}

function parameterOffers(place: Place, { catalog }: Knowledge): Offer[] {
  const operation = named(catalog.operations, callOf(place.path, place.tree));
  const snippets: Readonly<Record<string, string>> = {
    integer: '$1',
    boolean: '${1:true}',
    string_list: '["$1"]',
    tag_list: '[{ "Key": "$1", "Value": "$2" }]',
    policy: skeleton({ is: 'policy', kind: 'session' }),
    policy_arn_list: '[{ "arn": "$1" }]',
    policy_arn: '{ "arn": "$1" }',
    assertion: '{\n\t"$1"\n}',
    token: '{\n\t"$1"\n}',
    provided_contexts: '[{ "ProviderArn": "$1", "ContextAssertion": "$2" }]',
  };
  return (operation?.parameters ?? []).map(({ name, type, text, documentation, required }) => {
    return { label: name, kind: 'element', rank: required ? 0 : 1, text, documentation, snippet: snippets[type] ?? '"$1"', more: true };
  });
}

/** Names for the members of a map, where they are known. */
function memberOffers(map: Shape & { is: 'map' }, place: Place, knowledge: Knowledge): Offer[] {
  const { catalog, world } = knowledge;
  const snippet = skeleton(map.of);
  const offers = (labels: readonly string[]): Offer[] => labels.map((label) => ({ ...value(label, 0), snippet }));
  switch (map.names) {
    case 'tag':
      return offers(tagKeys(world));
    case 'account':
      return world.accounts.map(({ id }) => ({ ...value(id, 0, accountWords(knowledge, id)), snippet }));
    case 'oidc-host':
      return catalog.oidcProviders.map(({ host, text }) => ({ ...value(host, 0), text, snippet: '{ "clientIds": ["$1"] }' }));
    case 'context-key':
      return contextKeyOffers(knowledge);
    case 'saml-attribute':
      return catalog.samlAttributes.map(({ name, text, required }) => ({ ...value(name, required ? 0 : 1), text, snippet }));
    case 'claim':
      return offers([...new Set(['iss', 'sub', 'aud', ...Object.keys(claimsAt(place, knowledge))])]);
    default:
      return [];
  }
}

/** Example claims of the provider that the token at a place names. */
function claimsAt(place: Place, { catalog }: Knowledge): Json {
  const issuer = readAt(place.tree, [...place.path.slice(0, -1), 'iss']);
  return catalog.oidcProviders.find(({ host }) => issuer === `https://${host}`)?.claims ?? {};
}

function valuesOf({ source, choices }: Shape & { is: 'value' }, place: Place, knowledge: Knowledge): Offer[] {
  const { catalog, world, words } = knowledge;
  const account = place.path[0] === 'accounts' ? String(place.path[1]) : null;
  const own = (entry: { account: string }): boolean => entry.account === account;
  if (choices.length > 0) return choices.map((choice, rank) => value(choice, rank, source === 'format' ? words.format_ : undefined));
  const texts: Readonly<Record<Source, () => Offer[]>> = {
    account: () => world.accounts.map(({ id }) => value(id, 0, accountWords(knowledge, id))),
    action: () => catalog.actions.map((action) => ({ ...value(action.name, 0), text: action.text, documentation: action.documentation })),
    attached: () => [
      ...world.managedPolicies.filter(own).map(({ name }) => value(name, 0, words.thing.policy)),
      ...catalog.managedPolicies.map(({ arn }) => value(arn, 1, words.awsManaged)),
    ],
    boolean: () => [bare('true', 0), bare('false', 1)],
    call: () => callOffers(knowledge),
    caller: () => callerOffers(place, knowledge),
    'context-value': () => contextValues(place, knowledge),
    group: () => world.groups.filter(own).map(({ name }) => value(name, 0, words.thing.group)),
    instant: () => instants(world.now),
    'instant-or-offset': () => [...instants(world.now), ...['+5m', '+1h', '+1d'].map((offset) => value(offset, 0))],
    mfa: () => mfaOffers(place, knowledge),
    'mfa-code': () => filledInOffers(place, knowledge),
    'policy-arn': () => managedPolicyArnOffers(knowledge),
    region: () => REGIONS.map((region, rank) => value(region, rank)),
    resource: () => [
      ...resourceOffers(knowledge),
      ...roleOffers(knowledge).map((offer) => ({ ...offer, rank: 2 })),
      value('*', 3, words.everything),
    ],
    'role-arn': () => roleOffers(knowledge),
    'role-name': () => world.roles.map(({ name }) => value(name, 0, words.thing.role)),
    'saml-arn': () => federatedOffers(knowledge).filter(({ label }) => label.includes(':saml-provider/')),
    service: () => serviceOffers(knowledge),
    'sts-operation': () => catalog.operations.flatMap(({ name, text }) => (name.startsWith('sts:') ? [{ ...value(name, 0), text }] : [])),
    tag: () => tagKeys(world).map((tag) => value(tag, 0, words.seen)),
    '': () => claimOffers(place, knowledge),
    'user-name': () => world.users.map(({ name }) => value(name, 0, words.thing.user)),
    workstation: () => Object.keys(objectOf(readAt(place.tree, ['workstations']))).map((name) => value(name, 0)),
  };
  return texts[source]?.() ?? [];
}

/** STS's global endpoint and some Regions: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html */
const REGIONS = [
  'us-east-1',
  'global',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'eu-south-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-2',
];

const instants = (now: string | null): Offer[] => (now ? [value(now, 1)] : []);

function callOffers({ catalog, words }: Knowledge): Offer[] {
  const operations = catalog.operations.map(({ name, text, documentation }): Offer => {
    return { label: name, kind: 'action', rank: name.startsWith('sts:') ? 0 : 1, text: text || words.cli, documentation };
  });
  const known = new Set(operations.map(({ label }) => label));
  const actions = catalog.actions.filter(({ name }) => !known.has(name));
  return [
    ...operations,
    ...actions.map(({ name, text, documentation }): Offer => ({ label: name, kind: 'action', rank: 2, text, documentation })),
  ];
}

/** The word that the engine replaces at the call. */
function filledInOffers(place: Place, { catalog, words }: Knowledge): Offer[] {
  const word = parameterOf(catalog, callOf(place.path, place.tree), String(place.path[3]))?.filledIn;
  return word ? [value(word, 0, words.currentCode)] : [];
}

function callerOffers(place: Place, knowledge: Knowledge): Offer[] {
  const { catalog, world, words } = knowledge;
  const index = Number(place.path[1]);
  // A session has its step's name.
  const issues = (call: string): boolean => Boolean(named(catalog.operations, call)?.issues);
  const sessions = world.steps.filter((step) => step.index < index && step.id !== '' && issues(step.call));
  return [
    ...sessions.map(({ id }) => value(id, 0, words.sessionOf(id))),
    ...principalOffers(knowledge).flatMap((offer) => {
      if (offer.label.endsWith(':root')) return [{ ...offer, rank: 2, detail: words.rootUser(offer.label.split(':')[4] ?? '', '') }];
      return offer.label.includes(':user/') ? [offer] : [];
    }),
    ...serviceOffers(knowledge).map((offer) => ({ ...offer, rank: 3 })),
  ];
}

function contextValues(place: Place, knowledge: Knowledge): Offer[] {
  const name = String(place.path[3] ?? '');
  const offers = conditionValueOffers(place, '', name, knowledge).filter(({ label }) => !label.includes('${'));
  // A context has the JSON values true and false.
  return offers.map((offer) => (offer.label === 'true' || offer.label === 'false' ? { ...offer, snippet: offer.label } : offer));
}

function mfaOffers(place: Place, { world }: Knowledge): Offer[] {
  const [, account, , name] = place.path;
  const mine = place.path[0] === 'accounts' ? [`arn:aws:iam::${String(account)}:mfa/${String(name)}`] : [];
  return [...new Set([...mine, ...world.users.flatMap(({ mfaDevices }) => mfaDevices)])].map((serial, rank) => value(serial, rank));
}

function claimOffers(place: Place, knowledge: Knowledge): Offer[] {
  const { catalog, words } = knowledge;
  const claim = place.path.at(-1);
  const map = place.field?.parent;
  if (map?.is !== 'map' || map.names !== 'claim') return [];
  if (claim === 'iss') return catalog.oidcProviders.map(({ host, text }) => ({ ...value(`https://${host}`, 0), text }));
  return textsOf(claimsAt(place, knowledge)[String(claim)]).map((text) => value(text, 0, words.example));
}
