// What the model covers and what it does not, what the page may do, and what it is built from.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import type { EngineInfo } from '../../engine/report';
import { dialogStyles, StsDialog } from '../dialog';
import { texts } from './texts';

/** The policy that this page was served with, a directive each; null where it has none. */
function contentPolicy(): string[] | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta ? meta.content.split(';').map((directive) => directive.trim()) : null;
}

@customElement('sts-about')
export class StsAbout extends StsDialog {
  @property({ attribute: false }) engine: EngineInfo | null = null;

  static override styles = [
    dialogStyles,
    css`
      dialog {
        --dialog-width: 680px;
      }
      h3 {
        font-size: var(--size-m);
        margin: 16px 0 4px;
      }
      li {
        display: flex;
        gap: 8px;
        padding: 3px 0;
      }
      li .icon {
        margin-block-start: 4px;
      }
      pre {
        margin-block-start: 6px;
        padding: 8px 12px;
        border-radius: 6px;
        background: var(--code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 12px;
      }
      a {
        color: var(--accent);
      }
      .small {
        color: var(--muted);
        margin-block-start: 10px;
        font-size: var(--size-s);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { about, close } = texts();
    const list = (sentences: readonly string[], mark: TemplateResult): TemplateResult =>
      html`<ul role="list">${sentences.map((text) => html`<li>${mark}<span>${text}</span></li>`)}</ul>`;
    return this.page(
      about.title,
      close,
      html`<p>${about.intro}</p>
        <h3>${about.modelled}</h3>
        ${list(Object.values(about.does), html`<span class="allow">${icon('tick')}</span>`)}
        <h3>${about.notModelled}</h3>
        ${list(Object.values(about.doesNot), html`<span class="error">${icon('times')}</span>`)}
        <h3>${about.privacy}</h3>
        <p>${about.private}</p>
        ${this.#policy()}
        <h3>${about.engine}</h3>
        ${this.#engine()}
        <p><a href="./licences.txt">${about.licences}</a></p>
        <p class="small">${about.unofficial}</p>`,
    );
  }

  #policy(): TemplateResult {
    const { about } = texts();
    const directives = contentPolicy();
    if (!directives) return html`<p class="small">${about.noPolicy}</p>`;
    return html`<p class="small">${about.policy}</p>
      <pre>${directives.join(';\n')}</pre>`;
  }

  #engine(): TemplateResult {
    const { about } = texts();
    if (!this.engine) return html`<p>${about.noEngine}</p>`;
    const { name, version, scenarioFormat, reportFormat } = this.engine;
    return html`<p>${about.version(name, version)}<br />${about.formats(scenarioFormat, reportFormat)}</p>`;
  }
}
