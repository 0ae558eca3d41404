// Who may be a caller in the graph of trust: all users and roles, and whom the trust policies name.
#pragma once

#include <string_view>
#include <vector>

#include "core/trust/graph.h"

namespace sts_playground {

struct TrustCaller {
  TrustNode node;
  Caller caller;
  SessionPtr session;  // of roles: without tags, MFA and name
  std::string_view action;
  // It stands for principals that the document does not have: what they may do, and what is true of them, is not known.
  bool unknown = false;
};

// Users and roles first, account by account; then the others, by their ids.
std::vector<TrustCaller> trust_callers(const World& world, std::int64_t now);

}  // namespace sts_playground
