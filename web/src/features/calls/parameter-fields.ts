// One field for each parameter of an operation, as the catalog describes it; what people pick or count has its own.

import { html, nothing, type TemplateResult } from 'lit';
import type { World } from '../../document/world';
import type { Catalog, CatalogOperation, CatalogParameter } from '../../engine/assist';
import type { CallerKind, Diagnostic, Step } from '../../engine/report';
import { durationText } from '../../text/names';
import { assertionField, tokenField } from './claims-field';
import { pointerPart } from './context-field';
import { type CallForm, jsonOrText, setParam, type TagRow } from './draft';
import { areaField, type Field, grouped, type Problem, selectField, textField } from './fields';
import { choicesFor, managedPolicies } from './parameter-choices';
import './sts-arns-field';
import './sts-duration-field';
import type { DurationMark } from './sts-duration-field';
import './sts-mfa-field';
import type { MfaValue } from './sts-mfa-field';
import './sts-pick-field';
import './sts-policy-field';
import './sts-tags-field';
import { texts } from './texts';
import { userBehind } from './caller-field';

/**
 * Whose calls the limit of role chaining is observed for: role sessions, and the credentials of GetSessionToken.
 * https://github.com/99designs/aws-vault/issues/263
 */
const TEMPORARY: ReadonlySet<CallerKind> = new Set(['role-session', 'session-token']);

export interface ParameterContext {
  form: CallForm;
  index: number;
  operation: CatalogOperation;
  world: World;
  catalog: Catalog;
  /** The call as it is judged now, where it is. */
  step: Step | null;
  at: string | null;
  problemsOf(pointer: string): readonly Problem[];
  policyDiagnostics(pointer: string): readonly Diagnostic[];
  change(form: CallForm): void;
}

/** AWS's default of a role's maximum session duration. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const DEFAULT_MAXIMUM = 3600;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const ROLE_CHAINING_MAXIMUM = 3600;

function fieldOf(parameter: CatalogParameter, { problemsOf }: ParameterContext): Field {
  const { name, text, required } = parameter;
  return { id: name, label: name, hint: text, required, problems: problemsOf(`/with/${pointerPart(name)}`) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

/** The parameters that are drawn with another one: the code with its device, the transitive keys with the tags. */
const WITH_OTHERS = new Set(['TokenCode', 'TransitiveTagKeys']);

const LARGE: ReadonlySet<CatalogParameter['type']> = new Set(['policy', 'policy_arn_list', 'provided_contexts']);

export function parameterFields(context: ParameterContext): TemplateResult[] {
  const { parameters } = context.operation;
  // What has to be there comes first, what takes much room last; else AWS's order is kept.
  const rank = ({ required, type }: CatalogParameter): number => (required ? 0 : LARGE.has(type) ? 2 : 1);
  const ordered = [...parameters].sort((a, b) => rank(a) - rank(b));
  return ordered.filter(({ name }) => !WITH_OTHERS.has(name)).map((parameter) => parameterField(parameter, context));
}

function parameterField(parameter: CatalogParameter, context: ParameterContext): TemplateResult {
  const { form, change } = context;
  const { name } = parameter;
  const field = fieldOf(parameter, context);
  const value = form.params[name];
  const set = (next: unknown): void => change(setParam(form, name, next));
  switch (parameter.type) {
    case 'integer':
      return durationField(parameter, field, context);
    case 'boolean':
      return booleanField(field, value, set);
    case 'policy':
      return policyField(field, context);
    case 'policy_arn_list':
      return html`<sts-arns-field
        .field=${field}
        .value=${value}
        .groups=${[{ label: texts().pick.managed, choices: managedPolicies(context.world, context.catalog) }]}
        @arns=${(event: CustomEvent<unknown>) => set(event.detail)}
      ></sts-arns-field>`;
    case 'policy_arn':
      return pickField(parameter, field, arnOf(value), (arn) => set(arn && { arn }), context);
    case 'tag_list':
      return tagsField(field, context);
    case 'string_list':
      return listField(field, value, set);
    case 'assertion':
      return assertionField({ ...context, hint: parameter.text });
    case 'token':
      return tokenField({ ...context, hint: parameter.text });
    case 'provided_contexts':
      return areaField({ ...field, hint: `${parameter.text} ${texts().form.asJsonValue}`, value: textOf(value), change: (text) => set(text && jsonOrText(text)) });
    case 'string':
      return name === 'SerialNumber' ? mfaField(parameter, context) : pickField(parameter, field, textOf(value), set, context);
  }
}

const TRUST_POLICIES = new Set(['iam:CreateRole', 'iam:UpdateAssumeRolePolicy']);

/** What is wrong with a session policy the service says: it is a parameter like others, and no part of the world. */
function policyField(field: Field, { form, operation, step, policyDiagnostics, change }: ParameterContext): TemplateResult {
  const name = field.id;
  const refused = step?.error?.code === 'MalformedPolicyDocument' && step.call === form.call && form.params[name] !== undefined;
  const problems: Problem[] = [...(field.problems ?? []), ...(refused && step.error ? [{ severity: 'error' as const, message: step.error.message }] : [])];
  return html`<sts-policy-field
    .field=${{ ...field, problems }}
    .value=${form.params[name]}
    .kind=${TRUST_POLICIES.has(operation.name) ? 'trust' : 'identity'}
    .diagnostics=${policyDiagnostics(`/with/${name}`)}
    @policy=${(event: CustomEvent<string | undefined>) => change(setPolicy(form, name, event.detail))}
  ></sts-policy-field>`;
}

/** A policy that has been begun stays, even when all of its text is gone. */
const setPolicy = (form: CallForm, name: string, value: string | undefined): CallForm =>
  value === '' ? { ...form, params: { ...form.params, [name]: '' } } : setParam(form, name, value);

const arnOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'arn' in value ? textOf(value.arn) : textOf(value);

function pickField(parameter: CatalogParameter, field: Field, value: string, set: (value: string) => void, context: ParameterContext): TemplateResult {
  const groups = choicesFor(parameter.name, context.operation.name, context.world, context.catalog);
  if (!groups) return textField({ ...field, value, change: set });
  return html`<sts-pick-field
    .field=${field}
    .groups=${groups}
    .value=${value}
    .none=${parameter.required ? '' : texts().pick.none}
    @pick=${(event: CustomEvent<string>) => set(event.detail)}
  ></sts-pick-field>`;
}

function booleanField(field: Field, value: unknown, set: (value: unknown) => void): TemplateResult {
  const { form } = texts();
  const choices = [
    { value: '', text: form.noValue },
    { value: 'true', text: form.yes },
    { value: 'false', text: form.no },
  ];
  return selectField({ ...field, value: value === undefined ? '' : String(value), groups: [{ label: '', choices }], change: (next) => set(next && next === 'true') });
}

function listField(field: Field, value: unknown, set: (value: unknown) => void): TemplateResult {
  const text = Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value);
  const hint = `${String(field.hint ?? '')} ${texts().form.onePerLine}`;
  return areaField({ ...field, hint, value: text, change: (next) => set(next && next.split('\n')) });
}

function tagsField(field: Field, { form, operation, problemsOf, change }: ParameterContext): TemplateResult {
  const transitive = operation.parameters.some(({ name }) => name === 'TransitiveTagKeys');
  const problems = [...problemsOf('/with/Tags'), ...problemsOf('/with/TransitiveTagKeys')];
  // A row that is empty is not in the document, so the rows behind it have a smaller index there.
  const written = form.tags.filter(({ tag, key, value }) => tag && (key !== '' || value !== ''));
  return grouped(
    { ...field, problems, wide: form.tags.length > 0 },
    html`<sts-tags-field
      .rows=${form.tags}
      .transitive=${transitive}
      .problemsOf=${(row: number) => {
        const index = form.tags[row] ? written.indexOf(form.tags[row]) : -1;
        return index < 0 ? [] : problemsOf(`/with/Tags/${index}`);
      }}
      @rows=${(event: CustomEvent<readonly TagRow[]>) => change({ ...form, tags: event.detail })}
    ></sts-tags-field>`,
  );
}

function mfaField(parameter: CatalogParameter, context: ParameterContext): TemplateResult {
  const { form, world, index, operation, at, change } = context;
  const { mfa } = texts();
  const code = operation.parameters.find(({ name }) => name === 'TokenCode');
  const owner = userBehind(form.as, world, index);
  const devices = (own: boolean): { value: string; text: string }[] =>
    world.users.filter(({ arn }) => (arn === owner) === own).flatMap(({ mfaDevices }) => mfaDevices.map((serial) => ({ value: serial, text: serial })));
  return html`<sts-mfa-field
    .serial=${textOf(form.params['SerialNumber'])}
    .code=${textOf(form.params['TokenCode'])}
    .serialField=${{ ...fieldOf(parameter, context), label: mfa.device, mono: false }}
    .codeField=${code ? fieldOf(code, context) : { id: 'TokenCode', label: mfa.code }}
    .devices=${[
      { label: mfa.own, choices: devices(true) },
      { label: mfa.others, choices: devices(false) },
    ]}
    .at=${at}
    @mfa=${({ detail }: CustomEvent<MfaValue>) => change(setParam(setParam(form, 'SerialNumber', detail.serial), 'TokenCode', detail.code))}
  ></sts-mfa-field>`;
}

function durationField(parameter: CatalogParameter, field: Field, context: ParameterContext): TemplateResult {
  const { form, change } = context;
  const { name, minimum, maximum } = parameter;
  if (maximum === null) {
    return textField({ ...field, numeric: true, value: textOf(form.params[name]), change: (text) => change(setParam(form, name, jsonOrText(text))) });
  }
  return html`<sts-duration-field
    .field=${field}
    .value=${form.params[name]}
    .minimum=${minimum ?? 0}
    .maximum=${maximum}
    .marks=${name === 'DurationSeconds' ? durationMarks(context) : []}
    @duration=${(event: CustomEvent<unknown>) => change(setParam(form, name, event.detail))}
  ></sts-duration-field>`;
}

/** Where other limits of a role's session are. The engine says who calls, and whether a limit counts. */
function durationMarks({ form, world, step }: ParameterContext): DurationMark[] {
  const { duration } = texts();
  const roleArn = form.params['RoleArn'];
  const role = world.roles.find(({ arn }) => arn === roleArn);
  const marks: DurationMark[] = [];
  if (role) {
    const seconds = role.maxSessionDuration ?? DEFAULT_MAXIMUM;
    marks.push({ seconds, text: duration.roleMaximum(durationText(seconds)) });
  }
  if (roleArn !== undefined && step?.call === 'sts:AssumeRole' && TEMPORARY.has(step.caller.kind)) {
    marks.push({ seconds: ROLE_CHAINING_MAXIMUM, text: duration.chaining(durationText(ROLE_CHAINING_MAXIMUM)) });
  }
  return marks;
}

/** What the document gives to the operation and the operation does not have. */
export function otherParameters({ form, operation, problemsOf, change }: Omit<ParameterContext, 'catalog' | 'world'>): TemplateResult | typeof nothing {
  const { form: words } = texts();
  const known = new Set(operation.parameters.map(({ name }) => name));
  const others = Object.entries(form.params).filter(([name]) => !known.has(name) && !form.aside.includes(name));
  if (others.length === 0) return nothing;
  return html`${others.map(([name, value]) => {
    const field: Field = { id: `other-${name}`, label: name, problems: problemsOf(`/with/${pointerPart(name)}`) };
    return grouped(
      { ...field, hint: words.otherParameters },
      html`<div class="row">
        <code>${textOf(value)}</code>
        <button type="button" class="small" @click=${() => change(setParam(form, name, undefined))}>${words.remove(name)}</button>
      </div>`,
    );
  })}`;
}
