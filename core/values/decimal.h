// Numbers compared as exact decimals, the same on every build.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sts_playground {

// A decimal number as views into its text: no allocation, nothing is rounded.
struct Decimal {
  bool negative = false;
  std::string_view integer;   // digits before the point, leading zeros kept
  std::string_view fraction;  // digits after the point
  int exponent = 0;           // power of ten, -999..999
};

// [+-]digits[.digits][(e|E)[+-]digits], at least one digit on either side of the point; nothing else, no blanks; at most 1,000 characters.
std::optional<Decimal> parse_decimal(std::string_view text);
// <0, 0 or >0; 0 and -0 are equal, as are 1.50 and 15e-1.
int compare(const Decimal& a, const Decimal& b);

// 1 to 15 digits and nothing else: no sign, no point, no blanks.
std::optional<std::int64_t> parse_whole_number(std::string_view text);

}  // namespace sts_playground
