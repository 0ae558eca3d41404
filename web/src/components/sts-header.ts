// The bar at the top: the name, the examples, the history, the language and the theme.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlainWish } from '../base/wishes';
import { language } from '../base/i18n';
import { examples } from '../state/examples';
import { followTheme, setTheme, theme } from '../state/theme';
import { shared, StsElement } from '../base/element';
import { icon, type IconName } from '../base/icons';

@customElement('sts-header')
export class StsHeader extends StsElement {
  /** The example that is open and untouched, or null. */
  @property() example: string | null = null;
  /** The title of the document that is open. */
  @property() documentTitle = '';
  @property({ type: Boolean }) fromExample = false;
  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;

  static override styles = [
    shared,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 8px 16px;
        min-block-size: 52px;
        padding: 8px 24px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      h1 {
        margin: 0;
        display: flex;
        align-items: center;
        gap: 9px;
        font-size: var(--size-m);
        font-weight: 650;
        letter-spacing: -0.005em;
        white-space: nowrap;
      }
      h1 svg {
        flex: none;
        inline-size: 22px;
        block-size: 22px;
      }
      .picker {
        display: flex;
        align-items: center;
        gap: 8px;
        flex: 1 1 160px;
        min-inline-size: 0;
        font-size: var(--size-s);
        color: var(--muted);
      }
      select {
        font: inherit;
        color: var(--text);
        background: var(--page);
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        padding: 5px 8px;
        min-inline-size: 0;
        max-inline-size: 100%;
        inline-size: 320px;
        text-overflow: ellipsis;
      }
      .tools {
        display: flex;
        flex: none;
        gap: 2px;
      }
      .tools button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-inline-size: 32px;
        min-block-size: 32px;
        border: 1px solid transparent;
        border-radius: 6px;
        background: none;
        padding: 4px 8px;
        font-size: var(--size-s);
        color: var(--muted);
        white-space: nowrap;
      }
      .tools button:disabled {
        opacity: 0.45;
        cursor: default;
      }
      .tools button:hover:enabled,
      .tools button[aria-pressed='true'] {
        color: var(--text);
        background: var(--hover);
      }
      @media (max-width: 1080px) {
        .lesser .label,
        .picker span {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (max-width: 640px) {
        header {
          flex-wrap: wrap;
          padding-inline: 16px;
        }
        h1 {
          flex: 1;
          min-inline-size: 0;
          gap: 7px;
        }
        .picker {
          order: 3;
          flex-basis: 100%;
        }
        .picker select {
          flex: 1;
        }
        /* What is used less stands among the commands. */
        .tools .lesser {
          display: none;
        }
        .tools button {
          padding-inline: 5px;
          min-inline-size: 30px;
        }
        .commands .label {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (forced-colors: active) {
        .tools button:disabled {
          opacity: 1;
          color: GrayText;
        }
      }
      @media print {
        .tools,
        .picker {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    followTheme(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const { header } = this.t;
    return html`<header>
        <h1>${mark()}${this.t.name}</h1>
        <label class="picker"><span>${header.example}</span>${this.#picker()}</label>
        <div class="tools" role="group" aria-label=${header.tools}>
          ${this.#tool('undo', header.undo, 'undo', !this.canUndo)} ${this.#tool('redo', header.redo, 'redo', !this.canRedo)}
          ${this.#tool('plus', header.newDocument, 'new-document', false, 'lesser')}
          <button type="button" class="lesser" title=${header.history} @click=${() => this.tell('open-dialog', 'history')}>
            ${icon('clock')}<span class="label">${header.history}</span>
          </button>
          <button type="button" class="commands" title="${header.palette} (Ctrl+K)" @click=${() => this.tell('open-dialog', 'palette')}>
            ${icon('search')}<span class="label">${header.palette}</span>
          </button>
          <button type="button" class="lesser" title=${header.theme} aria-pressed=${theme() === 'dark'} @click=${this.#switchTheme}>
            ${icon('moon')}<span class="label">${header.theme}</span>
          </button>
          <button type="button" title=${header.language} @click=${() => this.tell('switch-language')}>
            <span lang=${this.#otherLanguage()}>${this.t.otherLanguage}</span>
          </button>
        </div>
      </header>`;
  }

  /** A button that shows its icon only. */
  #tool(shape: IconName, name: string, wish: PlainWish, disabled = false, rank = ''): TemplateResult {
    return html`<button type="button" class=${rank} aria-label=${name} title=${name} ?disabled=${disabled} @click=${() => this.tell(wish)}>
      ${icon(shape)}
    </button>`;
  }

  #picker(): TemplateResult {
    const own = this.fromExample ? this.t.header.edited(this.documentTitle) : this.documentTitle || this.t.header.own;
    return html`<select .value=${this.example ?? ''} @change=${this.#choose}>
      ${this.example === null ? html`<option value="" selected>${own}</option>` : nothing}
      ${examples.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.example}>${title(language())}</option>`)}
    </select>`;
  }

  #choose = (event: Event): void => {
    this.tell('open-example', (event.target as HTMLSelectElement).value);
  };

  #switchTheme = (): void => {
    setTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  };

  #otherLanguage(): 'en' | 'ko' {
    return language() === 'en' ? 'ko' : 'en';
  }
}

const mark = (): TemplateResult => html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="7" fill="#2450b8" />
  <g fill="none" stroke="#fff" stroke-width="2.600" stroke-linecap="round" stroke-linejoin="round">
    <path d="M6 10h11a6 6 0 0 1 6 6v6" />
    <path d="m18.500 18 4.500 4.500 4.500-4.500" />
  </g>
  <circle cx="7.500" cy="22.500" r="3" fill="#8fe3b4" />
</svg>`;
