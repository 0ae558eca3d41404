// The scenario's calls in their order, and what can be done with each as a whole.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../../base/element';
import { icon, type IconName } from '../../base/icons';
import { DECISION } from '../../text/looks';
import type { StepEntry } from '../../document/world';
import type { Report } from '../../engine/report';
import { shortArn } from '../../text/names';
import { squareButton } from '../../forms/fields';
import { formStyles } from '../../forms/styles';
import { texts } from './texts';

export type StepAction = 'edit' | 'duplicate' | 'up' | 'down' | 'remove';

export interface StepWish {
  action: StepAction;
  index: number;
}

@customElement('sts-call-list')
export class StsCallList extends StsElement {
  @property({ attribute: false }) steps: readonly StepEntry[] = [];
  @property({ attribute: false }) report: Report | null = null;
  /** The step whose form is shown; null: that of a new call, or none. */
  @property({ attribute: false }) shown: number | null = null;
  @property({ attribute: false }) changed: ReadonlySet<number> = new Set();
  /** Whether a new call has been begun. */
  @property({ type: Boolean }) begun = false;
  /** Whether the new call's form is shown. */
  @property({ type: Boolean }) showsNew = false;
  /** The step whose deletion is to be confirmed. */
  @state() private removing: number | null = null;

  static override styles = [
    formStyles,
    css`
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 10px;
        padding-block-end: 4px;
      }
      li {
        border-block-end: 1px solid var(--rule);
      }
      .step {
        display: flex;
        align-items: center;
      }
      .main-part {
        flex: 1;
        min-inline-size: 0;
        display: flex;
        align-items: baseline;
        gap: 8px;
        text-align: start;
        border: 0;
        background: none;
        padding: 5px 6px;
        font-size: var(--size-s);
        border-radius: 6px;
      }
      .main-part:hover {
        background: var(--hover);
      }
      .main-part[aria-current] {
        background: var(--accent-soft);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .main-part .icon {
        align-self: center;
      }
      .id {
        font-weight: 600;
        flex: none;
        max-inline-size: 45%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .call {
        flex: 1 1 0;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--muted);
      }
      .badge {
        flex: none;
        font-size: var(--size-xs);
        color: var(--accent);
        border: 1px solid currentColor;
        border-radius: 99px;
        padding: 0 7px;
      }
      .tools {
        display: flex;
        flex: none;
      }
      .tools .square {
        inline-size: 26px;
        font-size: 13px;
      }
      .icon-up {
        rotate: -90deg;
      }
      .icon-down {
        rotate: 90deg;
      }
      .confirm {
        display: grid;
        gap: 6px;
        background: var(--error-soft);
        border-radius: 6px;
        padding: 8px 10px;
        margin-block: 2px 6px;
        font-size: var(--size-s);
      }
    `,
  ];

  /** Puts the focus on a step, or on "New call". */
  focusStep(index: number | null): void {
    void this.updateComplete.then(() => {
      const wanted = index === null ? null : this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"]`);
      (wanted ?? this.renderRoot.querySelector<HTMLElement>('#new'))?.focus();
    });
  }

  protected override render(): TemplateResult {
    const { steps } = texts();
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">${steps.heading}</h2>
        <button type="button" id="new" class="button" aria-pressed=${this.showsNew} @click=${() => this.#tell('new')}>
          ${icon('plus')}${steps.new}${this.begun && !this.showsNew ? html` <span class="badge">${steps.unsaved}</span>` : nothing}
        </button>
      </header>
      ${this.steps.length === 0 ? html`<p class="hint">${steps.none}</p>` : nothing}
      <ol role="list">
        ${this.steps.map((step) => this.#step(step))}
      </ol>
    </section>`;
  }

  #step(step: StepEntry): TemplateResult {
    const { steps } = texts();
    const { index } = step;
    const name = this.#name(step);
    const decision = this.report?.steps[index]?.decision;
    const shown = this.shown === index;
    return html`<li>
      <div class="step">
        <button type="button" class="main-part" data-index=${index} aria-current=${shown ? 'step' : nothing} aria-label=${steps.edit(name)} title=${step.as ? shortArn(step.as) : nothing} @click=${() => this.#wish('edit', index)}>
          ${decision ? html`<span class=${DECISION[decision].tone}>${icon(DECISION[decision].icon)}<span class="visually-hidden">${this.t.decision[decision]}</span></span>` : nothing}
          <span class="id">${name}</span><span class="call mono">${step.call}</span>
          ${this.changed.has(index) ? html`<span class="badge">${steps.unsaved}</span>` : nothing}
        </button>
        <span class="tools">
          ${this.#tool('copy', steps.duplicate(name), () => this.#wish('duplicate', index))}
          ${this.#tool('chevron', steps.up(name), () => this.#wish('up', index), index === 0, 'up')}
          ${this.#tool('chevron', steps.down(name), () => this.#wish('down', index), index === this.steps.length - 1, 'down')}
          ${this.#tool('trash', steps.remove(name), () => this.#askToRemove(step))}
        </span>
      </div>
      ${this.removing === index ? this.#confirmation(step) : nothing}
    </li>`;
  }

  #name({ id, index }: StepEntry): string {
    return id || texts().steps.numbered(index + 1);
  }

  #tool(shape: IconName, label: string, act: () => void, disabled = false, turned = ''): TemplateResult {
    return squareButton(html`<span class=${turned ? `icon-${turned}` : ''}>${icon(shape)}</span>`, label, act, disabled);
  }

  #users({ id, index }: StepEntry): StepEntry[] {
    return id === '' ? [] : this.steps.filter((step) => step.index > index && step.as === id);
  }

  #confirmation(step: StepEntry): TemplateResult {
    const { steps } = texts();
    const users = this.#users(step).map((user) => this.#name(user));
    return html`<div
      class="confirm"
      role="group"
      aria-labelledby="confirm-text"
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#keep(step.index)}
    >
      <p id="confirm-text">${steps.used(this.#name(step), users.join(', '))}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => this.#remove(step.index)}>${icon('trash')}${steps.removeAnyway}</button>
        <button type="button" class="button" id="keep" @click=${() => this.#keep(step.index)}>${steps.keep}</button>
      </div>
    </div>`;
  }

  #askToRemove(step: StepEntry): void {
    if (this.#users(step).length === 0) {
      this.#remove(step.index);
      return;
    }
    this.removing = step.index;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#keep')?.focus());
  }

  #keep(index: number): void {
    this.removing = null;
    this.focusStep(index);
  }

  #remove(index: number): void {
    this.removing = null;
    this.#wish('remove', index);
  }

  #wish(action: StepAction, index: number): void {
    this.#tell('step-wish', { action, index });
  }

  #tell(name: 'new' | 'step-wish', detail?: StepWish): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
