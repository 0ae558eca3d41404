// What the forms of the world are put together from.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons';
import type { JSONPath } from '../../document/edit';
import { pointerOf } from '../../document/things';
import { type Json, listOf, objectOf, shownOf, textOf, valueAt } from '../../document/values';
import type { World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import type { Diagnostic } from '../../engine/report';
import { type Choice, choicesOf, type Field, selectField, squareButton } from '../../forms/fields';
import type { ItemChange } from '../../forms/sts-list-field';
import '../../forms/sts-list-field';
import '../../forms/sts-tags-field';
import '../../forms/sts-text-field';
import type { TagRow } from '../../forms/values';
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

/** The engine's words about a place; at most a few, the rest stands among all problems. */
export const problemsOf = ({ diagnostics }: FormContext, path: JSONPath): Diagnostic[] =>
  problemsAt(diagnostics, pointerOf(path)).slice(0, 4);

/** The problems of a thing that stand in none of its fields: those of the thing as a whole. */
const ownProblems = ({ diagnostics }: FormContext, path: JSONPath): Diagnostic[] =>
  diagnostics.filter(({ pointer }) => pointer === pointerOf(path));

/** A field about what stands at a path. */
export const fieldOf = (context: FormContext, path: JSONPath, label: string, hint = ''): Field => ({
  // Ids are named in lists with spaces between them.
  id: encodeURI(pointerOf(path)),
  label,
  hint,
  mono: false,
  problems: problemsOf(context, path),
});

export interface TextOptions {
  hint?: string;
  suggestions?: Suggestions;
  multiline?: boolean;
  mono?: boolean;
  placeholder?: string;
  check?: (text: string) => string | null;
  commit?: (text: string) => void;
  /** The field of the name that the thing is known by. */
  isName?: boolean;
}

/** A text at a path; empty, it is taken away. */
export const textField = (context: FormContext, path: JSONPath, label: string, options: TextOptions = {}): TemplateResult =>
  freeText(context, shownOf(valueAt(context.scenario, path)), fieldOf(context, path, label, options.hint), path, options);

/** A text that is not simply what stands at its path. */
export function freeText({ wish }: FormContext, value: string, field: Field, path: JSONPath, options: TextOptions): TemplateResult {
  const commit = options.commit ?? ((text: string): void => wish({ wish: 'set', path, value: text || undefined }));
  return html`<sts-text-field
    class=${options.isName ? 'own-name' : ''}
    .field=${field}
    .value=${value}
    .suggestions=${options.suggestions ?? []}
    .multiline=${options.multiline ?? false}
    .code=${options.mono ?? false}
    .placeholder=${options.placeholder ?? ''}
    .check=${options.check ?? (() => null)}
    @take=${(event: CustomEvent<string>) => commit(event.detail)}
  ></sts-text-field>`;
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
  const field = { ...fieldOf(context, path, label, hint), problems };
  return freeText(context, value, field, path, { check, commit, mono: /id|ARN/i.test(label), isName: true });
}

/** The IAM path of a user, role or group; it is part of the ARN, so others may have to follow. */
export function pathField(context: FormContext, path: JSONPath): TemplateResult {
  const { t, wish } = context;
  const commit = (iamPath: string): void => wish({ wish: 'move', path, iamPath });
  return textField(context, [...path, 'path'], t.labels.path, { hint: t.hints.path, placeholder: '/', mono: true, commit });
}

export interface ListOptions {
  hint?: string;
  suggestions?: Suggestions;
  /** What the empty field for another one offers to add. */
  proposal?: string;
  /** Absent: what stands at the path. */
  values?: readonly string[];
}

/** A list of texts at a path. */
export function listField(context: FormContext, path: JSONPath, label: string, options: ListOptions = {}): TemplateResult {
  const { hint = '', suggestions = [], proposal = '', values = listOf(valueAt(context.scenario, path)).map(shownOf) } = options;
  const put = ({ index, text }: ItemChange): void => context.wish({ wish: 'set', path: [...path, index], value: text });
  return html`<sts-list-field
    .field=${fieldOf(context, path, label, hint)}
    .values=${values}
    .suggestions=${suggestions}
    .proposal=${proposal}
    @item=${(event: CustomEvent<ItemChange>) => put(event.detail)}
  ></sts-list-field>`;
}

export function tagsField(context: FormContext, path: JSONPath): TemplateResult {
  const entries = Object.entries(objectOf(valueAt(context.scenario, path)));
  const rows = entries.map(([key, value]) => ({ key, value: textOf(value), transitive: false, tag: true }));
  return html`<sts-tags-field
    unique
    .field=${{ ...fieldOf(context, path, context.t.labels.tags), problems: ownProblems(context, path) }}
    .rows=${rows}
    .problemsOf=${(index: number) => (rows[index] ? problemsOf(context, [...path, rows[index].key]) : [])}
    @rows=${(event: CustomEvent<readonly TagRow[]>) => tagWishes(path, rows, event.detail).forEach(context.wish)}
  ></sts-tags-field>`;
}

/** What makes the tags at a path those that are wanted: each keeps its place, and what did not change its text. */
function tagWishes(path: JSONPath, before: readonly TagRow[], after: readonly TagRow[]): WorldWish[] {
  if (after.length < before.length) {
    const gone = before.filter(({ key }) => !after.some((row) => row.key === key));
    return gone.map(({ key }) => ({ wish: 'set', path: [...path, key], value: undefined }));
  }
  return after.flatMap(({ key, value }, index): WorldWish[] => {
    const was = before[index];
    const renaming: WorldWish[] = was && was.key !== key ? [{ wish: 'rename-key', path: [...path, was.key], name: key }] : [];
    return was?.value === value ? renaming : [...renaming, { wish: 'set', path: [...path, key], value }];
  });
}

/** One of a few; `id` is unique in the form. */
export const choiceField = (
  id: string,
  label: string,
  hint: string,
  value: string,
  choices: readonly Choice[],
  change: (value: string) => void,
): TemplateResult => selectField({ id, label, hint, mono: false, value, groups: choicesOf(choices), change });

export function addButton({ t, wish }: FormContext, kind: keyof FormTexts['add'], at: JSONPath, primary = false): TemplateResult {
  return html`<button type="button" class="button add ${primary ? 'primary' : ''}" @click=${() => wish({ wish: 'add', kind, at })}>
    ${icon('plus')}${t.add[kind]}
  </button>`;
}

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
      ${copied ? squareButton(icon('copy'), t.actions.duplicateIt(label), () => wish({ wish: 'duplicate', path })) : nothing}
      ${removable ? squareButton(icon('trash'), t.actions.removeIt(label), () => wish({ wish: 'remove', path })) : nothing}
    </div>
    ${arn ? html`<p class="arn mono">${arn}</p>` : nothing}
  </header>`;
}
