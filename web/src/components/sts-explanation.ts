// Why a step was decided as it was: authorizations, their layers in AWS's order, policies, statements, elements. A row
// that has a place in a policy shows that place in the editor.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type {
  Authorization,
  ContextOrigin,
  ElementOrigin,
  ElementReason,
  Layer,
  Location,
  PolicyReason,
  StatementReason,
  Step,
} from '../engine/report';
import { capital, shortArn } from '../text/names';
import { shared, StsElement } from './base';
import { explanationStyles } from './explanation-styles';
import { DECISION, icon, VERDICT } from './icons';

const isIdle = (layer: Layer): boolean =>
  layer.verdict === 'not-applicable' && layer.policies.length === 0 && !layer.decisive;

@customElement('sts-explanation')
export class StsExplanation extends StsElement {
  @property({ attribute: false }) step: Step | null = null;
  @property({ type: Boolean }) stale = false;

  static override styles = [shared, explanationStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (!step) return nothing;
    const { authorizations, context } = step.explanation;
    return html`<section class=${this.stale ? 'stale' : ''} aria-labelledby="why">
      <h2 id="why">${this.t.why.heading}</h2>
      ${authorizations.map((authorization) => this.#authorization(authorization))}
      ${context.length > 0 ? this.#context() : nothing} ${step.response ? this.#response(step.response) : nothing}
    </section>`;
  }

  #authorization(authorization: Authorization): TemplateResult {
    const { icon: shape, tone } = DECISION[authorization.decision];
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
        <span class="badge ${tone}">${icon(shape)}${this.t.decision[authorization.decision]}</span>
      </header>
      ${only ? nothing : html`<p class="summary">${capital(authorization.summary)}</p>`}
      <ol class="layers" role="list">
        ${authorization.layers.map((layer) => (isIdle(layer) ? nothing : html`<li>${this.#layer(layer)}</li>`))}
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

  #layer(layer: Layer): TemplateResult {
    const { icon: shape, tone } = VERDICT[layer.verdict];
    const head = html`<span class="title">${layer.title}</span>
      ${layer.ignored ? html`<span class="tag">${this.t.why.ignored}</span>` : nothing}
      ${layer.decisive ? html`<span class="tag tag-strong">${this.t.why.decisive}</span>` : nothing}
      <span class="badge ${layer.ignored ? 'quiet' : tone}">${icon(shape)}${this.t.verdict[layer.verdict]}</span>
      <span class="text">${layer.text}</span>`;
    if (layer.policies.length === 0) return html`<div class="layer flat ${layer.ignored ? 'faint' : ''}">${head}</div>`;
    const open = layer.decisive || layer.verdict === 'explicit-deny';
    return html`<details class="layer ${layer.ignored ? 'faint' : ''}" ?open=${open} data-kind=${layer.kind}>
      <summary>${icon('chevron')}<span class="head">${head}</span></summary>
      ${layer.policies.map((policy) => this.#policy(policy, layer.policies.length > 1 || layer.kind !== 'trust'))}
    </details>`;
  }

  #policy(policy: PolicyReason, named: boolean): TemplateResult {
    const { icon: shape, tone } = VERDICT[policy.verdict];
    return html`<div class="policy">
      ${named
        ? html`<p class="policy-name">
            <span class=${tone}>${icon(shape)}</span><span class="mono">${policy.name}</span>
            ${policy.owner ? html`<span class="quiet">${shortArn(policy.owner)}</span>` : nothing}
          </p>`
        : nothing}
      <ol role="list">${policy.statements.map((statement) => html`<li>${this.#statement(statement)}</li>`)}</ol>
    </div>`;
  }

  #statement(statement: StatementReason): TemplateResult {
    const denies = statement.effect === 'Deny';
    const tone = statement.matched ? (denies ? 'deny' : 'allow') : 'quiet';
    const word = statement.matched ? this.t.why.matched : this.t.why.notMatched;
    const content = html`<span class="${tone} state">${icon(statement.matched ? (denies ? 'cross' : 'check') : 'ring')}</span>
      <span class="grow">
        <strong>${statement.sid ?? this.t.why.statement(statement.index + 1)}</strong>
        ${statement.effect ? html`<span class="mono effect">${statement.effect}</span>` : nothing}
        <span class=${tone}>${word}</span>
      </span>`;
    return html`<div class="statement ${statement.decisive ? 'decisive' : ''}">
      ${this.#row('statement-row', content, statement.location)}
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
    return this.#row(`element-row ${element.matched ? '' : 'failed'}`, content, element.location);
  }

  #comparison(element: ElementReason): TemplateResult {
    const origin = element.origin ?? 'derived';
    const list = (values: readonly string[]): TemplateResult[] =>
      values.map((value) => html`<code class="value">${value}</code> `);
    return html`<span class="comparison">
      <span><span class="quiet">${this.t.why.wanted}</span> ${list(element.wanted ?? [])}</span>
      <span class="actual">
        <span class="quiet">${this.t.why.actual}</span>
        ${element.actual ? list(element.actual) : html`<em>${this.t.why.nothing}</em>`} ${this.#origin(origin)}
      </span>
    </span>`;
  }

  #origin(origin: ElementOrigin | ContextOrigin): TemplateResult {
    return html`<span class="origin origin-${origin}" title=${this.t.why.originAbout[origin]}
      >${this.t.why.origin[origin]}</span
    >`;
  }

  /** A row that can be followed into the editor, where it has a place there. */
  #row(name: string, content: TemplateResult, location: Location | null | undefined): TemplateResult {
    // A policy that AWS keeps is shown, but is not in the document.
    if (!location?.policy.startsWith('/')) return html`<div class="row ${name}">${content}</div>`;
    return html`<button
      type="button"
      class="row ${name}"
      title=${this.t.why.show}
      @click=${() => this.tell('show-location', location)}
    >
      ${content}
    </button>`;
  }

  #context(): TemplateResult {
    const context = this.step?.explanation.context ?? [];
    return html`<details class="extra">
      <summary>${icon('chevron')}${this.t.why.context(context.length)}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${this.t.why.context(context.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${this.t.why.contextKey}</th>
              <th scope="col">${this.t.why.contextValue}</th>
              <th scope="col">${this.t.why.contextOrigin}</th>
            </tr>
          </thead>
          <tbody>
            ${context.map(
              (entry) => html`<tr class=${entry.origin === 'removed' ? 'removed' : ''}>
                <td><code>${entry.key}</code></td>
                <td>${entry.values.map((value) => html`<code class="value">${value}</code> `)}</td>
                <td>${this.#origin(entry.origin)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #response(response: Record<string, unknown>): TemplateResult {
    return html`<details class="extra">
      <summary>${icon('chevron')}${this.t.result.response}</summary>
      <pre class="scroll" tabindex="0" role="region" aria-label=${this.t.result.response}>${JSON.stringify(response, null, 2)}</pre>
    </details>`;
  }
}
