// Conditions that a bare call does not meet, as what the call needs.
#pragma once

#include <string_view>

#include "core/assist/trust_callers.h"

namespace sts_playground {

// True where no call of this caller can change the key's value: it belongs to the caller or to the role.
bool is_settled(const TrustCaller& caller, std::string_view folded_key);

// The condition at `index` of a statement. `negated`: the statement is a Deny.
TrustNeed make_need(const Policy& policy, std::size_t statement, std::size_t index, bool negated);

// Where a statement stands.
PolicyPlace statement_place(const Policy& policy, std::size_t statement);

}  // namespace sts_playground
