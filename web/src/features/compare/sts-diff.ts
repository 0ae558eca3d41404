// The differences between two texts, line by line, in one column: what was there before is marked as removed, what is there
// now as added. Each hunk can be put back.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared, StsElement } from '../../base/element';
import { icon } from '../../base/icons';
import { buttonStyles } from '../../forms/button-styles';
import { compare, type Comparison, type Hunk, putBack } from './diff';
import { diffStyles } from './diff-styles';
import { countOf, type Row, rowsOf } from './rows';
import { texts } from './texts';

const FIRST_ROWS = 1000;
const SIGN = { same: '', removed: '−', added: '+' } as const;

@customElement('sts-diff')
export class StsDiff extends StsElement {
  @property({ attribute: false }) original = '';
  /** The scenario that is open: where a hunk is put back. */
  @property({ attribute: false }) present = '';
  @state() private all = false;
  @state() private most = FIRST_ROWS;
  @state() private done = false;

  #comparison: Comparison = { blocks: [], exact: true };

  static override styles = [shared, buttonStyles, diffStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('original') && !changed.has('present')) return;
    this.#comparison = compare(this.original, this.present);
    if (changed.has('original')) this.most = FIRST_ROWS;
  }

  protected override render(): TemplateResult {
    const t = texts().compare;
    const { added, removed } = countOf(this.#comparison);
    const different = this.#comparison.blocks.length > 0;
    return html`<div class="summary">
        <p>${different ? t.count(added, removed) : t.none}</p>
        <p role="status" class="done">${this.done ? t.done : nothing}</p>
        ${
          different
            ? html`<button type="button" class="button" aria-pressed=${this.all} @click=${() => (this.all = !this.all)}>
              ${this.all ? t.showChanges : t.showAll}
            </button>`
            : nothing
        }
      </div>
      ${this.#comparison.exact ? nothing : html`<p class="coarse">${icon('triangle')}<span>${t.coarse}</span></p>`}
      ${different ? this.#table() : nothing}`;
  }

  #table(): TemplateResult {
    const t = texts().compare;
    const { rows, left } = rowsOf(this.#comparison, this.all, this.most);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.table}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">${t.before}</th>
            <th scope="col" class="number">${t.after}</th>
            <th scope="col"><span class="visually-hidden">${t.change}</span></th>
            <th scope="col">${t.text}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(row))}
        </tbody>
      </table>
      ${
        left > 0
          ? html`<button type="button" class="button more" @click=${() => (this.most += FIRST_ROWS)}>${t.more(left)}</button>`
          : nothing
      }
    </div>`;
  }

  #row(row: Row): TemplateResult {
    if (row.kind === 'hunk') return this.#hunk(row.hunk);
    const t = texts().compare;
    if (row.kind === 'fold') {
      return html`<tr class="fold"><td colspan="4">${t.folded(row.count)}</td></tr>`;
    }
    const { kind, before, after, parts, endless } = row;
    return html`<tr class=${kind}>
      <td class="number">${before ?? ''}</td>
      <td class="number">${after ?? ''}</td>
      <td class="sign">
        <span aria-hidden="true">${SIGN[kind]}</span>${kind === 'same' ? nothing : html`<span class="visually-hidden">${t[kind]}</span>`}
      </td>
      <td class="line">${parts.map((part) => (part.changed ? html`<mark>${part.text}</mark>` : part.text))}${
        endless ? html`<span class="endless">${t.endless}</span>` : nothing
      }</td>
    </tr>`;
  }

  #hunk(hunk: Hunk): TemplateResult {
    const t = texts().compare;
    const place = t.place(hunk.after + 1);
    return html`<tr class="hunk">
      <th colspan="4">
        <div>
          <span>${place}</span>
          <button type="button" class="button" aria-label="${t.putBack}: ${place}" @click=${() => this.#putBack(hunk)}>
            ${icon('undo')}${t.putBack}
          </button>
        </div>
      </th>
    </tr>`;
  }

  #putBack(hunk: Hunk): void {
    this.done = true;
    this.tell('change-document', putBack(this.present, hunk));
    // The button goes with its hunk; the focus stays with what is left.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.scroll, .summary button')?.focus());
  }
}
