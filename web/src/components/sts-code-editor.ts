// The editor of one text. It begins as a plain text area and, where there is a mouse or a keyboard, becomes Monaco in
// place when it is first touched, keeping selection and scroll. It lives in the light DOM: Monaco's styles are global.

import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { loadMonaco } from '../editor/load-monaco';
import { PlainSurface } from '../editor/plain-surface';
import type { EditorHost, Surface, SurfaceContent } from '../editor/surface';
import type { Reveal } from '../state/page-state';
import { StsElement } from '../base/element';

// Monaco does not serve touch well, so a device without a mouse keeps the text area.
const touchOnly = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;

@customElement('sts-code-editor')
export class StsCodeEditor extends StsElement {
  @property({ attribute: false }) content: SurfaceContent | null = null;
  /** The whole scenario, for completing the names in it. */
  @property({ attribute: false }) scenario = '';
  @property({ attribute: false }) reveal: Reveal | null = null;

  #surface: Surface | null = null;
  #composing = false;
  #monaco: 'none' | 'loading' | 'here' = 'none';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  constructor() {
    super();
    for (const event of ['pointerenter', 'pointerdown', 'focusin', 'keydown']) {
      this.addEventListener(event, this.#touched);
    }
    this.addEventListener('beforeinput', this.#undoByBrowser);
    this.addEventListener('compositionstart', () => (this.#composing = true));
    this.addEventListener('compositionend', () => (this.#composing = false));
  }

  override focus(): void {
    this.#surface?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.content) return;
    this.#surface ??= new PlainSurface(this, this.#host);
    if (changed.has('content')) this.#surface.show(this.content);
    if (changed.has('reveal') && this.reveal) this.#surface.reveal(this.reveal.span);
  }

  #host: EditorHost = {
    edit: (text) => this.tell('edit', text),
    undo: () => this.tell('undo'),
    redo: () => this.tell('redo'),
    format: () => this.tell('format-text'),
    nextProblem: () => this.tell('next-problem'),
    palette: () => this.tell('open-dialog', 'palette'),
    leave: () => this.closest<HTMLElement>('sts-editor-pane')?.focus(),
    cursorAt: (line) => this.#tellCursor(line),
    scenario: () => this.scenario,
  };

  #tellCursor(line: number): void {
    if (!this.content) return;
    const { kind, key } = this.content;
    const inDocument = kind === 'scenario';
    this.tell('cursor-at', { view: inDocument ? 'document' : 'policy', policy: inDocument ? null : key, line });
  }

  /** Undo from the browser's own menu. */
  #undoByBrowser = (event: InputEvent): void => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    this.tell(event.inputType === 'historyUndo' ? 'undo' : 'redo');
  };

  #touched = (): void => {
    if (this.#monaco !== 'none' || touchOnly()) return;
    this.#monaco = 'loading';
    loadMonaco().then(
      ({ MonacoSurface }) => this.#become((host) => new MonacoSurface(host, this.#host)),
      () => (this.#monaco = 'none'),
    );
  };

  #become(create: (host: HTMLElement) => Surface): void {
    if (this.#composing) {
      // An input method is in the middle of a syllable: changing the field under it would lose that.
      this.addEventListener('compositionend', () => queueMicrotask(() => this.#become(create)), { once: true });
      return;
    }
    const plain = this.#surface;
    if (!plain || !this.content) return;
    const [focused, selection, scroll] = [plain.hasFocus(), plain.selection(), plain.scrollTop()];
    plain.dispose();
    this.#surface = create(this);
    this.#monaco = 'here';
    this.#surface.show(this.content);
    this.#surface.select(selection);
    this.#surface.scrollTo(scroll);
    if (focused) this.#surface.focus();
    if (this.reveal) this.#surface.reveal(this.reveal.span);
  }
}
