// AWS managed policies that the product ships, by ARN.
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
#pragma once

#include <span>
#include <string_view>

namespace sts_playground {

struct ManagedPolicyRow {
  std::string_view name;  // with its path, as in its ARN: "service-role/AWSLambdaBasicExecutionRole"
  std::string_view document;
};
std::span<const ManagedPolicyRow> managed_policy_rows();

}  // namespace sts_playground
