// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

Suite sign_in_suite() {
  Suite suite{"console:SignIn", base_document("console:SignIn", ""), {}};
  // Only users sign in (the scenario format); the console's answer is no service's.
  for (const std::string as : {"token", "federated", "role", "console"}) {
    suite.rows.push_back({1, as + " signs in", step(R"("as": ")" + as + "\""), "Deny", "", 0, ""});
  }
  suite.rows.push_back(deleted_caller());
  suite.rows.push_back(expired_credentials());
  return suite;
}

// The answers are those of sts:AssumeRole, which the console calls.
Suite switch_role_suite() {
  Suite suite{"console:SwitchRole", base_document("console:SwitchRole", R"("RoleArn": "arn:aws:iam::111122223333:role/team/Target")"), {}};
  suite.base["step"]["as"] = "console";
  const std::string base_form = "User: {caller} is not authorized to perform: sts:AssumeRole on resource: {RoleArn}";
  const auto denied = [&](int place, std::string wrong, json change, const std::string& suffix) {
    return Row{place, std::move(wrong), std::move(change), "Deny", "AccessDenied", 403, base_form + suffix};
  };
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  const auto condition = [](const std::string& text) {
    return world(R"("accounts": {"111122223333": {"roles": {"Target": {"trust": {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/ops/admin"},
       "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]},
      {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:AssumeRole", "Condition": )" +
                 text + "}]}}}}}");
  };
  suite.rows = {
      {1, "without a sign-in", step(R"("as": "arn:aws:iam::111122223333:user/alice")"), "Deny", "", 0, ""},
      {1, "from a session of AssumeRole", step(R"("as": "role")"), "Deny", "", 0, ""},
      {1, "after the sign-in's twelve hours", step(R"("at": "+12h")"), "Error", "ExpiredToken", 403,
       "The security token included in the request is expired"},
      {2, "no role", with(R"("RoleArn": null)"), "Error", "ValidationError", 400, ""},
      {2, "a short role ARN", with(R"("RoleArn": "arn:aws:iam")"), "Error", "ValidationError", 400,
       violation("arn:aws:iam", "roleArn", at_least(20))},
      {3, "a role ARN that is none", with(R"("RoleArn": "nothing-valid-in-here")"), "Error", "ValidationError", 400,
       "nothing-valid-in-here is invalid"},
      denied(4, "a role that does not exist", with(R"("RoleArn": "arn:aws:iam::111122223333:role/Missing")"), ""),
      denied(5, "a policy denies", policy_of_alice("D", R"({"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"})"),
             " with an explicit deny in an identity-based policy"),
      denied(5, "no policy allows", nothing, " because no identity-based policy allows the sts:AssumeRole action"),
      // It sends no external id and no source identity, and carries no MFA from a sign-in without one.
      denied(5, "an external id is asked for", condition(R"({"StringEquals": {"sts:ExternalId": "Example-1"}})"),
             " because no role trust policy allows the sts:AssumeRole action"),
      denied(5, "a source identity is asked for", condition(R"({"StringLike": {"sts:SourceIdentity": "*"}})"),
             " because no role trust policy allows the sts:AssumeRole action"),
      denied(5, "MFA is asked for", condition(R"({"Bool": {"aws:MultiFactorAuthPresent": "true"}})"),
             " because no role trust policy allows the sts:AssumeRole action"),
  };
  return suite;
}

}  // namespace

std::vector<Suite> console_suites() { return {sign_in_suite(), switch_role_suite()}; }

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("the console answers each fault, and of two the earlier", "[sts]") {
  for (const Suite& suite : console_suites()) check_suite(suite);
}

// The session is named after the user who signed in: https://github.com/coinbase/assume-role/issues/50
// id_roles_manage-assume.html: the role's maximum or what is left of the console session, whichever is less
TEST_CASE("the session of a switched role", "[sts]") {
  const json base = console_suites().back().base;
  const auto session = [&](const json& change, const std::string& field) {
    return text_at(report_of(changed(base, change)).at("sessions").back(), "/" + field);
  };
  CHECK(session(json::object(), "arn") == "arn:aws:sts::111122223333:assumed-role/Target/alice");
  CHECK(session(json::object(), "expiresAt") == "2026-01-15T12:00:00Z");
  CHECK(session(step(R"("at": "+11h")"), "expiresAt") == "2026-01-15T22:00:00Z");
  CHECK(session(json::object(), "sourceIdentity") == "null");
}
