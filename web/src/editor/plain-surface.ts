// The editor that needs no download: a text area over a coloured copy of its text, with line numbers and squiggles.

import type { Marker } from '../state/page-state';
import type { Span } from '../text/positions';
import { positionAt } from '../text/positions';
import { tokenize } from '../text/highlight';
import { messages } from '../base/i18n';
import { changeBetween, cursorAfter } from '../text/change';
import type { EditorHost, Surface, SurfaceContent } from './surface';

const LINE_HEIGHT = 20;
/** Longer texts are shown without colours: rebuilding them at every key would be felt. */
const LONGEST_COLOURED = 150_000;

interface Piece extends Span {
  classes: string[];
}

/** The text cut wherever a colour or a squiggle begins or ends. */
function pieces(text: string, markers: readonly Marker[], revealed: Span | null): Piece[] {
  const layers: Piece[] = [
    ...(text.length > LONGEST_COLOURED ? [] : tokenize(text)).map((token) => ({
      start: token.start,
      end: token.end,
      classes: [`tok-${token.kind}`],
    })),
  ];
  const overlays: Piece[] = markers.map(({ span, severity }) => ({
    ...visible(span, text),
    classes: ['squiggle', `squiggle-${severity}`],
  }));
  if (revealed && revealed.end > revealed.start) overlays.push({ ...revealed, classes: ['revealed'] });
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...layers, ...overlays]) cuts.add(start).add(end);
  const sorted = [...cuts].sort((a, b) => a - b);
  let token = 0;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] as number;
    while (token < layers.length && (layers[token] as Piece).end <= start) token++;
    const colour = layers[token];
    const classes = overlays.filter((piece) => piece.start <= start && piece.end >= end).flatMap((p) => p.classes);
    if (colour && colour.start <= start && colour.end >= end) classes.push(...colour.classes);
    return { start, end, classes };
  });
}

/** A marker without length is drawn one character wide, on the character before the end of a line where need be. */
function visible(span: Span, text: string): Span {
  if (span.end > span.start) return span;
  const atEnd = span.start >= text.length || text[span.start] === '\n';
  return atEnd ? { start: Math.max(0, span.start - 1), end: span.start } : { start: span.start, end: span.start + 1 };
}

export class PlainSurface implements Surface {
  #frame = document.createElement('div');
  #root = document.createElement('div');
  #gutter = document.createElement('div');
  #back = document.createElement('pre');
  #area = document.createElement('textarea');
  #hint = document.createElement('p');
  /** The problems of the line that the text cursor is in, or that was shown last. */
  #problems = document.createElement('p');
  #line = 0;
  #content: SurfaceContent | null = null;
  #revealed: Span | null = null;

  constructor(host: HTMLElement, page: EditorHost) {
    this.#frame.className = 'plain-frame';
    this.#root.className = 'plain-editor';
    this.#gutter.className = 'plain-gutter';
    this.#gutter.setAttribute('aria-hidden', 'true');
    this.#back.setAttribute('aria-hidden', 'true');
    Object.assign(this.#area, { spellcheck: false, autocomplete: 'off', wrap: 'off' });
    this.#area.setAttribute('autocapitalize', 'off');
    this.#area.setAttribute('autocorrect', 'off');
    this.#area.addEventListener('input', () => {
      this.#revealed = null;
      page.edit(this.#area.value);
      this.#draw();
      this.#noteLine(page);
    });
    // Not every browser tells a text area of its cursor's moves.
    for (const event of ['selectionchange', 'keyup', 'pointerup', 'focus']) {
      this.#area.addEventListener(event, () => this.#noteLine(page));
    }
    this.#area.addEventListener('keydown', (event) => onKey(event, page));
    const stack = document.createElement('div');
    stack.className = 'plain-stack';
    stack.append(this.#back, this.#area);
    this.#root.append(this.#gutter, stack);
    this.#hint.className = 'plain-hint';
    this.#hint.id = 'plain-editor-hint';
    this.#area.setAttribute('aria-describedby', this.#hint.id);
    this.#problems.className = 'plain-problems';
    this.#problems.setAttribute('aria-live', 'polite');
    this.#frame.append(this.#root, this.#problems, this.#hint);
    host.append(this.#frame);
  }

  show(content: SurfaceContent): void {
    const other = this.#content?.key !== content.key || this.#content.opened !== content.opened;
    this.#content = content;
    if (other) this.#area.value = content.text;
    else this.#write(content.text);
    if (other) {
      this.#line = 0;
      this.#revealed = null;
      this.#root.scrollTo(0, 0);
      // A new value puts the cursor at its end, where nobody begins to read.
      this.#area.setSelectionRange(0, 0);
    }
    this.#area.setAttribute('aria-label', content.label);
    this.#area.readOnly = content.readOnly;
    this.#hint.textContent = content.hint;
    this.#draw();
  }

  /** The page changed the text: by undo, by a form, by laying it out anew. The text cursor goes to where that was. */
  #write(text: string): void {
    const before = this.#area.value;
    const change = changeBetween(before, text);
    if (!change) return;
    const cursor = cursorAfter(before, change, this.#area.selectionStart);
    this.#area.value = text;
    this.#area.setSelectionRange(cursor, cursor);
    if (this.hasFocus()) this.#scrollToLine(positionAt(text, cursor).line);
  }

  #noteLine(page: EditorHost): void {
    if (!this.hasFocus()) return;
    const { line } = positionAt(this.#area.value, this.#area.selectionStart);
    if (line === this.#line) return;
    this.#line = line;
    this.#showProblems();
    page.cursorAt(line);
  }

  /** Whoever cannot point at a squiggle reads below the area what it says. */
  #showProblems(): void {
    const text = this.#area.value;
    const { severity: names } = messages().problems;
    const here = (this.#content?.markers ?? []).filter(
      ({ span }) => positionAt(text, span.start).line <= this.#line && this.#line <= positionAt(text, span.end).line,
    );
    const said = here.map(({ severity, message, code }) => `${names[severity]}: ${message} (${code})`).join('\n');
    // The same words again would be read out again.
    if (this.#problems.textContent !== said) this.#problems.textContent = said;
  }

  #draw(): void {
    const text = this.#area.value;
    const markers = this.#content?.markers ?? [];
    this.#back.replaceChildren(
      ...pieces(text, markers, this.#revealed).map((piece) => {
        const span = document.createElement('span');
        span.className = piece.classes.join(' ');
        span.textContent = text.slice(piece.start, piece.end);
        return span;
      }),
      // The last line is as high as the others even where it is empty.
      '\n',
    );
    this.#drawGutter(text, markers);
    this.#showProblems();
  }

  #drawGutter(text: string, markers: readonly Marker[]): void {
    const worst = new Map<number, string>();
    for (const { span, severity } of markers) {
      const { line } = positionAt(text, span.start);
      if (severity === 'error' || !worst.has(line)) worst.set(line, severity);
    }
    const count = text.split('\n').length;
    this.#gutter.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const line = document.createElement('div');
        line.textContent = String(index + 1);
        const severity = worst.get(index + 1);
        if (severity) line.className = `gutter-${severity}`;
        return line;
      }),
    );
  }

  reveal(span: Span): void {
    this.#revealed = span;
    this.#draw();
    this.#line = positionAt(this.#area.value, span.start).line;
    this.#showProblems();
    this.#root.scrollTo({ top: this.#middleOf(this.#line), left: 0 });
  }

  #middleOf(line: number): number {
    return Math.max(0, (line - 0.5) * LINE_HEIGHT - this.#root.clientHeight / 2);
  }

  /** Only where the line is not in sight. */
  #scrollToLine(line: number): void {
    const top = this.#root.scrollTop;
    const place = line * LINE_HEIGHT;
    if (place < top + LINE_HEIGHT || place > top + this.#root.clientHeight) this.#root.scrollTop = this.#middleOf(line);
  }

  focus(): void {
    this.#area.focus({ preventScroll: true });
  }

  hasFocus(): boolean {
    return document.activeElement === this.#area;
  }

  selection(): Span {
    return { start: this.#area.selectionStart, end: this.#area.selectionEnd };
  }

  select(span: Span): void {
    this.#area.setSelectionRange(span.start, span.end);
  }

  scrollTop(): number {
    return this.#root.scrollTop;
  }

  scrollTo(top: number): void {
    this.#root.scrollTop = top;
  }

  dispose(): void {
    this.#frame.remove();
  }
}

/** The keys that Monaco has too. Undo is the whole page's and needs no help here. */
function onKey(event: KeyboardEvent, page: EditorHost): void {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') page.leave();
  // By the key's place: with Alt held, a Mac writes another character.
  else if (event.code === 'KeyF' && event.shiftKey && event.altKey) page.format();
  else return;
  event.preventDefault();
}
