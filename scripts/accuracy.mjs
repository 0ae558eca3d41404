// How the engine's answers compare with what is known of AWS, counted from the cases: node scripts/accuracy.mjs writes docs/accuracy.md and
// docs/accuracy.ko.md; --check fails where they differ from what would be written; --html FOLDER writes them as pages into a folder.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLASSES, evidenceOf } from "./lib/evidence.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "build/bin/sts-playground");
const folder = "tests/conformance";

const TEXTS = {
  en: {
    title: "Accuracy",
    top: (held, all) => `**${held} of ${all} recorded answers of AWS hold (${percent(held, all)}).**`,
    intro:
      "A case is a scenario whose expected answers come from outside of this project: from captures of real calls, from AWS's documentation, " +
      "or from what people reported. Every case names its source. This page is counted from them by `node scripts/accuracy.mjs`.",
    classes: "Steps by evidence",
    head: ["Evidence", "Meaning", "Files", "Steps with an expectation", "Hold"],
    meaning: {
      recorded: "AWS was called, and answered this",
      documented: "AWS's documentation says so",
      observed: "people reported it, in an issue or a post",
      inferred: "no source says it; it follows from what is known",
    },
    topics: "What is covered",
    topicHead: ["Topic", "Files", "Steps", "Hold"],
    disputed: "What is disputed",
    disputedIntro: "Sources contradict each other. A verdict that rests on one of these says so, and what it would be the other way.",
    disputedHead: ["", "Question", "The default"],
    notModelled: "What is not modelled",
    failing: "Cases that do not hold",
    none: "None.",
  },
  ko: {
    title: "정확도",
    top: (held, all) => `**AWS의 기록된 응답 ${all}건 중 ${held}건이 일치합니다(${percent(held, all)}).**`,
    intro:
      "케이스는 기대 결과를 이 프로젝트 밖에서 가져온 시나리오입니다. 실제 호출의 기록, AWS 설명서, 사람들이 보고한 내용이 근거이며 " +
      "케이스마다 출처를 적습니다. 이 문서는 `node scripts/accuracy.mjs`가 케이스를 세어 만듭니다.",
    classes: "근거별 단계 수",
    head: ["근거", "뜻", "파일", "기대 결과가 있는 단계", "일치"],
    meaning: {
      recorded: "AWS를 실제로 호출하여 받은 응답",
      documented: "AWS 설명서에 적힌 내용",
      observed: "사람들이 이슈나 글로 보고한 내용",
      inferred: "출처가 없어 알려진 사실에서 추론한 내용",
    },
    topics: "다루는 범위",
    topicHead: ["주제", "파일", "단계", "일치"],
    disputed: "근거가 엇갈리는 것",
    disputedIntro: "출처끼리 서로 다르게 말합니다. 판정이 이 중 하나에 달려 있으면 그 사실과 반대의 경우를 함께 알려 줍니다.",
    disputedHead: ["", "질문", "기본값"],
    notModelled: "지원하지 않는 것",
    failing: "일치하지 않는 케이스",
    none: "없습니다.",
  },
};

const percent = (part, all) => `${all === 0 ? 100 : Math.floor((1000 * part) / all) / 10} %`;
const caseFiles = () =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name))
    .sort();

/** One row a case: its topic, class, steps with an expectation, and how many of them hold. */
function judgedCases() {
  const files = caseFiles();
  const { stdout } = run(["run", "--json", ...files]);
  const reports = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return files.map((file, index) => {
    const scenario = JSON.parse(readFileSync(join(root, file), "utf8"));
    const { expectations, valid } = reports[index];
    const wrong = new Set(expectations.failures.map(({ step }) => step)).size;
    const steps = scenario.steps.filter((step) => step.expect !== undefined).length;
    return { file, topic: basename(dirname(file)), evidence: evidenceOf(scenario), steps, held: valid ? steps - wrong : 0 };
  });
}

/** The program's output, whatever its exit status says of expectations. */
function run(args) {
  try {
    return { stdout: execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 30 }) };
  } catch (error) {
    if (error.status === 1) return error;
    throw error;
  }
}

const sum = (rows, member) => rows.reduce((total, row) => total + row[member], 0);
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function pageOf(language, cases) {
  const t = TEXTS[language];
  const catalog = JSON.parse(execFileSync(program, ["catalog", "--lang", language], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 }));
  const recorded = cases.filter(({ evidence }) => evidence === "recorded");
  const row = (name, rows) => [name, rows.length, sum(rows, "steps"), sum(rows, "held")];
  const classes = CLASSES.map((name) => {
    const [, files, steps, held] = row(
      name,
      cases.filter(({ evidence }) => evidence === name),
    );
    return [name, t.meaning[name], files, steps, held];
  });
  const topics = [...new Set(cases.map(({ topic }) => topic))].map((topic) =>
    row(
      topic,
      cases.filter((one) => one.topic === topic),
    ),
  );
  const failing = cases.filter(({ steps, held }) => held < steps).map(({ file, steps, held }) => `- \`${file}\`: ${held} / ${steps}`);
  const disputed = (catalog.disputed ?? []).map(({ id, question, default: taken }) => [id, question, taken]);
  return [
    `# ${t.title}`,
    t.top(sum(recorded, "held"), sum(recorded, "steps")),
    t.intro,
    `## ${t.classes}`,
    table(t.head, classes),
    `## ${t.topics}`,
    table(t.topicHead, topics),
    ...(disputed.length > 0 ? [`## ${t.disputed}`, t.disputedIntro, table(t.disputedHead, disputed)] : []),
    `## ${t.notModelled}`,
    catalog.notModelled.map(({ text }) => `- ${text}`).join("\n"),
    `## ${t.failing}`,
    failing.length > 0 ? failing.join("\n") : t.none,
  ].join("\n\n");
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const inline = (text) =>
  escaped(text)
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replace(/`(.+?)`/g, "<code>$1</code>");

/** The few forms of Markdown that these pages have. */
function htmlOf(block) {
  const heading = /^(#+) (.*)$/.exec(block);
  if (heading) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  const lines = block.split("\n");
  if (block.startsWith("- ")) return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join("")}</ul>`;
  if (!block.startsWith("|")) return `<p>${inline(block)}</p>`;
  const cells = (line, tag) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => `<${tag}>${inline(cell)}</${tag}>`)
      .join("");
  const [head, , ...rows] = lines;
  return `<div class="table"><table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${rows.map((line) => `<tr>${cells(line, "td")}</tr>`).join("")}</tbody></table></div>`;
}

const documentOf = (language, page) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'" />
    <meta name="color-scheme" content="light dark" />
    <title>${TEXTS[language].title} · STS Playground</title>
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="./document.css" />
  </head>
  <body>
    <nav><a href="./">STS Playground</a> · <a href="./accuracy.html" lang="en">English</a> · <a href="./accuracy.ko.html" lang="ko">한국어</a></nav>
    <main>
${page.trim().split("\n\n").map(htmlOf).join("\n")}
    </main>
  </body>
</html>
`;

const [option, into] = process.argv.slice(2);
const cases = judgedCases();
const classless = cases.filter(({ evidence }) => evidence === null).map(({ file }) => file);
if (classless.length > 0) {
  console.error(`accuracy: these cases name no source, or no class that is known:\n${classless.join("\n")}`);
  process.exit(1);
}
for (const [language, suffix] of [
  ["en", ""],
  ["ko", ".ko"],
]) {
  const page = `${pageOf(language, cases)}\n`;
  const file = join(root, `docs/accuracy${suffix}.md`);
  if (option === "--html") writeFileSync(join(into, `accuracy${suffix}.html`), documentOf(language, page));
  else if (option !== "--check") writeFileSync(file, page);
  else if (readFileSync(file, "utf8") !== page) {
    console.error(`accuracy: ${file} is not up to date: node scripts/accuracy.mjs writes it`);
    process.exitCode = 1;
  }
}
