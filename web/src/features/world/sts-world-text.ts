// One line, or several, of text. What is typed counts when the field is left or Enter is pressed.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldStyles, suggestionList, WorldField } from './field';

@customElement('sts-world-text')
export class StsWorldText extends WorldField {
  @property() value = '';
  @property({ attribute: false }) suggestions: readonly string[] = [];
  @property({ type: Boolean }) multiline = false;
  @property({ type: Boolean }) mono = false;
  @property() placeholder = '';
  /** Says what is wrong with a text that cannot be written; null where nothing is. */
  @property({ attribute: false }) check: (text: string) => string | null = () => null;
  /** What is done with the text; without it the text is put at `path`, or taken away where it is empty. */
  @property({ attribute: false }) commit: ((text: string) => void) | null = null;
  @state() private error = '';

  static override styles = fieldStyles;

  override focus(): void {
    this.#control()?.focus();
  }

  /** Shows the value again, in place of what was typed and not taken. */
  reset(): void {
    const control = this.#control();
    if (control) control.value = this.value;
    this.error = '';
  }

  #control(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('input, textarea');
  }

  protected override render(): TemplateResult {
    return html`<label for="text">${this.label}</label>
      ${this.multiline
        ? html`<textarea id="text" aria-describedby="notes" .value=${this.value} @change=${this.#take}></textarea>`
        : html`<input
            id="text"
            type="text"
            class=${this.mono ? 'mono' : ''}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="notes"
            aria-invalid=${this.error !== ''}
            list=${this.suggestions.length > 0 ? 'suggestions' : nothing}
            placeholder=${this.placeholder || nothing}
            .value=${this.value}
            @change=${this.#take}
          />`}
      ${suggestionList('suggestions', this.suggestions)}${this.notes(this.error)}`;
  }

  #take = (event: Event): void => {
    const control = event.target as HTMLInputElement;
    const text = this.multiline ? control.value : control.value.trim();
    this.error = (text === this.value ? null : this.check(text)) ?? '';
    if (this.error || text === this.value) return;
    if (this.commit) this.commit(text);
    else this.set(text === '' ? undefined : text);
  };
}
