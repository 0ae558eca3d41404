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
  std::optional<PolicyPlace> place;      // of the trust policy's statement that names the caller
  std::vector<PrincipalNaming> namings;  // how the trust policy's Allow that counts names the caller
  // The Allow that counts is about this role, or at least about assuming roles: not one about everything.
  bool specific = false;
};

// RCPs and trust policy.
TrustSide role_side(const Authorization& authorization, const TrustCaller& caller);
// SCPs, identity-based policies and permissions boundary, as far as AWS asks them given what the role's side says.
TrustSide caller_side(const Authorization& authorization, const TrustCaller& caller, const TrustSide& role);

}  // namespace sts_playground
