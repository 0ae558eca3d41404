// The scenario as a file of the visitor's machine: saved, and opened again. Nothing is sent anywhere.

/** Bytes. Far more than a scenario needs, and little enough for the editor. */
export const LARGEST_FILE = 4 * 1024 * 1024;

export type FileProblem = 'tooLarge' | 'notText' | 'empty' | 'unreadable';

/** A file name from a title; every letter of every language may stay. */
export function fileName(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+/, '');
  const name = Array.from(words).slice(0, 60).join('').replace(/-+$/, '').toLowerCase();
  return `${name || 'scenario'}.json`;
}

export function saveFile(text: string, title: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(title);
  link.click();
  // The browser has taken hold of the file by then; the memory is given back a little later for those that have not.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The text of a file, or why it is not taken. A text that is no valid scenario is taken: the page says what is wrong. */
export async function readFile(file: File): Promise<{ text: string } | { problem: FileProblem }> {
  if (file.size > LARGEST_FILE) return { problem: 'tooLarge' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: 'unreadable' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { problem: 'notText' };
    return text.trim() === '' ? { problem: 'empty' } : { text };
  } catch {
    return { problem: 'notText' };
  }
}
