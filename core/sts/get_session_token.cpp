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

}  // namespace

// No policy can allow or deny this operation: id_credentials_temp_control-access_getsessiontoken.html
CallResult get_session_token(const World& world, const Call& call) {
  if (auto refused = check_long_term_call(world, call, aws_errors::session_token_by_session)) return std::move(*refused);
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
  issue_session(own_session(world, call, SessionKind::session_token, mfa.used), call, seconds, result);
  return result;
}

}  // namespace sts_playground::sts
