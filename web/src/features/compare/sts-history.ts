// The scenarios that were edited before others were opened. Each can be opened again, compared with the present one, and
// removed; opening one never overwrites another.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import { language } from '../../i18n';
import { forgetHistory, HISTORY_LENGTH, type KeptDocument, loadHistory } from '../../state/documents';
import { titleOf } from '../../state/examples';
import { dialogStyles, StsDialog } from '../dialog';
import { historyStyles } from './history-styles';
import './sts-diff';
import { texts } from './texts';

@customElement('sts-history')
export class StsHistory extends StsDialog {
  @property({ attribute: false }) original = '';
  @property({ attribute: false }) present = '';
  @state() private documents: readonly KeptDocument[] = [];
  @state() private compared: KeptDocument | null = null;
  @state() private asking = false;
  @state() private removed = '';

  static override styles = [dialogStyles, historyStyles];

  override open(): void {
    this.documents = loadHistory();
    this.#forget();
    super.open();
  }

  #forget = (): void => {
    this.compared = null;
    this.asking = false;
    this.removed = '';
  };

  protected override render(): TemplateResult {
    const { history, close } = texts();
    const { compared } = this;
    const back = compared
      ? html`<button type="button" class="button back" @click=${() => (this.compared = null)}>${icon('chevron')}${history.back}</button>`
      : undefined;
    return html`<dialog class=${compared ? 'wide' : ''} aria-labelledby="title" closedby="any" @close=${this.#forget}>
      ${this.head(compared ? history.compared(this.#title(compared)) : history.title, close, back)}
      <div class="body">
        ${compared ? html`<sts-diff .original=${compared.text} .present=${this.present}></sts-diff>` : this.#list()}
      </div>
      ${compared || this.documents.length === 0 ? nothing : this.#foot()}
    </dialog>`;
  }

  #list(): TemplateResult {
    const { history } = texts();
    return html`<p class="about">${this.documents.length === 0 ? history.empty : history.about(HISTORY_LENGTH)}</p>
      <p role="status" class="removed">${this.removed ? history.removed(this.removed) : nothing}</p>
      <ul role="list">
        ${this.documents.map((document, index) => this.#document(document, index))}
      </ul>`;
  }

  #document(document: KeptDocument, index: number): TemplateResult {
    const { history } = texts();
    const saved = new Date(document.savedAt);
    const id = `document-${index}`;
    const lines = document.text.split('\n').length;
    return html`<li>
      <div class="what" id=${id}>
        <span class="title">${this.#title(document)}</span>
        <span class="when">
          <time datetime=${saved.toISOString()}>${saved.toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' })}</time>
          <span>${history.lines(lines)}</span>
        </span>
      </div>
      <div class="actions">
        <button type="button" class="button" aria-describedby=${id} @click=${() => this.#choose(document)}>${history.open}</button>
        <button type="button" class="button" aria-describedby=${id} @click=${() => (this.compared = document)}>${history.compare}</button>
        <button
          type="button"
          class="square"
          aria-label=${history.remove}
          title=${history.remove}
          aria-describedby=${id}
          @click=${() => this.#remove(document)}
        >
          ${icon('trash')}
        </button>
      </div>
    </li>`;
  }

  #foot(): TemplateResult {
    const { history } = texts();
    if (!this.asking) {
      return html`<div class="foot">
        <button type="button" class="button" @click=${() => this.#ask(true)}>${icon('trash')}${history.clear}</button>
      </div>`;
    }
    return html`<div class="foot" role="group" aria-label=${history.clear}>
      <p role="alert">${history.sure(this.documents.length)}</p>
      <button type="button" class="button keep" @click=${() => this.#ask(false)}>${history.keep}</button>
      <button type="button" class="button danger" @click=${this.#clear}>${history.clearAll}</button>
    </div>`;
  }

  #title(document: KeptDocument): string {
    return titleOf(document.text, language()) || document.example || texts().history.untitled;
  }

  #choose(document: KeptDocument): void {
    this.close();
    this.tell('open-document', { text: document.text, example: document.example, original: document.original });
  }

  #remove(document: KeptDocument): void {
    const index = this.documents.indexOf(document);
    this.removed = this.#title(document);
    forgetHistory(document);
    this.documents = loadHistory();
    // The button went with its row: the focus goes to the row in its place.
    void this.updateComplete.then(() => {
      const left = this.renderRoot.querySelectorAll<HTMLElement>('li .square');
      (left[Math.min(index, left.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('.head .square'))?.focus();
    });
  }

  #ask(asking: boolean): void {
    this.asking = asking;
    // The safe answer has the focus.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.foot .button')?.focus());
  }

  #clear = (): void => {
    forgetHistory();
    this.#forget();
    this.documents = loadHistory();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.head .square')?.focus());
  };
}
