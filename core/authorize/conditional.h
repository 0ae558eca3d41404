// Authorisation of a request of which some keys are unknown: allowed whatever they are, denied whatever they are, or conditional, and
// then on what.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/authorize/authorize.h"
#include "core/catalog/limits.h"

namespace sts_playground {

enum class Answer { allow, deny, conditional };

// A condition on which the answer depends. Its key, operator and values are the policy's.
struct ConditionNeed {
  PolicyPtr policy;
  std::size_t policy_index = 0;  // in the traces of the authorisations
  std::size_t statement = 0;
  std::size_t condition = 0;
  bool of_deny = false;  // it stands in a Deny that could match and must not; else in an Allow that must match

  const ConditionElement& written() const { return policy->document.statements[statement].conditions[condition]; }
};

// One authorisation, with the request's keys that made it so (those still unknown in `context` may be anything).
struct Completed {
  Authorization authorization;
  RequestContext context;
};

struct ConditionalAuthorization {
  Answer answer = Answer::conditional;
  // An example of each that is possible: `allowed` with allow and conditional, `denied` with deny and conditional.
  std::optional<Completed> allowed;
  std::optional<Completed> denied;
  // Of a conditional answer. Of several Allow statements that would do, those of `allowed` alone.
  std::vector<ConditionNeed> needs;
  // False: a limit was reached, or what was compared is beyond analysis (the value of an unknown key as a policy variable, a key that is
  // compared in two ways). The answer is then conditional, and an example may be missing: perhaps there is none.
  bool exact = true;
};

// Tries what the unknown keys may be, as far as the conditions on them tell the difference, and prunes wherever the rest no longer
// matters. `judgements`: how many more may be made; less afterwards.
ConditionalAuthorization authorize_conditionally(const AuthorizationInput& input, const Caller& caller, const RequestContext& context,
                                                 std::size_t& judgements);
inline ConditionalAuthorization authorize_conditionally(const AuthorizationInput& input, const Caller& caller,
                                                        const RequestContext& context) {
  std::size_t judgements = limits::unknown_judgements;
  return authorize_conditionally(input, caller, context, judgements);
}

}  // namespace sts_playground
