// Which denial is named, in words of AWS and of ours: the table of
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, with every combination of layers.
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/api/api.h"
#include "core/catalog/denial_texts.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

enum class Says { nothing, allow, something_else, deny };
constexpr std::array all = {Says::nothing, Says::allow, Says::something_else, Says::deny};

const std::string queue = "arn:aws:sqs:us-east-1:111122223333:jobs";
const std::string alice = "arn:aws:iam::111122223333:user/alice";
const std::string worker = "arn:aws:iam::111122223333:role/Worker";
const std::string session = "arn:aws:sts::111122223333:assumed-role/Worker/job";
const std::string federated = "arn:aws:sts::111122223333:federated-user/job";

enum class Kind { user, user_session, role_session, federated_user };

// A row of the table: which implicit denials a grant to this name overrides.
struct Row {
  std::string name;
  Kind caller;
  json principal;  // null: the queue has no policy
  json condition;
  bool identity_ignored;
  bool boundary_ignored;
  bool session_ignored;
};

std::vector<Row> rows() {
  const json account = {{"AWS", "arn:aws:iam::111122223333:root"}};
  const json anyone = {{"AWS", "*"}};
  const json is_worker = {{"ArnEquals", {{"aws:PrincipalArn", worker}}}};
  return {
      {"a user's ARN", Kind::user, {{"AWS", alice}}, nullptr, true, true, true},
      {"a user's ARN and a session of GetSessionToken", Kind::user_session, {{"AWS", alice}}, nullptr, true, true, true},
      {"a user's ARN and a federated session", Kind::federated_user, {{"AWS", alice}}, nullptr, true, false, false},
      {"a role's ARN", Kind::role_session, {{"AWS", worker}}, nullptr, true, false, false},
      {"a role session's ARN", Kind::role_session, {{"AWS", session}}, nullptr, true, true, true},
      {"a role and its session", Kind::role_session, {{"AWS", {worker, session}}}, nullptr, true, true, true},
      {"a federated user's ARN", Kind::federated_user, {{"AWS", federated}}, nullptr, true, true, true},
      {"the account and a user", Kind::user, account, nullptr, false, false, false},
      {"the account and a role session", Kind::role_session, account, nullptr, false, false, false},
      {"the account and a federated user", Kind::federated_user, account, nullptr, false, false, false},
      {"the account and a role", Kind::role_session, {{"AWS", {"111122223333", worker}}}, nullptr, true, false, false},
      {"anyone and a user", Kind::user, anyone, nullptr, true, true, true},
      {"anyone and a role session", Kind::role_session, anyone, nullptr, true, true, true},
      {"anyone with the role's ARN", Kind::role_session, anyone, is_worker, true, true, true},
      {"no policy and a user", Kind::user, nullptr, nullptr, false, false, false},
      {"no policy and a role session", Kind::role_session, nullptr, nullptr, false, false, false},
  };
}

json policy(Says says) {
  json statement = {{"Effect", says == Says::deny ? "Deny" : "Allow"}, {"Action", "sqs:SendMessage"}, {"Resource", "*"}};
  if (says == Says::something_else) statement["Action"] = "ec2:*";
  json statements = json::array({statement});
  if (says == Says::deny) statements.push_back({{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}});
  return {{"Version", "2012-10-17"}, {"Statement", statements}};
}

// What stops a call, or nothing.
struct Expected {
  std::string layer;
  bool explicit_deny = false;
};

// `limits`: boundary, then session. Within one account only.
std::optional<Expected> expected(const Row& row, Says identity, Says boundary, Says session_policy) {
  const std::array<std::pair<const char*, Says>, 3> layers = {
      {{"identity", identity}, {"boundary", boundary}, {"session", session_policy}}};
  for (const auto& [name, says] : layers) {
    if (says == Says::deny) return Expected{name, true};
  }
  // What is not there does not deny; identity-based policies are always there, though there be none.
  const auto lacks = [](Says says, bool always) { return says == Says::something_else || (always && says == Says::nothing); };
  if (!row.identity_ignored && lacks(identity, true)) return Expected{"identity"};
  if (!row.boundary_ignored && lacks(boundary, false)) return Expected{"boundary"};
  if (!row.session_ignored && lacks(session_policy, row.caller == Kind::federated_user)) return Expected{"session"};
  return std::nullopt;
}

json allow(const json& action, const json& principal = nullptr) {
  json statement = {{"Effect", "Allow"}, {"Action", action}};
  if (principal.is_null()) statement["Resource"] = "*";
  else statement["Principal"] = principal;
  return statement;
}

json policy_of(const json& statement) {
  json out = {{"Version", "2012-10-17"}};
  out["Statement"] = json::array({statement});
  return out;
}

// The step that issues the session, or what the caller's own credentials need.
json issue_of(const Row& row, Says session_policy, json& who) {
  json issue;
  issue["id"] = "session";
  issue["with"] = json::object();
  if (session_policy != Says::nothing) issue["with"]["Policy"] = policy(session_policy);
  if (row.caller == Kind::role_session) {
    who["trust"] = policy_of(allow("sts:AssumeRole", {{"AWS", "arn:aws:iam::111122223333:user/admin"}}));
    issue["as"] = "arn:aws:iam::111122223333:user/admin";
    issue["call"] = "sts:AssumeRole";
    issue["with"]["RoleArn"] = worker;
    issue["with"]["RoleSessionName"] = "job";
    return issue;
  }
  issue["as"] = alice;
  issue["call"] = row.caller == Kind::federated_user ? "sts:GetFederationToken" : "sts:GetSessionToken";
  if (row.caller != Kind::federated_user) return issue;
  // The user must be allowed to make the federated session, whatever else is allowed.
  who["policies"]["F"] = policy_of(allow("sts:GetFederationToken"));
  if (who.contains("boundary")) who["boundary"]["Statement"].push_back(allow("sts:GetFederationToken"));
  issue["with"]["Name"] = "job";
  return issue;
}

json document(const Row& row, Says identity, Says boundary, Says session_policy) {
  json who = json::object();
  if (identity != Says::nothing) who["policies"]["P"] = policy(identity);
  if (boundary != Says::nothing) who["boundary"] = policy(boundary);
  const json issue = issue_of(row, session_policy, who);
  json account;
  account["users"]["admin"]["policies"]["P"] = policy_of(allow("*"));
  if (row.caller == Kind::role_session) account["roles"]["Worker"] = who;
  else account["users"]["alice"] = who;
  account["resources"][queue] = json::object();
  if (!row.principal.is_null()) {
    json statement = allow("sqs:SendMessage", row.principal);
    statement["Resource"] = queue;
    if (!row.condition.is_null()) statement["Condition"] = row.condition;
    account["resources"][queue]["policy"] = policy_of(statement);
  }
  json step;
  step["as"] = row.caller == Kind::user ? alice : "session";
  step["call"] = "sqs:SendMessage";
  step["resource"] = queue;
  json out;
  out["format"] = "sts-playground/1";
  out["now"] = "2026-01-15T09:00:00Z";
  out["accounts"]["111122223333"] = account;
  out["steps"] = row.caller == Kind::user ? json::array({step}) : json::array({issue, step});
  return out;
}

std::string caller_arn(const Row& row) {
  switch (row.caller) {
    case Kind::role_session: return session;
    case Kind::federated_user: return federated;
    default: return alice;
  }
}

// troubleshoot_access-denied.html; SQS writes the action in lower case.
std::string aws_text(const Row& row, const Expected& denial) {
  const std::string beginning = "User: " + caller_arn(row) + " is not authorized to perform: sqs:sendmessage on resource: " + queue;
  const std::string kind = denial.layer == "identity"   ? "identity-based policy"
                           : denial.layer == "boundary" ? "permissions boundary"
                                                        : "session policy";
  if (denial.explicit_deny) return beginning + " with an explicit deny in " + (denial.layer == "identity" ? "an " : "a ") + kind;
  return beginning + " because no " + kind + " allows the sqs:sendmessage action";
}

std::string our_text(const Expected& denial) {
  const std::string title = denial.layer == "identity"   ? "Identity-based policies of "
                            : denial.layer == "boundary" ? "Permissions boundary of "
                                                         : "Session policies of ";
  return (denial.explicit_deny ? "Denied: an explicit deny in “" : "Denied: nothing in “") + title;
}

void check(const Row& row, Says identity, Says boundary, Says session_policy) {
  INFO(row.name << ": identity " << static_cast<int>(identity) << ", boundary " << static_cast<int>(boundary) << ", session "
                << static_cast<int>(session_policy));
  const json report = json::parse(run_scenario(document(row, identity, boundary, session_policy).dump(), "en").report);
  REQUIRE(report.at("valid").get<bool>());
  const json& step = report.at("steps").back();
  const std::optional<Expected> denial = expected(row, identity, boundary, session_policy);
  CHECK(step.at("decision").get<std::string>() == (denial ? "Deny" : "Allow"));
  if (!denial) return;
  REQUIRE(step.at("error").is_object());
  CHECK(step.at("error").at("message").get<std::string>() == aws_text(row, *denial));
  const std::string summary = step.at("explanation").at("summary").get<std::string>();
  CHECK(summary.substr(0, our_text(*denial).size()) == our_text(*denial));
  for (const json& layer : step.at("explanation").at("authorizations").at(0).at("layers")) {
    INFO(layer.at("kind").get<std::string>());
    const bool names_it = layer.at("kind").get<std::string>() == denial->layer;
    CHECK(layer.at("decisive").get<bool>() == names_it);
  }
}

}  // namespace

TEST_CASE("which denial is named", "[denials]") {
  for (const Row& row : rows()) {
    const bool has_session_policies = row.caller == Kind::role_session || row.caller == Kind::federated_user;
    for (const Says identity : all) {
      for (const Says boundary : all) {
        for (const Says session_policy : all) {
          if (!has_session_policies && session_policy != Says::nothing) continue;
          check(row, identity, boundary, session_policy);
        }
      }
    }
  }
}

TEST_CASE("how services word a refusal", "[denials]") {
  CHECK(denial_texts("s3:GetObject").resource == ResourceWording::quoted_arn);
  CHECK(denial_texts("KMS:Decrypt").resource == ResourceWording::not_across_accounts);
  CHECK(denial_texts("sqs:SendMessage").action == ActionWording::lower_case);
  CHECK(denial_texts("SNS:Publish").action == ActionWording::upper_case_service);
  for (const std::string_view action : {"lambda:InvokeFunction", "sts:AssumeRole", "dynamodb:GetItem", "s3-object-lambda:GetObject", ""}) {
    CAPTURE(action);
    CHECK(denial_texts(action).action == ActionWording::as_called);
    CHECK(denial_texts(action).resource == ResourceWording::arn);
  }
}

namespace {

std::string report_of_file(const std::string& name) {
  std::ifstream stream(std::string(STS_PLAYGROUND_ROOT) + "/tests/conformance/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return run_scenario(text, "en").report;
}

}  // namespace

TEST_CASE("explanations of denials say what is missing and what to do", "[denials]") {
  const std::vector<std::pair<std::string, std::string>> sentences = {
      {"reports/RA-07-calledvia-that-switches-a-deny-off.json",
       "The Deny statement DenyExternalPrincipals is about this call, but does not stop it"},
      {"reports/RA-07-calledvia-that-switches-a-deny-off.json", "compare aws:SourceOrgID"},
      {"reports/RA-11-deny-for-the-owner-account.json", "a Deny hits everyone in it, whatever their own policies allow"},
      {"reports/RA-13-rcp-and-anonymous-cognito.json", "aws:SourceOrgID is there for calls of AWS services only"},
      {"reports/RA-45-an-scp-on-the-wrong-side.json", "they bind the users and roles of 111122223333 only"},
      {"reports/RB-29-s3-deny-notprincipal-and-a-session.json",
       "Missing: arn:aws:sts::111122223333:assumed-role/Reader/job, arn:aws:iam::111122223333:root."},
      {"differential/F1-allow-with-notprincipal-bucket.json",
       "NotPrincipal names arn:aws:iam::111122223333:user/Bob, so this Allow is not for arn:aws:iam::111122223333:user/Bob."},
      {"evaluation/not-principal-and-a-permissions-boundary.json", "always hits whoever has a permissions boundary"},
      {"organizations/rcp-actions-and-texts.json", "Whether resource control policies limit sqs:ListQueues is not settled"},
      {"organizations/rcp-actions-and-texts.json", "AWS exempts this action from resource control policies"},
      {"organizations/rcp-actions-without-a-resource-type.json", "Resource control policies are about resources, and this action has none"},
      {"denials/kms-a-role-or-a-session-of-it-is-named.json", "name the session's own ARN in the resource-based policy"},
      {"conditions/the-tags-of-a-bucket.json", "attribute-based access control (ABAC)"},
  };
  for (const auto& [file, sentence] : sentences) {
    CAPTURE(file, sentence);
    CHECK(report_of_file(file).find(sentence) != std::string::npos);
  }
}
