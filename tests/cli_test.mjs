// The program in a terminal: what it prints, and how it ends.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { program } from "./wasm/cases.mjs";

const folder = mkdtempSync(join(tmpdir(), "sts-playground-cli-"));
after(() => rmSync(folder, { recursive: true }));

const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const scenario = (decision) => ({
  format: "sts-playground/1",
  now: "2026-01-15T09:00:00Z",
  accounts: {
    111122223333: {
      users: { alice: {} },
      roles: {
        Target: {
          trust: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:user/alice" }, Action: "sts:AssumeRole" }],
          },
        },
      },
    },
  },
  steps: [
    {
      id: "assume",
      as: "arn:aws:iam::111122223333:user/alice",
      call: "sts:AssumeRole",
      with: { RoleArn: "arn:aws:iam::111122223333:role/Target", RoleSessionName: "alice" },
      expect: { decision },
    },
  ],
});
const holdsText = JSON.stringify(scenario("Allow"));
const failsText = JSON.stringify(scenario("Deny"));

const holds = file("holds.json", JSON.stringify(scenario("Allow"), null, 2));
const fails = file("fails.json", failsText);
const notJson = file("not-json.json", '{\n  "format": "sts-playground/1",\n  steps\n}\n');
const notAScenario = file("not-a-scenario.json", '{"format": "sts-playground/1", "stepz": []}');
const empty = file("empty.json", "");
const brackets = file("brackets.json", "[".repeat(10_000_000));
const manyBrackets = file("many-brackets.json", "[".repeat(3_000_000));
const notUtf8 = file("not-utf8.json", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
const missing = join(folder, "missing.json");

const cli = (args, { input, env } = {}) => {
  const { status, signal, stdout, stderr } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  });
  assert.equal(signal, null, `ended by ${signal}: ${stderr}`);
  return { status, stdout, stderr, lines: stdout.split("\n").slice(0, -1) };
};

test("0 where every expectation holds", () => {
  const { status, stdout, stderr } = cli(["run", holds]);
  assert.equal(status, 0);
  assert.match(stdout, /holds\.json/);
  assert.match(stdout, /arn:aws:iam::111122223333:user\/alice/);
  assert.equal(stderr, "");
});

test("1 where an expectation fails, and the text names it", () => {
  const { status, stdout } = cli(["run", fails]);
  assert.equal(status, 1);
  assert.match(stdout, /Expected Denied, got Allowed/);
});

for (const [what, path, place] of [
  ["text that is no JSON", notJson, /not-json\.json:3:3/],
  ["JSON that is no scenario", notAScenario, /not-a-scenario\.json:1:/],
  ["an empty file", empty, /empty\.json:1:1/],
  ["ten megabytes of brackets", brackets, /brackets\.json/],
  ["brackets below the size limit", manyBrackets, /many-brackets\.json:1:/],
  ["text that is not UTF-8", notUtf8, /not-utf8\.json:1:3/],
]) {
  test(`2 for ${what}, and the text says where`, () => {
    const { status, stdout } = cli(["run", path]);
    assert.equal(status, 2);
    assert.match(stdout, place);
    assert.ok(stdout.length < 10_000, "the input is not repeated");
  });

  test(`--json reports ${what}`, () => {
    const { status, lines } = cli(["run", "--json", path]);
    assert.equal(status, 2);
    assert.equal(lines.length, 1);
    const report = JSON.parse(lines[0]);
    assert.equal(report.valid, false);
    assert.ok(report.diagnostics.some(({ severity }) => severity === "error"));
    assert.deepEqual(report.steps, []);
  });
}

test("2 for a file that cannot be read; the others are run all the same, and the worst status wins", () => {
  const { status, stdout, stderr } = cli(["run", missing, fails, holds]);
  assert.equal(status, 2);
  assert.match(stderr, /missing\.json: No such file/);
  assert.match(stdout, /fails\.json/);
  assert.match(stdout, /holds\.json/);
  assert.match(cli(["run", folder]).stderr, /directory/);
  assert.equal(cli(["run", fails, holds]).status, 1);
  assert.equal(cli(["run", holds, notJson, fails]).status, 2);
});

test("--json prints one report a file, one line each, in order", () => {
  const { status, lines } = cli(["run", "--json", holds, notJson, fails]);
  assert.equal(status, 2);
  const reports = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    reports.map(({ valid }) => valid),
    [true, false, true],
  );
  assert.deepEqual(
    reports.map(({ expectations }) => expectations.failed),
    [0, 0, 1],
  );
  assert.ok(reports.every(({ format }) => format === "sts-playground-report/1"));
});

test("options may stand before and behind files", () => {
  const before = cli(["run", "--json", "--lang", "ko", holds]);
  assert.equal(before.status, 0);
  assert.deepEqual(cli(["run", holds, "--json", "--lang=ko"]), before);
  assert.deepEqual(cli(["--json", "--lang=ko", "run", holds]), before);
  assert.deepEqual(cli(["run", "--json", "--lang=ko", "--", holds]), before);
});

test("--lang ko explains in Korean", () => {
  assert.match(cli(["run", "--lang", "ko", fails]).stdout, /[가-힣]/);
  assert.doesNotMatch(cli(["run", "--lang", "en", fails]).stdout, /[가-힣]/);
});

test("- reads standard input", () => {
  assert.equal(cli(["run", "-"], { input: holdsText }).status, 0);
  assert.equal(cli(["run", "-"], { input: failsText }).status, 1);
  assert.equal(cli(["run", "-", holds], { input: "" }).status, 2);
});

test("--jsonl reads a scenario a line and writes a report a line, in order", () => {
  const input = [holdsText, "no json", failsText, "", holdsText].join("\n");
  const { status, lines } = cli(["run", "--jsonl", "-"], { input });
  assert.equal(status, 2);
  const reports = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    reports.map(({ valid }) => valid),
    [true, false, true, false, true],
  );
  assert.deepEqual(
    reports.map(({ expectations }) => expectations.failed),
    [0, 0, 1, 0, 0],
  );
  assert.deepEqual(cli(["run", "--jsonl", file("lines.jsonl", `${input}\r\n`)]).lines, lines);
  assert.equal(cli(["run", "--jsonl", "-"], { input: "" }).stdout, "");
});

test("--jsonl answers a line that is too long with one report, and goes on", () => {
  const { status, lines } = cli(["run", "--jsonl", "-"], { input: `${"[".repeat(10_000_000)}\n${holdsText}\n` });
  assert.equal(status, 2);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).valid),
    [false, true],
  );
});

// Sanitizers reserve more memory than any limit would leave them.
test("--jsonl needs no more memory for a longer line", { skip: program.includes("/asan/") }, () => {
  const command = `ulimit -v 131072; head -c 300000000 /dev/zero | '${program}' run --jsonl -`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 2);
  assert.equal(JSON.parse(stdout).valid, false);
});

test("--jsonl answers each line before the next one comes", { timeout: 20_000 }, async () => {
  const child = spawn(program, ["run", "--jsonl", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdout.setEncoding("utf8");
  for (let round = 0; round < 3; ++round) {
    child.stdin.write(`${holdsText}\n`);
    let answer = "";
    while (!answer.endsWith("\n")) answer += await new Promise((resolve) => child.stdout.once("data", resolve));
    assert.equal(JSON.parse(answer).valid, true);
  }
  child.stdin.end();
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 0);
});

test("no colour where standard output is no terminal", () => {
  assert.ok(!cli(["run", holds], { env: { NO_COLOR: "" } }).stdout.includes("\x1b"));
});

test("colour on a terminal, unless NO_COLOR says no", () => {
  // script(1) gives the program a terminal.
  const onTerminal = (noColor) =>
    spawnSync("script", ["--quiet", "--return", "--command", `'${program}' run '${holds}'`, "/dev/null"], {
      encoding: "utf8",
      env: { ...process.env, TERM: "xterm", NO_COLOR: noColor },
    });
  const coloured = onTerminal("");
  assert.equal(coloured.status, 0, coloured.stderr);
  assert.ok(coloured.stdout.includes("\x1b["));
  assert.ok(!onTerminal("1").stdout.includes("\x1b"));
});

test("--help and --version", () => {
  for (const args of [["--help"], ["run", "--help"], ["-h"]]) {
    const { status, stdout, stderr } = cli(args);
    assert.equal(status, 0);
    for (const word of ["run FILE...", "--json", "--jsonl", "--lang", "NO_COLOR"]) assert.ok(stdout.includes(word), word);
    assert.equal(stderr, "");
  }
  assert.match(cli(["--version"]).stdout, /^sts-playground \d+\.\d+\.\d+\n$/);
});

test("2 and a message for a command line that is not understood", () => {
  for (const [args, why] of [
    [[], /no command/],
    [["run"], /no file/],
    [["run", "--json"], /no file/],
    [["run", "--yaml", holds], /unknown option "--yaml"/],
    [["run", "-x", holds], /unknown option "-x"/],
    [["walk", holds], /unknown command "walk"/],
    [["run", holds, "--lang"], /--lang takes en or ko/],
    [["run", holds, "--lang", "fr"], /--lang takes en or ko/],
  ]) {
    const { status, stdout, stderr } = cli(args);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, why);
  }
});

test("2 where standard output cannot take it", { skip: process.platform !== "linux" }, () => {
  const { status, stderr } = spawnSync("sh", ["-c", `'${program}' run '${holds}' > /dev/full`], { encoding: "utf8" });
  assert.equal(status, 2);
  assert.match(stderr, /standard output: No space/);
});

test("--as aws-cli prints the command and the answer as the AWS CLI does", () => {
  const answer = cli(["run", "--as", "aws-cli", holds]);
  assert.equal(answer.status, 0);
  assert.match(answer.stdout, /^\$ aws sts assume-role --role-arn arn:aws:iam::111122223333:role\/Target --role-session-name alice$/m);
  const response = JSON.parse(answer.stdout.slice(answer.stdout.indexOf("{")));
  assert.equal(response.AssumedRoleUser.Arn, "arn:aws:sts::111122223333:assumed-role/Target/alice");
  assert.equal(response.Credentials.Expiration, "2026-01-15T10:00:00Z");

  const refused = scenario("Deny");
  refused.steps[0].with.RoleArn = "arn:aws:iam::111122223333:role/Missing";
  const denied = cli(["run", "--as=aws-cli", file("denied.json", JSON.stringify(refused))]);
  assert.equal(denied.status, 0);
  assert.ok(
    denied.stdout.endsWith(
      "\n\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/alice is not " +
        "authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Missing\n",
    ),
    denied.stdout,
  );
});

test("catalog prints what the page's editor knows, in both languages", () => {
  const catalog = (...options) => {
    const { status, stdout, stderr } = cli(["catalog", ...options]);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    return JSON.parse(stdout);
  };
  const english = catalog();
  const korean = catalog("--lang=ko");
  assert.deepEqual(catalog("--lang", "en"), english);
  assert.match(english.elements.find(({ name }) => name === "Sid").text, /unique within the policy/);
  assert.match(korean.elements.find(({ name }) => name === "Sid").text, /고유한/);
  // Only words differ.
  const wordless = (value) => JSON.stringify(value, (key, inner) => (key === "text" ? undefined : inner));
  assert.equal(wordless(korean), wordless(english));
  assert.deepEqual(english.conditionKeys.find(({ name }) => name === "sts:ExternalId").operations, ["sts:AssumeRole"]);
});

test("types prints what the engine's answers look like, for compilers and for checks", () => {
  const types = (...options) => {
    const { status, stdout, stderr } = cli(["types", ...options]);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    return stdout;
  };
  assert.match(types(), /^export interface Report \{\n {2}format: string;\n {2}diagnostics: Diagnostic\[\];$/m);
  assert.deepEqual(JSON.parse(types("--json")).objects.Report.steps, { type: "Step", list: true });
  const { status, stdout, stderr } = cli(["types", "--lang", "ko"]);
  assert.equal(status, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /^sts-playground: types takes nothing but --json\nUsage: /);
});

test("catalog takes nothing but a language", () => {
  for (const options of [["--lang"], ["--lang", "fr"], ["x.json"], ["--json"]]) {
    const { status, stdout, stderr } = cli(["catalog", ...options]);
    assert.equal(status, 2, options.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /^sts-playground: .*\nUsage: /);
  }
});
