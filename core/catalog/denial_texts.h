// How services word a refusal: "User: X is not authorized to perform: A on resource: R because ...". The words around action and
// resource are the same everywhere; how these two are written differs by service.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
#pragma once

#include <string_view>

namespace sts_playground {

enum class ActionWording {
  as_called,
  lower_case,         // sqs:sendmessage
  upper_case_service  // SNS:Publish
};

enum class ResourceWording {
  arn,
  quoted_arn,           // in double quotation marks
  not_across_accounts,  // " on this resource" where the caller is of another account
  queue_arn             // the ARN; of an action without a resource an ARN of the caller's account and Region that ends with a colon
};

struct DenialTexts {
  std::string_view service;  // prefix of the action
  ActionWording action = ActionWording::as_called;
  ResourceWording resource = ResourceWording::arn;
};

// The row of an action's service, in any letter case; services that have none write both as they are.
const DenialTexts& denial_texts(std::string_view action);

}  // namespace sts_playground
