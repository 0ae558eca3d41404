// Calls of any service's action on any resource: authorised as AWS authorises them, never performed.
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

// Credentials of GetSessionToken without MFA and of GetFederationToken open nothing of IAM, and of STS only what their pages name:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
// IAM answers InvalidClientTokenId to them: https://github.com/hashicorp/terraform-provider-aws/issues/12111
std::optional<CallResult> check_session(const Call& call) {
  if (!call.session) return std::nullopt;
  const bool federated = call.session->kind == SessionKind::federated_user;
  const bool token = call.session->kind == SessionKind::session_token;
  if (starts_with_ignoring_case(call.operation, "iam:") && (federated || (token && !call.session->mfa_authenticated_at))) {
    return refuse(to_error(aws_errors::invalid_client_token), Message(MessageId::session_opens_no_iam));
  }
  if (starts_with_ignoring_case(call.operation, "sts:") && (federated || token)) {
    return deny(base_denied_message(call.caller, call.operation, call.resource),
                Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  return std::nullopt;
}

}  // namespace

CallResult authorize_only(const World& world, const Call& call) {
  if (auto refused = check_session(call)) return std::move(*refused);
  CallResult result;
  result.context = derive_context(world, call, call.resource);
  apply_given_keys(result.context, call);
  const auto input = authorization_input(world, call, call.operation, call.resource, nullptr);
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  if (const Authorization* denial = first_denial(result)) {
    fail(result, {"AccessDenied", 403, denied_message(call.caller, *denial)});
  }
  return result;
}

}  // namespace sts_playground::sts
