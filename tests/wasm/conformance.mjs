// Every conformance case and every example, run by the WebAssembly module that ships: what a case expects must hold, and the report
// must be the native program's, byte for byte, in both languages.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { cases, expectedToFail, faults, listName, loadEngine, program, readCase, root } from "./cases.mjs";

const engine = await loadEngine();

const native = (options) => {
  const { stdout, stderr, error, signal } = spawnSync(program, ["run", ...options, "--", ...cases], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, NO_COLOR: "1" },
  });
  if (error) throw error;
  assert.equal(signal, null, `the native program ended by ${signal}: ${stderr}`);
  return stdout;
};

const languages = ["en", "ko"];
const nativeReports = new Map(languages.map((language) => [language, native(["--json", "--lang", language]).split("\n")]));

test("the native program answers each case with one line", () => {
  for (const language of languages) assert.equal(nativeReports.get(language).length, cases.length + 1);
});

for (const [index, name] of cases.entries()) {
  test(name, () => {
    const scenario = readCase(name);
    const reports = new Map(languages.map((language) => [language, engine.run(JSON.stringify({ scenario, language }))]));
    for (const language of languages) {
      assert.equal(reports.get(language), nativeReports.get(language)[index], `native and wasm disagree (${language})`);
    }
    const wrong = faults(JSON.parse(reports.get("en")));
    if (expectedToFail.has(name)) assert.notEqual(wrong, "", `it passes: take it off ${listName}`);
    else assert.equal(wrong, "", wrong);
  });
}

test("the engine names itself and its version", () => {
  const { name, version, scenarioFormat, reportFormat } = JSON.parse(engine.engineInfo());
  const printed = execFileSync(program, ["--version"], { encoding: "utf8" });
  assert.equal(`${name} ${version}\n`, printed);
  assert.equal(scenarioFormat, "sts-playground/1");
  assert.equal(reportFormat, "sts-playground-report/1");
});
