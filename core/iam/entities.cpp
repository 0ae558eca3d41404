#include "core/iam/entities.h"

#include <set>
#include <utility>

#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/catalog/action_keys.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::iam {
namespace {

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

Target start_target(const World& world, const Call& call, const char* parameter) {
  Target target;
  target.account = world.account(call.caller.account);
  const std::string* name = call.parameters.string(parameter);
  target.name = name ? *name : call.caller.user_name;
  return target;
}

void name_arn(Target& target, const Call& call, const char* kind) {
  const std::string* path = call.parameters.string("Path");
  target.arn = make_arn({call.caller.partition, "iam", "", call.caller.account, kind + (path ? *path : "/") + target.name});
}

// Policies that AWS reserves for service-linked roles and for tasks of root. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/iam/managed/testdata/attachment_domains.json
// The text for roles: https://github.com/aws/aws-cdk/issues/6131
std::optional<Refusal> check_reserved(const std::string& policy_arn, bool for_role) {
  const auto arn = parse_arn(policy_arn);
  const bool reserved = arn && arn->account == "aws" &&
                        (begins_with(arn->resource, "policy/aws-service-role/") || begins_with(arn->resource, "policy/root-task/"));
  if (!reserved) return std::nullopt;
  return Refusal(for_role ? aws_errors::service_role_policy : aws_errors::reserved_policy,
                 Message(MessageId::iam_reserved_policy, {policy_arn}));
}

// Why there is no such policy: AWS's own that are not shipped here may well exist.
Message missing_policy(const std::string& policy_arn, const Account& account) {
  const auto arn = parse_arn(policy_arn);
  if (arn && arn->account == "aws") return Message(MessageId::iam_unshipped_policy, {policy_arn});
  if (arn && arn->account != account.id) return Message(MessageId::iam_policy_of_another_account, {policy_arn, account.id});
  return Message(MessageId::iam_no_such_policy, {policy_arn, account.id});
}

bool is_policy_arn(const std::string& text) {
  const auto arn = parse_principal_arn(text);
  return arn && arn->arn.service == "iam" && arn->kind == PrincipalArnKind::policy;
}

}  // namespace

Target find_role(const World& world, const Call& call) {
  Target target = start_target(world, call, "RoleName");
  target.role = target.account ? target.account->role_named(target.name) : nullptr;
  if (target.role) target.arn = target.role->arn;
  else name_arn(target, call, "role");
  return target;
}

Target find_user(const World& world, const Call& call) {
  Target target = start_target(world, call, "UserName");
  target.user = target.account ? target.account->user_named(target.name) : nullptr;
  if (target.user) target.arn = target.user->arn;
  else name_arn(target, call, "user");
  return target;
}

Target new_role(const World& world, const Call& call) {
  Target target = find_role(world, call);
  name_arn(target, call, "role");
  return target;
}

Target new_user(const World& world, const Call& call) {
  Target target = find_user(world, call);
  name_arn(target, call, "user");
  return target;
}

CallResult authorize_on(const World& world, const Call& call, const std::string& arn) {
  Call authorized = call;
  authorized.resource = arn;
  CallResult result = authorize_only(world, authorized);
  const ActionKeys* row = find_action_keys(call.operation);
  const bool tags = row && !row->tagging.empty() && call.parameters.tags && !call.parameters.tags->empty();
  if (result.refusal || !tags) return result;
  authorized.operation = row->tagging;
  RequestContext of_call = std::move(result.context);
  result.context = derive_context(world, authorized, arn);
  if (!authorize_action(world, call, row->tagging, arn, nullptr, result)) return refuse(result, denial(call.caller, result));
  result.context = std::move(of_call);
  return result;
}

Refusal no_such(std::string_view what, const std::string& name) {
  return Refusal("NoSuchEntity", 404, "The " + std::string(what) + " with name " + name + " cannot be found.");
}

// Which of two faults is told first, and the texts, were recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/tag_inputs.json
std::optional<Refusal> check_tags(const Call& call, TagKeys keys) {
  if (!call.parameters.tags) return std::nullopt;
  for (const Tag& tag : *call.parameters.tags) {
    if (starts_with_ignoring_case(tag.key, "aws:")) {
      return Refusal(aws_errors::reserved_tag_key, Message(MessageId::iam_reserved_tag_key, {tag.key}));
    }
  }
  std::set<std::string> seen;
  for (const Tag& tag : *call.parameters.tags) {
    if (seen.insert(keys == TagKeys::exact ? tag.key : ascii_lower(tag.key)).second) continue;
    if (keys == TagKeys::exact) return Refusal(aws_errors::duplicate_exact_tag_key, Message(MessageId::iam_duplicate_tag_key, {tag.key}));
    return Refusal(aws_errors::duplicate_tag_key, Message(MessageId::iam_duplicate_tag_key, {tag.key}));
  }
  return std::nullopt;
}

std::optional<Refusal> check_tag_count(std::size_t count) {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  constexpr std::size_t most = 50;
  if (count <= most) return std::nullopt;
  return Refusal(aws_errors::too_many_tags, Message(MessageId::iam_too_many_tags, {std::to_string(count), std::to_string(most)}));
}

// A service-linked role's description and tags may change. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/iam/testdata/service_linked_roles_aws.json
// Roles under /aws-reserved/ cannot be changed: https://github.com/rebuy-de/aws-nuke/issues/441. That this holds of their tags and
// descriptions too is inferred.
std::optional<Refusal> check_protected(const Role& role, Changes changes) {
  const bool linked = !role.service_linked_for.empty() || begins_with(role.path, "/aws-service-role/");
  const bool reserved = begins_with(role.path, "/aws-reserved/");
  if (!reserved && (!linked || changes == Changes::description_or_tags)) return std::nullopt;
  return Refusal("UnmodifiableEntity", 400,
                 "Cannot perform the operation on the protected role '" + role.name + "' - this role is only modifiable by AWS",
                 Message(reserved ? MessageId::iam_reserved_role : MessageId::iam_service_linked_role, {role.name}));
}

// Recorded 2026-02: localstack tests/aws/services/iam/test_iam_roles.snapshot.json, test_role_permissions_boundary_errors
Checked<PolicyPtr> find_boundary(const std::string& policy_arn, const Account& account, bool for_role) {
  if (!is_policy_arn(policy_arn)) {
    return Refusal("InvalidInput", 400, "ARN " + policy_arn + " is not valid.", Message(MessageId::iam_wants_policy_arn, {policy_arn}));
  }
  if (auto refusal = check_reserved(policy_arn, for_role)) return std::move(*refusal);
  if (PolicyPtr boundary = account.managed_policy(policy_arn)) return boundary;
  return Refusal("NoSuchEntity", 404, "Scope ARN: " + policy_arn + " does not exist or is not attachable.",
                 missing_policy(policy_arn, account));
}

// Recorded 2026-02: localstack tests/aws/services/iam/test_iam_roles.snapshot.json, test_role_managed_policy_errors. Users alike: inferred.
Checked<PolicyPtr> find_attachable(const std::string& policy_arn, const Account& account, bool for_role) {
  if (!is_policy_arn(policy_arn)) {
    return Refusal("ValidationError", 400, "ARN " + policy_arn + " is not valid.", Message(MessageId::iam_wants_policy_arn, {policy_arn}));
  }
  if (auto refusal = check_reserved(policy_arn, for_role)) return std::move(*refusal);
  if (PolicyPtr policy = account.managed_policy(policy_arn)) return policy;
  return Refusal("NoSuchEntity", 404, "Policy " + policy_arn + " does not exist or is not attachable.",
                 missing_policy(policy_arn, account));
}

}  // namespace sts_playground::iam
