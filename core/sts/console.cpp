// Signing in to the AWS Management Console, and its Switch Role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
#include <algorithm>
#include <utility>

#include "core/call/callers.h"
#include "core/call/context.h"
#include "core/sts/operations.h"
#include "core/sts/sessions.h"
#include "core/text/messages.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t sign_in_seconds = 43200;  // a console session ends after twelve hours: id_roles_manage-assume.html
constexpr std::int64_t switch_seconds = 3600;

// The session of the original sign-in: the console authorises with its credentials, also when a role was switched to before.
// id_roles_use_permissions-to-switch.html
SessionPtr sign_in_session(const World& world, const Call& call) {
  if (!call.session) return nullptr;
  if (call.session->kind == SessionKind::console) return call.session;
  return call.session->sign_in_session.empty() ? nullptr : world.session(call.session->sign_in_session);
}

}  // namespace

std::optional<Refusal> check_sign_in(const World&, const Call& call) {
  if (call.caller.kind == CallerKind::user) return std::nullopt;
  return access_denied("Your authentication information is incorrect.", Message(MessageId::console_wants_a_user));
}

std::optional<Refusal> check_signed_in(const World& world, const Call& call) {
  if (sign_in_session(world, call)) return std::nullopt;
  return access_denied("Sign in to the console first.", Message(MessageId::console_wants_a_sign_in));
}

CallResult console_sign_in(const World& world, const Call& call) {
  CallResult result;
  result.context = derive_context(world, call, "*");
  const auto mfa = call.parameters.booleans.find("MFA");
  const bool with_mfa = mfa != call.parameters.booleans.end() && mfa->second;
  issue_session(world, own_session(world, call, SessionKind::console, with_mfa), call, sign_in_seconds, result);
  result.response.clear();  // the console shows no credentials
  return result;
}

// Passes no external id, tags or source identity; the session is named after the signed-in user.
CallResult console_switch_role(const World& world, const Call& original) {
  Call call = original;
  call.session = sign_in_session(world, original);
  call.caller = session_caller(*call.session);
  if (auto refusal = check_credentials(world, call)) return std::move(*refusal);

  const std::string session_name = call.session->principal_name;
  SessionRequest request;
  request.action = "sts:AssumeRole";
  request.resource_arn = *call.parameters.string("RoleArn");
  request.role = world.role(request.resource_arn);
  RequestContext keys = session_request_keys(call, request);
  keys.set("sts:RoleSessionName", session_name);
  CallResult result;
  result.context = derive_context(world, call, request.resource_arn, keys);
  if (auto refusal = check_role_request(world, call, request, result)) return refuse(result, std::move(*refusal));
  // The newest text has the role's maximum, limited by what is left of the console session: id_roles_manage-assume.html. That of 2023 had
  // one hour: catalog/disputed.cpp
  Session session = requested_session(request, session_name);
  session.sign_in_session = call.session->id;
  const std::int64_t left = call.session->expires_at - call.now;
  result.context.ask(Dispute::switch_role_hour);
  const bool one_hour = world.disputed.observed(Dispute::switch_role_hour);
  const std::int64_t role_maximum = one_hour ? switch_seconds : std::max(request.role->max_session_duration, switch_seconds);
  issue_session(world, std::move(session), call, std::min(role_maximum, left), result);
  result.response.clear();
  return result;
}

}  // namespace sts_playground::sts
