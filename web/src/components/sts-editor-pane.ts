// The frame of the editor: what is edited (one policy or the whole scenario), the list of policies, the editor itself in
// a slot, and the problems below it.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Diagnostic, PolicyEntry } from '../engine/report';
import type { EditorView } from '../state/page-state';
import { shared, StsElement } from './base';
import './sts-policy-list';
import './sts-problems';

const VIEWS: readonly EditorView[] = ['policy', 'document'];

@customElement('sts-editor-pane')
export class StsEditorPane extends StsElement {
  @property() view: EditorView = 'policy';
  @property({ attribute: false }) policies: readonly PolicyEntry[] = [];
  @property() policy: string | null = null;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @property({ attribute: false }) problems: ReadonlyMap<string, number> = new Map();
  /** Whether the selected policy cannot be shown on its own. */
  @property({ type: Boolean }) unreadable = false;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        min-block-size: 0;
      }
      section {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-inline-size: 0;
        min-block-size: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: clip;
      }
      [role='tablist'] {
        display: flex;
        gap: 2px;
        padding: 0 8px;
        border-block-end: 1px solid var(--line);
        background: var(--sunken);
      }
      [role='tab'] {
        border: 0;
        background: none;
        padding: 9px 12px 7px;
        font-size: var(--size-s);
        font-weight: 500;
        color: var(--muted);
        border-block-end: 2px solid transparent;
        margin-block-end: -1px;
      }
      [role='tab']:hover {
        color: var(--text);
      }
      [role='tab'][aria-selected='true'] {
        color: var(--text);
        font-weight: 600;
        border-block-end-color: var(--accent);
      }
      [role='tab']:focus-visible {
        outline-offset: -3px;
      }
      [role='tabpanel'] {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-block-size: 0;
      }
      sts-policy-list {
        border-block-end: 1px solid var(--line);
      }
      .editor {
        flex: 1;
        min-block-size: 220px;
        position: relative;
      }
      ::slotted(*) {
        position: absolute;
        inset: 0;
      }
      .unreadable {
        padding: 12px 16px;
        background: var(--error-soft);
        font-size: var(--size-s);
      }
      .hint {
        padding: 3px 16px;
        font-size: var(--size-xs);
        color: var(--muted);
        border-block-start: 1px solid var(--rule);
      }
      @media (hover: none) and (pointer: coarse) {
        .hint {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<section aria-label=${this.t.editor.heading}>
      <div role="tablist" aria-label=${this.t.editor.views} @keydown=${this.#onKey}>
        ${VIEWS.map((view) => this.#tab(view))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">
        ${this.view === 'policy'
          ? html`<sts-policy-list .policies=${this.policies} .selected=${this.policy} .problems=${this.problems}></sts-policy-list>`
          : nothing}
        ${this.unreadable ? html`<p class="unreadable" role="status">${this.t.editor.unreadable}</p>` : nothing}
        <div class="editor"><slot></slot></div>
        <p class="hint">${this.t.editor.tabMoves}</p>
      </div>
      <sts-problems .diagnostics=${this.diagnostics} .policies=${this.policies}></sts-problems>
    </section>`;
  }

  #tab(view: EditorView): TemplateResult {
    const selected = view === this.view;
    return html`<button
      type="button"
      role="tab"
      id="tab-${view}"
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.tell('select-view', view)}
    >
      ${view === 'policy' ? this.t.editor.policy : this.t.editor.document}
    </button>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = VIEWS[(VIEWS.indexOf(this.view) + step + VIEWS.length) % VIEWS.length] as EditorView;
    this.tell('select-view', next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
}
