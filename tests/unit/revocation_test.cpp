// When a session lost its life: sessions[].revokedAt of the report.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

const std::string user_arn = "arn:aws:iam::111122223333:user/alice";
const std::string role_arn = "arn:aws:iam::111122223333:role/Target";

json policy(const json& statement) { return {{"Version", "2012-10-17"}, {"Statement", json::array({statement})}}; }

json revoking(const std::string& instant) {
  return {{"Effect", "Deny"},
          {"Action", json::array({"*"})},
          {"Resource", json::array({"*"})},
          {"Condition", {{"DateLessThan", {{"aws:TokenIssueTime", instant}}}}}};
}

json step(const std::string& at, const std::string& as, const std::string& call, const json& with) {
  return {{"id", "step-" + at}, {"at", "2026-01-15T" + at + "Z"}, {"as", as}, {"call", call}, {"with", with}};
}

json assume(const std::string& at, const std::string& as = user_arn, const std::string& role = role_arn) {
  return step(at, as, "sts:AssumeRole", {{"RoleArn", role}, {"RoleSessionName", "alice"}});
}

json put_policy(const std::string& at, const json& statement, const std::string& name = "P") {
  return step(at, "arn:aws:iam::111122223333:user/admin", "iam:PutRolePolicy",
              {{"RoleName", "Target"}, {"PolicyName", name}, {"PolicyDocument", policy(statement)}});
}

json delete_policy(const std::string& at, const std::string& name = "P") {
  return step(at, "arn:aws:iam::111122223333:user/admin", "iam:DeleteRolePolicy", {{"RoleName", "Target"}, {"PolicyName", name}});
}

json other_call(const std::string& at, const std::string& call, const json& with) {
  return step(at, "arn:aws:iam::111122223333:user/admin", call, with);
}

// What the report tells of the session that a step issued.
json revoked_at(const std::vector<json>& steps, const std::string& session, const json& role_policies = json::object()) {
  const json allow_all = policy({{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}});
  const json trust = policy({{"Effect", "Allow"}, {"Principal", {{"AWS", "111122223333"}}}, {"Action", "sts:AssumeRole"}});
  const json target = {{"trust", trust}, {"policies", role_policies}};
  const json account = {
      {"users",
       {{"alice", {{"policies", {{"All", allow_all}}}}}, {"admin", {{"policies", {{"All", allow_all}}}}}, {"temp", json::object()}}},
      {"roles", {{"Target", target}, {"Next", {{"trust", trust}}}}}};
  const json scenario = {
      {"format", "sts-playground/1"}, {"now", "2026-01-15T09:00:00Z"}, {"accounts", {{"111122223333", account}}}, {"steps", steps}};
  const json report = json::parse(run_scenario(scenario.dump(), "en").report);
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("valid") == true);
  for (const json& each : report.at("steps")) {
    INFO(each.dump());
    CHECK(each.at("decision") == "Allow");
  }
  for (const json& each : report.at("sessions")) {
    if (each.at("id") == session) return each.at("revokedAt");
  }
  FAIL("no such session");
  return nullptr;
}

TEST_CASE("a session that nothing ends has no instant of revocation", "[revocation]") {
  CHECK(revoked_at({assume("09:00:00")}, "step-09:00:00") == nullptr);
  CHECK(revoked_at({assume("09:00:00"), put_policy("09:10:00", {{"Effect", "Deny"}, {"Action", "s3:*"}, {"Resource", "*"}})},
                   "step-09:00:00") == nullptr);
}

TEST_CASE("the policy that AWS's console puts on a role revokes the sessions issued before its instant", "[revocation]") {
  const std::vector<json> steps = {assume("09:00:00"), assume("09:05:00"), put_policy("09:10:00", revoking("2026-01-15T09:05:00Z"))};
  CHECK(revoked_at(steps, "step-09:00:00") == "2026-01-15T09:10:00Z");
  // DateLessThan is strict.
  CHECK(revoked_at(steps, "step-09:05:00") == nullptr);
}

TEST_CASE("the first of two revocations counts, and the policy's name does not matter", "[revocation]") {
  const std::vector<json> steps = {assume("09:00:00"), put_policy("09:10:00", revoking("2026-01-15T09:10:00Z"), "AnyName"),
                                   put_policy("09:20:00", revoking("2026-01-15T09:20:00Z"), "AnyName")};
  CHECK(revoked_at(steps, "step-09:00:00") == "2026-01-15T09:10:00Z");
}

// The console sets the instant about 30 seconds ahead, for sessions that are still on their way: the page above.
TEST_CASE("a session that is issued before the instant of a policy put earlier is revoked from its beginning", "[revocation]") {
  const std::vector<json> steps = {put_policy("09:10:00", revoking("2026-01-15T09:10:30Z")), assume("09:10:20"), assume("09:10:30")};
  CHECK(revoked_at(steps, "step-09:10:20") == "2026-01-15T09:10:20Z");
  CHECK(revoked_at(steps, "step-09:10:30") == nullptr);
}

TEST_CASE("a policy that the role has from the start revokes what is issued before its instant", "[revocation]") {
  const json policies = {{"Old", policy(revoking("2026-01-15T09:30:00Z"))}};
  CHECK(revoked_at({assume("09:10:00")}, "step-09:10:00", policies) == "2026-01-15T09:10:00Z");
}

TEST_CASE("a session lives again where the policy goes before it expires, and does not where it goes later", "[revocation]") {
  const std::vector<json> revoked = {assume("09:00:00"), put_policy("09:10:00", revoking("2026-01-15T09:10:00Z"))};
  std::vector<json> early = revoked;
  early.push_back(delete_policy("09:20:00"));
  CHECK(revoked_at(early, "step-09:00:00") == nullptr);
  std::vector<json> replaced = revoked;
  replaced.push_back(put_policy("09:20:00", {{"Effect", "Allow"}, {"Action", "s3:*"}, {"Resource", "*"}}));
  CHECK(revoked_at(replaced, "step-09:00:00") == nullptr);
  std::vector<json> late = revoked;
  late.push_back(delete_policy("10:00:00"));
  CHECK(revoked_at(late, "step-09:00:00") == "2026-01-15T09:10:00Z");
}

TEST_CASE("a policy after the session expired revokes nothing", "[revocation]") {
  CHECK(revoked_at({assume("09:00:00"), put_policy("10:00:00", revoking("2026-01-15T10:00:00Z"))}, "step-09:00:00") == nullptr);
}

TEST_CASE("only a Deny of every action and resource with that one condition revokes", "[revocation]") {
  const auto with = [](const char* pointer, const json& value) {
    json statement = revoking("2026-01-15T09:10:00Z");
    statement[json::json_pointer(pointer)] = value;
    return revoked_at({assume("09:00:00"), put_policy("09:10:00", statement)}, "step-09:00:00");
  };
  CHECK(with("/Sid", "Revoke") == "2026-01-15T09:10:00Z");
  CHECK(with("/Effect", "Allow") == nullptr);
  CHECK(with("/Action", "s3:*") == nullptr);
  CHECK(with("/Resource", "arn:aws:s3:::*") == nullptr);
  CHECK(with("/Condition/DateLessThan/aws:CurrentTime", "2027-01-01T00:00:00Z") == nullptr);
  CHECK(with("/Condition/StringEquals", {{"aws:PrincipalTag/team", "red"}}) == nullptr);
  CHECK(with("/Condition", {{"DateGreaterThan", {{"aws:TokenIssueTime", "2026-01-15T08:00:00Z"}}}}) == nullptr);
  CHECK(with("/Condition", {{"DateLessThan", {{"AWS:tokenissuetime", json::array({"2026-01-15T08:00:00Z", "2026-01-15T09:10:00Z"})}}}}) ==
        "2026-01-15T09:10:00Z");
}

// The other role's policies judge the other role's session: revoking one role spares the sessions that were chained from it.
TEST_CASE("a session chained from a revoked one lives on", "[revocation]") {
  const std::vector<json> steps = {assume("09:00:00"), assume("09:05:00", "step-09:00:00", "arn:aws:iam::111122223333:role/Next"),
                                   put_policy("09:10:00", revoking("2026-01-15T09:10:00Z"))};
  const json assume_next = {{"A", policy({{"Effect", "Allow"}, {"Action", "sts:AssumeRole"}, {"Resource", "*"}})}};
  CHECK(revoked_at(steps, "step-09:00:00", assume_next) == "2026-01-15T09:10:00Z");
  CHECK(revoked_at(steps, "step-09:05:00", assume_next) == nullptr);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
TEST_CASE("deleting a role ends its sessions, and creating a namesake brings none back", "[revocation]") {
  std::vector<json> steps = {assume("09:00:00"), other_call("09:10:00", "iam:DeleteRole", {{"RoleName", "Target"}})};
  CHECK(revoked_at(steps, "step-09:00:00") == "2026-01-15T09:10:00Z");
  const json trust = policy({{"Effect", "Allow"}, {"Principal", {{"AWS", "111122223333"}}}, {"Action", "sts:AssumeRole"}});
  steps.push_back(other_call("09:20:00", "iam:CreateRole", {{"RoleName", "Target"}, {"AssumeRolePolicyDocument", trust}}));
  steps.push_back(assume("09:25:00"));
  steps.push_back(put_policy("09:30:00", {{"Effect", "Allow"}, {"Action", "s3:*"}, {"Resource", "*"}}));
  CHECK(revoked_at(steps, "step-09:00:00") == "2026-01-15T09:10:00Z");
  CHECK(revoked_at(steps, "step-09:25:00") == nullptr);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html
TEST_CASE("a user's sessions end with the user, and with a revoking policy on the user", "[revocation]") {
  const std::string temp = "arn:aws:iam::111122223333:user/temp";
  const json issue = step("09:00:00", temp, "sts:GetSessionToken", json::object());
  CHECK(revoked_at({issue, other_call("09:10:00", "iam:DeleteUser", {{"UserName", "temp"}})}, "step-09:00:00") == "2026-01-15T09:10:00Z");
  const json put = other_call("09:20:00", "iam:PutUserPolicy",
                              {{"UserName", "temp"}, {"PolicyName", "P"}, {"PolicyDocument", policy(revoking("2026-01-15T09:20:00Z"))}});
  CHECK(revoked_at({issue, put}, "step-09:00:00") == "2026-01-15T09:20:00Z");
}

}  // namespace
