// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
#include <utility>

#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/sts/mfa.h"
#include "core/sts/operations.h"
#include "core/sts/session_tokens.h"
#include "core/sts/sessions.h"
#include "core/text/messages.h"

namespace sts_playground::sts {

// No policy can allow or deny this operation: id_credentials_temp_control-access_getsessiontoken.html
CallResult get_session_token(const World& world, const Call& call) {
  MfaCheck mfa = check_mfa(world, call);
  CallResult result;
  // Told first, and so the reason, where the call is allowed.
  if (!mfa.refusal) result.notes.emplace_back(MessageId::no_permission_needed, std::vector<std::string>{call.operation});
  note_mfa(mfa, result);
  if (mfa.refusal) return refuse(result, std::move(*mfa.refusal));
  result.context = derive_context(world, call, "*");
  if (!passes_endpoint(world, call, "*", result)) return refuse(result, denial(call.caller, result));
  const std::int64_t seconds = own_seconds(call, result);
  issue_session(world, own_session(world, call, SessionKind::session_token, mfa.passed), call, seconds, result);
  add_session_token(session_token(world, call, TokenContents()), result);
  return result;
}

}  // namespace sts_playground::sts
