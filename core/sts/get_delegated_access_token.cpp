// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html
#include "core/call/authorization.h"
#include "core/sts/operations.h"
#include "core/text/messages.h"

namespace sts_playground::sts {

// Authorised only: where trade-in tokens come from is outside of the model.
CallResult get_delegated_access_token(const World& world, const Call& call) {
  CallResult result = authorize_only(world, call);
  if (!result.refusal) result.notes.emplace_back(MessageId::trade_in_not_modelled);
  return result;
}

}  // namespace sts_playground::sts
