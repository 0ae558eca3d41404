// What can happen to a world, and the only way in which it changes. Replaying the events of a scenario gives the same world.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/world/world.h"

namespace sts_playground {

struct SessionIssued {
  SessionPtr session;
};
struct MfaCodeTried {
  std::string serial_number;
  std::int64_t window = 0;                  // 180 s steps since 1970
  std::optional<std::int64_t> used_period;  // 30 s steps since 1970; nothing where the code was refused
};
struct RoleCreated {
  std::string account;
  Role role;  // without a unique id: `apply` gives it one
};
struct RoleDeleted {
  std::string role_arn;
};
struct TrustPolicyUpdated {
  std::string role_arn;
  PolicyPtr policy;
};
struct RoleUpdated {
  std::string role_arn;
  std::int64_t max_session_duration = 3600;
};
struct RolePolicyPut {
  std::string role_arn;
  PolicyPtr policy;  // its source's name is the policy's name
};
struct RolePolicyDeleted {
  std::string role_arn;
  std::string policy_name;
};
struct RoleTagged {
  std::string role_arn;
  std::vector<Tag> tags;
};
struct RoleUntagged {
  std::string role_arn;
  std::vector<std::string> keys;
};
struct UserCreated {
  std::string account;
  User user;
};
struct UserDeleted {
  std::string user_arn;
};
struct UserPolicyPut {
  std::string user_arn;
  PolicyPtr policy;
};
struct UserPolicyDeleted {
  std::string user_arn;
  std::string policy_name;
};

struct PolicyAttached {
  std::string principal_arn;  // of a role or user
  PolicyPtr policy;
};
struct PolicyDetached {
  std::string principal_arn;
  std::string policy_arn;  // the owner in the policy's source
};
struct RoleBoundaryPut {
  std::string role_arn;
  PolicyPtr policy;
};
struct RoleBoundaryDeleted {
  std::string role_arn;
};
struct OidcProviderCreated {
  std::string account;
  std::string provider_arn;
  OidcProvider provider;
  std::vector<Tag> tags;
};
struct SamlProviderCreated {
  std::string account;
  std::string provider_arn;
  std::string name;
  std::vector<Tag> tags;
};
struct ProviderDeleted {  // SAML or OIDC
  std::string provider_arn;
};

struct OutboundFederationSwitched {
  std::string account;
  bool on = false;
};

using Event = std::variant<SessionIssued, MfaCodeTried, RoleCreated, RoleDeleted, TrustPolicyUpdated, RoleUpdated, RolePolicyPut,
                           RolePolicyDeleted, RoleTagged, RoleUntagged, UserCreated, UserDeleted, UserPolicyPut, UserPolicyDeleted,
                           PolicyAttached, PolicyDetached, RoleBoundaryPut, RoleBoundaryDeleted, OidcProviderCreated, SamlProviderCreated,
                           ProviderDeleted, OutboundFederationSwitched>;

// The world after an event; a caller that moves its world in is spared the copy. Events about principals that are not there change nothing.
World apply(World world, const Event& event);

}  // namespace sts_playground
