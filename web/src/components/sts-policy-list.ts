// The policies of the scenario, grouped by whose they are; one of them is in the editor.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PolicyEntry } from '../engine/report';
import { shortArn } from '../text/names';
import { shared, StsElement } from '../base/element';
import { icon } from '../base/icons';

@customElement('sts-policy-list')
export class StsPolicyList extends StsElement {
  @property({ attribute: false }) policies: readonly PolicyEntry[] = [];
  @property() selected: string | null = null;
  /** How many diagnostics there are in a policy, by its pointer. */
  @property({ attribute: false }) problems: ReadonlyMap<string, number> = new Map();

  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        gap: 1px;
        max-block-size: 164px;
        overflow-y: auto;
        padding: 6px;
      }
      button {
        display: flex;
        align-items: baseline;
        gap: 8px;
        inline-size: 100%;
        text-align: start;
        border: 0;
        border-radius: 6px;
        background: none;
        padding: 4px 8px;
        font-size: var(--size-s);
      }
      button:hover {
        background: var(--hover);
      }
      button[aria-current] {
        background: var(--accent-soft);
      }
      button[aria-current] .name {
        font-weight: 600;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .kind {
        flex: 0 0 5.6em;
        color: var(--muted);
      }
      .name {
        overflow-wrap: anywhere;
      }
      .owner {
        color: var(--muted);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        flex: 1;
        min-inline-size: 4em;
      }
      .count {
        color: var(--deny);
        font-weight: 600;
        white-space: nowrap;
      }
      .empty {
        padding: 12px 16px;
        color: var(--muted);
        font-size: var(--size-s);
      }
      @media (max-width: 480px) {
        button {
          padding-block: 7px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    if (this.policies.length === 0) return html`<p class="empty">${this.t.editor.noPolicies}</p>`;
    return html`<ul role="list" aria-label=${this.t.editor.policies}>
      ${this.policies.map((policy) => this.#policy(policy))}
    </ul>`;
  }

  #policy(policy: PolicyEntry): TemplateResult {
    const problems = this.problems.get(policy.pointer) ?? 0;
    const owner = shortArn(policy.owner);
    return html`<li>
      <button
        type="button"
        aria-current=${policy.pointer === this.selected ? 'true' : nothing}
        @click=${() => this.tell('select-policy', policy.pointer)}
      >
        <span class="kind" title=${this.t.editor.kindLong[policy.kind]}>${this.t.editor.kind[policy.kind]}</span>
        <span class="name">${policy.name}</span>
        <span class="owner" title=${policy.owner}>${owner}</span>
        ${
          problems > 0
            ? html`<span class="count"
              >${icon('cross')} ${problems}<span class="visually-hidden"> ${this.t.editor.problemsIn(problems)}</span></span
            >`
            : nothing
        }
      </button>
    </li>`;
  }
}
