// Asks for what a new thing needs: its name, and for a policy what it starts from.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { World } from '../../document/world';
import { checkBox, choicesOf, selectField, suggestions, type TextField, textField } from '../../forms/fields';
import { formStyles } from '../../forms/styles';
import { dialogStyles, StsAsking } from '../dialog';
import { freeName } from './changes';
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
export class StsWorldNew extends StsAsking<NewQuestion, NewAnswer> {
  @state() private template: Template | null = null;
  @state() private values: Record<string, string> = {};
  @state() private name = '';
  @state() private named = false;
  @state() private extra = '';
  @state() private wrong: Readonly<Record<string, string>> = {};

  static override styles = [
    formStyles,
    dialogStyles,
    css`
      .body {
        --field-columns: minmax(0, 1fr);
        --field-name: 600;
      }
    `,
  ];

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
    const first = this.renderRoot.querySelector<HTMLInputElement>('.body :is(input, select)');
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
    return html`<dialog aria-labelledby="title" @close=${this.closed}>${question ? this.#form(question) : nothing}</dialog>`;
  }

  #form(question: NewQuestion): TemplateResult {
    const { actions } = texts();
    const { name, extra } = question;
    const rename = (text: string): void => void ((this.name = text), (this.named = true));
    const change = (text: string): void => void (this.extra = text);
    return html`<form method="dialog" novalidate @submit=${this.#submit}>
      ${this.head(question.heading)}
      <div class="body">
        ${name ? this.#text({ id: 'name', label: name.label, hint: name.hint, value: this.name, change: rename }) : nothing}
        ${extra ? this.#text({ id: 'extra', label: extra.label, hint: extra.hint, value: this.extra, change }, extra.suggestions) : nothing}
        ${question.template ? this.#templates(question, question.template) : nothing}
      </div>
      <div class="foot answers">
        <button type="button" class="button" @click=${() => this.answer(null)}>${actions.cancel}</button>
        <button type="submit" class="button primary">${question.submit ?? actions.add}</button>
      </div>
    </form>`;
  }

  #templates(question: NewQuestion, kind: TemplateKind): TemplateResult {
    const t = texts();
    const templates = templatesOf(kind);
    const choices = templates.map(({ id }) => ({ value: id, text: t.templates[id] }));
    const change = (id: string): void => this.#start(templates.find((each) => each.id === id) ?? null, question);
    return html`${selectField({ id: 'template', label: t.labels.template, mono: false, value: this.template?.id ?? '', groups: choicesOf(choices), change })}
    ${this.template?.fields.map((field) => this.#field(field, question))}`;
  }

  #field({ id, type, choices }: TemplateField, { world }: NewQuestion): TemplateResult {
    const t = texts();
    const label = t.templateFields[id];
    const value = this.values[id] ?? '';
    const put = (next: string): void => void (this.values = { ...this.values, [id]: next });
    if (type === 'check') return checkBox({ label, checked: value === 'true', change: (checked) => put(checked ? 'true' : '') });
    const offered = choices?.(world) ?? [];
    return this.#text({ id, label, hint: offered.length > 0 ? t.hints.suggestions : '', value, change: put }, offered);
  }

  #text(field: TextField, offered: readonly string[] = []): TemplateResult {
    const { id } = field;
    const list = offered.length > 0 ? `${id}-list` : undefined;
    return html`${textField({ ...field, mono: false, list, error: this.wrong[id] ?? '' })}${suggestions(`${id}-list`, offered)}`;
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
