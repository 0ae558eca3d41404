// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>

#include "core/api/api.h"
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

constexpr std::string_view target = "arn:aws:iam::111122223333:role/team/Target";
const std::string base_form = "User: {caller} is not authorized to perform: sts:AssumeRole on resource: {RoleArn}";

json good_call() {
  return base_document("sts:AssumeRole", R"("RoleArn": ")" + std::string(target) + R"(", "RoleSessionName": "alice-session")");
}

Row invalid(std::string wrong, std::string_view parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}

// Ranges and patterns: botocore/data/sts/2011-06-15/service-2.json. Wording: the addresses at violation().
std::vector<Row> parameter_rows() {
  const std::string long_name(65, 'n');
  const std::string long_policy(2049, ' ');
  return {
      // Recorded in localstack's test_sts.snapshot.json
      invalid("a session name with a colon", R"("RoleSessionName": "Session1:2")",
              violation("Session1:2", "roleSessionName", R"(Member must satisfy regular expression pattern: [\w+=,.@-]*)")),
      invalid("a session name of one character", R"("RoleSessionName": "n")", violation("n", "roleSessionName", at_least(2))),
      invalid("a session name of 65 characters", R"("RoleSessionName": ")" + long_name + "\"",
              violation(long_name, "roleSessionName", at_most(64))),
      invalid("899 seconds", R"("DurationSeconds": 899)",
              violation("899", "durationSeconds", "Member must have value greater than or equal to 900")),
      invalid("43201 seconds", R"("DurationSeconds": 43201)",
              violation("43201", "durationSeconds", "Member must have value less than or equal to 43200")),
      invalid("a short role ARN", R"("RoleArn": "arn:aws:iam")", violation("arn:aws:iam", "roleArn", at_least(20))),
      invalid("an external id of one character", R"("ExternalId": "e")", violation("e", "externalId", at_least(2))),
      invalid("an external id with a blank", R"("ExternalId": "e e")",
              violation("e e", "externalId", R"(Member must satisfy regular expression pattern: [\w+=,.@:\/-]*)")),
      invalid("a serial number of eight characters", R"("SerialNumber": "GAHT1234")", violation("GAHT1234", "serialNumber", at_least(9))),
      // https://github.com/fwdcloudsec/granted/issues/108
      invalid("an empty code", R"("TokenCode": "")", violation("", "tokenCode", at_least(6))),
      invalid("a code of seven digits", R"("TokenCode": "1234567")", violation("1234567", "tokenCode", at_most(6))),
      invalid("a source identity of one character", R"("SourceIdentity": "s")", violation("s", "sourceIdentity", at_least(2))),
      // "aws:" at the beginning is refused: id_credentials_temp_control-access_monitor.html; the pattern has no colon.
      invalid("a source identity that begins with aws:", R"("SourceIdentity": "aws:me")",
              violation("aws:me", "sourceIdentity", R"(Member must satisfy regular expression pattern: [\w+=,.@-]*)")),
      // The name of a list's member: https://github.com/SWO-GS/auto-tag/issues/90
      invalid("a tag value with an asterisk", R"("Tags": [{"Key": "k", "Value": "*"}])",
              violation("*", "tags.1.member.value", R"(Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*)")),
      invalid("a tag value of 257 characters", R"("Tags": [{"Key": "k", "Value": ")" + std::string(257, 'v') + "\"}]",
              violation(std::string(257, 'v'), "tags.1.member.value", at_most(256))),
      // "Policy", 2,048 characters: API_AssumeRole.html. Value and wording: moto tests/test_iam/test_iam_policies.py
      invalid("a policy of 2049 characters", R"("Policy": ")" + long_policy + "\"", violation(long_policy, "policy", at_most(2048))),
      {3, "51 tags",
       [] {
         json tags = json::array();
         for (int i = 0; i < 51; ++i) tags.push_back({{"Key", "k" + std::to_string(i)}, {"Value", ""}});
         return json{{"step", {{"with", {{"Tags", tags}}}}}};
       }(),
       "Error", "ValidationError", 400, ""},
      {3, "two violations: one message tells both", with(R"("RoleSessionName": "n", "DurationSeconds": 899)"), "Error", "ValidationError",
       400,
       "2 validation errors detected: Value 'n' at 'roleSessionName' failed to satisfy constraint: " + at_least(2) +
           "; Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900"},
  };
}

// test_sts.snapshot.json of localstack, recorded on 2025-04-10
std::vector<Row> role_arn_and_caller_rows() {
  std::vector<Row> rows;
  for (const std::string arn : {"nothing-valid-in-here", "arn::b:::something/test-role", "arn:a:a::aaaaaaaaaa:"}) {
    rows.push_back({4, arn, with(R"("RoleArn": ")" + arn + "\""), "Error", "ValidationError", 400, arn + " is invalid"});
  }
  // https://github.com/kubeflow/testing/issues/961
  rows.push_back({5, "the root user calls", step(R"("as": "arn:aws:iam::111122223333:root")"), "Deny", "AccessDenied", 403,
                  "Roles may not be assumed by root accounts."});
  // id_credentials_temp_request.html: GetFederationToken credentials call nothing of STS but GetCallerIdentity. No source tells the text.
  rows.push_back({5, "a federated user calls", step(R"("as": "federated")"), "Deny", "AccessDenied", 403, ""});
  return rows;
}

std::vector<Row> tag_rows() {
  const auto refused = [](int place, std::string wrong, const json& change, std::string message) {
    return Row{place, std::move(wrong), change, "Error", "InvalidParameterValue", 400, std::move(message)};
  };
  return {
      // id_tags.html: the prefix is reserved, in any letter case. No source tells code and text.
      {6, "a tag key that begins with aws:", with(R"("Tags": [{"Key": "AWS:team", "Value": "1"}])"), "Error", "", 400, ""},
      // Recorded in test_sts.snapshot.json of localstack
      refused(6, "two tag keys that differ in letter case only",
              with(R"("Tags": [{"Key": "Test", "Value": "1"}, {"Key": "TEST", "Value": "2"}])"),
              "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
      refused(7, "a transitive key that is no tag", with(R"("TransitiveTagKeys": ["Missing"])"),
              "The specified transitive tag key must be included in the requested tags."),
      refused(8, "a key that collides with an inherited transitive one",
              together(step(R"("as": "chained")"), with(R"("Tags": [{"Key": "PROJECT", "Value": "x"}])")),
              "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling "
              "session."),
  };
}

std::vector<Row> policy_rows() {
  return {
      // https://github.com/ansible-collections/amazon.aws/issues/2778: the text is that of a JSON parser, and changes.
      {9, "a session policy that is no JSON", with(R"("Policy": "invalid")"), "Error", "MalformedPolicyDocument", 400, ""},
      {9, "a session policy without statements", with(R"("Policy": {"Version": "2012-10-17"})"), "Error", "MalformedPolicyDocument", 400,
       ""},
      // API_AssumeRole.html, PolicyArns: "must exist in the same account as the role". No source tells the error.
      {9, "a managed policy that does not exist", with(R"("PolicyArns": [{"arn": "arn:aws:iam::111122223333:policy/Missing"}])"), "Error",
       "", 0, ""},
      {9, "a managed policy of another account", with(R"("PolicyArns": [{"arn": "arn:aws:iam::444455556666:policy/ReadLogs"}])"), "Error",
       "", 0, ""},
  };
}

std::string deny_alice(std::string_view action) {
  return R"({"Effect": "Deny", "Action": ")" + std::string(action) +
         R"(", "Resource": "*", "Condition": {"StringLike": {"aws:PrincipalArn": "*/alice"}}})";
}

json organization(std::string_view policies, std::string_view statement) {
  json change = world(R"("organizations": {"o-a1b2c3d4e5": {"managementAccount": "999988887777",
    "root": {"id": "r-ab12", "accounts": ["111122223333"]}}}, "accounts": {"999988887777": {}})");
  json allow_all = json::parse(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})");
  json policy = {{"Version", "2012-10-17"}, {"Statement", json::array({json::parse(statement)})}};
  json& root = change["organizations"]["o-a1b2c3d4e5"]["root"];
  root[std::string(policies)] = {{"Limit", policy}};
  if (policies == "scps") root["scps"]["FullAWSAccess"] = allow_all;
  return change;
}

json trust(std::string_view statements) {
  return world(R"("accounts": {"111122223333": {"roles": {"Target": {"trust": {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/ops/admin"},
     "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]})" +
               std::string(statements) + "]}}}}}");
}

json boundary(std::string_view statement) {
  return world(R"("accounts": {"111122223333": {"users": {"alice": {"boundary": {"Version": "2012-10-17", "Statement": [)" +
               std::string(statement) + "]}}}}}");
}

Row denied(int place, std::string wrong, json change, std::string message) {
  return {place, std::move(wrong), std::move(change), "Deny", "AccessDenied", 403, std::move(message)};
}

// The suffixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
std::vector<Row> authorization_rows() {
  const json no_permission = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  return {
      // https://github.com/uswitch/kiam/issues/33: a missing role is answered like a denied one, and so is a missing account.
      denied(11, "a role that does not exist", with(R"("RoleArn": "arn:aws:iam::111122223333:role/Missing")"), base_form),
      denied(11, "an account that does not exist", with(R"("RoleArn": "arn:aws:iam::123123123123:role/Missing")"), base_form),
      // troubleshoot_roles.html: names are case-sensitive, and the path belongs to the ARN.
      denied(11, "a role in another letter case", with(R"("RoleArn": "arn:aws:iam::111122223333:role/team/target")"), base_form),
      denied(11, "a role without its path", with(R"("RoleArn": "arn:aws:iam::111122223333:role/Target")"), base_form),
      denied(12, "an identity-based policy denies", policy_of_alice("A", deny_alice("sts:AssumeRole")),
             base_form + " with an explicit deny in an identity-based policy"),
      denied(12, "the trust policy denies",
             trust(R"(, {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole"},
               {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:AssumeRole"})"),
             base_form + " with an explicit deny in the role trust policy"),
      denied(12, "the boundary denies",
             boundary(
                 R"({"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"})"),
             base_form + " with an explicit deny in a permissions boundary"),
      denied(12, "a service control policy denies", organization("scps", deny_alice("sts:AssumeRole")),
             base_form + " with an explicit deny in a service control policy"),
      denied(12, "a resource control policy denies",
             organization("rcps", R"({"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Resource": "*",
               "Condition": {"StringLike": {"aws:PrincipalArn": "*/alice"}}})"),
             base_form + " with an explicit deny in a resource control policy"),
      denied(12, "no identity-based policy allows", no_permission,
             base_form + " because no identity-based policy allows the sts:AssumeRole action"),
      denied(12, "no trust policy allows", trust(""), base_form + " because no role trust policy allows the sts:AssumeRole action"),
      denied(12, "the boundary does not allow", boundary(R"({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})"),
             base_form + " because no permissions boundary allows the sts:AssumeRole action"),
  };
}

// The action of the message changes: https://github.com/aws-actions/configure-aws-credentials/issues/600,
// https://github.com/noqdev/iambic/issues/357
std::vector<Row> companion_rows() {
  const std::string tag = "User: {caller} is not authorized to perform: sts:TagSession on resource: {RoleArn}";
  const std::string source = "User: {caller} is not authorized to perform: sts:SetSourceIdentity on resource: {RoleArn}";
  const json tags = with(R"("Tags": [{"Key": "Project", "Value": "Apollo"}])");
  const json identity = with(R"("SourceIdentity": "alice")");
  return {
      denied(13, "an identity-based policy denies sts:TagSession", together(tags, policy_of_alice("T", deny_alice("sts:TagSession"))),
             tag + " with an explicit deny in an identity-based policy"),
      denied(13, "the trust policy allows no tags",
             together(tags, trust(R"(, {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
               "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"]})")),
             tag + " because no role trust policy allows the sts:TagSession action"),
      denied(14, "an identity-based policy denies sts:SetSourceIdentity",
             together(identity, policy_of_alice("S", deny_alice("sts:SetSourceIdentity"))),
             source + " with an explicit deny in an identity-based policy"),
      denied(14, "the trust policy allows no source identity",
             together(identity, trust(R"(, {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
               "Action": ["sts:AssumeRole", "sts:TagSession"]})")),
             source + " because no role trust policy allows the sts:SetSourceIdentity action"),
      // id_credentials_temp_control-access_monitor.html: it cannot be changed. The code is the only likely one, the text is not known.
      denied(14, "another source identity than the calling session's",
             together(step(R"("as": "chained")"), with(R"("SourceIdentity": "someone")")), ""),
  };
}

std::vector<Row> last_rows() {
  json tags = json::array();
  std::uint32_t seed = 1;
  for (int i = 0; i < 50; ++i) {
    std::string value;
    while (value.size() < 256) {
      seed = seed * 1664525 + 1013904223;
      value += static_cast<char>('a' + (seed >> 16U) % 26);
    }
    tags.push_back({{"Key", "key" + std::to_string(i)}, {"Value", value}});
  }
  return {
      // https://github.com/prowler-cloud/prowler/issues/7721
      {15, "two hours for a role session", together(step(R"("as": "role")"), with(R"("DurationSeconds": 7200)")), "Error",
       "ValidationError", 400, "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."},
      // https://github.com/99designs/aws-vault/issues/263
      {15, "two hours for a GetSessionToken session", together(step(R"("as": "token")"), with(R"("DurationSeconds": 7200)")), "Error",
       "ValidationError", 400, "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."},
      // https://github.com/kreuzwerker/awsu/issues/27
      {16, "a second more than the role's maximum", with(R"("DurationSeconds": 7201)"), "Error", "ValidationError", 400,
       "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."},
      // https://github.com/aws-actions/configure-aws-credentials/issues/1803
      {17,
       "tags beyond the packed limit",
       {{"step", {{"with", {{"Tags", tags}}}}}},
       "Error",
       "PackedPolicyTooLarge",
       400,
       "Packed size of session tags consumes N% of allotted space."},
  };
}

}  // namespace

Suite assume_role_suite() {
  Suite suite{"sts:AssumeRole", good_call(), {no_credentials(), expired_credentials(), deleted_caller(), inactive_region()}};
  for (const auto& rows : {parameter_rows(), role_arn_and_caller_rows(), tag_rows(), policy_rows(), code_checks(10), authorization_rows(),
                           companion_rows(), last_rows()}) {
    suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
  }
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground;
using namespace sts_playground::test;

TEST_CASE("AssumeRole answers each fault, and of two the earlier", "[sts]") { check_suite(assume_role_suite()); }

TEST_CASE("AssumeRole misses parameters", "[sts]") {
  const json step = answer(changed(assume_role_suite().base, with(R"("RoleArn": null, "RoleSessionName": null)")));
  CHECK(text_at(step, "/error/code") == "ValidationError");
  CHECK(text_at(step, "/error/message") ==
        "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value null at "
        "'roleSessionName' failed to satisfy constraint: Member must not be null");
}

// test_sts.snapshot.json of localstack: the recorded reply of a plain call; what is told of the token since September 2026, recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/eventbridge/target_roles.json
TEST_CASE("the response of a plain AssumeRole", "[sts]") {
  const json step = answer(assume_role_suite().base);
  CHECK(step.at("response").size() == 5);  // no SourceIdentity
  CHECK(text_at(step, "/response/PackedPolicySize") == "17");
  CHECK(text_at(step, "/response/SessionTokenUtilization") == "17");
  CHECK(text_at(step, "/response/SessionTokenSize") == "732");
  CHECK(step.at("sizeEstimated") == false);
  CHECK(step.at("response").value("Credentials", json::object()).size() == 4);
  // reference_identifiers.html: temporary key ids begin with ASIA
  CHECK(text_at(step, "/response/Credentials/AccessKeyId").substr(0, 4) == "ASIA");
  CHECK(text_at(step, "/response/Credentials/SecretAccessKey").find("EXAMPLE") != std::string::npos);
  CHECK(text_at(step, "/response/Credentials/SessionToken").find("EXAMPLE") != std::string::npos);
  CHECK(text_at(step, "/response/Credentials/Expiration") == "2026-01-15T11:00:00Z");
  CHECK(step.at("response").value("AssumedRoleUser", json::object()).size() == 2);
  const std::string id = text_at(step, "/response/AssumedRoleUser/AssumedRoleId");
  CHECK(id.substr(0, 4) == "AROA");
  CHECK(id.substr(std::min(id.find(':'), id.size())) == ":alice-session");
  // reference_identifiers.html: without the role's path
  CHECK(text_at(step, "/response/AssumedRoleUser/Arn") == "arn:aws:sts::111122223333:assumed-role/Target/alice-session");
}

// botocore/data/sts/2011-06-15/service-2.json, AssumeRoleResponse
TEST_CASE("optional fields of AssumeRole's response", "[sts]") {
  const json base = assume_role_suite().base;
  const auto field = [&](std::string_view parameters, const std::string& name) {
    return text_at(answer(changed(base, with(parameters))), "/response/" + name);
  };
  for (const char* const parameters :
       {R"("Tags": [{"Key": "Project", "Value": "Apollo"}])", R"("PolicyArns": [{"arn": "arn:aws:iam::111122223333:policy/ReadLogs"}])",
        R"("Policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})"}) {
    INFO(parameters);
    const int size = std::atoi(field(parameters, "PackedPolicySize").c_str());
    CHECK(size > 17);
    CHECK(size <= 100);
    CHECK(field(parameters, "SessionTokenUtilization") == std::to_string(size));
    CHECK(answer(changed(base, with(parameters))).at("sizeEstimated") == true);
  }
  CHECK(field(R"("SourceIdentity": "alice")", "SourceIdentity") == "alice");
  CHECK(field(R"("ExternalId": "anything")", "PackedPolicySize") == "17");
  // https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/: at least that long, and the limit is 4,096 bytes
  CHECK(field(R"("MinimumSessionTokenSize": 0)", "SessionTokenSize") == "732");
  CHECK(field(R"("MinimumSessionTokenSize": 2048)", "SessionTokenSize") == "2048");
  CHECK(field(R"("MinimumSessionTokenSize": 4096)", "PackedPolicySize") == "100");
  // What is inherited is told too: id_credentials_temp_control-access_monitor.html
  CHECK(text_at(answer(changed(base, step(R"("as": "chained")"))), "/response/SourceIdentity") == "admin");
}

TEST_CASE("AssumeRole takes what is just inside of the limits", "[sts]") {
  const json base = assume_role_suite().base;
  const std::string longest(64, 'n');
  for (const std::string& parameters :
       {std::string(R"("RoleSessionName": "nn")"), R"("RoleSessionName": ")" + longest + "\"", std::string(R"("DurationSeconds": 900)"),
        std::string(R"("DurationSeconds": 7200)"), std::string(R"("ExternalId": "a:/+=,.@_-9")"), std::string(R"("Tags": [])"),
        std::string(R"("TransitiveTagKeys": [])"),
        // Letter case may differ: test_sts.snapshot.json of localstack
        std::string(R"("Tags": [{"Key": "Abc", "Value": ""}], "TransitiveTagKeys": ["aBC"])")}) {
    INFO(parameters);
    CHECK(text_at(answer(changed(base, with(parameters))), "/decision") == "Allow");
  }
}

// https://github.com/1Password/shell-plugins/issues/180
TEST_CASE("a right code is taken once", "[sts]") {
  const json code = with(R"("SerialNumber": "arn:aws:iam::111122223333:mfa/alice", "TokenCode": "current")");
  const json base = changed(assume_role_suite().base, code);
  CHECK(text_at(answer(base), "/error/code") == "AccessDenied");
  CHECK(text_at(answer(changed(base, step(R"("at": "+30s")"))), "/decision") == "Allow");
}

TEST_CASE("credentials are the same in every run, and of each step its own", "[sts]") {
  const json base = assume_role_suite().base;
  const json report = report_of(base);
  CHECK(report.dump() == report_of(base).dump());
  std::map<std::string, int> ids;
  for (const json& session : report.at("sessions")) ++ids[text_at(session, "/accessKeyId")];
  CHECK(ids.size() == report.at("sessions").size());
}

namespace {

std::string transcript(json document) {
  document["setup"] = json::array();
  return aws_cli_transcript(scenario_text(document), "en", "x.json", false).text;
}

}  // namespace

// https://docs.aws.amazon.com/cli/latest/reference/sts/assume-role.html
TEST_CASE("AssumeRole as the AWS CLI shows it", "[sts]") {
  const json base = assume_role_suite().base;
  const std::string good = transcript(base);
  INFO(good);
  CHECK(good.find("aws sts assume-role --role-arn arn:aws:iam::111122223333:role/team/Target --role-session-name alice-session\n") !=
        std::string::npos);
  const std::size_t start = good.find("\n{");
  REQUIRE(start != std::string::npos);
  const json reply = json::parse(good.substr(start, good.rfind('}') + 1 - start), nullptr, false);
  CHECK(text_at(reply, "/AssumedRoleUser/Arn") == "arn:aws:sts::111122223333:assumed-role/Target/alice-session");
  CHECK(text_at(reply, "/Credentials/AccessKeyId").substr(0, 4) == "ASIA");

  const std::string bad = transcript(changed(base, with(R"("RoleArn": "arn:aws:iam::111122223333:role/Missing")")));
  INFO(bad);
  CHECK(bad.find("\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/alice is "
                 "not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Missing\n") != std::string::npos);
}
