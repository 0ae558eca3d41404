// The catalogue of condition keys: its own order, the keys that the engine derives, and rows read from the documentation.
#include "core/catalog/condition_keys.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/api.h"
#include "core/catalog/action_keys.h"
#include "core/text/ascii.h"
#include "tests/catch.h"

using namespace sts_playground;
using nlohmann::json;

namespace {

// The name of the row that describes a key, or "".
std::string row_of(std::string_view key) {
  const ConditionKeyRow* row = find_condition_key(key);
  return row ? std::string(row->name) : "";
}

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

struct Seen {
  bool multivalued = false;
  std::string file;
};

void collect(const json& step, const std::string& file, std::map<std::string, Seen>& found) {
  for (const json& entry : step.at("explanation").at("context")) {
    if (entry.at("origin") != "derived") continue;
    found[entry.at("key").get<std::string>()] = {entry.at("multivalued").get<bool>(), file};
  }
  for (const json& sub : step.at("subSteps")) collect(sub, file, found);
}

// Scenarios that together show every key that the engine derives.
constexpr const char* scenarios[] = {
    "assume-root/aws-assumed-root.json",
    "assume-root/condition-on-the-task.json",
    "federation/FE-017-a-signed-in-user-of-a-cognito-identity-pool.json",
    "federation/google.json",
    "federation/oidc-authorized-party.json",
    "federation/oidc-claims-of-github.json",
    "federation/oidc-claims-of-other-providers.json",
    "federation/oidc-session-tags.json",
    "federation/saml-keys-in-the-session.json",
    "federation/saml-keys-in-the-trust-policy.json",
    "iam",
    "mfa",
    "organizations",
    "services",
    "source-identity",
    "tags",
    "external-id",
};

std::map<std::string, Seen> derived_keys() {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(STS_PLAYGROUND_ROOT) / "tests/conformance";
  std::set<fs::path> files;
  for (const char* const name : scenarios) {
    if (!fs::is_directory(root / name)) {
      files.insert(root / name);
      continue;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(root / name)) files.insert(entry.path());
  }
  std::map<std::string, Seen> found;
  for (const fs::path& file : files) {
    const json report = json::parse(run_scenario(read(file), "en").report, nullptr, false);
    INFO(file);
    REQUIRE(report.is_object());
    REQUIRE(report.at("valid") == true);
    for (const json& step : report.at("steps")) collect(step, file.filename().string(), found);
  }
  return found;
}

// What a trust policy's one condition is said to do, where bob, a user outside any organization, assumes the role.
std::string condition_text(const std::string& condition_operator, const std::string& key, const char* language = "en") {
  const std::string scenario = R"({"format": "sts-playground/1", "now": "2026-01-15T09:00:00Z", "accounts": {"111122223333": {
    "users": {"bob": {}}, "roles": {"R": {"trust": {"Version": "2012-10-17", "Statement": [{
      "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/bob"}, "Action": "sts:AssumeRole",
      "Condition": {")" + condition_operator +
                               R"(": {")" + key + R"(": "true"}}}]}}}}}, "steps": [{
    "id": "one", "as": "arn:aws:iam::111122223333:user/bob", "call": "sts:AssumeRole",
    "with": {"RoleArn": "arn:aws:iam::111122223333:role/R", "RoleSessionName": "bob"}}]})";
  const json report = json::parse(run_scenario(scenario, language).report, nullptr, false);
  INFO(report.dump());
  REQUIRE(report.at("valid") == true);
  for (const json& layer : report.at("steps").at(0).at("explanation").at("authorizations").at(0).at("layers")) {
    if (layer.at("kind") != "trust") continue;
    for (const json& element : layer.at("policies").at(0).at("statements").at(0).at("elements")) {
      if (element.at("element") == "Condition") return element.at("text").get<std::string>();
    }
  }
  return "";
}

}  // namespace

TEST_CASE("every row has a name of its own, a type, a sentence and an address", "[condition-keys]") {
  std::set<std::string> names;
  for (const ConditionKeyRow& row : condition_keys()) {
    CAPTURE(row.name);
    CHECK(names.insert(ascii_lower(row.name)).second);
    CHECK(row.name.find(':') != std::string_view::npos);
    CHECK(row.type != OperatorFamily::null);
    CHECK(message_code(row.presence.sentence).starts_with("key-"));
    CHECK(message_row(row.presence.sentence).english.find('{') == std::string_view::npos);
    CHECK_FALSE(row.anchor.empty());
    CHECK(documentation_address(row).starts_with("https://docs.aws.amazon.com/"));
    CHECK(documentation_address(row).find(".html#") != std::string::npos);
    const bool is_pattern = row.name.back() == '/' || row.name.front() == ':';
    if (!is_pattern) CHECK(row_of(row.name) == row.name);
  }
}

TEST_CASE("types follow names", "[condition-keys]") {
  for (const ConditionKeyRow& row : condition_keys()) {
    CAPTURE(row.name);
    const std::string name = ascii_lower(row.name);
    if (name.ends_with("arn")) CHECK(row.type == OperatorFamily::arn);
    if (name.ends_with("ip") || name.ends_with("ipv4")) CHECK(row.type == OperatorFamily::ip_address);
    if (name.ends_with("time")) CHECK(row.type == OperatorFamily::date);
    if (name.ends_with("orgpaths") || name.ends_with("tagkeys") || name.ends_with(":amr")) CHECK(row.multivalued);
    if (name.ends_with("/")) CHECK_FALSE(row.multivalued);
    if (row.type == OperatorFamily::boolean || row.type == OperatorFamily::numeric) CHECK_FALSE(row.multivalued);
  }
}

namespace {

// The keys of core/call/context.cpp and of core/sts/.
constexpr const char* engine_keys[] = {"aws:PrincipalIsAWSService",
                                       "aws:PrincipalServiceName",
                                       "aws:PrincipalServiceNamesList",
                                       "aws:PrincipalType",
                                       "aws:userid",
                                       "aws:PrincipalAccount",
                                       "aws:PrincipalArn",
                                       "aws:username",
                                       "aws:PrincipalOrgID",
                                       "aws:PrincipalOrgPaths",
                                       "aws:PrincipalTag/",
                                       "aws:TokenIssueTime",
                                       "aws:MultiFactorAuthPresent",
                                       "aws:MultiFactorAuthAge",
                                       "aws:SourceIdentity",
                                       "aws:FederatedProvider",
                                       "aws:AssumedRoot",
                                       "aws:CurrentTime",
                                       "aws:EpochTime",
                                       "aws:SecureTransport",
                                       "aws:ViaAWSService",
                                       "aws:RequestedRegion",
                                       "aws:ResourceAccount",
                                       "aws:ResourceOrgID",
                                       "aws:ResourceOrgPaths",
                                       "aws:ResourceTag/",
                                       "iam:ResourceTag/",
                                       "aws:RequestTag/",
                                       "aws:TagKeys",
                                       "sts:ExternalId",
                                       "sts:RoleSessionName",
                                       "sts:SourceIdentity",
                                       "sts:TransitiveTagKeys",
                                       "sts:TaskPolicyArn",
                                       "saml:aud",
                                       "saml:doc",
                                       "saml:iss",
                                       "saml:namequalifier",
                                       "saml:sub",
                                       "saml:sub_type",
                                       "accounts.google.com:aud",
                                       "accounts.google.com:email",
                                       "cognito-identity.amazonaws.com:amr",
                                       "sts:RoleAuthorizedByIdp",
                                       "accounts.google.com:google/organization_number",
                                       "idcs-TENANT.identity.oraclecloud.com:rpst_id",
                                       "oidc.circleci.com/org/ORGANIZATION:oidc.circleci.com/project-id",
                                       "token.actions.githubusercontent.com:actor",
                                       "token.actions.githubusercontent.com:actor_id",
                                       "token.actions.githubusercontent.com:enterprise_id",
                                       "token.actions.githubusercontent.com:environment",
                                       "token.actions.githubusercontent.com:job_workflow_ref",
                                       "token.actions.githubusercontent.com:ref",
                                       "token.actions.githubusercontent.com:repository",
                                       "token.actions.githubusercontent.com:repository_id",
                                       "token.actions.githubusercontent.com:repository_owner_id",
                                       "token.actions.githubusercontent.com:workflow",
                                       "agent.buildkite.com:build_branch",
                                       "agent.buildkite.com:cluster_id",
                                       "agent.buildkite.com:cluster_name",
                                       "agent.buildkite.com:organization_id",
                                       "agent.buildkite.com:organization_slug",
                                       "agent.buildkite.com:pipeline_id",
                                       "agent.buildkite.com:pipeline_slug",
                                       "gitlab.com:namespace_id",
                                       "gitlab.com:pipeline_source",
                                       "gitlab.com:project_id",
                                       "gitlab.com:ref_protected",
                                       "gitlab.com:runner_environment",
                                       "gitlab.com:user_access_level",
                                       "gitlab.com:user_email",
                                       "gitlab.com:user_id",
                                       "gitlab.com:user_login",
                                       ":aud",
                                       ":oaud",
                                       ":sub",
                                       "iam:PermissionsBoundary",
                                       "iam:PolicyARN"};

}  // namespace

TEST_CASE("every key that the engine derives is in the catalogue, with as many values", "[condition-keys]") {
  std::set<std::string> rows;
  for (const auto& [key, seen] : derived_keys()) {
    CAPTURE(key, seen.file);
    const ConditionKeyRow* row = find_condition_key(key);
    REQUIRE(row);
    CHECK(row->derived);
    CHECK(row->multivalued == seen.multivalued);
    rows.insert(std::string(row->name));
  }
  for (const char* const name : engine_keys) {
    INFO(name);
    CHECK(rows.count(name) == 1);
  }
}

TEST_CASE("finding a key", "[condition-keys]") {
  CHECK(row_of("AWS:sourceARN") == "aws:SourceArn");
  CHECK(row_of("aws:requesttag/Team") == "aws:RequestTag/");
  CHECK(row_of("aws:PrincipalTag/a/b:c") == "aws:PrincipalTag/");
  CHECK(row_of("sts:RequestContext/identitystore:UserId") == "sts:RequestContext/");
  CHECK(row_of("aws:RequestTag/").empty());
  CHECK(row_of("aws:RequestTag").empty());
  CHECK(row_of("aws:SourceArns").empty());
  CHECK(row_of("").empty());
  CHECK(row_of("ec2:Vpc").empty());
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
TEST_CASE("the keys that IAM's actions take from their requests", "[condition-keys][iam]") {
  std::set<std::string_view> seen;
  for (const ActionKeys& row : action_keys()) {
    CAPTURE(row.action);
    CHECK(seen.insert(row.action).second);
    CHECK(starts_with_ignoring_case(row.action, "iam:"));
    if (row.tagging.empty()) continue;
    const ActionKeys* tagging = find_action_keys(row.tagging);
    REQUIRE(tagging);
    CHECK(tagging->tags);
    CHECK(row.tags);
    CHECK(row.subject == Subject::made);
  }
  CHECK(find_action_keys("IAM:createrole") == find_action_keys("iam:CreateRole"));
  CHECK(find_action_keys("iam:TagRole")->boundary == BoundaryKey::none);
  CHECK_FALSE(find_action_keys("iam:DeleteRole"));
}

TEST_CASE("keys of OIDC providers", "[condition-keys]") {
  CHECK(row_of("token.actions.githubusercontent.com:SUB") == ":sub");
  CHECK(row_of("oidc.eks.us-east-1.amazonaws.com/id/ABC:aud") == ":aud");
  CHECK(row_of("token.actions.githubusercontent.com:repository") == "token.actions.githubusercontent.com:repository");
  CHECK(row_of("accounts.google.com:aud") == "accounts.google.com:aud");
  CHECK(row_of("graph.facebook.com:id") == "graph.facebook.com:id");
  // These call the audience app_id.
  CHECK(row_of("www.amazon.com:aud").empty());
  CHECK(row_of("Graph.Facebook.com:aud").empty());
  // Not hosts.
  CHECK(row_of("aws:sub").empty());
  CHECK(row_of("s3:aud").empty());
  CHECK(row_of(":sub").empty());
  CHECK(row_of("idp.example.com:iss").empty());
  // Issuers of one product have the same keys.
  CHECK(row_of("token.actions.githubusercontent.com/octo-inc:actor") == "token.actions.githubusercontent.com:actor");
  CHECK(row_of("github.corp.example.com/_services/token:Ref") == "token.actions.githubusercontent.com:ref");
  CHECK(row_of("token.actions.octo.ghe.com:workflow") == "token.actions.githubusercontent.com:workflow");
  CHECK(row_of("token.actions.githubusercontent.community:actor").empty());
  CHECK(row_of("oidc.circleci.com/org/1:oidc.circleci.com/project-id") ==
        "oidc.circleci.com/org/ORGANIZATION:oidc.circleci.com/project-id");
  CHECK(row_of("idcs-1.identity.oraclecloud.com:rpst_id") == "idcs-TENANT.identity.oraclecloud.com:rpst_id");
  CHECK(row_of("token.actions.githubusercontent.com:workflow_ref").empty());
  CHECK(row_of("gitlab.com:repository").empty());
}

TEST_CASE("the claims that AWS reads of a provider", "[condition-keys]") {
  CHECK(claims_read("idp.example.com") == std::vector<std::string_view>{"amr", "aud", "email", "oaud", "sub"});
  CHECK(claims_read("token.actions.githubusercontent.com").size() == 15);
  CHECK(claims_read("www.amazon.com") == std::vector<std::string_view>{"app_id", "sub", "user_id"});
}

TEST_CASE("rows read from the documentation", "[condition-keys]") {
  const auto check = [](std::string_view key, OperatorFamily type, bool multivalued, std::string_view anchor) {
    CAPTURE(key);
    const ConditionKeyRow* row = find_condition_key(key);
    REQUIRE(row);
    CHECK(row->type == type);
    CHECK(row->multivalued == multivalued);
    CHECK(row->anchor == anchor);
  };
  check("aws:SourceIp", OperatorFamily::ip_address, false, "condition-keys-sourceip");
  check("aws:CalledVia", OperatorFamily::string, true, "condition-keys-calledvia");
  check("aws:CalledViaFirst", OperatorFamily::string, false, "condition-keys-calledviafirst");
  check("aws:SourceOrgPaths", OperatorFamily::string, true, "condition-keys-sourceorgpaths");
  check("aws:Ec2InstanceSourcePrivateIPv4", OperatorFamily::ip_address, false, "condition-keys-ec2instancesourceprivateip4");
  check("ec2:RoleDelivery", OperatorFamily::numeric, false, "condition-keys-ec2-role-delivery");
  check("aws:MultiFactorAuthAge", OperatorFamily::numeric, false, "condition-keys-multifactorauthage");
  check("aws:TokenIssueTime", OperatorFamily::date, false, "condition-keys-tokenissuetime");
  check("sts:DurationSeconds", OperatorFamily::numeric, false, "ck_durationseconds");
  check("sts:RequestContextProviders", OperatorFamily::arn, true, "condition-keys-sts");
  check("iam:PermissionsBoundary", OperatorFamily::arn, false, "ck_PermissionsBoundary");
  check("iam:ServiceSpecificCredentialAgeDays", OperatorFamily::numeric, false, "ck_ServiceSpecificCredentialAgeDays");
  check("saml:edupersonaffiliation", OperatorFamily::string, true, "condition-keys-saml");
  check("saml:edupersonprimaryorgunitdn", OperatorFamily::string, false, "condition-keys-saml");
}

namespace {

// What the one condition of a trust policy is said to do where a token of GitHub comes.
std::string claim_text(const std::string& condition_operator, const std::string& key, const std::string& wanted, const std::string& subject,
                       const char* language = "en") {
  json document = json::parse(R"({"format": "sts-playground/1", "now": "2026-09-01T09:00:00Z", "accounts": {"111122223333": {
    "oidcProviders": {"token.actions.githubusercontent.com": {"clientIds": ["sts.amazonaws.com"]}},
    "roles": {"R": {"trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
      "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {}}]}}}}},
    "steps": [{"id": "one", "call": "sts:AssumeRoleWithWebIdentity", "with": {"RoleArn": "arn:aws:iam::111122223333:role/R",
      "RoleSessionName": "ci", "token": {"iss": "https://token.actions.githubusercontent.com", "aud": "sts.amazonaws.com"}}}]})");
  document["/accounts/111122223333/roles/R/trust/Statement/0/Condition"_json_pointer][condition_operator][key] = wanted;
  document["/steps/0/with/token/sub"_json_pointer] = subject;
  const json report = json::parse(run_scenario(document.dump(), language).report, nullptr, false);
  INFO(report.dump());
  REQUIRE(report.at("valid") == true);
  for (const json& layer : report.at("steps").at(0).at("explanation").at("authorizations").at(0).at("layers")) {
    if (layer.at("kind") != "trust") continue;
    for (const json& element : layer.at("policies").at(0).at("statements").at(0).at("elements")) {
      if (element.at("element") == "Condition") return element.at("text").get<std::string>();
    }
  }
  return "";
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an explanation tells whose key it is, and which claims AWS reads", "[condition-keys]") {
  const std::string host = "token.actions.githubusercontent.com";
  const std::string subject = "repo:acme/app:ref:refs/heads/main";
  const std::string unread = claim_text("StringEquals", host + ":workflow_ref", "x", subject);
  CHECK(has(unread, "AWS does not read the claim workflow_ref of the tokens of " + host));
  CHECK(has(unread, "job_workflow_ref"));
  CHECK(has(claim_text("Null", "oidc.us-east-1.eks.amazonaws.com/id/1:sub", "false", subject),
            "It is a key of the provider oidc.us-east-1.eks.amazonaws.com/id/1, but the token comes from " + host));
  CHECK(has(claim_text("StringEquals", host + ":actor", "octo", subject), "AWS reads the claim actor, but this token does not have it."));
  CHECK(has(claim_text("StringEquals", host + ":workflow_ref", "x", subject, "ko"), "workflow_ref 클레임을 읽지 않으므로"));
}

TEST_CASE("an explanation tells that GitHub's subject has two forms", "[condition-keys]") {
  const std::string key = "token.actions.githubusercontent.com:sub";
  const std::string old_form = "repo:acme/app:ref:refs/heads/main";
  const std::string new_form = "repo:acme@123456/app@456789:ref:refs/heads/main";
  CHECK(has(claim_text("StringEquals", key, old_form, new_form), "Add the value \"" + new_form + "\" to the policy."));
  CHECK(has(claim_text("StringEquals", key, new_form, old_form), "Add the value \"" + old_form + "\" to the policy."));
  CHECK(has(claim_text("StringLike", key, "repo:acme/*", new_form), "\"repo:acme@123456/*\""));
  CHECK(has(claim_text("StringNotLike", key, "repo:acme/*", new_form), "\"repo:acme@123456/*\""));
  CHECK(has(claim_text("StringEquals", key, old_form, new_form, "ko"), "두 가지 형식"));
  // Another repository, another owner, or another branch is another thing than the form.
  CHECK_FALSE(has(claim_text("StringEquals", key, "repo:acme/shop:ref:refs/heads/main", new_form), "two forms"));
  CHECK_FALSE(has(claim_text("StringEquals", key, "repo:mallory/app:ref:refs/heads/main", new_form), "two forms"));
  CHECK_FALSE(has(claim_text("StringEquals", key, "repo:acme/app:pull_request", old_form), "two forms"));
  CHECK_FALSE(has(claim_text("StringEquals", key, "x", new_form), "two forms"));
}

TEST_CASE("an explanation of an absent key tells when it is present", "[condition-keys]") {
  CHECK(condition_text("StringEquals", "aws:SourceArn")
            .starts_with("StringEquals wants aws:SourceArn = \"true\"; the request has no aws:SourceArn. "
                         "aws:SourceArn is sent only by an AWS service that calls with its own service principal; "));
  CHECK(
      condition_text("Null", "aws:PrincipalOrgID").ends_with(" It is present only when the caller's account belongs to an organization."));
  for (const char* const name : {"StringNotEquals", "StringEqualsIfExists", "ForAllValues:StringEquals", "ForAnyValue:StringEquals"}) {
    INFO(name);
    CHECK(condition_text(name, "aws:SourceVpc").ends_with(" It is present only when the request goes through a VPC endpoint."));
  }
  CHECK(condition_text("StringEquals", "aws:SourceArn", "ko")
            .find("요청에 aws:SourceArn 키가 없습니다. aws:SourceArn 키는 서비스 보안 주체로 직접 호출하는 AWS 서비스만 보냅니다.") !=
        std::string::npos);
}

TEST_CASE("an explanation doubts the spelling of keys that are not documented, of some prefixes only", "[condition-keys]") {
  const std::string doubt = " AWS documents no key of this name: check the spelling.";
  CHECK(condition_text("StringEquals", "aws:SourceArns").ends_with(doubt));
  CHECK(condition_text("StringEquals", "STS:ExternalIds").ends_with(doubt));
  CHECK(condition_text("StringEquals", "saml:group").ends_with(doubt));
  CHECK(condition_text("StringEquals", "ec2:Vpc") == "StringEquals wants ec2:Vpc = \"true\"; the request has no ec2:Vpc.");
}
