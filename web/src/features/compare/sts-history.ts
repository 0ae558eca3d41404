// The documents that were edited before others were opened, each of which can be opened again.

import { css, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { language } from '../../i18n';
import { type KeptDocument, loadHistory } from '../../state/documents';
import { titleOf } from '../../state/examples';
import { shared, StsElement } from '../../components/base';

@customElement('sts-history')
export class StsHistory extends StsElement {
  @state() private documents: readonly KeptDocument[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    shared,
    css`
      dialog {
        inline-size: min(560px, calc(100vw - 32px));
        max-block-size: min(640px, calc(100dvh - 64px));
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        padding: 20px 24px;
        background: var(--surface);
        color: var(--text);
        box-shadow: 0 18px 60px rgb(0 0 0 / 0.25);
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 0.45);
      }
      h2 {
        font-size: var(--size-l);
        color: var(--text);
      }
      .about {
        color: var(--muted);
        margin-block: 4px 14px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 0;
        border-block-start: 1px solid var(--rule);
      }
      .title {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      time {
        display: block;
        color: var(--muted);
        font-size: var(--size-s);
      }
      button {
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--page);
        padding: 5px 12px;
      }
      button:hover {
        background: var(--hover);
      }
      form {
        margin-block-start: 16px;
        text-align: end;
      }
    `,
  ];

  open(): void {
    this.documents = loadHistory();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { history } = this.t;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${history.title}</h2>
      <p class="about">${this.documents.length === 0 ? history.empty : history.about}</p>
      <ul role="list">
        ${this.documents.map((document) => this.#document(document))}
      </ul>
      <form method="dialog"><button>${history.close}</button></form>
    </dialog>`;
  }

  #document(document: KeptDocument): TemplateResult {
    const saved = new Date(document.savedAt);
    const title = titleOf(document.text, language()) ?? document.example ?? this.t.header.own;
    return html`<li>
      <span class="title">${title}<time datetime=${saved.toISOString()}>${saved.toLocaleString(language())}</time></span>
      <button type="button" @click=${() => this.#choose(document)}>${this.t.history.open}</button>
    </li>`;
  }

  #choose(document: KeptDocument): void {
    this.dialog.close();
    this.tell('open-document', { text: document.text, example: document.example, original: document.original });
  }
}
