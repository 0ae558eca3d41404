#include "core/iam/operations.h"

#include <algorithm>
#include <utility>

#include "core/call/authorization.h"
#include "core/compile/read_policy_text.h"
#include "core/iam/entities.h"
#include "core/iam/providers.h"
#include "core/iam/stored_policy_checks.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::iam {
namespace {

Refusal refusal_of(PolicyFault fault) {
  CallError& error = fault.error;
  return Refusal(std::move(error.code), error.http_status, std::move(error.message), std::move(fault.reason))
      .resting_on(EvidenceRule::stored_policies);
}

// "The specified value for roleName is invalid. ...": Versity S3 gateway's IAM emulation, modelled on AWS
std::optional<Refusal> check_names(const World&, const Call& call) {
  for (const std::string_view parameter : {"RoleName", "UserName", "PolicyName"}) {
    const std::string* name = call.parameters.string(parameter);
    if (!name) continue;
    for (const char c : *name) {
      if (is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("+=,.@_-").find(c) != std::string_view::npos) continue;
      std::string spelled(parameter);
      spelled[0] = ascii_lower(spelled[0]);
      return Refusal(
          "ValidationError", 400,
          "The specified value for " + spelled + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }
  }
  return std::nullopt;
}

// Reads a policy parameter as IAM stores it: refused with IAM's words, or kept.
Checked<PolicyPtr> read_stored(const World& world, const Call& call, PolicyKind kind, const std::string& name, const std::string& owner,
                               std::string_view self_arn) {
  const PolicyText& text = *call.parameters.policy;
  PolicySource source;
  source.pointer = text.pointer;
  source.name = name;
  source.owner = owner;
  PolicyReading reading = read_policy_value(text.value, source, kind, &world);
  if (!reading.policy) return refusal_of(unreadable_policy_fault(reading, kind));
  auto faults = check_stored_policy(reading.policy->document, kind, quota_characters(text.text), world, owner, self_arn);
  if (!faults.empty()) return refusal_of(std::move(faults.front()));
  return reading.policy;
}

// A boundary must be a managed policy that exists, of the account itself or of AWS: API_CreateRole.html
Checked<PolicyPtr> read_boundary(const Call& call, const Account& account, bool for_role) {
  const std::string* arn = call.parameters.string("PermissionsBoundary");
  return arn ? find_boundary(*arn, account, for_role) : Checked<PolicyPtr>(PolicyPtr());
}

void add_tags(Tags& out, const Call& call) {
  if (!call.parameters.tags) return;
  for (const Tag& tag : *call.parameters.tags) out.set(tag.key, tag.value);
}

CallResult create_role(const World& world, const Call& call) {
  const Target target = new_role(world, call);
  CallResult result = authorize_on(world, call, target.arn);
  if (result.refusal) return result;
  if (auto refusal = check_tags(call, TagKeys::in_any_case)) return refuse(result, std::move(*refusal));
  // Names are unique in the account without regard to letter case: API_CreateRole.html
  if (target.role) return refuse(result, Refusal("EntityAlreadyExists", 409, "Role with name " + target.name + " already exists."));
  Role role;
  role.name = target.name;
  role.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) role.path = *path;
  role.max_session_duration = call.parameters.integer("MaxSessionDuration").value_or(3600);
  add_tags(role.tags, call);
  auto boundary = read_boundary(call, *target.account, true);
  if (boundary.refused()) return refuse(result, std::move(boundary.refusal()));
  role.boundary = std::move(*boundary);
  auto trust = read_stored(world, call, PolicyKind::trust, target.name, target.arn, target.arn);
  if (trust.refused()) return refuse(result, std::move(trust.refusal()));
  role.trust = std::move(*trust);
  result.events.emplace_back(RoleCreated{call.caller.account, std::move(role)});
  result.response.push_back({"Role.RoleName", target.name});
  result.response.push_back({"Role.Arn", target.arn});
  return result;
}

// The part that all operations on an existing role share. `perform` changes the result further.
template <typename Perform>
CallResult on_role(const World& world, const Call& call, Changes changes, Perform perform) {
  const Target target = find_role(world, call);
  CallResult result = authorize_on(world, call, target.arn);
  if (result.refusal) return result;
  if (!target.role) return refuse(result, no_such("role", target.name));
  if (auto refusal = check_protected(*target.role, changes)) return refuse(result, std::move(*refusal));
  return perform(target, std::move(result));
}

template <typename Perform>
CallResult on_role(const World& world, const Call& call, Perform perform) {
  return on_role(world, call, Changes::anything_else, perform);
}

template <typename Perform>
CallResult on_user(const World& world, const Call& call, Perform perform) {
  const Target target = find_user(world, call);
  CallResult result = authorize_on(world, call, target.arn);
  if (result.refusal) return result;
  if (!target.user) return refuse(result, no_such("user", target.name));
  return perform(target, std::move(result));
}

CallResult delete_role(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    // API_DeleteRole.html: policies go first.
    if (!target.role->attached.empty()) return refuse(result, Refusal(aws_errors::detach_policies_first));
    if (!target.role->policies.empty()) return refuse(result, Refusal(aws_errors::delete_policies_first));
    result.events.emplace_back(RoleDeleted{target.arn});
    return result;
  });
}

CallResult update_assume_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    auto trust = read_stored(world, call, PolicyKind::trust, target.name, target.arn, "");
    if (trust.refused()) return refuse(result, std::move(trust.refusal()));
    result.events.emplace_back(TrustPolicyUpdated{target.arn, std::move(*trust)});
    return result;
  });
}

// Recorded 2026-09: what is not named stays, and a service-linked role keeps its longest session.
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_inputs.json and
// internal/services/iam/testdata/service_linked_roles_aws.json of the same repository
CallResult update_role(const World& world, const Call& call) {
  return on_role(world, call, Changes::description_or_tags, [&](const Target& target, CallResult result) {
    const auto seconds = call.parameters.integer("MaxSessionDuration");
    if (!seconds) return result;
    if (check_protected(*target.role, Changes::anything_else)) {
      return refuse(result, Refusal("UnmodifiableEntity", 400,
                                    target.role->name + " is an AWS service linked role, max session duration cannot be changed.",
                                    Message(MessageId::iam_service_linked_role, {target.role->name})));
    }
    if (*seconds != target.role->max_session_duration) result.events.emplace_back(RoleUpdated{target.role->arn, *seconds});
    return result;
  });
}

// Inline policies count together, white space outside of strings does not: reference_iam-quotas.html
constexpr std::size_t role_quota = 10240;
constexpr std::size_t user_quota = 2048;

// The names of inline policies have no letter case, and the first spelling stays. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/policy_management.json
const std::string* stored_name(const Policies& policies, const std::string& name) {
  const auto exact = policies.find(name);
  if (exact != policies.end()) return &exact->first;
  for (const auto& [stored, policy] : policies) {
    if (equals_ignoring_case(stored, name)) return &stored;
  }
  return nullptr;
}

std::string name_to_store(const Policies& policies, const Call& call) {
  const std::string& name = *call.parameters.string("PolicyName");
  const std::string* stored = stored_name(policies, name);
  return stored ? *stored : name;
}

std::size_t inline_characters(const Policies& policies, const std::string& except) {
  std::size_t total = 0;
  for (const auto& [name, policy] : policies) {
    if (name != except) total += policy->source.quota_characters;
  }
  return total;
}

std::optional<Refusal> check_quota(const Policies& policies, const Call& call, const std::string& policy_name, std::size_t quota,
                                   const std::string& owner) {
  const std::size_t total = inline_characters(policies, policy_name) + quota_characters(call.parameters.policy->text);
  if (total <= quota) return std::nullopt;
  // https://github.com/aws-amplify/amplify-backend/issues/2615
  return Refusal("LimitExceeded", 409, "Maximum policy size of " + std::to_string(quota) + " bytes exceeded for " + owner);
}

CallResult put_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    const std::string name = name_to_store(target.role->policies, call);
    auto stored = read_stored(world, call, PolicyKind::identity, name, target.arn, "");
    if (stored.refused()) return refuse(result, std::move(stored.refusal()));
    if (auto refusal = check_quota(target.role->policies, call, name, role_quota, "role " + target.name)) {
      return refuse(result, std::move(*refusal));
    }
    result.events.emplace_back(RolePolicyPut{target.arn, std::move(*stored)});
    return result;
  });
}

CallResult delete_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    const std::string* stored = stored_name(target.role->policies, name);
    if (!stored) return refuse(result, no_such("role policy", name));
    result.events.emplace_back(RolePolicyDeleted{target.arn, *stored});
    return result;
  });
}

CallResult tag_role(const World& world, const Call& call) {
  return on_role(world, call, Changes::description_or_tags, [&](const Target& target, CallResult result) {
    const std::vector<Tag>& tags = *call.parameters.tags;
    if (tags.empty()) return refuse(result, Refusal(aws_errors::empty_tags, Message(MessageId::iam_empty_tags, {call.operation})));
    if (auto refusal = check_tags(call, TagKeys::in_any_case)) return refuse(result, std::move(*refusal));
    Tags all = target.role->tags;
    for (const Tag& tag : tags) all.set(tag.key, tag.value);
    if (auto refusal = check_tag_count(all.size())) return refuse(result, std::move(*refusal));
    result.events.emplace_back(RoleTagged{target.arn, tags});
    return result;
  });
}

// Keys that are not there, reserved ones and none at all are no fault. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/iam/testdata/tags_aws.json
CallResult untag_role(const World& world, const Call& call) {
  return on_role(world, call, Changes::description_or_tags, [&](const Target& target, CallResult result) {
    std::vector<std::string> keys = *call.parameters.list("TagKeys");
    const auto is_absent = [&](const std::string& key) { return !target.role->tags.find(key); };
    keys.erase(std::remove_if(keys.begin(), keys.end(), is_absent), keys.end());
    if (!keys.empty()) result.events.emplace_back(RoleUntagged{target.arn, std::move(keys)});
    return result;
  });
}

// Managed policies per role and user. Roles: recorded 2026-09 (AttachedPoliciesPerRoleQuota),
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/account_reporting.json; users, and the
// text: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, https://github.com/aws/eks-hybrid/pull/741
constexpr std::size_t policies_per_role = 20;
constexpr std::size_t policies_per_user = 10;

CallResult attach(const Call& call, const Target& target, const std::vector<PolicyPtr>& attached, CallResult result) {
  const bool is_role = target.role != nullptr;
  auto policy = find_attachable(*call.parameters.string("PolicyArn"), *target.account, is_role);
  if (policy.refused()) return refuse(result, std::move(policy.refusal()));
  const auto is_it = [&](const PolicyPtr& each) { return each->source.owner == (*policy)->source.owner; };
  if (std::any_of(attached.begin(), attached.end(), is_it)) return result;
  const std::size_t quota = is_role ? policies_per_role : policies_per_user;
  if (attached.size() >= quota) {
    const std::string name = is_role ? "PoliciesPerRole" : "PoliciesPerUser";
    return refuse(result, Refusal("LimitExceeded", 409, "Cannot exceed quota for " + name + ": " + std::to_string(quota)));
  }
  result.events.emplace_back(PolicyAttached{target.arn, std::move(*policy)});
  return result;
}

// Recorded 2026-02: localstack tests/aws/services/iam/test_iam_roles.snapshot.json, test_role_managed_policy_errors
CallResult detach(const Call& call, const Target& target, const std::vector<PolicyPtr>& attached, CallResult result) {
  const std::string& arn = *call.parameters.string("PolicyArn");
  const PolicyPtr policy = target.account->managed_policy(arn);
  const std::string owner = policy ? policy->source.owner : arn;
  const auto is_it = [&](const PolicyPtr& each) { return each->source.owner == owner; };
  if (std::none_of(attached.begin(), attached.end(), is_it)) {
    return refuse(
        result, Refusal("NoSuchEntity", 404, "Policy " + arn + " was not found.", Message(MessageId::iam_not_attached, {arn, target.arn})));
  }
  result.events.emplace_back(PolicyDetached{target.arn, owner});
  return result;
}

CallResult attach_role_policy(const World& world, const Call& call) {
  return on_role(world, call,
                 [&](const Target& target, CallResult result) { return attach(call, target, target.role->attached, std::move(result)); });
}

CallResult detach_role_policy(const World& world, const Call& call) {
  return on_role(world, call,
                 [&](const Target& target, CallResult result) { return detach(call, target, target.role->attached, std::move(result)); });
}

CallResult attach_user_policy(const World& world, const Call& call) {
  return on_user(world, call,
                 [&](const Target& target, CallResult result) { return attach(call, target, target.user->attached, std::move(result)); });
}

CallResult detach_user_policy(const World& world, const Call& call) {
  return on_user(world, call,
                 [&](const Target& target, CallResult result) { return detach(call, target, target.user->attached, std::move(result)); });
}

CallResult put_role_permissions_boundary(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    auto boundary = read_boundary(call, *target.account, true);
    if (boundary.refused()) return refuse(result, std::move(boundary.refusal()));
    const bool is_there = target.role->boundary && target.role->boundary->source.owner == (*boundary)->source.owner;
    if (!is_there) result.events.emplace_back(RoleBoundaryPut{target.arn, std::move(*boundary)});
    return result;
  });
}

// The code of a boundary that is not there was recorded 2026-09, its text was not and is ours:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/policy_management.json
CallResult delete_role_permissions_boundary(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    if (!target.role->boundary) {
      return refuse(result, Refusal("NoSuchEntity", 404, "The role with name " + target.name + " has no permissions boundary.",
                                    Message(MessageId::iam_no_boundary, {target.arn})));
    }
    result.events.emplace_back(RoleBoundaryDeleted{target.arn});
    return result;
  });
}

CallResult create_user(const World& world, const Call& call) {
  const Target target = new_user(world, call);
  CallResult result = authorize_on(world, call, target.arn);
  if (result.refusal) return result;
  if (auto refusal = check_tags(call, TagKeys::in_any_case)) return refuse(result, std::move(*refusal));
  if (target.user) return refuse(result, Refusal("EntityAlreadyExists", 409, "User with name " + target.name + " already exists."));
  User user;
  user.name = target.name;
  user.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) user.path = *path;
  add_tags(user.tags, call);
  auto boundary = read_boundary(call, *target.account, false);
  if (boundary.refused()) return refuse(result, std::move(boundary.refusal()));
  user.boundary = std::move(*boundary);
  result.events.emplace_back(UserCreated{call.caller.account, std::move(user)});
  result.response.push_back({"User.UserName", target.name});
  result.response.push_back({"User.Arn", target.arn});
  return result;
}

// What has to go before the user: API_DeleteUser.html. Which of several things is told first is inferred.
CallResult delete_user(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const User& user = *target.user;
    if (!user.attached.empty()) return refuse(result, Refusal(aws_errors::detach_policies_first));
    if (!user.policies.empty()) return refuse(result, Refusal(aws_errors::delete_policies_first));
    if (!user.access_keys.empty()) return refuse(result, Refusal(aws_errors::delete_access_keys_first));
    if (!user.groups.empty()) return refuse(result, Refusal(aws_errors::leave_groups_first));
    if (!user.mfa_devices.empty()) return refuse(result, Refusal(aws_errors::delete_mfa_device_first));
    result.events.emplace_back(UserDeleted{target.arn});
    return result;
  });
}

CallResult put_user_policy(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const std::string name = name_to_store(target.user->policies, call);
    auto stored = read_stored(world, call, PolicyKind::identity, name, target.arn, "");
    if (stored.refused()) return refuse(result, std::move(stored.refusal()));
    if (auto refusal = check_quota(target.user->policies, call, name, user_quota, "user " + target.name)) {
      return refuse(result, std::move(*refusal));
    }
    result.events.emplace_back(UserPolicyPut{target.arn, std::move(*stored)});
    return result;
  });
}

CallResult delete_user_policy(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    const std::string* stored = stored_name(target.user->policies, name);
    if (!stored) return refuse(result, no_such("user policy", name));
    result.events.emplace_back(UserPolicyDeleted{target.arn, *stored});
    return result;
  });
}

// Outbound federation: who may, then what there is. Nothing else is asked for, and policies need "*" as Resource.
// Recorded 2026-09-11:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_issuance.json and
// .../outbound_lifecycle.json. STS follows a few seconds later, which is not modelled.
template <typename Perform>
CallResult on_outbound_federation(const World& world, const Call& call, Perform perform) {
  CallResult result = authorize_only(world, call);
  if (result.refusal) return result;
  const Account* account = world.account(call.caller.account);
  return perform(account && account->outbound_federation, std::move(result));
}

Refusal of_account(const aws_errors::Text& text, const Call& call, MessageId why) {
  return Refusal(std::string(text.code), text.http_status, std::string(text.message) + call.caller.account,
                 Message(why, {call.caller.account}));
}

CallResult enable_outbound_federation(const World& world, const Call& call) {
  return on_outbound_federation(world, call, [&](bool on, CallResult result) {
    if (on) return refuse(result, of_account(aws_errors::outbound_already_on, call, MessageId::outbound_federation_is_on));
    result.events.emplace_back(OutboundFederationSwitched{call.caller.account, true});
    result.response.push_back({"IssuerIdentifier", outbound_issuer(call.caller.account)});
    return result;
  });
}

CallResult disable_outbound_federation(const World& world, const Call& call) {
  return on_outbound_federation(world, call, [&](bool on, CallResult result) {
    if (!on) return refuse(result, of_account(aws_errors::outbound_already_off, call, MessageId::outbound_federation_is_off_already));
    result.events.emplace_back(OutboundFederationSwitched{call.caller.account, false});
    return result;
  });
}

CallResult get_outbound_federation_info(const World& world, const Call& call) {
  return on_outbound_federation(world, call, [&](bool on, CallResult result) {
    if (!on) return refuse(result, of_account(aws_errors::outbound_is_off, call, MessageId::outbound_federation_is_off));
    result.response.push_back({"IssuerIdentifier", outbound_issuer(call.caller.account)});
    result.response.push_back({"JwtVendingEnabled", "true", true});
    return result;
  });
}

// Their parameters are checked after names, whose faults have words of their own.
constexpr OperationRow row(std::string_view name, CallResult (*perform)(const World& world, const Call& call)) {
  return {.name = name, .perform = perform, .services = ServiceCalls::unsigned_, .check_first = check_names};
}

// They have no parameters: a step that names a resource asks for the permission alone.
constexpr OperationRow switch_row(std::string_view name, CallResult (*perform)(const World& world, const Call& call)) {
  return {.name = name, .perform = perform, .services = ServiceCalls::unsigned_, .authorised_where_resource_is_named = true};
}

constexpr OperationRow rows[] = {
    row("iam:CreateRole", create_role),
    row("iam:DeleteRole", delete_role),
    row("iam:UpdateAssumeRolePolicy", update_assume_role_policy),
    row("iam:UpdateRole", update_role),
    row("iam:PutRolePolicy", put_role_policy),
    row("iam:DeleteRolePolicy", delete_role_policy),
    row("iam:TagRole", tag_role),
    row("iam:UntagRole", untag_role),
    row("iam:CreateUser", create_user),
    row("iam:DeleteUser", delete_user),
    row("iam:PutUserPolicy", put_user_policy),
    row("iam:DeleteUserPolicy", delete_user_policy),
    row("iam:AttachRolePolicy", attach_role_policy),
    row("iam:DetachRolePolicy", detach_role_policy),
    row("iam:AttachUserPolicy", attach_user_policy),
    row("iam:DetachUserPolicy", detach_user_policy),
    row("iam:PutRolePermissionsBoundary", put_role_permissions_boundary),
    row("iam:DeleteRolePermissionsBoundary", delete_role_permissions_boundary),
    row("iam:CreateOpenIDConnectProvider", create_oidc_provider),
    row("iam:DeleteOpenIDConnectProvider", delete_oidc_provider),
    row("iam:CreateSAMLProvider", create_saml_provider),
    row("iam:DeleteSAMLProvider", delete_saml_provider),
    switch_row("iam:EnableOutboundWebIdentityFederation", enable_outbound_federation),
    switch_row("iam:DisableOutboundWebIdentityFederation", disable_outbound_federation),
    switch_row("iam:GetOutboundWebIdentityFederationInfo", get_outbound_federation_info),
};

}  // namespace

std::span<const OperationRow> operations() { return rows; }

}  // namespace sts_playground::iam
