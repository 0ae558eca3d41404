// The document being edited, and those edited before it. Kept in this browser; opening one never loses another.

import { load, save } from '../base/storage';

export interface KeptDocument {
  text: string;
  /** The example that it began as, if any. */
  example: string | null;
  /** The text as it was opened, to compare with; absent in what older versions of the page kept. */
  original?: string;
  /** Milliseconds since 1970, by the visitor's clock. */
  savedAt: number;
}

const CURRENT = 'document';
const HISTORY = 'history';
export const HISTORY_LENGTH = 30;

const isKept = (value: unknown): value is KeptDocument =>
  typeof value === 'object' && value !== null && typeof (value as KeptDocument).text === 'string';

export function loadCurrent(): KeptDocument | null {
  const kept = load<unknown>(CURRENT);
  return isKept(kept) ? kept : null;
}

/** Whether it was kept: a browser may refuse. */
export function saveCurrent(text: string, example: string | null, original: string): boolean {
  const all = { text, example, original, savedAt: Date.now() } satisfies KeptDocument;
  // Where there is room for one text only, it is the author's.
  return save(CURRENT, all) || save(CURRENT, { text, example, savedAt: all.savedAt } satisfies KeptDocument);
}

export function loadHistory(): KeptDocument[] {
  const kept = load<unknown>(HISTORY);
  return Array.isArray(kept) ? kept.filter(isKept) : [];
}

/** Puts a document that is about to be left into the history, unless nothing of it was edited. */
export function keepInHistory(text: string, example: string | null, original: string): boolean {
  if (text.trim() === '' || text === original) return true;
  const others = loadHistory().filter((kept) => kept.text !== text);
  const all = [{ text, example, original, savedAt: Date.now() }, ...others].slice(0, HISTORY_LENGTH);
  // Where there is too little room, the oldest go first.
  while (all.length > 0) {
    if (save(HISTORY, all)) return true;
    all.pop();
  }
  return false;
}

/** Takes a document out of the history; all of them where none is named. */
export function forgetHistory(document?: KeptDocument): boolean {
  return save(HISTORY, document ? loadHistory().filter(({ text }) => text !== document.text) : []);
}
