#include <algorithm>
#include <utility>

#include "core/values/arn.h"
#include "core/world/event.h"

namespace sts_playground {
namespace {

// Changes a copy of the account that an ARN belongs to.
template <typename Change>
void change_account(World& world, std::string_view account_id, Change change) {
  const auto found = world.accounts.find(std::string(account_id));
  if (found == world.accounts.end()) return;
  auto copy = std::make_shared<Account>(*found->second);
  change(*copy);
  found->second = std::move(copy);
}

template <typename Change>
void change_role(World& world, const std::string& role_arn, Change change) {
  const auto arn = parse_principal_arn(role_arn);
  if (!arn) return;
  change_account(world, arn->arn.account, [&](Account& account) {
    const auto found = account.roles.find(std::string(arn->name));
    if (found != account.roles.end()) change(found->second);
  });
}

template <typename Change>
void change_user(World& world, const std::string& user_arn, Change change) {
  const auto arn = parse_principal_arn(user_arn);
  if (!arn) return;
  change_account(world, arn->arn.account, [&](Account& account) {
    const auto found = account.users.find(std::string(arn->name));
    if (found != account.users.end()) change(found->second);
  });
}

// A recreated namesake gets a new unique id: reference_identifiers.html#identifiers-unique-ids
std::string next_unique_id(World& world, std::string_view prefix, const std::string& arn) {
  const std::int64_t generation = ++world.generations[arn];
  return make_unique_id(prefix, arn + "#" + std::to_string(generation));
}

struct Apply {
  World& world;

  void operator()(const SessionIssued& event) const {
    if (world.sessions.count(event.session->id) == 0) world.session_order.push_back(event.session->id);
    world.sessions[event.session->id] = event.session;
  }
  void operator()(const MfaCodeUsed& event) const { world.used_mfa_codes[event.serial_number] = event.period; }
  void operator()(const RoleCreated& event) const {
    Role role = event.role;
    role.unique_id = next_unique_id(world, "AROA", role.arn);
    change_account(world, event.account, [&](Account& account) { account.roles[role.name] = std::move(role); });
  }
  void operator()(const RoleDeleted& event) const {
    const auto arn = parse_principal_arn(event.role_arn);
    if (!arn) return;
    change_account(world, arn->arn.account, [&](Account& account) { account.roles.erase(std::string(arn->name)); });
  }
  void operator()(const TrustPolicyUpdated& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.trust = event.policy; });
  }
  void operator()(const RoleUpdated& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.max_session_duration = event.max_session_duration; });
  }
  void operator()(const RolePolicyPut& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.policies[event.policy->source.name] = event.policy; });
  }
  void operator()(const RolePolicyDeleted& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.policies.erase(event.policy_name); });
  }
  void operator()(const RoleTagged& event) const {
    change_role(world, event.role_arn, [&](Role& role) {
      for (const Tag& tag : event.tags) role.tags.set(tag.key, tag.value);
    });
  }
  void operator()(const RoleUntagged& event) const {
    change_role(world, event.role_arn, [&](Role& role) {
      for (const std::string& key : event.keys) role.tags.erase(key);
    });
  }
  void operator()(const UserCreated& event) const {
    User user = event.user;
    user.unique_id = next_unique_id(world, "AIDA", user.arn);
    auto& deleted = world.deleted_users;
    deleted.erase(std::remove(deleted.begin(), deleted.end(), user.arn), deleted.end());
    change_account(world, event.account, [&](Account& account) { account.users[user.name] = std::move(user); });
  }
  void operator()(const UserDeleted& event) const {
    const auto arn = parse_principal_arn(event.user_arn);
    if (!arn) return;
    world.deleted_users.push_back(event.user_arn);
    change_account(world, arn->arn.account, [&](Account& account) { account.users.erase(std::string(arn->name)); });
  }
  void operator()(const UserPolicyPut& event) const {
    change_user(world, event.user_arn, [&](User& user) { user.policies[event.policy->source.name] = event.policy; });
  }
  void operator()(const OutboundFederationSwitched& event) const {
    change_account(world, event.account, [&](Account& account) { account.outbound_federation = event.on; });
  }
  void operator()(const UserPolicyDeleted& event) const {
    change_user(world, event.user_arn, [&](User& user) { user.policies.erase(event.policy_name); });
  }
};

}  // namespace

World apply(World world, const Event& event) {
  std::visit(Apply{world}, event);
  return world;
}

}  // namespace sts_playground
