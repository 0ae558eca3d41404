#include "core/evaluate/conditions.h"

#include <optional>

#include "core/evaluate/matchers.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/cidr.h"
#include "core/values/decimal.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

bool ordered(Comparison comparison, int order) {
  switch (comparison) {
    case Comparison::less_than: return order < 0;
    case Comparison::less_than_equals: return order <= 0;
    case Comparison::greater_than: return order > 0;
    case Comparison::greater_than_equals: return order >= 0;
    default: return order == 0;
  }
}

bool numbers_compare(const ConditionOperator& row, const Operand& operand, std::string_view value) {
  const auto wanted = parse_decimal(operand.text);
  const auto actual = parse_decimal(value);
  return wanted && actual && ordered(row.comparison, compare(*actual, *wanted));
}

bool dates_compare(const ConditionOperator& row, const Operand& operand, std::string_view value) {
  const auto actual = parse_condition_instant(value);
  return actual && ordered(row.comparison, compare(*actual, *operand.instant));
}

bool address_in_range(const Operand& operand, std::string_view value) {
  const auto address = parse_ip_address(value);
  if (address) return contains(*operand.cidr, *address);
  // A request's value may itself be written as a range of one address.
  const auto range = parse_cidr(value);
  return range && range->prefix == (range->address.v6 ? 128 : 32) && contains(*operand.cidr, range->address);
}

// Each of the six parts is matched on its own; a wildcard does not cross a colon, except in the last part.
// reference_policies_elements_condition_operators.html#Conditions_ARN
Outcome arns_match(const Operand& operand, std::string_view value, const RequestContext& context) {
  const auto arn = parse_arn(value);
  if (!operand.arn_parts.empty()) {
    if (!arn) return Outcome::no_match;
    const std::string_view parts[6] = {"arn", arn->partition, arn->service, arn->region, arn->account, arn->resource};
    Outcome all = Outcome::match;
    for (std::size_t i = 0; i < 6 && all != Outcome::no_match; ++i) all = both(all, match_pattern(operand.arn_parts[i], parts[i], context));
    return all;
  }
  // "*" alone is any ARN; a variable may hold the whole ARN.
  if (operand.pattern.matches_everything()) return outcome_of(arn.has_value());
  return match_pattern(operand.pattern, value, context);
}

// One value of the request against one operand.
Outcome compare_value(const ConditionOperator& row, const Operand& operand, std::string_view value, const RequestContext& context) {
  if (!operand.valid) return Outcome::no_match;
  switch (row.family) {
    case OperatorFamily::string: return match_pattern(operand.pattern, value, context);
    case OperatorFamily::arn: return arns_match(operand, value, context);
    case OperatorFamily::numeric: return outcome_of(numbers_compare(row, operand, value));
    case OperatorFamily::date: return outcome_of(dates_compare(row, operand, value));
    case OperatorFamily::ip_address: return outcome_of(address_in_range(operand, value));
    case OperatorFamily::boolean:
    case OperatorFamily::null: return outcome_of(equals_ignoring_case(operand.text, value));
    // Both sides are base64 of the bytes that are compared: reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
    case OperatorFamily::binary: return outcome_of(value == operand.text);
  }
  return Outcome::no_match;
}

// Does `value` satisfy the operator? A negated operator with several values wants neither of them.
// reference_policies_multi-value-conditions.html
Outcome satisfies(const CompiledCondition& condition, std::string_view value, const RequestContext& context) {
  Outcome any = Outcome::no_match;
  for (const Operand& operand : condition.operands) {
    any = either(any, compare_value(*condition.name.condition_operator, operand, value, context));
    if (any == Outcome::match) break;
  }
  return condition.name.condition_operator->negated ? negation(any) : any;
}

// reference_policies_elements_condition_operators.html#Conditions_Null: "true": the key must be absent; "false": present, with a value.
ConditionResult evaluate_null(const CompiledCondition& condition, bool present) {
  // With a set operator the answer for an absent key is constant (access-analyzer-reference-policy-checks.html).
  if (!present && condition.name.set == SetOperator::for_all_values) return {Outcome::match, ConditionReason::key_absent_for_all};
  if (!present && condition.name.set == SetOperator::for_any_value) return {Outcome::no_match, ConditionReason::key_absent_for_any};
  const ConditionReason reason = present ? ConditionReason::null_present : ConditionReason::null_absent;
  for (const Operand& operand : condition.operands) {
    if (operand.valid && (operand.text == "true") == !present) return {Outcome::match, reason};
  }
  return {Outcome::no_match, condition.operands.empty() ? ConditionReason::no_values : reason};
}

ConditionResult evaluate_absent(const CompiledCondition& condition) {
  // Set operators first: ForAllValues holds for an absent key and ForAnyValue does not, also with a negated operator inside.
  // reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (condition.name.if_exists) return {Outcome::match, ConditionReason::key_absent_if_exists};
  if (condition.name.set == SetOperator::for_all_values) return {Outcome::match, ConditionReason::key_absent_for_all};
  if (condition.name.set == SetOperator::for_any_value) return {Outcome::no_match, ConditionReason::key_absent_for_any};
  if (condition.name.condition_operator->negated) return {Outcome::match, ConditionReason::key_absent_negated};
  return {Outcome::no_match, ConditionReason::key_absent};
}

ConditionResult evaluate_present(const CompiledCondition& condition, const ContextEntry& entry, const RequestContext& context) {
  const bool negated = condition.name.condition_operator->negated;
  // A multivalued key without a set operator is flagged by Access Analyzer and its result not documented: one matching value is
  // enough, as with ForAnyValue.
  const bool one_is_enough = condition.name.set == SetOperator::for_any_value || (condition.name.set == SetOperator::none && !negated);
  Outcome outcome = outcome_of(!one_is_enough);
  for (const std::string& value : entry.values) {
    const Outcome each = satisfies(condition, value, context);
    outcome = one_is_enough ? either(outcome, each) : both(outcome, each);
  }
  const bool holds = outcome == Outcome::match;
  if (outcome == Outcome::unknown) return {outcome, ConditionReason::key_unknown};
  if (condition.operands.empty()) return {outcome, ConditionReason::no_values};
  if (negated) return {outcome, holds ? ConditionReason::negated_differs : ConditionReason::negated_matches};
  return {outcome, holds ? ConditionReason::value_matches : ConditionReason::value_differs};
}

}  // namespace

ConditionResult evaluate_condition(const CompiledCondition& condition, const RequestContext& context) {
  if (!condition.name.condition_operator) return {Outcome::no_match, ConditionReason::no_such_operator};
  if (context.has_unknown() && context.is_unknown(condition.folded_key)) return {Outcome::unknown, ConditionReason::key_unknown};
  const ContextEntry* entry = context.find(condition.folded_key);
  if (condition.name.condition_operator->family == OperatorFamily::null) return evaluate_null(condition, entry != nullptr);
  return entry ? evaluate_present(condition, *entry, context) : evaluate_absent(condition);
}

}  // namespace sts_playground
