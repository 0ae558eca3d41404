// Loads the catalog of one language when it is first asked for. The build writes it into generated/.

import type { Catalog } from './assist';
import type { Language } from './report';

const loaded = new Map<Language, Promise<Catalog>>();

/** The catalog in one language; asked for again after a download that failed. */
export function loadCatalog(language: Language): Promise<Catalog> {
  let catalog = loaded.get(language);
  if (!catalog) {
    catalog = importCatalog(language);
    loaded.set(language, catalog);
    catalog.catch(() => loaded.delete(language));
  }
  return catalog;
}

async function importCatalog(language: Language): Promise<Catalog> {
  // Its type is what core/api/answers.cpp says, not what the compiler guesses from the file.
  const { default: catalog } =
    language === 'ko' ? await import('./generated/catalog.ko.json') : await import('./generated/catalog.en.json');
  return catalog as unknown as Catalog;
}
