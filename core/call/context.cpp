#include "core/call/context.h"

#include <utility>

#include "core/call/callers.h"
#include "core/catalog/condition_keys.h"
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
  if (!call.session) return;
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

// Lays the step's `context` over the other keys, telling what it overrides.
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

RequestContext derive_context(const World& world, const Call& call, std::string_view resource_arn, const RequestContext& own) {
  RequestContext context;
  add_principal_keys(context, world, call);
  add_session_keys(context, call);
  add_request_keys(context, call);
  add_resource_keys(context, world, call, resource_arn);
  for (const ContextEntry& entry : own.entries()) context.set(entry.key, entry.values, entry.multivalued, entry.origin);
  apply_given_keys(context, call);
  return context;
}

}  // namespace sts_playground
