// The page on accuracy is counted from the cases, and each case says what it rests on.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { evidenceOf, sourcesOf } from "../scripts/lib/evidence.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cases = join(root, "tests/conformance");

test("docs/accuracy.md and docs/accuracy.ko.md are what the cases give", () => {
  execFileSync(process.execPath, [join(root, "scripts/accuracy.mjs"), "--check"], { stdio: "pipe" });
});

test("every case names a source and the class of its evidence", () => {
  for (const name of readdirSync(cases, { recursive: true }).filter((file) => file.endsWith(".json"))) {
    const scenario = JSON.parse(readFileSync(join(cases, name), "utf8"));
    assert.notEqual(sourcesOf(scenario).length, 0, `${name} names no source`);
    assert.notEqual(evidenceOf(scenario), null, `${name} has no class of evidence`);
  }
});

for (const [description, evidence] of [
  ["Source: https://docs.aws.amazon.com/IAM/\n\nEvidence: inferred.", "inferred"],
  ["Recorded: 2026-09-11 (IAM, us-east-1). Source: https://github.com/a/b", "recorded"],
  ["Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html", "documented"],
  ["Source: https://github.com/aws/aws-cli/issues/1", "observed"],
  ["Source: https://docs.aws.amazon.com/IAM/ Evidence: guessed.", null],
  ["No source.", null],
]) {
  test(`evidence: ${JSON.stringify(description)} is ${evidence}`, () => {
    assert.equal(evidenceOf({ description: { en: description, ko: "" } }), evidence);
  });
}
