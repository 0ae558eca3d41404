// Checks that no C++ function is longer than a screen: node scripts/check-functions.mjs. Prints each fault as FILE:LINE: what is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blankOut } from "./lib/cpp-text.mjs";

const MOST_LINES = 70;

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
const files = ["core", "cli", "wasm", "tests"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(?:h|cpp)$/.test(name)),
);

const lineOf = (text, offset) => text.slice(0, offset).split("\n").length;
// What stands before the opening brace of a function: parameters, then qualifiers, a return type, or initialisers.
const FUNCTION_HEAD = /\)\s*(?:(?:const|noexcept|override|final|mutable)\b\s*|->[^;{}]*|:[^;{}]*)*$/;

/** The outermost functions of a text: where each one's head begins and its body ends. */
function* functionsOf(text) {
  let headStart = 0; // behind the last ; { or } that is not inside a function
  let depth = 0;
  let body = 0; // depth of the function that we are in, or 0
  for (const { 0: character, index } of text.matchAll(/[{};]/g)) {
    if (character === "{") {
      ++depth;
      const head = text.slice(headStart, index);
      if (body === 0 && FUNCTION_HEAD.test(head) && !/^\s*(?:class|struct|enum|namespace)\b/.test(head)) body = depth;
    }
    if (character === "}") {
      if (body === depth) {
        yield { start: headStart + text.slice(headStart).search(/\S/), end: index };
        body = 0;
      }
      --depth;
    }
    if (body === 0) headStart = index + 1;
  }
}

const faults = [];
let count = 0;
for (const file of files) {
  const text = blankOut(readFileSync(join(root, file), "utf8")).replace(/^[ \t]*#(?:[^\n\\]|\\[^])*/gm, (match) =>
    match.replace(/[^\n]/g, " "),
  );
  for (const { start, end } of functionsOf(text)) {
    ++count;
    const first = lineOf(text, start);
    const lines = lineOf(text, end) - first + 1;
    if (lines > MOST_LINES) faults.push(`${file}:${first}: this function has ${lines} lines; the most is ${MOST_LINES}`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${count} functions have at most ${MOST_LINES} lines`);
