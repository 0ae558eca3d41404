// Runs clang-tidy on what changed since it last found nothing: node scripts/tidy.mjs [--all] [FILE...]. It reads the compile commands
// of the asan build, and ninja's record of what each file includes: build that first.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const build = join(root, "build/asan");
const stamps = join(root, "build/tidy");
const all = process.argv.includes("--all");
const named = process.argv.slice(2).filter((argument) => argument !== "--all");

/** What each object file was made from, as far as it is the project's own. */
function readDependencies() {
  const dependencies = new Map();
  let files = [];
  for (const line of execFileSync("ninja", ["-C", build, "-t", "deps"], { encoding: "utf8", maxBuffer: 2 ** 28 }).split("\n")) {
    if (line.startsWith("    ")) {
      const file = resolve(build, line.trim());
      const path = relative(root, file);
      if (!path.startsWith("..") && !isAbsolute(path) && !path.startsWith("build/")) files.push(file);
    } else if (line.includes(": #deps")) {
      dependencies.set(line.slice(0, line.indexOf(": #deps")), (files = []));
    }
  }
  return dependencies;
}

const settings = readFileSync(join(root, ".clang-tidy"));
const hashes = new Map();
const hashOf = (file) => {
  if (!hashes.has(file)) hashes.set(file, createHash("sha256").update(readFileSync(file)).digest("hex"));
  return hashes.get(file);
};

const dependencies = readDependencies();
const files = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"))
  .map(({ file, output, command }) => {
    const from = dependencies.get(output ?? / -o (\S+)/.exec(command)[1]) ?? [];
    const hash = createHash("sha256").update(settings).update(command).update(from.map(hashOf).join());
    return { file, name: relative(root, file), key: hash.digest("hex") };
  })
  .filter(({ name }) => named.length === 0 || named.includes(name));

const stampOf = ({ name }) => join(stamps, name.replaceAll("/", "."));
const isDone = (file) => !all && existsSync(stampOf(file)) && readFileSync(stampOf(file), "utf8") === file.key;

const run = (file) =>
  new Promise((done) => {
    let output = "";
    const child = spawn("clang-tidy", ["--quiet", "-p", build, file.file], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.on("data", (data) => (output += data));
    child.on("error", (error) => done(`${file.name}: ${error.message}`));
    child.on("close", (code) => {
      if (code === 0) writeFileSync(stampOf(file), file.key);
      done(code === 0 ? "" : output || `${file.name}: clang-tidy ended with status ${code}`);
    });
  });

mkdirSync(stamps, { recursive: true });
const queue = files.filter((file) => !isDone(file));
let failed = 0;
const work = async () => {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const output = await run(file);
    if (output) {
      ++failed;
      console.error(output.trim());
    }
  }
};
const count = queue.length;
await Promise.all(Array.from({ length: Math.min(availableParallelism(), count) }, work));
console.log(`clang-tidy: ${files.length} files, ${count} looked at, ${failed} with findings`);
if (failed > 0) process.exit(1);
