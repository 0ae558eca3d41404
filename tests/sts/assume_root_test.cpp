// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

constexpr std::string_view organization =
    R"("organizations": {"o-a1b2c3d4e5": {"managementAccount": "111122223333", "centralizedRootAccess": {},
  "root": {"id": "r-ab12", "accounts": ["444455556666"]}}},
  "accounts": {"444455556666": {"stsInactiveRegions": ["eu-west-3"], "users": {"carol": {"policies": {"Permissions":
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}}}}, "777788889999": {}})";

constexpr std::string_view good_parameters = R"("TargetPrincipal": "444455556666",
  "TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"})";

Row invalid(std::string wrong, const std::string& parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}

// Who may: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html. The text for the others is not known.
Row not_entitled(std::string wrong, json change) { return {7, std::move(wrong), std::move(change), "Deny", "AccessDenied", 403, ""}; }

}  // namespace

Suite assume_root_suite() {
  Suite suite{"sts:AssumeRoot", changed(base_document("sts:AssumeRoot", good_parameters), world(organization)), {}};
  const std::string denied = "User: {caller} is not authorized to perform: sts:AssumeRoot on resource: arn:aws:iam::444455556666:root";
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  suite.rows = {
      no_credentials(),
      expired_credentials(),
      deleted_caller(),
      // https://github.com/boto/boto3/issues/4461
      {2, "the global endpoint", step(R"("region": "global")"), "Error", "InvalidAction", 400, "Unknown Operation"},
      // botocore/data/sts/2011-06-15/service-2.json, AssumeRootRequest
      invalid("901 seconds", R"("DurationSeconds": 901)",
              violation("901", "durationSeconds", "Member must have value less than or equal to 900")),
      invalid("less than no time", R"("DurationSeconds": -1)",
              violation("-1", "durationSeconds", "Member must have value greater than or equal to 0")),
      invalid("a target of eleven digits", R"("TargetPrincipal": "44445555666")",
              violation("44445555666", "targetPrincipal", at_least(12))),
      invalid("no target", R"("TargetPrincipal": null)",
              "1 validation error detected: Value null at 'targetPrincipal' failed to satisfy constraint: Member must not be null"),
      // Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_access.json
      {4, "a user is the target", with(R"("TargetPrincipal": "arn:aws:iam::444455556666:user/carol")"), "Error", "ValidationError", 400,
       "Request must contain a valid target principal"},
      {5, "another policy", with(R"("TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/AdministratorAccess"})"), "Error", "ValidationError",
       400, "Request must contain valid AWS managed task policy ARN"},
      // https://github.com/aws/aws-sdk-go-v2/issues/2846
      {6, "STS is off in the Region", step(R"("region": "eu-west-3")"), "Error", "RegionDisabledException", 403,
       "STS is not activated in this region for account:444455556666. Your account administrator can activate STS in this region using the "
       "IAM Console."},
      not_entitled("the root user calls", step(R"("as": "arn:aws:iam::111122223333:root")")),
      not_entitled("a federated user calls", step(R"("as": "federated")")),
      not_entitled("a user of a member account calls", step(R"("as": "arn:aws:iam::444455556666:user/carol")")),
      not_entitled("the management account itself is the target", with(R"("TargetPrincipal": "111122223333")")),
      not_entitled("an account outside is the target", with(R"("TargetPrincipal": "777788889999")")),
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
      {8, "a policy denies", policy_of_alice("D", R"({"Effect": "Deny", "Action": "sts:AssumeRoot", "Resource": "*"})"), "Deny",
       "AccessDenied", 403, denied + " with an explicit deny in an identity-based policy"},
      {8, "no policy allows", nothing, "Deny", "AccessDenied", 403,
       denied + " because no identity-based policy allows the sts:AssumeRoot action"},
      // Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_sessions.json
      {9, "root access is not centralized", world(R"("organizations": {"o-a1b2c3d4e5": {"centralizedRootAccess": null}})"), "Deny",
       "AccessDenied", 403, "Service not enabled for AWS Organizations."},
      {9, "root credentials management is off",
       world(R"("organizations": {"o-a1b2c3d4e5": {"centralizedRootAccess": {"features": ["RootSessions"]}}})"), "Deny", "AccessDenied",
       403, "Root credentials management feature is not enabled for your AWS Organization."},
  };
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("AssumeRoot answers each fault, and of two the earlier", "[sts]") { check_suite(assume_root_suite()); }

// botocore/data/sts/2011-06-15/service-2.json, AssumeRootResponse
TEST_CASE("the response of AssumeRoot", "[sts]") {
  const json base = assume_root_suite().base;
  const json plain = answer(base);
  CHECK(plain.at("response").size() == 3);  // no PackedPolicySize: botocore's model of September 2026
  CHECK(text_at(plain, "/response/Credentials/AccessKeyId").substr(0, 4) == "ASIA");
  CHECK(text_at(plain, "/response/Credentials/Expiration") == "2026-01-15T10:15:00Z");  // 900 seconds by default
  CHECK(text_at(answer(changed(base, step(R"("as": "chained")"))), "/response/SourceIdentity") == "admin");
}

// API_AssumeRoot.html, TaskPolicyArn and TargetPrincipal
TEST_CASE("AssumeRoot knows every task, and accounts by ARN", "[sts]") {
  const json base = assume_root_suite().base;
  for (const std::string task : {"IAMAuditRootUserCredentials", "IAMCreateRootUserPassword", "IAMDeleteRootUserCredentials",
                                 "S3UnlockBucketPolicy", "SQSUnlockQueuePolicy"}) {
    INFO(task);
    const json change = with(R"("TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/root-task/)" + task + "\"}");
    CHECK(text_at(answer(changed(base, change)), "/decision") == "Allow");
  }
  CHECK(text_at(answer(changed(base, with(R"("TargetPrincipal": "arn:aws:iam::444455556666:root")"))), "/decision") == "Allow");
}
