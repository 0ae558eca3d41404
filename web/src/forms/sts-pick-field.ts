// A field that is chosen from what the scenario names, or typed: a caller, a role, a provider.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../base/element';
import { type ChoiceGroup, choicesOf, type Field, labelled, selectInput, textInput } from './fields';
import { formStyles } from './styles';
import { texts } from './texts';

/** No value of a scenario begins with a control character. */
const TYPED = '\u0001typed';

@customElement('sts-pick-field')
export class StsPickField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'pick', label: '' };
  @property({ attribute: false }) groups: readonly ChoiceGroup[] = [];
  @property() value = '';
  /** What stands for no value; empty: there is none, and the field says that one is to be chosen. */
  @property() none = '';
  @property() other = '';
  @property() typedHint = '';
  @state() private typing = false;

  static override styles = formStyles;

  override focus(): void {
    this.renderRoot.querySelector('select')?.focus();
  }

  protected override render(): TemplateResult {
    const { pick } = texts();
    const known = this.groups.some(({ choices }) => choices.some(({ value }) => value === this.value));
    const typed = this.typing || (!known && this.value !== '');
    const groups = [
      ...choicesOf([{ value: '', text: this.none || pick.choose }]),
      ...this.groups,
      ...choicesOf([{ value: TYPED, text: this.other || pick.other }]),
    ];
    const { label } = this.field;
    const hint = this.typedHint;
    return labelled(
      this.field,
      html`${selectInput({ ...this.field, groups, value: typed ? TYPED : this.value, change: this.#choose })}
      ${
        typed
          ? html`${textInput({ id: 'typed', label, hint, value: this.value, change: this.#type }, pick.typed(label))}
          ${hint ? html`<p class="hint" id="typed-hint">${hint}</p>` : nothing}`
          : nothing
      }`,
    );
  }

  #choose = (value: string): void => {
    this.typing = value === TYPED;
    if (!this.typing) {
      this.#give(value);
      return;
    }
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#typed')?.select());
  };

  /** What is typed may be one of the choices; the author goes on typing. */
  #type = (value: string): void => {
    this.typing = true;
    this.#give(value);
  };

  #give(value: string): void {
    this.dispatchEvent(new CustomEvent<string>('pick', { detail: value }));
  }
}
