// A step as JSON, for what has no field, and for those who would rather write it.

import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ParseError, parse } from 'jsonc-parser';
import { StsElement } from '../../base/element';
import type { Diagnostic } from '../../engine/report';
import { positionAt } from '../../text/positions';
import { isObject, type Json, jsonOf } from '../../document/values';
import { areaInput, type Problem, problemList } from '../../forms/fields';
import { formStyles } from '../../forms/styles';
import { texts } from './texts';

export interface JsonChange {
  text: string;
  /** Null while the text is no JSON object. */
  step: Json | null;
}

/** Where a text stops to be JSON. */
function faultOf(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  return errors[0]?.offset ?? text.length;
}

@customElement('sts-call-json')
export class StsCallJson extends StsElement {
  @property() text = '';
  /** Those of the step, each with its own place as a JSON pointer. */
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];

  static override styles = formStyles;

  protected override render(): TemplateResult {
    const { form } = texts();
    const broken = this.#fault();
    const problems: Problem[] = broken ? [{ severity: 'error', message: broken }] : [...this.diagnostics];
    return html`${areaInput(
      {
        id: 'json',
        label: form.json,
        hint: form.jsonHint,
        value: this.text,
        rows: Math.min(24, Math.max(8, this.text.split('\n').length + 1)),
        problems,
        change: this.#change,
      },
      form.json,
    )}
      <p class="hint" id="json-hint">${form.jsonHint}</p>
      <div role="status">${problemList('json', problems)}</div>`;
  }

  #fault(): string | null {
    const { form } = texts();
    const value = jsonOf(this.text);
    if (value !== undefined) return isObject(value) ? null : form.jsonNoObject;
    const { line, column } = positionAt(this.text, faultOf(this.text));
    return form.jsonBroken(line, column);
  }

  #change = (text: string): void => {
    const value = jsonOf(text);
    this.dispatchEvent(new CustomEvent<JsonChange>('json-change', { detail: { text, step: isObject(value) ? value : null } }));
  };
}
