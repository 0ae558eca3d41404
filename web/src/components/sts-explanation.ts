// Why a step was decided as it was: authorizations, their layers in AWS's order, policies, statements, elements. A row
// that has a place in a policy shows that place in the editor.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Authorization, ElementReason, Layer, PolicyReason, StatementReason, Step } from '../engine/report';
import type { Reason } from '../state/caret';
import { capital, shortArn } from '../text/names';
import { shared, StsElement } from '../base/element';
import { contextTable, legend, originTag, responseText } from './explanation-extras';
import { explanationStyles } from './explanation-styles';
import { icon, verdictWord } from '../base/icons';
import { DECISION, VERDICT } from '../text/looks';

const isIdle = (layer: Layer): boolean => layer.verdict === 'not-applicable' && layer.policies.length === 0 && !layer.decisive;

/** Whether a layer or statement fails, although it is not what the decision rests on. */
const alsoFails = (fails: boolean, decisive: boolean, { decision }: Authorization): boolean => decision === 'Deny' && fails && !decisive;

const isOther = (now: readonly Reason[], before: readonly Reason[] = []): boolean =>
  now.length !== before.length || now.some((reason, index) => reason !== before[index]);

@customElement('sts-explanation')
export class StsExplanation extends StsElement {
  @property({ attribute: false }) step: Step | null = null;
  @property({ type: Boolean }) stale = false;
  /** The rows that are about the line in which the editor's text cursor is. */
  @property({ attribute: false, hasChanged: isOther }) current: readonly Reason[] = [];

  static override styles = [shared, explanationStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (!step) return nothing;
    const { context, explained } = step.explanation;
    return html`<section class=${this.stale ? 'stale' : ''} aria-labelledby="why">
      <header class="top">
        <h2 id="why">${this.t.why.heading}</h2>
        ${explained === false ? nothing : this.#folding()}
      </header>
      ${explained === false ? html`<p class="fetching" role="status">${this.t.why.fetching}</p>` : nothing}
      ${keyed(`${step.index}/${step.id}`, this.#authorizations(step))} ${context.length > 0 ? contextTable(this.t, context) : nothing}
      ${step.response ? responseText(this.t, step.response) : nothing}
      ${step.explanation.authorizations.length > 0 || context.length > 0 ? legend(this.t) : nothing}
    </section>`;
  }

  /** Brings the row that is about the text cursor's line into sight, and puts the focus on it. */
  showCurrent(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('[aria-current="location"]');
    if (!row) return;
    for (let around = row.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'center' });
  }

  #folding(): TemplateResult | typeof nothing {
    if (this.step?.explanation.authorizations.length === 0) return nothing;
    return html`<span class="folding">
      <button type="button" @click=${() => this.#fold(true)}>${this.t.why.expandAll}</button>
      <button type="button" @click=${() => this.#fold(false)}>${this.t.why.collapseAll}</button>
    </span>`;
  }

  #fold(open: boolean): void {
    for (const layer of this.renderRoot.querySelectorAll<HTMLDetailsElement>('details.layer')) layer.open = open;
  }

  #authorizations({ explanation: { authorizations } }: Step): TemplateResult {
    // The service answers with the first one that it refuses.
    const refused = authorizations.findIndex(({ decision }) => decision === 'Deny');
    return html`${authorizations.map((one, index) => this.#authorization(one, one.decision === 'Deny' && index > refused))}`;
  }

  #authorization(authorization: Authorization, also: boolean): TemplateResult {
    // Of a single authorization the verdict's sentence has said it already.
    const only = this.step?.explanation.authorizations.length === 1;
    const idle = authorization.layers.filter(isIdle);
    return html`<article>
      <header>
        <h3>
          <span class="mono">${authorization.action}</span>
          <span class="quiet">${this.t.why.on}</span>
          <span class="mono" title=${authorization.resource}>${shortArn(authorization.resource)}</span>
        </h3>
        <span class="marks">
          ${also ? this.#alsoFails() : nothing}
          ${verdictWord(DECISION[authorization.decision], this.t.decision[authorization.decision])}
        </span>
      </header>
      ${only ? nothing : html`<p class="summary">${capital(authorization.summary)}</p>`}
      <ol class="layers" role="list">
        ${authorization.layers.map((layer) => (isIdle(layer) ? nothing : html`<li>${this.#layer(layer, authorization)}</li>`))}
        ${idle.length > 0 ? html`<li>${this.#idle(idle)}</li>` : nothing}
      </ol>
    </article>`;
  }

  /** The layers that have no say, folded into one row: they are most of them, most of the time. */
  #idle(layers: readonly Layer[]): TemplateResult {
    return html`<details class="layer faint">
      <summary>
        ${icon('chevron')}<span class="head"><span class="title">${this.t.why.notApplicable(layers.length)}</span></span>
      </summary>
      <ul class="idle" role="list">
        ${layers.map((layer) => html`<li>${layer.title}: <span class="quiet">${layer.text}</span></li>`)}
      </ul>
    </details>`;
  }

  #alsoFails(): TemplateResult {
    return html`<span class="tag tag-also">${this.t.why.alsoFails}</span>`;
  }

  #layer(layer: Layer, authorization: Authorization): TemplateResult {
    const fails = (layer.verdict === 'implicit-deny' || layer.verdict === 'explicit-deny') && !layer.ignored;
    const { icon: shape, tone } = VERDICT[layer.verdict];
    const head = html`<span class="title">${layer.title}</span>
      <span class="marks">
        ${layer.ignored ? html`<span class="tag">${this.t.why.ignored}</span>` : nothing}
        ${layer.decisive ? html`<span class="tag tag-strong">${this.t.why.decisive}</span>` : nothing}
        ${alsoFails(fails, layer.decisive, authorization) ? this.#alsoFails() : nothing}
        ${verdictWord({ icon: shape, tone: layer.ignored ? 'quiet' : tone }, this.t.verdict[layer.verdict])}
      </span>
      <span class="text">${layer.text}</span>`;
    if (layer.policies.length === 0) return html`<div class="layer flat ${layer.ignored ? 'faint' : ''}">${head}</div>`;
    const open = layer.decisive || layer.verdict === 'explicit-deny';
    return html`<details class="layer ${layer.ignored ? 'faint' : ''}" ?open=${open} data-kind=${layer.kind}>
      <summary>${icon('chevron')}<span class="head">${head}</span></summary>
      ${layer.policies.map((policy) => this.#policy(policy, layer, authorization))}
    </details>`;
  }

  #policy(policy: PolicyReason, layer: Layer, authorization: Authorization): TemplateResult {
    const named = layer.policies.length > 1 || layer.kind !== 'trust';
    const { icon: shape, tone } = VERDICT[policy.verdict];
    return html`<div class="policy">
      ${
        named
          ? html`<p class="policy-name">
            <span class=${tone}>${icon(shape)}</span><span class="mono">${policy.name}</span>
            ${policy.owner ? html`<span class="quiet">${shortArn(policy.owner)}</span>` : nothing}
          </p>`
          : nothing
      }
      <ol role="list">${policy.statements.map((statement) => html`<li>${this.#statement(statement, layer, authorization)}</li>`)}</ol>
      ${policy.omitted > 0 ? html`<p class="omitted">${this.t.why.omitted(policy.omitted)}</p>` : nothing}
    </div>`;
  }

  #statement(statement: StatementReason, layer: Layer, authorization: Authorization): TemplateResult {
    const denies = statement.effect === 'Deny';
    const also = alsoFails(denies && statement.matched && !layer.ignored, statement.decisive, authorization);
    const tone = statement.matched ? (denies ? 'deny' : 'allow') : 'quiet';
    const word = statement.matched ? this.t.why.matched : this.t.why.notMatched;
    const content = html`<span class="${tone} state">${icon(statement.matched ? (denies ? 'cross' : 'check') : 'ring')}</span>
      <span class="grow">
        <strong>${statement.sid ?? this.t.why.statement(statement.index + 1)}</strong>
        ${statement.effect ? html`<span class="mono effect">${statement.effect}</span>` : nothing}
        <span class=${tone}>${word}</span> ${also ? this.#alsoFails() : nothing}
      </span>`;
    return html`<div class="statement ${statement.decisive ? 'decisive' : ''}">
      ${this.#row('statement-row', content, statement)}
      <ul class="elements" role="list">${statement.elements.map((element) => html`<li>${this.#element(element)}</li>`)}</ul>
    </div>`;
  }

  #element(element: ElementReason): TemplateResult {
    const content = html`<span class="state ${element.matched ? 'allow' : 'deny'}"
        >${icon(element.matched ? 'tick' : 'times')}<span class="visually-hidden"
          >${element.matched ? this.t.why.matched : this.t.why.notMatched}</span
        ></span
      >
      <span class="name mono">${element.element}</span>
      <span class="grow">${element.text}${element.key ? this.#comparison(element) : nothing}</span>`;
    return this.#row(`element-row ${element.matched ? '' : 'failed'}`, content, element);
  }

  #comparison(element: ElementReason): TemplateResult {
    const origin = element.origin ?? 'derived';
    const list = (values: readonly string[]): TemplateResult[] => values.map((value) => html`<code class="value">${value}</code> `);
    return html`<span class="comparison">
      <span><span class="quiet">${this.t.why.wanted}</span> ${list(element.wanted ?? [])}</span>
      <span class="actual">
        <span class="quiet">${this.t.why.actual}</span>
        ${element.actual ? list(element.actual) : html`<em>${this.t.why.nothing}</em>`} ${originTag(this.t, origin)}
      </span>
    </span>`;
  }

  /** A row that can be followed into the editor, where it has a place there. */
  #row(name: string, content: TemplateResult, reason: Reason): TemplateResult {
    const { location } = reason;
    // A policy that AWS keeps is shown, but is not in the document.
    if (!location.policy.startsWith('/')) return html`<div class="row ${name}">${content}</div>`;
    return html`<button
      type="button"
      class="row ${name}"
      title=${this.t.why.show}
      aria-current=${this.current.includes(reason) ? 'location' : nothing}
      @click=${() => this.tell('show-location', location)}
    >
      ${content}
    </button>`;
  }
}
