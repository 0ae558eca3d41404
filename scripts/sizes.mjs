// Prints what files weigh on the wire: node scripts/sizes.mjs FILE...
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const bytes = (n) => n.toLocaleString("en").padStart(10);
const sizes = (data) => [
  data.length,
  gzipSync(data, { level: 9 }).length,
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length,
];

const row = (name, [raw, gzip, brotli]) => console.log(`${name.padEnd(24)}${bytes(raw)}${bytes(gzip)}${bytes(brotli)}`);
console.log(`${"bytes".padEnd(24)}${["raw", "gzip", "brotli"].map((h) => h.padStart(10)).join("")}`);
const all = process.argv.slice(2).map((file) => [basename(file), sizes(readFileSync(file))]);
for (const [name, figures] of all) row(name, figures);
if (all.length > 1)
  row(
    "together",
    [0, 1, 2].map((i) => all.reduce((sum, [, figures]) => sum + figures[i], 0)),
  );
