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
TEST_CASE("actions that resource control policies judge", "[services]") {
  constexpr std::string_view resource = "arn:aws:s3:::example";
  for (const std::string_view action : {"s3:GetObject", "STS:AssumeRole", "kms:Decrypt", "xray:CreateGroup", "aoss:APIAccessAll"}) {
    CAPTURE(action);
    CHECK(rcp_coverage(action, resource) == RcpCoverage::covered);
    CHECK(rcp_coverage(action, "*") == RcpCoverage::no_resource_type);
  }
  for (const std::string_view action : {"iam:CreateRole", "s3-object-lambda:GetObject", "es:ESHttpGet", "lambda:InvokeFunction",
                                        "cognito-sync:ListRecords", "ec2:RunInstances"}) {
    CAPTURE(action);
    CHECK(rcp_coverage(action, resource) == RcpCoverage::other_service);
  }
  for (const std::string_view action :
       {"support:CreateCase", "pricing:GetProducts", "sts:DecodeAuthorizationMessage", "s3:listallmybuckets"}) {
    CAPTURE(action);
    CHECK(rcp_coverage(action, resource) == RcpCoverage::no_resource_type);
  }
  CHECK(rcp_coverage("kms:RetireGrant", resource) == RcpCoverage::exempt_action);
  CHECK(rcp_coverage("sqs:ListQueues", "*") == RcpCoverage::unsettled);
}
