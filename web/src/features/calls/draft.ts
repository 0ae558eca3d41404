// A step as a form holds it, and back: what the author has begun (a row without a name, a number that is none yet) is kept
// in the form and is left out of the step, or put into it as typed, for the engine to say what is wrong with it.

import { isObject, isText, type Json, objectOf, sameJson, textOf } from '../../document/values';
import type { CatalogOperation } from '../../engine/assist';
import { operationOf, parameterThat } from '../../engine/operations';
import { objectOfRows, rowsOf, type TagRow, type ValueRow } from '../../forms/values';

export interface CallForm {
  id: string;
  /** As typed: "+5m", or an instant. */
  at: string;
  /** Empty: nobody. */
  as: string;
  region: string;
  call: string;
  resource: string;
  /** Of `with`, as in the document; what has rows is below. */
  params: Json;
  /** What the operation calls the parameters that have rows. */
  names: RowNames;
  tags: readonly TagRow[];
  /** Of the SAML assertion. */
  attributes: readonly ValueRow[];
  /** Of the OIDC token. */
  claims: readonly ValueRow[];
  context: readonly ValueRow[];
  /** Names in `with`, and "as" and "resource": what another operation had and this one has not. They come back with it. */
  aside: readonly string[];
  /** The step's other fields. */
  rest: Json;
}

/** Names of parameters; null: the operation has none such, or the catalog is not known yet. Then there are no rows of it. */
export interface RowNames {
  tags: string | null;
  transitive: string | null;
  assertion: string | null;
  token: string | null;
}

function rowNames(operation: CatalogOperation | null): RowNames {
  const ofType = (wanted: string): string | null => operation?.parameters.find(({ type }) => type === wanted)?.name ?? null;
  const transitive = parameterThat(operation, 'transitive_tag_keys')?.name ?? null;
  return { tags: ofType('tag_list'), transitive, assertion: ofType('assertion'), token: ofType('token') };
}

/** A member of an object; undefined where it has no name. */
const member = (value: Json, name: string | null): unknown => (name === null ? undefined : value[name]);

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function tagRows(tags: unknown, keys: unknown): TagRow[] | null {
  const list = tags === undefined ? [] : tags;
  const transitive = keys === undefined ? [] : keys;
  if (!Array.isArray(list) || !isTexts(transitive)) return null;
  const rows: TagRow[] = [];
  for (const tag of list as unknown[]) {
    if (!isObject(tag) || Object.keys(tag).length !== 2) return null;
    const { Key: key, Value: value } = tag;
    if (!isText(key) || !isText(value)) return null;
    rows.push({ key, value, transitive: transitive.includes(key), tag: true });
  }
  const alone = transitive.filter((key) => !rows.some((row) => row.key === key));
  return [...rows, ...alone.map((key) => ({ key, value: '', transitive: true, tag: false }))];
}

// --- between a step and its form ---

const OWN_FIELDS = ['id', 'at', 'as', 'region', 'call', 'resource'] as const;

type Rows = Pick<CallForm, 'params' | 'names' | 'tags' | 'attributes' | 'claims'>;

function rowsOfParams(value: Json, operation: CatalogOperation | null): Rows {
  const params = { ...value };
  const names = rowNames(operation);
  const tags = tagRows(member(params, names.tags), member(params, names.transitive));
  for (const name of tags ? [names.tags, names.transitive] : []) if (name !== null) delete params[name];
  const { attributes, ...others } = objectOf(member(params, names.assertion));
  if (names.assertion !== null && isObject(attributes)) params[names.assertion] = others;
  const token = member(params, names.token);
  if (names.token !== null && isObject(token)) delete params[names.token];
  return { params, names, tags: tags ?? [], attributes: rowsOf(attributes), claims: rowsOf(token) };
}

/** The form with what its operation has rows of in rows; those that were begun stay. For when the catalog comes, or another operation. */
export function knowing(form: CallForm, operation: CatalogOperation | null): CallForm {
  const { params, names, tags, attributes, claims } = rowsOfParams(form.params, operation);
  const either = <Row>(begun: readonly Row[], read: readonly Row[]): readonly Row[] => (begun.length > 0 ? begun : read);
  return {
    ...form,
    params,
    names,
    tags: either(form.tags, tags),
    attributes: either(form.attributes, attributes),
    claims: either(form.claims, claims),
  };
}

/** `operations`: the catalog's; none as long as it is not there. */
export function formOf(step: Json, operations: readonly CatalogOperation[]): CallForm {
  const rest = { ...step };
  const text = (name: (typeof OWN_FIELDS)[number]): string => {
    const value = step[name];
    if (!isText(value)) return '';
    delete rest[name];
    return value;
  };
  const own = { id: text('id'), at: text('at'), as: text('as'), region: text('region'), call: text('call'), resource: text('resource') };
  const given = step['with'];
  const context = step['context'];
  if (isObject(given)) delete rest['with'];
  if (isObject(context)) delete rest['context'];
  return { ...own, ...rowsOfParams(objectOf(given), operationOf(operations, own.call)), context: rowsOf(context), aside: [], rest };
}

function withOf(form: CallForm): Json {
  const { names } = form;
  const given: Json = { ...form.params };
  const tags = form.tags.filter(({ tag, key, value }) => tag && (key !== '' || value !== ''));
  const transitive = form.tags.filter((row) => row.transitive && row.key !== '').map(({ key }) => key);
  if (names.tags !== null && tags.length > 0) given[names.tags] = tags.map(({ key, value }) => ({ Key: key, Value: value }));
  if (names.transitive !== null && transitive.length > 0) given[names.transitive] = transitive;
  const attributes = objectOfRows(form.attributes);
  const assertion = member(form.params, names.assertion);
  if (names.assertion !== null && (Object.keys(attributes).length > 0 || isObject(assertion))) {
    given[names.assertion] = { ...objectOf(assertion), attributes };
  }
  const claims = objectOfRows(form.claims);
  if (names.token !== null && Object.keys(claims).length > 0) given[names.token] = claims;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !form.aside.includes(name)));
}

/** The step that a form makes. What is empty is left out, but for what the document had empty itself (`base`). */
export function stepOf(form: CallForm, base: Json = {}): Json {
  const step: Json = {};
  for (const name of OWN_FIELDS) {
    const text = form[name];
    if (!form.aside.includes(name) && (text !== '' || base[name] === '')) step[name] = text;
  }
  const given = withOf(form);
  keepEmpty(given, objectOf(base['with']), form);
  if (Object.keys(given).length > 0 || (isObject(base['with']) && form.aside.length === 0)) step['with'] = given;
  const context = objectOfRows(form.context);
  if (Object.keys(context).length > 0 || isObject(base['context'])) step['context'] = context;
  return { ...step, ...form.rest };
}

/** An empty list or map that the author wrote is no change of the form. */
function keepEmpty(given: Json, base: Json, form: CallForm): void {
  const { tags, transitive, assertion, token } = form.names;
  const keep = (name: string | null, empty: unknown): void => {
    if (name === null || Object.hasOwn(given, name) || form.aside.includes(name)) return;
    if (sameJson(base[name], empty)) given[name] = empty;
  };
  keep(tags, []);
  keep(transitive, []);
  keep(token, {});
  const [now, before] = [member(given, assertion), member(base, assertion)];
  if (assertion !== null && isObject(now) && isObject(before) && !Object.hasOwn(before, 'attributes') && sameJson(now['attributes'], {})) {
    given[assertion] = Object.fromEntries(Object.entries(now).filter(([name]) => name !== 'attributes'));
  }
}

/** A parameter gets a value; an empty text, an empty list and no value take it away. An event tells null where it has none. */
export function setParam(form: CallForm, name: string, value: unknown): CallForm {
  const { [name]: _, ...others } = form.params;
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return { ...form, params: empty ? others : { ...form.params, [name]: value } };
}

/** Another operation, or an action (null): what it does not have is set aside, so that going back brings it back. */
export function changeCall(form: CallForm, call: string, operation: CatalogOperation | null): CallForm {
  const next = knowing(form, operation);
  const aside = Object.keys(next.params).filter((name) => !operation?.parameters.some((parameter) => parameter.name === name));
  if (operation) aside.push('resource');
  if (operation?.credentials === 'none') aside.push('as');
  return { ...next, call, aside };
}

// --- expectation ---

export function expectedDecision(form: CallForm): string | null {
  return textOf(objectOf(form.rest['expect'])['decision']) || null;
}

/** Writes the decision that is expected; null takes it away and leaves what else is expected. */
export function expectDecision(form: CallForm, decision: string | null): CallForm {
  const { expect, ...rest } = form.rest;
  const { decision: _, ...others } = objectOf(expect);
  const next = decision === null ? others : { ...others, decision };
  return { ...form, rest: Object.keys(next).length > 0 ? { ...rest, expect: next } : rest };
}
