// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

Row invalid(std::string wrong, std::string_view parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}

void add(Suite& suite, const std::vector<Row>& rows) { suite.rows.insert(suite.rows.end(), rows.begin(), rows.end()); }

// 900 to 129600 seconds: botocore/data/sts/2011-06-15/service-2.json, durationSecondsType
std::vector<Row> duration_rows() {
  return {
      invalid("899 seconds", R"("DurationSeconds": 899)",
              violation("899", "durationSeconds", "Member must have value greater than or equal to 900")),
      invalid("more than 36 hours", R"("DurationSeconds": 129601)",
              violation("129601", "durationSeconds", "Member must have value less than or equal to 129600")),
  };
}

std::vector<Row> session_rows(int place, const std::string& message) {
  std::vector<Row> rows;
  for (const std::string session : {"token", "federated", "role", "chained"}) {
    rows.push_back(
        {place, "credentials of the session " + session, step(R"("as": ")" + session + "\""), "Deny", "AccessDenied", 403, message});
  }
  return rows;
}

std::vector<Row> federation_authorization_rows() {
  // The resource is the federated user: API_GetFederationToken.html, https://github.com/NetSPI/aws_consoler/issues/9. Suffixes:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  const std::string resource = " on resource: arn:aws:sts::111122223333:federated-user/fed";
  const std::string base = "User: {caller} is not authorized to perform: sts:GetFederationToken" + resource;
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  const json boundary = world(R"("accounts": {"111122223333": {"users": {"alice": {"boundary":
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}}}})");
  const std::string deny_tags = R"({"Effect": "Deny", "Action": "sts:TagSession", "Resource": "*"})";
  return {
      {7, "a policy denies", policy_of_alice("D", R"({"Effect": "Deny", "Action": "sts:GetFederationToken", "Resource": "*"})"), "Deny",
       "AccessDenied", 403, base + " with an explicit deny in an identity-based policy"},
      {7, "no policy allows", nothing, "Deny", "AccessDenied", 403,
       base + " because no identity-based policy allows the sts:GetFederationToken action"},
      {7, "the boundary does not allow", boundary, "Deny", "AccessDenied", 403,
       base + " because no permissions boundary allows the sts:GetFederationToken action"},
      // id_session-tags.html: tags need sts:TagSession
      {8, "tags without sts:TagSession", together(with(R"("Tags": [{"Key": "a", "Value": "b"}])"), policy_of_alice("T", deny_tags)), "Deny",
       "AccessDenied", 403,
       "User: {caller} is not authorized to perform: sts:TagSession" + resource + " with an explicit deny in an identity-based policy"},
  };
}

std::vector<Row> federation_parameter_rows() {
  const std::string long_name(33, 'n');
  const std::string long_policy(2049, ' ');
  return {
      invalid("a name of one character", R"("Name": "n")", violation("n", "name", at_least(2))),
      invalid("a name of 33 characters", R"("Name": ")" + long_name + "\"", violation(long_name, "name", at_most(32))),
      invalid("a name with a blank", R"("Name": "n n")",
              violation("n n", "name", R"(Member must satisfy regular expression pattern: [\w+=,.@-]*)")),
      invalid("a policy of 2049 characters", R"("Policy": ")" + long_policy + "\"", violation(long_policy, "policy", at_most(2048))),
      invalid("no name", R"("Name": null)",
              "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null"),
  };
}

}  // namespace

Suite federation_token_suite() {
  Suite suite{"sts:GetFederationToken",
              base_document("sts:GetFederationToken", R"("Name": "fed")"),
              {no_credentials(), expired_credentials(), deleted_caller(), inactive_region()}};
  add(suite, duration_rows());
  add(suite, federation_parameter_rows());
  // https://github.com/fwdcloudsec/granted/issues/151
  add(suite, session_rows(4, "Cannot call GetFederationToken with session credentials"));
  // test_sts.snapshot.json of localstack has it of AssumeRole
  add(suite,
      {{5, "two tag keys that differ in letter case only", with(R"("Tags": [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}])"),
        "Error", "InvalidParameterValue", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."},
       {6, "a session policy that is no JSON", with(R"("Policy": "{")"), "Error", "MalformedPolicyDocument", 400, ""}});
  add(suite, federation_authorization_rows());
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("GetFederationToken answers each fault, and of two the earlier", "[sts]") { check_suite(federation_token_suite()); }

// API_GetFederationToken.html: 12 hours by default, 36 at most; of root one hour, whatever it asks for
TEST_CASE("how long credentials of GetFederationToken last", "[sts]") {
  const json base = federation_token_suite().base;
  const auto expiration = [&](const json& change) { return text_at(answer(changed(base, change)), "/response/Credentials/Expiration"); };
  const json root = step(R"("as": "arn:aws:iam::111122223333:root")");
  CHECK(expiration(json::object()) == "2026-01-15T22:00:00Z");
  CHECK(expiration(with(R"("DurationSeconds": 900)")) == "2026-01-15T10:15:00Z");
  CHECK(expiration(with(R"("DurationSeconds": 129600)")) == "2026-01-16T22:00:00Z");
  CHECK(expiration(root) == "2026-01-15T11:00:00Z");
  CHECK(expiration(together(root, with(R"("DurationSeconds": 129600)"))) == "2026-01-15T11:00:00Z");
  CHECK(expiration(together(root, with(R"("DurationSeconds": 900)"))) == "2026-01-15T10:15:00Z");
}

// botocore/data/sts/2011-06-15/service-2.json, GetFederationTokenResponse
TEST_CASE("the response of GetFederationToken", "[sts]") {
  const json federated = answer(federation_token_suite().base);
  CHECK(text_at(federated, "/response/FederatedUser/FederatedUserId") == "111122223333:fed");
  CHECK(text_at(federated, "/response/FederatedUser/Arn") == "arn:aws:sts::111122223333:federated-user/fed");
  // It repeats the utilization of the token, which is never empty: https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/. Before
  // September 2026 it was 0 where no policy was passed: test_sts.snapshot.json of localstack.
  CHECK(text_at(federated, "/response/PackedPolicySize") == "17");
  CHECK(text_at(federated, "/response/SessionTokenUtilization") == "17");
  CHECK(text_at(federated, "/response/Credentials/AccessKeyId").substr(0, 4) == "ASIA");
}

// 688 bytes of GetSessionToken, and 88 for a small policy and the name; 400 less at the global endpoint. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
TEST_CASE("how long tokens of GetFederationToken are", "[sts]") {
  const json small = with(
      R"("Name": "stackd-95d69dc9fb", "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:GetCallerIdentity\",\"Resource\":\"*\"}]}")");
  const json base = changed(federation_token_suite().base, small);
  CHECK(text_at(answer(base), "/response/SessionTokenSize") == "776");
  CHECK(text_at(answer(changed(base, step(R"("region": "global")"))), "/response/SessionTokenSize") == "376");
}
