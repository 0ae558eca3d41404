// Keys as people read them: "Mod+Shift+Z" is Ctrl Shift Z, and ⌘ ⇧ Z on a Mac.

import { html, type TemplateResult } from 'lit';

const MAC: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↩' };
const OTHER: Record<string, string> = { Mod: 'Ctrl' };

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** The names of the keys that are pressed together, as they stand on the visitor's keyboard. */
export function keyNames(keys: string): string[] {
  const names = isMac() ? MAC : OTHER;
  // A plus sign that is itself the key stands last: "Mod++".
  return keys.split(/\+(?!$)/).map((key) => names[key] ?? key);
}

export const keyCaps = (keys: string): TemplateResult =>
  html`<span class="keys">${keyNames(keys).map((name) => html`<kbd>${name}</kbd>`)}</span>`;
