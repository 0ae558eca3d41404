// What was changed since the scenario was opened.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dialogStyles, StsDialog } from '../dialog';
import './sts-diff';
import { texts } from './texts';

@customElement('sts-compare')
export class StsCompare extends StsDialog {
  /** The scenario as it was opened. */
  @property({ attribute: false }) original = '';
  @property({ attribute: false }) present = '';
  @state() private shown = false;

  static override styles = [
    dialogStyles,
    css`
      dialog {
        --dialog-width: 980px;
      }
      .body {
        display: flex;
        flex-direction: column;
      }
    `,
  ];

  override open(): void {
    this.shown = true;
    super.open();
  }

  protected override render(): TemplateResult {
    const { compare, close } = texts();
    return html`<dialog aria-labelledby="title" closedby="any" @close=${() => (this.shown = false)}>
      ${this.head(compare.title, close)}
      <div class="body">
        ${this.shown ? html`<sts-diff .original=${this.original} .present=${this.present}></sts-diff>` : nothing}
      </div>
    </dialog>`;
  }
}
