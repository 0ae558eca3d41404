#include <utility>

#include "core/catalog/condition_keys.h"
#include "core/explain/explain.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

std::string join(const std::vector<std::string>& values) {
  if (values.size() == 1) return "\"" + shortened(values.front()) + "\"";
  std::string out = "[";
  for (std::size_t i = 0; i < values.size() && i < limits::listed_values; ++i) {
    out += (i > 0 ? ", " : "") + ("\"" + shortened(values[i]) + "\"");
  }
  if (values.size() > limits::listed_values) out += ", +" + std::to_string(values.size() - limits::listed_values);
  return out + "]";
}

// The policy's values, each with what its policy variables stand for in this request.
std::string wanted_text(const ElementExplanation& element, const CompiledCondition& condition, const RequestContext& context) {
  std::vector<std::string> shown = element.wanted;
  for (std::size_t i = 0; i < shown.size() && i < condition.operands.size(); ++i) {
    const Pattern& pattern = condition.operands[i].pattern;
    const std::string resolved = pattern.has_variables() ? pattern.resolved_text(&context) : shown[i];
    if (resolved != shown[i]) shown[i] += " → " + resolved;
  }
  return join(shown);
}

bool is_ordering(const ConditionOperator& row) { return row.comparison != Comparison::equals && row.comparison != Comparison::like; }

// The first variable of the operands that has no value in this request, or "".
std::string unresolved_variable(const CompiledCondition& condition, const RequestContext& context) {
  for (const Operand& operand : condition.operands) {
    for (const PatternVariable& variable : operand.pattern.variables()) {
      const bool has_default = variable.has_default && !context.is_list(variable.key);
      if (!has_default && context.variable(variable.key).data() == nullptr) return variable.key;
    }
  }
  return "";
}

bool is_string_operator(const ConditionOperator& row) { return row.family == OperatorFamily::string; }

bool differs_in_case_only(const std::vector<std::string>& wanted, const std::vector<std::string>& actual) {
  for (const std::string& a : wanted) {
    for (const std::string& b : actual) {
      if (a != b && equals_ignoring_case(a, b)) return true;
    }
  }
  return false;
}

bool has_literal_wildcard(const ConditionOperator& row, const std::vector<std::string>& wanted) {
  if (!is_string_operator(row) || row.comparison == Comparison::like) return false;
  for (const std::string& value : wanted) {
    if (value.find('*') != std::string::npos || value.find('?') != std::string::npos) return true;
  }
  return false;
}

bool has_variable_text(const std::vector<std::string>& wanted) {
  for (const std::string& value : wanted) {
    if (value.find("${") != std::string::npos) return true;
  }
  return false;
}

// A positive operator that found no equal value: the likely slip, in so many words.
Message explain_difference(const ElementExplanation& element, const CompiledCondition& condition, bool variables,
                           const RequestContext& context) {
  const std::string actual = join(*element.actual);
  const std::string wanted = wanted_text(element, condition, context);
  const ConditionOperator& row = *condition.name.condition_operator;
  if (!variables && has_variable_text(element.wanted)) return Message(MessageId::condition_variable_is_literal, {wanted});
  const std::string missing = unresolved_variable(condition, context);
  if (!missing.empty()) return Message(MessageId::condition_unresolved_variable, {element.key, missing, wanted});
  if (condition.folded_key == "aws:multifactorauthpresent" && element.actual->front() == "false") {
    return Message(MessageId::condition_mfa_false, {wanted});
  }
  if (condition.folded_key == "aws:multifactorauthage")
    return Message(MessageId::condition_mfa_age, {element.actual->front(), wanted, element.condition_operator});
  if (!row.ignore_case && differs_in_case_only(element.wanted, *element.actual)) {
    return Message(MessageId::condition_letter_case, {element.key, actual, wanted, element.condition_operator});
  }
  if (has_literal_wildcard(row, element.wanted))
    return Message(MessageId::condition_literal_wildcard, {element.key, actual, wanted, element.condition_operator});
  return Message(is_ordering(row) ? MessageId::condition_not_in_order : MessageId::condition_differs,
                 {element.key, actual, wanted, element.condition_operator});
}

// Prefixes whose keys are all in the catalogue; other services have keys of their own.
bool is_catalogued(std::string_view key) {
  return starts_with_ignoring_case(key, "aws:") || starts_with_ignoring_case(key, "sts:") || starts_with_ignoring_case(key, "saml:");
}

// The sentence, and behind it when a request has the key at all.
Message tell_when_present(Message sentence, std::string_view key) {
  const ConditionKeyRow* row = find_condition_key(key);
  if (!row && !is_catalogued(key)) return sentence;
  Message message(MessageId::absent_key);
  message.parts.push_back(std::move(sentence));
  message.parts.emplace_back(row ? row->presence.sentence : MessageId::key_unknown);
  return message;
}

// The likely keys have sentences that say both at once.
Message explain_absence(const ElementExplanation& element, const CompiledCondition& condition, const RequestContext& context) {
  const std::string wanted = wanted_text(element, condition, context);
  const bool temporary = context.find("aws:tokenissuetime") != nullptr;
  const bool about_mfa = condition.folded_key == "aws:multifactorauthpresent" || condition.folded_key == "aws:multifactorauthage";
  if (about_mfa && !temporary) {
    return Message(MessageId::condition_absent_mfa, {element.key, wanted});
  }
  if (condition.folded_key == "sts:externalid") return Message(MessageId::condition_absent_external_id, {element.key, wanted});
  return tell_when_present(Message(MessageId::condition_absent, {element.key, wanted, element.condition_operator}), element.key);
}

// A value that is none of the operator's kind, and what follows.
Message explain_malformed(ConditionReason reason, const ElementExplanation& element, const ConditionOperator& row,
                          std::vector<std::string> all) {
  const bool of_request = reason == ConditionReason::value_malformed;
  const bool is_arn = row.family == OperatorFamily::arn;
  MessageId id = of_request ? MessageId::condition_value_malformed : MessageId::condition_operand_malformed;
  if (element.matched) id = of_request ? MessageId::condition_value_malformed_negated : MessageId::condition_operand_malformed_negated;
  if (of_request && (is_arn || row.family == OperatorFamily::ip_address)) id = MessageId::condition_value_malformed_both;
  if (!of_request && is_arn) id = MessageId::condition_operand_malformed_arn;
  Message message(id, std::move(all));
  const auto kind = of_request ? request_value_kind(row.family) : policy_value_kind(row.family);
  message.parts.emplace_back(kind.value_or(MessageId::kind_number));
  return message;
}

Message explain_reason(ConditionReason reason, const ElementExplanation& element, const CompiledCondition& condition, bool variables,
                       const RequestContext& context) {
  const std::string actual = element.actual ? join(*element.actual) : "";
  const std::string wanted = wanted_text(element, condition, context);
  const std::vector<std::string> all = {element.key, actual, wanted, element.condition_operator};
  switch (reason) {
    case ConditionReason::value_matches:
      return Message(is_ordering(*condition.name.condition_operator) ? MessageId::condition_in_order : MessageId::condition_matches, all);
    case ConditionReason::value_differs: return explain_difference(element, condition, variables, context);
    case ConditionReason::negated_differs: return Message(MessageId::condition_negated_differs, all);
    case ConditionReason::negated_matches: return Message(MessageId::condition_negated_matches, all);
    // Explanations are of calls of which every key is known.
    case ConditionReason::key_unknown:
    case ConditionReason::key_absent: return explain_absence(element, condition, context);
    case ConditionReason::key_absent_negated: return tell_when_present(Message(MessageId::condition_absent_negated, all), element.key);
    case ConditionReason::key_absent_if_exists: return tell_when_present(Message(MessageId::condition_absent_if_exists, all), element.key);
    case ConditionReason::key_absent_for_all: return tell_when_present(Message(MessageId::condition_absent_for_all, all), element.key);
    case ConditionReason::key_absent_for_any: return tell_when_present(Message(MessageId::condition_absent_for_any, all), element.key);
    case ConditionReason::null_absent: return tell_when_present(Message(MessageId::condition_null_absent, all), element.key);
    case ConditionReason::null_present: return Message(MessageId::condition_null_present, all);
    case ConditionReason::no_such_operator: return Message(MessageId::condition_no_such_operator, all);
    case ConditionReason::no_values: return Message(MessageId::condition_no_values, all);
    case ConditionReason::list_without_set: return Message(MessageId::condition_list_without_set, all);
    case ConditionReason::value_malformed:
    case ConditionReason::operand_malformed: return explain_malformed(reason, element, *condition.name.condition_operator, all);
  }
  return Message(MessageId::condition_differs, all);
}

}  // namespace

ElementExplanation explain_condition(const JudgedStatement& judged, const TraceEvent& judgement) {
  const CompiledCondition& condition = judged.compiled().conditions[judgement.item];
  const ConditionElement& source = judged.written().conditions[judgement.item];
  const RequestContext& context = *judged.request.context;
  ElementExplanation element;
  element.element = "Condition";
  element.condition_operator = source.condition_operator.value;
  element.key = source.key.value;
  for (const PolicyString& value : source.values.values) element.wanted.push_back(value.value);
  if (const ContextEntry* entry = context.find(condition.folded_key)) {
    element.actual = entry->values;
    element.origin = entry->origin;
  }
  element.matched = judgement.outcome == Outcome::match;
  element.place.span = source.span;
  element.text = explain_reason(judgement.reason(), element, condition, judged.policy.document.has_variables(), context);
  return element;
}

}  // namespace sts_playground
