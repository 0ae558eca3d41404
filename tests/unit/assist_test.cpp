// What the engine answers beside the report: one-time codes, and one call at another instant.
#include <nlohmann/json.hpp>
#include <string>

#include "core/api/api.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

const std::string device = "arn:aws:iam::111122223333:mfa/Jo";

json code_at(const std::string& serial, const std::string& at, const std::string& language = "en") {
  return json::parse(mfa_code(json{{"serial", serial}, {"at", at}, {"language", language}}.dump()));
}

// Jo may assume Audit in the morning only; the second step takes all trust away at 10:00, the third is as late as the second.
json office_hours() {
  const json trust = {{"Version", "2012-10-17"},
                      {"Statement",
                       {{"Effect", "Allow"},
                        {"Principal", {{"AWS", "arn:aws:iam::111122223333:user/Jo"}}},
                        {"Action", "sts:AssumeRole"},
                        {"Condition", {{"DateLessThan", {{"aws:CurrentTime", "2026-01-15T12:00:00Z"}}}}}}}};
  const json nobody = {
      {"Version", "2012-10-17"},
      {"Statement", {{"Effect", "Allow"}, {"Principal", {{"AWS", "arn:aws:iam::111122223333:user/Admin"}}}, {"Action", "sts:AssumeRole"}}}};
  const json admin = {{"attached", {"arn:aws:iam::aws:policy/AdministratorAccess"}}};
  const json assume = {{"as", "arn:aws:iam::111122223333:user/Jo"},
                       {"call", "sts:AssumeRole"},
                       {"with", {{"RoleArn", "arn:aws:iam::111122223333:role/Audit"}, {"RoleSessionName", "jo"}}},
                       {"expect", {{"decision", "Allow"}}}};
  json scenario = {{"format", "sts-playground/1"}, {"now", "2026-01-15T09:00:00Z"}};
  scenario["accounts"]["111122223333"] = {{"users", {{"Jo", json::object()}, {"Admin", admin}}},
                                          {"roles", {{"Audit", {{"trust", trust}}}}}};
  scenario["steps"] = json::array({assume});
  scenario["steps"].push_back({{"at", "2026-01-15T10:00:00Z"},
                               {"as", "arn:aws:iam::111122223333:user/Admin"},
                               {"call", "iam:UpdateAssumeRolePolicy"},
                               {"with", {{"RoleName", "Audit"}, {"PolicyDocument", nobody}}}});
  scenario["steps"].push_back(assume);
  scenario["steps"].back()["expect"] = {{"decision", "Deny"}};
  return scenario;
}

json judged(const json& scenario, const std::string& step, const std::string& at) {
  return json::parse(judge_at(json{{"scenario", scenario.dump()}, {"language", "en"}, {"step", step}, {"at", at}}.dump()));
}

json report_step(const json& scenario, std::size_t index) {
  const json report = json::parse(run_scenario(scenario.dump(), "en").report);
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("valid") == true);
  return report.at("steps").at(index);
}

}  // namespace

TEST_CASE("a code counts for the 30 seconds in which it is shown", "[assist]") {
  const json first = code_at(device, "2026-01-15T09:00:00Z");
  CHECK(first.at("code").get<std::string>().size() == 6);
  CHECK(first.at("secondsLeft") == 30);
  const json last = code_at(device, "2026-01-15T09:00:29Z");
  CHECK(last.at("code") == first.at("code"));
  CHECK(last.at("secondsLeft") == 1);
  CHECK(code_at(device, "2026-01-15T09:00:30Z").at("code") != first.at("code"));
  CHECK(code_at(device, "2026-01-15T18:00:13+09:00") == json{{"code", first.at("code")}, {"secondsLeft", 17}});
}

TEST_CASE("a code is the one that a call is judged by", "[assist]") {
  json scenario = office_hours();
  scenario["accounts"]["111122223333"]["users"]["Jo"]["mfaDevices"] = {device};
  scenario["steps"][0]["with"]["SerialNumber"] = device;
  scenario["steps"][0]["with"]["TokenCode"] = code_at(device, "2026-01-15T09:00:00Z").at("code");
  CHECK(report_step(scenario, 0).at("decision") == "Allow");
  // Codes count from two steps of thirty seconds behind to two ahead.
  scenario["steps"][0]["with"]["TokenCode"] = code_at(device, "2026-01-15T09:01:00Z").at("code");
  CHECK(report_step(scenario, 0).at("decision") == "Allow");
  scenario["steps"][0]["with"]["TokenCode"] = code_at(device, "2026-01-15T09:01:30Z").at("code");
  CHECK(report_step(scenario, 0).at("decision") == "Deny");
}

TEST_CASE("a request for a code that is wrong is told what is wrong", "[assist]") {
  CHECK(code_at("short", "2026-01-15T09:00:00Z").at("error").get<std::string>().find("\"short\" is not a valid serial number") == 0);
  CHECK(code_at("short", "2026-01-15T09:00:00Z", "ko").at("error").get<std::string>().find("short은(는) MFA 디바이스의 일련번호가") == 0);
  CHECK(code_at(device, "tomorrow").at("error").get<std::string>().find("\"tomorrow\" is not a valid instant") == 0);
  CHECK(code_at(device, "1969-12-31T23:59:59Z").contains("error"));
  for (const std::string request : {"", "[]", "{", "{\"serial\":1,\"at\":2}", "\xff"})
    CHECK(json::parse(mfa_code(request)).contains("error"));
}

TEST_CASE("at its own instant a call is judged as in the report", "[assist]") {
  const json scenario = office_hours();
  json expected = report_step(scenario, 0);
  CHECK(expected.at("decision") == "Allow");
  expected["expectation"] = nullptr;
  CHECK(judged(scenario, "0", "2026-01-15T09:00:00Z") == json{{"step", expected}, {"at", "2026-01-15T09:00:00Z"}});
}

TEST_CASE("a call at a later instant finds the clock and the world of then", "[assist]") {
  json scenario = office_hours();
  CHECK(judged(scenario, "0", "2026-01-15T09:59:59Z").at("step").at("decision") == "Allow");
  // The trust policy was replaced at 10:00.
  const json replaced = judged(scenario, "0", "2026-01-15T10:00:00Z").at("step");
  CHECK(replaced.at("decision") == "Deny");
  CHECK(replaced.at("at") == "2026-01-15T10:00:00Z");
  CHECK(replaced.at("index") == 0);
  CHECK(replaced.at("expectation").is_null());
  // The last step's own world before 10:00 is the one in which Jo is still trusted.
  CHECK(judged(scenario, "2", "2026-01-15T09:30:00Z").at("step").at("decision") == "Allow");
  scenario["steps"].erase(1);
  CHECK(judged(scenario, "0", "2026-01-15T11:59:59Z").at("step").at("decision") == "Allow");
  CHECK(judged(scenario, "0", "2026-01-15T12:00:00Z").at("step").at("decision") == "Deny");
}

TEST_CASE("a call never happens before the scenario begins", "[assist]") {
  const json answer = judged(office_hours(), "0", "2020-01-01T00:00:00Z");
  CHECK(answer.at("at") == "2026-01-15T09:00:00Z");
  CHECK(answer.at("step").at("decision") == "Allow");
}

TEST_CASE("a call finds the sessions of earlier steps, and that they end", "[assist]") {
  json scenario = office_hours();
  scenario["steps"].erase(1);
  scenario["steps"][0]["id"] = "first";
  scenario["steps"][1]["id"] = "second";
  scenario["steps"].push_back({{"as", "first"}, {"at", "+2h"}, {"call", "sts:GetCallerIdentity"}});
  const json expired = judged(scenario, "2", "2026-01-15T11:00:00Z").at("step");
  CHECK(expired.at("error").at("code") == "ExpiredToken");
  CHECK(judged(scenario, "2", "2026-01-15T09:59:59Z").at("step").at("decision") == "Allow");
  // The first step itself issues its session anew, an hour later.
  CHECK(judged(scenario, "0", "2026-01-15T10:00:00Z").at("step").at("response").at("Credentials").at("Expiration") ==
        "2026-01-15T11:00:00Z");
}

TEST_CASE("a call is judged without what it did itself", "[assist]") {
  json scenario = office_hours();
  scenario["accounts"]["111122223333"]["users"]["Jo"]["mfaDevices"] = {device};
  scenario["steps"][0]["with"]["SerialNumber"] = device;
  scenario["steps"][0]["with"]["TokenCode"] = "current";
  // A code counts once: that of the step's own use is not used yet.
  CHECK(judged(scenario, "0", "2026-01-15T09:00:10Z").at("step").at("decision") == "Allow");
}

TEST_CASE("nothing is judged of what is not there", "[assist]") {
  const json scenario = office_hours();
  const std::string at = "2026-01-15T09:00:00Z";
  for (const std::string step : {"3", "-1", "", "0.1", "x", "99999999999999999999"}) CHECK(judged(scenario, step, at).at("step").is_null());
  CHECK(judged(scenario, "0", "soon") == json{{"step", nullptr}, {"at", "soon"}});
  CHECK(judged(scenario, "0", "9999-12-31T23:59:59Z").at("step").is_null());
  CHECK(judged(json{{"format", "sts-playground/1"}, {"steps", 3}}, "0", at).at("step").is_null());
  for (const std::string request : {"", "[]", "{", "{\"scenario\":1,\"step\":2,\"at\":3}", "\xff"}) {
    CHECK(json::parse(judge_at(request)).at("step").is_null());
  }
}
