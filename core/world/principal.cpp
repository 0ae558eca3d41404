#include "core/world/principal.h"

#include <utility>

#include "core/catalog/condition_keys.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

const User* user_behind(const World& world, const Caller& caller) {
  const bool is_user = caller.kind == CallerKind::user || caller.kind == CallerKind::session_token;
  const User* user = is_user ? world.user(caller.principal_arn) : nullptr;
  if (!user && caller.kind == CallerKind::federated_user) user = world.user(caller.parent_user_arn);
  return user && user->unique_id == caller.unique_id ? user : nullptr;
}

const Role* role_behind(const World& world, const Caller& caller) {
  const Role* role = caller.kind == CallerKind::role_session ? world.role(caller.principal_arn) : nullptr;
  return role && role->unique_id == caller.unique_id ? role : nullptr;
}

std::string_view principal_type(CallerKind kind) {
  switch (kind) {
    case CallerKind::anonymous: return "Anonymous";
    case CallerKind::root:
    case CallerKind::assumed_root: return "Account";
    case CallerKind::user:
    case CallerKind::session_token: return "User";
    case CallerKind::role_session: return "AssumedRole";
    case CallerKind::federated_user: return "FederatedUser";
    default: return "";
  }
}

bool is_temporary(const Call& call) { return call.session != nullptr; }

void add_organization_keys(RequestContext& context, const World& world, std::string_view account, const std::string& prefix) {
  const Organization* organization = world.organization_of(account);
  if (!organization) return;
  context.set(prefix + "OrgID", organization->id);
  context.set_list(prefix + "OrgPaths", {world.organization_path(account)});
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
void add_principal_keys(RequestContext& context, const World& world, const Call& call) {
  const Caller& caller = call.caller;
  if (caller.kind == CallerKind::service) {
    context.set("aws:PrincipalIsAWSService", "true");
    context.set("aws:PrincipalServiceName", caller.service);
    context.set_list("aws:PrincipalServiceNamesList", {caller.service});
    return;
  }
  // Calls of AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: no principal of AWS stands behind them.
  if (caller.kind == CallerKind::federated) return;
  context.set("aws:PrincipalType", std::string(principal_type(caller.kind)));
  context.set("aws:userid", caller.user_id);
  if (caller.kind == CallerKind::anonymous) {
    context.set("aws:PrincipalAccount", "anonymous");
    return;
  }
  context.set("aws:PrincipalIsAWSService", "false");
  context.set("aws:PrincipalArn", caller.principal_arn);
  context.set("aws:PrincipalAccount", caller.account);
  if (!caller.user_name.empty()) context.set("aws:username", caller.user_name);
  add_organization_keys(context, world, caller.account, "aws:Principal");
  for (const Tag& tag : principal_tags(world, caller, call.session.get())) context.set("aws:PrincipalTag/" + tag.key, tag.value);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-session
void add_session_keys(RequestContext& context, const Call& call) {
  if (!is_temporary(call)) return;
  const Session& session = *call.session;
  context.set("aws:TokenIssueTime", format_iso(session.issued_at));
  // Temporary credentials carry the MFA key also where no MFA was used, with the value false. That a role session has it and that it
  // is false is observed only: https://github.com/aws/aws-sdk-java-v2/issues/2554. Other reports say that MFA of GetSessionToken is
  // carried into the role session; we follow the documentation (id_credentials_mfa_configure-api-require.html): it is not.
  context.set("aws:MultiFactorAuthPresent", session.mfa_authenticated_at ? "true" : "false");
  if (session.mfa_authenticated_at) context.set("aws:MultiFactorAuthAge", std::to_string(call.now - *session.mfa_authenticated_at));
  if (!session.source_identity.empty()) context.set("aws:SourceIdentity", session.source_identity);
  if (!session.federated_provider.empty()) context.set("aws:FederatedProvider", session.federated_provider);
  if (session.kind == SessionKind::assumed_root) context.set("aws:AssumedRoot", "true");
  for (const ContextEntry& entry : session.federation_keys) context.set(entry.key, entry.values, entry.multivalued, Origin::derived);
}

void add_request_keys(RequestContext& context, const Call& call) {
  context.set("aws:CurrentTime", format_iso(call.now));
  context.set("aws:EpochTime", std::to_string(call.now));
  context.set("aws:SecureTransport", "true");
  context.set("aws:ViaAWSService", "false");
  // The global endpoint of STS counts as us-east-1, whatever Region serves it: id_credentials_temp_region-endpoints.html
  context.set("aws:RequestedRegion", call.region == "global" ? "us-east-1" : call.region);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
void add_resource_keys(RequestContext& context, const World& world, const Call& call, std::string_view resource_arn) {
  if (!parse_arn(resource_arn)) return;
  const std::string account = resource_account(world, resource_arn, call.caller);
  if (!account.empty()) {
    context.set("aws:ResourceAccount", account);
    add_organization_keys(context, world, account, "aws:Resource");
  }
  const auto add_tags = [&](const Tags& tags, bool of_iam) {
    for (const Tag& tag : tags) {
      context.set("aws:ResourceTag/" + tag.key, tag.value);
      if (of_iam) context.set("iam:ResourceTag/" + tag.key, tag.value);
    }
  };
  if (const Role* role = world.role(resource_arn)) {
    add_tags(role->tags, true);
  } else if (const User* user = world.user(resource_arn)) {
    add_tags(user->tags, true);
  } else if (const auto owned = world.owner_of(resource_arn); owned.resource) {
    add_tags(owned.resource->tags, false);
  }
}

// Services that resource control policies cover.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
bool supports_rcps(std::string_view action) {
  constexpr std::string_view services[] = {"s3",
                                           "sts",
                                           "kms",
                                           "sqs",
                                           "secretsmanager",
                                           "cognito-idp",
                                           "cognito-identity",
                                           "cognito-sync",
                                           "logs",
                                           "dynamodb",
                                           "appconfig",
                                           "appstream",
                                           "autoscaling",
                                           "codebuild",
                                           "codecommit",
                                           "comprehend",
                                           "comprehendmedical",
                                           "dax",
                                           "ecr",
                                           "health",
                                           "kinesisvideo",
                                           "aoss",
                                           "signin",
                                           "support",
                                           "textract",
                                           "transcribe",
                                           "translate"};
  // The one permission of these services that RCPs do not touch.
  if (equals_ignoring_case(action, "kms:RetireGrant")) return false;
  const std::string_view service = action.substr(0, action.find(':'));
  for (const std::string_view row : services) {
    if (equals_ignoring_case(row, service)) return true;
  }
  return false;
}

Layer absent_layer(LayerKind kind, std::string_view name, LayerAbsence absence) {
  Layer layer;
  layer.kind = kind;
  layer.name = std::string(name);
  layer.absence = absence;
  return layer;
}

LayerAbsence organization_absence(const World& world, std::string_view account) {
  const Organization* organization = world.organization_of(account);
  if (!organization) return LayerAbsence::no_organization;
  return organization->management_account == account ? LayerAbsence::management_account : LayerAbsence::none;
}

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
void add_scp_layers(std::vector<Layer>& layers, const World& world, const Caller& caller) {
  LayerAbsence absence = organization_absence(world, caller.account);
  if (caller.kind == CallerKind::service) absence = LayerAbsence::service_caller;
  if (caller.kind == CallerKind::federated) absence = LayerAbsence::federated_caller;
  if (caller.kind == CallerKind::anonymous) absence = LayerAbsence::anonymous_caller;
  if (caller.service_linked) absence = LayerAbsence::service_linked_role;
  if (absence != LayerAbsence::none) return layers.push_back(absent_layer(LayerKind::scp, caller.account, absence));
  for (const OrganizationLevel& level : *world.levels_of(caller.account)) {
    Layer layer;
    layer.kind = LayerKind::scp;
    layer.name = level.id;
    layer.policies = level.scps;
    layer.full_access = level.full_access;
    layers.push_back(std::move(layer));
  }
}

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
void add_rcp_layers(std::vector<Layer>& layers, const World& world, const Caller& caller, std::string_view account, std::string_view action,
                    const Role* assumed_role) {
  LayerAbsence absence = organization_absence(world, account);
  if (absence == LayerAbsence::none && !supports_rcps(action)) absence = LayerAbsence::unsupported_service;
  if (caller.service_linked || (assumed_role && !assumed_role->service_linked_for.empty())) absence = LayerAbsence::service_linked_role;
  if (absence != LayerAbsence::none) return layers.push_back(absent_layer(LayerKind::rcp, account, absence));
  for (const OrganizationLevel& level : *world.levels_of(account)) {
    Layer layer;
    layer.kind = LayerKind::rcp;
    layer.name = level.id;
    layer.policies = level.rcps;
    layer.full_access = true;  // RCPFullAWSAccess is attached everywhere and cannot be detached
    layers.push_back(std::move(layer));
  }
}

void append(std::vector<PolicyPtr>& out, const Policies& inline_policies, const std::vector<PolicyPtr>& attached) {
  for (const auto& [name, policy] : inline_policies) out.push_back(policy);
  out.insert(out.end(), attached.begin(), attached.end());
}

void add_user_layers(std::vector<Layer>& layers, const World& world, const Caller& caller, const User* user) {
  Layer identity;
  identity.kind = LayerKind::identity;
  identity.name = user ? user->arn : caller.principal_arn;
  if (user) {
    append(identity.policies, user->policies, user->attached);
    const Account* account = world.account(caller.account);
    for (const std::string& name : user->groups) {
      const auto group = account->groups.find(name);
      if (group != account->groups.end()) append(identity.policies, group->second.policies, group->second.attached);
    }
  }
  layers.push_back(std::move(identity));
  Layer boundary = absent_layer(LayerKind::boundary, caller.principal_arn, LayerAbsence::no_policy);
  if (user && user->boundary) {
    boundary.absence = LayerAbsence::none;
    boundary.policies.push_back(user->boundary);
  }
  layers.push_back(std::move(boundary));
}

void add_role_layers(std::vector<Layer>& layers, const Caller& caller, const Role* role) {
  Layer identity;
  identity.kind = LayerKind::identity;
  identity.name = caller.principal_arn;
  if (role) append(identity.policies, role->policies, role->attached);
  layers.push_back(std::move(identity));
  Layer boundary = absent_layer(LayerKind::boundary, caller.principal_arn, LayerAbsence::no_policy);
  if (role && role->boundary) {
    boundary.absence = LayerAbsence::none;
    boundary.policies.push_back(role->boundary);
  }
  layers.push_back(std::move(boundary));
}

void add_identity_layers(std::vector<Layer>& layers, const World& world, const Caller& caller) {
  switch (caller.kind) {
    case CallerKind::service: return layers.push_back(absent_layer(LayerKind::identity, caller.service, LayerAbsence::service_caller));
    case CallerKind::federated: return layers.push_back(absent_layer(LayerKind::identity, caller.provider, LayerAbsence::federated_caller));
    case CallerKind::anonymous: return layers.push_back(absent_layer(LayerKind::identity, "", LayerAbsence::anonymous_caller));
    case CallerKind::role_session: return add_role_layers(layers, caller, role_behind(world, caller));
    case CallerKind::root:
    case CallerKind::assumed_root: {
      Layer root = absent_layer(LayerKind::identity, caller.principal_arn, LayerAbsence::root_user);
      root.full_access = true;
      layers.push_back(std::move(root));
      return;
    }
    case CallerKind::federated_user: {
      // A federated user of the root user has the root user's access, bounded by its session policies.
      if (caller.parent_user_arn.empty()) {
        Layer root = absent_layer(LayerKind::identity, caller.principal_arn, LayerAbsence::root_user);
        root.full_access = true;
        layers.push_back(std::move(root));
        return;
      }
      return add_user_layers(layers, world, caller, user_behind(world, caller));
    }
    default: return add_user_layers(layers, world, caller, user_behind(world, caller));
  }
}

// A GetFederationToken session has this layer also without session policies, and is then denied by it:
// id_credentials_temp_control-access_getfederationtoken.html
void add_session_layer(std::vector<Layer>& layers, const Caller& caller, const Session* session) {
  Layer layer = absent_layer(LayerKind::session, session ? session->arn : caller.arn, LayerAbsence::no_policy);
  if (session && session->has_session_policies) {
    layer.absence = LayerAbsence::none;
    layer.policies = session->session_policies;
    // A task policy of AssumeRoot only denies; what it leaves is the root user's: security-iam-awsmanpol.html
    layer.full_access = session->kind == SessionKind::assumed_root;
  }
  layers.push_back(std::move(layer));
}

bool is_kms_key(std::string_view arn) {
  const auto parsed = parse_arn(arn);
  return parsed && parsed->service == "kms" && parsed->resource.substr(0, 4) == "key/";
}

}  // namespace

Caller user_caller(const User& user, const Account& account) {
  Caller caller;
  caller.kind = CallerKind::user;
  caller.account = account.id;
  caller.partition = account.partition;
  caller.arn = user.arn;
  caller.principal_arn = user.arn;
  caller.unique_id = user.unique_id;
  caller.user_id = user.unique_id;
  caller.user_name = user.name;
  return caller;
}

Caller root_caller(const Account& account) {
  Caller caller;
  caller.kind = CallerKind::root;
  caller.account = account.id;
  caller.partition = account.partition;
  caller.arn = "arn:" + account.partition + ":iam::" + account.id + ":root";
  caller.principal_arn = caller.arn;
  caller.user_id = account.id;
  return caller;
}

Caller service_caller(std::string_view service_principal) {
  Caller caller;
  caller.kind = CallerKind::service;
  caller.arn = std::string(service_principal);
  caller.service = std::string(service_principal);
  return caller;
}

Caller session_caller(const Session& session) {
  Caller caller;
  caller.account = session.account;
  caller.partition = session.partition;
  caller.arn = session.arn;
  caller.unique_id = session.unique_id;
  caller.service_linked = session.service_linked;
  const std::string root = "arn:" + session.partition + ":iam::" + session.account + ":root";
  switch (session.kind) {
    case SessionKind::role_session:
      caller.kind = CallerKind::role_session;
      caller.principal_arn = session.role_arn;
      caller.user_id = session.unique_id + ":" + session.session_name;
      break;
    case SessionKind::federated_user:
      caller.kind = CallerKind::federated_user;
      caller.principal_arn = session.arn;
      caller.user_id = session.account + ":" + session.session_name;
      caller.parent_user_arn = session.role_arn;
      break;
    case SessionKind::assumed_root:
      caller.kind = CallerKind::assumed_root;
      caller.principal_arn = root;
      caller.user_id = session.account;
      break;
    // A GetSessionToken session and a console sign-in are the user: API_GetSessionToken.html
    case SessionKind::session_token:
    case SessionKind::console:
      caller.kind = session.principal_name.empty() ? CallerKind::root : CallerKind::session_token;
      caller.principal_arn = session.arn;
      caller.user_id = session.principal_name.empty() ? session.account : session.unique_id;
      caller.user_name = session.principal_name;
      break;
  }
  return caller;
}

bool principal_still_exists(const World& world, const Session& session) {
  const Caller caller = session_caller(session);
  switch (caller.kind) {
    case CallerKind::role_session: return role_behind(world, caller) != nullptr;
    case CallerKind::session_token: return user_behind(world, caller) != nullptr;
    case CallerKind::federated_user: return caller.parent_user_arn.empty() || user_behind(world, caller) != nullptr;
    default: return true;
  }
}

Tags principal_tags(const World& world, const Caller& caller, const Session* session) {
  Tags tags;
  if (const User* user = user_behind(world, caller)) tags = user->tags;
  if (const Role* role = role_behind(world, caller)) tags = role->tags;
  if (session) {
    for (const Tag& tag : session->tags) tags.set(tag.key, tag.value);
  }
  return tags;
}

std::string resource_account(const World& world, std::string_view resource_arn, const Caller& caller) {
  const auto arn = parse_arn(resource_arn);
  // An ARN of IAM's own (AWS managed policies) has "aws" in place of an account.
  if (arn && is_account_id(arn->account)) return std::string(arn->account);
  if (arn) {
    if (const auto owned = world.owner_of(resource_arn); owned.account) return owned.account->id;
  }
  return caller.account;
}

RequestContext derive_context(const World& world, const Call& call, std::string_view resource_arn) {
  RequestContext context;
  add_principal_keys(context, world, call);
  add_session_keys(context, call);
  add_request_keys(context, call);
  add_resource_keys(context, world, call, resource_arn);
  return context;
}

void apply_given_keys(RequestContext& context, const Call& call) {
  for (const GivenKey& given : call.given) {
    const ConditionKeyRow* row = find_condition_key(given.key);
    // What the engine determines of users and sessions, a service's call is given: the tags behind aws:PrincipalTag, say. Tags of
    // requests to other services and of resources outside the scenario are the scenario's to give.
    const bool of_tags = starts_with_ignoring_case(given.key, "aws:RequestTag/") ||
                         starts_with_ignoring_case(given.key, "aws:ResourceTag/") || equals_ignoring_case(given.key, "aws:TagKeys");
    const bool determined = row && row->derived && call.caller.kind != CallerKind::service && !of_tags;
    // Whether a call comes over TLS is the caller's situation; that it does is only our assumption.
    const bool situation = equals_ignoring_case(given.key, "aws:SecureTransport");
    const bool derived = !situation && (determined || context.find_any(ascii_lower(given.key)) != nullptr);
    if (given.removed) {
      context.remove(given.key);
    } else {
      context.set(given.key, given.values, given.multivalued, derived ? Origin::overridden : Origin::given);
    }
  }
}

namespace {

// The root user of a bucket's own account may always see and change the bucket's policy, whatever it denies.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html and API_DeleteBucketPolicy.html
bool root_may_mend_bucket_policy(const World& world, const Caller& caller, std::string_view action, std::string_view resource_arn) {
  if (caller.kind != CallerKind::root && caller.kind != CallerKind::assumed_root) return false;
  bool mends = false;
  for (const std::string_view row : {"s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"}) {
    mends = mends || equals_ignoring_case(row, action);
  }
  return mends && resource_account(world, resource_arn, caller) == caller.account;
}

}  // namespace

AuthorizationInput authorization_input(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                                       const Role* assumed_role) {
  AuthorizationInput input;
  input.action = std::string(action);
  input.resource = std::string(resource_arn);
  const Caller& caller = call.caller;
  const std::string account = resource_account(world, resource_arn, caller);
  input.same_account = !caller.has_account() || account == caller.account;
  const auto arn = parse_arn(resource_arn);
  input.same_partition = !arn || !caller.has_account() || arn->partition == caller.partition;
  input.resource_side_only = !caller.has_account();

  Layer side;
  side.kind = assumed_role ? LayerKind::trust : LayerKind::resource;
  side.name = std::string(resource_arn);
  if (root_may_mend_bucket_policy(world, caller, action, resource_arn)) {
    side.absence = LayerAbsence::no_policy;
  } else if (assumed_role) {
    side.policies.push_back(assumed_role->trust);
  } else if (const auto owned = world.owner_of(resource_arn); arn && owned.resource && owned.resource->policy) {
    side.policies.push_back(owned.resource->policy);
  } else {
    side.absence = LayerAbsence::no_policy;
  }
  // A key policy must itself allow, also within its account: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
  input.resource_policy_must_allow = assumed_role != nullptr || (is_kms_key(resource_arn) && side.absence == LayerAbsence::none);
  input.layers.push_back(std::move(side));
  add_rcp_layers(input.layers, world, caller, account, action, assumed_role);
  add_scp_layers(input.layers, world, caller);
  add_identity_layers(input.layers, world, caller);
  add_session_layer(input.layers, caller, call.session.get());
  return input;
}

}  // namespace sts_playground
