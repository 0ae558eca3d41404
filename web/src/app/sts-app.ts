// The page: hands the model's state down to the components and their wishes up to the model. It lives in the light DOM,
// so that the layout is in the style sheet that the browser has before any script.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Report } from '../engine/report';
import type { SurfaceContent } from '../editor/surface';
import { language, languageReady } from '../base/i18n';
import { dialogTemplates } from './dialogs';
import { featureState, loadFeature } from './load';
import {
  markersOf,
  type PageState,
  type Pane,
  policyOfDiagnostic,
  policyView,
  selectedPolicy,
  shownKind,
  shownStep,
} from '../state/page-state';
import { reasonsAtCaret } from '../state/caret';
import { proseOf } from '../state/examples';
import type { Feature } from '../state/features';
import { Playground } from '../state/playground';
import { shortArn } from '../text/names';
import { spanOf } from '../text/positions';
import { connectWishes, type Page } from './wishes';
import { StsElement } from '../base/element';
import '../components/sts-code-editor';
import '../components/sts-editor-pane';
import '../components/sts-explanation';
import '../components/sts-graph-section';
import '../components/sts-header';
import '../components/sts-loading';
import '../components/sts-prose';
import '../components/sts-steps';
import '../components/sts-timeline';
import '../components/sts-verdict';

@customElement('sts-app')
export class StsApp extends StsElement implements Page {
  readonly model = new Playground();
  #marked: Report | null = null;

  /** Nothing is drawn in a language that the visitor did not ask for. */
  protected override async scheduleUpdate(): Promise<void> {
    await languageReady;
    await super.scheduleUpdate();
  }

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.model.subscribe(() => this.requestUpdate());
    connectWishes(this);
  }

  /** Tells the browser's performance timeline when a verdict is shown: `scripts/budgets` measures by it. */
  protected override updated(): void {
    const { report } = this.model.state;
    if (report === this.#marked) return;
    this.#marked = report;
    performance.clearMarks('verdict');
    performance.mark('verdict');
  }

  /** Downloads a part of the page where that was not done, and shows it. */
  async need(feature: Feature): Promise<boolean> {
    const here = loadFeature(feature);
    this.requestUpdate();
    const loaded = await here;
    this.requestUpdate();
    await this.updateComplete;
    return loaded;
  }

  /** Shows a dialog, downloading it first. */
  async openDialog(feature: Feature): Promise<void> {
    if (!(await this.need(feature))) return;
    this.querySelector<HTMLElement & { open(): void }>(`sts-${feature}`)?.open();
  }

  protected override render(): TemplateResult {
    const { state } = this.model;
    const { judged, freshness } = state;
    const step = shownStep(state);
    return html`<a class="skip" href="#editor" @click=${this.#skipToEditor}>${this.t.skipToEditor}</a>
      ${this.#header(state)}
      <main>
        <div class="answer ${judged ? '' : 'waiting'}">
          <div class="about">
            ${state.kept ? nothing : html`<p class="not-kept" role="status">${this.t.history.notKept}</p>`}
            ${state.notLoaded ? html`<p class="not-kept" role="alert">${this.t.loading.failed}</p>` : nothing}
            ${this.#prose(state)}
          </div>
          <sts-verdict
            .step=${step}
            .session=${judged?.sessions.find(({ id }) => id === step?.session) ?? null}
            .shown=${shownKind(state)}
            .freshness=${freshness}
          ></sts-verdict>
          ${judged ? this.#reasons(state, judged) : nothing}
        </div>
        <div class="editing ${state.view === 'world' || state.view === 'calls' ? 'of-forms' : ''}" id="editor">${this.#pane(state)}</div>
      </main>
      <footer>
        <span>${state.engine ? this.t.footer.engine(state.engine.version) : this.t.footer.noEngine}</span>
        <span>${this.t.footer.unofficial}</span>
        <button type="button" @click=${() => this.openDialog('about')}>${this.t.footer.about}</button>
        <a href="./licences.txt">${this.t.footer.licences}</a>
      </footer>
      ${dialogTemplates(state)}`;
  }

  /** What stands below the verdict: not there before it, so that nothing moves when it comes. */
  #reasons(state: PageState, judged: Report): TemplateResult {
    const stale = isStale(state);
    return html`<sts-steps .report=${judged} .selected=${state.step}></sts-steps>
      <sts-explanation .step=${shownStep(state)} .stale=${stale} .current=${reasonsAtCaret(state, shownStep(state))}></sts-explanation>
      <sts-timeline
        .report=${judged}
        .selected=${state.step}
        .stale=${stale}
        .cursor=${state.cursor?.at ?? null}
        .rejudged=${state.cursor?.step ?? null}
      ></sts-timeline>
      <sts-graph-section .text=${state.judgedText} .state=${featureState('graph')}></sts-graph-section>`;
  }

  /** Before there is a verdict, what the document says of itself. */
  #prose({ judged, text }: PageState): TemplateResult {
    const { title, description } = judged ?? proseOf(text, language());
    return html`<sts-prose .heading=${title ?? ''} .text=${description ?? ''}></sts-prose>`;
  }

  #header(state: PageState): TemplateResult {
    return html`<sts-header
      .example=${state.text === state.original ? state.example : null}
      .fromExample=${state.example !== null}
      .documentTitle=${(state.report?.title || state.judged?.title) ?? ''}
      .canUndo=${state.canUndo}
      .canRedo=${state.canRedo}
    ></sts-header>`;
  }

  #pane(state: PageState): TemplateResult {
    const diagnostics = state.report?.diagnostics ?? [];
    const content = this.#content(state);
    const forms = state.view === 'world' || state.view === 'calls';
    return html`<sts-editor-pane
      .view=${state.view}
      .policies=${state.policies}
      .policy=${state.policy}
      .diagnostics=${diagnostics}
      .problems=${problemsByPolicy(state)}
      .unreadable=${state.view === 'policy' && state.policy !== null && content.readOnly}
      .edited=${state.text !== state.original}
      .explained=${reasonsAtCaret(state, shownStep(state)).length > 0}
    >
      <sts-code-editor ?hidden=${forms} .content=${content} .reveal=${state.reveal} .scenario=${state.text}></sts-code-editor>
      ${forms ? this.#forms(state, state.view) : nothing}
    </sts-editor-pane>`;
  }

  #forms(state: PageState, view: Pane): TemplateResult {
    const feature = view === 'world' ? 'world' : 'calls';
    const wanted =
      view === 'world'
        ? html`<sts-world slot="forms" .text=${state.text} .report=${state.report}></sts-world>`
        : html`<sts-calls
            slot="forms"
            .text=${state.text}
            .report=${state.judged}
            .selected=${state.step}
            .tried=${state.tried}
            .opened=${state.opened}
          ></sts-calls>`;
    return html`<sts-loading slot="forms" .feature=${feature} .state=${featureState(feature)}></sts-loading>${wanted}`;
  }

  #content(state: PageState): SurfaceContent {
    const { opened } = state;
    if (state.view !== 'policy') {
      const markers = markersOf(state, null);
      return {
        key: '/',
        kind: 'scenario',
        opened,
        text: state.text,
        label: this.t.editor.documentLabel,
        hint: this.t.editor.leaves,
        readOnly: false,
        markers,
      };
    }
    const policy = selectedPolicy(state);
    const view = policyView(state, policy);
    const title = policy ? `${this.t.editor.kindLong[policy.kind]}, ${policy.name}, ${shortArn(policy.owner)}` : '';
    const label = this.t.editor.policyLabel(title);
    const markers = view ? markersOf(state, view) : [];
    const readOnly = view === null;
    return {
      key: state.policy ?? '-',
      kind: policy?.kind ?? 'identity',
      opened,
      text: view?.text ?? '',
      label,
      hint: this.t.editor.leaves,
      readOnly,
      markers,
    };
  }

  #skipToEditor = (event: Event): void => {
    event.preventDefault();
    this.focusEditor();
  };

  focusEditor(): void {
    this.querySelector<HTMLElement>(this.querySelector('sts-code-editor:not([hidden])') ? 'sts-code-editor' : 'sts-editor-pane')?.focus();
  }

  /** On a narrow screen the editor stands below what was clicked. */
  scrollToEditor(): void {
    const editor = this.querySelector('#editor');
    const box = editor?.getBoundingClientRect();
    if (box && box.top > window.innerHeight - 160) editor?.scrollIntoView({ block: 'start' });
  }
}

const isStale = ({ freshness }: PageState): boolean => freshness !== 'fresh' && freshness !== 'judging';

function problemsByPolicy(state: PageState): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of state.report?.diagnostics ?? []) {
    const span = spanOf(state.reportText, diagnostic.documentRange);
    const policy = policyOfDiagnostic(state.policies, diagnostic, span);
    if (policy) counts.set(policy.pointer, (counts.get(policy.pointer) ?? 0) + 1);
  }
  return counts;
}
