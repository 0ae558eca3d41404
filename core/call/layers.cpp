#include "core/call/layers.h"

#include <utility>

#include "core/call/callers.h"
#include "core/call/context.h"
#include "core/catalog/services.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

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

// What the ARNs of an account's SCPs or RCPs begin with, as denials of 2026 write them. Recorded for RCPs, reported for SCPs:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_controls.json
std::string policy_arns(const World& world, std::string_view account_id, std::string_view type) {
  const Organization* organization = world.organization_of(account_id);
  const Account* account = world.account(account_id);
  const std::string policies = "policy/" + organization->id + "/" + std::string(type) + "/";
  return make_arn({account ? account->partition : "aws", "organizations", "", organization->management_account, policies});
}

void add_scp_levels(std::vector<Layer>& layers, const World& world, std::string_view account) {
  for (const OrganizationLevel& level : *world.levels_of(account)) {
    Layer layer;
    layer.kind = LayerKind::scp;
    layer.name = level.id;
    layer.policies = level.scps;
    layer.full_access = level.full_access;
    if (!level.scps.empty()) layer.policy_arns = policy_arns(world, account, "service_control_policy");
    layers.push_back(std::move(layer));
  }
}

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
void add_scp_layers(std::vector<Layer>& layers, const World& world, const Caller& caller) {
  LayerAbsence absence = organization_absence(world, caller.account);
  if (caller.kind == CallerKind::service) absence = LayerAbsence::service_caller;
  if (caller.kind == CallerKind::federated) absence = LayerAbsence::federated_caller;
  if (caller.kind == CallerKind::anonymous) absence = LayerAbsence::anonymous_caller;
  if (caller.service_linked) absence = LayerAbsence::service_linked_role;
  if (absence != LayerAbsence::none) return layers.push_back(absent_layer(LayerKind::scp, caller.account, absence));
  add_scp_levels(layers, world, caller.account);
}

LayerAbsence coverage_absence(RcpCoverage coverage) {
  switch (coverage) {
    case RcpCoverage::covered:
    case RcpCoverage::unsettled: return LayerAbsence::none;
    case RcpCoverage::no_resource_type: return LayerAbsence::no_resource_type;
    case RcpCoverage::exempt_action: return LayerAbsence::exempt_action;
    case RcpCoverage::other_service: return LayerAbsence::unsupported_service;
  }
  return LayerAbsence::none;
}

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
void add_rcp_layers(std::vector<Layer>& layers, const World& world, const Caller& caller, std::string_view account, std::string_view action,
                    std::string_view resource, const Role* assumed_role) {
  LayerAbsence absence = organization_absence(world, account);
  if (absence == LayerAbsence::none) absence = coverage_absence(rcp_coverage(action, resource));
  if (caller.service_linked || (assumed_role && !assumed_role->service_linked_for.empty())) absence = LayerAbsence::service_linked_role;
  if (absence != LayerAbsence::none) return layers.push_back(absent_layer(LayerKind::rcp, account, absence));
  for (const OrganizationLevel& level : *world.levels_of(account)) {
    Layer layer;
    layer.kind = LayerKind::rcp;
    layer.name = level.id;
    layer.policies = level.rcps;
    if (!level.rcps.empty()) layer.policy_arns = policy_arns(world, account, "resource_control_policy");
    layer.full_access = true;  // RCPFullAWSAccess is attached everywhere and cannot be detached
    layers.push_back(std::move(layer));
  }
}

// The policy of the VPC endpoint that the call comes through. A service's own calls come through none.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_policies.html
void add_endpoint_layer(std::vector<Layer>& layers, const World& world, const Call& call) {
  const VpcEndpoint* endpoint = call.caller.kind == CallerKind::service ? nullptr : endpoint_of(world, call);
  if (!endpoint) return;
  Layer layer;
  layer.kind = LayerKind::vpc_endpoint;
  layer.name = endpoint->id;
  layer.full_access = !endpoint->policy;
  if (endpoint->policy) layer.policies.push_back(endpoint->policy);
  layers.push_back(std::move(layer));
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
void add_session_layer(std::vector<Layer>& layers, const World& world, const Caller& caller, const Session* session) {
  Layer layer = absent_layer(LayerKind::session, session ? session->arn : caller.arn, LayerAbsence::no_policy);
  if (session && session->has_session_policies) {
    layer.absence = LayerAbsence::none;
    layer.policies = session->session_policies;
    // Managed session policies are read at each request: a new default version changes sessions that are running. Recorded:
    // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/sts/managed_session_policy.json
    const Account* account = world.account(session->account);
    for (const std::string& arn : session->managed_session_policies) {
      if (PolicyPtr policy = account ? account->managed_policy(arn) : nullptr) layer.policies.push_back(std::move(policy));
    }
    // A task policy of AssumeRoot only denies; what it leaves is the root user's: security-iam-awsmanpol.html
    layer.full_access = session->kind == SessionKind::assumed_root;
  }
  layers.push_back(std::move(layer));
}

bool is_kms_key(std::string_view arn) {
  const auto parsed = parse_arn(arn);
  return parsed && parsed->service == "kms" && parsed->resource.substr(0, 4) == "key/";
}

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
  input.disputed = world.disputed;
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
  add_rcp_layers(input.layers, world, caller, account, action, resource_arn, assumed_role);
  add_scp_layers(input.layers, world, caller);
  add_endpoint_layer(input.layers, world, call);
  add_identity_layers(input.layers, world, caller);
  add_session_layer(input.layers, world, caller, call.session.get());
  return input;
}

bool scps_would_deny(const World& world, std::string_view account, const Authorization& authorization, const RequestContext& context) {
  if (!world.levels_of(account) || authorization.caller.service_linked) return false;
  AuthorizationInput input;
  input.action = authorization.action;
  input.resource = authorization.resource;
  add_scp_levels(input.layers, world, account);
  Layer everything_else = absent_layer(LayerKind::identity, "", LayerAbsence::none);
  everything_else.full_access = true;
  input.layers.push_back(std::move(everything_else));
  return !authorize(input, authorization.caller, context).allowed;
}

AuthorizationInput endpoint_input(const World& world, const Call& call, std::string_view action, std::string_view resource_arn) {
  AuthorizationInput input;
  input.action = std::string(action);
  input.resource = std::string(resource_arn);
  add_endpoint_layer(input.layers, world, call);
  return input;
}

}  // namespace sts_playground
