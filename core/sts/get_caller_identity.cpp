// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/world/principal.h"

namespace sts_playground::sts {

// Needs no permission, an explicit Deny has no effect on it, and it answers where STS is not active:
// https://github.com/aws/aws-sdk-go-v2/issues/2846
CallResult get_caller_identity(const World& world, const Call& call) {
  if (call.caller.kind == CallerKind::anonymous) {
    return refuse(to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (call.caller.kind == CallerKind::service)
    return deny(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::service_may_not_call, {call.operation}));
  CallResult result;
  result.context = derive_context(world, call, "*");
  apply_given_keys(result.context, call);
  result.notes.emplace_back(MessageId::no_permission_needed, std::vector<std::string>{call.operation});
  result.response.push_back({"UserId", call.caller.user_id});
  result.response.push_back({"Account", call.caller.account});
  result.response.push_back({"Arn", call.caller.arn});
  return result;
}

}  // namespace sts_playground::sts
