// Every conformance case and every example is run, and what it expects must hold. tests/wasm/conformance.mjs does the same with the
// module that ships.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "tests/catch.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path root = STS_PLAYGROUND_ROOT;
constexpr const char* list_name = "tests/conformance/expected-to-fail.txt";

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Paths below the root, sorted.
std::vector<std::string> find_cases() {
  std::vector<std::string> found;
  for (const char* const folder : {"tests/conformance", "examples"}) {
    if (!fs::exists(root / folder)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() == ".json") found.push_back(fs::relative(entry.path(), root).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// One path a line; what follows a # is a remark.
std::set<std::string> read_expected_to_fail() {
  std::set<std::string> names;
  std::ifstream stream(root / list_name);
  for (std::string line; std::getline(stream, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (!line.empty()) names.insert(line);
  }
  return names;
}

const std::vector<std::string>& cases() {
  static const std::vector<std::string> found = find_cases();
  return found;
}

const std::set<std::string>& expected_to_fail() {
  static const std::set<std::string> names = read_expected_to_fail();
  return names;
}

std::string summary_of_step(const json& report, const std::string& id) {
  for (const json& step : report.at("steps")) {
    if (step.at("id") == id) return step.at("explanation").at("summary").get<std::string>();
  }
  return "(no such step in the report)";
}

// What went wrong, one line a fault; empty where the scenario is valid and all that it expects, which is something, holds.
std::string faults(const json& report) {
  std::string text;
  if (report.at("valid") != true) {
    text += "not a valid scenario\n";
    for (const json& diagnostic : report.at("diagnostics")) {
      if (diagnostic.at("severity") == "error") {
        text += diagnostic.at("range").at("start").dump() + " " + diagnostic.at("message").get<std::string>() + "\n";
      }
    }
  }
  const json& expectations = report.at("expectations");
  // A case that judges nothing would always pass.
  if (report.at("valid") == true && expectations.at("passed") == 0 && expectations.at("failed") == 0) text += "no expectation was judged\n";
  for (const json& failure : expectations.at("failures")) {
    const std::string step = failure.at("step").get<std::string>();
    text += "step " + step + ": " + failure.at("field").get<std::string>() + ": expected " + failure.at("expected").dump() + ", actual " +
            failure.at("actual").dump() + "\n  " + summary_of_step(report, step) + "\n";
  }
  return text;
}

void check_case(const std::string& name) {
  const std::string text = read(root / name);
  const sts_playground::RunResult result = sts_playground::run_scenario(text, "en");
  const json report = json::parse(result.report, nullptr, false);
  REQUIRE(report.is_object());
  CHECK(report.at("format").get<std::string>() == "sts-playground-report/1");
  CHECK(result.report.find('\n') == std::string::npos);

  const std::string wrong = faults(report);
  CHECK((result.status == 0) == (report.at("valid") == true && report.at("expectations").at("failed") == 0));
  CHECK(sts_playground::explain_scenario(text, "en", name, false).status == result.status);
  if (expected_to_fail().count(name) != 0) {
    INFO("It passes: take it off " << list_name);
    CHECK_FALSE(wrong.empty());
    return;
  }
  INFO(wrong);
  CHECK(wrong.empty());
  CHECK(report.at("steps").size() == json::parse(text, nullptr, false).at("steps").size());
}

}  // namespace

TEST_CASE("every conformance case and example holds", "[conformance]") {
  REQUIRE(!cases().empty());
  for (const std::string& name : cases()) {
    DYNAMIC_SECTION(name) { check_case(name); }
  }
}

TEST_CASE("the list of cases expected to fail names only cases", "[conformance]") {
  for (const std::string& name : expected_to_fail()) {
    INFO(name);
    CHECK(std::binary_search(cases().begin(), cases().end(), name));
  }
}

TEST_CASE("every session is of the kind that the catalog says its operation issues", "[conformance]") {
  std::map<std::string, json> promised;
  const json catalog = json::parse(sts_playground::catalog("en"));
  for (const json& operation : catalog.at("operations")) promised[operation.at("name")] = operation.at("issues");
  std::set<std::string> issued;
  for (const std::string& name : cases()) {
    const json report = json::parse(sts_playground::run_scenario(read(root / name), "en").report);
    std::map<std::string, json> kinds;
    for (const json& session : report.at("sessions")) kinds[session.at("id")] = session.at("kind");
    for (const json& step : report.at("steps")) {
      const std::string call = step.at("call");
      if (step.at("session").is_null()) continue;
      INFO(name << ": " << call);
      CHECK(promised[call] == kinds.at(step.at("session")));
      issued.insert(call);
    }
  }
  for (const auto& [call, kind] : promised) {
    INFO(call);
    CHECK(issued.count(call) == (kind.is_null() ? 0U : 1U));
  }
}
