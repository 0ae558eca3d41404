// Conditions about times: seconds since MFA was used, lengths of sessions, instants. Told as people tell times.
#include <cstdlib>

#include "core/catalog/condition_keys.h"
#include "core/explain/sentences.h"
#include "core/values/decimal.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

constexpr std::string_view mfa_age = "aws:multifactorauthage";

std::optional<std::int64_t> whole_seconds(std::string_view text) {
  const auto number = parse_condition_instant(text);  // digits are epoch seconds, which are seconds
  if (!number || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return number->seconds;
}

// A code that is used now makes the age small again: told where the policy wants it young.
bool wants_fresh_code(const JudgedStatement& judged, std::string_view condition_operator, bool holds) {
  const bool wants_less = condition_operator.find("LessThan") != std::string_view::npos;
  const bool denies = judged.written().effect == Effect::deny;
  return denies ? holds && !wants_less : !holds && wants_less;
}

std::optional<Message> duration_condition(const JudgedStatement& judged, const ElementExplanation& element, std::string_view folded_key,
                                          bool holds) {
  const auto actual = whole_seconds(element.actual->front());
  const auto wanted = whole_seconds(element.wanted.front());
  if (!actual || !wanted) return std::nullopt;
  const std::vector<std::string> arguments = {element.actual->front(), element.wanted.front(), element.condition_operator, element.key};
  if (folded_key != mfa_age) return Message(holds ? MessageId::condition_duration_holds : MessageId::condition_duration_fails, arguments);
  Message told(holds ? MessageId::condition_mfa_age_holds : MessageId::condition_mfa_age, arguments);
  return wants_fresh_code(judged, element.condition_operator, holds) ? then(std::move(told), Message(MessageId::advice_fresh_code))
                                                                     : std::move(told);
}

std::optional<Message> instant_condition(const ElementExplanation& element, bool holds) {
  const auto actual = parse_condition_instant(element.actual->front());
  const auto wanted = parse_condition_instant(element.wanted.front());
  if (!actual || !wanted) return std::nullopt;
  const std::int64_t seconds = actual->seconds - wanted->seconds;
  const std::vector<std::string> arguments = {element.key, format_iso(actual->seconds), format_iso(wanted->seconds),
                                              element.condition_operator, std::to_string(std::llabs(seconds))};
  if (seconds == 0) return Message(holds ? MessageId::condition_same_instant_holds : MessageId::condition_same_instant_fails, arguments);
  if (seconds < 0) return Message(holds ? MessageId::condition_earlier_holds : MessageId::condition_earlier_fails, arguments);
  return Message(holds ? MessageId::condition_later_holds : MessageId::condition_later_fails, arguments);
}

}  // namespace

std::optional<Message> timed_condition(const JudgedStatement& judged, const ElementExplanation& element, std::string_view folded_key,
                                       bool holds) {
  if (!element.actual || element.actual->size() != 1 || element.wanted.size() != 1) return std::nullopt;
  if (folded_key == mfa_age || folded_key == "sts:durationseconds") return duration_condition(judged, element, folded_key, holds);
  const ConditionKeyRow* row = find_condition_key(folded_key);
  return row && row->type == OperatorFamily::date ? instant_condition(element, holds) : std::nullopt;
}

}  // namespace sts_playground
