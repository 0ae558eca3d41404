// What would happen if the call that is being put together were made: the engine's verdict, in short.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { DECISION, icon, verdictWord } from '../../components/icons';
import type { Diagnostic, Step } from '../../engine/report';
import { capital, instantText } from '../../text/names';
import { texts } from './texts';

@customElement('sts-call-verdict')
export class StsCallVerdict extends StsElement {
  @property({ attribute: false }) step: Step | null = null;
  /** Whether `step` is the verdict of what the form says now. */
  @property({ type: Boolean }) judged = false;
  /** Whether the form says what the scenario says. */
  @property({ type: Boolean }) unchanged = false;
  /** When the session would expire, ISO 8601. */
  @property() expiresAt: string | null = null;
  /** What keeps the scenario from being judged and has no field in the form. */
  @property({ attribute: false }) blocking: Diagnostic | null = null;
  @property({ type: Boolean }) valid = true;

  static override styles = [
    shared,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 10px;
        font-size: var(--size-xs);
        color: var(--muted);
      }
      .top .decision {
        font-size: var(--size-m);
        font-weight: 650;
      }
      .sentence {
        font-size: var(--size-s);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .old .sentence,
      .old .decision {
        color: var(--muted);
      }
      code {
        color: var(--text);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { verdict } = texts();
    return html`<section aria-label=${verdict.heading}>
      <div aria-live="polite" class=${this.valid ? '' : 'old'}>
        ${this.blocking ? html`<p class="sentence">${verdict.rest} ${this.blocking.message}</p>` : nothing}
        ${this.step && this.valid ? this.#verdict(this.step) : this.#noVerdict()}
      </div>
    </section>`;
  }

  #noVerdict(): TemplateResult | typeof nothing {
    const { verdict } = texts();
    return this.blocking || this.judged ? nothing : html`<p class="top">${verdict.heading}: ${verdict.judging}</p>`;
  }

  #verdict(step: Step): TemplateResult {
    const { verdict } = texts();
    const word = `${this.t.decision[step.decision]}: `;
    const { summary } = step.explanation;
    return html`<p class="top">
        ${verdictWord(DECISION[step.decision], this.t.decision[step.decision])}
        <span>${this.unchanged ? verdict.unchanged : verdict.heading}</span>
        ${step.error ? html`<span>${verdict.says} <code>${step.error.code}</code></span>` : nothing}
      </p>
      <p class="sentence">${summary.startsWith(word) ? capital(summary.slice(word.length)) : summary}</p>
      ${step.session ? html`<p class="top">${icon('key')}<span>${this.#session(step.session)}</span></p>` : nothing}`;
  }

  #session(id: string): string {
    const { verdict } = texts();
    return this.expiresAt ? verdict.expires(id, instantText(this.expiresAt)) : verdict.session(id);
  }
}
