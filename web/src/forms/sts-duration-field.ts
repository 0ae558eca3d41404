// A number of seconds between two limits, as a slider and as a number, with marks where other limits are. What a value
// beyond a limit or a mark leads to is the engine's to say.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StsElement } from '../base/element';
import { durationText } from '../text/names';
import { type Field, grouped, textInput } from './fields';
import { formStyles } from './styles';
import { texts } from './texts';
import { numberOrText } from './values';

export interface DurationMark {
  seconds: number;
  text: string;
}

@customElement('sts-duration-field')
export class StsDurationField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'duration', label: '' };
  /** As in the document: a number, a text that is none yet, or undefined. */
  @property({ attribute: false }) value: unknown = undefined;
  @property({ type: Number }) minimum = 0;
  @property({ type: Number }) maximum = 0;
  @property({ attribute: false }) marks: readonly DurationMark[] = [];
  /** What counts where nothing is said; null: the form says that nothing is sent. */
  @property({ attribute: false }) otherwise: number | null = null;
  /** Whether a value is given only when the field or the slider is left, and only where it is a whole number. */
  @property({ type: Boolean }) whole = false;
  /** What is typed or slid to and not given yet. */
  @state() private typed: string | null = null;
  @state() private error = '';

  static override styles = [
    formStyles,
    css`
      .row > input {
        flex: none;
        inline-size: 96px;
      }
      .length {
        font-size: var(--size-s);
      }
      .scale {
        position: relative;
        padding-block-start: 2px;
      }
      input[type='range'] {
        /* Above the ticks, which are drawn after it. */
        position: relative;
        z-index: 1;
        display: block;
        inline-size: 100%;
        block-size: 22px;
        margin: 0;
        accent-color: var(--accent);
      }
      input.unsent[type='range'] {
        accent-color: var(--muted);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        margin-block-start: -4px;
        font-size: var(--size-xs);
        color: var(--muted);
      }
      /* The thumb's middle is what points at a mark, and it is 8 pixels away from either end. */
      .ticks,
      .marks {
        margin-inline: 8px;
      }
      .ticks {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 6px;
        pointer-events: none;
      }
      .ticks i {
        position: absolute;
        inline-size: 2px;
        block-size: 15px;
        margin-inline-start: -1px;
        background: var(--error);
      }
      .marks {
        font-size: var(--size-xs);
        color: var(--muted);
      }
      .marks span {
        display: block;
        inline-size: fit-content;
      }
      @media (forced-colors: active) {
        .ticks i {
          background: CanvasText;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { duration } = texts();
    const { typed, otherwise } = this;
    const value = typed === null ? this.value : valueOf(typed);
    const sent = value !== undefined;
    const seconds = typeof value === 'number' ? value : sent ? null : otherwise;
    const field = { ...this.field, error: this.error };
    const number = {
      ...field,
      numeric: true,
      value: sent ? String(value) : '',
      placeholder: String(otherwise ?? '–'),
      change: this.#type,
      leave: this.#leave,
    };
    return grouped(field, [
      html`<div class="row">
        ${textInput(number, duration.seconds(field.label))}
        <span class="length">${seconds === null ? (sent ? '' : duration.notSent) : `= ${durationText(seconds)}`}</span>
        ${
          sent && otherwise === null
            ? html`<button type="button" class="plain" @click=${() => this.#give(undefined)}>${duration.clear}</button>`
            : nothing
        }
      </div>`,
      html`<div class="scale">${this.#slider(seconds)}${this.#marks()}</div>`,
    ]);
  }

  #slider(seconds: number | null): TemplateResult {
    const { duration } = texts();
    const range = duration.range(durationText(this.minimum), durationText(this.maximum));
    return html`<input
      type="range"
      class=${seconds === null ? 'unsent' : ''}
      min=${this.minimum}
      max=${this.maximum}
      step=${this.maximum - this.minimum > 3600 ? 900 : 60}
      aria-label=${duration.slider(this.field.label)}
      aria-valuetext=${seconds === null ? `${duration.notSent}; ${range}` : durationText(seconds)}
      .value=${String(seconds ?? this.minimum)}
      @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      @change=${this.#leave}
    />`;
  }

  #marks(): TemplateResult {
    const marks = this.marks.filter(({ seconds }) => seconds > this.minimum && seconds <= this.maximum);
    const percent = (seconds: number): number => ((seconds - this.minimum) / (this.maximum - this.minimum)) * 100;
    return html`<div class="ticks">${marks.map(({ seconds }) => html`<i style="inset-inline-start: ${percent(seconds)}%"></i>`)}</div>
      <p class="ends"><span>${durationText(this.minimum)}</span><span>${durationText(this.maximum)}</span></p>
      ${
        marks.length === 0
          ? nothing
          : html`<ul class="marks" role="list">
        ${marks.map(({ seconds, text }) => {
          // The text stays within the field: it is moved to the left by as much of itself as the mark is from the left.
          const left = percent(seconds);
          return html`<li data-seconds=${seconds}>
            <span style="margin-inline-start: ${left}%; translate: -${left}% 0">${text}</span>
          </li>`;
        })}
      </ul>`
      }`;
  }

  #type = (text: string): void => {
    this.error = '';
    if (this.whole) this.typed = text;
    else this.#give(valueOf(text));
  };

  #leave = (): void => {
    const { typed } = this;
    if (typed === null) return;
    const value = valueOf(typed);
    this.error = value === undefined || /^\d{1,9}$/.test(typed.trim()) ? '' : texts().duration.whole;
    if (this.error) return;
    this.#give(value);
    this.typed = null;
  };

  #give(value: unknown): void {
    this.dispatchEvent(new CustomEvent<unknown>('duration', { detail: value }));
  }
}

const valueOf = (text: string): unknown => (text.trim() === '' ? undefined : numberOrText(text));
