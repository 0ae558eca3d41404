// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/sts/operations.h"
#include "core/text/messages.h"

namespace sts_playground::sts {

// Needs no permission, and an explicit Deny has no effect on it.
CallResult get_caller_identity(const World& world, const Call& call) {
  CallResult result;
  result.context = derive_context(world, call, "*");
  if (!passes_endpoint(world, call, "*", result)) return refuse(result, denial(call.caller, result));
  result.notes.emplace_back(MessageId::no_permission_needed, std::vector<std::string>{call.operation});
  result.response.push_back({"UserId", call.caller.user_id});
  result.response.push_back({"Account", call.caller.account});
  result.response.push_back({"Arn", call.caller.arn});
  return result;
}

}  // namespace sts_playground::sts
