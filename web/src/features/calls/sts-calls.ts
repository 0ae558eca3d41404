// The pane "Calls": the scenario's calls in their order, and one of them, or a new one, as a form. What the form says is
// judged while it changes; the document changes when the author adds the call or saves its changes.

import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { shared, StsElement } from '../../components/base';
import { insertValue, removeValue, treeOf } from '../../document/edit';
import { valueOf, type World, worldOf } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import { loadCatalog } from '../../engine/catalog';
import type { Decision, Diagnostic, Report, Step } from '../../engine/report';
import { language } from '../../i18n';
import type { Draft, DraftRequest } from '../../state/page-state';
import { type CallForm, changeStep, appendStep, expectDecision, expectedDecision, formOf, freeId, isObject, type Json, stepOf, swapSteps } from './draft';
import { formStyles } from './form-styles';
import { type CallStore, editedStep, type Edited, isChanged, jsonText, type Key, moveForms, storeOf } from './store';
import { hasFields } from './sts-call-form';
import './sts-call-json';
import './sts-call-list';
import type { StsCallList, StepWish } from './sts-call-list';
import './sts-call-verdict';
import { texts } from './texts';

const styles = css`
  :host {
    container: calls / inline-size;
  }
  .list {
    padding: 12px 16px 8px;
  }
  form {
    border-block-start: 1px solid var(--line);
  }
  .body {
    padding: 10px 16px 16px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding-block-end: 4px;
  }
  h3 {
    margin: 0;
    font-size: var(--size-m);
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .bottom {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding: 9px 16px 11px;
    background: var(--sunken);
    border-block-start: 1px solid var(--line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .actions .check {
    margin-inline-end: auto;
  }
  .notice {
    font-size: var(--size-s);
    background: var(--error-soft);
    border-radius: 6px;
    padding: 6px 10px;
    margin-block: 6px;
  }
`;

@customElement('sts-calls')
export class StsCalls extends StsElement {
  @property() text = '';
  @property({ attribute: false }) report: Report | null = null;
  @property() selected = '0';
  @property({ attribute: false }) draft: Draft | null = null;
  @property({ type: Number }) opened = 0;
  @state() private catalog: Catalog | null = null;
  @state() private catalogFailed = false;

  #store: CallStore = storeOf(-1);
  #world: World = worldOf('');
  #steps: readonly Json[] = [];
  /** What the page was told last of the call that is being put together. */
  #told: DraftRequest | null = null;
  /** The step to be selected once the document that it is in has been judged: until then the page follows the old places. */
  #wanted: number | null = null;
  #catalogLanguage = '';
  #page: Element | null = null;

  static override styles = [shared, formStyles, styles];

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
    queueMicrotask(() => page?.dispatchEvent(new CustomEvent('draft', { detail: null, bubbles: true, composed: true })));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#catalogLanguage !== language()) this.#load();
    if (changed.has('text') || changed.has('opened')) this.#read();
    if (changed.has('selected') || changed.has('opened')) this.#follow();
  }

  #read(): void {
    this.#store = storeOf(this.opened);
    this.#world = worldOf(this.text);
    const { steps } = valueOf(this.text);
    this.#steps = Array.isArray(steps) ? steps.map((step: unknown) => (isObject(step) ? step : {})) : [];
    const { shown, edits } = this.#store;
    if (typeof shown !== 'number' || shown < this.#steps.length) return;
    // The step is gone, by an undo or in another pane. What was begun with it becomes a new call.
    const begun = edits.get(shown);
    edits.delete(shown);
    this.#store.shown = null;
    if (!begun || !isChanged(begun) || edits.has('new')) return;
    edits.set('new', { ...begun, base: {} });
    this.#store.shown = 'new';
  }

  /** The page's selection is shown, once for each selection: a new call that was begun stays until then. */
  #follow(): void {
    const store = this.#store;
    if (this.#wanted !== null || (store.followed === this.selected && store.shown !== null)) return;
    const first = store.followed === null;
    store.followed = this.selected;
    const index = Number(this.selected.split('.')[0]);
    if (first && this.#steps.length === 0) this.#begin();
    else if (index < this.#steps.length) store.shown = index;
  }

  #load(): void {
    const wanted = language();
    this.#catalogLanguage = wanted;
    this.catalogFailed = false;
    loadCatalog(wanted).then(
      (catalog) => {
        if (this.#catalogLanguage === wanted) this.catalog = catalog;
      },
      () => {
        if (this.#catalogLanguage === wanted) this.catalogFailed = true;
      },
    );
  }

  // --- what is edited ---

  get #shown(): { key: Key; index: number; edited: Edited } | null {
    const { shown, edits } = this.#store;
    if (shown === null) return null;
    if (shown === 'new') {
      const edited = edits.get('new');
      return edited ? { key: shown, index: this.#steps.length, edited } : null;
    }
    const step = this.#steps[shown];
    return step ? { key: shown, index: shown, edited: editedStep(this.#store, shown, step) } : null;
  }

  /** A new call begins with the caller of the selected one. */
  #begin(): void {
    const { edits } = this.#store;
    if (!edits.has('new')) {
      const before = this.#steps[Number(this.selected.split('.')[0])];
      const as = typeof before?.['as'] === 'string' ? before['as'] : (this.#world.users[0]?.arn ?? '');
      const id = freeId(`call-${this.#steps.length + 1}`, this.#ids());
      edits.set('new', { form: formOf({ id, as, call: 'sts:AssumeRole', at: '+1m' }), base: {}, json: null });
    }
    this.#store.shown = 'new';
  }

  #ids(): string[] {
    return this.#world.steps.map(({ id }) => id);
  }

  #edit(patch: Partial<Edited>): void {
    const shown = this.#shown;
    if (!shown) return;
    this.#store.edits.set(shown.key, { ...shown.edited, ...patch });
    this.requestUpdate();
  }

  /** The scenario with the call in it; null where the document says so already, or cannot be written into. */
  #request(): DraftRequest | null {
    const shown = this.#shown;
    if (!shown || !this.#writable || (shown.key !== 'new' && !isChanged(shown.edited))) return null;
    const { index, edited } = shown;
    const step = stepOf(edited.form, edited.base);
    const present = this.#steps[index];
    const text = present ? changeStep(this.text, index, present, step) : appendStep(this.text, step);
    return { text, index };
  }

  get #writable(): boolean {
    return treeOf(this.text)?.type === 'object';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('report') && this.#wanted !== null) {
      this.tell('select-step', String(this.#wanted));
      this.#wanted = null;
    }
    this.#tellDraft();
  }

  #tellDraft(): void {
    const request = this.#request();
    const same = request?.text === this.#told?.text && request?.index === this.#told?.index;
    if (same && (request === null || this.draft !== null)) return;
    this.#told = request;
    this.tell<DraftRequest | null>('draft', request);
  }

  // --- drawing ---

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const { edits } = this.#store;
    const changed = new Set([...edits].flatMap(([key, edited]) => (key !== 'new' && isChanged(edited) ? [key] : [])));
    return html`<div class="list">
        <sts-call-list
          .steps=${this.#world.steps}
          .report=${this.report}
          .shown=${shown && shown.key !== 'new' ? shown.key : null}
          .changed=${changed}
          .begun=${edits.has('new')}
          .showsNew=${shown?.key === 'new'}
          @new=${this.#showNew}
          @step-wish=${(event: CustomEvent<StepWish>) => this.#act(event.detail)}
        ></sts-call-list>
        ${this.#writable ? nothing : html`<p class="notice" role="status">${texts().form.noDocument}</p>`}
      </div>
      ${shown ? keyed(`${this.opened} ${shown.key}`, this.#form(shown)) : nothing}`;
  }

  #form({ key, index, edited }: { key: Key; index: number; edited: Edited }): TemplateResult {
    const { form: words, steps } = texts();
    const name = edited.form.id || steps.numbered(index + 1);
    const fields = this.catalog !== null && hasFields(edited.form);
    const asJson = edited.json !== null || !fields;
    return html`<form aria-labelledby="form-title" @submit=${(event: Event) => event.preventDefault()}>
      <div class="body">
        <div class="title">
          <h3 id="form-title" tabindex="-1">${key === 'new' ? words.newHeading : words.stepHeading(index + 1, name)}</h3>
          <label class="check">
            <input type="checkbox" .checked=${asJson} ?disabled=${!fields} @change=${this.#switchJson} />${words.asJson}
          </label>
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
        ${form.catalogFailed} <button type="button" class="small" @click=${() => this.#load()}>${form.again}</button>
      </p>`;
    }
    return this.catalog ? nothing : html`<p class="hint" role="status">${form.catalogLoading}</p>`;
  }

  #json(index: number, edited: Edited): TemplateResult {
    return html`<sts-call-json
      .text=${edited.json ?? jsonText(stepOf(edited.form, edited.base))}
      .diagnostics=${this.#diagnostics().filter((one) => isInside(one, index))}
      @json-change=${({ detail }: CustomEvent<{ text: string; step: Json | null }>) =>
        this.#edit({ json: detail.text, ...(detail.step ? { form: formOf(detail.step) } : {}) })}
    ></sts-call-json>`;
  }

  #fields(index: number, { form }: Edited): TemplateResult {
    const step = this.#verdict(index);
    return html`<sts-call-form
      .form=${form}
      .index=${index}
      .world=${this.#world}
      .report=${this.report}
      .catalog=${this.catalog}
      .step=${step}
      .at=${step?.at ?? this.report?.steps.at(-1)?.at ?? this.#world.now}
      .diagnostics=${this.#diagnostics()}
      @form-change=${(event: CustomEvent<CallForm>) => this.#edit({ form: event.detail })}
    ></sts-call-form>`;
  }

  /** The verdict of what the form says: the draft's, or that of the step as it is. */
  #verdict(index: number): Step | null {
    if (this.#request() === null) return this.report?.steps[index] ?? null;
    return this.draft?.index === index ? this.draft.step : null;
  }

  /** What is said of the scenario with the call in it. */
  #diagnostics(): readonly Diagnostic[] {
    return this.draft?.diagnostics ?? this.report?.diagnostics ?? [];
  }

  #bottom(key: Key, index: number, edited: Edited): TemplateResult {
    const { form: words } = texts();
    const changed = key === 'new' || isChanged(edited);
    const step = this.#verdict(index);
    const valid = !changed || (this.draft?.valid ?? true);
    return html`<div class="bottom">
      <sts-call-verdict
        .step=${step}
        .judged=${!changed || (this.draft?.judged ?? false)}
        .unchanged=${!changed}
        .valid=${valid}
        .expiresAt=${expiryOf(step)}
        .blocking=${valid ? null : this.#blocking(index)}
      ></sts-call-verdict>
      <div class="actions">
        ${this.#expectation(edited.form, valid ? (step?.decision ?? null) : null)}
        ${changed ? html`<button type="button" class="small" @click=${() => this.#discard(key)}>${key === 'new' ? words.clear : words.discard}</button>` : nothing}
        ${changed
          ? html`<button type="button" class="main" ?disabled=${!this.#writable} @click=${() => this.#write(key, index)}>
              ${key === 'new' ? words.add : words.save}
            </button>`
          : nothing}
      </div>
    </div>`;
  }

  /** The error outside of this step because of which nothing can be judged. */
  #blocking(index: number): Diagnostic | null {
    const errors = this.#diagnostics().filter(({ severity }) => severity === 'error');
    return errors.find((error) => !isInside(error, index)) ?? errors[0] ?? null;
  }

  #expectation(form: CallForm, decision: Decision | null): TemplateResult {
    const { form: words } = texts();
    const expected = expectedDecision(form);
    const met = decision !== null && expected === decision;
    const name = expected === 'Allow' || expected === 'Deny' || expected === 'Error' ? this.t.decision[expected] : expected;
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${met}
        ?disabled=${decision === null}
        @change=${(event: Event) => this.#edit({ form: expectDecision(form, (event.target as HTMLInputElement).checked ? decision : null), json: null })}
      />
      <span>${words.expect}${name !== null && !met ? html` <span class="hint">${words.expected(name)}</span>` : nothing}</span>
    </label>`;
  }

  // --- what the author does ---

  #showNew = (): void => {
    this.#begin();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focusTitle());
  };

  #focusTitle(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('#form-title');
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'nearest' });
  }

  #switchJson = (event: Event): void => {
    const shown = this.#shown;
    if (!shown) return;
    const on = (event.target as HTMLInputElement).checked;
    this.#edit({ json: on ? jsonText(stepOf(shown.edited.form, shown.edited.base)) : null });
  };

  #discard(key: Key): void {
    this.#store.edits.delete(key);
    if (key === 'new') this.#begin();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focusTitle());
  }

  #write(key: Key, index: number): void {
    const request = this.#request();
    if (!request) return;
    this.#store.edits.delete(key);
    this.#change(request.text, index);
  }

  #focusStep(index: number | null): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<StsCallList>('sts-call-list')?.focusStep(index));
  }

  #act({ action, index }: StepWish): void {
    if (action === 'edit') {
      this.#store.shown = index;
      this.#store.followed = String(index);
      this.tell('select-step', String(index));
      this.requestUpdate();
      void this.updateComplete.then(() => this.#focusTitle());
      return;
    }
    if (action === 'remove') this.#remove(index);
    else if (action === 'duplicate') this.#duplicate(index);
    else this.#swap(action === 'up' ? index - 1 : index, index);
  }

  #remove(index: number): void {
    moveForms(this.#store, (at) => (at === index ? null : at > index ? at - 1 : at));
    const next = this.#steps.length > 1 ? Math.min(index, this.#steps.length - 2) : null;
    this.#change(removeValue(this.text, ['steps', index]), next);
  }

  #duplicate(index: number): void {
    const step = this.#steps[index] ?? {};
    const id = typeof step['id'] === 'string' ? { id: freeId(step['id'], this.#ids()) } : {};
    moveForms(this.#store, (at) => (at > index ? at + 1 : at));
    this.#change(insertValue(this.text, ['steps'], index + 1, { ...step, ...id }), index + 1);
  }

  /** Exchanges the step at `first` with the next one; `moved` is the one that the author moves. */
  #swap(first: number, moved: number): void {
    moveForms(this.#store, (at) => (at === first ? first + 1 : at === first + 1 ? first : at));
    this.#change(swapSteps(this.text, first), moved === first ? first + 1 : first);
  }

  /** Writes the document and selects one of its steps. */
  #change(text: string, index: number | null): void {
    this.#store.shown = index;
    if (index !== null) this.#store.followed = String(index);
    this.#wanted = index;
    this.tell('change-document', text);
    this.#focusStep(index);
  }
}

/** Whether a diagnostic is about a step of the scenario. */
function isInside({ pointer, policy }: Diagnostic, index: number): boolean {
  const step = `/steps/${index}`;
  return pointer === step || pointer.startsWith(`${step}/`) || policy?.startsWith(`${step}/`) === true;
}

/** When the session that a call issues would expire, as the call's answer says. */
function expiryOf(step: Step | null): string | null {
  const credentials = step?.response?.['Credentials'];
  return isObject(credentials) && typeof credentials['Expiration'] === 'string' ? credentials['Expiration'] : null;
}
