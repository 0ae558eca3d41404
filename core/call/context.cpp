#include "core/call/context.h"

#include <set>
#include <utility>

#include "core/call/callers.h"
#include "core/catalog/action_keys.h"
#include "core/catalog/condition_keys.h"
#include "core/catalog/regions.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

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

void add_organization_keys(RequestContext& context, const World& world, std::string_view account, const std::string& prefix) {
  const Organization* organization = world.organization_of(account);
  if (!organization) return;
  context.set(prefix + "OrgID", organization->id);
  context.set_list(prefix + "OrgPaths", {world.organization_path(account)});
}

// Calls of AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: no principal of AWS stands behind them, and aws:PrincipalArn
// and the keys of an organization are absent. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws-trust.json and
// saml_trust_aws.json, saml_userid_aws.json above it. There the provider's account was the role's as well. A provider that is built into
// AWS has no ARN: its name, and the account of the role, are inferred.
void add_federated_keys(RequestContext& context, const Caller& caller, std::string_view resource_arn) {
  const auto provider = parse_arn(caller.provider);
  const auto resource = parse_arn(resource_arn);
  context.set("aws:PrincipalType", "User");
  if (!caller.provider.empty()) context.set("aws:userid", caller.provider);
  if (provider) context.set("aws:PrincipalAccount", std::string(provider->account));
  else if (resource) context.set("aws:PrincipalAccount", std::string(resource->account));
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
void add_principal_keys(RequestContext& context, const World& world, const Call& call, std::string_view resource_arn) {
  const Caller& caller = call.caller;
  if (caller.kind == CallerKind::service) {
    // A service is of the type User. Recorded for EventBridge:
    // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/eventbridge/principal_types.json
    context.set("aws:PrincipalType", "User");
    context.set("aws:PrincipalIsAWSService", "true");
    context.set("aws:PrincipalServiceName", caller.service);
    context.set_list("aws:PrincipalServiceNamesList", {caller.service});
    return;
  }
  if (caller.kind == CallerKind::federated) return add_federated_keys(context, caller, resource_arn);
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
void add_session_keys(RequestContext& context, const World& world, const Call& call) {
  if (!call.session) return;
  const Session& session = *call.session;
  std::optional<std::int64_t> mfa_at = session.mfa_authenticated_at;
  if (session.caller_mfa_at) {
    context.ask(Dispute::mfa_after_assume_role);
    if (world.disputed.observed(Dispute::mfa_after_assume_role)) mfa_at = session.caller_mfa_at;
  }
  context.set("aws:TokenIssueTime", format_iso(session.issued_at));
  // Temporary credentials carry the MFA key also where no MFA was used, with the value false. That a role session has it and that it
  // is false is observed only: https://github.com/aws/aws-sdk-java-v2/issues/2554. Other reports say that MFA of GetSessionToken is
  // carried into the role session, which the documentation denies (id_credentials_mfa_configure-api-require.html): catalog/disputed.cpp
  context.set("aws:MultiFactorAuthPresent", mfa_at ? "true" : "false");
  if (mfa_at) context.set("aws:MultiFactorAuthAge", std::to_string(call.now - *mfa_at));
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
  // IAM has one endpoint in a partition: reference_policies_condition-keys.html#condition-keys-requestedregion
  const bool of_iam = starts_with_ignoring_case(call.operation, "iam:") && call.caller.partition == "aws";
  context.set("aws:RequestedRegion", call.region == global_endpoint || of_iam ? std::string(home_region("aws")) : call.region);
}

// The tags of a request. Of a key that is given twice the last value counts, and aws:TagKeys holds every spelling of it:
// recorded 2026-09 and (the spellings) inferred from it,
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/tag_inputs.json
void add_request_tags(RequestContext& context, const std::vector<Tag>& tags) {
  std::vector<std::string> keys;
  std::set<std::string_view> seen;
  for (const Tag& tag : tags) {
    context.set("aws:RequestTag/" + tag.key, tag.value);
    if (seen.insert(tag.key).second) keys.push_back(tag.key);
  }
  if (!keys.empty()) context.set_list("aws:TagKeys", std::move(keys));
}

// A boundary is a managed policy; one that the scenario writes down where it is set has no ARN of its own, and gets one.
std::string boundary_arn(const Policy& boundary, std::string_view principal_arn) {
  const auto owner = parse_principal_arn(boundary.source.owner);
  if (owner && owner->kind == PrincipalArnKind::policy) return boundary.source.owner;
  const auto principal = parse_principal_arn(principal_arn);
  if (!principal) return "";
  return make_arn({principal->arn.partition, "iam", "", principal->arn.account, "policy/boundary-of-" + std::string(principal->name)});
}

const Policy* boundary_of(const World& world, std::string_view principal_arn) {
  if (const Role* role = world.role(principal_arn)) return role->boundary.get();
  if (const User* user = world.user(principal_arn)) return user->boundary.get();
  return nullptr;
}

// The keys that the action takes from its own parameters and from what it is about: catalog/action_keys.h
void add_action_keys(RequestContext& context, const World& world, const Call& call, std::string_view resource_arn) {
  const ActionKeys* row = find_action_keys(call.operation);
  if (!row) return;
  if (row->tags && call.parameters.tags) add_request_tags(context, *call.parameters.tags);
  const std::vector<std::string>* keys = row->tag_keys ? call.parameters.list("TagKeys") : nullptr;
  if (keys && !keys->empty()) context.set_list("aws:TagKeys", *keys);
  const std::string* policy = row->policy_arn ? call.parameters.string("PolicyArn") : nullptr;
  if (policy) context.set("iam:PolicyARN", *policy);
  if (row->boundary == BoundaryKey::of_request) {
    if (const std::string* boundary = call.parameters.string("PermissionsBoundary")) context.set("iam:PermissionsBoundary", *boundary);
  } else if (row->boundary == BoundaryKey::of_target) {
    const Policy* boundary = boundary_of(world, resource_arn);
    if (boundary) context.set("iam:PermissionsBoundary", boundary_arn(*boundary, resource_arn));
  }
}

const std::vector<Tag>* provider_tags(const World& world, std::string_view provider_arn) {
  const auto arn = parse_arn(provider_arn);
  const Account* account = arn && arn->service == "iam" ? world.account(arn->account) : nullptr;
  if (!account) return nullptr;
  const auto found = account->provider_tags.find(std::string(provider_arn));
  return found == account->provider_tags.end() ? nullptr : &found->second;
}

// The tags of a bucket are there for policies only where the bucket has attribute-based access control, which a new bucket has not. Where
// it has, the step's context gives aws:ResourceTag/... Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/s3/abac_authorization_replay.json
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html
bool keeps_tags_from_policies(std::string_view resource_arn) {
  const auto arn = parse_arn(resource_arn);
  return arn && arn->service == "s3" && arn->region.empty() && arn->account.empty();
}

// The VPC of the endpoint that the call comes through, unless the scenario gives it as well.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc
void add_network_keys(RequestContext& context, const World& world, const Call& call) {
  const VpcEndpoint* endpoint = endpoint_of(world, call);
  if (!endpoint || endpoint->vpc.empty()) return;
  for (const GivenKey& given : call.given) {
    const bool same = equals_ignoring_case(given.key, "aws:SourceVpc") && given.values.size() == 1 && given.values.front() == endpoint->vpc;
    if (same) return;
  }
  context.set("aws:SourceVpc", endpoint->vpc);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
void add_resource_keys(RequestContext& context, const World& world, const Call& call, std::string_view resource_arn) {
  if (!parse_arn(resource_arn)) return;
  const std::string account = resource_account(world, resource_arn, call.caller);
  if (!account.empty()) {
    context.set("aws:ResourceAccount", account);
    add_organization_keys(context, world, account, "aws:Resource");
  }
  const auto add_tags = [&](const auto& tags, bool of_iam) {
    for (const Tag& tag : tags) {
      context.set("aws:ResourceTag/" + tag.key, tag.value);
      if (of_iam) context.set("iam:ResourceTag/" + tag.key, tag.value);
    }
  };
  if (const Role* role = world.role(resource_arn)) {
    add_tags(role->tags, true);
  } else if (const User* user = world.user(resource_arn)) {
    add_tags(user->tags, true);
  } else if (const std::vector<Tag>* tags = provider_tags(world, resource_arn)) {
    add_tags(*tags, false);
  } else if (const auto owned = world.owner_of(resource_arn); owned.resource && !keeps_tags_from_policies(resource_arn)) {
    add_tags(owned.resource->tags, false);
  }
}

const GivenKey* find_given(const Call& call, std::string_view key) {
  for (const GivenKey& given : call.given) {
    if (equals_ignoring_case(given.key, key)) return given.removed || given.values.empty() ? nullptr : &given;
  }
  return nullptr;
}

// aws:SourceOrgID and aws:SourceOrgPaths of a service's call are those of aws:SourceAccount, where the document has that account.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceorgid
void add_source_keys(RequestContext& context, const World& world, const Call& call) {
  const GivenKey* account = call.caller.kind == CallerKind::service ? find_given(call, "aws:SourceAccount") : nullptr;
  const bool is_told = find_given(call, "aws:SourceOrgID") || find_given(call, "aws:SourceOrgPaths");
  if (account && !is_told) add_organization_keys(context, world, account->values.front(), "aws:Source");
}

bool is_forwarded(const Call& call) {
  return find_given(call, "aws:CalledVia") || find_given(call, "aws:CalledViaFirst") || find_given(call, "aws:CalledViaLast");
}

// Keys of which only the scenario knows what a forwarded call has.
bool tells_of_forwarding(const Call& call, std::string_view key) {
  for (const std::string_view row : {"aws:CalledViaFirst", "aws:CalledViaLast", "kms:ViaService"}) {
    if (equals_ignoring_case(row, key)) return true;
  }
  return equals_ignoring_case(key, "aws:ViaAWSService") && is_forwarded(call);
}

// A call that a service forwards carries the whole chain; what follows from what the scenario gives of it need not be given.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvia
// Recorded for SQS that calls KMS: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/sqs/
// forwarding.json
void add_forwarding_keys(RequestContext& context, const Call& call) {
  const GivenKey* chain = find_given(call, "aws:CalledVia");
  const GivenKey* last = find_given(call, "aws:CalledViaLast");
  if (!is_forwarded(call)) return;
  if (!find_given(call, "aws:ViaAWSService")) context.set("aws:ViaAWSService", "true");
  if (chain && !find_given(call, "aws:CalledViaFirst")) context.set("aws:CalledViaFirst", chain->values.front());
  if (chain && !last) context.set("aws:CalledViaLast", chain->values.back());
}

// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account and #conditions-kms-via-service:
// direct calls have no kms:ViaService. That its Region is the call's is inferred: services call KMS in their own Region.
void add_kms_keys(RequestContext& context, const Call& call) {
  if (!starts_with_ignoring_case(call.operation, "kms:")) return;
  if (call.caller.has_account()) context.set("kms:CallerAccount", call.caller.account);
  const std::string_view last = context.variable("aws:CalledViaLast");
  const GivenKey* given = find_given(call, "aws:CalledViaLast");
  const std::string service(given ? std::string_view(given->values.front()) : last);
  const std::size_t dot = service.find(".amazonaws.com");
  if (dot == std::string::npos || find_given(call, "kms:ViaService")) return;
  context.set("kms:ViaService", service.substr(0, dot) + "." + call.region + service.substr(dot));
}

// Lays the step's `context` over the other keys, telling what it overrides.
void apply_given_keys(RequestContext& context, const Call& call) {
  for (const GivenKey& given : call.given) {
    const ConditionKeyRow* row = find_condition_key(given.key);
    // What the engine determines of users and sessions, a service's call is given: the tags behind aws:PrincipalTag, say. Tags of
    // requests to other services and of resources outside the scenario are the scenario's to give.
    const bool of_tags = starts_with_ignoring_case(given.key, "aws:RequestTag/") ||
                         starts_with_ignoring_case(given.key, "aws:ResourceTag/") || equals_ignoring_case(given.key, "aws:TagKeys");
    // The parameters of a call that is authorised only stand in its context.
    const bool of_parameters =
        equals_ignoring_case(given.key, "iam:PermissionsBoundary") || equals_ignoring_case(given.key, "iam:PolicyARN");
    const bool determined = row && row->derived && call.caller.kind != CallerKind::service && !of_tags && !of_parameters;
    // Whether a call comes over TLS is the caller's situation; that it does is only our assumption.
    // So is which service forwards it.
    const bool situation = equals_ignoring_case(given.key, "aws:SecureTransport") || tells_of_forwarding(call, given.key);
    const bool derived = !situation && (determined || context.find_any(ascii_lower(given.key)) != nullptr);
    if (given.removed) {
      context.remove(given.key);
    } else {
      const bool multivalued = given.multivalued || is_list_key(given.key);
      context.set(given.key, given.values, multivalued, derived ? Origin::overridden : Origin::given);
    }
  }
}

}  // namespace

std::string resource_account(const World& world, std::string_view resource_arn, const Caller& caller) {
  const auto arn = parse_arn(resource_arn);
  // An ARN of IAM's own (AWS managed policies) has "aws" in place of an account.
  if (arn && is_account_id(arn->account)) return std::string(arn->account);
  if (arn) {
    if (const auto owned = world.owner_of(resource_arn); owned.account) return owned.account->id;
  }
  return caller.account;
}

const VpcEndpoint* endpoint_of(const World& world, const Call& call) {
  const VpcEndpoint* endpoint = nullptr;
  for (const GivenKey& given : call.given) {
    if (equals_ignoring_case(given.key, "aws:SourceVpce") && !given.values.empty()) endpoint = world.vpc_endpoint(given.values.front());
  }
  return endpoint;
}

RequestContext derive_context(const World& world, const Call& call, std::string_view resource_arn, const RequestContext& own) {
  RequestContext context;
  add_principal_keys(context, world, call, resource_arn);
  add_session_keys(context, world, call);
  add_request_keys(context, call);
  add_network_keys(context, world, call);
  add_resource_keys(context, world, call, resource_arn);
  add_action_keys(context, world, call, resource_arn);
  add_source_keys(context, world, call);
  add_forwarding_keys(context, call);
  add_kms_keys(context, call);
  context.ask(own.asked());
  for (const ContextEntry& entry : own.entries()) context.set(entry.key, entry.values, entry.multivalued, entry.origin);
  apply_given_keys(context, call);
  return context;
}

}  // namespace sts_playground
