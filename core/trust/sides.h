// What the two sides of a bare call say: the role's, and the caller's. Each is asked of authorize() with its own layers: the bare call,
// and where that is refused the call with every key unknown that another call could bring along.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/authorize/authorize.h"
#include "core/trust/callers.h"

namespace sts_playground {

struct BareCall {
  const TrustCaller& caller;
  AuthorizationInput input;  // both sides
  RequestContext context;    // of the bare call
};

struct TrustSide {
  TrustVerdict verdict = TrustVerdict::allow;
  std::vector<TrustNeed> needs;
  std::optional<PolicyPlace> place;  // of the trust policy's statement that names the caller
  // How the trust policy's Allow that counts names the caller: at all, and as itself (not by its account or as everyone).
  bool named = false;
  bool named_itself = false;
  bool grants = false;  // the way in which it is named needs no Allow of the caller's own policies within one account
  // The Allow that counts is about this role, or at least about assuming roles: not one about everything.
  bool specific = false;
  // The request that this side allows: the bare call's, or one that brings along what is needed. Nothing where it allows none.
  std::optional<RequestContext> allowed_with;
};

// RCPs and trust policy. `judgements`: how many more may be made for unknown keys.
TrustSide role_side(const BareCall& call, std::size_t& judgements);
// SCPs, identity-based policies and permissions boundary, as far as AWS asks them given what the role's side says.
TrustSide caller_side(const BareCall& call, const TrustSide& role, std::size_t& judgements);

}  // namespace sts_playground
