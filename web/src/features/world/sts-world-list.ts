// A list of texts: each can be changed and taken away, and one more can be added.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import { fieldStyles, suggestionList, WorldField } from './field';
import { texts } from './texts';

@customElement('sts-world-list')
export class StsWorldList extends WorldField {
  @property({ attribute: false }) values: readonly string[] = [];
  @property({ attribute: false }) suggestions: readonly string[] = [];
  /** A text that the field for another one begins with. */
  @property() proposal = '';

  static override styles = fieldStyles;

  protected override render(): TemplateResult {
    const { labels, actions } = texts();
    return html`<fieldset aria-describedby="notes">
      <legend>${this.label}</legend>
      ${this.values.map((value, index) => this.#row(value, index))}
      <div class="row">
        <input
          id="another"
          type="text"
          class="mono"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${labels.newOne(this.label)}
          list=${this.suggestions.length > 0 ? 'suggestions' : nothing}
          placeholder=${this.proposal || nothing}
          @keydown=${this.#onKey}
        />
        <button type="button" class="button" aria-label="${actions.add}: ${this.label}" @click=${this.#add}>
          ${icon('plus')}${actions.add}
        </button>
      </div>
      ${suggestionList('suggestions', this.suggestions.filter((value) => !this.values.includes(value)))}
    </fieldset>
    ${this.notes()}`;
  }

  #row(value: string, index: number): TemplateResult {
    const { labels } = texts();
    const remove = labels.removeOne(this.label, value);
    return html`<div class="row">
      <input
        type="text"
        class="mono"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${labels.number(this.label, index + 1)}
        .value=${value}
        @change=${(event: Event) => this.#change(index, (event.target as HTMLInputElement).value.trim())}
      />
      <button type="button" class="bare" aria-label=${remove} title=${remove} @click=${() => this.#change(index, '')}>
        ${icon('times')}
      </button>
    </div>`;
  }

  #change(index: number, text: string): void {
    this.set(text === '' ? undefined : text, [...this.path, index]);
    if (text === '') this.#another()?.focus();
  }

  #another(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#another');
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.#add();
  };

  /** An empty field takes what it proposes. */
  #add = (): void => {
    const field = this.#another();
    const text = field?.value.trim() || this.proposal;
    field?.focus();
    if (!field || text === '' || this.values.includes(text)) return;
    field.value = '';
    this.set(text, [...this.path, this.values.length]);
  };
}
