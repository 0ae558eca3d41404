// What the tests under Node.js share: the cases, the list of those expected to fail, the module as it ships, the native program.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const program = process.env.STS_PLAYGROUND_PROGRAM ?? join(root, "build/bin/sts-playground");
export const listName = "tests/conformance/expected-to-fail.txt";

const filesBelow = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    : [];

/** Paths from the root, sorted. */
export const cases = ["tests/conformance", "examples"]
  .flatMap(filesBelow)
  .filter((name) => name.endsWith(".json"))
  .sort();

export const expectedToFail = new Set(
  readFileSync(join(root, listName), "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean),
);

export const readCase = (name) => readFileSync(join(root, name), "utf8");

/** The engine that the page loads: the same module, the same glue. */
export async function loadEngine() {
  const generated = join(root, "web/src/engine/generated");
  const { default: create } = await import(pathToFileURL(join(generated, "sts-playground.mjs")));
  return create({ wasmBinary: readFileSync(join(generated, "sts-playground.wasm")) });
}

const describeFailure = (report, { step, field, expected, actual }) => {
  const summary = report.steps.find(({ id }) => id === step)?.explanation.summary;
  return `step ${step}: ${field}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}\n  ${summary}`;
};

/** What went wrong, a line a fault; empty where the scenario is valid and all that it expects, which is something, holds. */
export const faults = (report) =>
  [
    ...(report.valid ? [] : ["not a valid scenario"]),
    // A case that judges nothing would always pass.
    ...(report.valid && report.expectations.passed + report.expectations.failed === 0 ? ["no expectation was judged"] : []),
    ...report.diagnostics
      .filter(({ severity }) => !report.valid && severity === "error")
      .map(({ range, message }) => `${JSON.stringify(range.start)} ${message}`),
    ...report.expectations.failures.map((failure) => describeFailure(report, failure)),
  ].join("\n");
