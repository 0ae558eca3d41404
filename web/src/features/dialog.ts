// What the page's dialogs share: the native <dialog>, which keeps the focus inside, gives it back, and closes with Esc.

import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { shared, StsElement } from '../components/base';
import { icon } from '../components/icons';
import { buttonStyles } from '../forms/button-styles';
import { squareButton } from '../forms/fields';

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

  /** The dialog's name, which is the element "title"; `close`: a button's name that closes it; `before`: what stands before. */
  protected head(title: string, close = '', before?: TemplateResult): TemplateResult {
    return html`<div class="head">
      ${before}
      <h2 id="title">${title}</h2>
      ${close ? squareButton(icon('times'), close, () => this.close()) : nothing}
    </div>`;
  }

  /** A dialog that is read: its head, and what can be scrolled by keyboard below it. */
  protected page(title: string, close: string, content: TemplateResult): TemplateResult {
    return html`<dialog aria-labelledby="title" closedby="any">
      ${this.head(title, close)}
      <div class="body" tabindex="0" role="region" aria-labelledby="title">${content}</div>
    </dialog>`;
  }
}

/** A dialog that is asked, and answers once. */
export class StsAsking<Question, Answer> extends StsDialog {
  @state() protected question: Question | null = null;
  #answer: ((answer: Answer | null) => void) | null = null;

  /** Resolves to null where the visitor does not want to. */
  async ask(question: Question): Promise<Answer | null> {
    this.answer(null);
    this.question = question;
    await this.updateComplete;
    this.dialog.showModal();
    this.begin();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Where the focus goes first, where the browser's choice is not the right one. */
  protected begin(): void {}

  protected answer(answer: Answer | null): void {
    const tell = this.#answer;
    this.#answer = null;
    if (this.hasUpdated) this.close();
    tell?.(answer);
  }

  /** Escape closes a dialog without a word of ours. */
  protected closed = (): void => {
    this.answer(null);
    this.question = null;
  };
}

export const dialogStyles = [
  shared,
  buttonStyles,
  css`
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
    dialog[open],
    dialog > form {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
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
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 10px 20px;
      border-block-start: 1px solid var(--line);
      background: var(--sunken);
      font-size: var(--size-s);
    }
    .foot.answers {
      justify-content: flex-end;
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
      .body,
      .foot {
        padding-inline: 14px;
      }
    }
  `,
];
