// Conditions that a bare call does not meet, as what the call needs.
#pragma once

#include <string_view>

#include "core/trust/callers.h"

namespace sts_playground {

// Marks in the context of a bare call what another call of this caller could bring along or change: every key but those that belong to
// the caller or to the role.
void mark_unknown_keys(RequestContext& context, const TrustCaller& caller);

// The condition at `index` of a statement. `negated`: the statement is a Deny.
TrustNeed make_need(const Policy& policy, std::size_t statement, std::size_t index, bool negated);

// Where a statement stands.
PolicyPlace statement_place(const Policy& policy, std::size_t statement);

}  // namespace sts_playground
