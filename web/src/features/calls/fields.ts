// The generic fields of a form: a name, a control, a hint, and what the engine says of the value. They are drawn into the
// shadow root of whoever calls them, so that names and lists of suggestions are found by their ids.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { texts } from './texts';

export interface Problem {
  severity: 'error' | 'warning' | 'info';
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
  problems?: readonly Problem[];
}

const invalid = ({ problems }: Field): 'true' | typeof nothing =>
  problems?.some(({ severity }) => severity === 'error') ? 'true' : nothing;

/** For `aria-describedby`. */
const described = ({ id, hint, problems }: Field): string | typeof nothing =>
  [hint ? `${id}-hint` : '', problems?.length ? `${id}-problems` : ''].filter(Boolean).join(' ') || nothing;

const name = ({ label, mono, required }: Field): TemplateResult =>
  html`<span class=${mono === false ? '' : 'mono'}>${label}</span>${required
      ? html` <span class="need">${texts().form.required}</span>`
      : nothing}`;

export const problemList = (id: string, problems: readonly Problem[] = []): TemplateResult | typeof nothing =>
  problems.length === 0
    ? nothing
    : html`<div id="${id}-problems">${problems.map(({ severity, message }) => html`<p class="problem ${severity}">${message}</p>`)}</div>`;

const below = (field: Field): TemplateResult =>
  html`${field.hint ? html`<p class="hint" id="${field.id}-hint">${field.hint}</p>` : nothing}${problemList(field.id, field.problems)}`;

/** A field around one control, which has the field's id. */
export const labelled = (field: Field, control: TemplateResult): TemplateResult =>
  html`<div class="field ${field.wide ? 'wide' : ''}">
    <label class="name" for=${field.id}>${name(field)}</label>
    <div class="control">${control}${below(field)}</div>
  </div>`;

/** A field of several controls. */
export const grouped = (field: Field, controls: TemplateResult | TemplateResult[]): TemplateResult =>
  html`<div class="field ${field.wide ? 'wide' : ''}" role="group" aria-labelledby="${field.id}-name">
    <span class="name" id="${field.id}-name">${name(field)}</span>
    <div class="control">${controls}${below(field)}</div>
  </div>`;

export interface TextField extends Field {
  value: string;
  placeholder?: string;
  /** The id of a `datalist`. */
  list?: string;
  numeric?: boolean;
  maxLength?: number;
  change(value: string): void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

export const textInput = (field: TextField, label?: string): TemplateResult => html`<input
  id=${field.id}
  class=${field.mono === false ? '' : 'mono'}
  type="text"
  autocomplete="off"
  autocapitalize="off"
  spellcheck="false"
  aria-label=${label ?? nothing}
  inputmode=${field.numeric ? 'numeric' : nothing}
  maxlength=${field.maxLength ?? nothing}
  list=${field.list ?? nothing}
  placeholder=${field.placeholder ?? nothing}
  aria-invalid=${invalid(field)}
  aria-describedby=${described(field)}
  .value=${live(field.value)}
  @input=${(event: Event) => field.change(valueOf(event))}
/>`;

export const textField = (field: TextField): TemplateResult => labelled(field, textInput(field));

export interface AreaField extends TextField {
  rows?: number;
}

export const areaInput = (field: AreaField, label?: string): TemplateResult => html`<textarea
  id=${field.id}
  class="mono"
  rows=${field.rows ?? Math.min(14, Math.max(2, field.value.split('\n').length))}
  autocomplete="off"
  autocapitalize="off"
  spellcheck="false"
  aria-label=${label ?? nothing}
  aria-invalid=${invalid(field)}
  aria-describedby=${described(field)}
  .value=${live(field.value)}
  @input=${(event: Event) => field.change(valueOf(event))}
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

const option = ({ value, text }: Choice, chosen: string): TemplateResult =>
  html`<option value=${value} .selected=${value === chosen}>${text}</option>`;

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

/** Suggestions for a text field; `id` is what its `list` names. */
export const suggestions = (id: string, values: readonly Choice[]): TemplateResult =>
  html`<datalist id=${id}>${values.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}</datalist>`;
