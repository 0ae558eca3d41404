#include "core/call/authorization.h"

#include <utility>

#include "core/call/context.h"
#include "core/call/layers.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"

namespace sts_playground {
namespace {

// The names of policy types in AWS's messages: troubleshoot_access-denied.html
std::string_view policy_type(LayerKind kind) {
  switch (kind) {
    case LayerKind::rcp: return "resource control policy";
    case LayerKind::scp: return "service control policy";
    case LayerKind::vpc_endpoint: return "VPC endpoint policy";
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

// Credentials of GetSessionToken without MFA and of GetFederationToken open nothing of IAM, and of STS only what their pages name:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
// IAM answers InvalidClientTokenId to them: https://github.com/hashicorp/terraform-provider-aws/issues/12111
std::optional<Refusal> check_session(const Call& call) {
  if (!call.session) return std::nullopt;
  const bool federated = call.session->kind == SessionKind::federated_user;
  const bool token = call.session->kind == SessionKind::session_token;
  if (starts_with_ignoring_case(call.operation, "iam:") && (federated || (token && !call.session->mfa_authenticated_at))) {
    return Refusal(aws_errors::invalid_client_token, Message(MessageId::session_opens_no_iam));
  }
  if (starts_with_ignoring_case(call.operation, "sts:") && (federated || token)) {
    return access_denied(base_denied_message(call.caller, call.operation, call.resource),
                         Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  return std::nullopt;
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

bool authorize_action(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                      const Role* assumed_role, CallResult& result) {
  const AuthorizationInput input = authorization_input(world, call, action, resource_arn, assumed_role);
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  return result.authorizations.back().allowed;
}

bool passes_endpoint(const World& world, const Call& call, std::string_view resource_arn, CallResult& result) {
  const AuthorizationInput input = endpoint_input(world, call, call.operation, resource_arn);
  if (input.layers.empty()) return true;
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  return result.authorizations.back().allowed;
}

const Authorization* first_denial(const CallResult& result) {
  for (const Authorization& authorization : result.authorizations) {
    if (!authorization.allowed) return &authorization;
  }
  return nullptr;
}

Refusal denial(const Caller& caller, const CallResult& result) { return access_denied(denied_message(caller, *first_denial(result))); }

CallResult authorize_only(const World& world, const Call& call) {
  if (auto refusal = check_session(call)) return std::move(*refusal);
  CallResult result;
  result.context = derive_context(world, call, call.resource);
  if (authorize_action(world, call, call.operation, call.resource, nullptr, result)) return result;
  return refuse(result, denial(call.caller, result));
}

}  // namespace sts_playground
