// The pane "Calls": the scenario's calls in their order, and one of them, or a new one, as a form. What the form says is
// judged while it changes; the document changes when the author adds the call or saves its changes.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { wish } from '../../base/wishes';
import { StsElement } from '../../base/element';
import type { Catalog } from '../../engine/assist';
import { isObject, jsonOf } from '../../document/values';
import { loadCatalog } from '../../engine/catalog';
import type { Diagnostic, Report, Step } from '../../engine/report';
import { checkBox } from '../../forms/fields';
import { formStyles } from '../../forms/styles';
import { language } from '../../base/i18n';
import type { TriedCall, TryRequest } from '../../state/page-state';
import { callBottom } from './call-bottom';
import { CallModel, type DocumentChange, type ShownCall } from './call-model';
import { callsStyles } from './calls-styles';
import { type CallForm, expectDecision, formOf, stepOf } from './draft';
import { type Edited, isChanged, jsonText, type Key } from './store';
import { hasFields } from './sts-call-form';
import './sts-call-json';
import type { JsonChange } from './sts-call-json';
import './sts-call-list';
import type { StsCallList, StepWish } from './sts-call-list';
import { texts } from './texts';

@customElement('sts-calls')
export class StsCalls extends StsElement {
  @property() text = '';
  @property({ attribute: false }) report: Report | null = null;
  @property() selected = '0';
  @property({ attribute: false }) tried: TriedCall | null = null;
  @property({ type: Number }) opened = 0;
  @state() private catalog: Catalog | null = null;
  @state() private catalogFailed = false;

  readonly #model = new CallModel();
  /** What the page was told last of the call that is being put together. */
  #told: TryRequest | null = null;
  /** The step to be selected once the document that it is in has been judged: until then the page follows the old places. */
  #wanted: number | null = null;
  /** The step in the list that gets the focus once the document has it; null: "New call". */
  #focusNext: number | null | undefined = undefined;
  #catalogLanguage = '';
  #page: Element | null = null;

  static override styles = [formStyles, callsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = this.parentElement;
    this.#told = null;
  }

  /** The pane is left: what was begun is kept, and the answer shows the selected call again. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const page = this.#page;
    // The element is out of the page by now, so its events would reach nobody.
    queueMicrotask(() => page && wish(page, 'draft', null));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#catalogLanguage !== language()) this.#load();
    if (changed.has('text') || changed.has('opened')) this.#model.read(this.text, this.opened);
    // A selection that comes without a verdict is a person's, and newer than the one that is waited for.
    if (changed.has('opened') || (changed.has('selected') && !changed.has('report'))) this.#wanted = null;
    if (this.#wanted === null && (changed.has('selected') || changed.has('opened'))) this.#model.follow(this.selected);
  }

  #load(): void {
    const wanted = language();
    this.#catalogLanguage = wanted;
    this.catalogFailed = false;
    loadCatalog(wanted).then(
      (catalog) => {
        if (this.#catalogLanguage !== wanted) return;
        if (!this.catalog) this.#model.learn(catalog.operations);
        this.catalog = catalog;
      },
      () => {
        if (this.#catalogLanguage === wanted) this.catalogFailed = true;
      },
    );
  }

  #edit(patch: Partial<Edited>): void {
    this.#model.edit(patch);
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('report') && this.#wanted !== null) {
      this.tell('select-step', String(this.#wanted));
      this.#wanted = null;
    }
    if (changed.has('text') && this.#focusNext !== undefined) {
      this.renderRoot.querySelector<StsCallList>('sts-call-list')?.focusStep(this.#focusNext);
      this.#focusNext = undefined;
    }
    this.#tellDraft();
  }

  #tellDraft(): void {
    // What a new call begins as is not known before the catalog is.
    if (!this.catalog && !this.catalogFailed) return;
    const request = this.#model.request();
    const same = request?.text === this.#told?.text && request?.index === this.#told?.index;
    if (same && (request === null || this.tried !== null)) return;
    this.#told = request;
    this.tell('draft', request);
  }

  // --- drawing ---

  protected override render(): TemplateResult {
    const { shown, changed, store } = this.#model;
    return html`<div class="list">
        <sts-call-list
          .steps=${this.#model.world.steps}
          .report=${this.report}
          .shown=${shown && shown.key !== 'new' ? shown.key : null}
          .changed=${changed}
          .begun=${store.edits.has('new')}
          .showsNew=${shown?.key === 'new'}
          @new=${this.beginNew}
          @step-wish=${(event: CustomEvent<StepWish>) => this.#act(event.detail)}
        ></sts-call-list>
        ${this.#model.writable ? nothing : html`<p class="notice" role="status">${texts().form.noDocument}</p>`}
      </div>
      ${shown ? keyed(`${this.opened} ${shown.key}`, this.#form(shown)) : nothing}`;
  }

  #form({ key, index, edited }: ShownCall): TemplateResult {
    const { form: words, steps } = texts();
    const name = edited.form.id || steps.numbered(index + 1);
    const fields = this.catalog !== null && hasFields(edited.form, this.catalog);
    const asJson = edited.asJson || !fields;
    return html`<form aria-labelledby="form-title" @submit=${(event: Event) => event.preventDefault()}>
      <div class="body">
        <div class="title">
          <h3 id="form-title" tabindex="-1">${key === 'new' ? words.newHeading : words.stepHeading(index + 1, name)}</h3>
          ${checkBox({ label: words.asJson, checked: asJson, disabled: !fields, change: this.#switchJson })}
        </div>
        ${this.#catalogNotice()}
        ${asJson ? this.#json(index, edited) : this.#fields(index, edited)}
      </div>
      ${this.#bottom(key, index, edited)}
    </form>`;
  }

  #catalogNotice(): TemplateResult | typeof nothing {
    const { form } = texts();
    if (this.catalogFailed) {
      return html`<p class="notice" role="alert">
        ${form.catalogFailed} <button type="button" class="button" @click=${() => this.#load()}>${form.again}</button>
      </p>`;
    }
    return this.catalog ? nothing : html`<p class="hint" role="status">${form.catalogLoading}</p>`;
  }

  #json(index: number, edited: Edited): TemplateResult {
    return html`<sts-call-json
      .text=${edited.json ?? jsonText(stepOf(edited.form, edited.base))}
      .diagnostics=${this.#diagnostics().filter((one) => isInside(one, index))}
      @json-change=${({ detail }: CustomEvent<JsonChange>) =>
        this.#edit({ json: detail.text, ...(detail.step ? { form: formOf(detail.step, this.catalog?.operations ?? []) } : {}) })}
    ></sts-call-json>`;
  }

  #fields(index: number, { form }: Edited): TemplateResult {
    const step = this.#verdict(index);
    return html`<sts-call-form
      .form=${form}
      .index=${index}
      .world=${this.#model.world}
      .report=${this.report}
      .catalog=${this.catalog}
      .step=${step}
      .at=${step?.at ?? this.report?.steps.at(-1)?.at ?? this.#model.world.now}
      .diagnostics=${this.#diagnostics()}
      @form-change=${(event: CustomEvent<CallForm>) => this.#edit({ form: event.detail, json: null })}
    ></sts-call-form>`;
  }

  /** The verdict of what the form says: the tried call's, or that of the step as it is. */
  #verdict(index: number): Step | null {
    if (this.#model.request() === null) return this.report?.steps[index] ?? null;
    return this.tried?.index === index ? this.tried.step : null;
  }

  /** What is said of the scenario with the call in it. */
  #diagnostics(): readonly Diagnostic[] {
    return this.tried?.diagnostics ?? this.report?.diagnostics ?? [];
  }

  #bottom(key: Key, index: number, edited: Edited): TemplateResult {
    const changed = key === 'new' || isChanged(edited);
    const valid = !changed || (this.tried?.valid ?? true);
    const { form } = edited;
    return callBottom(
      {
        form,
        isNew: key === 'new',
        changed,
        step: this.#verdict(index),
        judged: !changed || (this.tried?.judged ?? false),
        valid,
        blocking: valid ? null : this.#blocking(index),
        // What is no JSON yet would be lost.
        writable: this.#model.writable && (edited.json === null || isObject(jsonOf(edited.json))),
        expect: (decision) => this.#edit({ form: expectDecision(form, decision), json: null }),
        discard: () => this.#discard(key),
        write: () => this.#change(this.#model.write()),
      },
      this.t,
    );
  }

  /** The error outside of this step because of which nothing can be judged. */
  #blocking(index: number): Diagnostic | null {
    const errors = this.#diagnostics().filter(({ severity }) => severity === 'error');
    return errors.find((error) => !isInside(error, index)) ?? errors[0] ?? null;
  }

  // --- what the author does ---

  /** Shows the form of a new call, and gives it the focus. */
  beginNew = (): void => {
    this.#model.begin(this.selected);
    this.#focusTitle();
  };

  /** A text that is no JSON yet stays, for when the author comes back to it. */
  #switchJson = (asJson: boolean): void => {
    const { json } = this.#model.shown?.edited ?? { json: null };
    const broken = json !== null && !isObject(jsonOf(json));
    this.#edit({ asJson, json: broken ? json : null });
  };

  #discard(key: Key): void {
    this.#model.discard(key);
    if (key === 'new') this.#model.begin(this.selected);
    this.#focusTitle();
  }

  #act({ action, index }: StepWish): void {
    const model = this.#model;
    if (action === 'edit') {
      model.show(index);
      this.tell('select-step', String(index));
      this.#focusTitle();
    } else if (action === 'remove') this.#change(model.remove(index));
    else if (action === 'duplicate') this.#change(model.duplicate(index));
    else this.#change(model.move(index, action === 'up' ? -1 : 1));
  }

  /** Writes the document, and shows one of its steps. */
  #change(change: DocumentChange | null): void {
    if (!change) return;
    this.#model.show(change.select);
    this.#wanted = change.select;
    this.#focusNext = change.select;
    this.tell('change-document', change.text);
  }

  #focusTitle(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const title = this.renderRoot.querySelector<HTMLElement>('#form-title');
      title?.focus({ preventScroll: true });
      title?.scrollIntoView({ block: 'nearest' });
    });
  }
}

/** Whether a diagnostic is about a step of the scenario. */
function isInside({ pointer, policy }: Diagnostic, index: number): boolean {
  const step = `/steps/${index}`;
  return pointer === step || pointer.startsWith(`${step}/`) || policy?.startsWith(`${step}/`) === true;
}
