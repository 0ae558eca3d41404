// Completion inside a policy, of whatever kind it is.

import type { PolicyKind } from '../engine/report';
import type { Offer } from './completion';
import { actionsOf, conditionKeyOffers, conditionValueOffers, operatorOffers, variableOffers } from './complete-condition';
import { arnOffers, federatedOffers, principalOffers, resourceOffers, roleOffers, serviceOffers } from './complete-names';
import { accountWords, type Knowledge, named, names } from './lookup';
import { type Place, type PolicyPart, siblingNames } from './place';

const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** Of each pair a statement has one. */
const PAIRS: Readonly<Record<string, string>> = {
  Principal: 'NotPrincipal',
  NotPrincipal: 'Principal',
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
};

/**
 * Elements that a kind of policy does not have:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
function lacks(kind: PolicyKind): readonly string[] {
  if (kind === 'trust') return ['NotPrincipal', 'Resource', 'NotResource'];
  if (kind === 'resource' || kind === 'vpc-endpoint') return [];
  return kind === 'rcp' ? ['NotPrincipal', 'NotAction'] : ['Principal', 'NotPrincipal'];
}

const SNIPPETS: Readonly<Record<string, string>> = {
  Version: '"2012-10-17"',
  Statement: '[\n\t{\n\t\t"Effect": "${1:Allow}",\n\t\t$0\n\t}\n]',
  Principal: '{ "$1" }',
  NotPrincipal: '{ "$1" }',
  Condition: '{\n\t"$1"\n}',
};

export function policyOffers(place: Place, kind: PolicyKind, part: PolicyPart, knowledge: Knowledge): Offer[] {
  switch (part.what) {
    case 'policy-element':
      return elementOffers(place, POLICY_ELEMENTS, knowledge);
    case 'statement-element':
      return elementOffers(place, elementsFor(place, kind), knowledge);
    case 'principal-type':
      return knowledge.catalog.principalTypes.map(({ name, text, documentation }, rank) => {
        return { label: name, kind: 'element', rank, text, documentation, snippet: '"$1"', more: true };
      });
    case 'principal':
      return ofType(part.type, knowledge);
    case 'operator':
      return operatorOffers(knowledge);
    case 'operator-value':
      return [{ label: '{ }', kind: 'value', rank: 0, snippet: '{ "$1" }', more: true }];
    case 'condition-key':
      return conditionKeyOffers(place, part.operator, knowledge);
    case 'condition-value':
      return conditionValueOffers(place, part.operator, part.key, knowledge);
    case 'value':
      return valueOffers(place, kind, part.element, knowledge);
    default:
      return [];
  }
}

/** The elements that the statement has not yet and that suit its kind of policy. */
function elementsFor(place: Place, kind: PolicyKind): string[] {
  const present = siblingNames(place);
  const unfit = new Set([...lacks(kind), ...present.map((name) => PAIRS[name] ?? '')]);
  return STATEMENT_ELEMENTS.filter((name) => !unfit.has(name));
}

function elementOffers(place: Place, elements: readonly string[], { catalog }: Knowledge): Offer[] {
  const present = siblingNames(place);
  return elements
    .filter((name) => !present.includes(name))
    .map((name, rank) => {
      const entry = named(catalog.elements, name);
      const more = !['Version', 'Id', 'Sid', 'Statement'].includes(name);
      const { text, documentation } = entry ?? {};
      return { label: name, kind: 'element', rank, text, documentation, snippet: SNIPPETS[name] ?? '"$1"', more };
    });
}

const value = (label: string, rank: number, detail?: string): Offer => ({ label, kind: 'value', rank, detail });

function valueOffers(place: Place, kind: PolicyKind, element: string, knowledge: Knowledge): Offer[] {
  switch (element) {
    case 'Version':
      return [value('2012-10-17', 0), value('2008-10-17', 1)];
    case 'Effect':
      // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
      return kind === 'rcp' ? [value('Deny', 0)] : [value('Allow', 0), value('Deny', 1)];
    case 'Principal':
    case 'NotPrincipal':
      return principalValueOffers(place, kind, knowledge);
    case 'Action':
    case 'NotAction':
      return actionOffers(kind, knowledge);
    case 'Resource':
    case 'NotResource':
      return resourceValueOffers(place, knowledge);
    default:
      return [];
  }
}

function principalValueOffers(place: Place, kind: PolicyKind, { words }: Knowledge): Offer[] {
  const anyone = value('*', 1, words.anyone);
  if (place.token || kind === 'rcp') return [anyone];
  return [{ label: '{ }', kind: 'value', rank: 0, snippet: '{ "$1" }', more: true }, anyone];
}

function ofType(type: string, knowledge: Knowledge): Offer[] {
  const { world, words } = knowledge;
  if (type === 'Service') return serviceOffers(knowledge);
  if (type === 'Federated') return federatedOffers(knowledge);
  if (type !== 'AWS') return [];
  const ids = world.accounts.map(({ id }) => value(id, 2, accountWords(knowledge, id)));
  return [...principalOffers(knowledge), ...ids, value('*', 3, words.anyone)];
}

function actionOffers(kind: PolicyKind, { catalog, words }: Knowledge): Offer[] {
  const actions = catalog.actions.map(({ name, text, documentation, inTrustPolicies }): Offer => {
    const rank = inTrustPolicies ? 0 : name.startsWith('sts:') ? 1 : 2;
    return { label: name, kind: 'action', rank, text, documentation };
  });
  if (kind === 'trust') return actions.filter(({ label }) => label.startsWith('sts:'));
  const services = [...new Set(catalog.actions.map(({ name }) => name.slice(0, name.indexOf(':'))))];
  const wildcards = services.map((service): Offer => ({
    label: `${service}:*`,
    kind: 'action',
    rank: 3,
    detail: words.allActions(service),
  }));
  return [...actions, ...wildcards, { label: '*', kind: 'action', rank: 4, detail: words.everything }];
}

/** Roles first where the statement is about roles, else the resources. */
function resourceValueOffers(place: Place, knowledge: Knowledge): Offer[] {
  const aboutRoles = (actionsOf(place) ?? []).some((pattern) => isAboutRoles(pattern, knowledge));
  const roles = roleOffers(knowledge).map((offer) => ({ ...offer, rank: aboutRoles ? 0 : 3 }));
  const resources = resourceOffers(knowledge).map((offer) => ({ ...offer, rank: offer.rank + 1 }));
  const known = new Set([...roles, ...resources].map(({ label }) => label));
  // The root of an account is a principal and no resource.
  const others = arnOffers(knowledge).filter(({ label }) => !known.has(label) && !label.endsWith(':root'));
  const inside = place.token?.value.includes('$') ? variableOffers(place, knowledge) : [];
  return [...roles, ...resources, ...others.map((offer) => ({ ...offer, rank: 5 })), value('*', 6, knowledge.words.everything), ...inside];
}

/** Whether every action that a pattern names has roles for resources. */
function isAboutRoles(pattern: string, { catalog }: Knowledge): boolean {
  const actions = catalog.actions.filter(({ name }) => names(pattern, name));
  return actions.length > 0 && actions.every(({ resourceTypes }) => resourceTypes.includes('role'));
}
