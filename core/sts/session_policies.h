// Session policies: read, and weighed together with the session's tags.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/call/call.h"

namespace sts_playground::sts {

struct SessionPolicies {
  std::vector<PolicyPtr> policies;
  bool given = false;
  std::size_t characters = 0;  // inline document and ARNs together
};
// Reads Policy and PolicyArns of a call. `account`: whose managed policies the ARNs may name.
Checked<SessionPolicies> read_session_policies(const World& world, const Call& call, std::string_view account);
// An estimate of PackedPolicySize in percent: AWS does not publish how it packs. See the function for what it is calibrated against.
int estimate_packed_size(const SessionPolicies& policies, const Tags& tags);
std::optional<Refusal> check_packed_size(const SessionPolicies& policies, const Tags& tags);

}  // namespace sts_playground::sts
