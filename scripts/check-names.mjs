// Checks that the page knows no operation and no parameter by name: node scripts/check-names.mjs [ROOT]. Prints each fault as
// FILE:LINE: what is wrong.
//
// What an operation needs and what a parameter means stands in core/catalog/; the page finds both by that. The names are read there. In
// web/src/ no text may hold an operation's name, none may be a parameter's, and no member may have one, but for ALLOWED.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where an operation may be named, and why. `text`: whether a text that names it is one of those. */
const ALLOWED = [
  {
    why: "a sentence for people decides nothing",
    files: /^web\/src\/(?:.+\/)?(?:texts\.)?(?:en|ko)\.ts$/,
    text: (text) => text.includes(" "),
  },
  {
    why: "the text of a policy names actions, and an operation's name is one",
    files: /^web\/src\/(?:features\/world\/(?:trust-)?templates|(?:.+\/)?sts-policy-field)\.ts$/,
    text: () => true,
  },
];

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));

/** The captures of a pattern in a table of the catalog. */
const rowsOf = (table, pattern) => [...readFileSync(join(root, "core/catalog", table), "utf8").matchAll(pattern)];

const operations = new Set(rowsOf("operations.cpp", /^ +\{"(\w+:\w+)", /gm).map((row) => row[1]));
// The parameters of a cli step are the scenario's own, and words that mean other things as well: "action", "resource".
const parameters = new Set(rowsOf("parameters.cpp", /^ +\{"\w+:\w+", "(\w+)", /gm).map((row) => row[1]));
const services = [...new Set([...operations].map((name) => name.split(":")[0]))];
if (operations.size === 0 || parameters.size === 0) throw new Error("no names were found in core/catalog/");

// "Tags" and "token" are words that a text may consist of; "RoleArn" is none.
const isWord = (name) => !/[a-z][A-Z]/.test(name);

const TOKENS = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

/** Why a text may not stand in a file, or nothing. `indexes`: whether it stands in brackets, as a member's name. */
function whyNotText(file, text, indexes) {
  const named = (text.match(/[a-z]+:[A-Za-z]+/g) ?? []).find((word) => operations.has(word));
  if (named && !ALLOWED.some(({ files, text: allows }) => files.test(file) && allows(text)))
    return `"${named}" is the name of an operation`;
  const parameter = parameters.has(text) && (indexes || !isWord(text)) ? text : /\/with\/(\w+)/.exec(text)?.[1];
  return parameters.has(parameter) ? `"${parameter}" is the name of a parameter` : undefined;
}

function* faultsOf(file) {
  const source = readFileSync(join(root, file), "utf8");
  const place = (index) => `${file}:${source.slice(0, index).split("\n").length}`;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token.startsWith("/")) continue;
    const why = whyNotText(file, token.slice(1, -1), source[index - 1] === "[" && source[index + token.length] === "]");
    if (why) yield `${place(index)}: ${why}`;
  }
  const code = source.replace(TOKENS, (token) => token.replace(/[^\n]/g, " "));
  for (const { 0: name, index } of code.matchAll(/(?<=\.)\w+\b|\b\w+(?=\s*:)/g)) {
    const isMember = code[index - 1] === ".";
    if (parameters.has(name) && (!isWord(name) || (isMember && /^[A-Z]/.test(name))))
      yield `${place(index)}: ${name} is the name of a parameter`;
  }
  // /^sts:AssumeRole/ and /^sts:(?:Assume|Get)/
  for (const { 0: pattern, index } of code.matchAll(new RegExp(`\\b(?:${services.join("|")}):[(?:]*[A-Z]\\w*`, "g"))) {
    yield `${place(index)}: a pattern must not name operations: ${pattern}`;
  }
}

const folder = join(root, "web/src");
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map((name) => `web/src/${name}`)
      .filter((name) => name.endsWith(".ts") && !name.includes("/generated/"))
  : [];
const faults = files.flatMap((file) => [...faultsOf(file)]);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${files.length} files of the page know no operation and no parameter by name`);
