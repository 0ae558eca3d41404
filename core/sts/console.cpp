// Signing in to the AWS Management Console, and its Switch Role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
#include <algorithm>

#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

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

CallResult console_sign_in(const World& world, const Call& call) {
  if (call.caller.kind != CallerKind::user) {
    return refuse({"AccessDenied", 403, "Your authentication information is incorrect."}, Message(MessageId::console_wants_a_user));
  }
  CallResult result;
  result.context = derive_context(world, call, "*");
  apply_given_keys(result.context, call);
  const auto mfa = call.parameters.booleans.find("MFA");
  const bool with_mfa = mfa != call.parameters.booleans.end() && mfa->second;
  issue_session(own_session(world, call, SessionKind::console, with_mfa), call, sign_in_seconds, result);
  result.response.clear();  // the console shows no credentials
  return result;
}

// Passes no external id, tags or source identity; the session is named after the signed-in user.
CallResult console_switch_role(const World& world, const Call& original) {
  const SessionPtr sign_in = sign_in_session(world, original);
  if (!sign_in) return refuse({"AccessDenied", 403, "Sign in to the console first."}, Message(MessageId::console_wants_a_sign_in));
  if (auto error = check_parameters(original)) return refuse(std::move(*error));
  const std::string& role_arn = *original.parameters.string("RoleArn");
  if (auto error = check_role_arn(role_arn)) return refuse(std::move(*error));
  Call call = original;
  call.session = sign_in;
  call.caller = session_caller(*sign_in);
  if (auto error = check_credentials(world, call)) return refuse(std::move(*error));

  const std::string session_name = sign_in->principal_name;
  RoleRequest request;
  request.action = "sts:AssumeRole";
  request.role_arn = role_arn;
  request.role = world.role(role_arn);
  CallResult result;
  result.context = derive_context(world, call, role_arn);
  add_role_request_keys(result.context, call, request);
  result.context.set("sts:RoleSessionName", session_name);
  apply_given_keys(result.context, call);
  if (!request.role) {
    fail(result, {"AccessDenied", 403, base_denied_message(call.caller, request.action, role_arn)},
         Message(MessageId::no_such_role, {role_arn}));
    return result;
  }
  if (!authorize_role_request(world, call, request, result)) {
    fail(result, {"AccessDenied", 403, denied_message(call.caller, *first_denial(result))}, std::nullopt);
    return result;
  }
  // The newest text has the role's maximum, limited by what is left of the console session; that of 2023 had one hour. One hour is what
  // the console asks for by itself: id_roles_manage-assume.html
  Session session = role_session(*request.role, request, session_name);
  session.sign_in_session = sign_in->id;
  const std::int64_t left = sign_in->expires_at - call.now;
  const std::int64_t role_maximum = std::max(request.role->max_session_duration, switch_seconds);
  issue_session(std::move(session), call, std::min(role_maximum, left), result);
  result.response.clear();
  return result;
}

}  // namespace sts_playground::sts
