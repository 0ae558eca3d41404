// The world of a scenario: organizations, accounts and what is in them, and the sessions issued so far. A world is a value that is
// never changed; `apply` (world/event.h) makes the next one. Accounts and sessions are shared between worlds.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/disputed.h"
#include "core/compile/compile.h"
#include "core/evaluate/caller.h"
#include "core/evaluate/request_context.h"

namespace sts_playground {

struct Tag {
  std::string key;
  std::string value;
};
// In the order in which they were set; keys are unique without regard to ASCII letter case.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
class Tags {
 public:
  // Replaces the value and the spelling of the key where the key is there already.
  void set(std::string key, std::string value);
  void erase(std::string_view key);
  const Tag* find(std::string_view key) const;
  bool empty() const { return tags_.empty(); }
  std::size_t size() const { return tags_.size(); }
  auto begin() const { return tags_.begin(); }
  auto end() const { return tags_.end(); }

 private:
  std::vector<Tag> tags_;
};

using Policies = std::map<std::string, PolicyPtr>;  // by policy name

struct User {
  std::string name;
  std::string path = "/";
  std::string arn;
  std::string unique_id;  // AIDA...
  std::vector<std::string> groups;
  Policies policies;
  std::vector<PolicyPtr> attached;
  PolicyPtr boundary;  // null: none
  Tags tags;
  std::vector<std::string> mfa_devices;  // serial numbers
  std::vector<std::string> access_keys;  // AKIA...
};

struct Role {
  std::string name;
  std::string path = "/";
  std::string arn;
  std::string unique_id;  // AROA...
  PolicyPtr trust;
  Policies policies;
  std::vector<PolicyPtr> attached;
  PolicyPtr boundary;
  std::int64_t max_session_duration = 3600;  // seconds
  Tags tags;
  std::string service_linked_for;  // service principal; "" unless a service-linked role
};

struct Group {
  std::string name;
  std::string path = "/";
  Policies policies;
  std::vector<PolicyPtr> attached;
};

struct Resource {
  std::string arn;
  PolicyPtr policy;  // null: none
  Tags tags;
};

struct OidcProvider {
  std::string url;  // host and path, without scheme
  std::vector<std::string> client_ids;
};

// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
struct VpcEndpoint {
  std::string id;   // vpce-...
  std::string vpc;  // vpc-...; "" where the scenario does not say it
  std::string account;
  PolicyPtr policy;  // null: the default policy, which allows everything
};
using VpcEndpoints = std::map<std::string, VpcEndpoint>;      // by id
using AwsManagedPolicies = std::map<std::string, PolicyPtr>;  // by ARN

struct Account {
  std::string id;
  std::string name;
  std::string partition = "aws";
  std::map<std::string, PolicyPtr> managed_policies;  // by name
  std::map<std::string, Group> groups;
  std::map<std::string, User> users;
  std::map<std::string, Role> roles;
  std::vector<std::string> saml_providers;  // names
  std::map<std::string, OidcProvider> oidc_providers;
  // Tags of SAML and OIDC providers, by ARN. Keys that differ in letter case stand side by side there: recorded 2026-09,
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_inputs.json
  std::map<std::string, std::vector<Tag>> provider_tags;
  std::map<std::string, Resource> resources;  // by ARN
  std::vector<std::string> cognito_identity_pools;
  std::vector<std::string> sts_inactive_regions;
  bool global_tokens_everywhere = false;                  // "globalEndpointTokenVersion": "v2Token"
  bool outbound_federation = false;                       // sts:GetWebIdentityToken is turned on
  std::shared_ptr<const AwsManagedPolicies> aws_managed;  // those that the scenario brings along; null: none

  // The managed policy with this ARN that principals of the account may have: one of its own, or one of AWS's. Null where there is none,
  // also for another account's: only one's own can be attached. A policy's path is not compared, since documents do not have it.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#customer-managed-policies
  PolicyPtr managed_policy(std::string_view policy_arn) const;
  // The role or user that IAM finds by a name: in any letter case. Null where there is none.
  // Recorded 2026-09:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_authorization.json
  const Role* role_named(std::string_view name_in_any_case) const;
  const User* user_named(std::string_view name_in_any_case) const;
};

// One level of an organization: its root, a unit, or an account in it.
struct OrganizationLevel {
  std::string id;  // r-..., ou-..., or the account's id
  std::string name;
  std::vector<PolicyPtr> scps;
  bool full_access = false;  // no `scps` written: FullAWSAccess is attached
  std::vector<PolicyPtr> rcps;
};

struct Organization {
  std::string id;
  std::string management_account;
  std::string root;  // r-...; "" where the document gives none
  bool centralized_root_access = false;
  bool root_credentials_management = false;  // what of it is on: RootCredentialsManagement and RootSessions
  bool root_sessions = false;
  std::string delegated_administrator;  // "" where there is none
  // Per member account: its levels from the root down to the account itself.
  std::map<std::string, std::vector<OrganizationLevel>> accounts;
};

enum class SessionKind { role_session, session_token, federated_user, console, assumed_root };
// As reports write it.
constexpr std::string_view name_of(SessionKind kind) {
  switch (kind) {
    case SessionKind::role_session: return "role-session";
    case SessionKind::session_token: return "session-token";
    case SessionKind::federated_user: return "federated-user";
    case SessionKind::console: return "console";
    case SessionKind::assumed_root: return "assumed-root";
  }
  return "";
}

// Temporary credentials. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html
struct Session {
  std::string id;  // of the step that issued it
  SessionKind kind = SessionKind::role_session;
  std::string account;
  std::string partition = "aws";
  std::string arn;
  std::string principal_name;  // name of the role or user behind it; "" for root
  std::string principal_arn;   // with path; "" for root
  std::string unique_id;       // of the role or user at the time of issue
  std::string session_name;
  std::int64_t issued_at = 0;  // epoch seconds
  std::int64_t expires_at = 0;
  std::optional<std::int64_t> requested_seconds;
  Tags tags;            // passed and inherited session tags; the principal's own tags are not in here
  Tags effective_tags;  // the session's principal tags when it was issued
  std::vector<std::string> transitive_tag_keys;
  std::string source_identity;  // "" where there is none
  std::optional<std::int64_t> mfa_authenticated_at;
  // Of a role's session: the MFA of the GetSessionToken session that assumed the role, which counts or not
  // (Dispute::mfa_after_assume_role).
  std::optional<std::int64_t> caller_mfa_at;
  std::vector<PolicyPtr> session_policies;            // the inline ones
  std::vector<std::string> managed_session_policies;  // ARNs: what they say is read at each request
  bool has_session_policies = false;
  std::string chained_from;                   // id of the session whose credentials called; ""
  std::string access_key_id;                  // ASIA...
  std::string federated_provider;             // aws:FederatedProvider; "" where absent
  std::vector<ContextEntry> federation_keys;  // saml: and OIDC keys that the session keeps
  std::string sign_in_session;                // console sessions after Switch Role: id of the original sign-in session
  bool service_linked = false;
  bool mfa_code_at_issue = false;   // a role's session: the call that got it passed an MFA code, which its own calls do not carry
  bool of_global_endpoint = false;  // a token that Regions which an account must enable do not know
};
using SessionPtr = std::shared_ptr<const Session>;

// What STS remembers of an MFA device whose codes it was given.
struct MfaRecord {
  std::int64_t window = 0;              // of 180 s since 1970, in which the last code was checked
  std::int64_t tries = 0;               // codes that were checked in it
  std::set<std::int64_t> used_periods;  // of 30 s since 1970: of the codes that were accepted, those that could come again
};

class World : public PrincipalDirectory {
 public:
  std::map<std::string, std::shared_ptr<const Account>> accounts;
  std::vector<std::shared_ptr<const Organization>> organizations;
  std::map<std::string, SessionPtr> sessions;         // by id
  std::vector<std::string> session_order;             // ids in the order of issue
  std::map<std::string, MfaRecord> mfa_records;       // by serial number
  std::map<std::string, std::int64_t> generations;    // principal ARN -> how often it was created
  std::vector<std::string> deleted_users;             // ARNs
  std::shared_ptr<const VpcEndpoints> vpc_endpoints;  // of all accounts; null: none
  DisputeChoice disputed;

  const Account* account(std::string_view id) const;
  const User* user(std::string_view arn) const;
  const Role* role(std::string_view arn) const;
  const VpcEndpoint* vpc_endpoint(std::string_view id) const;
  SessionPtr session(std::string_view id) const;
  // The organization that an account is in (as a member or as the management account), or null.
  const Organization* organization_of(std::string_view account) const;
  // Levels whose SCPs and RCPs apply to an account: root, units, account. Empty for the management account and outside of organizations.
  const std::vector<OrganizationLevel>* levels_of(std::string_view account) const;
  // "o-x/r-y/ou-z/": the value of aws:PrincipalOrgPaths and its like; "" outside of organizations.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
  std::string organization_path(std::string_view account) const;
  // The resource that owns an ARN (itself or the longest one above it), with its account; nulls where nothing owns it.
  struct OwnedResource {
    const Account* account = nullptr;
    const Resource* resource = nullptr;
  };
  OwnedResource owner_of(std::string_view arn) const;

  std::optional<std::string> unique_id(std::string_view principal_arn) const override;
};

// Unique ids are made of the kind's prefix and a digest of the ARN and its generation: the same in every run, and obviously fake.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
std::string make_unique_id(std::string_view prefix, std::string_view seed);

// The issuer of an account's outbound tokens, the same in every run: made of a digest, as AWS makes one up for each account.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_getting_started.html
std::string outbound_issuer(std::string_view account);
// A UUID of a digest of the seed.
std::string make_uuid(std::string_view seed);

// A session's ARN never has the role's path: reference_identifiers.html#identifiers-arns
std::string assumed_role_arn(std::string_view partition, std::string_view account, std::string_view role_name,
                             std::string_view session_name);

}  // namespace sts_playground
