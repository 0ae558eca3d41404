// Does a request's value satisfy a condition? One operator, one key.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#pragma once

#include <string_view>

#include "core/compile/compile.h"
#include "core/evaluate/request_context.h"

namespace sts_playground {

// Why a condition holds or not, for explanations. `holds` alone decides.
enum class ConditionReason {
  value_matches,         // a positive operator found an equal value
  value_differs,         // a positive operator found none
  negated_differs,       // a negated operator: no value is equal
  negated_matches,       // a negated operator: a value is equal
  key_absent,            // positive operator and no such key
  key_absent_negated,    // negated operators hold for an absent key
  key_absent_if_exists,  // ...IfExists holds for an absent key
  key_absent_for_all,    // ForAllValues holds for an absent key
  key_absent_for_any,    // ForAnyValue does not
  null_absent,           // Null: the key is absent
  null_present,          // Null: the key is present
  no_such_operator,      // the operator does not exist: the condition never holds
  no_values,             // the policy lists no values
};

struct ConditionResult {
  bool holds = false;
  ConditionReason reason = ConditionReason::value_differs;
};

ConditionResult evaluate_condition(const CompiledCondition& condition, const RequestContext& context);

// One value of the request against one operand: 1 match, 0 no match, -1 the operand has a variable without a value.
int compare_value(const ConditionOperator& condition_operator, const Operand& operand, std::string_view value,
                  const RequestContext& context);

}  // namespace sts_playground
