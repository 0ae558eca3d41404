// The checks of scripts/ find what they are for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  ["a name that is banned", "core/text/span.h", "\n\nvoid f() { throw 1; }\n", "core/text/span.h:3:"],
]) {
  test(`layers: ${what}`, () => {
    const { status, faults } = check("check-layers.mjs", { [file]: text });
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
  ["a folder that stands below", { "web/src/base/a.ts": "\nimport { b } from '../text/b';\n", "web/src/text/b.ts": "" }, "web/src/base/a.ts:2:"],
  ["only a type of such a folder", { "web/src/base/a.ts": "import type { B } from '../text/b';\n", "web/src/text/b.ts": "" }, "web/src/base/a.ts:1:"],
  ["such a folder, downloaded later", { "web/src/text/a.ts": "void import('../app/b');\n", "web/src/app/b.ts": "" }, "web/src/text/a.ts:1:"],
  ["names over several lines", { "web/src/text/a.ts": "import {\n  b,\n} from '../app/b';\n", "web/src/app/b.ts": "" }, "web/src/text/a.ts:3:"],
  ["another feature", { "web/src/features/x/a.ts": "import '../y/b';\n", "web/src/features/y/b.ts": "" }, "web/src/features/x/a.ts:1:"],
  ["a feature by what features share", { "web/src/features/a.ts": "import './y/b';\n", "web/src/features/y/b.ts": "" }, "web/src/features/a.ts:1:"],
  ["more than app/ in the page's entry", { "web/src/main.ts": "import './text/b';\n", "web/src/text/b.ts": "" }, "web/src/main.ts:1:"],
  ["a folder that is not known", { "web/src/misc/a.ts": "" }, "web/src/misc/a.ts:1:"],
  ["a circle of two", { "web/src/text/a.ts": "import './b';\n", "web/src/text/b.ts": "import type { A } from './a';\n" }, "web/src/text/"],
  ["a circle of three", { "web/src/text/a.ts": "import './b';\n", "web/src/text/b.ts": "import './c';\n", "web/src/text/c.ts": "import './a';\n" }, "web/src/text/"],
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
