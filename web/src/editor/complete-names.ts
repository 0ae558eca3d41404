// Completion with what the scenario's world has: accounts, principals, resources, and what AWS has for all.

import type { Offer } from './completion';
import { type Knowledge, thingWords } from './lookup';

const offer = (label: string, kind: Offer['kind'], rank: number, detail?: string): Offer => ({ label, kind, rank, detail });

/** Accounts (as their root), users and roles, by ARN. */
export function principalOffers({ world, words }: Knowledge): Offer[] {
  const accounts = world.accounts.map(({ id, name, partition }) =>
    offer(`arn:${partition}:iam::${id}:root`, 'principal', 0, words.accountRoot(id, name)),
  );
  const people = [...world.users, ...world.roles].map(({ arn, kind, name, account }) =>
    offer(arn, 'principal', 1, words.ofAccount(words.thing[kind], name, account)),
  );
  return [...accounts, ...people];
}

export function roleOffers({ world, words }: Knowledge): Offer[] {
  return world.roles.map(({ arn, name, account }) => offer(arn, 'principal', 0, words.ofAccount(words.thing.role, name, account)));
}

export function resourceOffers({ world, words }: Knowledge): Offer[] {
  return world.resources.flatMap(({ arn, account }) => [
    offer(arn, 'resource', 0, words.ofAccount(words.thing.resource, arn, account)),
    offer(`${arn}/*`, 'resource', 1, words.allBelow),
  ]);
}

/** Everything of the world that has an ARN. */
export function arnOffers(knowledge: Knowledge): Offer[] {
  const { groups, managedPolicies, samlProviders, oidcProviders } = knowledge.world;
  const others = [...groups, ...managedPolicies, ...samlProviders, ...oidcProviders];
  return [
    ...principalOffers(knowledge),
    ...resourceOffers(knowledge),
    ...others.map(({ arn }) => offer(arn, 'resource', 2, thingWords(knowledge, arn) ?? undefined)),
  ];
}

export const serviceOffers = ({ catalog }: Knowledge): Offer[] =>
  catalog.services.map(({ name, text }) => ({ ...offer(name, 'principal', 0), text }));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
const BUILT_IN = ['accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com', 'www.amazon.com'];

/** The world's identity providers, then those that are built into AWS. */
export function federatedOffers(knowledge: Knowledge): Offer[] {
  const { oidcProviders, samlProviders } = knowledge.world;
  return [
    ...[...oidcProviders, ...samlProviders].map(({ arn }) => offer(arn, 'principal', 0, thingWords(knowledge, arn) ?? undefined)),
    ...BUILT_IN.map((host) => offer(host, 'principal', 1, thingWords(knowledge, host) ?? undefined)),
  ];
}

export const managedPolicyArnOffers = (knowledge: Knowledge): Offer[] => [
  ...knowledge.world.managedPolicies.map(({ arn }) => offer(arn, 'resource', 0, thingWords(knowledge, arn) ?? undefined)),
  ...knowledge.catalog.managedPolicies.map(({ arn }) => offer(arn, 'resource', 1, knowledge.words.awsManaged)),
];
