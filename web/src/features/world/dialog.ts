// What the dialogs of the world share: they are asked, and answer once.

import { css } from 'lit';
import { state } from 'lit/decorators.js';
import { StsElement } from '../../components/base';
import { fieldStyles } from './field';

export class WorldDialog<Question, Answer> extends StsElement {
  @state() protected question: Question | null = null;
  #answer: ((answer: Answer | null) => void) | null = null;

  /** Resolves to null where the visitor does not want to. */
  async ask(question: Question): Promise<Answer | null> {
    this.answer(null);
    this.question = question;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    this.begin();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Where the focus goes first, where the browser's choice is not the right one. */
  protected begin(): void {}

  protected answer(answer: Answer | null): void {
    const tell = this.#answer;
    this.#answer = null;
    this.renderRoot.querySelector('dialog')?.close();
    tell?.(answer);
  }

  /** Escape closes a dialog without a word of ours. */
  protected closed = (): void => {
    this.answer(null);
    this.question = null;
  };
}

export const dialogStyles = [
  ...fieldStyles,
  css`
    dialog {
      inline-size: min(520px, calc(100vw - 32px));
      max-block-size: calc(100dvh - 32px);
      overflow-y: auto;
      padding: 16px 20px 18px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--text);
    }
    dialog::backdrop {
      background: rgb(10 14 20 / 45%);
    }
    h2 {
      font-size: var(--size-m);
      color: var(--text);
      margin-block-end: 10px;
      overflow-wrap: anywhere;
    }
    .fields {
      display: grid;
      gap: 12px;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin-block-start: 16px;
    }
    .danger {
      border-color: var(--deny);
      color: var(--deny);
      font-weight: 600;
    }
    .check {
      display: flex;
      align-items: center;
      gap: 7px;
      font-weight: 400;
    }
  `,
];
