// A list of texts: each can be changed and taken away, and one more can be added.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../base/element';
import { icon } from '../base/icons';
import { type Field, grouped, removeButton, suggestions, textInput } from './fields';
import { formStyles } from './styles';
import { texts } from './texts';

/** The text at an index, which is the list's length for another one; undefined takes it away. */
export interface ItemChange {
  index: number;
  text: string | undefined;
}

@customElement('sts-list-field')
export class StsListField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'list', label: '' };
  @property({ attribute: false }) values: readonly string[] = [];
  @property({ attribute: false }) suggestions: readonly string[] = [];
  /** A text that the field for another one begins with. */
  @property() proposal = '';
  /** What is typed and not in the list yet: at an index, or for another one. */
  @state() private typed: ItemChange | null = null;

  static override styles = [
    formStyles,
    css`
      .row {
        flex-wrap: nowrap;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { list } = texts();
    const { label } = this.field;
    const free = this.suggestions.filter((value) => !this.values.includes(value));
    return grouped(this.field, [
      ...this.values.map((value, index) => {
        const name = list.remove(label, value);
        return html`<div class="row">
          ${this.#input(index, value, list.item(label, index + 1))} ${removeButton(name, () => this.#take(index, ''))}
        </div>`;
      }),
      html`<div class="row" @keydown=${this.#onKey}>
        ${this.#input(this.values.length, '', list.another(label))}
        <button type="button" class="button" aria-label="${list.add}: ${label}" @click=${this.#add}>${icon('plus')}${list.add}</button>
      </div>`,
      html`${suggestions('suggestions', free)}`,
    ]);
  }

  #input(index: number, value: string, label: string): TemplateResult {
    const isNew = index === this.values.length;
    return textInput(
      {
        id: isNew ? 'another' : `item-${index}`,
        label: '',
        value: this.typed?.index === index ? (this.typed.text ?? '') : value,
        ...(isNew ? { placeholder: this.proposal, list: this.suggestions.length > 0 ? 'suggestions' : undefined } : {}),
        change: (text) => (this.typed = { index, text }),
        ...(isNew ? {} : { leave: () => this.#take(index, (this.typed?.text ?? value).trim()) }),
      },
      label,
    );
  }

  #take(index: number, text: string): void {
    this.typed = null;
    this.#give(index, text);
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
    if (text === '' || this.values.includes(text)) return;
    this.typed = null;
    this.#give(this.values.length, text);
  };

  #give(index: number, text: string): void {
    this.dispatchEvent(new CustomEvent<ItemChange>('item', { detail: { index, text: text || undefined } }));
  }
}
