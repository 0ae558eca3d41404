#include "core/catalog/action_keys.h"

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

using enum BoundaryKey;
using enum Subject;

// That tags in a Create call need the tagging action too, no page says of all four; reports show it of each:
// iam:TagRole: https://github.com/openshift/installer/issues/1073 and https://github.com/brefphp/bref/issues/2028
// iam:TagUser: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_iam-new-user-tag.html
// iam:TagOpenIDConnectProvider: https://github.com/eksctl-io/eksctl/issues/4046. iam:TagSAMLProvider: inferred from these.
// iam:PermissionsBoundary is not a key of TagRole, DeleteRole, UpdateRole and UpdateAssumeRolePolicy, nor of the same for users.
constexpr ActionKeys rows[] = {
    {.action = "iam:CreateRole", .subject = made, .tags = true, .boundary = of_request, .tagging = "iam:TagRole"},
    {.action = "iam:CreateUser", .subject = made, .tags = true, .boundary = of_request, .tagging = "iam:TagUser"},
    {.action = "iam:CreateOpenIDConnectProvider", .subject = made, .tags = true, .tagging = "iam:TagOpenIDConnectProvider"},
    {.action = "iam:CreateSAMLProvider", .subject = made, .tags = true, .tagging = "iam:TagSAMLProvider"},
    {.action = "iam:CreateServiceLinkedRole", .subject = made},
    {.action = "iam:PassRole", .subject = by_arn},
    {.action = "iam:TagRole", .tags = true},
    {.action = "iam:TagUser", .tags = true},
    {.action = "iam:TagOpenIDConnectProvider", .tags = true},
    {.action = "iam:TagSAMLProvider", .tags = true},
    {.action = "iam:UntagRole", .tag_keys = true},
    {.action = "iam:UntagUser", .tag_keys = true},
    {.action = "iam:PutRolePolicy", .boundary = of_target},
    {.action = "iam:DeleteRolePolicy", .boundary = of_target},
    {.action = "iam:PutUserPolicy", .boundary = of_target},
    {.action = "iam:DeleteUserPolicy", .boundary = of_target},
    {.action = "iam:AttachRolePolicy", .policy_arn = true, .boundary = of_target},
    {.action = "iam:DetachRolePolicy", .policy_arn = true, .boundary = of_target},
    {.action = "iam:AttachUserPolicy", .policy_arn = true, .boundary = of_target},
    {.action = "iam:DetachUserPolicy", .policy_arn = true, .boundary = of_target},
    {.action = "iam:PutRolePermissionsBoundary", .boundary = of_request},
    {.action = "iam:PutUserPermissionsBoundary", .boundary = of_request},
    {.action = "iam:DeleteRolePermissionsBoundary", .boundary = of_target},
    {.action = "iam:DeleteUserPermissionsBoundary", .boundary = of_target},
};

}  // namespace

std::span<const ActionKeys> action_keys() { return rows; }

const ActionKeys* find_action_keys(std::string_view action) {
  for (const ActionKeys& row : rows) {
    if (equals_ignoring_case(row.action, action)) return &row;
  }
  return nullptr;
}

}  // namespace sts_playground
