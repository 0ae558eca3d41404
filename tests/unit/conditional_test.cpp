// Authorisation with unknown keys: what is definite, what is conditional, and on what.
#include "core/authorize/conditional.h"

#include <string>
#include <vector>

#include "core/compile/read_policy_text.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using Json = nlohmann::json;

Json statement(const std::string& effect, const Json& condition = nullptr, const std::string& resource = "*") {
  Json out = {{"Effect", effect}, {"Action", "s3:*"}, {"Resource", resource}};
  if (!condition.is_null()) out["Condition"] = condition;
  return out;
}

// The answer for a user with one policy of these statements.
ConditionalAuthorization ask(const Json& statements, const RequestContext& context, std::size_t judgements = limits::unknown_judgements) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = Json{{"Version", "2012-10-17"}, {"Statement", statements}}.dump();
  const PolicyReading reading = read_policy_value(value, PolicySource{}, PolicyKind::identity, nullptr);
  REQUIRE(reading.policy);
  AuthorizationInput input;
  input.action = "s3:GetObject";
  input.resource = "arn:aws:s3:::data/jo/x";
  input.layers.emplace_back();
  input.layers.back().policies.push_back(reading.policy);
  Caller caller;
  caller.kind = CallerKind::user;
  caller.account = "111122223333";
  return authorize_conditionally(input, caller, context, judgements);
}

RequestContext unknown(const std::vector<std::string>& names) {
  RequestContext context;
  for (const std::string& name : names) context.set_unknown(name);
  return context;
}

Answer answer(const Json& statements, const RequestContext& context) {
  const ConditionalAuthorization result = ask(statements, context);
  CHECK(result.exact);
  return result.answer;
}

const Json team_red = {{"StringEquals", {{"aws:RequestTag/team", "red"}}}};
const Json team_not_red = {{"StringNotEquals", {{"aws:RequestTag/team", "red"}}}};

}  // namespace

TEST_CASE("a missing Allow is named by its conditions", "[conditional]") {
  const ConditionalAuthorization result = ask({statement("Allow", team_red)}, unknown({"aws:RequestTag/*"}));
  REQUIRE(result.answer == Answer::conditional);
  REQUIRE(result.needs.size() == 1);
  CHECK(result.needs[0].written().key.value == "aws:RequestTag/team");
  CHECK(result.needs[0].written().condition_operator.value == "StringEquals");
  CHECK(result.needs[0].written().values.values.at(0).value == "red");
  CHECK_FALSE(result.needs[0].of_deny);
  CHECK(result.allowed->context.find("aws:requesttag/team")->values == std::vector<std::string>{"red"});
  CHECK(result.denied->context.find("aws:requesttag/team") == nullptr);
}

TEST_CASE("a Deny that could match is named", "[conditional]") {
  const ConditionalAuthorization result = ask({statement("Allow"), statement("Deny", team_red)}, unknown({"aws:RequestTag/team"}));
  REQUIRE(result.answer == Answer::conditional);
  REQUIRE(result.needs.size() == 1);
  CHECK(result.needs[0].of_deny);
}

TEST_CASE("of several Allow statements one is what is needed", "[conditional]") {
  const Json mfa = {{"Bool", {{"aws:MultiFactorAuthPresent", "true"}}}};
  const auto result = ask({statement("Allow", team_red), statement("Allow", mfa)}, unknown({"*"}));
  REQUIRE(result.answer == Answer::conditional);
  CHECK(result.needs.size() == 1);
}

TEST_CASE("statements about one unknown key are judged together", "[conditional]") {
  const RequestContext tags = unknown({"aws:RequestTag/*"});
  // One of the two holds whatever the tag is.
  CHECK(answer({statement("Allow", team_red), statement("Allow", team_not_red)}, tags) == Answer::allow);
  // Whatever is allowed is denied.
  CHECK(answer({statement("Allow", team_red), statement("Deny", {{"StringLike", {{"aws:RequestTag/team", "r*"}}}})}, tags) == Answer::deny);
  // No text begins with "a" and with "b"; several values may.
  CHECK(answer({statement("Allow", {{"ForAllValues:StringLike", {{"aws:TagKeys", "a*"}}}, {"Null", {{"aws:TagKeys", "false"}}}}),
                statement("Deny", {{"ForAnyValue:StringLike", {{"aws:TagKeys", "a*"}}}})},
               unknown({"aws:TagKeys"})) == Answer::deny);
  CHECK(answer({statement("Allow", {{"ForAnyValue:StringLike", {{"aws:TagKeys", "a*"}}}}),
                statement("Deny", {{"ForAllValues:StringLike", {{"aws:TagKeys", "a*"}}}})},
               unknown({"aws:TagKeys"})) == Answer::conditional);
  // Between 3 and 4 there are numbers, below 3 and above 4 at once there are none.
  const auto between = [](const std::string& low, const std::string& high) {
    return Json{{"NumericGreaterThan", {{"s3:max-keys", low}}}, {"NumericLessThan", {{"s3:max-keys", high}}}};
  };
  CHECK(answer({statement("Allow", between("3", "4"))}, unknown({"s3:max-keys"})) == Answer::conditional);
  CHECK(answer({statement("Allow", between("-4", "-3"))}, unknown({"s3:max-keys"})) == Answer::conditional);
}

TEST_CASE("absence and presence of an unknown key", "[conditional]") {
  const RequestContext tags = unknown({"aws:RequestTag/*"});
  const Json absent = {{"Null", {{"aws:RequestTag/team", "true"}}}};
  const Json present = {{"Null", {{"aws:RequestTag/team", "false"}}}};
  CHECK(answer({statement("Allow", absent)}, tags) == Answer::conditional);
  CHECK(answer({statement("Allow", absent), statement("Allow", present)}, tags) == Answer::allow);
  CHECK(answer({statement("Allow", {{"StringLikeIfExists", {{"aws:RequestTag/team", "*"}}}})}, tags) == Answer::allow);
  CHECK(answer({statement("Allow", {{"StringLike", {{"aws:RequestTag/team", "*"}}}})}, tags) == Answer::conditional);
}

TEST_CASE("many unknown keys need few judgements", "[conditional]") {
  Json condition;
  for (int i = 0; i < 30; ++i) condition["StringEquals"]["aws:RequestTag/t" + std::to_string(i)] = "red";
  const auto result = ask({statement("Allow", condition)}, unknown({"*"}), 200);
  CHECK(result.answer == Answer::conditional);
  CHECK(result.needs.size() == 30);
  CHECK(result.exact);
}

TEST_CASE("without an end to trying the answer is conditional", "[conditional]") {
  const auto result = ask({statement("Allow", team_red), statement("Allow", team_not_red)}, unknown({"*"}), 1);
  CHECK(result.answer == Answer::conditional);
  CHECK_FALSE(result.exact);
  CHECK(result.needs.size() == 2);
}

TEST_CASE("an unknown key as a policy variable", "[conditional]") {
  const Json own = {statement("Allow", nullptr, "arn:aws:s3:::data/${aws:username}/*")};
  const auto result = ask(own, unknown({"aws:username"}));
  REQUIRE(result.answer == Answer::conditional);
  CHECK(result.allowed->context.find("aws:username")->values == std::vector<std::string>{"jo"});
}

TEST_CASE("the last name that covers a key says whether it is known", "[conditional]") {
  RequestContext context;
  CHECK_FALSE(context.has_unknown());
  context.set_unknown("*");
  context.set_known("aws:PrincipalTag/*");
  context.set_unknown("aws:principaltag/team");
  CHECK(context.is_unknown("sts:ExternalId"));
  CHECK_FALSE(context.is_unknown("aws:PrincipalTag/other"));
  CHECK(context.is_unknown("aws:PrincipalTag/Team"));
}
