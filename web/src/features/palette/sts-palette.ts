// The command palette: everything that the page can do, found by typing. A combobox with a list, as
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it: the focus stays in the field, the arrows move in the list.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import { language } from '../../i18n';
import type { PageState } from '../../state/page-state';
import { dialogStyles, StsDialog } from '../dialog';
import { type Command, commandsOf, type Group, type Page } from './commands';
import { readFile, saveFile } from './files';
import { match } from './fuzzy';
import { keyCaps } from './keys';
import { paletteStyles } from './palette-styles';
import { texts } from './texts';

interface Found {
  command: Command;
  marks: ReadonlySet<number>;
}

/** Rows; a scenario may have thousands of steps. */
const MOST_SHOWN = 120;
const PAGE_ROWS = 8;
const NO_MARKS: ReadonlySet<number> = new Set();

function find(state: PageState, query: string): Found[] {
  const commands = commandsOf(state);
  if (query.trim() === '') return commands.map((command) => ({ command, marks: NO_MARKS }));
  const spoken = language();
  const other = spoken === 'en' ? 'ko' : 'en';
  return commands
    .flatMap((command) => {
      const here = match(query, command.titles[spoken], command.words);
      const found = here ?? match(query, command.titles[other], '');
      return found ? [{ command, marks: here?.marks ?? NO_MARKS, score: found.score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

@customElement('sts-palette')
export class StsPalette extends StsDialog {
  @property({ attribute: false }) state: PageState | null = null;
  @state() private query = '';
  @state() private active = 0;
  @state() private shown = false;
  /** What became of a command that leaves the palette open. */
  @state() private answer: { text: string; failed: boolean } | null = null;

  #found: Found[] = [];

  static override styles = [dialogStyles, paletteStyles];

  override open(): void {
    this.query = '';
    this.active = 0;
    this.answer = null;
    this.shown = true;
    super.open();
  }

  protected override willUpdate(): void {
    this.#found = this.shown && this.state ? find(this.state, this.query) : [];
    this.active = Math.max(0, Math.min(this.active, this.#visible.length - 1));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  get #visible(): Found[] {
    return this.#found.slice(0, MOST_SHOWN);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-label=${texts().palette.title} closedby="any" @close=${this.#onClose}>
      ${this.shown ? this.#content() : nothing}
      <input type="file" hidden accept=".json,application/json" @change=${this.#opened} />
    </dialog>`;
  }

  #content(): TemplateResult {
    const { palette } = texts();
    const some = this.#found.length > 0;
    return html`<div class="find">
        ${icon('search')}
        <input
          type="text"
          role="combobox"
          autofocus
          autocomplete="off"
          spellcheck="false"
          aria-label=${palette.find}
          aria-autocomplete="list"
          aria-expanded=${some}
          aria-controls="list"
          aria-activedescendant=${some ? `option-${this.active}` : nothing}
          placeholder=${palette.hint}
          .value=${this.query}
          @input=${this.#typed}
          @keydown=${this.#onKey}
        />
      </div>
      <p class="visually-hidden" role="status">${some ? palette.count(this.#found.length) : palette.none}</p>
      ${some ? nothing : html`<p class="none" aria-hidden="true">${palette.none}</p>`}
      <div class="list" id="list" role="listbox" aria-label=${palette.title} ?hidden=${!some}>${this.#options()}</div>
      <div role=${this.answer?.failed ? 'alert' : 'status'}>
        ${this.answer ? html`<p class="answer ${this.answer.failed ? 'failed' : ''}">${this.answer.text}</p>` : nothing}
      </div>`;
  }

  /** In groups while nothing is typed, the nearest first when something is. */
  #options(): TemplateResult {
    const left = this.#found.length - MOST_SHOWN;
    const more = left > 0 ? html`<div class="more" role="presentation">${texts().palette.more(left)}</div>` : nothing;
    const options = this.#visible.map((found, index) => ({ group: found.command.group, row: this.#option(found, index) }));
    if (this.query.trim() !== '') return html`${options.map(({ row }) => row)}${more}`;
    const groups = new Map<Group, TemplateResult[]>();
    for (const { group, row } of options) groups.set(group, [...(groups.get(group) ?? []), row]);
    return html`${[...groups].map(
      ([group, rows]) => html`<div role="group" aria-labelledby="group-${group}">
        <div class="group" role="presentation" id="group-${group}">${texts().groups[group]}</div>
        ${rows}
      </div>`,
    )}${more}`;
  }

  #option({ command, marks }: Found, index: number): TemplateResult {
    const typed = this.query.trim() !== '';
    return html`<div
      role="option"
      class="option"
      id="option-${index}"
      data-command=${command.id}
      aria-selected=${index === this.active}
      @click=${() => this.#run(command)}
    >
      <span class="name">${marked(command.titles[language()], marks)}</span>
      ${typed ? html`<span class="kind">${texts().groups[command.group]}</span>` : nothing}
      ${command.keys ? keyCaps(command.keys) : nothing}
    </div>`;
  }

  #typed = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.answer = null;
  };

  #onKey = (event: KeyboardEvent): void => {
    // While an input method puts a syllable together, its keys are its own.
    if (event.isComposing) return;
    const count = this.#visible.length;
    const moves: Record<string, number> = {
      ArrowDown: (this.active + 1) % Math.max(1, count),
      ArrowUp: (this.active - 1 + count) % Math.max(1, count),
      PageDown: Math.min(count - 1, this.active + PAGE_ROWS),
      PageUp: Math.max(0, this.active - PAGE_ROWS),
    };
    const next = moves[event.key];
    const chosen = event.key === 'Enter' ? this.#visible[this.active] : undefined;
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) this.active = next;
    if (chosen) this.#run(chosen.command);
  };

  /** The event comes a moment after the closing: by then the palette may be open again. */
  #onClose = (): void => {
    if (!this.dialog.open) this.shown = false;
  };

  #run(command: Command): void {
    if (!command.stays) this.close();
    command.run(this.#page);
  }

  #page: Page = {
    tell: (name, detail) => this.tell(name, detail),
    chooseFile: () => this.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click(),
    saveFile: () => {
      const { text = '', report, judged } = this.state ?? {};
      saveFile(text, report?.title || judged?.title || '');
    },
    copyScenario: () => void this.#copy(),
  };

  async #copy(): Promise<void> {
    const { copied, copyFailed } = texts().palette;
    try {
      await navigator.clipboard.writeText(this.state?.text ?? '');
      this.answer = { text: copied, failed: false };
    } catch {
      this.answer = { text: copyFailed, failed: true };
    }
  }

  #opened = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    const read = await readFile(file);
    // The same file can be chosen again after it was mended.
    field.value = '';
    if ('problem' in read) {
      this.answer = { text: texts().palette.file[read.problem], failed: true };
      return;
    }
    this.close();
    this.tell('open-document', { text: read.text, example: null });
  };
}

function marked(title: string, marks: ReadonlySet<number>): (TemplateResult | string)[] {
  let offset = 0;
  return Array.from(title, (character) => {
    const found = marks.has(offset);
    offset += character.length;
    return found ? html`<mark>${character}</mark>` : character;
  });
}
