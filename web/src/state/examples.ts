// The examples that page, terminal and tests share: one scenario document each.

import type { Language } from '../engine/report';

export interface Example {
  id: string;
  text: string;
  title(language: Language): string;
}

const ORDER = ['auditor', 'mfa-role', 'role-chain', 'root-trust', 'bucket-read'];

const files = import.meta.glob<string>('../../../examples/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The title of a scenario in a language; what a document calls itself when it can be read at all. */
export function titleOf(text: string, language: Language): string | null {
  try {
    const { title } = JSON.parse(text) as { title?: string | Partial<Record<Language, string>> };
    return typeof title === 'object' ? (title[language] ?? title.en ?? null) : (title ?? null);
  } catch {
    return null;
  }
}

function rank(id: string): number {
  const place = ORDER.indexOf(id);
  return place < 0 ? ORDER.length : place;
}

export const examples: readonly Example[] = Object.entries(files)
  .map(([path, text]) => {
    const id = path.replace(/^.*\/|\.json$/g, '');
    return { id, text, title: (language: Language) => titleOf(text, language) ?? id };
  })
  .sort((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id));
