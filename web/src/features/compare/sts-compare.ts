// What was changed since the scenario was opened.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../components/base';
import { icon } from '../../components/icons';
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
    shared,
    dialogStyles,
    css`
      dialog {
        --dialog-width: 980px;
      }
      .body {
        display: flex;
        flex-direction: column;
      }
      sts-diff {
        flex: 1;
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
      <div class="head">
        <h2 id="title">${compare.title}</h2>
        <button type="button" class="button bare" aria-label=${close} title=${close} @click=${() => this.close()}>${icon('times')}</button>
      </div>
      <div class="body">
        ${this.shown ? html`<sts-diff .original=${this.original} .present=${this.present}></sts-diff>` : nothing}
      </div>
    </dialog>`;
  }
}
