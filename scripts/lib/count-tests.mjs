// How many tests passed and failed, read from what a test runner printed: node scripts/lib/count-tests.mjs LOG STATUS
import { readFileSync } from "node:fs";

const [log, status] = process.argv.slice(2);
// Catch2 (all passed, or some), node --test, Playwright.
const PASSED = [/^All tests passed \(.* in (\d+) test cases?\)/, /^test cases:.*?(\d+) passed/, /^ℹ pass (\d+)/, /^ *(\d+) passed\b/];
const FAILED = [/^test cases:.*?(\d+) failed/, /^ℹ (?:fail|cancelled) (\d+)/, /^ *(\d+) (?:failed|flaky|did not run|interrupted)\b/];

const lines = readFileSync(log, "utf8")
  .replace(/\x1b\[[0-9;]*m/g, "")
  .split("\n");
const sum = (patterns) =>
  lines.flatMap((line) => patterns.map((pattern) => Number(pattern.exec(line)?.[1] ?? 0))).reduce((a, b) => a + b, 0);

let [passed, failed] = [sum(PASSED), sum(FAILED)];
// A check that counts nothing is one test, and a status that says "failed" is believed whatever was printed.
if (status !== "0") failed = Math.max(failed, 1);
else if (passed + failed === 0) passed = 1;
console.log(`${passed} ${failed}`);
