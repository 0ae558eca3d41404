// What every field of the forms of the world shares: its label, its hint, and what the engine says about its place.

import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { icon, SEVERITY } from '../../components/icons';
import type { JSONPath } from '../../document/edit';
import type { Diagnostic } from '../../engine/report';
import { type WorldWish, WISH } from './wishes';

export class WorldField extends StsElement {
  @property() label = '';
  @property() hint = '';
  @property({ attribute: false }) path: JSONPath = [];
  @property({ attribute: false }) problems: readonly Diagnostic[] = [];

  protected wish(wish: WorldWish): void {
    this.tell(WISH, wish);
  }

  protected set(value: unknown, path = this.path): void {
    this.wish({ wish: 'set', path, value });
  }

  /** Below the control, which names it by aria-describedby="notes". */
  protected notes(error = ''): TemplateResult {
    return html`<div id="notes">
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
      ${error ? html`<p class="error" role="alert">${icon('triangle')} ${error}</p>` : nothing}${problemList(this.problems)}
    </div>`;
  }
}

/** The engine's words about a place; at most a few, the rest stands among all problems. */
export function problemList(problems: readonly Diagnostic[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="problems" role="list">
    ${problems.slice(0, 4).map(({ severity, message }) => {
      const { icon: shape, tone } = SEVERITY[severity];
      return html`<li><span class=${tone}>${icon(shape)}</span> ${message}</li>`;
    })}
  </ul>`;
}

/** A list of suggestions for a text field; `id` is what the field's `list` names. */
export const suggestionList = (id: string, values: readonly string[]): TemplateResult | typeof nothing =>
  values.length === 0 ? nothing : html`<datalist id=${id}>${values.map((value) => html`<option value=${value}></option>`)}</datalist>`;

export const fieldStyles = [
  shared,
  css`
    label,
    legend,
    .label {
      display: block;
      padding: 0;
      font-size: var(--size-s);
      font-weight: 600;
      margin-block-end: 3px;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    input:not([type]),
    input[type='text'],
    textarea,
    select {
      font: inherit;
      font-size: var(--size-s);
      color: var(--text);
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: 6px;
      padding: 5px 8px;
      inline-size: 100%;
      min-inline-size: 0;
    }
    input.mono {
      font-family: var(--mono);
      font-size: 12px;
    }
    input[aria-invalid='true'] {
      border-color: var(--deny);
    }
    textarea {
      min-block-size: 76px;
      resize: vertical;
    }
    input[type='range'],
    input[type='checkbox'],
    input[type='radio'] {
      accent-color: var(--accent);
    }
    .hint {
      margin-block-start: 2px;
      font-size: var(--size-xs);
      line-height: 1.45;
      color: var(--muted);
      overflow-wrap: anywhere;
    }
    p.error {
      margin-block-start: 3px;
      font-size: var(--size-s);
      color: var(--deny);
    }
    .problems {
      margin-block-start: 3px;
      font-size: var(--size-s);
      line-height: 1.4;
    }
    .problems li {
      overflow-wrap: anywhere;
    }
    .button {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      border: 1px solid var(--line-strong);
      border-radius: 6px;
      background: var(--surface);
      padding: 4px 9px;
      font-size: var(--size-s);
      white-space: nowrap;
    }
    .button:hover:enabled,
    .bare:hover:enabled {
      background: var(--hover);
    }
    .button:disabled,
    .bare:disabled {
      color: var(--muted);
      cursor: default;
    }
    .primary {
      border-color: var(--accent);
      color: var(--accent);
      font-weight: 600;
    }
    .bare {
      display: inline-flex;
      align-items: center;
      border: 0;
      border-radius: 6px;
      background: none;
      padding: 6px;
      color: var(--muted);
      font-size: var(--size-s);
    }
    .row {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    .row + .row {
      margin-block-start: 4px;
    }
    .row > input {
      flex: 1;
    }
    .none {
      font-size: var(--size-s);
      color: var(--muted);
    }
  `,
];
