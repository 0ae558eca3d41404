// The checks of scripts/ find what they are for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { root } from "./wasm/cases.mjs";

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** What a check says of a repository that holds these files. */
function check(script, files) {
  const folder = mkdtempSync(join(tmpdir(), "sts-playground-scripts-"));
  made.push(folder);
  for (const top of ["core", "cli", "wasm", "tests", "web/src"]) mkdirSync(join(folder, top), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", script), folder], { encoding: "utf8" });
  return { status, faults: stderr.split("\n").slice(0, -1) };
}

const good = { status: 0, faults: [] };

test("layers: a folder may include itself and what stands above it", () => {
  assert.deepEqual(
    check("check-layers.mjs", {
      "core/json/parse.h": '#include <string>\n#include "core/json/value.h"\n#include "core/text/span.h"\n',
      "cli/main.cpp": '#include <cstdio>\n#include "core/api/api.h"\n',
      "core/authorize/a.cpp": '#include "core/evaluate/matchers.h"\nauto n = principal_naming(a, b, c, d);\n',
      "core/explain/a.cpp": '#include "core/evaluate/judge.h"\nauto j = judge_statement(policy, index, request);\n',
      "core/text/span.h": '// try, catch and "std::function" in remarks\nconst char* words = "throw";\n',
    }),
    good,
  );
});

for (const [what, file, text, place] of [
  ["a folder that stands below", "core/text/span.h", '\n#include "core/json/value.h"\n', "core/text/span.h:2:"],
  ["a folder that is not known", "core/text/span.h", '#include "core/misc/all.h"\n', "core/text/span.h:1:"],
  ["more than the api in the terminal program", "cli/main.cpp", '#include "core/json/value.h"\n', "cli/main.cpp:1:"],
  ["more than the api in the module", "wasm/bind.cpp", '#include "core/json/value.h"\n', "wasm/bind.cpp:1:"],
  ["a path that does not start at the root", "core/text/span.h", '#include "span.h"\n', "core/text/span.h:1:"],
  ["streams", "core/text/span.h", "#include <iostream>\n", "core/text/span.h:1:"],
  ["a clock", "core/text/span.h", "#include <chrono>\n", "core/text/span.h:1:"],
  ["a matcher in an explanation", "core/explain/a.cpp", '#include "core/evaluate/matchers.h"\n', "core/explain/a.cpp:1:"],
  ["a condition's matcher in the graph", "core/assist/a.cpp", '#include "core/evaluate/conditions.h"\n', "core/assist/a.cpp:1:"],
  ["a call of a matcher", "core/explain/a.cpp", "bool f() { return match_action(a, b); }\n", "core/explain/a.cpp:1:"],
  ["a pattern that an explanation matches", "core/explain/a.cpp", "auto f() { return pattern.match(a); }\n", "core/explain/a.cpp:1:"],
  ["a name that is banned", "core/text/span.h", "\n\nvoid f() { throw 1; }\n", "core/text/span.h:3:"],
]) {
  test(`layers: ${what}`, () => {
    const { status, faults } = check("check-layers.mjs", { [file]: text });
    assert.equal(status, 1);
    assert.equal(faults.length, 1);
    assert.ok(faults[0].startsWith(place), faults[0]);
  });
}

/** What check-layers.mjs holds, read from its own text: tables that agree are written from it. */
const script = readFileSync(join(root, "scripts/check-layers.mjs"), "utf8");
const listed = (name) =>
  [...new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(script)[1].matchAll(/"(\w+)"/g)].map(([, folder]) => folder);
const layers = listed("LAYERS");
const rows = (of, names) => `| folder of \`${of}/\` | what |\n|---|---|\n${names.map((name) => `| \`${name}\` | \`x\` |\n`).join("")}`;
const table = (names, page = listed("PAGE_LAYERS")) => `# Folders\n\n${rows("core", names)}\nMore.\n\n${rows("web/src", page)}\nMore.\n`;

test("layers: a table of the same folders in ARCHITECTURE.md is let through", () => {
  assert.deepEqual(check("check-layers.mjs", { "ARCHITECTURE.md": table(layers) }), good);
});

for (const [what, text, place] of [
  ["two folders in another order", table([layers[1], layers[0], ...layers.slice(2)]), "ARCHITECTURE.md:5:"],
  ["a folder that is missing", table(layers.slice(0, -1)), "ARCHITECTURE.md:"],
  ["a folder too many", table([...layers, "more"]), `ARCHITECTURE.md:${5 + layers.length}:`],
  ["no table of core", `# Folders\n\n${rows("web/src", listed("PAGE_LAYERS"))}\n`, "ARCHITECTURE.md:1:"],
  ["no table of the page", `# Folders\n\n${rows("core", layers)}\n`, "ARCHITECTURE.md:1:"],
  ["a folder of the page that is missing", table(layers, listed("PAGE_LAYERS").slice(1)), `ARCHITECTURE.md:${10 + layers.length}:`],
]) {
  test(`layers: ${what} in ARCHITECTURE.md`, () => {
    const { status, faults } = check("check-layers.mjs", { "ARCHITECTURE.md": text });
    assert.equal(status, 1);
    assert.equal(faults.length, 1);
    assert.ok(faults[0].startsWith(place), faults[0]);
  });
}

test("layers: the page's files may import their own folder and what stands above it", () => {
  assert.deepEqual(
    check("check-layers.mjs", {
      "web/src/main.ts": "import './app/page';\n",
      "web/src/app/page.ts": "import { a } from '../base/a';\nimport './parts';\nexport { a };\n",
      "web/src/app/parts.ts": "export const load = () => import('../features/graph/graph');\n",
      "web/src/features/graph/graph.ts": "import { words } from './words';\nimport type { A } from '../../base/a';\n",
      "web/src/features/graph/words.ts": "import { shared } from '../shared';\n",
      "web/src/features/shared.ts": "import { html } from 'lit';\n",
      "web/src/base/a.ts": "export type A = 'features/graph';\n",
    }),
    good,
  );
});

for (const [what, files, place] of [
  [
    "a folder that stands below",
    { "web/src/base/a.ts": "\nimport { b } from '../text/b';\n", "web/src/text/b.ts": "" },
    "web/src/base/a.ts:2:",
  ],
  [
    "only a type of such a folder",
    { "web/src/base/a.ts": "import type { B } from '../text/b';\n", "web/src/text/b.ts": "" },
    "web/src/base/a.ts:1:",
  ],
  [
    "such a folder, downloaded later",
    { "web/src/text/a.ts": "void import('../app/b');\n", "web/src/app/b.ts": "" },
    "web/src/text/a.ts:1:",
  ],
  [
    "names over several lines",
    { "web/src/text/a.ts": "import {\n  b,\n} from '../app/b';\n", "web/src/app/b.ts": "" },
    "web/src/text/a.ts:3:",
  ],
  ["another feature", { "web/src/features/x/a.ts": "import '../y/b';\n", "web/src/features/y/b.ts": "" }, "web/src/features/x/a.ts:1:"],
  [
    "a feature by what features share",
    { "web/src/features/a.ts": "import './y/b';\n", "web/src/features/y/b.ts": "" },
    "web/src/features/a.ts:1:",
  ],
  ["more than app/ in the page's entry", { "web/src/main.ts": "import './text/b';\n", "web/src/text/b.ts": "" }, "web/src/main.ts:1:"],
  ["a folder that is not known", { "web/src/misc/a.ts": "" }, "web/src/misc/a.ts:1:"],
  ["a circle of two", { "web/src/text/a.ts": "import './b';\n", "web/src/text/b.ts": "import type { A } from './a';\n" }, "web/src/text/"],
  [
    "a circle of three",
    { "web/src/text/a.ts": "import './b';\n", "web/src/text/b.ts": "import './c';\n", "web/src/text/c.ts": "import './a';\n" },
    "web/src/text/",
  ],
  ["a file that imports itself", { "web/src/text/a.ts": "import './a';\n" }, "web/src/text/a.ts:1:"],
]) {
  test(`layers of the page: ${what}`, () => {
    const { status, faults } = check("check-layers.mjs", files);
    assert.equal(status, 1);
    assert.equal(faults.length, 1, faults.join("\n"));
    assert.ok(faults[0].startsWith(place), faults[0]);
  });
}

const lines = (count) => "  g();  // }\n".repeat(count);

test("functions: 70 lines are let through", () => {
  assert.deepEqual(check("check-functions.mjs", { "core/text/a.cpp": `namespace n {\nint f() {\n${lines(68)}}\n${lines(80)}}\n` }), good);
});

for (const [what, head, tail] of [
  ["a function", "int f(int a,\n      int b) {\n", "}\n"],
  ["a member", "struct S {\n  int f() const noexcept {\n", "  }\n};\n"],
  ["a constructor", "S::S(int a) : a_(a), b_(2) {\n", "}\n"],
  ["a test", 'TEST_CASE("a { b") {\n', "}\n"],
  ["a function with blocks in it", "auto f() -> int {\n  if (a) {\n    b();\n  }\n", "}\n"],
]) {
  test(`functions: ${what} of more than 70 lines`, () => {
    const { status, faults } = check("check-functions.mjs", { "core/text/a.cpp": `\n${head}${lines(70)}${tail}` });
    assert.equal(status, 1);
    assert.equal(faults.length, 1);
    assert.match(faults[0], /^core\/text\/a\.cpp:[23]: this function has 7\d lines/);
  });
}

const runner = readFileSync(join(root, "scripts/test"), "utf8");
const suites = readFileSync(join(root, "scripts/suites.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/ +/))
  .map(([name, builds, ...reads]) => ({ name, builds: builds.split(","), reads }));
const shared = /^common=\((.*)\)$/m.exec(runner)[1].split(" ");

test("suites: each row of the table is run once, and nothing else is", () => {
  const loop = /^for name in (.*); do suite "\$name"; done$/m.exec(runner)[1].split(" ");
  const run = [...loop, ...[...runner.matchAll(/^suite (\w+)/gm)].map(([, name]) => name)];
  assert.deepEqual(run.sort(), suites.map(({ name }) => name).sort());
  for (const { name } of suites) assert.match(runner, new RegExp(`^${name}\\(\\) \\{`, "m"));
});

test("suites: what is built is known", () => {
  const presets = JSON.parse(readFileSync(join(root, "CMakePresets.json"), "utf8")).buildPresets.map(({ name }) => name);
  const known = ["-", "program", "module", "page", ...presets];
  for (const { name, builds } of suites)
    assert.deepEqual(
      builds.filter((what) => !known.includes(what)),
      [],
      name,
    );
});

/** A path, which may end in *.EXTENSION. */
function isThere(path) {
  const [folder, extension] = path.split("/*");
  if (extension === undefined) return existsSync(join(root, path));
  return readdirSync(join(root, folder)).some((name) => name.endsWith(extension));
}

test("suites: what is read is there, or built for it", () => {
  const built = { "build/bin/sts-playground": ["program", "page"], "web/src/engine/generated": ["module", "page"] };
  for (const { name, builds, reads } of [...suites, { name: "all", builds: [], reads: shared }]) {
    for (const path of reads) {
      if (path in built)
        assert.ok(
          builds.some((what) => built[path].includes(what)),
          `${name}: nothing builds ${path}`,
        );
      else assert.ok(isThere(path), `${name}: there is no ${path}`);
    }
  }
});

test("suites: each folder is read by one of them, and README.md by none", () => {
  const read = [...shared, ...suites.flatMap(({ reads }) => reads)];
  const isRead = (path) => read.some((name) => path === name || path.startsWith(`${name}/`));
  const folders = (below) =>
    readdirSync(join(root, below), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(below, name));
  const own = [".git", "build", "node_modules", "test-results", "playwright-report", ".vscode", ".idea"];
  for (const folder of folders(".")) assert.ok(own.includes(folder) || isRead(folder), `no suite reads ${folder}`);
  for (const folder of folders("tests")) {
    // Not only those that check the layout of whatever is there.
    const readers = suites.filter(({ name, reads }) => !["style", "scripts", "tidy"].includes(name) && reads.includes(folder));
    assert.notEqual(readers.length, 0, `no suite reads ${folder}`);
  }
  assert.equal(isRead("README.md"), false);
});

const catalog = {
  "core/catalog/operations.cpp":
    '    {"sts:AssumeRole", C::of_caller, I::role_session, P::new_call},\n    {"cli", C::of_profile, I::nothing, P::nothing},\n',
  "core/catalog/parameters.cpp":
    '    {"sts:AssumeRole", "RoleArn", string, true, 20, 2048, C::arn, M::role_arn},\n' +
    '    {"sts:AssumeRole", "Tags", tag_list, false, 0, 50, C::any, M::session_tags},\n' +
    '    {"cli", "action", string, true, 1, 1024, C::any, M::action},\n',
};

test("names: remarks, sentences, policies and words that only look like a name are let through", () => {
  assert.deepEqual(
    check("check-names.mjs", {
      ...catalog,
      "web/src/a.ts": "// sts:AssumeRole has RoleArn.\nconst words = ['Tags', `action`, 'sts:RoleArn', 'sts:GetSessionToken'];\n",
      "web/src/features/a/texts.en.ts": "export const en = { about: 'For sts:AssumeRole only.' };\n",
      "web/src/features/world/templates.ts": "const policy = { Action: 'sts:AssumeRole' };\n",
      "web/src/engine/generated/a.ts": "const call = 'sts:AssumeRole';\n",
    }),
    good,
  );
});

for (const [what, text] of [
  ["an operation", "const is = call === 'sts:AssumeRole';"],
  ["an operation in a longer text", "const about = `${id}: sts:AssumeRole`;"],
  ["operations by a pattern", "const is = /^sts:(?:Assume|Get)/.test(call);"],
  ["a parameter", "const value = given['RoleArn'];"],
  ["a parameter as a member", "const value = given.RoleArn;"],
  ["a parameter as a field", "const given = { RoleArn: arn };"],
  ["a parameter that is a word", "const tags = given['Tags'];"],
  ["a parameter in a pointer", "const problems = problemsOf(`/with/Tags/${index}`);"],
]) {
  test(`names: ${what}`, () => {
    const { status, faults } = check("check-names.mjs", { ...catalog, "web/src/a.ts": `\n${text}\n` });
    assert.equal(status, 1);
    assert.equal(faults.length, 1);
    assert.ok(faults[0].startsWith("web/src/a.ts:2: "), faults[0]);
  });
}

test("names: an operation alone is no sentence", () => {
  const { status } = check("check-names.mjs", { ...catalog, "web/src/i18n/en.ts": "export const en = { call: 'sts:AssumeRole' };\n" });
  assert.equal(status, 1);
});
