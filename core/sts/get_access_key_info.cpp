// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
#include <algorithm>

#include "core/call/authorization.h"
#include "core/sts/operations.h"
#include "core/text/messages.h"

namespace sts_playground::sts {
namespace {

// The account that an access key belongs to, of a user or of a session; "" where the scenario has no such key.
std::string account_of_key(const World& world, const std::string& key) {
  for (const auto& [id, account] : world.accounts) {
    for (const auto& [name, user] : account->users) {
      if (std::find(user.access_keys.begin(), user.access_keys.end(), key) != user.access_keys.end()) return id;
    }
  }
  for (const auto& [id, session] : world.sessions) {
    if (session->access_key_id == key) return session->account;
  }
  return "";
}

}  // namespace

// Tells the account of any key, also of one that is inactive or deleted, and says nothing of whose it is. It has no resource.
CallResult get_access_key_info(const World& world, const Call& call) {
  CallResult result = authorize_only(world, call);
  if (result.refusal) return result;
  const std::string& key = *call.parameters.string("AccessKeyId");
  const std::string account = account_of_key(world, key);
  if (account.empty()) result.notes.emplace_back(MessageId::unknown_access_key, std::vector<std::string>{key});
  else result.response.push_back({"Account", account});
  return result;
}

}  // namespace sts_playground::sts
