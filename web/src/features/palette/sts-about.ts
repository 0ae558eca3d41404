// What the model covers and what it does not, what the page may do, and what it is built from.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../base/icons';
import { loadCatalog } from '../../engine/catalog';
import type { Catalog, CatalogFact, EngineInfo, Language } from '../../engine/report';
import { language } from '../../base/i18n';
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
  @state() private catalog: Catalog | 'loading' | 'failed' = 'loading';
  /** The language of the catalog that was last asked for. */
  #asked: Language | null = null;

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

  override open(): void {
    if (this.catalog === 'failed') {
      this.#asked = null;
      this.requestUpdate();
    }
    super.open();
  }

  protected override willUpdate(): void {
    const wanted = language();
    if (this.#asked === wanted) return;
    this.#asked = wanted;
    this.catalog = 'loading';
    const show = (catalog: Catalog | 'failed'): void => {
      if (this.#asked === wanted) this.catalog = catalog;
    };
    loadCatalog(wanted).then(show, () => show('failed'));
  }

  protected override render(): TemplateResult {
    const { about, close } = texts();
    return this.page(
      about.title,
      close,
      html`<p>${about.intro}</p>
        ${this.#coverage()}
        <h3>${about.privacy}</h3>
        <p>${about.private}</p>
        ${this.#policy()}
        <h3>${about.engine}</h3>
        ${this.#engine()}
        <p><a href="./accuracy${language() === 'ko' ? '.ko' : ''}.html">${about.accuracy}</a></p>
        <p><a href="./licences.txt">${about.licences}</a></p>
        <p class="small">${about.unofficial}</p>`,
    );
  }

  #coverage(): TemplateResult {
    const { about } = texts();
    const { catalog } = this;
    if (catalog === 'loading') return html`<p role="status">${about.loading}</p>`;
    if (catalog === 'failed') return html`<p role="status">${about.failed}</p>`;
    const list = (facts: readonly CatalogFact[], mark: TemplateResult): TemplateResult =>
      html`<ul role="list">${facts.map(({ text }) => html`<li>${mark}<span>${text}</span></li>`)}</ul>`;
    return html`<h3>${about.modelled}</h3>
      ${list(catalog.modelled, html`<span class="allow">${icon('tick')}</span>`)}
      <h3>${about.notModelled}</h3>
      ${list(catalog.notModelled, html`<span class="error">${icon('times')}</span>`)}`;
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
