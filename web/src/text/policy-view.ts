// A policy of the scenario as its own text, for an editor, and an edit of that text as an edit of the scenario.
//
// A policy of form "object" stands somewhere inside the document, indented by what surrounds it. Its view takes that
// indentation off every line, and an edit of the view touches nothing of the document but what was edited. A policy of
// form "text" is a JSON string; its view is the decoded string, and an edit writes the string anew.

import type { Change } from './change';
import { changeBetween } from './change';
import type { Span } from './positions';

interface Line {
  /** Offset of the line in the view. */
  view: number;
  /** Offset in the document of the line's first visible character. */
  document: number;
  /** How much of the surrounding indentation was taken off; it may be less than there is. */
  stripped: number;
}

export interface PolicyView {
  form: 'object' | 'text';
  span: Span;
  text: string;
  indent: string;
  lines: Line[];
}

/** The white space at the beginning of the line that holds an offset. */
function indentationAt(document: string, offset: number): string {
  const lineStart = document.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(document.slice(lineStart, offset))?.[0] ?? '';
}

function sharedLength(text: string, at: number, prefix: string): number {
  let length = 0;
  while (length < prefix.length && text[at + length] === prefix[length]) length++;
  return length;
}

function lineStarts(document: string, span: Span): number[] {
  const starts = [span.start];
  let newline = document.indexOf('\n', span.start);
  while (newline >= 0 && newline < span.end) {
    starts.push(newline + 1);
    newline = document.indexOf('\n', newline + 1);
  }
  return starts;
}

function viewObject(document: string, span: Span): PolicyView {
  const indent = indentationAt(document, span.start);
  const lines: Line[] = [];
  let text = '';
  const starts = lineStarts(document, span);
  starts.forEach((at, index) => {
    const stripped = index === 0 ? 0 : Math.min(sharedLength(document, at, indent), span.end - at);
    lines.push({ view: text.length, document: at + stripped, stripped });
    text += document.slice(at + stripped, starts[index + 1] ?? span.end);
  });
  return { form: 'object', span, text, indent, lines };
}

/** The view of a policy, or null where its string cannot be decoded (which only a broken document can cause). */
export function viewPolicy(document: string, form: 'object' | 'text', span: Span): PolicyView | null {
  if (form === 'object') return viewObject(document, span);
  try {
    const decoded: unknown = JSON.parse(document.slice(span.start, span.end));
    if (typeof decoded !== 'string') return null;
    return { form, span, text: decoded.replace(/\r\n?/g, '\n'), indent: '', lines: [] };
  } catch {
    return null;
  }
}

function lineAtView(view: PolicyView, offset: number): Line {
  let found = view.lines[0] as Line;
  for (const line of view.lines) {
    if (line.view > offset) break;
    found = line;
  }
  return found;
}

function toDocument(view: PolicyView, offset: number): number {
  const line = lineAtView(view, offset);
  return line.document + (offset - line.view);
}

/** An edit of the view, as an edit of the document. */
export function documentChange(view: PolicyView, edited: string): Change | null {
  const change = changeBetween(view.text, edited);
  if (!change) return null;
  if (view.form === 'text') return { ...view.span, inserted: JSON.stringify(edited) };
  const first = lineAtView(view, change.start);
  let inserted = change.inserted.replaceAll('\n', `\n${view.indent}`);
  // A line that stood further left than the policy gets the indentation that its view seems to have.
  if (change.start === first.view && first !== view.lines[0]) {
    inserted = view.indent.slice(first.stripped) + inserted;
  }
  return { start: toDocument(view, change.start), end: toDocument(view, change.end), inserted };
}

/** A place in the document as a place in the view, or null where it lies outside the policy. */
export function spanInView(view: PolicyView, span: Span): Span | null {
  if (view.form === 'text' || span.start < view.span.start || span.end > view.span.end) return null;
  const toView = (offset: number): number => {
    let found = view.lines[0] as Line;
    for (const line of view.lines) {
      if (line.document - line.stripped > offset) break;
      found = line;
    }
    return found.view + Math.max(0, offset - found.document);
  };
  return { start: toView(span.start), end: toView(span.end) };
}
