// Without a browser: the two languages have the same texts, and no component says anything on its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { en } from '../../web/src/i18n/en';
import { ko } from '../../web/src/i18n/ko';

const components = join(__dirname, '../../web/src/components');

/** What is the same in both languages on purpose. */
const SAME = new Set(['name', 'timeline.call', 'timeline.none', 'timeline.utc', 'editor.kind.scp', 'editor.kind.rcp', 'otherLanguage']);

function texts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') {
    const build = value as (...inputs: unknown[]) => string;
    return new Map([[path, build(...Array.from({ length: build.length }, (_, index) => 7 + index))]]);
  }
  const below = Object.entries(value as object).map(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
  return new Map(below.flatMap((map) => [...map]));
}

test('both languages have every text', () => {
  expect([...texts(ko).keys()].sort()).toEqual([...texts(en).keys()].sort());
});

test('no text is empty, and the Korean ones are Korean', () => {
  for (const [path, text] of texts(en)) expect(text.trim(), path).not.toBe('');
  for (const [path, text] of texts(ko)) {
    if (!SAME.has(path)) expect(text, path).toMatch(/[가-힣]/);
  }
});

test('English texts are not Korean', () => {
  for (const [path, text] of texts(en)) {
    if (path !== 'otherLanguage') expect(text, path).not.toMatch(/[가-힣]/);
  }
});

test('no component holds words of its own', () => {
  for (const file of readdirSync(components)) {
    const source = readFileSync(join(components, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const templates = source.match(/html`[\s\S]*?`/g) ?? [];
    for (const template of templates) {
      const words = template.replace(/\$\{[^}]*\}?/g, '').match(/>\s*[A-Za-z]{3,}[^<>{}=]*</g);
      expect(words, file).toBeNull();
    }
  }
});

test('every text is used', () => {
  const folders = ['components', 'state', 'i18n', 'editor', 'timeline'].map((name) => join(__dirname, '../../web/src', name));
  const source = folders
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => !/\/(en|ko)\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = [...texts(en).keys()].filter((path) => {
    const parts = path.split('.');
    const last = parts.at(-1) ?? '';
    const group = parts.at(-2) ?? '';
    const byName = new RegExp(`\\.${last}\\b`).test(source);
    // Tables of words are read with a computed key: this.t.decision[step.decision].
    const byTable = new RegExp(`\\.${group}\\[`).test(source);
    return !byName && !byTable;
  });
  expect(unused).toEqual([]);
});
