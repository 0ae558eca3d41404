// The one hunk by which two texts differ, and what it does to places in the text.

import type { Span } from './positions';

/** `[start, end)` of the old text was replaced by `inserted`. */
export interface Change extends Span {
  inserted: string;
}

export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) {
    suffix++;
  }
  return { start: prefix, end: before.length - suffix, inserted: after.slice(prefix, after.length - suffix) };
}

export function applyChange(text: string, change: Change): string {
  return text.slice(0, change.start) + change.inserted + text.slice(change.end);
}

/** Where a span is after a change, or null where the change cut through one of its ends. */
export function movedSpan(span: Span, change: Change): Span | null {
  const delta = change.inserted.length - (change.end - change.start);
  if (change.end <= span.start) return { start: span.start + delta, end: span.end + delta };
  if (change.start >= span.end) return span;
  if (change.start >= span.start && change.end <= span.end) return { start: span.start, end: span.end + delta };
  return null;
}

/** Where an offset of the old text is in the new one; inside the replaced part, its beginning. */
export function movedOffset(offset: number, change: Change | null): number {
  if (!change || offset <= change.start) return offset;
  if (offset >= change.end) return offset + change.inserted.length - (change.end - change.start);
  return change.start;
}

const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Where the text cursor goes when the page changed the text: behind the change, so that the author sees it. Where nothing
 * but white space changed, it stays at the character at which it was.
 */
export function cursorAfter(before: string, change: Change, cursor: number): number {
  const end = change.start + change.inserted.length;
  const rest = bare(before.slice(change.start, Math.min(cursor, change.end)));
  if (bare(before.slice(change.start, change.end)) !== bare(change.inserted)) return end;
  if (cursor <= change.start || cursor >= change.end) return movedOffset(cursor, change);
  let offset = change.start;
  for (let passed = 0; passed < rest.length && offset < end; offset++) {
    if (/\S/.test(change.inserted[offset - change.start] ?? '')) passed++;
  }
  return offset;
}
