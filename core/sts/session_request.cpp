#include "core/sts/session_request.h"

#include <utility>

#include "core/call/authorization.h"
#include "core/sts/session_demands.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-sts. What an assertion says,
// sts:RequestContext/..., is the scenario's to give: it is encrypted.
void add_context_keys(RequestContext& context, const Call& call) {
  if (!call.parameters.provided_contexts) return;
  std::vector<std::string> providers;
  for (const ProvidedContext& provided : *call.parameters.provided_contexts) {
    if (provided.provider_arn) providers.push_back(*provided.provider_arn);
  }
  if (!providers.empty()) context.set_list("sts:RequestContextProviders", std::move(providers));
}

}  // namespace

void add_tag_keys(RequestContext& context, const std::vector<Tag>& tags) {
  // Without tags the key is absent: the examples of reference_policies_elements_condition_operators.html treat it so, though the page of
  // the keys calls it present where an operation supports tags.
  if (tags.empty()) return;
  std::vector<std::string> keys;
  for (const Tag& tag : tags) {
    context.set("aws:RequestTag/" + tag.key, tag.value);
    keys.push_back(tag.key);
  }
  context.set_list("aws:TagKeys", std::move(keys));
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-sts
RequestContext session_request_keys(const Call& call, const SessionRequest& request) {
  RequestContext context;
  if (const std::string* external_id = call.parameters.string("ExternalId")) context.set("sts:ExternalId", *external_id);
  if (const std::string* name = call.parameters.string("RoleSessionName")) context.set("sts:RoleSessionName", *name);
  if (!request.source_identity.empty()) context.set("sts:SourceIdentity", request.source_identity);
  add_tag_keys(context, request.tags);
  add_context_keys(context, call);
  std::vector<std::string> transitive = request.transitive_keys;
  for (const Tag& tag : request.inherited) transitive.push_back(tag.key);
  if (!transitive.empty()) context.set_list("sts:TransitiveTagKeys", std::move(transitive));
  // MFA of the call itself: id_credentials_mfa_configure-api-require.html
  if (request.mfa) {
    context.set("aws:MultiFactorAuthPresent", "true");
    context.set("aws:MultiFactorAuthAge", "0");
  }
  return context;
}

// sts:TagSession is needed where tags are passed or handed on, sts:SetSourceIdentity where a source identity is set or handed on,
// sts:SetContext where contexts are provided; each is authorised on its own against the same resource.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html (sts:SetContext)
bool authorize_session_request(const World& world, const Call& call, const SessionRequest& request, CallResult& result) {
  std::vector<std::string> actions = {request.action};
  result.demands = session_demands(world, call, request);
  for (const Demand& demand : result.demands) actions.push_back(demand.action);
  if (request.has_context) actions.emplace_back("sts:SetContext");
  bool allowed = true;
  for (const std::string& action : actions) {
    if (!authorize_action(world, call, action, request.resource_arn, request.role, result)) allowed = false;
  }
  return allowed;
}

Message no_such_role(const std::string& role_arn) {
  const auto principal = parse_principal_arn(role_arn);
  const bool is_role = principal && principal->kind == PrincipalArnKind::role;
  return Message(is_role ? MessageId::no_such_role : MessageId::role_arn_of_another_kind, {role_arn});
}

std::optional<Refusal> check_role_request(const World& world, const Call& call, const SessionRequest& request, CallResult& result) {
  if (!request.role) {
    // STS does not tell a missing role from a denied one: https://github.com/uswitch/kiam/issues/33
    return access_denied(base_denied_message(call.caller, request.action, request.resource_arn), no_such_role(request.resource_arn))
        .resting_on(EvidenceRule::missing_role_is_denied);
  }
  if (authorize_session_request(world, call, request, result)) return std::nullopt;
  return denial(call.caller, result);
}

}  // namespace sts_playground::sts
