// Lines and columns (from 1, UTF-16 units) to offsets and back.

import type { Position } from '../engine/report';

export interface Span {
  start: number;
  end: number;
}

/** The offset of a position; one past the end of its line, or of the text, is moved back to that end. */
export function offsetAt(text: string, position: Position): number {
  let lineStart = 0;
  for (let line = 1; line < position.line; line++) {
    const newline = text.indexOf('\n', lineStart);
    if (newline < 0) return text.length;
    lineStart = newline + 1;
  }
  const newline = text.indexOf('\n', lineStart);
  const lineEnd = newline < 0 ? text.length : newline;
  return Math.min(lineStart + Math.max(0, position.column - 1), lineEnd);
}

export function positionAt(text: string, offset: number): Position {
  const end = Math.min(Math.max(offset, 0), text.length);
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline < 0 || newline >= end) return { line, column: end - lineStart + 1 };
    line++;
    lineStart = newline + 1;
  }
}

export function spanOf(text: string, range: { start: Position; end: Position }): Span {
  const start = offsetAt(text, range.start);
  return { start, end: Math.max(start, offsetAt(text, range.end)) };
}

export function rangeOf(text: string, span: Span): { start: Position; end: Position } {
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}
