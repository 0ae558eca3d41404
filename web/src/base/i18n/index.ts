// Which language the page speaks, and who must be told when that changes.

import { load, save } from '../storage';
import { en, type Messages } from './en';

export type Language = 'en' | 'ko';

/** Korean is downloaded by those who read it; English is there at once, and where the download fails. */
const MESSAGES: Partial<Record<Language, Messages>> & { en: Messages } = { en };
const KEY = 'language';
const changed = new EventTarget();

const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ko';

/** The address decides, then an earlier choice, then the browser. */
function preferredLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = load<unknown>(KEY);
  if (isLanguage(kept)) return kept;
  for (const tag of navigator.languages) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

let current: Language = preferredLanguage();
document.documentElement.lang = current;

export const language = (): Language => current;
export const messages = (): Messages => MESSAGES[current] ?? en;

async function loadMessages(wanted: Language): Promise<void> {
  if (wanted === 'ko') MESSAGES.ko ??= (await import('./ko')).ko;
}

/** Settles when the page's first language is here, or cannot be had. */
export const languageReady: Promise<void> = loadMessages(current).catch(() => undefined);

/** Changes the language once its texts are here; rejects where they cannot be downloaded, and changes nothing. */
export async function setLanguage(next: Language): Promise<void> {
  await loadMessages(next);
  if (next === current) return;
  current = next;
  document.documentElement.lang = next;
  save(KEY, next);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', next);
    history.replaceState(null, '', address);
  }
  changed.dispatchEvent(new Event('change'));
}

export function onLanguageChange(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  return () => changed.removeEventListener('change', listener);
}
