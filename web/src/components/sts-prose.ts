// A scenario's title and description.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Inline, paragraphs } from '../text/prose';
import { shared, StsElement } from '../base/element';

@customElement('sts-prose')
export class StsProse extends StsElement {
  @property() heading = '';
  @property() text = '';

  static override styles = [
    shared,
    css`
      h2 {
        font-size: var(--size-l);
        font-weight: 650;
        letter-spacing: -0.01em;
        color: var(--text);
        overflow-wrap: anywhere;
      }
      p {
        margin-block-start: 4px;
        color: var(--muted);
        max-inline-size: 96ch;
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      code {
        color: var(--text);
        background: var(--code);
        border-radius: 4px;
        padding: 0 4px;
      }
      a {
        color: var(--accent);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<h2>${this.heading}</h2>
      ${paragraphs(this.text).map((inlines) => html`<p>${inlines.map(inline)}</p>`)}`;
  }
}

function inline(part: Inline): TemplateResult | string {
  switch (part.kind) {
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'strong':
      return html`<strong>${part.text}</strong>`;
    case 'emphasis':
      return html`<em>${part.text}</em>`;
    case 'link':
      return html`<a href=${part.address} rel="noopener noreferrer" target="_blank">${part.text}</a>`;
    case 'text':
      return part.text;
  }
}
