// The engine's diagnostics, each with its place; a click shows that place in the editor.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Diagnostic, PolicyEntry } from '../engine/report';
import { shared, StsElement } from '../base/element';
import { icon } from '../base/icons';
import { SEVERITY } from '../text/looks';

/** More than this many rows help nobody, and a broken paste can bring thousands. */
const MOST = 200;

@customElement('sts-problems')
export class StsProblems extends StsElement {
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @property({ attribute: false }) policies: readonly PolicyEntry[] = [];

  static override styles = [
    shared,
    css`
      section {
        border-block-start: 1px solid var(--line);
      }
      .none {
        padding: 8px 16px;
        color: var(--muted);
        font-size: var(--size-s);
      }
      ul {
        max-block-size: 168px;
        overflow-y: auto;
        padding: 4px 6px 6px;
      }
      button {
        display: flex;
        gap: 8px;
        align-items: baseline;
        inline-size: 100%;
        text-align: start;
        border: 0;
        border-radius: 6px;
        background: none;
        padding: 4px 10px;
        font-size: var(--size-s);
        line-height: 1.45;
      }
      button:hover {
        background: var(--hover);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .message {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .place,
      .code {
        color: var(--muted);
      }
      .place {
        white-space: nowrap;
      }
      .more {
        padding: 4px 10px;
        color: var(--muted);
        font-size: var(--size-s);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const shown = this.diagnostics.slice(0, MOST);
    const left = this.diagnostics.length - shown.length;
    return html`<section aria-label=${this.t.problems.heading}>
      ${
        shown.length === 0
          ? html`<p class="none">${this.t.problems.none}</p>`
          : html`<ul role="list">
            ${shown.map((diagnostic) => html`<li>${this.#diagnostic(diagnostic)}</li>`)}
          </ul>`
      }
      ${left > 0 ? html`<p class="more">+ ${this.t.editor.problemsIn(left)}</p>` : nothing}
    </section>`;
  }

  #diagnostic(diagnostic: Diagnostic): TemplateResult {
    const { icon: shape, tone } = SEVERITY[diagnostic.severity];
    const { line, column } = diagnostic.range.start;
    const policy = this.policies.find((entry) => entry.pointer === diagnostic.policy);
    const where = diagnostic.in === 'policy' ? (policy?.name ?? '') : this.t.problems.inDocument;
    return html`<button type="button" @click=${() => this.tell('show-diagnostic', diagnostic)}>
      <span class=${tone}
        >${icon(shape)}<span class="visually-hidden">${this.t.problems.severity[diagnostic.severity]}</span></span
      >
      <span class="message">${diagnostic.message} <code class="code">${diagnostic.code}</code></span>
      <span class="place">${where} · ${this.t.problems.at(line, column)}</span>
    </button>`;
  }
}
