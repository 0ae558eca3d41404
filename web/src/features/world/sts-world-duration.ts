// The longest that a role's sessions may last, as seconds and as a slider between AWS's limits.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { durationText } from '../../text/names';
import { fieldStyles, WorldField } from './field';
import { texts } from './texts';

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (MaxSessionDuration)
const SHORTEST = 3600;
const LONGEST = 43200;
const QUARTER_OF_AN_HOUR = 900;

@customElement('sts-world-duration')
export class StsWorldDuration extends WorldField {
  /** Seconds; null where the document says nothing. */
  @property({ type: Number }) value: number | null = null;
  @state() private sliding: number | null = null;
  @state() private error = '';

  static override styles = [
    ...fieldStyles,
    css`
      .row input[type='text'] {
        flex: none;
        inline-size: 88px;
      }
      .row input[type='range'] {
        inline-size: 100%;
        margin: 0;
      }
      .slider {
        flex: 1;
        margin-inline-start: 8px;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        font-size: var(--size-xs);
        color: var(--muted);
        line-height: 1.2;
      }
      .equal {
        font-size: var(--size-s);
        color: var(--muted);
        min-inline-size: 62px;
        white-space: nowrap;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const t = texts();
    const seconds = this.sliding ?? this.value ?? SHORTEST;
    return html`<label for="seconds">${this.label}</label>
      <div class="row">
        <input
          id="seconds"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-describedby="equal notes"
          aria-invalid=${this.error !== ''}
          placeholder=${SHORTEST}
          .value=${this.sliding === null ? String(this.value ?? '') : String(this.sliding)}
          @change=${this.#typed}
        />
        <span id="equal" class="equal">${t.duration(durationText(seconds))}</span>
        <div class="slider">
          <input
            type="range"
            min=${SHORTEST}
            max=${LONGEST}
            step=${QUARTER_OF_AN_HOUR}
            aria-label=${t.slider}
            aria-valuetext=${durationText(seconds)}
            .value=${String(seconds)}
            @input=${(event: Event) => (this.sliding = Number((event.target as HTMLInputElement).value))}
            @change=${this.#slid}
          />
          <div class="ends" aria-hidden="true"><span>${durationText(SHORTEST)}</span><span>${durationText(LONGEST)}</span></div>
        </div>
      </div>
      ${this.notes(this.error)}`;
  }

  #slid = (event: Event): void => {
    this.sliding = null;
    this.error = '';
    this.set(Number((event.target as HTMLInputElement).value));
  };

  #typed = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    this.error = text === '' || /^\d{1,9}$/.test(text) ? '' : texts().errors.whole;
    if (!this.error) this.set(text === '' ? undefined : Number(text));
  };
}
