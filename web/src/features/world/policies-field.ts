// The policies of a thing: a map of them by name, or the one that it has. They are edited as texts, in the editor.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons';
import type { JSONPath } from '../../document/edit';
import { pointerOf, type ThingKind } from '../../document/things';
import { objectOf, valueAt } from '../../document/values';
import type { PolicyKind } from '../../engine/report';
import { grouped, problemList, squareButton } from '../../forms/fields';
import { messages } from '../../base/i18n';
import { fieldOf, type FormContext } from './form-parts';
import { renameIcon } from './icons';
import type { TemplateKind } from './template';
import { problemsAt } from './tree';

export interface PoliciesOptions {
  kind: PolicyKind;
  template: TemplateKind;
  adds?: ThingKind;
  hint?: string;
}

/** A map of policies by name. */
export function policiesField(context: FormContext, path: JSONPath, label: string, options: PoliciesOptions): TemplateResult {
  const { t, scenario, wish } = context;
  const { kind, template, adds = 'policy', hint = '' } = options;
  const items = Object.keys(objectOf(valueAt(scenario, path))).map((name) => {
    const place = [...path, name];
    return item(context, place, name, kind, [
      squareButton(renameIcon(), t.actions.renameIt(name), () => wish({ wish: 'ask-name', path: place })),
      squareButton(icon('copy'), t.actions.duplicateIt(name), () => wish({ wish: 'duplicate', path: place })),
      removal(context, place, name),
    ]);
  });
  const add = (): void => wish({ wish: 'add', kind: adds, at: path, template });
  const word = t.add[adds === 'scp' || adds === 'rcp' ? adds : 'policy'];
  return grouped(fieldOf(context, path, label, hint), [
    html`${items.length === 0 ? nothing : html`<ul role="list">${items}</ul>`}`,
    html`<div><button type="button" class="button foot" @click=${add}>${icon('plus')}${word}</button></div>`,
  ]);
}

/** The one policy that stands at a path, or may stand there. One that the document has to have can be replaced only. */
export function policyField(
  context: FormContext,
  path: JSONPath,
  label: string,
  kind: PolicyKind,
  template: TemplateKind,
  required: boolean,
): TemplateResult {
  const { t, wish } = context;
  const empty = valueAt(context.scenario, path) === undefined;
  const word = empty ? t.add.policy : t.actions.replace;
  const replace = (): void => wish({ wish: 'template', path, template });
  return grouped(fieldOf(context, path, label), [
    empty
      ? html`<p class="none">${t.noPolicy}</p>`
      : html`<ul role="list">${item(context, path, label, kind, required ? [] : [removal(context, path, label)])}</ul>`,
    html`<div>
      <button type="button" class="button foot" aria-label="${word}: ${label}" @click=${replace}>${empty ? icon('plus') : nothing}${word}</button>
    </div>`,
  ]);
}

function item(
  { t, diagnostics, wish }: FormContext,
  path: JSONPath,
  name: string,
  kind: PolicyKind,
  tools: TemplateResult[],
): TemplateResult {
  const pointer = pointerOf(path);
  const problems = [
    ...diagnostics.filter(({ policy }) => policy === pointer),
    ...problemsAt(diagnostics, pointer).filter(({ policy }) => policy === undefined),
  ];
  return html`<li class="policy">
    <span class="name">${name}<span class="kind">${messages().editor.kind[kind]}</span></span>
    <button type="button" class="plain" aria-label=${t.actions.editIt(name)} @click=${() => wish({ wish: 'edit', path })}>
      ${icon('pencil')}${t.actions.edit}
    </button>
    ${tools} ${problemList(pointer, problems.slice(0, 4))}
  </li>`;
}

function removal({ t, wish }: FormContext, path: JSONPath, name: string): TemplateResult {
  return squareButton(icon('trash'), t.actions.removeIt(name), ({ currentTarget }) => {
    // The button that has the focus goes away with its policy.
    (currentTarget as Element).closest('.field')?.querySelector<HTMLElement>('.foot')?.focus();
    wish({ wish: 'remove', path });
  });
}
