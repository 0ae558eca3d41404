#include "core/catalog/services.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// The list of the page as of 2026-09-27: 62 prefixes. `es`, `iam`, `lambda`, `cognito-sync` and `ec2` are not among them. Sorted.
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/docs/iam-resource-controls.md (documented)
constexpr std::string_view services_with_rcps[] = {
    "aoss",
    "appconfig",
    "appstream",
    "autoscaling",
    "autoscaling-plans",
    "budgets",
    "clouddirectory",
    "cloudfront",
    "cloudsearch",
    "cloudtrail-data",
    "codeartifact",
    "codebuild",
    "codecommit",
    "codepipeline",
    "cognito-identity",
    "cognito-idp",
    "comprehend",
    "comprehendmedical",
    "compute-optimizer",
    "cost-optimization-hub",
    "dax",
    "dsql",
    "dynamodb",
    "ecr",
    "ecr-public",
    "events",
    "firehose",
    "fis",
    "fms",
    "gamelift",
    "health",
    "inspector-scan",
    "kendra",
    "kinesisvideo",
    "kms",
    "logs",
    "memorydb",
    "networkmonitor",
    "notifications",
    "opensearch",
    "pca-connector-ad",
    "personalize",
    "polly",
    "pricing",
    "resource-groups",
    "rolesanywhere",
    "s3",
    "secretsmanager",
    "servicediscovery",
    "signin",
    "sqs",
    "sts",
    "support",
    "swf",
    "textract",
    "timestream-influxdb",
    "transcribe",
    "transfer",
    "translate",
    "wafv2",
    "workspaces",
    "xray",
};

// Of these services no action has a resource type, so that an RCP about them denies nothing: the same document.
constexpr std::string_view services_without_resource_types[] = {
    "autoscaling-plans", "comprehendmedical", "compute-optimizer", "cost-optimization-hub", "inspector-scan", "pricing", "support",
};

// Actions of services with RCPs that have no resource type; a call of any other such action names the resource "*". Sorted. The first of
// each service: testdata/aws/iam/resource_control_current.json of the same source; the rest of KMS, S3, Secrets Manager and STS:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html and its sisters (documented)
constexpr std::string_view actions_without_resource_types[] = {
    "aoss:BatchGetCollection",
    "appconfig:CreateApplication",
    "appstream:CreateAppBlock",
    "autoscaling:DescribeAccountLimits",
    "budgets:DescribeBudgetActionsForAccount",
    "clouddirectory:CreateSchema",
    "cloudfront:CreateAnycastIpList",
    "codeartifact:CreateDomain",
    "codebuild:DeleteOAuthToken",
    "codecommit:CreateApprovalRuleTemplate",
    "codepipeline:AcknowledgeJob",
    "cognito-identity:CreateIdentityPool",
    "cognito-idp:AssociateSoftwareToken",
    "comprehend:BatchDetectDominantLanguage",
    "dax:CreateParameterGroup",
    "dsql:InjectError",
    "dynamodb:DescribeEndpoints",
    "ecr-public:GetAuthorizationToken",
    "ecr:CreatePullThroughCacheRule",
    "events:ListApiDestinations",
    "firehose:ListDeliveryStreams",
    "fis:GetTargetResourceType",
    "fms:AssociateAdminAccount",
    "gamelift:AcceptMatch",
    "health:DescribeAffectedAccountsForOrganization",
    "kendra:CreateIndex",
    "kinesisvideo:ListEdgeAgentConfigurations",
    "kms:ConnectCustomKeyStore",
    "kms:CreateKey",
    "kms:GenerateRandom",
    "kms:ListAliases",
    "kms:ListKeys",
    "logs:AssociateSourceToS3TableIntegration",
    "memorydb:CreateParameterGroup",
    "networkmonitor:CreateProbe",
    "notifications:AccessSensitiveEvents",
    "opensearch:CancelAutoOptimizeJob",
    "pca-connector-ad:CreateConnector",
    "personalize:ListBatchInferenceJobs",
    "polly:DescribeVoices",
    "resource-groups:CreateGroup",
    "rolesanywhere:CreateProfile",
    "s3:CreateJob",
    "s3:ListAllMyBuckets",
    "secretsmanager:BatchGetSecretValue",
    "secretsmanager:GetRandomPassword",
    "secretsmanager:ListSecrets",
    "servicediscovery:CreateHttpNamespace",
    "signin:CreateTrustedIdentityPropagationApplicationForConsole",
    "sts:DecodeAuthorizationMessage",
    "sts:GetAccessKeyInfo",
    "sts:GetCallerIdentity",
    "sts:GetServiceBearerToken",
    "sts:GetSessionToken",
    "swf:ListDomains",
    "textract:AnalyzeDocument",
    "timestream-influxdb:CreateDbParameterGroup",
    "transcribe:CreateCallAnalyticsCategory",
    "transfer:CreateProfile",
    "translate:DescribeTextTranslationJob",
    "wafv2:CheckCapacity",
    "workspaces:AcceptAccountLinkInvitation",
    "xray:BatchGetTraceSummaryById",
};

template <std::size_t N>
bool is_among(const std::string_view (&names)[N], std::string_view name) {
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view row) { return equals_ignoring_case(row, name); });
}

bool is_service_character(char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-' || c == '.'; }

}  // namespace

bool is_service_principal(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), is_service_character)) return false;
  for (const std::string_view suffix : {".amazonaws.com", ".amazonaws.com.cn"}) {
    if (text.size() > suffix.size() && text.ends_with(suffix)) return true;
  }
  return false;
}

RcpCoverage rcp_coverage(std::string_view action, std::string_view resource) {
  const std::string_view service = action.substr(0, action.find(':'));
  if (!is_among(services_with_rcps, service)) return RcpCoverage::other_service;
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html: the one permission that RCPs do not touch
  if (equals_ignoring_case(action, "kms:RetireGrant")) return RcpCoverage::exempt_action;
  // Denied by an RCP when it was recorded (testdata/aws/iam/resource_controls.json of stackd, 2026-09-12); the guide, which is younger,
  // says that RCPs leave actions without a resource type alone. The recording is followed.
  if (equals_ignoring_case(action, "sqs:ListQueues")) return RcpCoverage::unsettled;
  if (is_among(services_without_resource_types, service) || is_among(actions_without_resource_types, action) || resource == "*") {
    return RcpCoverage::no_resource_type;
  }
  return RcpCoverage::covered;
}

}  // namespace sts_playground
