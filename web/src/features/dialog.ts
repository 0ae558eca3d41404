// What the page's dialogs share: the native <dialog>, which keeps the focus inside, gives it back, and closes with Esc.

import { css } from 'lit';
import { StsElement } from '../components/base';

export class StsDialog extends StsElement {
  protected get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  open(): void {
    // The element may have been defined a moment ago and not be drawn yet.
    void this.updateComplete.then(() => {
      if (!this.dialog.open) this.dialog.showModal();
    });
  }

  close(): void {
    this.dialog.close();
  }
}

export const dialogStyles = css`
  dialog {
    inline-size: min(var(--dialog-width, 560px), calc(100vw - 24px));
    max-block-size: min(720px, calc(100dvh - 48px));
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    padding: 0;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 18px 60px rgb(0 0 0 / 0.25);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 14 20 / 0.45);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 14px 20px 12px;
    border-block-end: 1px solid var(--rule);
  }
  .head h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--size-l);
    color: var(--text);
    overflow-wrap: anywhere;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 14px 20px 18px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--page);
    color: var(--text);
    padding: 3px 11px;
    font-size: var(--size-s);
    white-space: nowrap;
  }
  .button:hover:enabled {
    background: var(--hover);
  }
  .button:disabled {
    color: var(--muted);
    cursor: default;
  }
  .button.bare {
    padding-inline: 6px;
    border-color: transparent;
    background: none;
    color: var(--muted);
  }
  .button.bare:hover {
    color: var(--text);
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.7em;
    padding: 0 5px;
    border: 1px solid var(--line-strong);
    border-block-end-width: 2px;
    border-radius: 4px;
    background: var(--page);
    color: var(--muted);
    font: var(--size-xs) / 1.55 var(--sans);
    text-align: center;
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    .head,
    .body {
      padding-inline: 14px;
    }
  }
`;
