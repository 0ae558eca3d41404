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
  switch (row.calls) {
    case KeyCalls::any: return {};
    case KeyCalls::assume_role: return assume_role;
    case KeyCalls::saml: return with_saml;
    case KeyCalls::web_identity: return with_web_identity;
    case KeyCalls::assume: return assume_any;
    case KeyCalls::assume_root: return assume_root;
    case KeyCalls::bearer_token: return bearer_token;
    case KeyCalls::identity_token: return identity_token;
    case KeyCalls::any_token: return any_token;
    case KeyCalls::pass_role: return pass_role;
    case KeyCalls::service_linked_role: return service_linked_role;
    case KeyCalls::managed_policy: return managed_policy;
  }
  return {};
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
