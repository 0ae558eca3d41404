#include <optional>
#include <utility>

#include "core/explain/sentences.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

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

// MFA was not used to get the credentials, or it was, where that does not count.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
Message explain_mfa_false(const JudgedStatement& judged, const std::string& wanted) {
  const SessionPtr& session = judged.result.caller_session;
  if (!session) return Message(MessageId::condition_mfa_false, {wanted});
  const std::vector<std::string> arguments = {wanted, session->id};
  if (session->kind == SessionKind::session_token) return Message(MessageId::condition_mfa_false_of_token, arguments);
  if (session->kind != SessionKind::role_session) return Message(MessageId::condition_mfa_false, {wanted});
  return session->mfa_code_at_issue ? Message(MessageId::condition_mfa_false_despite_code, arguments)
                                    : Message(MessageId::condition_mfa_false_in_role, {wanted});
}

// A positive operator that found no equal value: the likely slip, in so many words.
Message explain_difference(const ElementExplanation& element, const CompiledCondition& condition, const JudgedStatement& judged) {
  const RequestContext& context = *judged.request.context;
  const bool variables = judged.policy.document.has_variables();
  const std::string actual = join(*element.actual);
  const std::string wanted = wanted_text(element, condition, context);
  const ConditionOperator& row = *condition.name.condition_operator;
  if (!variables && has_variable_text(element.wanted)) return Message(MessageId::condition_variable_is_literal, {wanted});
  const std::string missing = unresolved_variable(condition, context);
  if (!missing.empty()) return Message(MessageId::condition_unresolved_variable, {element.key, missing, wanted});
  if (condition.folded_key == "aws:multifactorauthpresent" && element.actual->front() == "false") {
    return explain_mfa_false(judged, wanted);
  }
  if (!row.ignore_case && differs_in_case_only(element.wanted, *element.actual)) {
    return Message(MessageId::condition_letter_case, {element.key, actual, wanted, element.condition_operator});
  }
  if (has_literal_wildcard(row, element.wanted))
    return Message(MessageId::condition_literal_wildcard, {element.key, actual, wanted, element.condition_operator});
  return Message(is_ordering(row) ? MessageId::condition_not_in_order : MessageId::condition_differs,
                 {element.key, actual, wanted, element.condition_operator});
}

// The sentence, and behind it why the key is not there.
Message tell_why_absent(Message sentence, const JudgedStatement& judged, const std::string& key) {
  auto why = why_absent(judged, key);
  return why ? then(std::move(sentence), std::move(*why)) : std::move(sentence);
}

bool is_about_mfa(const CompiledCondition& condition) {
  return condition.folded_key == "aws:multifactorauthpresent" || condition.folded_key == "aws:multifactorauthage";
}

bool has_long_term_keys(const Caller& caller) { return caller.kind == CallerKind::user || caller.kind == CallerKind::root; }

// A condition that holds because the key is absent. In a Deny that is seldom what its author thought of.
Message holds_while_absent(MessageId id, const JudgedStatement& judged, const ElementExplanation& element,
                           const CompiledCondition& condition, const std::vector<std::string>& all) {
  const bool mfa = is_about_mfa(condition) && has_long_term_keys(*judged.request.caller);
  if (mfa && judged.written().effect == Effect::deny) return then(Message(id, all), Message(MessageId::advice_mfa_credentials));
  return tell_why_absent(Message(id, all), judged, element.key);
}

// The sentence about values that differ, and behind it that the two are forms of one subject.
Message tell_form(Message sentence, const ElementExplanation& element) {
  auto form = explain_subject_form(element);
  return form ? then(std::move(sentence), std::move(*form)) : std::move(sentence);
}

// The likely keys have sentences that say both at once.
Message explain_absence(const JudgedStatement& judged, const ElementExplanation& element, const CompiledCondition& condition) {
  const std::string wanted = wanted_text(element, condition, *judged.request.context);
  if (is_about_mfa(condition) && has_long_term_keys(*judged.request.caller) && !judged.result.caller_session) {
    return Message(MessageId::condition_absent_mfa, {element.key, wanted});
  }
  if (condition.folded_key == "sts:externalid" && equals_ignoring_case(judged.request.action, "sts:AssumeRole")) {
    return Message(MessageId::condition_absent_external_id, {element.key, wanted});
  }
  return tell_why_absent(Message(MessageId::condition_absent, {element.key, wanted, element.condition_operator}), judged, element.key);
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

Message explain_reason(ConditionReason reason, const ElementExplanation& element, const CompiledCondition& condition,
                       const JudgedStatement& judged) {
  const std::string actual = element.actual ? join(*element.actual) : "";
  const std::string wanted = wanted_text(element, condition, *judged.request.context);
  const std::vector<std::string> all = {element.key, actual, wanted, element.condition_operator};
  switch (reason) {
    case ConditionReason::value_matches:
      if (auto timed = timed_condition(judged, element, condition.folded_key, true)) return *timed;
      return Message(is_ordering(*condition.name.condition_operator) ? MessageId::condition_in_order : MessageId::condition_matches, all);
    case ConditionReason::value_differs:
      if (auto timed = timed_condition(judged, element, condition.folded_key, false)) return *timed;
      return tell_form(explain_difference(element, condition, judged), element);
    case ConditionReason::negated_differs: return tell_form(Message(MessageId::condition_negated_differs, all), element);
    case ConditionReason::negated_matches: return Message(MessageId::condition_negated_matches, all);
    // Explanations are of calls of which every key is known.
    case ConditionReason::key_unknown:
    case ConditionReason::key_absent: return explain_absence(judged, element, condition);
    case ConditionReason::key_absent_negated:
      return holds_while_absent(MessageId::condition_absent_negated, judged, element, condition, all);
    case ConditionReason::key_absent_if_exists:
      return holds_while_absent(MessageId::condition_absent_if_exists, judged, element, condition, all);
    case ConditionReason::key_absent_for_all:
      return holds_while_absent(MessageId::condition_absent_for_all, judged, element, condition, all);
    case ConditionReason::key_absent_for_any:
      return tell_why_absent(Message(MessageId::condition_absent_for_any, all), judged, element.key);
    case ConditionReason::null_absent: return tell_why_absent(Message(MessageId::condition_null_absent, all), judged, element.key);
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
  element.text = explain_reason(judgement.reason(), element, condition, judged);
  return element;
}

}  // namespace sts_playground
