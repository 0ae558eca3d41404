// What stands where a part of the page will be: that it is being downloaded, or that it could not be.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Feature, FeatureState } from '../state/features';
import { shared, StsElement } from '../base/element';

@customElement('sts-loading')
export class StsLoading extends StsElement {
  @property() feature: Feature = 'world';
  @property() state: FeatureState = 'loading';

  static override styles = [
    shared,
    css`
      p {
        padding: 16px;
        color: var(--muted);
      }
      button {
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--page);
        padding: 3px 10px;
        margin-inline-start: 8px;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (this.state === 'here') return nothing;
    if (this.state === 'loading') return html`<p role="status">${this.t.loading.loading}</p>`;
    return html`<p role="alert">
      ${this.t.loading.failed}
      <button type="button" @click=${() => this.tell('need-feature', this.feature)}>${this.t.loading.again}</button>
    </p>`;
  }
}
