#include "core/world/world.h"

#include <algorithm>
#include <utility>

#include "core/compile/managed_policy.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/encoding.h"

namespace sts_playground {

void Tags::set(std::string key, std::string value) {
  for (Tag& tag : tags_) {
    if (!equals_ignoring_case(tag.key, key)) continue;
    tag = {std::move(key), std::move(value)};
    return;
  }
  tags_.push_back({std::move(key), std::move(value)});
}

void Tags::erase(std::string_view key) {
  tags_.erase(std::remove_if(tags_.begin(), tags_.end(), [&](const Tag& tag) { return equals_ignoring_case(tag.key, key); }), tags_.end());
}

const Tag* Tags::find(std::string_view key) const {
  for (const Tag& tag : tags_) {
    if (equals_ignoring_case(tag.key, key)) return &tag;
  }
  return nullptr;
}

PolicyPtr Account::managed_policy(std::string_view policy_arn) const {
  const auto policy = parse_principal_arn(policy_arn);
  if (!policy || policy->kind != PrincipalArnKind::policy) return nullptr;
  if (policy->arn.account == "aws") {
    const auto found = aws_managed ? aws_managed->find(std::string(policy_arn)) : AwsManagedPolicies::const_iterator();
    return aws_managed && found != aws_managed->end() ? found->second : aws_managed_policy(policy_arn);
  }
  if (policy->arn.account != id || policy->arn.partition != partition) return nullptr;
  const auto found = managed_policies.find(std::string(policy->name));
  return found == managed_policies.end() ? nullptr : found->second;
}

namespace {

template <typename Named>
const Named* find_named(const std::map<std::string, Named>& all, std::string_view name) {
  const auto exact = all.find(std::string(name));
  if (exact != all.end()) return &exact->second;
  for (const auto& [existing, value] : all) {
    if (equals_ignoring_case(existing, name)) return &value;
  }
  return nullptr;
}

}  // namespace

const Role* Account::role_named(std::string_view name_in_any_case) const { return find_named(roles, name_in_any_case); }

const User* Account::user_named(std::string_view name_in_any_case) const { return find_named(users, name_in_any_case); }

const Account* World::account(std::string_view id) const {
  const auto found = accounts.find(std::string(id));
  return found == accounts.end() ? nullptr : found->second.get();
}

const User* World::user(std::string_view arn) const {
  const auto principal = parse_principal_arn(arn);
  if (!principal || principal->kind != PrincipalArnKind::user) return nullptr;
  const Account* owner = account(principal->arn.account);
  if (!owner) return nullptr;
  const auto found = owner->users.find(std::string(principal->name));
  // The path and the letter case must be right too: troubleshoot_roles.html
  return found != owner->users.end() && found->second.arn == arn ? &found->second : nullptr;
}

const VpcEndpoint* World::vpc_endpoint(std::string_view id) const {
  if (!vpc_endpoints) return nullptr;
  const auto found = vpc_endpoints->find(std::string(id));
  return found == vpc_endpoints->end() ? nullptr : &found->second;
}

const Role* World::role(std::string_view arn) const {
  const auto principal = parse_principal_arn(arn);
  if (!principal || principal->kind != PrincipalArnKind::role) return nullptr;
  const Account* owner = account(principal->arn.account);
  if (!owner) return nullptr;
  const auto found = owner->roles.find(std::string(principal->name));
  return found != owner->roles.end() && found->second.arn == arn ? &found->second : nullptr;
}

SessionPtr World::session(std::string_view id) const {
  const auto found = sessions.find(std::string(id));
  return found == sessions.end() ? nullptr : found->second;
}

const Organization* World::organization_of(std::string_view account_id) const {
  for (const auto& organization : organizations) {
    if (organization->management_account == account_id || organization->accounts.count(std::string(account_id)) != 0) {
      return organization.get();
    }
  }
  return nullptr;
}

const std::vector<OrganizationLevel>* World::levels_of(std::string_view account_id) const {
  const Organization* organization = organization_of(account_id);
  if (!organization || organization->management_account == account_id) return nullptr;
  return &organization->accounts.at(std::string(account_id));
}

std::string World::organization_path(std::string_view account_id) const {
  const Organization* organization = organization_of(account_id);
  if (!organization) return "";
  std::string path = organization->id + "/";
  const auto levels = organization->accounts.find(std::string(account_id));
  // The root contains every account, so also a management account that the document puts nowhere:
  // https://docs.aws.amazon.com/organizations/latest/APIReference/API_Root.html
  if (levels == organization->accounts.end()) return organization->root.empty() ? path : path + organization->root + "/";
  // The last level is the account itself, which the path does not name.
  for (std::size_t i = 0; i + 1 < levels->second.size(); ++i) path += levels->second[i].id + "/";
  return path;
}

namespace {

// A resource owns what lies below its ARN: after a slash or a colon (arn:aws:logs:...:log-group:x:*).
bool owns(std::string_view owner, std::string_view arn) {
  if (arn.substr(0, owner.size()) != owner) return false;
  return arn.size() == owner.size() || arn[owner.size()] == '/' || arn[owner.size()] == ':' || owner.back() == '/' || owner.back() == ':';
}

}  // namespace

World::OwnedResource World::owner_of(std::string_view arn) const {
  OwnedResource best;
  for (const auto& [id, account] : accounts) {
    for (const auto& [resource_arn, resource] : account->resources) {
      if (!owns(resource_arn, arn)) continue;
      if (!best.resource || resource_arn.size() > best.resource->arn.size()) best = {account.get(), &resource};
    }
  }
  return best;
}

std::optional<std::string> World::unique_id(std::string_view principal_arn) const {
  if (const User* found = user(principal_arn)) return found->unique_id;
  if (const Role* found = role(principal_arn)) return found->unique_id;
  return std::nullopt;
}

std::string make_unique_id(std::string_view prefix, std::string_view seed) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const auto digest = sha1(seed);
  std::string id(prefix);
  id += "EXAMPLE";
  for (std::size_t i = 0; id.size() < 20; ++i) id += letters[digest[i] % letters.size()];
  return id;
}

std::string assumed_role_arn(std::string_view partition, std::string_view account, std::string_view role_name,
                             std::string_view session_name) {
  std::string resource = "assumed-role/";
  resource.append(role_name).append("/").append(session_name);
  return make_arn({partition, "sts", "", account, resource});
}

std::string make_uuid(std::string_view seed) {
  const auto digest = sha1(seed);
  std::string uuid = hex(std::string_view(reinterpret_cast<const char*>(digest.data()), 16));
  for (const std::size_t at : {8u, 13u, 18u, 23u}) uuid.insert(at, "-");
  return uuid;
}

std::string outbound_issuer(std::string_view account) {
  return "https://" + make_uuid("outbound issuer " + std::string(account)) + ".tokens.sts.global.api.aws";
}

}  // namespace sts_playground
