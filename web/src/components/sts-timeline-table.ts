// The timeline's facts as tables: for screen readers, for print, and for copying.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Report } from '../engine/report';
import { markdownOf } from '../timeline/markdown';
import { type Cell, callTable, sessionTable, type Table } from '../timeline/tables';
import { texts } from '../timeline/texts';
import { shared, StsElement } from '../base/element';
import { icon } from '../base/icons';
import { DECISION } from '../text/looks';

@customElement('sts-timeline-table')
export class StsTimelineTable extends StsElement {
  @property({ attribute: false }) report: Report | null = null;
  /** Milliseconds since 1970; null: the sessions' states are not shown. */
  @property({ attribute: false }) cursor: number | null = null;
  @state() private said = '';

  static override styles = [
    shared,
    css`
      .scroll {
        overflow-x: auto;
        margin-block-end: 14px;
      }
      caption {
        text-align: start;
        font-size: var(--size-s);
        color: var(--muted);
        padding-block-end: 4px;
      }
      td {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .badge {
        font-weight: 600;
      }
      .copy {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: var(--size-s);
        margin-block-end: 8px;
      }
      .copy button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 26px;
        padding: 1px 9px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface);
      }
      .copy button:hover {
        background: var(--hover);
      }
      @media print {
        .copy {
          display: none;
        }
        .scroll {
          overflow: visible;
        }
        td {
          white-space: normal;
          overflow-wrap: anywhere;
        }
        th,
        td {
          padding-inline-end: 6px;
          font-size: 8pt;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  get #tables(): Table[] {
    return this.report ? [callTable(this.report, this.t), sessionTable(this.report, this.cursor, this.t)] : [];
  }

  protected override render(): TemplateResult {
    return html`<p class="copy">
        <button type="button" @click=${this.#copy}>${icon('copy')}${texts().copy}</button><span role="status">${this.said}</span>
      </p>
      ${this.#tables.map((table) => this.#table(table))}`;
  }

  #table({ caption, heads, rows }: Table): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption>
          ${caption} (${this.t.timeline.utc})
        </caption>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((cells) => html`<tr>${cells.map((cell) => this.#cell(cell))}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  #cell({ text, decision }: Cell): TemplateResult {
    if (!decision) return html`<td>${text}</td>`;
    const { icon: shape, tone } = DECISION[decision];
    return html`<td class="badge ${tone}">${icon(shape)} ${text}</td>`;
  }

  #copy = (): void => {
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(markdownOf(this.#tables)) ?? Promise.reject(new Error());
    written.then(
      () => (this.said = texts().copied),
      () => (this.said = texts().notCopied),
    );
  };
}
