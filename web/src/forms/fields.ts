// The fields of every form: a name, a control, a hint, and what is said of the value. They are drawn into the shadow root of
// whoever calls them, so that names and lists of suggestions are found by their ids.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../base/icons';
import { SEVERITY } from '../text/looks';
import type { Severity } from '../engine/report';
import { texts } from './texts';

export interface Problem {
  severity: Severity;
  message: string;
}

export interface Field {
  /** Unique in its shadow root. */
  id: string;
  label: string;
  /** AWS's or the document's own names are set in the fixed-width font. */
  mono?: boolean;
  /** Its controls take the whole width, below its name. */
  wide?: boolean;
  hint?: string | TemplateResult;
  required?: boolean;
  /** What the engine says of the value. */
  problems?: readonly Problem[];
  /** Why the form does not take what was typed. */
  error?: string;
}

const invalid = ({ problems, error }: Field): 'true' | typeof nothing =>
  error || problems?.some(({ severity }) => severity === 'error') ? 'true' : nothing;

/** For `aria-describedby`. */
const described = ({ id, hint, problems, error }: Field): string | typeof nothing =>
  [hint ? `${id}-hint` : '', problems?.length || error ? `${id}-problems` : ''].filter(Boolean).join(' ') || nothing;

const name = ({ label, mono, required }: Field): TemplateResult =>
  html`<span class=${mono === false ? '' : 'mono'}>${label}</span>${required ? html` <span class="need">${texts().required}</span>` : nothing}`;

/** One thing that is said, of a list; `place`: what leads to where it is said of. */
export const problemItem = ({ severity, message }: Problem, place: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<li class="problem"><span class=${SEVERITY[severity].tone}>${icon(SEVERITY[severity].icon)}</span>${place} ${message}</li>`;

/** What is said of the value of the field with this id. */
export function problemList(id: string, problems: readonly Problem[] = [], error = ''): TemplateResult | typeof nothing {
  if (problems.length === 0 && !error) return nothing;
  return html`<div id="${id}-problems">
    ${error ? html`<p class="problem" role="alert"><span class="deny">${icon('triangle')}</span> ${error}</p>` : nothing}
    ${problems.length > 0 ? html`<ul role="list">${problems.map((one) => problemItem(one))}</ul>` : nothing}
  </div>`;
}

const below = (field: Field): TemplateResult =>
  html`${field.hint ? html`<p class="hint" id="${field.id}-hint">${field.hint}</p>` : nothing}${problemList(field.id, field.problems, field.error)}`;

/** A field around one control, which has the field's id. */
export const labelled = (field: Field, control: TemplateResult): TemplateResult =>
  html`<div class="field ${field.wide ? 'wide' : ''}">
    <label class="name" for=${field.id}>${name(field)}</label>
    <div class="control">${control}${below(field)}</div>
  </div>`;

/** A field of several controls. */
export const grouped = (field: Field, controls: TemplateResult | TemplateResult[]): TemplateResult =>
  html`<div class="field ${field.wide ? 'wide' : ''}" role="group" aria-labelledby="${field.id}-name" aria-describedby=${described(field)}>
    <span class="name" id="${field.id}-name">${name(field)}</span>
    <div class="control">${controls}${below(field)}</div>
  </div>`;

export interface TextField extends Field {
  value: string;
  /** Whether the value is set in the fixed-width font; without it, the value as the name. */
  code?: boolean;
  placeholder?: string | undefined;
  /** The id of a `datalist`. */
  list?: string | undefined;
  numeric?: boolean;
  /** Takes what is typed, while it is typed. */
  change(value: string): void;
  /** Told when the field is left with another value, or Enter is pressed. */
  leave?: () => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const valueOf = (event: Event): string => (event.target as Control).value;

export const textInput = (field: TextField, label?: string): TemplateResult => html`<input
  id=${field.id}
  class=${(field.code ?? field.mono !== false) ? 'mono' : ''}
  type="text"
  autocomplete="off"
  autocapitalize="off"
  spellcheck="false"
  aria-label=${label ?? nothing}
  inputmode=${field.numeric ? 'numeric' : nothing}
  list=${field.list ?? nothing}
  placeholder=${field.placeholder || nothing}
  aria-invalid=${invalid(field)}
  aria-describedby=${described(field)}
  .value=${live(field.value)}
  @input=${(event: Event) => field.change(valueOf(event))}
  @change=${field.leave ?? nothing}
/>`;

export const textField = (field: TextField): TemplateResult => labelled(field, textInput(field));

export interface AreaField extends TextField {
  rows?: number;
}

export const areaInput = (field: AreaField, label?: string): TemplateResult => html`<textarea
  id=${field.id}
  class=${field.code === false ? '' : 'mono'}
  rows=${field.rows ?? Math.min(14, Math.max(2, field.value.split('\n').length))}
  autocomplete="off"
  autocapitalize="off"
  spellcheck="false"
  aria-label=${label ?? nothing}
  aria-invalid=${invalid(field)}
  aria-describedby=${described(field)}
  .value=${live(field.value)}
  @input=${(event: Event) => field.change(valueOf(event))}
  @change=${field.leave ?? nothing}
></textarea>`;

export const areaField = (field: AreaField): TemplateResult => labelled(field, areaInput(field));

export interface Choice {
  value: string;
  text: string;
}

export interface ChoiceGroup {
  /** Empty: the choices stand on their own. */
  label: string;
  choices: readonly Choice[];
}

export interface SelectField extends Field {
  value: string;
  groups: readonly ChoiceGroup[];
  change(value: string): void;
}

/** Choices that stand on their own, each with what it says. */
export const choicesOf = (choices: readonly Choice[]): ChoiceGroup[] => [{ label: '', choices }];

// A choice that was not taken in the end is shown no more: the value is what the form holds.
const option = ({ value, text }: Choice, chosen: string): TemplateResult =>
  html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`;

export const selectInput = (field: SelectField, label?: string): TemplateResult => html`<select
  id=${field.id}
  aria-label=${label ?? nothing}
  aria-invalid=${invalid(field)}
  aria-describedby=${described(field)}
  @change=${(event: Event) => field.change(valueOf(event))}
>
  ${field.groups
    .filter(({ choices }) => choices.length > 0)
    .map((group) =>
      group.label
        ? html`<optgroup label=${group.label}>${group.choices.map((choice) => option(choice, field.value))}</optgroup>`
        : group.choices.map((choice) => option(choice, field.value)),
    )}
</select>`;

export const selectField = (field: SelectField): TemplateResult => labelled(field, selectInput(field));

export interface CheckBox {
  label: string | TemplateResult;
  checked: boolean;
  disabled?: boolean;
  /** The id of what describes it. */
  describedBy?: string;
  change(checked: boolean): void;
}

/** Yes or no. */
export const checkBox = ({ label, checked, disabled = false, describedBy, change }: CheckBox): TemplateResult => html`<label class="check">
  <input
    type="checkbox"
    aria-describedby=${describedBy ?? nothing}
    .checked=${live(checked)}
    ?disabled=${disabled}
    @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
  />
  <span>${label}</span>
</label>`;

/** Suggestions for a text field; `id` is what its `list` names. */
export const suggestions = (id: string, values: readonly (Choice | string)[]): TemplateResult | typeof nothing =>
  values.length === 0
    ? nothing
    : html`<datalist id=${id}>
        ${values.map((one) => (typeof one === 'string' ? html`<option value=${one}></option>` : html`<option value=${one.value}>${one.text}</option>`))}
      </datalist>`;

export const addButton = (label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="plain" id="add" @click=${act}>${icon('plus')}${label}</button>`;

/** A button that shows its icon only, and says what it does to whoever cannot see it or points at it. */
export const squareButton = (shape: TemplateResult, label: string, act: (event: Event) => void, disabled = false): TemplateResult =>
  html`<button type="button" class="square" aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>${shape}</button>`;

export const removeButton = (label: string, act: () => void): TemplateResult => squareButton(icon('times'), label, act);
