// What a visitor downloads, as served with brotli: up to the first verdict, and what comes when it is asked for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const html = readFileSync(join(dist, 'index.html'), 'utf8');
// The page names all that it needs at once, but for the worker that runs the engine.
const isFirst = (name) => name === 'index.html' || html.includes(name) || /^assets\/worker-/.test(name);

const files = readdirSync(dist, { recursive: true })
  .filter((name) => name.endsWith('.br'))
  .map((name) => ({ name: name.slice(0, -3), file: join(dist, name) }))
  .map(({ name, file }) => ({ name, raw: statSync(file.slice(0, -3)).size, brotli: statSync(file).size }))
  .sort((a, b) => b.brotli - a.brotli);

const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(9);
const print = (name, raw, brotli) => console.log(`${name.padEnd(48)}${kib(raw)}${kib(brotli)}`);
const total = (list, key) => list.reduce((sum, file) => sum + file[key], 0);

console.log(`${'KiB'.padEnd(48)}${'raw'.padStart(9)}${'brotli'.padStart(9)}`);
for (const [title, list] of [
  ['up to the first verdict', files.filter(({ name }) => isFirst(name))],
  ['when it is asked for', files.filter(({ name }) => !isFirst(name))],
]) {
  for (const { name, raw, brotli } of list) print(`  ${name}`, raw, brotli);
  print(title, total(list, 'raw'), total(list, 'brotli'));
}
