// What a visitor downloads, as served with brotli: up to the first verdict, and what Monaco adds when it is touched.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const LATER = /licences|monaco-surface|editor\.worker|editorWebWorker|codicon|\/ko-/;

const files = readdirSync(dist, { recursive: true })
  .map((name) => join(dist, name))
  .filter((file) => file.endsWith('.br'))
  .map((file) => ({ name: file.slice(dist.length, -3), raw: statSync(file.slice(0, -3)).size, brotli: statSync(file).size }))
  .sort((a, b) => Number(LATER.test(a.name)) - Number(LATER.test(b.name)) || b.brotli - a.brotli);

const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(9);
const print = (name, raw, brotli) => console.log(`${name.padEnd(48)}${kib(raw)}${kib(brotli)}`);
const total = (list, key) => list.reduce((sum, file) => sum + file[key], 0);

console.log(`${'KiB'.padEnd(48)}${'raw'.padStart(9)}${'brotli'.padStart(9)}`);
for (const [title, list] of [
  ['up to the first verdict', files.filter(({ name }) => !LATER.test(name))],
  ['when the editor is touched', files.filter(({ name }) => LATER.test(name))],
]) {
  for (const { name, raw, brotli } of list) print(`  ${name.slice(1)}`, raw, brotli);
  print(title, total(list, 'raw'), total(list, 'brotli'));
}
