// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
#include <algorithm>

#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t user_seconds = 43200;
constexpr std::int64_t root_seconds = 3600;  // a longer request of root silently becomes this

std::optional<CallResult> check(const World& world, const Call& call) {
  if (call.caller.kind == CallerKind::anonymous) {
    return refuse(to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (call.caller.kind == CallerKind::service)
    return deny(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::service_may_not_call, {call.operation}));
  if (auto error = check_region(world, call, call.caller.account)) return refuse(std::move(*error));
  if (auto error = check_parameters(call)) return refuse(std::move(*error));
  if (call.session)
    return deny(std::string(aws_errors::session_token_by_session), Message(MessageId::needs_long_term_keys, {call.operation}));
  return std::nullopt;
}

}  // namespace

// No policy can allow or deny this operation: id_credentials_temp_control-access_getsessiontoken.html
CallResult get_session_token(const World& world, const Call& call) {
  if (auto refused = check(world, call)) return std::move(*refused);
  MfaCheck mfa = check_mfa(world, call);
  if (mfa.error) return refuse(std::move(*mfa.error), std::move(mfa.reason));
  CallResult result;
  result.context = derive_context(world, call, "*");
  apply_given_keys(result.context, call);
  result.notes.emplace_back(MessageId::no_permission_needed, std::vector<std::string>{call.operation});
  if (mfa.used) result.events.emplace_back(MfaCodeUsed{*call.parameters.string("SerialNumber"), mfa.period});

  const bool root = call.caller.kind == CallerKind::root;
  std::int64_t seconds = call.parameters.integer("DurationSeconds").value_or(root ? root_seconds : user_seconds);
  if (root && seconds > root_seconds) {
    result.notes.emplace_back(MessageId::root_session_is_capped, std::vector<std::string>{std::to_string(seconds)});
    seconds = root_seconds;
  }
  Session session;
  session.kind = SessionKind::session_token;
  session.account = call.caller.account;
  session.partition = call.caller.partition;
  session.arn = call.caller.arn;
  session.principal_name = call.caller.user_name;
  session.unique_id = call.caller.unique_id;
  session.effective_tags = principal_tags(world, call.caller, nullptr);
  if (mfa.used) session.mfa_authenticated_at = call.now;
  issue_session(std::move(session), call, seconds, result);
  return result;
}

}  // namespace sts_playground::sts
