// The page: hands the model's state down to the components and their wishes up to the model. It lives in the light DOM,
// so that the layout is in the style sheet that the browser has before any script.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Diagnostic, Location } from '../engine/report';
import type { SurfaceContent } from '../editor/surface';
import { examples } from '../state/examples';
import {
  type EditorView,
  markersOf,
  type PageState,
  policyOfDiagnostic,
  policyView,
  selectedPolicy,
  stepAt,
} from '../state/page-state';
import { Playground } from '../state/playground';
import { shortArn } from '../text/names';
import { spanOf } from '../text/positions';
import { StsElement } from './base';
import './sts-code-editor';
import './sts-editor-pane';
import './sts-explanation';
import './sts-header';
import './sts-prose';
import './sts-steps';
import './sts-timeline';
import './sts-verdict';

@customElement('sts-app')
export class StsApp extends StsElement {
  #model = new Playground();

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#model.subscribe(() => this.requestUpdate());
    this.#on<string>('select-step', (path) => this.#model.selectStep(path));
    this.#on<string>('select-policy', (pointer) => this.#model.selectPolicy(pointer));
    this.#on<EditorView>('select-view', (view) => this.#model.setView(view));
    this.#on<Location>('show-location', (location) => {
      this.#model.showLocation(location);
      this.#scrollToEditor();
    });
    this.#on<Diagnostic>('show-diagnostic', (diagnostic) => this.#model.showDiagnostic(diagnostic));
    this.#on<{ text: string; example: string | null }>('open-document', ({ text, example }) =>
      this.#model.open(text, example),
    );
    this.#on<string>('edit', (text) => {
      if (this.#model.state.view === 'policy') this.#model.editPolicy(text);
      else this.#model.editDocument(text);
    });
  }

  #on<T>(name: string, listener: (detail: T) => void): void {
    this.addEventListener(name, (event) => listener((event as CustomEvent<T>).detail));
  }

  protected override render(): TemplateResult {
    const { state } = this.#model;
    const { judged, freshness } = state;
    const stale = freshness !== 'fresh' && freshness !== 'judging';
    return html`<a class="skip" href="#editor" @click=${this.#skipToEditor}>${this.t.skipToEditor}</a>
      ${this.#header(state)}
      <main>
        <div class="answer">
          <div class="about">
            ${state.kept ? nothing : html`<p class="not-kept" role="status">${this.t.history.notKept}</p>`}
            <sts-prose .heading=${judged?.title ?? ''} .text=${judged?.description ?? ''}></sts-prose>
          </div>
          <sts-verdict .step=${stepAt(judged, state.step)} .freshness=${freshness}></sts-verdict>
          <sts-steps .report=${judged} .selected=${state.step}></sts-steps>
          <sts-explanation .step=${stepAt(judged, state.step)} .stale=${stale}></sts-explanation>
          <sts-timeline .report=${judged} .selected=${state.step} .stale=${stale}></sts-timeline>
        </div>
        <div class="editing" id="editor">${this.#editor(state)}</div>
      </main>
      <footer>
        <span>${state.engine ? this.t.footer.engine(state.engine.version) : this.t.footer.noEngine}</span>
        <span>${this.t.footer.unofficial}</span>
        <a href="./licences.txt">${this.t.footer.licences}</a>
      </footer>`;
  }

  #header(state: PageState): TemplateResult {
    const untouched = examples.find(({ id, text }) => id === state.example && text === state.text);
    return html`<sts-header
      .example=${untouched?.id ?? null}
      .fromExample=${state.example !== null}
      .documentTitle=${(state.report?.title || state.judged?.title) ?? ''}
    ></sts-header>`;
  }

  #editor(state: PageState): TemplateResult {
    const diagnostics = state.report?.diagnostics ?? [];
    const content = this.#content(state);
    return html`<sts-editor-pane
      .view=${state.view}
      .policies=${state.policies}
      .policy=${state.policy}
      .diagnostics=${diagnostics}
      .problems=${problemsByPolicy(state)}
      .unreadable=${state.view === 'policy' && state.policy !== null && content.readOnly}
    >
      <sts-code-editor .content=${content} .reveal=${state.reveal}></sts-code-editor>
    </sts-editor-pane>`;
  }

  #content(state: PageState): SurfaceContent {
    const { opened } = state;
    if (state.view === 'document') {
      const markers = markersOf(state, null);
      return { key: '/', opened, text: state.text, label: this.t.editor.documentLabel, readOnly: false, markers };
    }
    const policy = selectedPolicy(state);
    const view = policyView(state, policy);
    const title = policy ? `${this.t.editor.kindLong[policy.kind]}, ${policy.name}, ${shortArn(policy.owner)}` : '';
    const label = this.t.editor.policyLabel(title);
    const markers = view ? markersOf(state, view) : [];
    return { key: state.policy ?? '-', opened, text: view?.text ?? '', label, readOnly: view === null, markers };
  }

  #skipToEditor = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('sts-code-editor')?.focus();
  };

  /** On a narrow screen the editor stands below what was clicked. */
  #scrollToEditor(): void {
    const editor = this.querySelector('#editor');
    const box = editor?.getBoundingClientRect();
    if (box && box.top > window.innerHeight - 160) editor?.scrollIntoView({ block: 'start' });
  }
}

function problemsByPolicy(state: PageState): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of state.report?.diagnostics ?? []) {
    const span = spanOf(state.reportText, diagnostic.documentRange);
    const policy = policyOfDiagnostic(state.policies, diagnostic, span);
    if (policy) counts.set(policy.pointer, (counts.get(policy.pointer) ?? 0) + 1);
  }
  return counts;
}
