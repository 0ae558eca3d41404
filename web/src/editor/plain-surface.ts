// The editor that needs no download: a text area over a coloured copy of its text, with line numbers and squiggles.

import type { Marker } from '../state/page-state';
import type { Span } from '../text/positions';
import { positionAt } from '../text/positions';
import { tokenize } from '../text/highlight';
import type { OnEdit, Surface, SurfaceContent } from './surface';

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
  #root = document.createElement('div');
  #gutter = document.createElement('div');
  #back = document.createElement('pre');
  #area = document.createElement('textarea');
  #content: SurfaceContent | null = null;
  #revealed: Span | null = null;

  constructor(host: HTMLElement, onEdit: OnEdit) {
    this.#root.className = 'plain-editor';
    this.#gutter.className = 'plain-gutter';
    this.#gutter.setAttribute('aria-hidden', 'true');
    this.#back.setAttribute('aria-hidden', 'true');
    Object.assign(this.#area, { spellcheck: false, autocomplete: 'off', wrap: 'off' });
    this.#area.setAttribute('autocapitalize', 'off');
    this.#area.setAttribute('autocorrect', 'off');
    this.#area.addEventListener('input', () => {
      this.#revealed = null;
      onEdit(this.#area.value);
      this.#draw();
    });
    const stack = document.createElement('div');
    stack.className = 'plain-stack';
    stack.append(this.#back, this.#area);
    this.#root.append(this.#gutter, stack);
    host.append(this.#root);
  }

  show(content: SurfaceContent): void {
    const other = this.#content?.key !== content.key || this.#content.opened !== content.opened;
    this.#content = content;
    if (this.#area.value !== content.text) this.#area.value = content.text;
    if (other) {
      this.#revealed = null;
      this.#root.scrollTo(0, 0);
      // A new value puts the cursor at its end, where nobody begins to read.
      this.#area.setSelectionRange(0, 0);
    }
    this.#area.setAttribute('aria-label', content.label);
    this.#area.readOnly = content.readOnly;
    this.#draw();
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
    const line = positionAt(this.#area.value, span.start).line;
    const middle = (line - 0.5) * LINE_HEIGHT - this.#root.clientHeight / 2;
    this.#root.scrollTo({ top: Math.max(0, middle), left: 0 });
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
    this.#root.remove();
  }
}
