// Asks for what a new thing needs: its name, and for a policy what it starts from.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { World } from '../../document/world';
import { freeName } from './changes';
import { dialogStyles, WorldDialog } from './dialog';
import { suggestionList } from './field';
import type { Template, TemplateField, TemplateKind } from './template';
import { templatesOf } from './templates';
import { texts } from './texts';

export interface NewQuestion {
  heading: string;
  /** What its button says; absent: "Add". */
  submit?: string;
  /** Absent: no name is asked for. */
  name?: { label: string; hint: string; proposal: string; taken: readonly string[] };
  /** Absent: the thing is no policy, and has none that it needs. */
  template?: TemplateKind;
  /** Whether the name that is proposed is the template's. */
  namedByTemplate?: boolean;
  /** Another text that the thing needs. */
  extra?: { label: string; hint: string; proposal: string; suggestions: readonly string[] };
  world: World;
}

export interface NewAnswer {
  name: string;
  policy: unknown;
  extra: string;
}

@customElement('sts-world-new')
export class StsWorldNew extends WorldDialog<NewQuestion, NewAnswer> {
  @state() private template: Template | null = null;
  @state() private values: Record<string, string> = {};
  @state() private name = '';
  @state() private named = false;
  @state() private extra = '';
  @state() private wrong: Readonly<Record<string, string>> = {};

  static override styles = dialogStyles;

  override ask(question: NewQuestion): Promise<NewAnswer | null> {
    this.name = question.name?.proposal ?? '';
    this.named = false;
    this.extra = question.extra?.proposal ?? '';
    this.wrong = {};
    this.template = null;
    if (question.template) this.#start(templatesOf(question.template)[0] ?? null, question);
    return super.ask(question);
  }

  protected override begin(): void {
    const first = this.renderRoot.querySelector<HTMLInputElement>('input, select');
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  #start(template: Template | null, question: NewQuestion): void {
    this.template = template;
    this.wrong = {};
    const initial = (template?.fields ?? []).map(({ id, initial: value, choices }) => {
      const offered = choices?.(question.world) ?? [];
      return [id, value ?? offered[0] ?? ''] as const;
    });
    this.values = Object.fromEntries(initial);
    if (question.namedByTemplate && !this.named && template && question.name) this.name = freeName(template.name, question.name.taken);
  }

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<dialog aria-labelledby="heading" @close=${this.closed}>${question ? this.#form(question) : nothing}</dialog>`;
  }

  #form(question: NewQuestion): TemplateResult {
    const { actions } = texts();
    const { name, extra } = question;
    return html`<form method="dialog" novalidate @submit=${this.#submit}>
      <h2 id="heading">${question.heading}</h2>
      <div class="fields">
        ${name ? this.#text('name', name.label, name.hint, this.name, [], (text) => ((this.name = text), (this.named = true))) : nothing}
        ${extra ? this.#text('extra', extra.label, extra.hint, this.extra, extra.suggestions, (text) => (this.extra = text)) : nothing}
        ${question.template ? this.#templates(question, question.template) : nothing}
      </div>
      <div class="choices">
        <button type="button" class="button" @click=${() => this.answer(null)}>${actions.cancel}</button>
        <button type="submit" class="button primary">${question.submit ?? actions.add}</button>
      </div>
    </form>`;
  }

  #templates(question: NewQuestion, kind: TemplateKind): TemplateResult {
    const t = texts();
    const templates = templatesOf(kind);
    const choose = (event: Event): void => this.#start(templates[(event.target as HTMLSelectElement).selectedIndex] ?? null, question);
    return html`<div>
        <label for="template">${t.labels.template}</label>
        <select id="template" @change=${choose}>
          ${templates.map((each) => html`<option ?selected=${each === this.template}>${t.templates[each.id]}</option>`)}
        </select>
      </div>
      ${this.template?.fields.map((field) => this.#field(field, question))}`;
  }

  #field({ id, type, choices }: TemplateField, { world }: NewQuestion): TemplateResult {
    const t = texts();
    const put = (value: string): void => void (this.values = { ...this.values, [id]: value });
    if (type === 'check') {
      const toggle = (event: Event): void => put((event.target as HTMLInputElement).checked ? 'true' : '');
      return html`<label class="check">
        <input type="checkbox" .checked=${this.values[id] === 'true'} @change=${toggle} />${t.templateFields[id]}
      </label>`;
    }
    const offered = choices?.(world) ?? [];
    return this.#text(id, t.templateFields[id], offered.length > 0 ? t.hints.suggestions : '', this.values[id] ?? '', offered, put);
  }

  #text(
    id: string,
    label: string,
    hint: string,
    value: string,
    suggestions: readonly string[],
    put: (text: string) => void,
  ): TemplateResult {
    const wrong = this.wrong[id] ?? '';
    const input = (event: Event): void => put((event.target as HTMLInputElement).value);
    return html`<div>
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="${id}-hint ${id}-error"
        aria-invalid=${wrong !== ''}
        list=${suggestions.length > 0 ? `${id}-list` : nothing}
        .value=${value}
        @input=${input}
      />
      ${suggestionList(`${id}-list`, suggestions)}
      <p class="hint" id="${id}-hint">${hint}</p>
      <p class="error" id="${id}-error" role="alert">${wrong}</p>
    </div>`;
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const wrong = this.#mistakes();
    this.wrong = wrong;
    const [first] = Object.keys(wrong);
    if (first !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
      return;
    }
    const values = Object.fromEntries(Object.entries(this.values).map(([id, value]) => [id, value.trim()]));
    this.answer({ name: this.name.trim(), policy: this.template?.policy(values), extra: this.extra.trim() });
  };

  #mistakes(): Record<string, string> {
    const { errors } = texts();
    const wrong: Record<string, string> = {};
    const name = this.name.trim();
    if (this.question?.name && name === '') wrong['name'] = errors.emptyName;
    if (this.question?.name?.taken.includes(name)) wrong['name'] = errors.taken(name);
    if (this.question?.extra && this.extra.trim() === '') wrong['extra'] = errors.needed;
    for (const { id, required } of this.template?.fields ?? []) {
      if (required && (this.values[id] ?? '').trim() === '') wrong[id] = errors.needed;
    }
    return wrong;
  }
}
