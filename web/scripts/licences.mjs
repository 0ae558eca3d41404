// Writes dist/licences.txt: the licence of every package that is in the page. Fails where one is not free to be shipped so.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);
const TEXTS = /^(?:licen[cs]e|thirdpartynotices|notice)/i;

const web = fileURLToPath(new URL('..', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(web, 'package-lock.json'), 'utf8'));

/** "(MPL-2.0 OR Apache-2.0)" lets us choose; anything else must be allowed as it stands. */
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => ALLOWED.has(choice));

const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(web, path)));
const parts = shipped.map(([path, { version, license }]) => {
  if (!isAllowed(license ?? 'none')) throw new Error(`${path} has the licence ${license}`);
  const texts = readdirSync(join(web, path))
    .filter((file) => TEXTS.test(file))
    .map((file) => readFileSync(join(web, path, file), 'utf8').trim());
  return [`${path.replace(/^.*node_modules\//, '')} ${version}: ${license}`, ...texts].join('\n\n');
});
writeFileSync(join(web, 'dist', 'licences.txt'), `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
