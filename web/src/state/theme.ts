// Light or dark: the system's choice until the visitor makes one.

import { load, save } from '../base/storage';

export type Theme = 'light' | 'dark';

const KEY = 'theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const kept = load<unknown>(KEY);
const changed = new EventTarget();
let chosen: Theme | null = kept === 'light' || kept === 'dark' ? kept : null;

export const theme = (): Theme => chosen ?? (system.matches ? 'dark' : 'light');

function apply(): void {
  document.documentElement.dataset['theme'] = theme();
}

export function setTheme(next: Theme): void {
  chosen = next;
  save(KEY, next);
  apply();
  changed.dispatchEvent(new Event('change'));
}

export function followTheme(onChange: () => void): void {
  apply();
  changed.addEventListener('change', onChange);
  system.addEventListener('change', () => {
    apply();
    onChange();
  });
}
