#include "core/authorize/completions.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "core/authorize/text_classes.h"
#include "core/catalog/condition_keys.h"
#include "core/catalog/limits.h"
#include "core/evaluate/conditions.h"
#include "core/values/cidr.h"
#include "core/values/decimal.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

std::string address_text(const IpAddress& address) {
  std::string out;
  if (!address.v6) {
    for (std::size_t i = 0; i < 4; ++i) out += (i > 0 ? "." : "") + std::to_string(address.bytes[i]);
    return out;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < 16; ++i) {
    if (i > 0 && i % 2 == 0) out += ':';
    out += digits[address.bytes[i] >> 4U];
    out += digits[address.bytes[i] & 15U];
  }
  return out;
}

// Decimal epoch seconds, the other form of a date: reference_policies_elements_condition_operators.html#Conditions_Date
std::string epoch_text(Instant instant) {
  if (instant.nanoseconds < 0) instant = {instant.seconds - 1, instant.nanoseconds + 1'000'000'000};
  if (instant.nanoseconds >= 1'000'000'000) instant = {instant.seconds + 1, instant.nanoseconds - 1'000'000'000};
  const bool negative = instant.seconds < 0;
  if (negative && instant.nanoseconds > 0) instant = {instant.seconds + 1, 1'000'000'000 - instant.nanoseconds};
  const std::string fraction = std::to_string(1'000'000'000 + instant.nanoseconds).substr(1);
  return (negative ? "-" : "") + std::to_string(negative ? -instant.seconds : instant.seconds) + "." + fraction;
}

// Collects single values of a key, so that every value there is does as one of them does.
class Candidates {
 public:
  explicit Candidates(const RequestContext& context) : context_(context) {}

  void add(const ConditionOperator& row, const Operand& operand) {
    // What equals nothing tells no values apart; but it tells an ARN or an address from what is none.
    if (!operand.valid && row.family == OperatorFamily::ip_address) return add_any_address();
    if (!operand.valid && row.family != OperatorFamily::arn) return;
    switch (row.family) {
      case OperatorFamily::string: return add_pattern(operand.pattern);
      case OperatorFamily::arn: return add_arn(operand);
      case OperatorFamily::boolean: return add_text("true", true);  // anything else is false
      case OperatorFamily::binary: return add_text(operand.text, false);
      case OperatorFamily::numeric: return add_number(operand.text);
      case OperatorFamily::date: return add_instant(*operand.instant);
      case OperatorFamily::ip_address: return add_range(*operand.cidr);
      case OperatorFamily::null: return;
    }
  }

  // Among them a text that is neither an ARN nor a number, date or address. `found` is told where kinds may be missing.
  std::vector<std::string> take(Completions& found) {
    std::vector<std::string> out = std::move(values_);
    out.emplace_back("x");
    if (kinds_ & texts) {
      TextClasses::Examples examples = texts_.examples();
      found.complete = found.complete && examples.complete;
      found.work += examples.work;
      for (std::string& text : examples.texts) out.push_back(std::move(text));
    }
    // A key that is compared as text and as number, say: what suits both at once is not looked for.
    found.complete = found.complete && has_neighbours_ && (kinds_ & (kinds_ - 1U)) == 0;
    return out;
  }

 private:
  enum Kind : unsigned { texts = 1, numbers = 2, dates = 4, addresses = 8 };

  void add_pattern(const Pattern& pattern) {
    kinds_ |= texts;
    texts_.add(pattern, context_);
  }
  void add_text(std::string_view text, bool ignore_case) {
    kinds_ |= texts;
    texts_.add_text(text, ignore_case);
  }
  void add_arn(const Operand& operand) {
    kinds_ |= texts;
    // Whether the value is an ARN at all counts too.
    const Pattern any("*", {true, false, false});
    texts_.add_arn({Pattern("arn", {}), any, any, any, any, any}, context_);
    if (!operand.valid) return;
    if (operand.arn_parts.empty()) texts_.add(operand.pattern, context_);
    else texts_.add_arn(operand.arn_parts, context_);
  }

  // The number itself, the next larger one with either sign, and what lies around zero and beyond all numbers.
  void add_number(std::string_view text) {
    kinds_ |= numbers;
    const Decimal number = *parse_decimal(text);
    const std::string exponent = number.exponent == 0 ? "" : "e" + std::to_string(number.exponent);
    const std::string digits = std::string(number.integer) + "." + (number.fraction.empty() ? "0" : std::string(number.fraction));
    values_.insert(values_.end(), {std::string(text), "0", "1e-900", "-1e-900", "1e999", "-1e999"});
    const std::string larger = digits + "0000000000000000001" + exponent;
    has_neighbours_ = has_neighbours_ && parse_decimal(larger);
    values_.insert(values_.end(), {larger, "-" + larger});
  }

  // Dates are compared to the millisecond.
  void add_instant(const Instant& instant) {
    kinds_ |= dates;
    for (const std::int32_t step : {0, 1'000'000, -1'000'000}) values_.push_back(epoch_text({instant.seconds, instant.nanoseconds + step}));
  }

  // Ranges are nested or apart: each kind of address begins where a range does, or behind the end of one, or with the first address. Those
  // that map IPv4 are IPv4; what begins with them begins behind them as well, at ::1:0:0:0.
  void add_range(const Cidr& range) {
    IpAddress first = range.address;
    IpAddress behind = range.address;
    const std::size_t size = first.v6 ? 16 : 4;
    for (std::size_t bit = static_cast<std::size_t>(range.prefix); bit < size * 8; ++bit) {
      const auto mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
      first.bytes[bit / 8] = static_cast<std::uint8_t>(first.bytes[bit / 8] & ~mask);
      behind.bytes[bit / 8] = static_cast<std::uint8_t>(behind.bytes[bit / 8] | mask);
    }
    for (std::size_t i = size; i-- > 0;) {
      behind.bytes[i] = static_cast<std::uint8_t>(behind.bytes[i] + 1);
      if (behind.bytes[i] != 0) break;
    }
    values_.insert(values_.end(), {address_text(first), address_text(behind)});
    add_any_address();
  }
  void add_any_address() {
    kinds_ |= addresses;
    values_.insert(values_.end(), {"0.0.0.0", "::", "::1:0:0:0"});
  }

  const RequestContext& context_;
  TextClasses texts_;
  unsigned kinds_ = 0;
  bool has_neighbours_ = true;  // false: a number is too long to write the next one
  std::vector<std::string> values_;
};

// Looks for value lists that the conditions on a key tell apart.
class Finder {
 public:
  Finder(const KeyUse& use, const RequestContext& context) : use_(use), context_(context) { context_.set_known(use.key); }

  Completions find() {
    out_.complete = !use_.is_variable;
    keep_if_new({});
    Candidates candidates(context_);
    for (const CompiledCondition* condition : use_.conditions) {
      if (!condition->name.condition_operator) continue;
      for (const Operand& operand : condition->operands) candidates.add(*condition->name.condition_operator, operand);
    }
    std::vector<std::string> values = use_.variable_values;
    for (std::string& value : candidates.take(out_)) values.push_back(std::move(value));
    std::vector<std::string> singles;  // one of each kind
    std::set<std::vector<Outcome>> kinds;
    for (std::string& value : values) {
      keep_if_new({value});
      if (kinds.insert(outcomes_with({value})).second) singles.push_back(std::move(value));
    }
    add_lists(singles);
    if (use_.conditions.empty()) return std::move(out_);
    // What the first condition wants comes first, so that of several statements that would do the first is found.
    std::stable_partition(out_.values.begin(), out_.values.end(),
                          [this](const auto& each) { return outcomes_with(each).front() == Outcome::match; });
    return std::move(out_);
  }

 private:
  std::vector<Outcome> outcomes_with(const std::vector<std::string>& values) {
    if (values.empty()) context_.remove(use_.key);
    else context_.set(use_.key, values, values.size() > 1 || is_list_key(use_.key), Origin::derived);
    std::vector<Outcome> outcomes;
    for (const CompiledCondition* condition : use_.conditions) {
      outcomes.push_back(evaluate_condition(*condition, context_).outcome);
      out_.work += values.size() * condition->operands.size() + 1;
    }
    return outcomes;
  }

  // Keeps values of which the conditions do not say what they say of others; as a variable every value is another. True where kept.
  bool keep_if_new(const std::vector<std::string>& values) {
    const bool is_new = seen_.insert(outcomes_with(values)).second;
    if (!is_new && !(use_.is_variable && values.size() == 1)) return false;
    const bool room = out_.values.size() < limits::unknown_key_values;
    if (room) out_.values.push_back(values);
    else out_.complete = false;
    return room;
  }

  // Several values together, of a key that may have them: a condition asks whether one of them, or each, satisfies it. So what is said of a
  // list follows from what is said of its values; lists are made longer until nothing new comes.
  void add_lists(const std::vector<std::string>& singles) {
    const ConditionKeyRow* row = find_condition_key(use_.key);
    if (row && !row->multivalued) return;
    std::vector<std::vector<std::string>> lists;
    for (const std::string& value : singles) lists.push_back({value});
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const std::string& value : singles) {
        std::vector<std::string> longer = lists[i];
        if (std::find(longer.begin(), longer.end(), value) != longer.end()) continue;
        longer.push_back(value);
        if (keep_if_new(longer)) lists.push_back(std::move(longer));
      }
    }
  }

  const KeyUse& use_;
  RequestContext context_;
  Completions out_;
  std::set<std::vector<Outcome>> seen_;
};

}  // namespace

Completions completions_of(const KeyUse& use, const RequestContext& context) { return Finder(use, context).find(); }

}  // namespace sts_playground
