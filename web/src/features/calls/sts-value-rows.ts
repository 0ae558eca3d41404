// Rows of names and values of any kind: condition keys, claims of a token, attributes of an assertion.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { icon } from '../../components/icons';
import type { ValueKind, ValueRow } from './draft';
import { areaInput, type Choice, type Problem, problemList, selectInput, suggestions, textInput } from './fields';
import { formStyles } from './form-styles';
import { texts } from './texts';

@customElement('sts-value-rows')
export class StsValueRows extends StsElement {
  @property({ attribute: false }) rows: readonly ValueRow[] = [];
  /** What a row's name is: "Claim". */
  @property() nameLabel = '';
  @property() addLabel = '';
  /** Names to choose from; others may be typed. */
  @property({ attribute: false }) names: readonly Choice[] = [];
  @property({ attribute: false }) kinds: readonly ValueKind[] = ['string', 'number', 'boolean', 'list', 'null'];
  /** Names so long that each has a line of its own. */
  @property({ type: Boolean, reflect: true }) stacked = false;
  @property({ attribute: false }) problemsOf: (name: string) => readonly Problem[] = () => [];

  static override styles = [
    shared,
    formStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 86px 30px;
        gap: 4px 6px;
        align-items: start;
        padding-block-end: 6px;
      }
      li > div {
        grid-column: 1 / -1;
      }
      .gone {
        padding-block-start: 7px;
      }
      :host([stacked]) li {
        grid-template-columns: minmax(0, 1fr) 86px 30px;
        padding-block-end: 10px;
      }
      :host([stacked]) li > :nth-child(2) {
        grid-row: 2;
        grid-column: 1 / -1;
      }
      @container calls (max-width: 440px) {
        li {
          grid-template-columns: minmax(0, 1fr) 86px 30px;
          padding-block-end: 10px;
        }
        li > :nth-child(2) {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<ul role="list">
        ${this.rows.map((row, index) => this.#row(row, index))}
      </ul>
      ${suggestions('names', this.names)}
      <button type="button" class="plain" id="add" @click=${this.#add}>${icon('plus')}${this.addLabel}</button>`;
  }

  #row(row: ValueRow, index: number): TemplateResult {
    const { rows } = texts();
    const named = row.name || rows.nameless(index + 1);
    const problems = [...this.problemsOf(row.name), ...this.#twice(row, index)];
    const kinds = this.kinds.includes(row.kind) ? this.kinds : [...this.kinds, row.kind];
    return html`<li>
      ${textInput(
        { id: `name-${index}`, label: '', list: 'names', value: row.name, problems, change: (name) => this.#change(index, { name }) },
        `${this.nameLabel} ${index + 1}`,
      )}
      ${this.#value(row, index, named)}
      ${selectInput(
        {
          id: `kind-${index}`,
          label: '',
          value: row.kind,
          groups: [{ label: '', choices: kinds.map((kind) => ({ value: kind, text: rows.kinds[kind] })) }],
          change: (kind) => this.#changeKind(index, row, kind as ValueKind),
        },
        `${rows.kind}: ${named}`,
      )}
      <button type="button" class="square" aria-label=${rows.remove(named)} title=${rows.remove(named)} @click=${() => this.#remove(index)}>
        ${icon('times')}
      </button>
      ${problemList(`name-${index}`, problems)}
    </li>`;
  }

  #value(row: ValueRow, index: number, named: string): TemplateResult {
    const { rows, form } = texts();
    const field = { id: `value-${index}`, label: '', value: row.text, change: (text: string) => this.#change(index, { text }) };
    const label = `${rows.value}: ${named}`;
    if (row.kind === 'null') return html`<p class="hint gone">${rows.nothing}</p>`;
    if (row.kind === 'list') return areaInput(field, `${label} (${rows.list})`);
    if (row.kind !== 'boolean') return textInput({ ...field, numeric: row.kind === 'number' }, label);
    const choices = [
      { value: 'true', text: form.yes },
      { value: 'false', text: form.no },
    ];
    return selectInput({ ...field, value: row.text === 'true' ? 'true' : 'false', groups: [{ label: '', choices }] }, label);
  }

  #twice({ name }: ValueRow, index: number): Problem[] {
    const again = name !== '' && this.rows.findIndex((row) => row.name === name) < index;
    return again ? [{ severity: 'warning', message: texts().rows.twice(name) }] : [];
  }

  #change(index: number, patch: Partial<ValueRow>): void {
    this.#give(this.rows.map((row, place) => (place === index ? { ...row, ...patch } : row)));
  }

  #changeKind(index: number, row: ValueRow, kind: ValueKind): void {
    const text = kind === 'boolean' && row.text !== 'true' ? 'false' : row.text;
    this.#change(index, { kind, text });
  }

  #add = (): void => {
    this.#give([...this.rows, { name: '', kind: 'string', text: '' }]);
    this.#focus(`#name-${this.rows.length}`);
  };

  #remove(index: number): void {
    this.#give(this.rows.filter((_, place) => place !== index));
    this.#focus('#add');
  }

  #focus(selector: string): void {
    // The row is drawn once the form has handed the rows back.
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #give(rows: readonly ValueRow[]): void {
    this.dispatchEvent(new CustomEvent<readonly ValueRow[]>('rows', { detail: rows }));
  }
}
