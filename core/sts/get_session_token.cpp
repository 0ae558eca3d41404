// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
#include <utility>

#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/sts/mfa.h"
#include "core/sts/operations.h"
#include "core/sts/sessions.h"
#include "core/text/messages.h"

namespace sts_playground::sts {

// No policy can allow or deny this operation: id_credentials_temp_control-access_getsessiontoken.html
CallResult get_session_token(const World& world, const Call& call) {
  auto mfa = check_mfa(world, call);
  if (mfa.refused()) return std::move(mfa.refusal());
  CallResult result;
  result.context = derive_context(world, call, "*");
  if (!passes_endpoint(world, call, "*", result)) return refuse(result, denial(call.caller, result));
  result.notes.emplace_back(MessageId::no_permission_needed, std::vector<std::string>{call.operation});
  if (*mfa) result.events.emplace_back(**mfa);
  const std::int64_t seconds = own_seconds(call, result);
  issue_session(own_session(world, call, SessionKind::session_token, mfa->has_value()), call, seconds, result);
  return result;
}

}  // namespace sts_playground::sts
