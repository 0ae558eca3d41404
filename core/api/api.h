// The engine as the page, the terminal and the tests see it: text in, text out. No state; never throws, always answers. What the answers
// look like: core/api/answers.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sts_playground {

// A longer scenario is not read: the answer says so. Whoever reads one in may stop one byte behind this length.
constexpr std::size_t max_scenario_bytes = std::size_t{4} * 1024 * 1024;

// Of both results, `status` is 0 where every expectation holds, 1 where one fails, 2 where the text is not a valid scenario.
struct RunResult {
  std::string report;  // sts-playground-report/1, compact, on one line without its end
  int status = 0;
};
struct ExplainResult {
  std::string text;  // whole lines
  int status = 0;
};

// `language` is "en" or "ko". `name` is what the text calls the scenario: a file's name.
RunResult run_scenario(std::string_view text, std::string_view language);
ExplainResult explain_scenario(std::string_view text, std::string_view language, std::string_view name, bool color);

// Every step as the AWS CLI would show it: the command, then the response or the error.
ExplainResult aws_cli_transcript(std::string_view text, std::string_view language, std::string_view name, bool color);

// What editors and forms need to know of policies and calls, as JSON in one language. Written into the page when it is built; no function
// of the module.
std::string catalog(std::string_view language);

// The format of scenarios as a JSON Schema (draft 2020-12), its descriptions in one language; no function of the module. A schema sees the
// shape of a document only: what it accepts may still have faults that run_scenario() tells.
std::string schema(std::string_view language);
// The same as a page of reference in Markdown: docs/scenario.md and docs/scenario.ko.md. No function of the module.
std::string scenario_page(std::string_view language);

// {"scenario": "<text>", "language": "en", "explain": ["0", "2"]} -> the report. `explain` may be left out: then every step carries its
// whole explanation. With it only the steps of these index paths do; of the others there is the summary.
std::string run(const std::string& request);
// {"serial": "arn:aws:iam::111122223333:mfa/Jo", "at": "2026-01-15T09:00:00Z"} -> {"code": "123456", "secondsLeft": 17}, or
// {"error": "..."} in the request's "language".
std::string mfa_code(const std::string& request);
// {"scenario": "<text>", "language": "en", "step": "3", "at": "2026-01-15T09:00:00Z"} -> {"step": <as in the report> | null, "at": "..."}:
// how the step's call would be judged if it were made at that instant. core/assist/judge_at.h says in which world.
std::string judge_at(const std::string& request);
// {"scenario": "<text>", "language": "en"} -> {"nodes": [...], "edges": [...], "omitted": 0}: who can become whom in the world before the
// first step. Empty where the document is not valid.
std::string trust_graph(const std::string& request);
// {"name": "sts-playground", "version": "0.1.0", "scenarioFormat": "sts-playground/1", "reportFormat": "sts-playground-report/1"}
std::string engine_info();

}  // namespace sts_playground
