// Does a request's value satisfy a condition? One operator, one key.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#pragma once

#include "core/evaluate/judge.h"

namespace sts_playground {

struct ConditionResult {
  Outcome outcome = Outcome::no_match;
  ConditionReason reason = ConditionReason::value_differs;
};

ConditionResult evaluate_condition(const CompiledCondition& condition, const RequestContext& context);

}  // namespace sts_playground
