// What the forms of the world are put together from.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon, type IconName } from '../../components/icons';
import type { JSONPath } from '../../document/edit';
import { pointerOf, type ThingKind } from '../../document/things';
import { type Json, listOf, objectOf, shownOf, textOf, valueAt } from '../../document/values';
import type { World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import type { Diagnostic, PolicyKind } from '../../engine/report';
import type { TemplateKind } from './template';
import type { FormTexts } from './meanings';
import { problemsAt, type TreeNode } from './tree';
import type { WorldWish } from './wishes';

export interface FormContext {
  t: FormTexts;
  scenario: Json;
  world: World;
  diagnostics: readonly Diagnostic[];
  /** Null until it is there. */
  catalog: Catalog | null;
  /** ARNs of the AWS managed policies that the engine knows. */
  awsPolicies: readonly string[];
  wish(wish: WorldWish): void;
}

export type Suggestions = readonly string[];

export const problemsOf = ({ diagnostics }: FormContext, path: JSONPath): Diagnostic[] => problemsAt(diagnostics, pointerOf(path));

/** The problems of a thing that stand in none of its fields: those of the thing as a whole. */
const ownProblems = ({ diagnostics }: FormContext, path: JSONPath): Diagnostic[] =>
  diagnostics.filter(({ pointer }) => pointer === pointerOf(path));

export interface TextOptions {
  hint?: string;
  suggestions?: Suggestions;
  multiline?: boolean;
  mono?: boolean;
  placeholder?: string;
  check?: (text: string) => string | null;
  commit?: (text: string) => void;
}

/** A text at a path; empty, it is taken away. */
export function textField(context: FormContext, path: JSONPath, label: string, options: TextOptions = {}): TemplateResult {
  const value = valueAt(context.scenario, path);
  const shown = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return freeText(shown, problemsOf(context, path), path, label, options);
}

/** A text that is not simply what stands at its path. */
export function freeText(
  value: string,
  problems: readonly Diagnostic[],
  path: JSONPath,
  label: string,
  options: TextOptions,
): TemplateResult {
  return html`<sts-world-text
    .label=${label}
    .hint=${options.hint ?? ''}
    .path=${path}
    .value=${value}
    .problems=${problems}
    .suggestions=${options.suggestions ?? []}
    .multiline=${options.multiline ?? false}
    .mono=${options.mono ?? false}
    .placeholder=${options.placeholder ?? ''}
    .check=${options.check ?? (() => null)}
    .commit=${options.commit ?? null}
  ></sts-world-text>`;
}

/** The name that a thing is known by: a property's name, or a root's id. */
export function nameField(context: FormContext, path: JSONPath, label: string, hint = ''): TemplateResult {
  const { t, scenario, wish } = context;
  const isRoot = path.length === 3 && path[2] === 'root';
  const value = isRoot ? textOf(valueAt(scenario, [...path, 'id'])) : String(path.at(-1));
  const others = isRoot ? [] : Object.keys(objectOf(valueAt(scenario, path.slice(0, -1)))).filter((name) => name !== value);
  const check = (name: string): string | null => {
    if (name === '') return t.errors.emptyName;
    return others.includes(name) ? t.errors.taken(name) : null;
  };
  const problems = isRoot ? problemsOf(context, [...path, 'id']) : ownProblems(context, path);
  const commit = (name: string): void => wish({ wish: 'rename', path, name });
  return html`<div class="own-name">${freeText(value, problems, path, label, { hint, check, commit, mono: /id|ARN/i.test(label) })}</div>`;
}

/** The IAM path of a user, role or group; it is part of the ARN, so others may have to follow. */
export function pathField(context: FormContext, path: JSONPath): TemplateResult {
  const { t, wish } = context;
  const commit = (iamPath: string): void => wish({ wish: 'move', path, iamPath });
  return textField(context, [...path, 'path'], t.labels.path, { hint: t.hints.path, placeholder: '/', mono: true, commit });
}

/** A list of texts at a path. `proposal`: what its empty field offers to add. */
export function listField(
  context: FormContext,
  path: JSONPath,
  label: string,
  hint: string,
  suggestions: Suggestions = [],
  proposal = '',
): TemplateResult {
  return html`<sts-world-list
    .label=${label}
    .hint=${hint}
    .path=${path}
    .values=${listOf(valueAt(context.scenario, path)).map(shownOf)}
    .problems=${problemsOf(context, path)}
    .suggestions=${suggestions}
    .proposal=${proposal}
  ></sts-world-list>`;
}

export function tagsField(context: FormContext, path: JSONPath): TemplateResult {
  const tags = Object.entries(objectOf(valueAt(context.scenario, path))).map(([key, value]) => [key, textOf(value)] as const);
  const problems = problemsOf(context, path);
  return html`<sts-world-tags .label=${context.t.labels.tags} .path=${path} .tags=${tags} .problems=${problems}></sts-world-tags>`;
}

export interface PoliciesOptions {
  kind: PolicyKind;
  template: TemplateKind;
  adds?: ThingKind;
  hint?: string;
}

/** A map of policies by name. */
export function policiesField(context: FormContext, path: JSONPath, label: string, options: PoliciesOptions): TemplateResult {
  const { kind, template, adds = 'policy', hint = '' } = options;
  const names = Object.keys(objectOf(valueAt(context.scenario, path)));
  return html`<sts-world-policies
    .label=${label}
    .hint=${hint}
    .path=${path}
    .names=${names}
    .kind=${kind}
    .template=${template}
    .adds=${adds}
    .diagnostics=${context.diagnostics}
  ></sts-world-policies>`;
}

/** The one policy that stands at a path, or may stand there. */
export function policyField(
  context: FormContext,
  path: JSONPath,
  label: string,
  kind: PolicyKind,
  template: TemplateKind,
  required: boolean,
): TemplateResult {
  const there = valueAt(context.scenario, path) !== undefined;
  return html`<sts-world-policies
    single
    .label=${label}
    .path=${path}
    .names=${there ? [label] : []}
    .required=${required}
    .kind=${kind}
    .template=${template}
    .diagnostics=${context.diagnostics}
  ></sts-world-policies>`;
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a few; `id` is unique in the form. */
export function choiceField(
  id: string,
  label: string,
  hint: string,
  value: string,
  choices: readonly Choice[],
  choose: (value: string) => void,
): TemplateResult {
  const change = (event: Event): void => choose((event.target as HTMLSelectElement).value);
  return html`<div>
    <label for=${id}>${label}</label>
    <select id=${id} aria-describedby="${id}-hint" .value=${live(value)} @change=${change}>
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

export function addButton({ t, wish }: FormContext, kind: keyof FormTexts['add'], at: JSONPath, primary = false): TemplateResult {
  return html`<button type="button" class="button add ${primary ? 'primary' : ''}" @click=${() => wish({ wish: 'add', kind, at })}>
    ${icon('plus')}${t.add[kind]}
  </button>`;
}

/** A button that shows its icon only. */
const bareButton = (shape: IconName, name: string, act: () => void): TemplateResult =>
  html`<button type="button" class="bare" aria-label=${name} title=${name} @click=${act}>${icon(shape)}</button>`;

/** What a form is about, with what can be done with it as a whole. */
export function heading(context: FormContext, node: TreeNode, arn = ''): TemplateResult {
  const { t, wish } = context;
  const { kind, path, label } = node;
  const removable = node.count === null && kind !== 'scenario' && kind !== 'root';
  const copied = removable && kind !== 'organization' && kind !== 'member';
  const name = kind === 'scenario' || node.count !== null ? '' : label;
  return html`<header>
    <div class="title">
      <h3 id="form-heading" tabindex="-1">
        <span class="kind">${t.kinds[kind]}</span>${name ? html` <span class="named">${name}</span>` : nothing}
      </h3>
      ${copied ? bareButton('copy', t.actions.duplicateIt(label), () => wish({ wish: 'duplicate', path })) : nothing}
      ${removable ? bareButton('trash', t.actions.removeIt(label), () => wish({ wish: 'remove', path })) : nothing}
    </div>
    ${arn ? html`<p class="arn mono">${arn}</p>` : nothing}
  </header>`;
}
