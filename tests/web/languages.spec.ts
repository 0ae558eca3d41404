// Without a browser: the two languages have the same texts, and no component says anything on its own. The texts of the first
// download, and of each part that is downloaded later with both languages of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const source = join(__dirname, '../../web/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The pairs of files that hold texts: those of the page, and "texts.en.ts" beside "texts.ko.ts" of each part. */
const PAIRS = [
  { name: 'i18n', en: 'base/i18n/en.ts', ko: 'base/i18n/ko.ts' },
  ...files
    .filter((file) => file.endsWith('texts.en.ts'))
    .map((en) => ({ name: en.replace(/\/texts\.en\.ts$/, ''), en, ko: en.replace(/en\.ts$/, 'ko.ts') })),
];
const isTexts = (file: string): boolean => PAIRS.some(({ en, ko }) => file === en || file === ko);

/** What is the same in both languages on purpose. */
const SAME = new Set([
  'i18n:name',
  'i18n:timeline.call',
  'i18n:timeline.none',
  'i18n:timeline.utc',
  'i18n:editor.kind.scp',
  'i18n:editor.kind.rcp',
  'i18n:otherLanguage',
  'forms:yes',
  'forms:no',
  'forms:rows.kinds.boolean',
  'forms:rows.kinds.json',
  'forms:list.item',
  'features/calls:what.sts',
  'features/calls:what.console',
  'features/calls:when.id',
  'features/calls:when.sourceIp',
  'features/calls:claims.notOnOrAfter',
  'features/graph:zoom',
  'features/palette:about.version',
  'features/world:kinds.scp',
  'features/world:kinds.rcp',
  'features/world:addIn',
  'features/world:labels.arn',
  'features/world:labels.unitId',
  'features/world:templates.fullAccess',
  'features/world:templateFields.samlAudience',
]);

/** Every text by its path; what is put into one is a number or a word, as far as the text takes it. */
function texts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') {
    const build = value as (...inputs: unknown[]) => unknown;
    const inputs = Array.from({ length: build.length }, (_, index) => 7 + index);
    return new Map([[path, JSON.stringify(build(...inputs))]]);
  }
  const below = Object.entries(value as object).map(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
  return new Map(below.flatMap((map) => [...map]));
}

/** Loaded as other tests load the same files: compiled for `import` here and for `require` there, one of them would get the other's. */
function load({ en, ko }: (typeof PAIRS)[number]): { en: Map<string, string>; ko: Map<string, string> } {
  const english = require(join(source, en)) as { en: unknown };
  const korean = require(join(source, ko)) as { ko: unknown };
  return { en: texts(english.en), ko: texts(korean.ko) };
}

const code = (file: string): string => readFileSync(join(source, file), 'utf8');

test('the parts that bring texts are found', () => {
  expect(PAIRS.length).toBeGreaterThan(5);
});

for (const pair of PAIRS) {
  test(`both languages have every text: ${pair.name}`, async () => {
    const { en, ko } = load(pair);
    expect([...ko.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test(`no text is empty, and each is in its language: ${pair.name}`, async () => {
    const { en, ko } = load(pair);
    for (const [path, text] of en) {
      expect(text.trim(), path).not.toBe('');
      if (path !== 'otherLanguage') expect(text, path).not.toMatch(/[가-힣]/);
    }
    const foreign = [...ko].filter(([path, text]) => !/[가-힣]/.test(text) && !SAME.has(`${pair.name}:${path}`));
    expect(foreign).toEqual([]);
  });

  test(`every text is used: ${pair.name}`, async () => {
    const { en } = load(pair);
    // What is downloaded as a part reads its texts itself; those of the page are read anywhere.
    const folder = pair.name.startsWith('features/') ? `${pair.name}/` : '';
    const readers = files
      .filter((file) => file.startsWith(folder) && !isTexts(file))
      .map(code)
      .join('\n');
    const unused = [...en.keys()].filter((path) => !isRead(path.split('.'), readers));
    expect(unused).toEqual([]);
  });
}

/** Whether a text is read by its name, or as one of a table: by a computed key of what it stands in, or with all of it. */
function isRead(parts: readonly string[], readers: string): boolean {
  const last = parts.at(-1) ?? '';
  const byName = [`\\.${last}\\b`, `'${last}'`, `[{,]\\s*${last}\\s*[,}:]`].some((form) => new RegExp(form).test(readers));
  return byName || parts.slice(0, -1).some((group) => new RegExp(`\\b${group}(?:\\[|\\))`).test(readers));
}

test('no component holds words of its own', () => {
  for (const file of files.filter((name) => !isTexts(name))) {
    const templates = code(file)
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .match(/html`[\s\S]*?`/g);
    for (const template of templates ?? []) {
      const words = template.replace(/\$\{[^}]*\}?/g, '').match(/>\s*[A-Za-z]{3,}[^<>{}=]*</g);
      expect(words, file).toBeNull();
    }
  }
});
