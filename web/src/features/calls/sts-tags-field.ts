// Session tags as rows; whether a tag is transitive stands beside it, where AWS has a list of keys of its own.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { icon } from '../../components/icons';
import type { TagRow } from './draft';
import { type Problem, textInput } from './fields';
import { formStyles } from './form-styles';
import { texts } from './texts';

@customElement('sts-tags-field')
export class StsTagsField extends StsElement {
  @property({ attribute: false }) rows: readonly TagRow[] = [];
  /** Whether the operation knows transitive tags. */
  @property({ type: Boolean }) transitive = false;
  /** What is wrong with the tag at an index of `Tags`. */
  @property({ attribute: false }) problemsOf: (index: number) => readonly Problem[] = () => [];

  static override styles = [
    shared,
    formStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto 30px;
        gap: 4px 6px;
        align-items: center;
        padding-block-end: 6px;
      }
      li > div {
        grid-column: 1 / -1;
      }
      @container calls (max-width: 440px) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 30px;
        }
        li > .check {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { tags } = texts();
    return html`<ul role="list">
        ${this.rows.map((row, index) => this.#row(row, index))}
      </ul>
      ${this.transitive && this.rows.length > 0 ? html`<p class="hint">${tags.transitiveHint}</p>` : nothing}
      <button type="button" class="plain" id="add" @click=${this.#add}>${icon('plus')}${tags.add}</button>`;
  }

  #row(row: TagRow, index: number): TemplateResult {
    const { tags, rows } = texts();
    const named = row.key || rows.nameless(index + 1);
    const problems = row.tag ? this.problemsOf(index) : [];
    return html`<li>
      ${textInput(
        { id: `key-${index}`, label: '', value: row.key, placeholder: tags.key, problems: [], change: (key) => this.#change(index, { key }) },
        `${tags.key} ${index + 1}`,
      )}
      ${row.tag
        ? textInput(
            { id: `value-${index}`, label: '', value: row.value, placeholder: tags.value, change: (value) => this.#change(index, { value }) },
            `${tags.value} ${index + 1}`,
          )
        : html`<span class="hint">${tags.alone}</span>`}
      ${this.transitive
        ? html`<label class="check">
            <input
              type="checkbox"
              .checked=${row.transitive}
              ?disabled=${!row.tag}
              @change=${(event: Event) => this.#change(index, { transitive: (event.target as HTMLInputElement).checked })}
            />${tags.transitive} <span class="visually-hidden">${named}</span>
          </label>`
        : html`<span></span>`}
      <button type="button" class="square" aria-label=${tags.remove(named)} title=${tags.remove(named)} @click=${() => this.#remove(index)}>
        ${icon('times')}
      </button>
      ${problems.length > 0
        ? html`<div>${problems.map(({ severity, message }) => html`<p class="problem ${severity}">${message}</p>`)}</div>`
        : nothing}
    </li>`;
  }

  #change(index: number, patch: Partial<TagRow>): void {
    this.#give(this.rows.map((row, place) => (place === index ? { ...row, ...patch } : row)));
  }

  #add = (): void => {
    this.#give([...this.rows, { key: '', value: '', transitive: false, tag: true }]);
    this.#focus(`#key-${this.rows.length}`);
  };

  #remove(index: number): void {
    this.#give(this.rows.filter((_, place) => place !== index));
    this.#focus('#add');
  }

  #focus(selector: string): void {
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #give(rows: readonly TagRow[]): void {
    this.dispatchEvent(new CustomEvent<readonly TagRow[]>('rows', { detail: rows }));
  }
}
