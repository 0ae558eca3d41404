// Session policies.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/call/call.h"

namespace sts_playground::sts {

struct SessionPolicies {
  std::vector<PolicyPtr> policies;   // the inline one, and AWS managed ones
  std::vector<std::string> managed;  // ARNs of the account's own
  std::string text;                  // of the inline document, and the ARNs: what a token carries of them
  bool given = false;
  std::size_t characters = 0;  // inline document and ARNs together
};
// Reads Policy and PolicyArns of a call. `account`: whose managed policies the ARNs may name.
Checked<SessionPolicies> read_session_policies(const World& world, const Call& call, std::string_view account);

}  // namespace sts_playground::sts
