// An MFA device and its code: a device is picked, and what it shows at the instant of the call stands beside it.

import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../../base/element';
import { icon } from '../../base/icons';
import type { MfaCodeAnswer } from '../../engine/assist';
import { engine } from '../../engine/client';
import { type ChoiceGroup, type Field, labelled, problemList, textInput } from '../../forms/fields';
import '../../forms/sts-pick-field';
import { formStyles } from '../../forms/styles';
import { texts } from './texts';

export interface MfaValue {
  serial: string;
  code: string;
}

@customElement('sts-mfa-field')
export class StsMfaField extends StsElement {
  @property() serial = '';
  @property() code = '';
  @property({ attribute: false }) serialField: Field = { id: 'serial', label: '' };
  /** Null: the operation takes no code. */
  @property({ attribute: false }) codeField: Field | null = null;
  /** What stands for the code that the device shows at the call; null where nothing does. */
  @property({ attribute: false }) filledIn: string | null = null;
  @property({ attribute: false }) devices: readonly ChoiceGroup[] = [];
  /** The instant of the call, ISO 8601; null where it is not known. */
  @property() at: string | null = null;
  @state() private answer: MfaCodeAnswer | null = null;

  static override styles = [
    formStyles,
    css`
      .row input {
        flex: 0 1 110px;
      }
      .shown {
        font-size: var(--size-s);
        color: var(--muted);
      }
      .shown strong {
        font-family: var(--mono);
        font-size: var(--size-m);
        letter-spacing: 0.06em;
        color: var(--text);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('serial') || changed.has('at')) this.#ask();
  }

  #ask(): void {
    const { serial, at } = this;
    if (!serial || !at) {
      this.answer = null;
      return;
    }
    engine.ask('mfaCode', { serial, at }).then(
      (answer) => {
        if (this.serial === serial && this.at === at) this.answer = answer;
      },
      () => {
        if (this.serial === serial && this.at === at) this.answer = null;
      },
    );
  }

  protected override render(): TemplateResult {
    const { mfa } = texts();
    return html`<sts-pick-field
        .field=${this.serialField}
        .groups=${this.devices}
        .value=${this.serial}
        .none=${mfa.none}
        .other=${mfa.other}
        @pick=${(event: CustomEvent<string>) => this.#give({ serial: event.detail, code: event.detail ? this.code : '' })}
      ></sts-pick-field>
      ${this.codeField && (this.serial || this.code) ? this.#code(this.codeField) : nothing}`;
  }

  #code(field: Field): TemplateResult {
    return labelled(
      field,
      html`<div class="row">
          ${textInput({ ...field, value: this.code, placeholder: '123456', change: (code) => this.#give({ serial: this.serial, code }) })}
          ${this.filledIn === null ? nothing : this.#use(this.filledIn)}
        </div>
        ${this.#shown()}`,
    );
  }

  #use(code: string): TemplateResult {
    return html`<button type="button" class="button" ?disabled=${!this.serial} @click=${() => this.#give({ serial: this.serial, code })}>
      ${icon('clock')}${texts().mfa.use}
    </button>`;
  }

  #shown(): TemplateResult | typeof nothing {
    const { mfa } = texts();
    const { answer } = this;
    if (!answer) return nothing;
    if ('error' in answer) return html`${problemList('shown', [{ severity: 'error', message: answer.error }])}`;
    return html`<p class="shown">${mfa.shows} <strong>${answer.code}</strong> ${mfa.left(answer.secondsLeft)}</p>`;
  }

  #give(value: MfaValue): void {
    this.dispatchEvent(new CustomEvent<MfaValue>('mfa', { detail: value }));
  }
}
