// Every answer of the engine is as core/api/answers.cpp describes it, from which the page's types are printed.
#include "core/api/answers.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "tests/answer_check.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;
namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The texts of every conformance case and every example.
std::vector<std::string> scenarios() {
  std::vector<std::string> out;
  for (const char* const folder : {"tests/conformance", "examples"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(STS_PLAYGROUND_ROOT) / folder)) {
      if (entry.path().extension() == ".json") out.push_back(read(entry.path()));
    }
  }
  return out;
}

// What is asked about a scenario.
void check_answers(AnswerCheck& check, const std::string& scenario) {
  const json report = json::parse(run_scenario(scenario, "en").report);
  check.check(report, "Report");
  json request = {{"scenario", scenario}, {"language", "ko"}};
  check.check(json::parse(trust_graph(request.dump())), "TrustGraph");
  request["step"] = "0";
  request["at"] = report.at("now");
  check.check(json::parse(judge_at(request.dump())), "JudgeAtAnswer");
  request["explain"] = json::array();
  check.check(json::parse(run(request.dump())), "Report");
}

// What no case answers: faults of the text, of a policy's text and of an expectation; a policy that IAM would not store; a context that no
// real caller could have.
constexpr const char* faulty[] = {
    "{",
    R"({"format": "sts-playground/1", "now": "2026-01-15T09:00:00Z", "accounts": {}, "steps": [
         {"call": "sts:GetCallerIdentity", "expect": {"decision": "Allow"}}]})",
    R"({"format": "sts-playground/1", "now": "2026-01-15T09:00:00Z", "accounts": {"111122223333": {"users": {"Jo": {"policies": {
         "unfinished": "{\"Version\": "}}}}}, "steps": []})",
    R"({"format": "sts-playground/1", "now": "2026-01-15T09:00:00Z", "accounts": {"111122223333": {"users": {"Jo": {"policies": {"odd": {
         "Version": "2012-10-17", "Statement": [
           {"Effect": "allow", "Action": "s3:*", "Resource": "*"},
           {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"aws:username": "Jo"}}}]}}}}}},
         "steps": [{"as": "arn:aws:iam::111122223333:user/Jo", "call": "s3:ListBucket", "resource": "arn:aws:s3:::a",
                    "context": {"aws:username": "Ana", "aws:PrincipalArn": null}}]})",
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}
std::string joined(const std::set<std::string>& lines) { return joined(std::vector<std::string>(lines.begin(), lines.end())); }

json judged() { return json::parse(run_scenario(faulty[1], "en").report); }

}  // namespace

TEST_CASE("every answer is as the tables say, and what the tables say occurs", "[answers]") {
  AnswerCheck check;
  for (const std::string& scenario : scenarios()) check_answers(check, scenario);
  for (const char* const scenario : faulty) check_answers(check, scenario);
  for (const char* const language : {"en", "ko"}) check.check(json::parse(catalog(language)), "Catalog");
  check.check(json::parse(engine_info()), "EngineInfo");
  check.check(json::parse(mfa_code(R"({"serial": "arn:aws:iam::111122223333:mfa/Jo", "at": "2026-01-15T09:00:00Z"})")), "MfaCodeAnswer");
  check.check(json::parse(mfa_code("{}")), "MfaCodeAnswer");
  const std::string faults = joined(check.faults());
  CAPTURE(faults);
  CHECK(faults.empty());
  // That severity is for advice, which nothing gives yet.
  CHECK(joined(check.never_seen()) == "Severity info\n");
}

TEST_CASE("an answer that is not as the tables say is found", "[answers]") {
  const json report = judged();
  const auto fault_of = [&](const std::function<void(json&)>& change) {
    json changed = report;
    change(changed);
    AnswerCheck check;
    check.check(changed, "Report");
    return joined(check.faults());
  };
  const std::string unchanged = fault_of([](json&) {});
  CAPTURE(unchanged);
  CHECK(unchanged.empty());
  CHECK(fault_of([](json& changed) { changed.erase("title"); }) == "Report.title is missing\n");
  CHECK(fault_of([](json& changed) { changed["colour"] = "red"; }) == "Report.colour is not in the tables\n");
  CHECK(fault_of([](json& changed) { changed["valid"] = nullptr; }) == "Report.valid: null is not boolean\n");
  CHECK(fault_of([](json& changed) { changed["steps"][0]["index"] = 0.5; }) == "Step.index: number is not number\n");
  CHECK(fault_of([](json& changed) { changed["steps"][0]["decision"] = "Maybe"; }) == "Step.decision: \"Maybe\" is not in Decision\n");
  CHECK(fault_of([](json& changed) { changed["steps"] = "none"; }) == "Report.steps: string is no list\n");
  CHECK(fault_of([](json& changed) { changed["steps"][0]["caller"] = 1; }) == "Step.caller: number is not Caller\n");
  CHECK(fault_of([](json& changed) { changed["steps"][0]["response"] = 1; }) == "Step.response: number is no map\n");
  AnswerCheck check;
  check.check({{"secondsLeft", 1}}, "MfaCodeAnswer");
  CHECK(joined(check.faults()) == "MfaCodeAnswer: object is not MfaCodeAnswer\n");
}

TEST_CASE("what no answer has is told", "[answers]") {
  AnswerCheck check;
  check.check(judged(), "Report");
  const std::vector<std::string> never = check.never_seen();
  const auto told = [&](const char* what) { return std::find(never.begin(), never.end(), what) != never.end(); };
  CHECK(told("Session.arn"));
  CHECK(told("Report.now null"));
  CHECK(told("Decision Deny"));
  CHECK_FALSE(told("Report.now"));
  CHECK_FALSE(told("Caller.arn null"));
}

TEST_CASE("the types of answers are printed as TypeScript", "[answers]") {
  const std::string types = answer_types();
  const auto has = [&](const char* part) { return types.find(part) != std::string::npos; };
  CHECK(has("export type Decision = 'Allow' | 'Deny' | 'Error';\n"));
  CHECK(has("export interface Range {\n  start: Position;\n  end: Position;\n}\n"));
  CHECK(has("  /** Of a place in a policy's text: the policy's pointer. */\n  policy?: string;\n"));
  CHECK(has("  actual?: string[] | null;\n"));
  CHECK(has("  response: Record<string, unknown> | null;\n"));
  CHECK(has("export type MfaCodeAnswer = MfaCode | Refusal;\n"));
}

TEST_CASE("a type that a member names is in the tables", "[answers]") {
  const json tables = json::parse(answer_tables());
  for (const auto& [object, members] : tables.at("objects").items()) {
    for (const auto& [name, member] : members.items()) {
      CAPTURE(object, name);
      const std::string type = member.at("type");
      const bool is_plain = type == "string" || type == "number" || type == "boolean" || type == "unknown";
      CHECK((is_plain || tables.at("objects").contains(type) || tables.at("enumerations").contains(type)));
    }
  }
  CHECK(tables.at("objects").at("Step").at("error") == json::parse(R"({"type": "ServiceError", "nullable": true})"));
  CHECK(tables.at("unions").at("MfaCodeAnswer") == json::parse(R"(["MfaCode", "Refusal"])"));
}
