// The answer: the selected step's verdict in a sentence, and what the service says to the caller.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Disputed, Session, Step } from '../engine/report';
import type { Freshness, Shown } from '../state/page-state';
import { callerName, capital, instantText } from '../text/names';
import { shared, StsElement } from '../base/element';
import { icon, verdictWord } from '../base/icons';
import { DECISION } from '../text/looks';

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whose operations are performed, and not only authorised. */
const MODELLED: ReadonlySet<string> = new Set(['sts', 'iam', 'console']);

@customElement('sts-verdict')
export class StsVerdict extends StsElement {
  @property({ attribute: false }) step: Step | null = null;
  /** The session that the step issued, where it is one of the scenario's. */
  @property({ attribute: false }) session: Session | null = null;
  @property() freshness: Freshness = 'starting';
  /** What the step is: one of the scenario, a call that is being put together, or a step at another instant. */
  @property() shown: Shown = 'step';

  static override styles = [
    shared,
    css`
      .verdict {
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--tone, var(--line));
        border-radius: var(--radius);
        background: var(--surface);
        padding: 18px 22px 16px;
        min-height: 128px;
      }
      .tone-allow {
        --tone: var(--allow);
      }
      .tone-deny {
        --tone: var(--deny);
      }
      .tone-error {
        --tone: var(--error);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        font-size: var(--size-s);
        color: var(--muted);
      }
      .top .decision {
        font-weight: 650;
        font-size: var(--size-m);
      }
      .sentence {
        margin-block: 8px 0;
        font-size: var(--size-xl);
        line-height: 1.38;
        font-weight: 500;
        letter-spacing: -0.006em;
        text-wrap: pretty;
        overflow-wrap: anywhere;
        max-inline-size: 68ch;
      }
      .notes {
        margin-block-start: 8px;
        color: var(--muted);
        display: grid;
        gap: 2px;
        max-inline-size: 80ch;
      }
      .says {
        margin-block-start: 12px;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        align-items: baseline;
        font-size: var(--size-s);
        color: var(--muted);
      }
      .says code {
        color: var(--text);
        overflow-wrap: anywhere;
      }
      .chips {
        margin-inline-start: auto;
        display: inline-flex;
        flex-wrap: wrap;
        gap: 10px;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .shown {
        color: var(--accent);
        border: 1px solid currentColor;
        border-radius: 99px;
        padding: 0 9px;
      }
      .coverage {
        border: 1px solid var(--line-strong);
        border-radius: 99px;
        background: none;
        padding: 1px 10px;
        min-block-size: 24px;
        font-size: var(--size-xs);
        color: var(--muted);
        text-align: start;
      }
      a.coverage {
        text-decoration: none;
        border-color: var(--error);
      }
      .coverage:hover {
        color: var(--text);
        background: var(--hover);
      }
      .failures {
        margin-block-start: 8px;
        font-size: var(--size-s);
      }
      .stale .sentence,
      .stale .says code {
        color: var(--muted);
      }
      .stale .top,
      .stale .failures {
        filter: grayscale(1);
      }
      .stale {
        border-inline-start-color: var(--line-strong);
      }
      .state {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--text);
        background: var(--error-soft);
        border-radius: 6px;
        padding: 6px 10px;
        margin-block-end: 10px;
        font-size: var(--size-s);
      }
      .state .icon {
        color: var(--error);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const stale = this.freshness !== 'fresh' && this.freshness !== 'judging';
    const tone = this.step ? `tone-${DECISION[this.step.decision].tone}` : '';
    return html`<section class="verdict ${tone} ${stale && this.step ? 'stale' : ''}" aria-label=${this.t.result.heading}>
      <div aria-live="polite">${this.#state()} ${this.step ? this.#answer(this.step) : this.#noAnswer()}</div>
      ${this.step ? this.#details(this.step) : nothing}
    </section>`;
  }

  /** Why what is shown may not be what the text says. */
  #state(): TemplateResult | typeof nothing {
    const words: Partial<Record<Freshness, string>> = {
      invalid: this.step ? this.t.result.staleInvalid : this.t.result.nothingYet,
      'too-slow': this.t.result.tooSlow,
      crashed: this.t.result.crashed,
      unavailable: this.t.result.unavailable,
    };
    const sentence = words[this.freshness];
    return sentence ? html`<p class="state">${icon('triangle')}<span>${sentence}</span></p>` : nothing;
  }

  #noAnswer(): TemplateResult | typeof nothing {
    if (this.freshness === 'starting') return html`<p class="sentence quiet">${this.t.result.starting}</p>`;
    if (this.freshness === 'judging') return html`<p class="sentence quiet">${this.t.result.judging}</p>`;
    if (this.freshness === 'fresh') return html`<p class="sentence quiet">${this.t.result.noSteps}</p>`;
    return nothing;
  }

  #answer(step: Step): TemplateResult {
    const caller = callerName(step.caller, this.t.steps.nobody);
    return html`<div class="top">
        ${verdictWord(DECISION[step.decision], this.t.decision[step.decision])}
        <span class="mono">${step.call}</span>
        <span>${caller}</span>
        <time datetime=${step.at}>${instantText(step.at)} ${this.t.timeline.utc}</time>
        ${this.shown === 'step' ? nothing : html`<span class="shown">${this.t.result.shown[this.shown]}</span>`}
        ${this.freshness === 'judging' ? html`<span>${this.t.result.judging}</span>` : nothing}
        <span class="chips">${this.#expectation(step)} ${this.#disputedChips(step)}
          ${step.evidence.class === 'documented' ? nothing : this.#evidence(step)} ${this.#coverage(step)}</span>
      </div>
      <p class="sentence" id="sentence">${this.#sentence(step)}</p>`;
  }

  /** The reason; who does not see the verdict above it hears it again, as the beginning of the sentence. */
  #sentence({ decision, explanation }: Step): TemplateResult {
    return html`<span class="visually-hidden">${this.t.decision[decision]}: </span>${capital(explanation.reason)}`;
  }

  #expectation(step: Step): TemplateResult | typeof nothing {
    if (!step.expectation) return nothing;
    return step.expectation.passed
      ? html`<span class="chip allow">${icon('tick')}${this.t.result.asExpected}</span>`
      : html`<span class="chip deny">${icon('times')}${this.t.result.notExpected}</span>`;
  }

  /** What the verdict rests on, where AWS's documentation does not plainly tell it: leads to the source. */
  #evidence({ evidence }: Step): TemplateResult {
    const { kind, about } = this.t.result.evidence;
    return html`<a class="coverage evidence" href=${evidence.address} target="_blank" rel="noreferrer" title="${evidence.text} ${about}">
      ${kind[evidence.class]}
    </a>`;
  }

  /** How far this call is modelled; leads to what is modelled at all. */
  #coverage({ call, error, sizeEstimated, evidence }: Step): TemplateResult {
    const { coverage } = this.t.result;
    const modelled = MODELLED.has(call.split(':')[0] ?? '');
    const words =
      error?.code === 'NotModelled'
        ? coverage.none
        : !modelled
          ? coverage.authorised
          : evidence.class === 'documented'
            ? coverage.documented
            : coverage.modelled;
    const packed = sizeEstimated ? html` · ${coverage.packed}` : nothing;
    return html`<button type="button" class="coverage" title=${coverage.about} @click=${() => this.tell('open-dialog', 'about')}>
      ${words}${packed}
    </button>`;
  }

  /** The disputed facts on which the answer rests: each chip tells, and leads to the evidence for the other side. */
  #disputedChips({ disputed }: Step): TemplateResult[] {
    return disputed.map(
      ({ id, text, other }) =>
        html`<a class="coverage" href=${other.address} title=${text} target="_blank" rel="noopener noreferrer">${this.t.result.disputed(id)}</a>`,
    );
  }

  #disputed({ text, address, other }: Disputed): TemplateResult {
    const link = (address: string, words: string): TemplateResult =>
      html`<a href=${address} target="_blank" rel="noopener noreferrer">${words}</a>`;
    return html`<li>${text} ${link(address, this.t.result.thisSide)}, ${link(other.address, this.t.result.otherSide)}</li>`;
  }

  #details(step: Step): TemplateResult {
    const { notes } = step.explanation;
    const failures = step.expectation?.failures ?? [];
    return html`${
      notes.length + step.disputed.length > 0
        ? html`<ul class="notes">
            ${step.disputed.map((fact) => this.#disputed(fact))}${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : nothing
    }
    ${
      failures.length > 0
        ? html`<ul class="failures deny">
          ${failures.map((f) => html`<li>${this.t.result.expected(f.field, show(f.expected), show(f.actual))}</li>`)}
        </ul>`
        : nothing
    }
    ${
      step.error
        ? html`<p class="says">
          <span>${this.t.result.serviceSays}</span>
          <code>${step.error.httpStatus} ${step.error.code}: ${step.error.message}</code>
        </p>`
        : nothing
    }
    ${step.session ? this.#issued(step.session) : nothing}`;
  }

  #issued(session: string): TemplateResult {
    const words = this.t.result;
    // A role's sessions are revoked by an inline policy of the role.
    const ofRole = this.shown === 'step' && this.session?.id === session && this.session.role !== null;
    return html`<p class="says">
      ${icon('key')}<span>${words.issued(session)}</span>
      ${
        ofRole
          ? html`<button type="button" class="coverage" title=${words.revokeAbout} @click=${() => this.tell('revoke-sessions', session)}>${words.revoke}</button>`
          : nothing
      }
    </p>`;
  }
}
