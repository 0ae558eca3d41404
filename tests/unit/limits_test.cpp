// Every limit of core/catalog/limits.h, just inside and just outside, and inputs that were made to hurt.
#include "core/catalog/limits.h"

#include <nlohmann/json.hpp>
#include <string>

#include "core/api/api.h"
#include "core/values/instant.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

const std::string alice = "arn:aws:iam::111122223333:user/alice";

json report_of(const std::string& text) {
  const RunResult result = run_scenario(text, "en");
  json report = json::parse(result.report, nullptr, false);
  REQUIRE(report.is_object());
  REQUIRE(report.at("format") == "sts-playground-report/1");
  CHECK((result.status == 2) == (report.at("valid") == false));
  CHECK(explain_scenario(text, "ko", "x.json", false).status == result.status);
  return report;
}

bool has_code(const json& report, const std::string& code) {
  for (const json& diagnostic : report.at("diagnostics")) {
    if (diagnostic.at("code") == code) return true;
  }
  return false;
}

json check_inside(const std::string& text) {
  json report = report_of(text);
  INFO(report.at("diagnostics").dump().substr(0, 2000));
  CHECK(report.at("valid") == true);
  return report;
}

void check_outside(const std::string& text, const std::string& code) {
  const json report = report_of(text);
  INFO(report.at("diagnostics").dump().substr(0, 2000));
  CHECK(report.at("valid") == false);
  CHECK(has_code(report, code));
  CHECK(report.at("steps").empty());
}

std::string repeat(const std::string& text, std::size_t count, const std::string& separator = "") {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : separator) + text;
  return out;
}

std::string with_fields(const std::string& fields) { return R"({"format":"sts-playground/1",)" + fields + "}"; }

// Any JSON may be what a workstation's program prints: a valid scenario with 5 values around it, 4 levels deep.
std::string with_any_json(const std::string& value) { return with_fields(R"("workstations":{"w":{"processes":{"p":)" + value + "}}}"); }

std::string with_user_policy(const std::string& policy, const std::string& steps = "") {
  return with_fields(R"("accounts":{"111122223333":{"users":{"alice":{"policies":{"P":)" + policy + R"(}}}}},"steps":[)" + steps + "]");
}

std::string policy_of(const std::string& statements) { return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}"; }

std::string get_object(const std::string& more = "") {
  return R"({"as":")" + alice + R"(","call":"s3:GetObject","resource":"arn:aws:s3:::data/x")" + more + "}";
}

std::string nested_units(std::size_t levels) {
  return with_fields(R"("organizations":{"o-1":{"managementAccount":"999988887777","root":{)" + repeat(R"("units":{"ou":{)", levels) +
                     repeat("}}", levels) + "}}}");
}

std::string numbered(const std::string& before, std::size_t count, const std::string& after) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ",") + before + std::to_string(i) + after;
  return out;
}

}  // namespace

TEST_CASE("a scenario has four mebibytes at most", "[limits]") {
  CHECK(max_scenario_bytes == limits::scenario_bytes);
  std::string text = with_fields(R"("steps":[])");
  text.resize(limits::scenario_bytes, ' ');
  check_inside(text);
  check_outside(text + " ", "limit-text-bytes");
}

TEST_CASE("a scenario is nested 64 levels deep at most", "[limits]") {
  const std::size_t inside = limits::json_depth - 4;
  check_inside(with_any_json(repeat("[", inside) + repeat("]", inside)));
  check_outside(with_any_json(repeat("[", inside + 1) + repeat("]", inside + 1)), "limit-json-depth");
}

TEST_CASE("a scenario has 200,000 values at most", "[limits]") {
  const std::size_t inside = limits::json_values - 6;
  check_inside(with_any_json("[" + repeat("1", inside, ",") + "]"));
  check_outside(with_any_json("[" + repeat("1", inside + 1, ",") + "]"), "limit-json-values");
}

TEST_CASE("a scenario has 2,000 steps at most", "[limits]") {
  const std::string step = R"({"call":"sts:GetCallerIdentity"})";
  const json report = check_inside(with_fields(R"("steps":[)" + repeat(step, limits::steps, ",") + "]"));
  CHECK(report.at("steps").size() == limits::steps);
  check_outside(with_fields(R"("steps":[)" + repeat(step, limits::steps + 1, ",") + "]"), "scenario-too-many-steps");
}

TEST_CASE("a policy's text has 131,072 bytes at most", "[limits]") {
  std::string policy = policy_of(R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})");
  policy.resize(limits::policy_bytes, ' ');
  const json report = check_inside(with_user_policy(json(policy).dump(), get_object()));
  CHECK(report.at("steps").at(0).at("decision") == "Allow");
  check_outside(with_user_policy(json(policy + " ").dump(), get_object()), "limit-text-bytes");
}

TEST_CASE("a policy has 2,000 statements at most", "[limits]") {
  const std::string other = R"({"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"})";
  const std::string last = R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})";
  const std::string inside = policy_of(repeat(other, limits::policy_statements - 1, ",") + "," + last);
  const json report = check_inside(with_user_policy(inside, get_object()));
  CHECK(report.at("steps").at(0).at("decision") == "Allow");
  std::size_t told = 0;
  for (const json& layer : report.at("/steps/0/explanation/authorizations/0/layers"_json_pointer)) {
    for (const json& policy : layer.at("policies")) told += policy.at("statements").size();
  }
  CHECK(told == limits::policy_statements);
  check_outside(with_user_policy(policy_of(repeat(other, limits::policy_statements, ",") + "," + last), get_object()), "policy-too-large");
}

TEST_CASE("a statement has 2,000 conditions and 2,000 principals at most", "[limits]") {
  const auto with_conditions = [](std::size_t count) {
    const std::string keys = numbered(R"("example:K)", count, R"(":"x")");
    return with_user_policy(
        policy_of(R"({"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{)" + keys + "}}}"), get_object());
  };
  CHECK(check_inside(with_conditions(limits::statement_conditions)).at("steps").at(0).at("decision") == "Allow");
  check_outside(with_conditions(limits::statement_conditions + 1), "policy-too-large");

  const auto with_principals = [](std::size_t count) {
    const std::string users = numbered(R"("arn:aws:iam::444455556666:user/u)", count - 1, "\"");
    const std::string policy =
        policy_of(R"({"Effect":"Allow","Principal":{"AWS":[)" + users + ",\"" + alice + R"("]},"Action":"s3:*","Resource":"*"})");
    return with_fields(R"("accounts":{"111122223333":{"users":{"alice":{}},"resources":{"arn:aws:s3:::data":{"policy":)" + policy +
                       R"(}}}},"steps":[)" + get_object() + "]");
  };
  CHECK(check_inside(with_principals(limits::statement_conditions)).at("steps").at(0).at("decision") == "Allow");
  check_outside(with_principals(limits::statement_conditions + 1), "policy-too-large");
}

TEST_CASE("organizational units are nested ten levels deep at most", "[limits]") {
  check_inside(nested_units(limits::organization_depth));
  check_outside(nested_units(limits::organization_depth + 1), "scenario-units-too-deep");
}

TEST_CASE("steps move the clock by 200 years at most", "[limits]") {
  const std::int64_t now = parse_iso_instant("2026-01-15T09:00:00Z")->seconds;
  // A year of the limit has 366 days.
  const std::int64_t last = now + limits::clock_years * 366 * 86400;
  const auto at = [](const std::string& time) { return R"({"call":"sts:GetCallerIdentity","at":")" + time + "\"}"; };
  const json report = check_inside(with_fields(R"("steps":[)" + at(format_iso(last)) + "]"));
  CHECK(report.at("steps").at(0).at("at") == format_iso(last));
  check_outside(with_fields(R"("steps":[)" + at(format_iso(last + 1)) + "]"), "scenario-clock-too-far");
  check_outside(with_fields(R"("steps":[)" + at("+36500d") + "," + at("+36500d") + "," + at("+201d") + "]"), "scenario-clock-too-far");
  check_outside(with_fields(R"("steps":[)" + at("9999-12-31T23:59:59Z") + "]"), "scenario-clock-too-far");
  check_outside(with_fields(R"("steps":[)" + at("+99999999999999999999d") + "]"), "scenario-bad-time");
}

TEST_CASE("a clock at the end of all time does not break anything", "[limits]") {
  const std::string fields = R"("now":"9999-12-31T23:59:59Z","accounts":{"111122223333":{"users":{"alice":{}}}},"steps":[)";
  const json report = check_inside(with_fields(fields + R"({"as":")" + alice + R"(","call":"sts:GetSessionToken","at":"+36500d"}])"));
  CHECK(report.at("steps").at(0).at("decision") == "Allow");
  check_inside(with_fields(R"("now":"0001-01-01T00:00:00Z","steps":[{"call":"sts:GetCallerIdentity"}])"));
}

TEST_CASE("ten megabytes of brackets are too long", "[limits]") {
  for (const std::string bracket : {"[", "{\"a\":", "[[]", "{"}) {
    const std::string text = repeat(bracket, 10'000'000 / bracket.size());
    check_outside(text, "limit-text-bytes");
    // A request is not a scenario: its own text has no limit.
    CHECK(json::parse(run(text)).at("valid") == false);
    CHECK(json::parse(run(json{{"scenario", text}}.dump())).at("valid") == false);
  }
}

TEST_CASE("brackets that are short enough are nested too deep", "[limits]") {
  check_outside(std::string(limits::scenario_bytes, '['), "limit-json-depth");
  check_outside(with_user_policy("\"" + std::string(limits::policy_bytes, '[') + "\""), "limit-json-depth");
  check_outside(with_user_policy(repeat("[", 1000) + repeat("]", 1000)), "limit-json-depth");
}

TEST_CASE("very many faults are told", "[limits]") {
  // As many faults as a document of full length holds.
  check_outside(with_fields(R"("steps":[)" + repeat("1", 2000, ",") + "]"), "scenario-wants-object");
  check_outside(with_fields(numbered("\"f", 100'000, "\":1")), "scenario-unknown-field");
  check_outside("{" + repeat("\"format\":1", 190'000, ",") + "}", "json-more-repeated-keys");
}

TEST_CASE("a chain of a thousand roles is assumed to its end", "[limits]") {
  constexpr std::size_t length = 1000;
  const auto role_arn = [](std::size_t i) { return "arn:aws:iam::111122223333:role/R" + std::to_string(i); };
  json scenario = {{"format", "sts-playground/1"}, {"steps", json::array()}};
  json& account = scenario["accounts"]["111122223333"];
  account["users"]["alice"] = json::object();
  for (std::size_t i = 0; i < length; ++i) {
    const json statement = {{"Effect", "Allow"}, {"Principal", {{"AWS", i == 0 ? alice : role_arn(i - 1)}}}, {"Action", "sts:AssumeRole"}};
    account["roles"]["R" + std::to_string(i)]["trust"] = {{"Version", "2012-10-17"}, {"Statement", json::array({statement})}};
    scenario["steps"].push_back({{"id", "s" + std::to_string(i)},
                                 {"as", i == 0 ? alice : "s" + std::to_string(i - 1)},
                                 {"call", "sts:AssumeRole"},
                                 {"with", {{"RoleArn", role_arn(i)}, {"RoleSessionName", "sess"}}}});
  }
  const json report = check_inside(scenario.dump());
  REQUIRE(report.at("steps").size() == length);
  std::size_t allowed = 0;
  for (const json& step : report.at("steps")) allowed += step.at("decision") == "Allow" ? 1U : 0U;
  CHECK(allowed == length);
  REQUIRE(report.at("sessions").size() == length);
  CHECK(report.at("sessions").back().at("chainedFrom") == "s998");
  CHECK(report.at("sessions").back().at("arn") == "arn:aws:sts::111122223333:assumed-role/R999/sess");
}

TEST_CASE("two thousand calls are all judged", "[limits]") {
  const std::string allow = policy_of(R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})");
  const json report = check_inside(with_user_policy(allow, repeat(get_object(R"(,"expect":{"decision":"Allow"})"), limits::steps, ",")));
  CHECK(report.at("expectations").at("passed") == limits::steps);
}

TEST_CASE("patterns of ten thousand stars end", "[limits]") {
  const std::string letters(10'000, 'a');
  const auto decide = [&](const std::string& pattern) {
    const std::string policy =
        policy_of(R"({"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"example:K":")" + pattern + "\"}}}");
    const json report = check_inside(with_user_policy(policy, get_object(R"(,"context":{"example:K":")" + letters + "\"}")));
    return report.at("steps").at(0).at("decision").get<std::string>();
  };
  CHECK(decide(std::string(10'000, '*')) == "Allow");
  CHECK(decide(repeat("*a", 10'000)) == "Allow");
  CHECK(decide(repeat("*a", 10'001)) == "Deny");
  CHECK(decide(repeat("*a", 5'000) + "b") == "Deny");
  CHECK(decide(repeat("a*", 5'000) + "ab") == "Deny");
  CHECK(decide(std::string(10'000, '?')) == "Allow");
  CHECK(decide(repeat("*?", 10'001)) == "Deny");
  CHECK(decide("*a*a*a*a*a*a*a*a*a*a*ab") == "Deny");
}

TEST_CASE("patterns of ten thousand stars end in actions and resources too", "[limits]") {
  const std::string statement = R"({"Effect":"Allow","Action":")" + repeat("*a", 10'000) + R"(","Resource":"arn:aws:s3:::)" +
                                repeat("*a", 10'000) + R"("},{"Effect":"Allow","Action":")" + repeat("*", 10'000) +
                                R"(","Resource":"arn:aws:s3:::)" + repeat("*", 10'000) + "\"}";
  const json report = check_inside(with_user_policy(policy_of(statement), get_object()));
  CHECK(report.at("steps").at(0).at("decision") == "Allow");
}

TEST_CASE("more policies than a trace can number are refused", "[limits]") {
  const std::string last = R"("z":)" + policy_of(R"({"Effect":"Allow","Action":"s3:*","Resource":"*"})");
  const auto document = [&](std::size_t count) {
    const std::string empty = numbered("\"p", count, R"(":{"Statement":[]})");
    return with_fields(R"("accounts":{"111122223333":{"users":{"alice":{"policies":{)" + empty + "," + last + R"(}}}}},"steps":[)" +
                       get_object() + "]");
  };
  check_outside(document(limits::policies), "scenario-too-many-policies");
  CHECK(report_of(document(limits::policies - 1)).at("/steps/0/decision"_json_pointer) == "Allow");
}

TEST_CASE("explanations stay within their limit, and what matched is told all the same", "[limits]") {
  // 100 steps, 1,000 statements that do not match and one that does.
  const std::string others = repeat(R"({"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"})", 1'000, ",");
  const std::string policy =
      R"({"Version":"2012-10-17","Statement":[)" + others + R"(,{"Effect":"Allow","Action":"s3:*","Resource":"*"}]})";
  const std::string text = with_fields(R"("accounts":{"111122223333":{"users":{"alice":{"policies":{"p":)" + policy + R"(}}}}},"steps":[)" +
                                       repeat(get_object(), 100, ",") + "]");
  const std::string written = sts_playground::run_scenario(text, "en").report;
  CHECK(written.size() < 4 * limits::explanation_bytes);
  const json report = json::parse(written);
  REQUIRE(report.at("steps").size() == 100);
  const json last_policy = report.at("/steps/99/explanation/authorizations/0/layers/3/policies/0"_json_pointer);
  CHECK(last_policy.at("omitted") == 1'000);
  CHECK(last_policy.at("/statements/0/matched"_json_pointer) == true);
}

TEST_CASE("the terminal tells how many statements are left out of an explanation", "[limits]") {
  // 100 steps that 1,000 statements might have allowed.
  const std::string others = repeat(R"({"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"})", 1'000, ",");
  const std::string user = R"("accounts":{"111122223333":{"users":{"alice":{"policies":{"p":)" + policy_of(others) + R"(}}}}},"steps":[)";
  const auto text_of = [&](std::size_t steps, const char* language) {
    return sts_playground::explain_scenario(with_fields(user + repeat(get_object(), steps, ",") + "]"), language, "x", false).text;
  };
  const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  const std::string many = text_of(100, "en");
  CHECK(has(many, " more statements do not match.\n"));
  CHECK_FALSE(has(many, "\n        0 more statements"));
  CHECK(has(text_of(100, "ko"), "일치하지 않는 문이 "));
  CHECK_FALSE(has(text_of(1, "en"), "more statement"));
}
