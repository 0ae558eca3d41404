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

// Changes what is attached to the role or user with this ARN.
template <typename Change>
void change_attached(World& world, const std::string& principal_arn, Change change) {
  change_role(world, principal_arn, [&](Role& role) {
    if (role.arn == principal_arn) change(role.attached);
  });
  change_user(world, principal_arn, [&](User& user) {
    if (user.arn == principal_arn) change(user.attached);
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
  void operator()(const MfaCodeTried& event) const {
    MfaRecord& record = world.mfa_records[event.serial_number];
    if (record.window != event.window) record.tries = 0;
    record.window = event.window;
    ++record.tries;
    if (event.used_period) record.used_periods.insert(*event.used_period);
    // Codes that are too old to come again need not be remembered: a window has six periods, and codes count from two periods back.
    record.used_periods.erase(record.used_periods.begin(), record.used_periods.lower_bound(event.window * 6 - 2));
  }
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
  void operator()(const PolicyAttached& event) const {
    change_attached(world, event.principal_arn, [&](std::vector<PolicyPtr>& attached) { attached.push_back(event.policy); });
  }
  void operator()(const PolicyDetached& event) const {
    change_attached(world, event.principal_arn, [&](std::vector<PolicyPtr>& attached) {
      const auto is_it = [&](const PolicyPtr& policy) { return policy->source.owner == event.policy_arn; };
      attached.erase(std::remove_if(attached.begin(), attached.end(), is_it), attached.end());
    });
  }
  void operator()(const RoleBoundaryPut& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.boundary = event.policy; });
  }
  void operator()(const RoleBoundaryDeleted& event) const {
    change_role(world, event.role_arn, [&](Role& role) { role.boundary = nullptr; });
  }
  void operator()(const OidcProviderCreated& event) const {
    change_account(world, event.account, [&](Account& account) {
      account.oidc_providers[event.provider.url] = event.provider;
      if (!event.tags.empty()) account.provider_tags[event.provider_arn] = event.tags;
    });
  }
  void operator()(const SamlProviderCreated& event) const {
    change_account(world, event.account, [&](Account& account) {
      account.saml_providers.push_back(event.name);
      if (!event.tags.empty()) account.provider_tags[event.provider_arn] = event.tags;
    });
  }
  void operator()(const ProviderDeleted& event) const {
    const auto arn = parse_principal_arn(event.provider_arn);
    if (!arn) return;
    change_account(world, arn->arn.account, [&](Account& account) {
      account.provider_tags.erase(event.provider_arn);
      if (arn->kind == PrincipalArnKind::oidc_provider) account.oidc_providers.erase(std::string(arn->name));
      if (arn->kind != PrincipalArnKind::saml_provider) return;
      auto& names = account.saml_providers;
      names.erase(std::remove(names.begin(), names.end(), arn->name), names.end());
    });
  }
};

}  // namespace

World apply(World world, const Event& event) {
  std::visit(Apply{world}, event);
  return world;
}

}  // namespace sts_playground
