// What the two sides of a bare call say: the role's, and the caller's. Read from the trace of one authorisation.
#pragma once

#include <optional>
#include <vector>

#include "core/assist/trust_callers.h"
#include "core/authorize/authorize.h"

namespace sts_playground {

struct TrustSide {
  TrustVerdict verdict = TrustVerdict::allow;
  std::vector<TrustNeed> needs;
  std::optional<PolicyPlace> place;  // of the trust policy's statement that names the caller
  // How the trust policy's Allow that counts names the caller: at all, as itself (not by its account or as everyone), and whether that
  // is enough within one account, without a boundary and with one that does not allow.
  bool named = false;
  bool named_itself = false;
  bool grants = false;
  bool grants_past_boundary = false;
  // The Allow that counts is about this role, or at least about assuming roles: not one about everything.
  bool specific = false;
};

// RCPs and trust policy.
TrustSide role_side(const Authorization& authorization, const TrustCaller& caller);
// SCPs, identity-based policies and permissions boundary, as far as AWS asks them given what the role's side says.
TrustSide caller_side(const Authorization& authorization, const TrustCaller& caller, const TrustSide& role);

}  // namespace sts_playground
