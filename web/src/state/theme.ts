// Light or dark: the system's choice until the visitor makes one.

import { load, save } from './storage';

export type Theme = 'light' | 'dark';

const KEY = 'theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const kept = load<unknown>(KEY);
let chosen: Theme | null = kept === 'light' || kept === 'dark' ? kept : null;

export const theme = (): Theme => chosen ?? (system.matches ? 'dark' : 'light');

function apply(): void {
  document.documentElement.dataset['theme'] = theme();
}

export function setTheme(next: Theme): void {
  chosen = next;
  save(KEY, next);
  apply();
}

export function followTheme(onChange: () => void): void {
  apply();
  system.addEventListener('change', () => {
    apply();
    onChange();
  });
}
