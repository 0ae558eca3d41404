// One field for each parameter of an operation, as the catalog describes it; what people pick or count has its own.

import { html, nothing, type TemplateResult } from 'lit';
import { jsonOrText, listOf, objectOf, shownOf, textOf } from '../../document/values';
import type { World } from '../../document/world';
import type { Catalog, CatalogOperation, CatalogParameter } from '../../engine/assist';
import { parameterThat } from '../../engine/operations';
import type { CallerKind, Diagnostic, Step } from '../../engine/report';
import { areaField, type ChoiceGroup, choicesOf, type Field, grouped, type Problem, selectField, textField } from '../../forms/fields';
import type { ArnRow } from '../../forms/sts-arns-field';
import '../../forms/sts-arns-field';
import type { DurationMark } from '../../forms/sts-duration-field';
import '../../forms/sts-duration-field';
import type { ItemChange } from '../../forms/sts-list-field';
import '../../forms/sts-list-field';
import '../../forms/sts-pick-field';
import '../../forms/sts-policy-field';
import '../../forms/sts-tags-field';
import { texts as kitTexts } from '../../forms/texts';
import type { TagRow } from '../../forms/values';
import { durationText } from '../../text/names';
import { userBehind } from './caller-field';
import { assertionField, tokenField } from './claims-field';
import { pointerPart } from './context-field';
import { type Control, controlOf } from './controls';
import { type CallForm, setParam } from './draft';
import { choicesFrom, taskPolicies } from './parameter-choices';
import './sts-mfa-field';
import type { MfaValue } from './sts-mfa-field';
import { texts } from './texts';

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

const LARGE: ReadonlySet<Control> = new Set(['policy', 'arns', 'json']);

export function parameterFields(context: ParameterContext): TemplateResult[] {
  // What has to be there comes first, what takes much room last; else AWS's order is kept.
  const rank = (parameter: CatalogParameter): number =>
    parameter.required ? 0 : LARGE.has(controlOf(parameter, context.operation)) ? 2 : 1;
  const ordered = context.operation.parameters
    .filter((parameter) => controlOf(parameter, context.operation) !== 'elsewhere')
    .sort((a, b) => rank(a) - rank(b));
  return ordered.map((parameter) => parameterField(parameter, context));
}

/** A parameter with its value, and how it gets another one. */
interface Drawn {
  parameter: CatalogParameter;
  field: Field;
  value: unknown;
  set(value: unknown): void;
  context: ParameterContext;
}

function parameterField(parameter: CatalogParameter, context: ParameterContext): TemplateResult {
  const { form, change } = context;
  const { name } = parameter;
  const set = (next: unknown): void => change(setParam(form, name, next));
  return CONTROLS[controlOf(parameter, context.operation)]({
    parameter,
    field: fieldOf(parameter, context),
    value: form.params[name],
    set,
    context,
  });
}

const CONTROLS: Record<Control, (drawn: Drawn) => TemplateResult> = {
  duration: durationField,
  number: ({ field, value, set }) => textField({ ...field, numeric: true, value: shownOf(value), change: (text) => set(jsonOrText(text)) }),
  boolean: booleanField,
  policy: policyField,
  arns: arnsField,
  arn: taskPolicyField,
  tags: tagsField,
  list: listField,
  assertion: ({ parameter, context }) => assertionField({ ...context, parameter }),
  token: ({ parameter, context }) => tokenField({ ...context, parameter }),
  json: ({ parameter, field, value, set }) =>
    areaField({
      ...field,
      hint: `${parameter.text} ${texts().form.asJsonValue}`,
      value: shownOf(value),
      change: (text) => set(text && jsonOrText(text)),
    }),
  mfa: mfaField,
  text: textOrPickField,
  elsewhere: () => html``,
};

/** What is wrong with a session policy the service says: it is a parameter like others, and no part of the world. */
function policyField({ parameter, field, context }: Drawn): TemplateResult {
  const { form, step, policyDiagnostics, change } = context;
  const { name, means } = parameter;
  const refused = step?.error?.code === 'MalformedPolicyDocument' && step.call === form.call && form.params[name] !== undefined;
  const problems: Problem[] = [
    ...(field.problems ?? []),
    ...(refused && step.error ? [{ severity: 'error' as const, message: step.error.message }] : []),
  ];
  return html`<sts-policy-field
    .field=${{ ...field, problems }}
    .value=${form.params[name]}
    .kind=${means === 'trust_policy' ? 'trust' : 'identity'}
    .diagnostics=${policyDiagnostics(`/with/${name}`)}
    @policy=${(event: CustomEvent<string | undefined>) => change(setPolicy(form, name, event.detail))}
  ></sts-policy-field>`;
}

/** A policy that has been begun stays, even when all of its text is gone. */
const setPolicy = (form: CallForm, name: string, value: string | undefined): CallForm =>
  value === '' ? { ...form, params: { ...form.params, [name]: '' } } : setParam(form, name, value);

function textOrPickField(drawn: Drawn): TemplateResult {
  const { parameter, field, value, set, context } = drawn;
  const groups = choicesFrom(parameter.shape.source ?? '', context.world, context.catalog);
  return groups ? pickField(drawn, groups) : textField({ ...field, value: shownOf(value), change: set });
}

function taskPolicyField(drawn: Drawn): TemplateResult {
  const value = objectOf(drawn.value)['arn'] ?? drawn.value;
  return pickField({ ...drawn, value, set: (arn) => drawn.set(arn && { arn }) }, taskPolicies(drawn.context.catalog));
}

const pickField = ({ parameter, field, value, set }: Drawn, groups: readonly ChoiceGroup[]): TemplateResult => html`<sts-pick-field
  .field=${field}
  .groups=${groups}
  .value=${shownOf(value)}
  .none=${parameter.required ? '' : texts().pick.none}
  @pick=${(event: CustomEvent<string>) => set(event.detail)}
></sts-pick-field>`;

function arnsField({ field, value, set, context }: Drawn): TemplateResult {
  return html`<sts-arns-field
    .field=${field}
    .rows=${listOf(value).map((one) => ({ arn: textOf(objectOf(one)['arn']) }))}
    .groups=${choicesFrom('policy-arn', context.world, context.catalog) ?? []}
    @rows=${(event: CustomEvent<readonly ArnRow[]>) => set(event.detail)}
  ></sts-arns-field>`;
}

function booleanField({ field, value, set }: Drawn): TemplateResult {
  const { yes, no } = kitTexts();
  const choices = [
    { value: '', text: texts().form.noValue },
    { value: 'true', text: yes },
    { value: 'false', text: no },
  ];
  return selectField({ ...field, value: shownOf(value), groups: choicesOf(choices), change: (next) => set(next && next === 'true') });
}

function listField({ field, value, set }: Drawn): TemplateResult {
  const items = Array.isArray(value) ? listOf(value) : value === undefined ? [] : [value];
  const change = ({ index, text }: ItemChange): void =>
    set([...items.slice(0, index), ...(text === undefined ? [] : [text]), ...items.slice(index + 1)]);
  return html`<sts-list-field
    .field=${field}
    .values=${items.map(shownOf)}
    @item=${(event: CustomEvent<ItemChange>) => change(event.detail)}
  ></sts-list-field>`;
}

function tagsField({ parameter, field, context: { form, operation, problemsOf, change } }: Drawn): TemplateResult {
  const transitive = parameterThat(operation, 'transitive_tag_keys');
  const place = (name: string): string => `/with/${pointerPart(name)}`;
  const problems = [...(field.problems ?? []), ...(transitive ? problemsOf(place(transitive.name)) : [])];
  // A row that is empty is not in the document, so the rows behind it have a smaller index there.
  const written = form.tags.filter(({ tag, key, value }) => tag && (key !== '' || value !== ''));
  return html`<sts-tags-field
    .field=${{ ...field, problems }}
    .rows=${form.tags}
    .transitive=${transitive !== null}
    .transitiveHint=${transitive ? `${transitive.name}: ${transitive.text}` : ''}
    .problemsOf=${(row: number) => {
      const index = form.tags[row] ? written.indexOf(form.tags[row]) : -1;
      return index < 0 ? [] : problemsOf(`${place(parameter.name)}/${index}`);
    }}
    @rows=${(event: CustomEvent<readonly TagRow[]>) => change({ ...form, tags: event.detail })}
  ></sts-tags-field>`;
}

function mfaField({ parameter, context }: Drawn): TemplateResult {
  const { form, world, index, operation, at, change } = context;
  const { mfa } = texts();
  const code = parameterThat(operation, 'mfa_code');
  const set = ({ serial, code: digits }: MfaValue): CallForm => {
    const next = setParam(form, parameter.name, serial);
    return code ? setParam(next, code.name, digits) : next;
  };
  const owner = userBehind(form.as, world, index);
  const devices = (own: boolean): { value: string; text: string }[] =>
    world.users
      .filter(({ arn }) => (arn === owner) === own)
      .flatMap(({ mfaDevices }) => mfaDevices.map((serial) => ({ value: serial, text: serial })));
  return html`<sts-mfa-field
    .serial=${shownOf(form.params[parameter.name])}
    .code=${code ? shownOf(form.params[code.name]) : ''}
    .serialField=${{ ...fieldOf(parameter, context), label: mfa.device, mono: false }}
    .codeField=${code ? fieldOf(code, context) : null}
    .filledIn=${code?.filledIn ?? null}
    .devices=${[
      { label: mfa.own, choices: devices(true) },
      { label: mfa.others, choices: devices(false) },
    ]}
    .at=${at}
    @mfa=${({ detail }: CustomEvent<MfaValue>) => change(set(detail))}
  ></sts-mfa-field>`;
}

function durationField({ parameter, field, value, set, context }: Drawn): TemplateResult {
  const { minimum, maximum } = parameter;
  return html`<sts-duration-field
    .field=${field}
    .value=${value}
    .minimum=${minimum ?? 0}
    .maximum=${maximum ?? 0}
    .marks=${parameter.means === 'session_duration' ? durationMarks(context) : []}
    @duration=${(event: CustomEvent<unknown>) => set(event.detail)}
  ></sts-duration-field>`;
}

/** Where other limits of a role's session are. The engine says who calls, and whether a limit counts. */
function durationMarks({ form, operation, world, step }: ParameterContext): DurationMark[] {
  const { duration } = texts();
  const parameter = parameterThat(operation, 'role_arn');
  const roleArn = parameter ? form.params[parameter.name] : undefined;
  const role = world.roles.find(({ arn }) => arn === roleArn);
  const marks: DurationMark[] = [];
  if (role) {
    const seconds = role.maxSessionDuration ?? DEFAULT_MAXIMUM;
    marks.push({ seconds, text: duration.roleMaximum(durationText(seconds)) });
  }
  if (roleArn !== undefined && step?.call === operation.name && TEMPORARY.has(step.caller.kind)) {
    marks.push({ seconds: ROLE_CHAINING_MAXIMUM, text: duration.chaining(durationText(ROLE_CHAINING_MAXIMUM)) });
  }
  return marks;
}

/** What the document gives to the operation and the operation does not have. */
export function otherParameters({
  form,
  operation,
  problemsOf,
  change,
}: Omit<ParameterContext, 'catalog' | 'world'>): TemplateResult | typeof nothing {
  const { form: words } = texts();
  const known = new Set(operation.parameters.map(({ name }) => name));
  const others = Object.entries(form.params).filter(([name]) => !known.has(name) && !form.aside.includes(name));
  if (others.length === 0) return nothing;
  return html`${others.map(([name, value]) => {
    const field: Field = { id: `other-${name}`, label: name, problems: problemsOf(`/with/${pointerPart(name)}`) };
    return grouped(
      { ...field, hint: words.otherParameters },
      html`<div class="row">
        <code>${shownOf(value)}</code>
        <button type="button" class="button" @click=${() => change(setParam(form, name, undefined))}>${kitTexts().remove(name)}</button>
      </div>`,
    );
  })}`;
}
