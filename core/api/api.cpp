#include "core/api/api.h"

#include <utility>

#include "core/api/report.h"
#include "core/api/request.h"
#include "core/explain/aws_cli_text.h"
#include "core/explain/text.h"
#include "core/scenario/format.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

struct Evaluated {
  std::vector<Diagnostic> diagnostics;
  std::optional<Scenario> scenario;
  std::optional<Run> run;
};

Evaluated evaluate(const SourceText& source) {
  Evaluated out;
  auto parsed = read_scenario(source);
  out.diagnostics = std::move(parsed.diagnostics);
  out.scenario = std::move(parsed.value);
  if (out.scenario && !has_error(out.diagnostics)) out.run = run_scenario_steps(*out.scenario);
  return out;
}

int status_of(const Evaluated& evaluated) {
  if (!evaluated.run) return 2;
  return evaluated.run->failed > 0 ? 1 : 0;
}

std::string paint(const std::string& text, std::string_view code, bool color) {
  return color ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
}

std::string diagnostic_text(const Diagnostic& diagnostic, const SourceText& source, const TextStyle& style) {
  const bool error = diagnostic.severity == Severity::error;
  PolicyPlace place{diagnostic.pointer, diagnostic.pointer, diagnostic.source, diagnostic.span};
  // The document itself has the pointer "", which is no policy's.
  if (place.policy.empty()) place.policy = "/";
  std::string out = place_text(place, source, style) + ": ";
  out += paint(std::string(name_of(diagnostic.severity)), error ? "31" : "33", style.color);
  out += "[" + std::string(message_code(diagnostic.message.id)) + "]: " + render(diagnostic.message, style.language);
  if (diagnostic.detail) out += " " + render(*diagnostic.detail, style.language);
  return out + "\n";
}

Message decision_message(const std::string& json) {
  const bool allow = json == "\"Allow\"";
  return Message(allow ? MessageId::decision_allow : json == "\"Deny\"" ? MessageId::decision_deny : MessageId::decision_error);
}

Message expectation_message(const ExpectationFailure& failure) {
  if (failure.field != "decision") return Message(MessageId::expectation_failed, {failure.field, failure.expected, failure.actual});
  Message message(MessageId::expectation_decision);
  message.parts.push_back(decision_message(failure.expected));
  message.parts.push_back(decision_message(failure.actual));
  return message;
}

std::string step_text(const StepResult& step, const SourceText& source, const TextStyle& style, ExplanationBudget& budget) {
  const CallResult& result = step.result;
  const std::string decision(name_of(result.decision));
  std::string out = paint(decision, result.decision == Decision::allow ? "32;1" : "31;1", style.color) + "  " + step.id + "  " +
                    format_iso(step.call.now) + "  " + (step.call.caller.arn.empty() ? "anonymous" : step.call.caller.arn) + "  " +
                    step.call.operation;
  if (step.call.resource != "*") out += "  " + step.call.resource;
  out += "\n";
  out += explanation_text(explain(result, budget), source, style);
  if (result.refusal) {
    const CallError& error = result.refusal->error;
    out += "  " + error.code + " (" + std::to_string(error.http_status) + "): " + error.message + "\n";
  }
  for (const OtherAnswer& answer : step.disputed) {
    const Message text = disputed_text(answer.dispute, answer.taken, answer.decision, answer.error_code, answer.expires_at);
    out += "  " + paint(render(text, style.language), "33", style.color) + "\n  " +
           std::string(disputed_address(answer.dispute, other(answer.taken))) + "\n";
  }
  for (const ExpectationFailure& failure : step.failures) {
    out += "  " + paint(render(expectation_message(failure), style.language), "31", style.color) + "\n";
  }
  return out;
}

ExplainedSteps explained_steps(const json::Value& request) {
  const json::Value* found = request.find("explain");
  if (!found || !found->is(json::Kind::array)) return std::nullopt;
  std::set<std::string> paths;
  for (const json::Value& item : found->items) {
    if (item.is(json::Kind::string)) paths.insert(item.text);
  }
  return paths;
}

RunResult report_of(std::string_view text, std::string_view language, const ExplainedSteps& explained) {
  const SourceText source{std::string(text)};
  const Evaluated evaluated = evaluate(source);
  return {write_report(source, evaluated.diagnostics, evaluated.scenario ? &*evaluated.scenario : nullptr,
                       evaluated.run ? &*evaluated.run : nullptr, parse_language(language).value_or(Language::english), explained),
          status_of(evaluated)};
}

}  // namespace

RunResult run_scenario(std::string_view text, std::string_view language) { return report_of(text, language, std::nullopt); }

ExplainResult explain_scenario(std::string_view text, std::string_view language, std::string_view name, bool color) {
  const SourceText source{std::string(text)};
  const Evaluated evaluated = evaluate(source);
  const TextStyle style{parse_language(language).value_or(Language::english), color, name};
  std::string out;
  for (const Diagnostic& diagnostic : evaluated.diagnostics) out += diagnostic_text(diagnostic, source, style);
  if (evaluated.run) {
    const LocalizedText& title = evaluated.scenario->title;
    const std::string& words = style.language == Language::korean ? title.korean : title.english;
    if (!words.empty()) out += paint(words, "1", color) + "\n";
    ExplanationBudget budget;
    for (const StepResult& step : evaluated.run->steps) out += step_text(step, source, style, budget);
    out += render(Message(MessageId::expectations_counted, {std::to_string(evaluated.run->passed), std::to_string(evaluated.run->failed)}),
                  style.language) +
           "\n";
  }
  return {std::move(out), status_of(evaluated)};
}

ExplainResult aws_cli_transcript(std::string_view text, std::string_view language, std::string_view name, bool color) {
  const SourceText source{std::string(text)};
  const Evaluated evaluated = evaluate(source);
  const TextStyle style{parse_language(language).value_or(Language::english), color, name};
  std::string out;
  for (const Diagnostic& diagnostic : evaluated.diagnostics) {
    if (diagnostic.severity == Severity::error) out += diagnostic_text(diagnostic, source, style);
  }
  if (evaluated.run) {
    for (const StepResult& step : evaluated.run->steps) {
      out += paint("# " + step.id + "  " + step.call.caller.arn, "2", color) + "\n";
      out += paint("$ " + aws_cli_command(step.call), "1", color) + "\n" + aws_cli_answer(step.call, step.result);
    }
  }
  return {std::move(out), status_of(evaluated)};
}

std::string run(const std::string& request) {
  const json::Value parsed = parse_request(request);
  return report_of(text_field(parsed, "scenario", ""), text_field(parsed, "language", "en"), explained_steps(parsed)).report;
}

std::string engine_info() {
  std::string text = R"({"name":"sts-playground","version":")" STS_PLAYGROUND_VERSION R"(","scenarioFormat":")";
  return text.append(format::version).append(R"(","reportFormat":"sts-playground-report/1"})");
}

}  // namespace sts_playground
