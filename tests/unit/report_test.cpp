// The request's "explain": which steps of a report carry their whole explanation.
#include <nlohmann/json.hpp>
#include <string>

#include "core/api/api.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

// Two calls that a policy denies, and one that nobody makes.
json scenario() {
  const json allow = {{"Effect", "Allow"},
                      {"Action", "s3:GetObject"},
                      {"Resource", "*"},
                      {"Condition", {{"StringEquals", {{"aws:PrincipalTag/team", "red"}}}}}};
  const json alice = {{"policies", {{"P", {{"Version", "2012-10-17"}, {"Statement", json::array({allow})}}}}}};
  const json call = {{"as", "arn:aws:iam::111122223333:user/alice"}, {"call", "s3:GetObject"}, {"resource", "arn:aws:s3:::site/a"}};
  return {{"format", "sts-playground/1"},
          {"accounts", {{"111122223333", {{"users", {{"alice", alice}}}}}}},
          {"steps", json::array({call, call, {{"call", "sts:GetCallerIdentity"}}})}};
}

json steps_of(const json& fields, const std::string& language) {
  json request = fields;
  request["scenario"] = scenario().dump();
  request["language"] = language;
  const json report = json::parse(run(request.dump()));
  REQUIRE(report.at("valid") == true);
  REQUIRE(report.at("steps").size() == 3);
  return report.at("steps");
}

TEST_CASE("without a list every step is explained", "[report]") {
  for (const json& fields : {json::object(), json{{"explain", nullptr}}, json{{"explain", "0"}}}) {
    for (const json& step : steps_of(fields, "en")) CHECK(step.at("explanation").at("explained") == true);
  }
}

TEST_CASE("with a list the other steps have the same summary, and nothing else", "[report]") {
  for (const std::string language : {"en", "ko"}) {
    const json whole = steps_of(json::object(), language);
    const json listed = steps_of({{"explain", {"1", "7", 2}}}, language);
    REQUIRE(whole.at(0).at("explanation").at("authorizations").size() == 1);
    CHECK(listed.at(1) == whole.at(1));
    for (const std::size_t other : {0U, 2U}) {
      json expected = whole.at(other);
      expected["explanation"] = {{"summary", whole.at(other).at("explanation").at("summary")},
                                 {"notes", json::array()},
                                 {"authorizations", json::array()},
                                 {"context", json::array()},
                                 {"explained", false}};
      CHECK(listed.at(other) == expected);
    }
  }
}

TEST_CASE("an empty list explains nothing", "[report]") {
  for (const json& step : steps_of({{"explain", json::array()}}, "en")) {
    CHECK(step.at("explanation").at("explained") == false);
    CHECK(step.at("explanation").at("summary").get<std::string>().size() > 10);
  }
}

}  // namespace
