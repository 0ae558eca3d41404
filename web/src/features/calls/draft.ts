// A step as a form holds it, and back: what the author has begun (a row without a name, a number that is none yet) is kept
// in the form and is left out of the step, or put into it as typed, for the engine to say what is wrong with it.

import { isObject, isText, type Json, objectOf, sameJson, textOf } from '../../document/values';
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

function paramsOf(value: Json): Pick<CallForm, 'params' | 'tags' | 'attributes' | 'claims'> {
  const params = { ...value };
  const tags = tagRows(params['Tags'], params['TransitiveTagKeys']);
  if (tags) {
    delete params['Tags'];
    delete params['TransitiveTagKeys'];
  }
  const { assertion, token } = params;
  const { attributes, ...others } = objectOf(assertion);
  if (isObject(attributes)) params['assertion'] = others;
  if (isObject(token)) delete params['token'];
  return { params, tags: tags ?? [], attributes: rowsOf(attributes), claims: rowsOf(token) };
}

export function formOf(step: Json): CallForm {
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
  return { ...own, ...paramsOf(objectOf(given)), context: rowsOf(context), aside: [], rest };
}

function withOf(form: CallForm): Json {
  const given: Json = { ...form.params };
  const tags = form.tags.filter(({ tag, key, value }) => tag && (key !== '' || value !== ''));
  const transitive = form.tags.filter((row) => row.transitive && row.key !== '').map(({ key }) => key);
  if (tags.length > 0) given['Tags'] = tags.map(({ key, value }) => ({ Key: key, Value: value }));
  if (transitive.length > 0) given['TransitiveTagKeys'] = transitive;
  const attributes = objectOfRows(form.attributes);
  const { assertion } = form.params;
  if (Object.keys(attributes).length > 0 || isObject(assertion)) {
    given['assertion'] = { ...objectOf(assertion), attributes };
  }
  const claims = objectOfRows(form.claims);
  if (Object.keys(claims).length > 0) given['token'] = claims;
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
  const was = (name: string): boolean => Object.hasOwn(base, name) && !Object.hasOwn(given, name) && !form.aside.includes(name);
  if (was('Tags') && sameJson(base['Tags'], [])) given['Tags'] = [];
  if (was('TransitiveTagKeys') && sameJson(base['TransitiveTagKeys'], [])) given['TransitiveTagKeys'] = [];
  if (was('token') && sameJson(base['token'], {})) given['token'] = {};
  const [now, before] = [given['assertion'], base['assertion']];
  if (isObject(now) && isObject(before) && !Object.hasOwn(before, 'attributes') && sameJson(now['attributes'], {})) {
    given['assertion'] = Object.fromEntries(Object.entries(now).filter(([name]) => name !== 'attributes'));
  }
}

/** A parameter gets a value; an empty text, an empty list and no value take it away. An event tells null where it has none. */
export function setParam(form: CallForm, name: string, value: unknown): CallForm {
  const { [name]: _, ...others } = form.params;
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return { ...form, params: empty ? others : { ...form.params, [name]: value } };
}

export interface OperationShape {
  /** Its parameters' names; null: any other action, which has a resource. */
  parameters: readonly string[] | null;
  /** Whether nobody calls it: its caller shows an assertion or a token instead of credentials. */
  anonymous: boolean;
}

/** Another operation: what it does not have is set aside, so that going back brings it back. */
export function changeCall(form: CallForm, call: string, shape: OperationShape): CallForm {
  const held = [...Object.keys(form.params), 'Tags', 'TransitiveTagKeys', 'assertion', 'token'];
  const aside = held.filter((name) => !shape.parameters?.includes(name));
  if (shape.parameters) aside.push('resource');
  if (shape.anonymous) aside.push('as');
  return { ...form, call, aside };
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
