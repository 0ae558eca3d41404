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

// Sources of what malformed values do, all recorded with session policies and inferred for policies of other kinds:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json,
// condition_ip.json

// A value of the request, read once as the operator takes it.
struct ReadValue {
  std::string_view text;
  std::optional<Decimal> number;
  std::optional<Instant> instant;
  std::optional<IpAddress> address;
  std::optional<Arn> arn;
  bool malformed = false;
};

ReadValue read_value(OperatorFamily family, std::string_view text) {
  ReadValue value;
  value.text = text;
  switch (family) {
    case OperatorFamily::numeric: value.malformed = !(value.number = parse_decimal(text)); break;
    case OperatorFamily::date: value.malformed = !(value.instant = parse_condition_instant(text)); break;
    case OperatorFamily::ip_address: value.malformed = !(value.address = parse_ip_address(text)); break;
    case OperatorFamily::arn: value.malformed = !(value.arn = parse_arn(text)); break;
    default: break;
  }
  return value;
}

// Does a policy variable of an operand stand for something unknown?
bool depends_on_unknown(const Operand& operand, const RequestContext& context) {
  if (!context.has_unknown()) return false;
  for (const PatternVariable& variable : operand.pattern.variables()) {
    if (context.is_unknown(variable.key)) return true;
  }
  return false;
}

// Is the value of the policy, with its variables, no ARN? One of which a variable has no value is not malformed: it matches nothing.
bool is_malformed_arn(const Operand& operand, const RequestContext& context) {
  if (!operand.valid) return true;
  if (!operand.arn_parts.empty() || operand.pattern.matches_everything()) return false;
  const bool resolved = operand.pattern.match("", &context) != Pattern::Result::unresolved;
  return resolved && !parse_arn(operand.pattern.resolved_text(&context));
}

// Each of the six parts is matched on its own; a wildcard does not cross a colon, except in the last part.
// reference_policies_elements_condition_operators.html#Conditions_ARN
Outcome arns_match(const Operand& operand, const ReadValue& value, const RequestContext& context) {
  if (operand.arn_parts.empty()) {
    // "*" alone is any ARN; a variable may hold the whole ARN.
    return operand.pattern.matches_everything() ? Outcome::match : match_pattern(operand.pattern, value.text, context);
  }
  const Arn& arn = *value.arn;
  const std::string_view parts[6] = {"arn", arn.partition, arn.service, arn.region, arn.account, arn.resource};
  Outcome all = Outcome::match;
  for (std::size_t i = 0; i < 6 && all != Outcome::no_match; ++i) all = both(all, match_pattern(operand.arn_parts[i], parts[i], context));
  return all;
}

bool numbers_compare(const ConditionOperator& row, const Operand& operand, const ReadValue& value) {
  const auto wanted = parse_decimal(operand.text);
  return wanted && value.number && ordered(row.comparison, compare(*value.number, *wanted));
}

// One value of the request against one operand.
Outcome compare_value(const ConditionOperator& row, const Operand& operand, const ReadValue& value, const RequestContext& context) {
  if (!operand.valid || value.malformed) return Outcome::no_match;
  switch (row.family) {
    case OperatorFamily::string: return match_pattern(operand.pattern, value.text, context);
    case OperatorFamily::arn: return arns_match(operand, value, context);
    case OperatorFamily::numeric: return outcome_of(numbers_compare(row, operand, value));
    case OperatorFamily::date: return outcome_of(ordered(row.comparison, compare(*value.instant, *operand.instant)));
    case OperatorFamily::ip_address: return outcome_of(contains(*operand.cidr, *value.address));
    // Anything but "true", in any letter case, is false, in the request as in the policy: recorded.
    case OperatorFamily::boolean:
    case OperatorFamily::null: return outcome_of((operand.text == "true") == equals_ignoring_case(value.text, "true"));
    // Both sides are base64 of the bytes that are compared: reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
    case OperatorFamily::binary: return outcome_of(value.text == operand.text);
  }
  return Outcome::no_match;
}

// What one value of the request comes to, and whether a malformed value made it so.
struct ValueResult {
  Outcome outcome = Outcome::no_match;
  bool value_malformed = false;
  bool operand_malformed = false;
};

// A policy's value that is no ARN, met before one that matches: an Allow does not match then, and a Deny does. Recorded. `before`: what
// the values before it come to, which are tried in their order.
ValueResult meet_malformed_arn(const CompiledCondition& condition, Outcome before) {
  const Outcome forced = outcome_of(condition.of_deny);
  const Outcome matched = outcome_of(!condition.name.condition_operator->negated);
  if (before == Outcome::unknown && matched != forced) return {Outcome::unknown, false, true};
  return {forced, false, true};
}

// Does a value satisfy the operator? A negated operator with several values wants neither of them.
// reference_policies_multi-value-conditions.html
ValueResult satisfies(const CompiledCondition& condition, std::string_view text, const RequestContext& context) {
  const ConditionOperator& row = *condition.name.condition_operator;
  const ReadValue value = read_value(row.family, text);
  // An address or an ARN that is none satisfies neither the operator nor its negation: recorded. A number or date that is none equals
  // none, so that the negation holds.
  const bool never = row.family == OperatorFamily::ip_address || row.family == OperatorFamily::arn;
  if (value.malformed && never) return {Outcome::no_match, true, false};
  Outcome any = Outcome::no_match;
  bool operand_malformed = false;
  for (const Operand& operand : condition.operands) {
    if (row.family == OperatorFamily::arn) {
      if (operand.arn_parts.empty() && depends_on_unknown(operand, context)) return {Outcome::unknown, false, false};
      if (is_malformed_arn(operand, context)) return meet_malformed_arn(condition, any);
    }
    operand_malformed = operand_malformed || !operand.valid;
    any = either(any, compare_value(row, operand, value, context));
    if (any == Outcome::match) break;
  }
  const bool odd = any == Outcome::no_match;
  return {row.negated ? negation(any) : any, odd && value.malformed, odd && operand_malformed};
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

ConditionReason reason_of(const CompiledCondition& condition, const ValueResult& result) {
  const bool holds = result.outcome == Outcome::match;
  if (result.outcome == Outcome::unknown) return ConditionReason::key_unknown;
  if (condition.operands.empty()) return ConditionReason::no_values;
  if (result.value_malformed) return ConditionReason::value_malformed;
  if (result.operand_malformed) return ConditionReason::operand_malformed;
  if (condition.name.condition_operator->negated) return holds ? ConditionReason::negated_differs : ConditionReason::negated_matches;
  return holds ? ConditionReason::value_matches : ConditionReason::value_differs;
}

ConditionResult evaluate_present(const CompiledCondition& condition, const ContextEntry& entry, const RequestContext& context) {
  const bool negated = condition.name.condition_operator->negated;
  // A multivalued key needs a set operator: a plain one is never satisfied, nor its negation, with IfExists or without, whatever the
  // values. Recorded with aws:TagKeys in session policies; for other multivalued keys and policies it is inferred.
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_sets.json
  const bool plain_list = entry.multivalued && condition.name.set == SetOperator::none && !is_claim_key(entry.folded_key);
  if (plain_list) return {Outcome::no_match, ConditionReason::list_without_set};
  // Several values of a claim under a plain operator: not documented and not tried; one that matches is enough, as with ForAnyValue.
  const bool one_is_enough = condition.name.set == SetOperator::for_any_value || (condition.name.set == SetOperator::none && !negated);
  Outcome outcome = outcome_of(!one_is_enough);
  ValueResult told;  // of the first value that came to what all together do
  bool is_told = false;
  for (const std::string& value : entry.values) {
    const ValueResult each = satisfies(condition, value, context);
    outcome = one_is_enough ? either(outcome, each.outcome) : both(outcome, each.outcome);
    if (is_told && told.outcome == outcome) continue;
    if (each.outcome == outcome) told = each;
    is_told = is_told || each.outcome == outcome;
  }
  told.outcome = outcome;
  return {outcome, reason_of(condition, told)};
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
