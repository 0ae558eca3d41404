// One line, or several, of text. What is typed counts when the field is left or Enter is pressed.

import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../base/element';
import { areaField, type Field, suggestions, textField } from './fields';
import { formStyles } from './styles';

@customElement('sts-text-field')
export class StsTextField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'text', label: '' };
  @property() value = '';
  @property({ attribute: false }) suggestions: readonly string[] = [];
  @property({ type: Boolean }) multiline = false;
  @property({ type: Boolean }) code = false;
  @property() placeholder = '';
  /** Says what is wrong with a text that cannot be written; null where nothing is. */
  @property({ attribute: false }) check: (text: string) => string | null = () => null;
  /** What was typed and is not the value yet. */
  @state() private typed: string | null = null;
  @state() private error = '';

  static override styles = formStyles;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  /** Shows the value again, in place of what was typed and not taken. */
  reset(): void {
    this.typed = null;
    this.error = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.reset();
  }

  protected override render(): TemplateResult {
    const { field, code, placeholder, error } = this;
    const list = this.suggestions.length > 0 ? 'suggestions' : undefined;
    const change = (text: string): void => void (this.typed = text);
    const text = { ...field, code, placeholder, error, list, value: this.typed ?? this.value, change, leave: this.#leave };
    return html`${this.multiline ? areaField({ ...text, rows: 4 }) : textField(text)}${suggestions('suggestions', this.suggestions)}`;
  }

  #leave = (): void => {
    const typed = this.typed ?? this.value;
    const text = this.multiline ? typed : typed.trim();
    if (text === this.value) return this.reset();
    this.error = this.check(text) ?? '';
    if (!this.error) this.dispatchEvent(new CustomEvent<string>('take', { detail: text }));
  };
}
