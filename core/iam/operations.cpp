#include "core/iam/operations.h"

#include <utility>

#include "core/call/authorization.h"
#include "core/compile/read_policy_text.h"
#include "core/iam/stored_policy_checks.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::iam {
namespace {

Refusal refusal_of(PolicyFault fault) {
  CallError& error = fault.error;
  return Refusal(std::move(error.code), error.http_status, std::move(error.message), std::move(fault.reason));
}

// What an operation is about: a role or user by name, in the caller's account.
struct Target {
  const Account* account = nullptr;
  std::string name;
  std::string arn;             // with the path of what exists, or that the call gives
  const Role* role = nullptr;  // null where there is none
  const User* user = nullptr;
};

Target find_target(const World& world, const Call& call, bool is_role) {
  Target target;
  target.account = world.account(call.caller.account);
  const std::string* name = call.parameters.string(is_role ? "RoleName" : "UserName");
  target.name = name ? *name : call.caller.user_name;
  const std::string* path = call.parameters.string("Path");
  std::string full_path = path ? *path : "/";
  if (target.account && is_role) {
    const auto found = target.account->roles.find(target.name);
    if (found != target.account->roles.end()) target.role = &found->second;
    if (target.role) full_path = target.role->path;
  } else if (target.account) {
    const auto found = target.account->users.find(target.name);
    if (found != target.account->users.end()) target.user = &found->second;
    if (target.user) full_path = target.user->path;
  }
  target.arn = make_arn({call.caller.partition, "iam", "", call.caller.account, (is_role ? "role" : "user") + full_path + target.name});
  return target;
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

// The call as authorised on its target, which comes before the operation looks at the world.
CallResult authorize_on(const World& world, const Call& call, const Target& target) {
  Call authorized = call;
  authorized.resource = target.arn;
  return authorize_only(world, authorized);
}

Refusal no_such(std::string_view what, const std::string& name) {
  return Refusal("NoSuchEntity", 404, "The " + std::string(what) + " with name " + name + " cannot be found.");
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
Checked<PolicyPtr> read_boundary(const Call& call, const Account& account) {
  const std::string* arn = call.parameters.string("PermissionsBoundary");
  if (!arn) return PolicyPtr();
  PolicyPtr boundary = account.managed_policy(*arn);
  if (boundary) return boundary;
  return Refusal("NoSuchEntity", 404, "Scope ARN: " + *arn + " does not exist or is not attachable.");
}

bool has_role_ignoring_case(const Account& account, const std::string& name) {
  for (const auto& [existing, role] : account.roles) {
    if (equals_ignoring_case(existing, name)) return true;
  }
  return false;
}

bool has_user_ignoring_case(const Account& account, const std::string& name) {
  for (const auto& [existing, user] : account.users) {
    if (equals_ignoring_case(existing, name)) return true;
  }
  return false;
}

void add_tags(Tags& out, const Call& call) {
  if (!call.parameters.tags) return;
  for (const Tag& tag : *call.parameters.tags) out.set(tag.key, tag.value);
}

CallResult create_role(const World& world, const Call& call) {
  const Target target = find_target(world, call, true);
  CallResult result = authorize_on(world, call, target);
  if (result.refusal) return result;
  // Names are unique in the account without regard to letter case: API_CreateRole.html
  if (has_role_ignoring_case(*target.account, target.name)) {
    return refuse(result, Refusal("EntityAlreadyExists", 409, "Role with name " + target.name + " already exists."));
  }
  Role role;
  role.name = target.name;
  role.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) role.path = *path;
  role.max_session_duration = call.parameters.integer("MaxSessionDuration").value_or(3600);
  add_tags(role.tags, call);
  auto boundary = read_boundary(call, *target.account);
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
CallResult on_role(const World& world, const Call& call, Perform perform) {
  const Target target = find_target(world, call, true);
  CallResult result = authorize_on(world, call, target);
  if (result.refusal) return result;
  if (!target.role) return refuse(result, no_such("role", target.name));
  // Service-linked roles are the service's: botocore/data/iam/2010-05-08/service-2.json, UnmodifiableEntityException
  if (!target.role->service_linked_for.empty()) {
    return refuse(
        result, Refusal("UnmodifiableEntity", 400,
                        "Cannot perform the operation on the protected role '" + target.name + "' - this role is only modifiable by AWS"));
  }
  return perform(target, std::move(result));
}

template <typename Perform>
CallResult on_user(const World& world, const Call& call, Perform perform) {
  const Target target = find_target(world, call, false);
  CallResult result = authorize_on(world, call, target);
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

CallResult update_role(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    if (const auto seconds = call.parameters.integer("MaxSessionDuration")) result.events.emplace_back(RoleUpdated{target.arn, *seconds});
    return result;
  });
}

// Inline policies count together, white space outside of strings does not: reference_iam-quotas.html
constexpr std::size_t role_quota = 10240;
constexpr std::size_t user_quota = 2048;

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
    const std::string& name = *call.parameters.string("PolicyName");
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
    if (target.role->policies.count(name) == 0) return refuse(result, no_such("role policy", name));
    result.events.emplace_back(RolePolicyDeleted{target.arn, name});
    return result;
  });
}

CallResult tag_role(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    if (call.parameters.tags) result.events.emplace_back(RoleTagged{target.arn, *call.parameters.tags});
    return result;
  });
}

CallResult untag_role(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    if (const auto* keys = call.parameters.list("TagKeys")) result.events.emplace_back(RoleUntagged{target.arn, *keys});
    return result;
  });
}

CallResult create_user(const World& world, const Call& call) {
  const Target target = find_target(world, call, false);
  CallResult result = authorize_on(world, call, target);
  if (result.refusal) return result;
  if (has_user_ignoring_case(*target.account, target.name)) {
    return refuse(result, Refusal("EntityAlreadyExists", 409, "User with name " + target.name + " already exists."));
  }
  User user;
  user.name = target.name;
  user.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) user.path = *path;
  add_tags(user.tags, call);
  auto boundary = read_boundary(call, *target.account);
  if (boundary.refused()) return refuse(result, std::move(boundary.refusal()));
  user.boundary = std::move(*boundary);
  result.events.emplace_back(UserCreated{call.caller.account, std::move(user)});
  result.response.push_back({"User.UserName", target.name});
  result.response.push_back({"User.Arn", target.arn});
  return result;
}

CallResult delete_user(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    if (!target.user->attached.empty()) return refuse(result, Refusal(aws_errors::detach_policies_first));
    if (!target.user->policies.empty()) return refuse(result, Refusal(aws_errors::delete_policies_first));
    result.events.emplace_back(UserDeleted{target.arn});
    return result;
  });
}

CallResult put_user_policy(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
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
    if (target.user->policies.count(name) == 0) return refuse(result, no_such("user policy", name));
    result.events.emplace_back(UserPolicyDeleted{target.arn, name});
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
    switch_row("iam:EnableOutboundWebIdentityFederation", enable_outbound_federation),
    switch_row("iam:DisableOutboundWebIdentityFederation", disable_outbound_federation),
    switch_row("iam:GetOutboundWebIdentityFederationInfo", get_outbound_federation_info),
};

}  // namespace

std::span<const OperationRow> operations() { return rows; }

}  // namespace sts_playground::iam
