// A policy inside of a call, as text: its formatting is kept, and so is what is not finished.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StsElement } from '../base/element';
import { icon } from '../base/icons';
import type { Diagnostic } from '../engine/report';
import { spanOf } from '../text/positions';
import { addButton, areaInput, type Field, grouped, problemItem } from './fields';
import { formStyles } from './styles';
import { texts } from './texts';

/** What a new policy begins with. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const BEGINNINGS = {
  identity:
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "*",\n      "Resource": "*"\n    }\n  ]\n}',
  trust:
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": { "Service": "ec2.amazonaws.com" },\n      "Action": "sts:AssumeRole"\n    }\n  ]\n}',
};

@customElement('sts-policy-field')
export class StsPolicyField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'policy', label: '' };
  /** As in the document: a text, an object, or undefined. */
  @property({ attribute: false }) value: unknown = undefined;
  @property() kind: keyof typeof BEGINNINGS = 'identity';
  /** Those that have a place in the policy's text. */
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];

  static override styles = formStyles;

  protected override render(): TemplateResult {
    const { policy } = texts();
    if (this.value === undefined) {
      return grouped(this.field, addButton(policy.add(this.field.label), this.#begin));
    }
    const text = typeof this.value === 'string' ? this.value : JSON.stringify(this.value, null, 2);
    return grouped(this.field, [
      areaInput(
        { ...this.field, value: text, rows: Math.min(16, Math.max(5, text.split('\n').length)), change: (next) => this.#give(next) },
        this.field.label,
      ),
      html`${this.#places(text)}`,
      html`<button type="button" class="plain" @click=${() => this.#give(undefined)}>${icon('times')}${policy.remove}</button>`,
    ]);
  }

  #places(text: string): TemplateResult | typeof nothing {
    if (this.diagnostics.length === 0) return nothing;
    const { policy } = texts();
    // Of an object the places are those in the scenario's text, which is not what stands here.
    const place = ({ in: where, range }: Diagnostic): TemplateResult | typeof nothing =>
      where === 'policy'
        ? html`<button type="button" class="plain" @click=${() => this.#show(spanOf(text, range))}>
            ${policy.place(range.start.line, range.start.column)}
          </button>`
        : nothing;
    return html`<ul role="list">
      ${this.diagnostics.map((one) => problemItem(one, place(one)))}
    </ul>`;
  }

  #show({ start, end }: { start: number; end: number }): void {
    const area = this.renderRoot.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(start, end);
  }

  #begin = (): void => {
    this.#give(BEGINNINGS[this.kind]);
    requestAnimationFrame(() => this.renderRoot.querySelector('textarea')?.focus());
  };

  #give(value: string | undefined): void {
    this.dispatchEvent(new CustomEvent<string | undefined>('policy', { detail: value }));
  }
}
