// Asks before a change that reaches further than its place: a name that others refer to, or a thing that they need.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Reference } from '../../document/references';
import { dialogStyles, StsAsking } from '../dialog';
import { texts } from './texts';

export interface WorldQuestion {
  about: 'rename' | 'delete';
  heading: string;
  references: readonly Reference[];
}

export type WorldAnswer = 'all' | 'here';

@customElement('sts-world-ask')
export class StsWorldAsk extends StsAsking<WorldQuestion, WorldAnswer> {
  static override styles = [
    dialogStyles,
    css`
      .list {
        max-block-size: 40dvh;
        overflow-y: auto;
        margin-block-start: 8px;
        border: 1px solid var(--line);
        border-radius: 6px;
        padding: 4px 10px;
        font-size: var(--size-s);
      }
      .list li {
        padding: 4px 0;
        overflow-wrap: anywhere;
      }
      .list li + li {
        border-block-start: 1px solid var(--rule);
      }
      .place {
        font-size: var(--size-xs);
        color: var(--muted);
      }
      del {
        color: var(--muted);
      }
      ins {
        text-decoration: none;
        font-weight: 600;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<dialog aria-labelledby="title" aria-describedby="said" @close=${this.closed}>
      ${question ? this.#content(question) : nothing}
    </dialog>`;
  }

  #content({ about, heading, references }: WorldQuestion): TemplateResult {
    const t = texts();
    const said = about === 'rename' ? t.renaming.follow(references.length) : t.deleting.refers(references.length);
    return html`${this.head(heading)}
      <div class="body">
        <p id="said">${said}</p>
      <ul class="list" role="list" tabindex="0" aria-label=${said}>
        ${references.map(
          ({ pointer, before, after }) => html`<li>
            <div class="place mono">${pointer}</div>
            ${about === 'rename' ? html`<div><del>${before}</del> → <ins>${after}</ins></div>` : html`<div>${before}</div>`}
          </li>`,
        )}
        </ul>
      </div>
      <div class="foot answers">
        <button type="button" class="button" @click=${() => this.answer(null)}>${t.actions.cancel}</button>
        ${
          about === 'rename'
            ? html`<button type="button" class="button" @click=${() => this.answer('here')}>${t.renaming.here}</button>
              <button type="button" class="button primary first" @click=${() => this.answer('all')}>${t.renaming.all}</button>`
            : html`<button type="button" class="button danger first" @click=${() => this.answer('all')}>${t.actions.remove}</button>`
        }
      </div>`;
  }

  protected override begin(): void {
    this.renderRoot.querySelector<HTMLElement>('.first')?.focus();
  }
}
