// Rows of names and values of any kind: condition keys, claims of a token, attributes of an assertion.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { areaInput, type Choice, choicesOf, type Problem, problemList, selectInput, suggestions, textInput } from './fields';
import { StsRows } from './rows';
import { formStyles } from './styles';
import { texts } from './texts';
import type { ValueKind, ValueRow } from './values';

@customElement('sts-value-rows')
export class StsValueRows extends StsRows<ValueRow> {
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
    formStyles,
    css`
      li.value {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 86px 30px;
        gap: 4px 6px;
        align-items: start;
        padding-block-end: 6px;
      }
      li.value > div {
        grid-column: 1 / -1;
      }
      .gone {
        padding-block-start: 7px;
      }
      :host([stacked]) li.value {
        grid-template-columns: minmax(0, 1fr) 86px 30px;
        padding-block-end: 10px;
      }
      :host([stacked]) li.value > :nth-child(2) {
        grid-row: 2;
        grid-column: 1 / -1;
      }
      @container form (max-width: 440px) {
        li.value {
          grid-template-columns: minmax(0, 1fr) 86px 30px;
          padding-block-end: 10px;
        }
        li.value > :nth-child(2) {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  protected empty(): ValueRow {
    return { name: '', kind: 'string', text: '' };
  }

  protected override render(): TemplateResult {
    return html`<ul role="list">
        ${this.rows.map((row, index) => this.#row(row, index))}
      </ul>
      ${suggestions('names', this.names)} ${this.adding(this.addLabel)}`;
  }

  #row(row: ValueRow, index: number): TemplateResult {
    const { rows, remove } = texts();
    const named = row.name || rows.nameless(index + 1);
    const problems = [...this.problemsOf(row.name), ...this.#twice(row, index)];
    const kinds = this.kinds.includes(row.kind) ? this.kinds : [...this.kinds, row.kind];
    const id = `row-${index}`;
    const kind = {
      id: `kind-${index}`,
      label: '',
      value: row.kind,
      groups: choicesOf(kinds.map((value) => ({ value, text: rows.kinds[value] }))),
      change: (chosen: string) => this.#changeKind(index, row, chosen as ValueKind),
    };
    return html`<li class="value">
      ${textInput(
        { id, label: '', list: 'names', value: row.name, problems, change: (name) => this.changeRow(index, { name }) },
        `${this.nameLabel} ${index + 1}`,
      )}
      ${this.#value(row, index, named)} ${selectInput(kind, `${rows.kind}: ${named}`)} ${this.removing(remove(named), index)}
      ${problemList(id, problems)}
    </li>`;
  }

  #value(row: ValueRow, index: number, named: string): TemplateResult {
    const { rows, yes, no } = texts();
    const field = { id: `value-${index}`, label: '', value: row.text, change: (text: string) => this.changeRow(index, { text }) };
    const label = `${rows.value}: ${named}`;
    if (row.kind === 'null') return html`<p class="hint gone">${rows.nothing}</p>`;
    if (row.kind === 'list') return areaInput(field, `${label} (${rows.list})`);
    if (row.kind !== 'boolean') return textInput({ ...field, numeric: row.kind === 'number' }, label);
    const choices = [
      { value: 'true', text: yes },
      { value: 'false', text: no },
    ];
    return selectInput({ ...field, value: row.text === 'true' ? 'true' : 'false', groups: choicesOf(choices) }, label);
  }

  #twice({ name }: ValueRow, index: number): Problem[] {
    const again = name !== '' && this.rows.findIndex((row) => row.name === name) < index;
    return again ? [{ severity: 'warning', message: texts().rows.twice(name) }] : [];
  }

  #changeKind(index: number, row: ValueRow, kind: ValueKind): void {
    const text = kind === 'boolean' && row.text !== 'true' ? 'false' : row.text;
    this.changeRow(index, { kind, text });
  }
}
