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
                                 {"reason", whole.at(other).at("explanation").at("reason")},
                                 {"notes", json::array()},
                                 {"authorizations", json::array()},
                                 {"context", json::array()},
                                 {"explained", false}};
      CHECK(listed.at(other) == expected);
    }
  }
}

TEST_CASE("the reason is the summary without the verdict", "[report]") {
  const auto check = [](const std::string& language, std::size_t step, const std::string& verdict) {
    const json explanation = steps_of(json::object(), language).at(step).at("explanation");
    const std::string reason = explanation.at("reason");
    CHECK(reason.size() > 10);
    CHECK(explanation.at("summary") == verdict + reason);
  };
  check("en", 0, "Denied: ");
  check("ko", 0, "거부됨: ");
  check("en", 2, "Error: ");
  check("ko", 2, "오류: ");
}

TEST_CASE("an empty list explains nothing", "[report]") {
  for (const json& step : steps_of({{"explain", json::array()}}, "en")) {
    CHECK(step.at("explanation").at("explained") == false);
    CHECK(step.at("explanation").at("summary").get<std::string>().size() > 10);
  }
}

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: role chaining limits a session to one hour.
TEST_CASE("a session that was refused for its length says what was asked for and what would have been given", "[report]") {
  const json trust = {{"Version", "2012-10-17"},
                      {"Statement", {{"Effect", "Allow"}, {"Principal", {{"AWS", "*"}}}, {"Action", "sts:AssumeRole"}}}};
  const json all = {{"P", {{"Version", "2012-10-17"}, {"Statement", {{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}}}}}};
  const auto assume = [](const std::string& as, int seconds) {
    return json{{"id", as + std::to_string(seconds)},
                {"as", as},
                {"call", "sts:AssumeRole"},
                {"with", {{"RoleArn", "arn:aws:iam::111122223333:role/R"}, {"RoleSessionName", "name"}, {"DurationSeconds", seconds}}}};
  };
  const std::string alice = "arn:aws:iam::111122223333:user/alice";
  json first = assume(alice, 7200);
  first["id"] = "first";
  const json document = {{"format", "sts-playground/1"},
                         {"accounts",
                          {{"111122223333",
                            {{"users", {{"alice", {{"policies", all}}}}},
                             {"roles", {{"R", {{"trust", trust}, {"policies", all}, {"maxSessionDuration", 7200}}}}}}}}},
                         {"steps", json::array({first, assume("first", 7200), assume(alice, 10800)})}};
  const json report = json::parse(run(json{{"scenario", document.dump()}, {"language", "en"}}.dump()));
  REQUIRE(report.at("steps").size() == 3);
  CHECK(report.at("steps").at(0).at("refusedDuration") == nullptr);
  CHECK(report.at("steps").at(0).at("decision") == "Allow");
  CHECK(report.at("steps").at(1).at("refusedDuration") == json{{"asked", 7200}, {"longest", 3600}});
  CHECK(report.at("steps").at(2).at("refusedDuration") == json{{"asked", 10800}, {"longest", 7200}});
}

}  // namespace
