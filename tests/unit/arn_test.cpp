// ARNs. Examples: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
#include "core/values/arn.h"

#include <string>

#include "tests/catch.h"

using namespace sts_playground;

namespace {

PrincipalArn principal(std::string_view text) {
  CAPTURE(text);
  const std::optional<PrincipalArn> parsed = parse_principal_arn(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("an ARN has six parts, the last of which takes the rest", "[arn]") {
  const std::optional<Arn> queue = parse_arn("arn:aws:sns:us-east-1:123456789012:topic:sub:1");
  REQUIRE(queue);
  CHECK(queue->partition == "aws");
  CHECK(queue->service == "sns");
  CHECK(queue->region == "us-east-1");
  CHECK(queue->account == "123456789012");
  CHECK(queue->resource == "topic:sub:1");
  const std::optional<Arn> bucket = parse_arn("arn:aws:s3:::my_corporate_bucket/*");
  REQUIRE(bucket);
  CHECK(bucket->region.empty());
  CHECK(bucket->account.empty());
  CHECK(bucket->resource == "my_corporate_bucket/*");
  CHECK(parse_arn("arn:::::"));
  CHECK(parse_arn("arn:*:*:*:*:*"));
}

TEST_CASE("what is no ARN", "[arn]") {
  for (const std::string_view text : {"", "arn", "arn:", "arn:aws:iam::123456789012", "ARN:aws:iam::123456789012:root", "*", "123456789012",
                                      " arn:aws:iam::123456789012:root", "urn:aws:iam::123456789012:root"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_arn(text));
    CHECK_FALSE(parse_principal_arn(text));
  }
}

TEST_CASE("principals of IAM", "[arn]") {
  CHECK(principal("arn:aws:iam::123456789012:root").kind == PrincipalArnKind::root);
  const PrincipalArn user = principal("arn:aws:iam::123456789012:user/division_abc/subdivision_xyz/JaneDoe");
  CHECK(user.kind == PrincipalArnKind::user);
  CHECK(user.path == "/division_abc/subdivision_xyz/");
  CHECK(user.name == "JaneDoe");
  CHECK(user.arn.account == "123456789012");
  const PrincipalArn role = principal("arn:aws-cn:iam::123456789012:role/S3Access");
  CHECK(role.kind == PrincipalArnKind::role);
  CHECK(role.path == "/");
  CHECK(role.name == "S3Access");
  CHECK(principal("arn:aws:iam::123456789012:role/aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer").name ==
        "AWSServiceRoleForAccessAnalyzer");
  CHECK(principal("arn:aws:iam::123456789012:group/Developers").kind == PrincipalArnKind::group);
  const PrincipalArn managed = principal("arn:aws:iam::aws:policy/job-function/Billing");
  CHECK(managed.kind == PrincipalArnKind::policy);
  CHECK(managed.arn.account == "aws");
  CHECK(managed.path == "/job-function/");
  CHECK(principal("arn:aws:iam::123456789012:mfa/JaneDoeMFA").kind == PrincipalArnKind::mfa);
  CHECK(principal("arn:aws:iam::123456789012:mfa/JaneDoeMFA").name == "JaneDoeMFA");
  CHECK(principal("arn:aws:iam::123456789012:saml-provider/ADFSProvider").kind == PrincipalArnKind::saml_provider);
  CHECK(principal("arn:aws:iam::123456789012:saml-provider/ADFSProvider").name == "ADFSProvider");
  const PrincipalArn oidc = principal("arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE");
  CHECK(oidc.kind == PrincipalArnKind::oidc_provider);
  CHECK(oidc.name == "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE");
}

TEST_CASE("principals of STS", "[arn]") {
  const PrincipalArn session = principal("arn:aws:sts::123456789012:assumed-role/Accounting-Role/Mary");
  CHECK(session.kind == PrincipalArnKind::assumed_role);
  CHECK(session.name == "Accounting-Role");
  CHECK(session.session == "Mary");
  const PrincipalArn federated = principal("arn:aws:sts::123456789012:federated-user/Alice");
  CHECK(federated.kind == PrincipalArnKind::federated_user);
  CHECK(federated.name == "Alice");
}

TEST_CASE("ARNs of IAM and STS that are no principal", "[arn]") {
  for (const std::string_view text :
       {"arn:aws:iam::123456789012:", "arn:aws:iam::123456789012:role", "arn:aws:iam::123456789012:role/",
        "arn:aws:iam::123456789012:user/a/", "arn:aws:iam::123456789012:Role/x", "arn:aws:iam:us-east-1:123456789012:root",
        "arn:aws:iam::123456789012:assumed-role/a/b", "arn:aws:sts::123456789012:assumed-role/a",
        "arn:aws:sts::123456789012:assumed-role/a/", "arn:aws:sts::123456789012:assumed-role//b",
        "arn:aws:sts::123456789012:assumed-role/a/b/c", "arn:aws:sts::123456789012:federated-user/", "arn:aws:sts::123456789012:root",
        "arn:aws:sts::123456789012:role/x", "arn:aws:iam::123456789012:rooted", "arn:aws:iam::123456789012:saml-provider/"}) {
    CHECK(principal(text).kind == PrincipalArnKind::other);
  }
  CHECK_FALSE(parse_principal_arn("arn:aws:s3:::bucket"));
}

TEST_CASE("an ARN is made of the parts that it is split into", "[arn]") {
  CHECK(make_arn({"aws", "iam", "", "123456789012", "role/a/b"}) == "arn:aws:iam::123456789012:role/a/b");
  for (const std::string_view text : {"arn:aws-cn:sqs:cn-north-1:123456789012:queue", "arn:aws:s3:::bucket/a:b", "arn:::::"}) {
    CHECK(make_arn(*parse_arn(text)) == text);
  }
}

TEST_CASE("account ids and partitions", "[arn]") {
  CHECK(is_account_id("123456789012"));
  CHECK(is_account_id("000000000000"));
  CHECK_FALSE(is_account_id("12345678901"));
  CHECK_FALSE(is_account_id("1234567890123"));
  CHECK_FALSE(is_account_id("12345678901a"));
  CHECK_FALSE(is_account_id("12345678901\xD9\xA3"));
  CHECK(is_partition("aws"));
  CHECK(is_partition("aws-cn"));
  CHECK(is_partition("aws-us-gov"));
  CHECK_FALSE(is_partition("AWS"));
  CHECK_FALSE(is_partition("aws-iso"));
  CHECK_FALSE(is_partition(""));
}
