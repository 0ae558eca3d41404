// The graph of who can become whom, folded until it is asked for: only then is it downloaded.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FeatureState } from '../state/features';
import { shared, StsElement } from '../base/element';
import { icon } from '../base/icons';
import './sts-loading';

@customElement('sts-graph-section')
export class StsGraphSection extends StsElement {
  /** The scenario; empty while there is none that is valid. */
  @property() text = '';
  @property() state: FeatureState = 'loading';
  @state() private open = false;

  static override styles = [
    shared,
    css`
      summary {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 7px;
        padding: 4px;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary .icon {
        color: var(--muted);
        transition: transform 120ms;
      }
      details[open] > summary .icon {
        transform: rotate(90deg);
      }
      summary span {
        flex: 1 1 300px;
        font-size: var(--size-s);
        color: var(--muted);
      }
      summary:hover h2 {
        color: var(--text);
      }
      @media (prefers-reduced-motion: reduce) {
        summary .icon {
          transition: none;
        }
      }
    `,
  ];

  /** Unfolds the graph, for those who ask for it from elsewhere. */
  show(): void {
    const details = this.renderRoot.querySelector('details');
    if (details) details.open = true;
    this.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    return html`<details @toggle=${this.#onToggle}>
      <summary>
        ${icon('chevron')}
        <h2>${this.t.graph.heading}</h2>
        <span>${this.t.graph.about}</span>
      </summary>
      ${this.open ? this.#content() : nothing}
    </details>`;
  }

  #content(): TemplateResult {
    return html`<sts-loading .feature=${'graph'} .state=${this.state}></sts-loading>
      <sts-graph .text=${this.text}></sts-graph>`;
  }

  #onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open) this.tell('need-feature', 'graph');
  };
}
