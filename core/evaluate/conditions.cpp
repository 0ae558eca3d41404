#include "core/evaluate/conditions.h"

#include <optional>

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

int as_int(Pattern::Result result) {
  if (result == Pattern::Result::unresolved) return -1;
  return result == Pattern::Result::match ? 1 : 0;
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
int arns_match(const Operand& operand, std::string_view value, const RequestContext& context) {
  const auto arn = parse_arn(value);
  if (operand.has_arn_parts) {
    if (!arn) return 0;
    const std::string_view parts[6] = {"arn", arn->partition, arn->service, arn->region, arn->account, arn->resource};
    bool unresolved = false;
    for (std::size_t i = 0; i < 6; ++i) {
      const int matched = as_int(operand.arn_parts[i].match(parts[i], &context));
      if (matched == 0) return 0;
      if (matched < 0) unresolved = true;
    }
    return unresolved ? -1 : 1;
  }
  // "*" alone is any ARN; a variable may hold the whole ARN.
  if (operand.pattern.matches_everything()) return arn ? 1 : 0;
  return as_int(operand.pattern.match(value, &context));
}

bool matches_any(const CompiledCondition& condition, std::string_view value, const RequestContext& context) {
  for (const Operand& operand : condition.operands) {
    if (compare_value(*condition.name.condition_operator, operand, value, context) == 1) return true;
  }
  return false;
}

// reference_policies_elements_condition_operators.html#Conditions_Null: "true": the key must be absent; "false": present, with a value.
ConditionResult evaluate_null(const CompiledCondition& condition, bool present) {
  // With a set operator the answer for an absent key is constant (access-analyzer-reference-policy-checks.html).
  if (!present && condition.name.set == SetOperator::for_all_values) return {true, ConditionReason::key_absent_for_all};
  if (!present && condition.name.set == SetOperator::for_any_value) return {false, ConditionReason::key_absent_for_any};
  const ConditionReason reason = present ? ConditionReason::null_present : ConditionReason::null_absent;
  for (const Operand& operand : condition.operands) {
    if (operand.valid && (operand.text == "true") == !present) return {true, reason};
  }
  return {false, condition.operands.empty() ? ConditionReason::no_values : reason};
}

ConditionResult evaluate_absent(const CompiledCondition& condition) {
  // Set operators first: ForAllValues holds for an absent key and ForAnyValue does not, also with a negated operator inside.
  // reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (condition.name.if_exists) return {true, ConditionReason::key_absent_if_exists};
  if (condition.name.set == SetOperator::for_all_values) return {true, ConditionReason::key_absent_for_all};
  if (condition.name.set == SetOperator::for_any_value) return {false, ConditionReason::key_absent_for_any};
  if (condition.name.condition_operator->negated) return {true, ConditionReason::key_absent_negated};
  return {false, ConditionReason::key_absent};
}

ConditionResult evaluate_present(const CompiledCondition& condition, const ContextEntry& entry, const RequestContext& context) {
  const bool negated = condition.name.condition_operator->negated;
  // Does `value` satisfy the operator? A negated operator with several values wants neither of them.
  // reference_policies_multi-value-conditions.html
  const auto satisfies = [&](const std::string& value) { return matches_any(condition, value, context) != negated; };
  bool holds = false;
  if (condition.name.set == SetOperator::for_all_values) {
    holds = true;
    for (const std::string& value : entry.values) holds = holds && satisfies(value);
  } else if (condition.name.set == SetOperator::for_any_value || !negated) {
    // A multivalued key without a set operator is flagged by Access Analyzer and its result not documented: one matching value is
    // enough, as with ForAnyValue.
    for (const std::string& value : entry.values) holds = holds || satisfies(value);
  } else {
    holds = true;
    for (const std::string& value : entry.values) holds = holds && satisfies(value);
  }
  if (condition.operands.empty()) return {holds, ConditionReason::no_values};
  if (negated) return {holds, holds ? ConditionReason::negated_differs : ConditionReason::negated_matches};
  return {holds, holds ? ConditionReason::value_matches : ConditionReason::value_differs};
}

}  // namespace

int compare_value(const ConditionOperator& row, const Operand& operand, std::string_view value, const RequestContext& context) {
  if (!operand.valid) return 0;
  switch (row.family) {
    case OperatorFamily::string: return as_int(operand.pattern.match(value, &context));
    case OperatorFamily::arn: return arns_match(operand, value, context);
    case OperatorFamily::numeric: return numbers_compare(row, operand, value) ? 1 : 0;
    case OperatorFamily::date: return dates_compare(row, operand, value) ? 1 : 0;
    case OperatorFamily::ip_address: return address_in_range(operand, value) ? 1 : 0;
    case OperatorFamily::boolean:
    case OperatorFamily::null: return equals_ignoring_case(operand.text, value) ? 1 : 0;
    // Both sides are base64 of the bytes that are compared: reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
    case OperatorFamily::binary: return value == operand.text ? 1 : 0;
  }
  return 0;
}

ConditionResult evaluate_condition(const CompiledCondition& condition, const RequestContext& context) {
  if (!condition.name.condition_operator) return {false, ConditionReason::no_such_operator};
  const ContextEntry* entry = context.find(condition.folded_key);
  if (condition.name.condition_operator->family == OperatorFamily::null) return evaluate_null(condition, entry != nullptr);
  return entry ? evaluate_present(condition, *entry, context) : evaluate_absent(condition);
}

}  // namespace sts_playground
