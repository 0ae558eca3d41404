#include "core/assist/catalog_facts.h"

#include "core/assist/catalog_texts.h"

namespace sts_playground {
namespace {

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
