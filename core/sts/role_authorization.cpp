#include <utility>

#include "core/sts/support.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

// The names of policy types in AWS's messages: troubleshoot_access-denied.html
std::string_view policy_type(LayerKind kind) {
  switch (kind) {
    case LayerKind::rcp: return "resource control policy";
    case LayerKind::scp: return "service control policy";
    case LayerKind::trust: return "role trust policy";
    case LayerKind::resource: return "resource-based policy";
    case LayerKind::identity: return "identity-based policy";
    case LayerKind::boundary: return "permissions boundary";
    case LayerKind::session: return "session policy";
  }
  return "policy";
}

std::string_view article(LayerKind kind) {
  switch (kind) {
    case LayerKind::trust: return "the ";
    case LayerKind::identity: return "an ";
    default: return "a ";
  }
}

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

}  // namespace

std::string base_denied_message(const Caller& caller, std::string_view action, std::string_view resource) {
  std::string message = "User: ";
  message.append(caller.arn.empty() ? "anonymous" : caller.arn).append(" is not authorized to perform: ").append(action);
  // Actions without a resource are named without one: troubleshoot_access-denied.html
  if (resource != "*") message.append(" on resource: ").append(resource);
  return message;
}

std::string denied_message(const Caller& caller, const Authorization& authorization) {
  std::string message = base_denied_message(caller, authorization.action, authorization.resource);
  if (!authorization.denied_by) return message;
  const LayerKind kind = *authorization.denied_by;
  if (authorization.explicit_deny) {
    message.append(" with an explicit deny in ").append(article(kind)).append(policy_type(kind));
  } else {
    message.append(" because no ").append(policy_type(kind)).append(" allows the ").append(authorization.action).append(" action");
  }
  return message;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-sts
void add_role_request_keys(RequestContext& context, const Call& call, const RoleRequest& request) {
  if (const std::string* external_id = call.parameters.string("ExternalId")) context.set("sts:ExternalId", *external_id);
  if (const std::string* name = call.parameters.string("RoleSessionName")) context.set("sts:RoleSessionName", *name);
  if (!request.source_identity.empty()) context.set("sts:SourceIdentity", request.source_identity);
  add_tag_keys(context, request.tags);
  std::vector<std::string> transitive = request.transitive_keys;
  for (const Tag& tag : request.inherited) transitive.push_back(tag.key);
  if (!transitive.empty()) context.set_list("sts:TransitiveTagKeys", std::move(transitive));
  // MFA of the call itself: id_credentials_mfa_configure-api-require.html
  if (request.mfa) {
    context.set("aws:MultiFactorAuthPresent", "true");
    context.set("aws:MultiFactorAuthAge", "0");
  }
}

// sts:TagSession is needed where tags are passed or handed on, sts:SetSourceIdentity where a source identity is set or handed on; each
// is authorised on its own against the same role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
bool authorize_role_request(const World& world, const Call& call, const RoleRequest& request, CallResult& result) {
  std::vector<std::string> actions = {request.action};
  if (!request.tags.empty() || !request.inherited.empty()) actions.emplace_back("sts:TagSession");
  if (!request.source_identity.empty()) actions.emplace_back("sts:SetSourceIdentity");
  bool allowed = true;
  for (const std::string& action : actions) {
    const AuthorizationInput input = authorization_input(world, call, action, request.role_arn, request.role);
    result.authorizations.push_back(authorize(input, call.caller, result.context));
    allowed = allowed && result.authorizations.back().allowed;
  }
  return allowed;
}

const Authorization* first_denial(const CallResult& result) {
  for (const Authorization& authorization : result.authorizations) {
    if (!authorization.allowed) return &authorization;
  }
  return nullptr;
}

}  // namespace sts_playground::sts
