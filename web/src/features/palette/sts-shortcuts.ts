// Every key of the page on one sheet.

import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { dialogStyles, StsDialog } from '../dialog';
import { keyCaps } from './keys';
import type { Texts } from './texts.en';
import { texts } from './texts';

type Row = keyof Texts['shortcuts']['rows'];
type Group = keyof Texts['shortcuts']['groups'];

/** Each row's keys; more than one where several do the same, or the opposite. */
const KEYS: Record<Group, Partial<Record<Row, readonly string[]>>> = {
  page: {
    palette: ['Mod+K'],
    undo: ['Mod+Z'],
    redo: ['Mod+Shift+Z', 'Mod+Y'],
    problem: ['F8'],
    explanation: ['Alt+F8'],
    keys: ['?'],
    tabs: ['←', '→'],
  },
  editor: {
    complete: ['Ctrl+Space'],
    hover: ['F1'],
    find: ['Mod+F'],
    format: ['Shift+Alt+F'],
    leave: ['Tab', 'Esc'],
    tab: ['Ctrl+M'],
  },
  tree: { fold: ['Enter', 'Space'], show: ['Enter'] },
  timeline: {
    choose: ['Enter'],
    calls: ['←', '→', 'Home', 'End'],
    zoom: ['+', '-'],
    whole: ['0'],
    table: ['T'],
  },
  dialogs: { move: ['↑', '↓'], run: ['Enter'], close: ['Esc'] },
};

@customElement('sts-shortcuts')
export class StsShortcuts extends StsDialog {
  static override styles = [
    dialogStyles,
    css`
      dialog {
        --dialog-width: 760px;
      }
      .body > p {
        color: var(--muted);
        margin-block-end: 10px;
      }
      .columns {
        columns: 300px 2;
        column-gap: 36px;
      }
      section {
        break-inside: avoid;
        margin-block-end: 16px;
      }
      h3 {
        font-size: var(--size-s);
        color: var(--muted);
        padding-block-end: 4px;
      }
      dl > div {
        display: flex;
        align-items: baseline;
        gap: 12px;
        padding: 4px 0;
        border-block-start: 1px solid var(--rule);
        font-size: var(--size-s);
      }
      dt {
        flex: 1;
        min-inline-size: 0;
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 3px 10px;
      }
      .keys {
        display: inline-flex;
        gap: 3px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { shortcuts, close } = texts();
    const groups = (Object.keys(KEYS) as Group[]).map((group) => this.#group(group));
    return this.page(shortcuts.title, close, html`<p>${shortcuts.about}</p><div class="columns">${groups}</div>`);
  }

  #group(group: Group): TemplateResult {
    const { groups, rows } = texts().shortcuts;
    return html`<section>
      <h3>${groups[group]}</h3>
      <dl>
        ${(Object.entries(KEYS[group]) as [Row, readonly string[]][]).map(
          ([row, keys]) => html`<div>
            <dt>${rows[row]}</dt>
            <dd>${keys.map(keyCaps)}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
  }
}
