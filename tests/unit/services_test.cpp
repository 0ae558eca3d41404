#include "core/catalog/services.h"

#include "tests/catch.h"

namespace {
using namespace sts_playground;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
TEST_CASE("service principals", "[services]") {
  for (const std::string_view text :
       {"ec2.amazonaws.com", "codedeploy.us-east-1.amazonaws.com", "ec2.amazonaws.com.cn", "replicator.lambda.amazonaws.com"}) {
    CAPTURE(text);
    CHECK(is_service_principal(text));
  }
  for (const std::string_view text : {"", "amazonaws.com", ".amazonaws.com", "ec2", "ec2.amazonaws.com.", "EC2.amazonaws.com",
                                      "a/b.amazonaws.com", "*.amazonaws.com", "accounts.google.com"}) {
    CAPTURE(text);
    CHECK_FALSE(is_service_principal(text));
  }
}

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
TEST_CASE("services that resource control policies cover", "[services]") {
  CHECK(supports_rcps("s3:GetObject"));
  CHECK(supports_rcps("STS:AssumeRole"));
  CHECK(supports_rcps("kms:Decrypt"));
  CHECK_FALSE(supports_rcps("kms:RetireGrant"));
  CHECK_FALSE(supports_rcps("iam:CreateRole"));
  CHECK_FALSE(supports_rcps("s3-object-lambda:GetObject"));
}
