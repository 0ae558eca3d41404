#include "core/values/decimal.h"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

constexpr std::size_t max_characters = 1000;
constexpr int max_exponent = 999;

// Takes the digits at the start of `rest`.
std::string_view take_digits(std::string_view& rest) {
  std::size_t count = 0;
  while (count < rest.size() && is_ascii_digit(rest[count])) ++count;
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

// Takes a sign at the start of `rest`; true for a minus.
bool take_sign(std::string_view& rest) {
  if (rest.empty() || (rest.front() != '+' && rest.front() != '-')) return false;
  const bool negative = rest.front() == '-';
  rest.remove_prefix(1);
  return negative;
}

// Reads "e-12" into `exponent`; false where it is none.
bool read_exponent(std::string_view rest, int& exponent) {
  if (rest.empty() || ascii_lower(rest.front()) != 'e') return false;
  rest.remove_prefix(1);
  const bool negative = take_sign(rest);
  const std::string_view digits = take_digits(rest);
  if (digits.empty() || !rest.empty()) return false;
  int value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
    if (value > max_exponent) return false;
  }
  exponent = negative ? -value : value;
  return true;
}

// The digits of a number without its leading zeros: 0.d1d2d3... times ten to the power of `scale`.
class Digits {
 public:
  explicit Digits(const Decimal& number) : number_(number), total_(number.integer.size() + number.fraction.size()) {
    while (first_ < total_ && at(first_) == '0') ++first_;
  }
  bool zero() const { return first_ == total_; }
  std::size_t count() const { return total_ - first_; }
  int scale() const { return static_cast<int>(number_.integer.size()) - static_cast<int>(first_) + number_.exponent; }
  // '0' past the end.
  char digit(std::size_t index) const { return first_ + index < total_ ? at(first_ + index) : '0'; }

 private:
  char at(std::size_t index) const {
    const std::size_t whole = number_.integer.size();
    return index < whole ? number_.integer[index] : number_.fraction[index - whole];
  }

  const Decimal& number_;
  std::size_t total_;
  std::size_t first_ = 0;
};

int compare_magnitudes(const Digits& a, const Digits& b) {
  if (a.scale() != b.scale()) return a.scale() < b.scale() ? -1 : 1;
  const std::size_t count = std::max(a.count(), b.count());
  for (std::size_t i = 0; i < count; ++i) {
    if (a.digit(i) != b.digit(i)) return a.digit(i) < b.digit(i) ? -1 : 1;
  }
  return 0;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  if (text.size() > max_characters) return std::nullopt;
  Decimal number;
  std::string_view rest = text;
  number.negative = take_sign(rest);
  number.integer = take_digits(rest);
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
    number.fraction = take_digits(rest);
  }
  if (number.integer.empty() && number.fraction.empty()) return std::nullopt;
  if (!rest.empty() && !read_exponent(rest, number.exponent)) return std::nullopt;
  return number;
}

int compare(const Decimal& a, const Decimal& b) {
  const Digits x(a);
  const Digits y(b);
  if (x.zero() && y.zero()) return 0;
  if (x.zero()) return b.negative ? 1 : -1;
  if (y.zero()) return a.negative ? -1 : 1;
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  const int magnitudes = compare_magnitudes(x, y);
  return a.negative ? -magnitudes : magnitudes;
}

std::optional<std::int64_t> parse_whole_number(std::string_view text) {
  if (text.empty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), is_ascii_digit)) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

}  // namespace sts_playground
