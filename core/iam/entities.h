// What IAM's operations share: whom or what a call is about, its authorisation, and what IAM refuses to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground::iam {

// What an operation is about: a role or user by name, in the caller's account.
struct Target {
  const Account* account = nullptr;
  std::string name;            // as the call spells it
  std::string arn;             // as it is stored, with the path, whatever the letter case of the name; else as the call gives it
  const Role* role = nullptr;  // null where there is none
  const User* user = nullptr;
};

Target find_role(const World& world, const Call& call);
Target find_user(const World& world, const Call& call);
// What the call would make: its ARN has the path that the call gives. Whether the name is taken shows in `role` or `user`.
Target new_role(const World& world, const Call& call);
Target new_user(const World& world, const Call& call);

// The call as authorised on an ARN, which comes before the operation looks at the world; then, where the call has Tags, the tagging action
// on the same ARN.
CallResult authorize_on(const World& world, const Call& call, const std::string& arn);

Refusal no_such(std::string_view what, const std::string& name);

// Tags of users and roles are the same in any letter case; those of providers are not.
enum class TagKeys { in_any_case, exact };
// What IAM says of the tags of a call, once that is authorised.
std::optional<Refusal> check_tags(const Call& call, TagKeys keys);
std::optional<Refusal> check_tag_count(std::size_t count);

// Who changes a role that belongs to AWS.
enum class Changes { description_or_tags, anything_else };
// UnmodifiableEntity for service-linked roles and those of IAM Identity Center.
std::optional<Refusal> check_protected(const Role& role, Changes changes);

// A managed policy that principals of the account may have, as a permissions boundary or attached.
Checked<PolicyPtr> find_boundary(const std::string& policy_arn, const Account& account, bool for_role);
Checked<PolicyPtr> find_attachable(const std::string& policy_arn, const Account& account, bool for_role);

}  // namespace sts_playground::iam
