// Checks who includes whom: node scripts/check-layers.mjs [ROOT]. Prints each fault as FILE:LINE: what is wrong.
//
// - A folder of core/ may include itself and the folders that stand above it in LAYERS.
// - cli/ and wasm/ include of core/ only core/api/.
// - Only MATCHING may match a statement's elements; everybody else, core/explain/ first of all, reads what judge_statement() says.
// - core/ includes none of BANNED: what is heavy in WebAssembly, and what reads a clock, chance, a file or the environment.
// - A folder of web/src/ may import itself and the folders that stand above it in PAGE_LAYERS, types too. A feature imports no other
//   feature. No files of web/src/ import each other in a circle.
// - ARCHITECTURE.md has the same folders in the same order.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { blankOut } from "./lib/cpp-text.mjs";

const LAYERS = [
  "text",
  "json",
  "values",
  "catalog",
  "policy",
  "compile",
  "evaluate",
  "authorize",
  "world",
  "call",
  "sts",
  "iam",
  "explain",
  "scenario",
  "trust",
  "assist",
  "api",
];

// The folders that may include MATCHERS and call what they declare.
const MATCHING = ["evaluate", "authorize"];
const MATCHERS = ["core/evaluate/matchers.h", "core/evaluate/conditions.h"];
const MATCHER_NAMES = /\b(?:match_(?:principal|action|resource|pattern)|principal_naming|evaluate_condition|compare_value)\b/g;
const PAGE_LAYERS = ["base", "engine", "document", "text", "state", "forms", "timeline", "editor", "components", "features", "app"];

const BANNED = new Map(
  Object.entries({
    "heavy in WebAssembly": "format fstream functional iomanip ios iostream istream locale ostream regex sstream streambuf syncstream",
    "core/ knows no clock": "chrono ctime time.h sys/time.h",
    "core/ knows no chance": "random",
    "core/ reads no file": "cstdio filesystem fcntl.h stdio.h unistd.h",
    "core/ keeps no state and has no threads": "atomic future mutex shared_mutex thread",
    "core/ throws nothing": "exception stdexcept",
  }).flatMap(([why, headers]) => headers.split(" ").map((header) => [header, why])),
);

const BANNED_NAMES =
  /\b(?:std::(?:function|regex|random_device|time|clock|chrono|fopen|printf|puts)|getenv|rand|srand|throw|try|catch|dynamic_cast)\b(?!\s*=)/g;

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
const files = ["core", "cli", "wasm"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(?:h|cpp|inc)$/.test(name)),
);

/** Why `file` may not include `target`, or nothing. */
function whyNot(file, target, isSystem) {
  const [top, folder] = file.split("/");
  const [targetTop, targetFolder] = target.split("/");
  if (isSystem) return top === "core" ? BANNED.get(target) : undefined;
  if (targetTop !== "core") return `includes start at the root: "core/..."`;
  if (top !== "core") return targetFolder === "api" ? undefined : `${top}/ includes of core/ only core/api/`;
  if (!LAYERS.includes(folder)) return undefined; // said once for the file
  if (!LAYERS.includes(targetFolder)) return `core/${targetFolder}/ is not a known layer`;
  if (MATCHERS.includes(target) && !MATCHING.includes(folder)) return `${folder} reads judge_statement() and matches nothing itself`;
  return LAYERS.indexOf(targetFolder) <= LAYERS.indexOf(folder) ? undefined : `${folder} stands before ${targetFolder}`;
}

function faultsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const faults = [];
  text.split("\n").forEach((line, index) => {
    const include = /^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")/.exec(line);
    const why = include && whyNot(file, include[1] ?? include[2], include[1] !== undefined);
    if (why) faults.push(`${file}:${index + 1}: ${(include[1] ?? include[2]).trim()}: ${why}`);
  });
  if (!file.startsWith("core/")) return faults;
  if (!LAYERS.includes(file.split("/")[1])) faults.push(`${file}:1: core/${file.split("/")[1]}/ is not a known layer`);
  blankOut(text)
    .split("\n")
    .forEach((line, index) => {
      for (const [name] of line.matchAll(BANNED_NAMES)) faults.push(`${file}:${index + 1}: ${name}: not in core/`);
      if (MATCHING.includes(file.split("/")[1])) return;
      const names = [...line.matchAll(MATCHER_NAMES), ...(file.startsWith("core/explain/") ? line.matchAll(/\.match(?=\()/g) : [])];
      for (const [name] of names) faults.push(`${file}:${index + 1}: ${name}: only judge_statement() matches`);
    });
  return faults;
}

/** How the folders of a table in ARCHITECTURE.md, the one whose first line is `head`, differ from `layers`. */
function faultsOfTable(head, layers) {
  const name = "ARCHITECTURE.md";
  if (!existsSync(join(root, name))) return [];
  const lines = readFileSync(join(root, name), "utf8").split("\n");
  const start = lines.findIndex((line) => head.test(line));
  if (start < 0) return [`${name}:1: there is no table that starts with ${head.source}`];
  const rows = lines.slice(start + 2);
  const folders = rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .flatMap((line, index) => [...line.split("|")[1].matchAll(/`([^`]+)`/g)].map(([, folder]) => ({ folder, line: start + 3 + index })));
  const at = layers.findIndex((layer, index) => folders[index]?.folder !== layer);
  if (at < 0 && folders.length === layers.length) return [];
  const { folder = "nothing", line = start + 1 } = folders[at < 0 ? layers.length : at] ?? {};
  return [`${name}:${line}: ${folder} stands where this script has ${layers[at] ?? "nothing"}`];
}

const PAGE = "web/src/";
const pageFiles = new Set(
  readdirSync(join(root, PAGE), { recursive: true })
    .map((name) => PAGE + name)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")),
);

/** The files of the page that a file of it imports, with the line; types and what is downloaded later count as well. */
function importsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.[^']+)'/g)].flatMap(({ 1: name, index }) => {
    const path = posix.join(posix.dirname(file), name);
    const target = [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => pageFiles.has(candidate));
    return target ? [{ target, line: text.slice(0, index).split("\n").length }] : [];
  });
}

/** Why a file of the page may not import another, or nothing. */
function whyNotInPage(file, target) {
  const [layer, part, inPart] = file.slice(PAGE.length).split("/");
  const [targetLayer, targetPart, inTargetPart] = target.slice(PAGE.length).split("/");
  if (part === undefined) return targetLayer === "app" ? undefined : "what stands in no folder imports of the page only app/";
  if (!PAGE_LAYERS.includes(targetLayer)) return `${PAGE}${targetLayer} is no known layer`;
  if (PAGE_LAYERS.indexOf(targetLayer) > PAGE_LAYERS.indexOf(layer)) return `${layer} stands before ${targetLayer}`;
  const isOtherFeature = layer === "features" && targetLayer === "features" && inTargetPart !== undefined && part !== targetPart;
  return isOtherFeature ? `${inPart === undefined ? "what features share" : part} imports the feature ${targetPart}` : undefined;
}

/** Each circle of files that import each other, as a fault at the file where it was entered. */
function circlesOf(imports) {
  const faults = [];
  const done = new Set();
  const visit = (file, way) => {
    const start = way.indexOf(file);
    if (start >= 0)
      faults.push(`${file}:1: imports itself: ${[...way.slice(start), file].map((name) => name.slice(PAGE.length)).join(" -> ")}`);
    if (start >= 0 || done.has(file)) return;
    for (const { target } of imports.get(file)) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return faults;
}

function pageFaults() {
  const imports = new Map([...pageFiles].map((file) => [file, importsOf(file)]));
  const faults = circlesOf(imports);
  for (const [file, targets] of imports) {
    const [layer, rest] = file.slice(PAGE.length).split("/");
    if (rest !== undefined && !PAGE_LAYERS.includes(layer)) faults.push(`${file}:1: ${PAGE}${layer}/ is no known layer`);
    for (const { target, line } of targets) {
      const why = PAGE_LAYERS.includes(layer) || rest === undefined ? whyNotInPage(file, target) : undefined;
      if (why) faults.push(`${file}:${line}: ${target.slice(PAGE.length)}: ${why}`);
    }
  }
  return faults;
}

const faults = [
  ...files.flatMap(faultsOf),
  ...pageFaults(),
  ...faultsOfTable(/^\| folder(?: of `core\/`)? \|/, LAYERS),
  ...faultsOfTable(/^\| folder of `web\/src\/` \|/, PAGE_LAYERS),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${files.length + pageFiles.size} files keep to the layers`);
