// Tags: keys and values. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html

import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import { fieldStyles, WorldField } from './field';
import { texts } from './texts';

@customElement('sts-world-tags')
export class StsWorldTags extends WorldField {
  @property({ attribute: false }) tags: readonly (readonly [string, string])[] = [];
  @state() private error = '';

  static override styles = [
    ...fieldStyles,
    css`
      .another {
        margin-block-start: 4px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { labels, actions } = texts();
    return html`<fieldset aria-describedby="notes">
        <legend>${this.label}</legend>
        ${this.tags.map(([key, value], index) => this.#row(key, value, index))}
        <div class="row another">
          ${this.#another('key', labels.tagKey)} ${this.#another('value', labels.tagValue)}
          <button type="button" class="button" aria-label="${actions.add}: ${this.label}" @click=${this.#add}>
            ${icon('plus')}${actions.add}
          </button>
        </div>
      </fieldset>
      ${this.notes(this.error)}`;
  }

  #another(id: 'key' | 'value', label: string): TemplateResult {
    return html`<input
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      placeholder=${label}
      @keydown=${this.#onKey}
    />`;
  }

  #row(key: string, value: string, index: number): TemplateResult {
    const { labels } = texts();
    const remove = labels.removeOne(this.label, key);
    return html`<div class="row">
      <input
        type="text"
        spellcheck="false"
        aria-label=${labels.number(labels.tagKey, index + 1)}
        .value=${key}
        @change=${(event: Event) => this.#rename(key, event.target as HTMLInputElement)}
      />
      <input
        type="text"
        spellcheck="false"
        aria-label=${labels.tagValueOf(key)}
        .value=${value}
        @change=${(event: Event) => this.set((event.target as HTMLInputElement).value, [...this.path, key])}
      />
      <button type="button" class="bare" aria-label=${remove} title=${remove} @click=${() => this.#remove(key)}>
        ${icon('times')}
      </button>
    </div>`;
  }

  #field(id: 'key' | 'value'): HTMLInputElement | null {
    return this.renderRoot.querySelector(`#${id}`);
  }

  #has = (key: string): boolean => this.tags.some(([known]) => known === key);

  #rename(before: string, field: HTMLInputElement): void {
    const key = field.value.trim();
    if (key === before) return;
    this.error = key === '' ? texts().errors.emptyName : this.#has(key) ? texts().errors.takenTag(key) : '';
    if (!this.error) this.wish({ wish: 'rename-key', path: [...this.path, before], name: key });
  }

  #remove(key: string): void {
    this.set(undefined, [...this.path, key]);
    this.#field('key')?.focus();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.#add();
  };

  #add = (): void => {
    const key = this.#field('key');
    const value = this.#field('value');
    if (!key || !value) return;
    const name = key.value.trim();
    this.error = name === '' ? texts().errors.emptyName : this.#has(name) ? texts().errors.takenTag(name) : '';
    key.focus();
    if (this.error) return;
    this.set(value.value, [...this.path, name]);
    key.value = '';
    value.value = '';
  };
}
