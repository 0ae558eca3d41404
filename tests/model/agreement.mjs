// Does the engine decide as the naive evaluator does? Random cases, each judged by both:
//   node tests/model/agreement.mjs [COUNT] [--seed SEED] [--program PATH]
// The engine is the WebAssembly module that ships; with --program it is that native program. One disagreement is looked at again with
// a count of 1 and its own seed. Scenarios that the two judge differently are left in build/.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadEngine, root } from "../wasm/cases.mjs";
import { decide } from "./naive-evaluator.mjs";
import { asScenario, randomCase } from "./random-policies.mjs";

const BATCH = 500;
const MOST_SHOWN = 10;

/** Judges scenarios with the module that ships: texts to reports. */
async function wasmJudge() {
  const engine = await loadEngine();
  return (scenarios) => scenarios.map((scenario) => JSON.parse(engine.run(JSON.stringify({ scenario, language: "en" }))));
}

/** Judges scenarios with a native program. */
function nativeJudge(program) {
  return (scenarios) => {
    const input = scenarios.map((scenario) => `${scenario}\n`).join("");
    const { stdout, stderr, error, signal } = spawnSync(program, ["run", "--jsonl", "-"], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
    if (error) throw error;
    if (signal !== null) throw new Error(`${program} ended by ${signal}: ${stderr}`);
    const reports = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    if (reports.length !== scenarios.length) throw new Error(`${reports.length} answers to ${scenarios.length} scenarios: ${stderr}`);
    return reports;
  };
}

/** The engine's decision about the step "probe", in the naive evaluator's words. */
function decisionOf(report) {
  if (!report.valid) {
    const errors = report.diagnostics.filter(({ severity }) => severity === "error").map(({ code, pointer }) => `${code} at ${pointer}`);
    return { decision: `no valid scenario (${errors.join(", ")})`, explicit: false };
  }
  const probe = report.steps.find(({ id }) => id === "probe");
  const setUp = report.steps.find(({ id, decision }) => id !== "probe" && decision !== "Allow");
  if (setUp) return { decision: `step ${setUp.id}: ${setUp.decision} (${setUp.error?.message})`, explicit: false };
  const layers = probe.explanation.authorizations.flatMap(({ layers: all }) => all);
  return {
    decision: probe.decision,
    explicit: layers.some(({ verdict }) => verdict === "explicit-deny"),
    summary: probe.explanation.summary,
  };
}

function keep(seed, scenario) {
  const file = join("build", `disagreement-${seed}.json`);
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(join(root, file), `${JSON.stringify(scenario, null, 2)}\n`);
  return file;
}

const words = ({ decision, explicit }) => (explicit ? `explicit ${decision}` : decision);

/** Judges `count` cases of the seeds from `firstSeed` on. Gives the disagreements. */
export function disagreements(judge, count, firstSeed) {
  const found = [];
  for (let done = 0; done < count; done += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, count - done) }, (_, n) => (firstSeed + done + n) >>> 0);
    const cases = seeds.map(randomCase);
    const scenarios = cases.map(asScenario);
    const reports = judge(scenarios.map((scenario) => JSON.stringify(scenario)));
    for (const [n, report] of reports.entries()) {
      const wanted = decide(cases[n]);
      const actual = decisionOf(report);
      if (words(wanted) === words(actual)) continue;
      found.push({ seed: seeds[n], naive: words(wanted), engine: words(actual), summary: actual.summary, scenario: scenarios[n] });
    }
  }
  return found;
}

/** Prints how it went; gives the number of disagreements. */
export async function compare({ count, seed = randomInt(2 ** 32), program } = {}) {
  const judge = program ? nativeJudge(program) : await wasmJudge();
  const found = disagreements(judge, count, seed);
  for (const { seed: own, naive, engine, summary, scenario } of found.slice(0, MOST_SHOWN)) {
    console.log(`seed ${own}: the naive evaluator says ${naive}, the engine ${engine}: ${summary ?? ""}\n  ${keep(own, scenario)}`);
  }
  console.log(`${count} random cases from seed ${seed}: ${count - found.length} in agreement, ${found.length} not`);
  return found.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" }, program: { type: "string" } } });
  const seed = values.seed ?? process.env.STS_PLAYGROUND_SEED;
  const found = await compare({
    count: Number(positionals[0] ?? 100_000),
    seed: seed === undefined ? undefined : Number(seed),
    program: values.program,
  });
  process.exitCode = found > 0 ? 1 : 0;
}
