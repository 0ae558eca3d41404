// What the word at an offset means.

import type { CatalogConditionKey } from '../engine/assist';
import type { Span } from '../text/positions';
import { conditionKey, type Knowledge, named, operatorOf, thingWords } from './lookup';
import { type Place, placeAt, type PolicyPart, type TextKind } from './place';
import { callOf, parameterOf } from './scenario-shape';

export interface Hover extends Span {
  /** The word as AWS or the author writes it: to be shown as code. */
  title: string;
  /** Sentences of ours. */
  lines: string[];
  /** An address of AWS's documentation. */
  documentation: string | null;
}

type Found = Omit<Hover, 'start' | 'end'>;

export function hoverAt(text: string, offset: number, kind: TextKind, knowledge: Knowledge): Hover | null {
  const place = placeAt(text, offset, kind, knowledge.catalog);
  const { token } = place;
  if (!token) return null;
  const variable = variableAt(text, offset, token);
  if (variable) {
    const key = conditionKey(knowledge.catalog, variable.name);
    const { start, end, name } = variable;
    const lines = key ? [`${knowledge.words.variable}.`, key.text] : [];
    return key && { start, end, title: name, lines, documentation: key.documentation };
  }
  const found = place.policy ? policyHover(place.policy.part, token.value, knowledge) : fieldHover(place, token.value, knowledge);
  return found && { start: token.start, end: token.end, ...found };
}

/** The policy variable around an offset: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function variableAt(text: string, offset: number, token: Span): (Span & { name: string }) | null {
  const start = text.lastIndexOf('${', offset);
  const end = text.indexOf('}', start) + 1;
  if (start < token.start || end <= 0 || end < offset || end > token.end) return null;
  const name = /^[^,'\s]*/.exec(text.slice(start + 2, end - 1))?.[0] ?? '';
  return { start, end, name };
}

function policyHover(part: PolicyPart, value: string, knowledge: Knowledge): Found | null {
  const { catalog } = knowledge;
  switch (part.what) {
    case 'policy-element':
    case 'statement-element':
      return entryHover(named(catalog.elements, value));
    case 'principal-type':
      return entryHover(named(catalog.principalTypes, value));
    case 'operator':
      return operatorHover(value, knowledge);
    case 'condition-key':
      return keyHover(conditionKey(catalog, value), value, knowledge);
    case 'value':
      if (part.element === 'Action' || part.element === 'NotAction') return actionHover(value, knowledge);
      return thingHover(value, knowledge);
    case 'principal':
    case 'condition-value':
      return thingHover(value, knowledge);
    default:
      return null;
  }
}

const entryHover = (entry: { name: string; text: string; documentation: string } | null): Found | null =>
  entry && { title: entry.name, lines: [entry.text], documentation: entry.documentation };

function operatorHover(value: string, { catalog }: Knowledge): Found | null {
  const found = operatorOf(catalog, value);
  if (!found) return null;
  const { operator, parts } = found;
  return { title: value, lines: [operator.text, ...parts.map(({ text }) => text)], documentation: operator.documentation };
}

function keyHover(key: CatalogConditionKey | null, name: string, { words }: Knowledge): Found | null {
  if (!key) return null;
  const facts = [words.type[key.type], ...(key.multivalued ? [words.multivalued] : []), key.derived ? words.derived : words.given];
  return { title: name, lines: [key.text, facts.join(' ')], documentation: key.documentation };
}

function actionHover(value: string, { catalog, words }: Knowledge): Found | null {
  const action = named(catalog.actions, value);
  if (action) {
    const types = action.resourceTypes;
    const lines = [action.text, types.length > 0 ? words.resourceTypes(types.join(', ')) : words.noResource];
    return { title: action.name, lines, documentation: action.documentation };
  }
  const operation = named(catalog.operations, value);
  if (operation) return entryHover(operation);
  const service = /^([a-z0-9-]+):\*$/i.exec(value)?.[1];
  return service ? { title: value, lines: [`${words.allActions(service)}.`], documentation: null } : null;
}

function thingHover(value: string, knowledge: Knowledge): Found | null {
  const words = thingWords(knowledge, value);
  return words ? { title: value, lines: [words], documentation: null } : null;
}

function fieldHover(place: Place, value: string, knowledge: Knowledge): Found | null {
  const { catalog, words } = knowledge;
  const { shape, parent } = place.field ?? { shape: null, parent: null };
  if (!place.isKey) return valueHover(place, value, knowledge);
  if (parent?.is === 'object') {
    const field = parent.fields.find(({ name }) => name === value);
    return field
      ? { title: value, lines: [field.text, ...(field.required ? [words.required] : [])], documentation: field.documentation ?? null }
      : null;
  }
  if (parent?.is === 'parameters') return parameterHover(callOf(place.path, place.tree), value, knowledge);
  if (parent?.is !== 'map') return null;
  if (parent.names === 'context-key') return keyHover(conditionKey(catalog, value), value, knowledge);
  if (parent.names === 'saml-attribute') {
    const attribute = named(catalog.samlAttributes, value);
    return attribute && { title: value, lines: [attribute.text], documentation: null };
  }
  // The name of a user, a role, and the like: what it is in the world.
  const thing = [...knowledge.world.users, ...knowledge.world.roles].find(({ path }) => path.join('\n') === place.path.join('\n'));
  return shape && thing ? { ...(thingHover(thing.arn, knowledge) as Found), title: thing.arn } : thingHover(value, knowledge);
}

function parameterHover(call: string, name: string, { catalog, words }: Knowledge): Found | null {
  const parameter = parameterOf(catalog, call, name);
  if (!parameter) return null;
  const { minimum, maximum, required } = parameter;
  const facts = [...(required ? [words.required] : []), ...(minimum !== null || maximum !== null ? [words.limits(minimum, maximum)] : [])];
  return { title: name, lines: [parameter.text, ...facts], documentation: parameter.documentation };
}

function valueHover(place: Place, value: string, knowledge: Knowledge): Found | null {
  const { catalog, world, words } = knowledge;
  const shape = place.field?.shape;
  const source = shape?.is === 'value' ? shape.source : null;
  if (source === 'call' || source === 'action') return entryHover(named(catalog.operations, value)) ?? actionHover(value, knowledge);
  if (source === 'caller') {
    const step = world.steps.find(({ id }) => id === value && id !== '');
    if (step) return { title: value, lines: [`${words.sessionOf(step.id)}.`], documentation: null };
    const root = /^arn:[^:]+:iam::(\d{12}):root$/.exec(value)?.[1];
    const account = world.accounts.find(({ id }) => id === root);
    if (account) return { title: value, lines: [words.rootUser(account.id, account.name)], documentation: null };
  }
  return thingHover(value, knowledge);
}
