#include "core/call/authorization.h"

#include <utility>

#include "core/call/context.h"
#include "core/call/layers.h"
#include "core/catalog/action_keys.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
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

// Credentials of GetSessionToken without MFA and of GetFederationToken open nothing of IAM, and of STS only what their pages name:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
// IAM answers InvalidClientTokenId to them: https://github.com/hashicorp/terraform-provider-aws/issues/12111
std::optional<Refusal> check_session(const Call& call) {
  if (!call.session) return std::nullopt;
  const bool federated = call.session->kind == SessionKind::federated_user;
  const bool token = call.session->kind == SessionKind::session_token;
  if (starts_with_ignoring_case(call.operation, "iam:") && (federated || (token && !call.session->mfa_authenticated_at))) {
    return Refusal(aws_errors::invalid_client_token, Message(MessageId::session_opens_no_iam))
        .resting_on(EvidenceRule::session_opens_no_iam);
  }
  if (starts_with_ignoring_case(call.operation, "sts:") && (federated || token)) {
    return access_denied(base_denied_message(call.caller, call.operation, call.resource),
                         Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  return std::nullopt;
}

bool is_of_iam(std::string_view action) { return starts_with_ignoring_case(action, "iam:"); }

Subject subject_of(std::string_view action) {
  const ActionKeys* row = find_action_keys(action);
  return row ? row->subject : Subject::named;
}

// IAM's operations take the name of a role or user, in any letter case and without its path, and are authorised on the ARN that is stored:
// recorded 2026-09,
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_authorization.json
std::string authorized_resource(const World& world, const Call& call) {
  if (!is_of_iam(call.operation) || subject_of(call.operation) != Subject::named) return call.resource;
  const auto arn = parse_principal_arn(call.resource);
  const Account* account = arn ? world.account(arn->arn.account) : nullptr;
  if (!account) return call.resource;
  const Role* role = arn->kind == PrincipalArnKind::role ? account->role_named(arn->name) : nullptr;
  const User* user = arn->kind == PrincipalArnKind::user ? account->user_named(arn->name) : nullptr;
  return role ? role->arn : user ? user->arn : call.resource;
}

// IAM's messages name a role or user that is there as "role NAME" and "user NAME"; what a call would make, and the role of iam:PassRole,
// which another service checks, by its ARN. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/role_acquisition.json
// Observed: https://github.com/gardener/dashboard/pull/725, https://github.com/aws/aws-cdk/issues/27067
std::string resource_words(const World& world, const Call& call, std::string_view action, std::string_view resource_arn) {
  if (!is_of_iam(action) || subject_of(action) != Subject::named || subject_of(call.operation) == Subject::made) return "";
  if (const Role* role = world.role(resource_arn)) return "role " + role->name;
  if (const User* user = world.user(resource_arn)) return "user " + user->name;
  return "";
}

}  // namespace

std::string base_denied_message(const Caller& caller, std::string_view action, std::string_view resource) {
  std::string message = "User: ";
  message.append(caller.arn.empty() ? "anonymous" : caller.arn).append(" is not authorized to perform: ").append(action);
  // Actions without a resource are named without one: troubleshoot_access-denied.html. IAM writes it out. Recorded 2026-09:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_access.json
  if (resource != "*" || is_of_iam(action)) message.append(" on resource: ").append(resource);
  return message;
}

std::string denied_message(const Caller& caller, const Authorization& authorization) {
  std::string message = base_denied_message(caller, authorization.action,
                                            authorization.resource_words.empty() ? authorization.resource : authorization.resource_words);
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
  result.authorizations.back().resource_words = resource_words(world, call, action, resource_arn);
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
  const std::string resource = authorized_resource(world, call);
  result.context = derive_context(world, call, resource);
  if (authorize_action(world, call, call.operation, resource, nullptr, result)) return result;
  return refuse(result, denial(call.caller, result));
}

}  // namespace sts_playground
