// What the Service Authorization Reference says of the actions of IAM: the condition keys that an action takes from its request or from
// what it is about, and the action that must be allowed beside it. One row an action; what has none here has only the keys of every call.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
#pragma once

#include <span>
#include <string_view>

namespace sts_playground {

// Whose permissions boundary iam:PermissionsBoundary names: the one that the request carries, or the one that the role or user has.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PermissionsBoundary
enum class BoundaryKey { none, of_request, of_target };

// What an action is about: an entity that is there, found by its name, or one that the request makes.
enum class Subject { named, made, by_arn };

struct ActionKeys {
  std::string_view action;
  Subject subject = Subject::named;
  bool tags = false;        // aws:RequestTag/... and aws:TagKeys, from Tags
  bool tag_keys = false;    // aws:TagKeys, from TagKeys
  bool policy_arn = false;  // iam:PolicyARN, from PolicyArn
  BoundaryKey boundary = BoundaryKey::none;
  std::string_view tagging = {};  // must be allowed too where the request has Tags
};

std::span<const ActionKeys> action_keys();
// In any letter case. Null where an action has no row.
const ActionKeys* find_action_keys(std::string_view action);

}  // namespace sts_playground
