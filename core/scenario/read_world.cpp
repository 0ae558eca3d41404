#include <algorithm>
#include <set>
#include <utility>

#include "core/catalog/disputed.h"
#include "core/catalog/limits.h"
#include "core/compile/read_policy_text.h"
#include "core/iam/stored_policy_checks.h"
#include "core/policy/placement.h"
#include "core/scenario/reader.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// Disputed facts of which only one side is modelled: the quota of trust policies, a wildcard for a service in an ARN, NotPrincipal in trust
// policies, AssumeRoleWithWebIdentity by a caller who signs.
bool has_one_side(std::string_view id) { return id == "C-11" || id == "C-22" || id == "C-23" || id == "C-24"; }

// Reads a document's organizations and accounts. First everything that has a name, then the policies, so that a policy's principals can
// be looked up whatever the order of the document.
class WorldReader {
 public:
  WorldReader(ScenarioReader& reader, Scenario& scenario) : reader_(reader), scenario_(scenario) {}

  void read(const Located& document) {
    const auto accounts = reader_.map(ScenarioReader::field(document, "accounts"));
    read_aws_managed(document);
    for (const auto& [id, at] : accounts) read_account_names(id, at);
    // The world answers for unique ids from here on.
    for (const auto& [id, account] : accounts_) scenario_.world.accounts[id] = account;
    for (const auto& [id, at] : accounts) {
      const auto found = accounts_.find(id);
      if (found != accounts_.end()) read_account_policies(*found->second, at);
    }
    scenario_.world.vpc_endpoints = endpoints_;
    for (const auto& [id, at] : reader_.map(ScenarioReader::field(document, "organizations"))) read_organization(id, at);
    read_disputed(ScenarioReader::field(document, "disputed"));
    warn_of_refused_policies();
  }

 private:
  // Which side is taken of disputed facts.
  void read_disputed(const Located& at) {
    for (const auto& [id, side_at] : reader_.map(at)) {
      const DisputeRow* row = find_dispute(id);
      if (!row) {
        std::string ids;
        for (const DisputeRow& known : disputes()) ids += (ids.empty() ? "" : ", ") + std::string(known.id);
        reader_.error(side_at, has_one_side(id) ? MessageId::scenario_not_modelled : MessageId::scenario_no_such_dispute, {id, ids});
        continue;
      }
      const auto side = reader_.string(side_at);
      if (!side) continue;
      if (!format::is_choice(format::Source::disputed_side, *side)) {
        reader_.error(side_at, MessageId::scenario_bad_dispute_side, {*side});
        continue;
      }
      scenario_.world.disputed.take(row->dispute,
                                    *side == name_of(DisputeSide::observed) ? DisputeSide::observed : DisputeSide::documented);
    }
  }

  // ---- names

  void read_account_names(const std::string& id, const Located& at) {
    if (!is_account_id(id)) return reader_.error(at, MessageId::scenario_bad_account, {id});
    if (!reader_.fields(at, format::Object::account)) return;
    auto account = std::make_shared<Account>();
    account->id = id;
    account->name = reader_.string_field(at, "name", "");
    account->partition = reader_.string_field(at, "partition", "aws");
    if (!is_partition(account->partition)) {
      reader_.error(ScenarioReader::field(at, "partition"), MessageId::scenario_bad_partition, {account->partition});
      account->partition = "aws";
    }
    for (const auto& [name, user] : reader_.map(ScenarioReader::field(at, "users"))) read_user(*account, name, user);
    for (const auto& [name, role] : reader_.map(ScenarioReader::field(at, "roles"))) read_role(*account, name, role);
    for (const auto& [name, group] : reader_.map(ScenarioReader::field(at, "groups"))) read_group(*account, name, group);
    read_providers(*account, at);
    account->cognito_identity_pools = reader_.strings(ScenarioReader::field(at, "cognitoIdentityPools"));
    account->outbound_federation = reader_.boolean(ScenarioReader::field(at, "outboundWebIdentityFederation")).value_or(false);
    account->aws_managed = brought_along_;
    account->sts_inactive_regions = reader_.strings(ScenarioReader::field(at, "stsInactiveRegions"));
    const Located version = ScenarioReader::field(at, "globalEndpointTokenVersion");
    account->global_tokens_everywhere = read_choice(version, format::Source::token_version) == format::token_for_every_region;
    accounts_[id] = std::move(account);
  }

  // A text that the format lists; nothing where it is absent, or another one, which is told.
  std::optional<std::string> read_choice(const Located& at, format::Source source) {
    auto text = reader_.string(at);
    if (!text || format::is_choice(source, *text)) return text;
    std::string all;
    for (const std::string_view choice : format::choices(source)) all.append(all.empty() ? "" : ", ").append(choice);
    reader_.error(at, MessageId::scenario_bad_choice, {*text, all});
    return std::nullopt;
  }

  std::string read_path(const Located& at) {
    std::string path = reader_.string_field(at, "path", "/");
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
    if (path.empty() || path.front() != '/' || path.back() != '/') {
      reader_.error(ScenarioReader::field(at, "path"), MessageId::scenario_bad_path, {path});
      return "/";
    }
    return path;
  }

  void read_user(Account& account, const std::string& name, const Located& at) {
    if (!reader_.fields(at, format::Object::user)) return;
    User user;
    user.name = name;
    user.path = read_path(at);
    user.arn = make_arn({account.partition, "iam", "", account.id, "user" + user.path + name});
    user.unique_id = reader_.string(ScenarioReader::field(at, "uniqueId")).value_or(make_unique_id("AIDA", user.arn));
    user.groups = reader_.strings(ScenarioReader::field(at, "groups"));
    user.tags = reader_.tags(ScenarioReader::field(at, "tags"));
    user.mfa_devices = reader_.strings(ScenarioReader::field(at, "mfaDevices"));
    user.access_keys = reader_.strings(ScenarioReader::field(at, "accessKeys"));
    account.users[name] = std::move(user);
  }

  void read_role(Account& account, const std::string& name, const Located& at) {
    if (!reader_.fields(at, format::Object::role)) return;
    Role role;
    role.name = name;
    role.path = read_path(at);
    role.arn = make_arn({account.partition, "iam", "", account.id, "role" + role.path + name});
    role.unique_id = reader_.string(ScenarioReader::field(at, "uniqueId")).value_or(make_unique_id("AROA", role.arn));
    role.tags = reader_.tags(ScenarioReader::field(at, "tags"));
    role.service_linked_for = reader_.string_field(at, "serviceLinkedFor", "");
    role.max_session_duration = reader_.integer(ScenarioReader::field(at, "maxSessionDuration")).value_or(3600);
    if (role.max_session_duration < 3600 || role.max_session_duration > 43200) {
      reader_.error(ScenarioReader::field(at, "maxSessionDuration"), MessageId::scenario_bad_duration,
                    {std::to_string(role.max_session_duration)});
    }
    reader_.require(at, format::Object::role);
    account.roles[name] = std::move(role);
  }

  void read_group(Account& account, const std::string& name, const Located& at) {
    if (!reader_.fields(at, format::Object::group)) return;
    Group group;
    group.name = name;
    group.path = read_path(at);
    account.groups[name] = std::move(group);
  }

  void read_providers(Account& account, const Located& at) {
    for (const auto& [name, provider] : reader_.map(ScenarioReader::field(at, "samlProviders"))) {
      reader_.fields(provider, format::Object::saml_provider);
      account.saml_providers.push_back(name);
    }
    for (const auto& [url, provider] : reader_.map(ScenarioReader::field(at, "oidcProviders"))) {
      if (!reader_.fields(provider, format::Object::oidc_provider)) continue;
      account.oidc_providers[url] = {url, reader_.strings(ScenarioReader::field(provider, "clientIds"))};
    }
  }

  // ---- policies

  PolicyPtr read_policy(const Located& at, PolicyKind kind, const std::string& name, const std::string& owner, bool is_managed = false) {
    PolicySource source;
    source.pointer = at.pointer;
    source.name = name;
    source.owner = owner;
    if (scenario_.policies.size() >= limits::policies) {
      if (!too_many_policies_) reader_.error(at, MessageId::scenario_too_many_policies, {std::to_string(limits::policies)});
      too_many_policies_ = true;
      return nullptr;
    }
    scenario_.policies.push_back({at.pointer, kind, is_managed, name, owner, at.value->is(json::Kind::string), at.value->span});
    PolicyReading reading = read_policy_value(*at.value, std::move(source), kind, &scenario_.world);
    for (Diagnostic& diagnostic : reading.diagnostics) reader_.add(std::move(diagnostic));
    if (reading.policy) stored_.push_back({reading.policy, kind, owner});
    return reading.policy;
  }

  Policies read_policies(const Located& at, PolicyKind kind, const std::string& owner) {
    Policies policies;
    for (const auto& [name, policy] : reader_.map(at)) {
      if (PolicyPtr read = read_policy(policy, kind, name, owner)) policies[name] = std::move(read);
    }
    return policies;
  }

  static std::string managed_arn(const Account& account, const std::string& name) {
    return make_arn({account.partition, "iam", "", account.id, "policy/" + name});
  }

  // A name in managedPolicies, or the ARN of one or of an AWS managed policy. Another account's cannot be attached.
  PolicyPtr find_managed(const Account& account, const std::string& name, const Located& at) {
    const auto arn = parse_principal_arn(name);
    const bool is_arn = arn && arn->kind == PrincipalArnKind::policy;
    if (is_arn && arn->arn.account == "aws") return find_aws_managed(account, name, at);
    const auto named = account.managed_policies.find(name);
    if (named != account.managed_policies.end()) return named->second;
    PolicyPtr policy = account.managed_policy(name);
    // Its own faults were told already.
    const bool is_told = unreadable_managed_.count(is_arn ? name : managed_arn(account, name)) != 0;
    if (!policy && !is_told) reader_.error(at, MessageId::scenario_no_such_policy, {name, account.id});
    return policy;
  }

  // Compiled once for all who have it.
  PolicyPtr find_aws_managed(const Account& account, const std::string& arn, const Located& at) {
    PolicyPtr& policy = aws_managed_[arn];
    if (!policy) policy = account.managed_policy(arn);
    const bool is_told = unreadable_managed_.count(arn) != 0;
    if (!policy && !is_told) reader_.error(at, MessageId::scenario_unshipped_policy, {arn});
    return policy;
  }

  std::vector<PolicyPtr> read_attached(const Account& account, const Located& at) {
    std::vector<PolicyPtr> attached;
    for (const Located& item : reader_.list(at)) {
      const auto name = reader_.string(item);
      if (!name) continue;
      PolicyPtr policy = find_managed(account, *name, item);
      // Attached twice is attached once.
      if (policy && std::find(attached.begin(), attached.end(), policy) == attached.end()) attached.push_back(std::move(policy));
    }
    return attached;
  }

  PolicyPtr read_boundary(const Account& account, const Located& at, const std::string& name, const std::string& owner) {
    if (!at) return nullptr;
    const Located arn = ScenarioReader::field(at, "arn");
    if (!arn || at.value->members.size() != 1) return read_policy(at, PolicyKind::boundary, name, owner);
    const auto text = reader_.string(arn);
    return text ? find_managed(account, *text, arn) : nullptr;
  }

  void read_managed(Account& account, const Located& at) {
    for (const auto& [name, policy] : reader_.map(ScenarioReader::field(at, "managedPolicies"))) {
      const std::string arn = managed_arn(account, name);
      PolicyPtr read = read_policy(policy, PolicyKind::identity, name, arn, true);
      if (read) account.managed_policies[name] = std::move(read);
      else unreadable_managed_.insert(arn);
    }
  }

  // Documents of AWS's own policies that the scenario brings along.
  void read_aws_managed(const Located& document) {
    auto read = std::make_shared<AwsManagedPolicies>();
    for (const auto& [arn, at] : reader_.map(ScenarioReader::field(document, "awsManagedPolicies"))) {
      const auto principal = parse_principal_arn(arn);
      if (!principal || principal->kind != PrincipalArnKind::policy || principal->arn.account != "aws") {
        reader_.error(at, MessageId::scenario_bad_aws_policy_arn, {arn});
        continue;
      }
      PolicyPtr policy = read_policy(at, PolicyKind::identity, std::string(principal->name), arn, true);
      if (policy) (*read)[arn] = std::move(policy);
      else unreadable_managed_.insert(arn);
    }
    brought_along_ = std::move(read);
  }

  void read_endpoint(const Account& account, const std::string& id, const Located& at) {
    if (!reader_.fields(at, format::Object::vpc_endpoint)) return;
    VpcEndpoint endpoint;
    endpoint.id = id;
    endpoint.vpc = reader_.string_field(at, "vpc", "");
    endpoint.account = account.id;
    if (const Located policy = ScenarioReader::field(at, "policy")) endpoint.policy = read_policy(policy, PolicyKind::vpc_endpoint, id, id);
    (*endpoints_)[id] = std::move(endpoint);
  }

  void read_account_policies(Account& account, const Located& at) {
    read_managed(account, at);
    for (const auto& [name, group_at] : reader_.map(ScenarioReader::field(at, "groups"))) {
      const auto group = account.groups.find(name);
      if (group == account.groups.end()) continue;
      const std::string arn = make_arn({account.partition, "iam", "", account.id, "group" + group->second.path + name});
      group->second.policies = read_policies(ScenarioReader::field(group_at, "policies"), PolicyKind::identity, arn);
      group->second.attached = read_attached(account, ScenarioReader::field(group_at, "attached"));
    }
    for (const auto& [name, user_at] : reader_.map(ScenarioReader::field(at, "users"))) {
      const auto found = account.users.find(name);
      if (found != account.users.end()) read_user_policies(account, found->second, user_at);
    }
    for (const auto& [name, role_at] : reader_.map(ScenarioReader::field(at, "roles"))) {
      const auto found = account.roles.find(name);
      if (found != account.roles.end()) read_role_policies(account, found->second, role_at);
    }
    for (const auto& [arn, resource] : reader_.map(ScenarioReader::field(at, "resources"))) read_resource(account, arn, resource);
    for (const auto& [id, endpoint] : reader_.map(ScenarioReader::field(at, "vpcEndpoints"))) read_endpoint(account, id, endpoint);
  }

  void read_user_policies(const Account& account, User& user, const Located& at) {
    user.policies = read_policies(ScenarioReader::field(at, "policies"), PolicyKind::identity, user.arn);
    user.attached = read_attached(account, ScenarioReader::field(at, "attached"));
    user.boundary = read_boundary(account, ScenarioReader::field(at, "boundary"), user.name, user.arn);
    for (const Located& group : reader_.list(ScenarioReader::field(at, "groups"))) {
      if (group.value->is(json::Kind::string) && account.groups.count(group.value->text) == 0) {
        reader_.error(group, MessageId::scenario_no_such_group, {group.value->text, account.id});
      }
    }
  }

  void read_role_policies(const Account& account, Role& role, const Located& at) {
    if (const Located trust = ScenarioReader::field(at, "trust")) role.trust = read_policy(trust, PolicyKind::trust, role.name, role.arn);
    role.policies = read_policies(ScenarioReader::field(at, "policies"), PolicyKind::identity, role.arn);
    role.attached = read_attached(account, ScenarioReader::field(at, "attached"));
    role.boundary = read_boundary(account, ScenarioReader::field(at, "boundary"), role.name, role.arn);
  }

  void read_resource(Account& account, const std::string& arn, const Located& at) {
    if (!parse_arn(arn)) return reader_.error(at, MessageId::scenario_bad_arn, {arn});
    if (!reader_.fields(at, format::Object::resource)) return;
    Resource resource;
    resource.arn = arn;
    resource.tags = reader_.tags(ScenarioReader::field(at, "tags"));
    if (const Located policy = ScenarioReader::field(at, "policy")) resource.policy = read_policy(policy, PolicyKind::resource, arn, arn);
    account.resources[arn] = std::move(resource);
  }

  // ---- organizations

  void read_root_features(Organization& organization, const Located& at) {
    organization.root_credentials_management = organization.root_sessions = !at;
    for (const Located& item : reader_.list(at)) {
      const auto feature = read_choice(item, format::Source::root_feature);
      if (feature == format::root_credentials_management) organization.root_credentials_management = true;
      if (feature == format::root_sessions) organization.root_sessions = true;
    }
  }

  void read_organization(const std::string& id, const Located& at) {
    if (!reader_.fields(at, format::Object::organization)) return;
    auto organization = std::make_shared<Organization>();
    organization->id = id;
    reader_.require(at, format::Object::organization);
    organization->management_account = reader_.string_field(at, "managementAccount", "");
    if (const Located access = ScenarioReader::field(at, "centralizedRootAccess")) {
      reader_.fields(access, format::Object::centralized_root_access);
      organization->centralized_root_access = true;
      read_root_features(*organization, ScenarioReader::field(access, "features"));
      organization->delegated_administrator = reader_.string_field(access, "delegatedAdministrator", "");
    }
    if (const Located root = ScenarioReader::field(at, "root")) {
      reader_.fields(root, format::Object::root);
      organization->root = reader_.string_field(root, "id", "r-root");
      read_unit(*organization, organization->root, root, {}, 0);
    }
    scenario_.world.organizations.push_back(std::move(organization));
  }

  OrganizationLevel read_level(const std::string& id, const Located& at) {
    OrganizationLevel level;
    level.id = id;
    level.name = at.value->is(json::Kind::object) ? reader_.string_field(at, "name", "") : "";
    const Located scps = ScenarioReader::field(at, "scps");
    // Absent: FullAWSAccess is attached, as AWS does to every new level: orgs_manage_policies_scps.html
    level.full_access = !scps;
    for (auto& [name, policy] : read_policies(scps, PolicyKind::scp, id)) level.scps.push_back(policy);
    for (auto& [name, policy] : read_policies(ScenarioReader::field(at, "rcps"), PolicyKind::rcp, id)) level.rcps.push_back(policy);
    return level;
  }

  void add_account(Organization& organization, const std::string& id, std::vector<OrganizationLevel> levels, const Located& at) {
    if (!is_account_id(id)) return reader_.error(at, MessageId::scenario_bad_account, {id});
    if (!placed_accounts_.insert(id).second) return reader_.error(at, MessageId::scenario_account_twice, {id});
    organization.accounts[id] = std::move(levels);
  }

  // The root or a unit; `above`: the levels over it.
  void read_unit(Organization& organization, const std::string& id, const Located& at, std::vector<OrganizationLevel> above,
                 std::size_t depth) {
    if (depth > limits::organization_depth) {
      return reader_.error(at, MessageId::scenario_units_too_deep, {std::to_string(limits::organization_depth)});
    }
    above.push_back(read_level(id, at));
    const Located accounts = ScenarioReader::field(at, "accounts");
    if (accounts && accounts.value->is(json::Kind::object)) {
      for (const auto& [account, account_at] : reader_.map(accounts)) {
        if (!reader_.fields(account_at, format::Object::attachment)) continue;
        auto levels = above;
        levels.push_back(read_level(account, account_at));
        add_account(organization, account, std::move(levels), account_at);
      }
    } else {
      for (const Located& item : reader_.list(accounts)) {
        const auto account = reader_.string(item);
        if (!account) continue;
        auto levels = above;
        OrganizationLevel own;
        own.id = *account;
        own.full_access = true;
        levels.push_back(std::move(own));
        add_account(organization, *account, std::move(levels), item);
      }
    }
    for (const auto& [unit, unit_at] : reader_.map(ScenarioReader::field(at, "units"))) {
      if (reader_.fields(unit_at, format::Object::unit)) read_unit(organization, unit, unit_at, above, depth + 1);
    }
  }

  // ---- what IAM would refuse

  // Old policies keep working, so the policy is judged as written; the warning says what IAM would say today.
  void warn_of_refused_policies() {
    for (const Stored& stored : stored_) {
      const PolicySource& source = stored.policy->source;
      for (Diagnostic& diagnostic : check_placement(stored.policy->document, stored.kind, source.pointer, source.text)) {
        reader_.add(std::move(diagnostic));
      }
      if (stored.kind != PolicyKind::trust && stored.kind != PolicyKind::identity) continue;
      for (const iam::PolicyFault& fault :
           iam::check_stored_policy(stored.policy->document, stored.kind, source.quota_characters, scenario_.world, source.owner, "")) {
        Diagnostic diagnostic{Severity::warning, Message(MessageId::policy_refused_by_iam, {fault.error.code, fault.error.message}),
                              source.pointer, fault.span, source.text};
        diagnostic.detail = fault.reason;
        reader_.add(std::move(diagnostic));
      }
    }
  }

  struct Stored {
    PolicyPtr policy;
    PolicyKind kind;
    std::string owner;
  };

  ScenarioReader& reader_;
  Scenario& scenario_;
  std::map<std::string, std::shared_ptr<Account>> accounts_;
  std::set<std::string> unreadable_managed_;  // ARNs
  std::set<std::string> placed_accounts_;
  bool too_many_policies_ = false;
  std::map<std::string, PolicyPtr> aws_managed_;  // by ARN
  std::shared_ptr<const AwsManagedPolicies> brought_along_;
  std::shared_ptr<VpcEndpoints> endpoints_ = std::make_shared<VpcEndpoints>();
  std::vector<Stored> stored_;
};

}  // namespace

void read_world(ScenarioReader& reader, const Located& document, Scenario& scenario) { WorldReader(reader, scenario).read(document); }

}  // namespace sts_playground
