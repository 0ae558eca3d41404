#include "core/assist/catalog_facts.h"

#include "core/assist/catalog_texts.h"

namespace sts_playground {
namespace {

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html names the keys of each action, as
// does reference_policies_iam-condition-keys.html of the IAM User Guide.
constexpr std::string_view assume_role[] = {"sts:AssumeRole"};
constexpr std::string_view with_saml[] = {"sts:AssumeRoleWithSAML"};
constexpr std::string_view with_web_identity[] = {"sts:AssumeRoleWithWebIdentity"};
constexpr std::string_view assume_any[] = {"sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"};
constexpr std::string_view assume_root[] = {"sts:AssumeRoot"};
constexpr std::string_view bearer_token[] = {"sts:GetServiceBearerToken"};
constexpr std::string_view identity_token[] = {"sts:GetWebIdentityToken"};
constexpr std::string_view any_token[] = {"sts:GetServiceBearerToken", "sts:GetWebIdentityToken"};
constexpr std::string_view pass_role[] = {"iam:PassRole"};
constexpr std::string_view service_linked_role[] = {"iam:CreateServiceLinkedRole"};
constexpr std::string_view managed_policy[] = {"iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
                                               "iam:DetachGroupPolicy", "iam:DetachRolePolicy", "iam:DetachUserPolicy"};

struct ServicePage {
  std::string_view prefix;
  std::string_view page;  // below https://docs.aws.amazon.com/service-authorization/latest/reference/
};
constexpr ServicePage pages[] = {
    {"sts:", "list_awssecuritytokenservice.html"},
    {"iam:", "list_awsidentityandaccessmanagementiam.html"},
    {"s3:", "list_amazons3.html"},
    {"dynamodb:", "list_amazondynamodb.html"},
    {"sqs:", "list_amazonsqs.html"},
    {"sns:", "list_amazonsns.html"},
    {"kms:", "list_awskeymanagementservice.html"},
    {"lambda:", "list_awslambda.html"},
    {"ec2:", "list_amazonec2.html"},
    {"logs:", "list_amazoncloudwatchlogs.html"},
    {"secretsmanager:", "list_awssecretsmanager.html"},
    {"cloudformation:", "list_awscloudformation.html"},
};

}  // namespace

std::span<const std::string_view> key_operations(const ConditionKeyRow& row) {
  switch (row.when_present) {
    case MessageId::key_external_id:
    case MessageId::key_provided_context: return assume_role;
    case MessageId::key_role_assumed:
    case MessageId::key_source_identity_set:
    case MessageId::key_transitive_tags: return assume_any;
    case MessageId::key_assume_root: return assume_root;
    case MessageId::key_bearer_token: return bearer_token;
    case MessageId::key_token_duration: return any_token;
    case MessageId::key_identity_token: return identity_token;
    case MessageId::key_pass_role: return pass_role;
    case MessageId::key_service_linked_role: return service_linked_role;
    case MessageId::key_managed_policy: return managed_policy;
    case MessageId::key_saml:
    case MessageId::key_saml_always: return with_saml;
    case MessageId::key_role_claim:
    case MessageId::key_oidc:
    case MessageId::key_oidc_given:
    case MessageId::key_oidc_original_audience: return with_web_identity;
    default: return {};
  }
}

std::string operation_address(std::string_view operation) {
  const std::size_t colon = operation.find(':');
  const std::string name(operation.substr(colon + 1));
  if (operation.starts_with("sts:")) return "https://docs.aws.amazon.com/STS/latest/APIReference/API_" + name + ".html";
  if (operation.starts_with("iam:")) return "https://docs.aws.amazon.com/IAM/latest/APIReference/API_" + name + ".html";
  const CatalogText* row = find_catalog_text(CatalogSection::operation, operation);
  return row ? std::string(row->detail) : "";
}

std::string action_address(std::string_view action) {
  for (const ServicePage& row : pages) {
    if (action.starts_with(row.prefix))
      return "https://docs.aws.amazon.com/service-authorization/latest/reference/" + std::string(row.page);
  }
  return "";
}

}  // namespace sts_playground
