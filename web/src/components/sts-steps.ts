// The steps of the scenario with their verdicts; the selected one is explained beside them.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Report, Step } from '../engine/report';
import { callerName, clockText } from '../text/names';
import { shared, StsElement } from '../base/element';
import { icon, verdictWord } from '../base/icons';
import { DECISION } from '../text/looks';

@customElement('sts-steps')
export class StsSteps extends StsElement {
  @property({ attribute: false }) report: Report | null = null;
  @property() selected = '0';

  static override styles = [
    shared,
    css`
      h2 {
        padding: 0 4px 8px;
      }
      .sub {
        margin-inline-start: 18px;
        border-inline-start: 1px solid var(--line);
        padding-inline-start: 4px;
      }
      button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 1px 8px;
        inline-size: 100%;
        text-align: start;
        border: 1px solid transparent;
        border-radius: var(--radius);
        background: none;
        padding: 8px 10px;
        margin-block-end: 2px;
      }
      button:hover {
        background: var(--hover);
      }
      button[aria-current] {
        background: var(--surface);
        border-color: var(--line-strong);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .id {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .line {
        grid-column: 1 / -1;
        font-size: var(--size-s);
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .mono {
        overflow-wrap: anywhere;
      }
      time {
        font-size: var(--size-s);
        color: var(--muted);
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .sum {
        padding: 8px 10px 0;
        font-size: var(--size-s);
        display: grid;
        gap: 2px;
      }
      .sum span {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="steps">
      <h2 id="steps">${this.t.steps.heading}</h2>
      <ol role="list">
        ${(this.report?.steps ?? []).map((step, index) => this.#step(step, String(index)))}
      </ol>
      ${this.#expectations()}
    </section>`;
  }

  #step(step: Step, path: string): TemplateResult {
    const subSteps = step.subSteps ?? [];
    return html`<li>
      <button
        type="button"
        data-step=${path}
        aria-current=${path === this.selected ? 'step' : nothing}
        @click=${() => this.tell('select-step', path)}
      >
        <span class="id">${step.id || step.call}</span>
        ${verdictWord(DECISION[step.decision], this.t.decision[step.decision])}
        <span class="mono">${step.call}</span>
        <time datetime=${step.at}>${clockText(step.at)}</time>
        <span class="line">${callerName(step.caller, this.t.steps.nobody)}</span>
      </button>
      ${
        subSteps.length > 0
          ? html`<ol class="sub" role="list">${subSteps.map((sub, index) => this.#step(sub, `${path}.${index}`))}</ol>`
          : nothing
      }
    </li>`;
  }

  #expectations(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const { passed, failed } = this.report.expectations;
    if (passed + failed === 0) return nothing;
    return html`<p class="sum">
      ${passed > 0 ? html`<span class="quiet">${icon('tick')}${this.t.steps.passed(passed)}</span>` : nothing}
      ${failed > 0 ? html`<span class="deny">${icon('times')}${this.t.steps.failed(failed)}</span>` : nothing}
    </p>`;
  }
}
