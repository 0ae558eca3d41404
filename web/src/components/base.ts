// What every component of the page shares: texts in the visitor's language, and drawing itself again when it changes.

import { css, LitElement } from 'lit';
import { messages, onLanguageChange } from '../i18n';
import type { Messages } from '../i18n/en';

export class StsElement extends LitElement {
  #forgetLanguage: (() => void) | null = null;

  protected get t(): Messages {
    return messages();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forgetLanguage = onLanguageChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.#forgetLanguage?.();
    super.disconnectedCallback();
  }

  /** Tells the components above; `detail` says what. */
  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail: detail as T, bubbles: true, composed: true }));
  }
}

/** Styles that every shadow root needs, because the page's own do not reach in. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  pre {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: var(--size-s);
    font-weight: 600;
    letter-spacing: 0.01em;
    color: var(--muted);
  }
  code,
  pre,
  .mono {
    font-family: var(--mono);
    font-size: 0.925em;
    font-variant-ligatures: none;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .knock {
    fill: none;
    stroke: var(--surface);
    stroke-width: 1.9;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    width: 1em;
    height: 1em;
    flex: none;
    vertical-align: -0.125em;
  }
  .decision {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--size-s);
    font-weight: 600;
    white-space: nowrap;
  }
  .allow {
    color: var(--allow);
  }
  .deny {
    color: var(--deny);
  }
  .error {
    color: var(--error);
  }
  .quiet {
    color: var(--muted);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--size-s);
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 4px 12px 4px 0;
    border-block-end: 1px solid var(--rule);
  }
  th {
    font-weight: 600;
    color: var(--muted);
    white-space: nowrap;
  }
  summary {
    cursor: pointer;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    /* Backgrounds are taken away then, and borders are all of one colour. */
    [aria-selected='true'],
    [aria-pressed='true'],
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
