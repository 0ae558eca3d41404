// The frame of everything that is edited: the world and the calls as forms, one policy or the whole scenario as text (both
// in slots), the list of policies, and the problems below.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Diagnostic, PolicyEntry } from '../engine/report';
import { type Pane, PANES } from '../state/page-state';
import { shared, StsElement } from '../base/element';
import './sts-policy-list';
import './sts-problems';

@customElement('sts-editor-pane')
export class StsEditorPane extends StsElement {
  @property() view: Pane = 'policy';
  @property({ attribute: false }) policies: readonly PolicyEntry[] = [];
  @property() policy: string | null = null;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @property({ attribute: false }) problems: ReadonlyMap<string, number> = new Map();
  /** Whether the selected policy cannot be shown on its own. */
  @property({ type: Boolean }) unreadable = false;
  /** Whether the document is not as it was opened. */
  @property({ type: Boolean }) edited = false;
  /** Whether the explanation has a row about the line that the text cursor is in. */
  @property({ type: Boolean }) explained = false;

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
      .editor ::slotted(*) {
        position: absolute;
        inset: 0;
      }
      .forms {
        flex: 1;
        min-block-size: 220px;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 12px;
        padding: 2px 16px;
        border-block-start: 1px solid var(--rule);
        font-size: var(--size-xs);
        color: var(--muted);
      }
      .bar .actions {
        margin-inline-start: auto;
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
      }
      .bar button {
        border: 0;
        background: none;
        padding: 2px 0;
        min-block-size: 24px;
        color: var(--accent);
      }
      .bar button:hover:enabled {
        text-decoration: underline;
      }
      .bar button:disabled {
        color: var(--muted);
        cursor: default;
      }
      .unreadable {
        padding: 12px 16px;
        background: var(--error-soft);
        font-size: var(--size-s);
      }
      @media (hover: none) and (pointer: coarse) {
        .hint {
          display: none;
        }
      }
    `,
  ];

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.view}`)?.focus();
  }

  protected override render(): TemplateResult {
    const isText = this.view === 'policy' || this.view === 'document';
    return html`<section aria-label=${this.t.editor.heading}>
      <div role="tablist" aria-label=${this.t.editor.views} @keydown=${this.#onKey}>
        ${PANES.map((pane) => this.#tab(pane))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">
        ${
          this.view === 'policy'
            ? html`<sts-policy-list .policies=${this.policies} .selected=${this.policy} .problems=${this.problems}></sts-policy-list>`
            : nothing
        }
        ${this.unreadable ? html`<p class="unreadable" role="status">${this.t.editor.unreadable}</p>` : nothing}
        <div class="editor" ?hidden=${!isText}><slot></slot></div>
        <div class="forms" ?hidden=${isText}><slot name="forms"></slot></div>
        ${isText ? this.#bar() : nothing}
      </div>
      <sts-problems .diagnostics=${this.diagnostics} .policies=${this.policies}></sts-problems>
    </section>`;
  }

  /** What can be done with the text that is shown. */
  #bar(): TemplateResult {
    const { editor } = this.t;
    return html`<div class="bar">
      <span class="hint">${editor.tabMoves}</span>
      <span class="actions">
        <button type="button" title="Alt+F8" ?disabled=${!this.explained} @click=${() => this.tell('show-in-explanation')}>
          ${editor.explain}
        </button>
        <button type="button" @click=${() => this.tell('format-text')}>${editor.format}</button>
        <button type="button" ?disabled=${!this.edited} @click=${() => this.tell('open-dialog', 'compare')}>
          ${editor.compare}
        </button>
      </span>
    </div>`;
  }

  #tab(pane: Pane): TemplateResult {
    const selected = pane === this.view;
    return html`<button
      type="button"
      role="tab"
      id="tab-${pane}"
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.tell('select-view', pane)}
    >
      ${this.t.editor.panes[pane]}
    </button>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    const next = paneAfter(this.view, event.key);
    if (!next) return;
    event.preventDefault();
    this.tell('select-view', next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function paneAfter(pane: Pane, key: string): Pane | null {
  const place = PANES.indexOf(pane);
  const places: Record<string, number> = { ArrowRight: place + 1, ArrowLeft: place - 1 + PANES.length, Home: 0, End: PANES.length - 1 };
  const next = places[key];
  return next === undefined ? null : (PANES[next % PANES.length] ?? null);
}
