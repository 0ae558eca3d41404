// The examples that page, terminal and tests share: one scenario document each. Only their titles are in the first
// download, and the one that the page opens with.

import type { Language } from '../engine/report';
import firstText from '../../../examples/auditor.json?raw';

export interface Example {
  id: string;
  title(language: Language): string;
}

type Title = string | Partial<Record<Language, string>>;

const FIRST = 'auditor';
const ORDER = [FIRST, 'mfa-role', 'role-chain', 'root-trust', 'bucket-read'];

const titles = import.meta.glob<Title>('../../../examples/*.json', { import: 'title', eager: true });
// The first one is in the page already.
const texts = import.meta.glob<string>(['../../../examples/*.json', '!../../../examples/auditor.json'], {
  query: '?raw',
  import: 'default',
});

const pathOf = (id: string): string => `../../../examples/${id}.json`;

/** A title in a language; English where it has none in that language. */
const inLanguage = (title: Title | undefined, language: Language): string | null =>
  typeof title === 'object' && title !== null ? (title[language] ?? title.en ?? null) : (title ?? null);

export interface Prose {
  title: string | null;
  description: string | null;
}

/** What a scenario says of itself in a language, where it can be read at all: it needs no engine. */
export function proseOf(text: string, language: Language): Prose {
  try {
    const { title, description } = JSON.parse(text) as { title?: Title; description?: Title };
    return { title: inLanguage(title, language), description: inLanguage(description, language) };
  } catch {
    return { title: null, description: null };
  }
}

export const titleOf = (text: string, language: Language): string | null => proseOf(text, language).title;

function rank(id: string): number {
  const place = ORDER.indexOf(id);
  return place < 0 ? ORDER.length : place;
}

export const examples: readonly Example[] = Object.entries(titles)
  .map(([path, title]) => {
    const id = path.replace(/^.*\/|\.json$/g, '');
    return { id, title: (language: Language) => inLanguage(title, language) ?? id };
  })
  .sort((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id));

export const firstExample = { id: FIRST, text: firstText };

/** The text of an example; rejects where there is none of that name, or it cannot be downloaded. */
export async function exampleText(id: string): Promise<string> {
  if (id === FIRST) return firstText;
  const load = texts[pathOf(id)];
  if (!load) throw new Error(`there is no example ${id}`);
  return load();
}
