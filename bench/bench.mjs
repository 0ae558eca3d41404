// How long the WebAssembly module takes under Node.js: node bench/bench.mjs. The scenarios are those of bench/evaluate_bench.cpp.
import { cases, loadEngine, readCase } from "../tests/wasm/cases.mjs";
import { assumeRole, hostilePattern } from "./scenarios.mjs";

const REPETITIONS = 9;
const WARM_UP = 200; // ms
const MEASURED = 300; // ms for one repetition

const engine = await loadEngine();

const runFor = (milliseconds, work) => {
  const start = performance.now();
  let count = 0;
  let now = start;
  for (; now - start < milliseconds; now = performance.now()) {
    for (let i = 0; i < 10; ++i) work();
    count += 10;
  }
  return ((now - start) * 1000) / count; // microseconds a run
};

/** The figures of the repetitions, and how far they lie apart. */
function noise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return { min: sorted[0], median: sorted[(sorted.length - 1) / 2], max: sorted.at(-1), cv: deviation / mean };
}

function measure(name, scenario, options = {}) {
  const request = JSON.stringify({ scenario, language: "en", ...options });
  const { valid, expectations } = JSON.parse(engine.run(request));
  if (!valid || expectations.failed > 0) throw new Error(`${name}: an expectation does not hold`);
  const work = () => engine.run(request);
  runFor(WARM_UP, work);
  const { min, median, max, cv } = noise(Array.from({ length: REPETITIONS }, () => runFor(MEASURED, work)));
  const figures = [min, median, max].map((n) => n.toFixed(1).padStart(12));
  console.log(`${name.padEnd(42)}${figures.join("")}${`${(cv * 100).toFixed(1)} %`.padStart(10)}${Math.round(1e6 / median).toString().padStart(14)}`);
  return median;
}

const heads = ["min us", "median us", "max us"].map((head) => head.padStart(12)).join("");
console.log(`${`WebAssembly, Node.js ${process.version}`.padEnd(42)}${heads}${"cv".padStart(10)}${"a second".padStart(14)}`);
measure("JSON to report, one statement", JSON.stringify(assumeRole(0)));
measure("JSON to report, fifty statements", JSON.stringify(assumeRole(49)));
measure("JSON to report, the hostile pattern", JSON.stringify(hostilePattern()));
const one = measure("JSON to report, one statement, one step", JSON.stringify(assumeRole(0, 1)));
const many = measure("JSON to report, one statement, 101 steps", JSON.stringify(assumeRole(0, 101)));
console.log(`A further step with its report takes ${((many - one) / 100).toFixed(1)} us`);

// What the page asks for at each keystroke: the longest example, with the explanation of the step that is shown. It should stay below
// 3 ms, so that with the drawing a verdict comes within a frame.
const largest = cases
  .filter((name) => name.startsWith("examples/"))
  .map((name) => ({ name, text: readCase(name) }))
  .reduce((a, b) => (b.text.length > a.text.length ? b : a));
measure(`${largest.name}, every step explained`, largest.text);
measure(`${largest.name}, one step explained`, largest.text, { explain: ["0"] });
