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

// [+-]digits[.digits][(e|E)[+-]digits]; nothing else, no blanks; at most 1,000 characters. The digits behind the point may be missing
// ("1." is recorded), and so may those before it, which is inferred; one digit there must be. Neither NaN nor Infinity is a number.
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json
std::optional<Decimal> parse_decimal(std::string_view text);
// <0, 0 or >0; 0 and -0 are equal, as are 1.50 and 15e-1.
int compare(const Decimal& a, const Decimal& b);

// 1 to 15 digits and nothing else: no sign, no point, no blanks.
std::optional<std::int64_t> parse_whole_number(std::string_view text);

}  // namespace sts_playground
