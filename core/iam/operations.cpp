#include "core/iam/operations.h"

#include <utility>

#include "core/compile/managed_policy.h"
#include "core/compile/read_policy_text.h"
#include "core/iam/stored_policy_checks.h"
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

namespace sts_playground::iam {
namespace {

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
  target.arn = "arn:" + call.caller.partition + ":iam::" + call.caller.account + (is_role ? ":role" : ":user") + full_path + target.name;
  return target;
}

CallResult failed(CallResult result, CallError error, std::optional<Message> reason = std::nullopt) {
  fail(result, std::move(error), std::move(reason));
  return result;
}

// "The specified value for roleName is invalid. ...": Versity S3 gateway's IAM emulation, modelled on AWS
std::optional<CallError> check_name(const Call& call) {
  for (const std::string_view parameter : {"RoleName", "UserName", "PolicyName"}) {
    const std::string* name = call.parameters.string(parameter);
    if (!name) continue;
    for (const char c : *name) {
      if (is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("+=,.@_-").find(c) != std::string_view::npos) continue;
      std::string spelled(parameter);
      spelled[0] = ascii_lower(spelled[0]);
      return CallError{
          "ValidationError", 400,
          "The specified value for " + spelled + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"};
    }
  }
  return std::nullopt;
}

// Parameters and authorisation, which come before the operation looks at the world. Nothing where the call may go on.
std::optional<CallResult> check_call(const World& world, const Call& call, const Target& target, CallResult& result) {
  if (call.caller.kind == CallerKind::anonymous || call.caller.kind == CallerKind::service) {
    return refuse(sts::to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (auto error = check_name(call)) return refuse(std::move(*error));
  if (auto error = sts::check_parameters(call)) return refuse(std::move(*error));
  Call authorized = call;
  authorized.resource = target.arn;
  result = sts::authorize_only(world, authorized);
  if (result.decision != Decision::allow) return result;
  return std::nullopt;
}

CallError no_such(std::string_view what, const std::string& name) {
  return {"NoSuchEntity", 404, "The " + std::string(what) + " with name " + name + " cannot be found."};
}

// Reads a policy parameter as IAM stores it: refused with IAM's words, or kept.
struct StoredPolicy {
  PolicyPtr policy;
  std::optional<CallError> error;
  std::optional<Message> reason;
};

StoredPolicy read_stored(const World& world, const Call& call, PolicyKind kind, const std::string& name, const std::string& owner,
                         std::string_view self_arn) {
  const PolicyText& text = *call.parameters.policy;
  PolicySource source;
  source.pointer = text.pointer;
  source.name = name;
  source.owner = owner;
  PolicyReading reading = read_policy_value(text.value, source, kind, &world);
  StoredPolicy stored;
  if (!reading.policy) {
    PolicyFault fault = unreadable_policy_fault(reading, kind);
    stored.error = std::move(fault.error);
    stored.reason = std::move(fault.reason);
    return stored;
  }
  auto faults = check_stored_policy(reading.policy->document, kind, quota_characters(text.text), world, owner, self_arn);
  if (!faults.empty()) {
    stored.error = std::move(faults.front().error);
    stored.reason = std::move(faults.front().reason);
    return stored;
  }
  stored.policy = std::move(reading.policy);
  return stored;
}

PolicyPtr find_policy(const Account& account, const std::string& arn) {
  const auto parsed = parse_principal_arn(arn);
  if (!parsed || parsed->kind != PrincipalArnKind::policy) return nullptr;
  if (parsed->arn.account == "aws") return aws_managed_policy(arn);
  const auto found = account.managed_policies.find(std::string(parsed->name));
  return found == account.managed_policies.end() ? nullptr : found->second;
}

// A boundary must be a managed policy that exists: API_CreateRole.html
std::optional<CallError> read_boundary(const Call& call, const Account& account, PolicyPtr& boundary) {
  const std::string* arn = call.parameters.string("PermissionsBoundary");
  if (!arn) return std::nullopt;
  boundary = find_policy(account, *arn);
  if (!boundary) return CallError{"NoSuchEntity", 404, "Scope ARN: " + *arn + " does not exist or is not attachable."};
  return std::nullopt;
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
  Target target = find_target(world, call, true);
  CallResult result;
  if (auto refused = check_call(world, call, target, result)) return std::move(*refused);
  // Names are unique in the account without regard to letter case: API_CreateRole.html
  if (has_role_ignoring_case(*target.account, target.name)) {
    return failed(std::move(result), {"EntityAlreadyExists", 409, "Role with name " + target.name + " already exists."});
  }
  Role role;
  role.name = target.name;
  role.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) role.path = *path;
  role.max_session_duration = call.parameters.integer("MaxSessionDuration").value_or(3600);
  add_tags(role.tags, call);
  if (auto error = read_boundary(call, *target.account, role.boundary)) return failed(std::move(result), std::move(*error));
  StoredPolicy trust = read_stored(world, call, PolicyKind::trust, target.name, target.arn, target.arn);
  if (trust.error) return failed(std::move(result), std::move(*trust.error), std::move(trust.reason));
  role.trust = std::move(trust.policy);
  result.events.emplace_back(RoleCreated{call.caller.account, std::move(role)});
  result.response.push_back({"Role.RoleName", target.name});
  result.response.push_back({"Role.Arn", target.arn});
  return result;
}

// The part that all operations on an existing role share. `perform` changes the result further.
template <typename Perform>
CallResult on_role(const World& world, const Call& call, Perform perform) {
  const Target target = find_target(world, call, true);
  CallResult result;
  if (auto refused = check_call(world, call, target, result)) return std::move(*refused);
  if (!target.role) return failed(std::move(result), no_such("role", target.name));
  // Service-linked roles are the service's: botocore/data/iam/2010-05-08/service-2.json, UnmodifiableEntityException
  if (!target.role->service_linked_for.empty()) {
    return failed(std::move(result),
                  {"UnmodifiableEntity", 400,
                   "Cannot perform the operation on the protected role '" + target.name + "' - this role is only modifiable by AWS"});
  }
  return perform(target, std::move(result));
}

template <typename Perform>
CallResult on_user(const World& world, const Call& call, Perform perform) {
  const Target target = find_target(world, call, false);
  CallResult result;
  if (auto refused = check_call(world, call, target, result)) return std::move(*refused);
  if (!target.user) return failed(std::move(result), no_such("user", target.name));
  return perform(target, std::move(result));
}

CallResult delete_role(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    // API_DeleteRole.html: policies go first.
    if (!target.role->attached.empty()) return failed(std::move(result), sts::to_error(aws_errors::detach_policies_first));
    if (!target.role->policies.empty()) return failed(std::move(result), sts::to_error(aws_errors::delete_policies_first));
    result.events.emplace_back(RoleDeleted{target.arn});
    return result;
  });
}

CallResult update_assume_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    StoredPolicy trust = read_stored(world, call, PolicyKind::trust, target.name, target.arn, "");
    if (trust.error) return failed(std::move(result), std::move(*trust.error), std::move(trust.reason));
    result.events.emplace_back(TrustPolicyUpdated{target.arn, std::move(trust.policy)});
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

std::optional<CallError> check_quota(const Policies& policies, const Call& call, const std::string& policy_name, std::size_t quota,
                                     const std::string& owner) {
  const std::size_t total = inline_characters(policies, policy_name) + quota_characters(call.parameters.policy->text);
  if (total <= quota) return std::nullopt;
  // https://github.com/aws-amplify/amplify-backend/issues/2615
  return CallError{"LimitExceeded", 409, "Maximum policy size of " + std::to_string(quota) + " bytes exceeded for " + owner};
}

CallResult put_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    StoredPolicy stored = read_stored(world, call, PolicyKind::identity, name, target.arn, "");
    if (stored.error) return failed(std::move(result), std::move(*stored.error), std::move(stored.reason));
    if (auto error = check_quota(target.role->policies, call, name, role_quota, "role " + target.name))
      return failed(std::move(result), *error);
    result.events.emplace_back(RolePolicyPut{target.arn, std::move(stored.policy)});
    return result;
  });
}

CallResult delete_role_policy(const World& world, const Call& call) {
  return on_role(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    if (target.role->policies.count(name) == 0) return failed(std::move(result), no_such("role policy", name));
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
  CallResult result;
  if (auto refused = check_call(world, call, target, result)) return std::move(*refused);
  if (has_user_ignoring_case(*target.account, target.name)) {
    return failed(std::move(result), {"EntityAlreadyExists", 409, "User with name " + target.name + " already exists."});
  }
  User user;
  user.name = target.name;
  user.arn = target.arn;
  if (const std::string* path = call.parameters.string("Path")) user.path = *path;
  add_tags(user.tags, call);
  if (auto error = read_boundary(call, *target.account, user.boundary)) return failed(std::move(result), std::move(*error));
  result.events.emplace_back(UserCreated{call.caller.account, std::move(user)});
  result.response.push_back({"User.UserName", target.name});
  result.response.push_back({"User.Arn", target.arn});
  return result;
}

CallResult delete_user(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    if (!target.user->attached.empty()) return failed(std::move(result), sts::to_error(aws_errors::detach_policies_first));
    if (!target.user->policies.empty()) return failed(std::move(result), sts::to_error(aws_errors::delete_policies_first));
    result.events.emplace_back(UserDeleted{target.arn});
    return result;
  });
}

CallResult put_user_policy(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    StoredPolicy stored = read_stored(world, call, PolicyKind::identity, name, target.arn, "");
    if (stored.error) return failed(std::move(result), std::move(*stored.error), std::move(stored.reason));
    if (auto error = check_quota(target.user->policies, call, name, user_quota, "user " + target.name))
      return failed(std::move(result), *error);
    result.events.emplace_back(UserPolicyPut{target.arn, std::move(stored.policy)});
    return result;
  });
}

CallResult delete_user_policy(const World& world, const Call& call) {
  return on_user(world, call, [&](const Target& target, CallResult result) {
    const std::string& name = *call.parameters.string("PolicyName");
    if (target.user->policies.count(name) == 0) return failed(std::move(result), no_such("user policy", name));
    result.events.emplace_back(UserPolicyDeleted{target.arn, name});
    return result;
  });
}

constexpr OperationRow rows[] = {
    {"iam:CreateRole", create_role}, {"iam:DeleteRole", delete_role},        {"iam:UpdateAssumeRolePolicy", update_assume_role_policy},
    {"iam:UpdateRole", update_role}, {"iam:PutRolePolicy", put_role_policy}, {"iam:DeleteRolePolicy", delete_role_policy},
    {"iam:TagRole", tag_role},       {"iam:UntagRole", untag_role},          {"iam:CreateUser", create_user},
    {"iam:DeleteUser", delete_user}, {"iam:PutUserPolicy", put_user_policy}, {"iam:DeleteUserPolicy", delete_user_policy},
};

}  // namespace

std::span<const OperationRow> operations() { return rows; }

}  // namespace sts_playground::iam
