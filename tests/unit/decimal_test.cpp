// Exact decimal numbers.
#include "core/values/decimal.h"

#include <string>

#include "tests/catch.h"
#include "tests/unit/random.h"

using namespace sts_playground;

namespace {

int order(std::string_view a, std::string_view b) {
  CAPTURE(a, b);
  const std::optional<Decimal> x = parse_decimal(a);
  const std::optional<Decimal> y = parse_decimal(b);
  REQUIRE(x);
  REQUIRE(y);
  const int result = compare(*x, *y);
  CHECK(compare(*y, *x) == -result);
  return result;
}

// A decimal text of millionths, in one of the ways to write it.
std::string written(std::int64_t millionths, test::Random& random) {
  const std::uint64_t size = static_cast<std::uint64_t>(millionths < 0 ? -millionths : millionths);
  const std::string sign = millionths < 0 ? "-" : random.chance(4) ? "+" : "";
  if (random.chance(3)) return sign + std::to_string(size) + "e-6";
  if (random.chance(3)) return sign + std::to_string(size) + "000E-0009";
  std::string fraction = std::to_string(size % 1000000);
  fraction.insert(0, 6 - fraction.size(), '0');
  return sign + (random.chance(2) ? "00" : "") + std::to_string(size / 1000000) + "." + fraction + (random.chance(2) ? "00" : "");
}

}  // namespace

TEST_CASE("numbers that are the same", "[decimal]") {
  CHECK(order("0", "-0") == 0);
  CHECK(order("0", "0.000e5") == 0);
  CHECK(order("1.50", "15e-1") == 0);
  CHECK(order("+7", "007") == 0);
  CHECK(order("100", "1e2") == 0);
  CHECK(order("1E+2", "1e02") == 0);
  CHECK(order("0.001", "1e-3") == 0);
  CHECK(order("-12.30", "-12.3") == 0);
  CHECK(order("1.", "1") == 0);  // recorded: condition_values.json of https://github.com/radkawar/stackd
  CHECK(order("1.e2", "100") == 0);
  CHECK(order("-.5", "-0.50") == 0);
}

TEST_CASE("numbers in order", "[decimal]") {
  CHECK(order("1", "2") < 0);
  CHECK(order("10", "9") > 0);
  CHECK(order("-10", "-9") < 0);
  CHECK(order("-1", "0") < 0);
  CHECK(order("-1", "1") < 0);
  CHECK(order("0.1", "0.09") > 0);
  CHECK(order("1e-999", "0") > 0);
  CHECK(order("1e999", "9e998") > 0);
  CHECK(order("1e999", "1" + std::string(990, '0')) > 0);
  // Beyond what floating numbers can tell apart.
  CHECK(order("9007199254740993", "9007199254740992") > 0);
  CHECK(order("0.1000000000000000000000000000001", "0.1") > 0);
  CHECK(order("123456789012345678901234567890", "123456789012345678901234567891") < 0);
}

TEST_CASE("what is no decimal number", "[decimal]") {
  for (const std::string_view text : {"",   "-",   "+",   ".",      "-.",      "+.",  ".e1", "e5",  "1e", "1e+",   "1e1.5", " 1",
                                      "1 ", "1,5", "0x1", "1e1000", "1e-1000", "inf", "NaN", "--1", "1-", "1e5e5", "1.2.3", "\xD9\xA1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text));
  }
  CHECK(parse_decimal(std::string(1000, '9')));
  CHECK_FALSE(parse_decimal(std::string(1001, '9')));
  CHECK(parse_decimal("1e999"));
  CHECK(parse_decimal("1e-0000000999")->exponent == -999);
}

TEST_CASE("whole numbers", "[decimal]") {
  CHECK(parse_whole_number("0") == 0);
  CHECK(parse_whole_number("0900") == 900);
  CHECK(parse_whole_number("999999999999999") == 999999999999999);
  for (const std::string_view text :
       {"", " ", "12h", "1.5", "3600.0", "-1", "+1", " 1", "1 ", "1e3", "0x1", "1000000000000000", "\xD9\xA1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_whole_number(text));
  }
}

TEST_CASE("decimals compare as the integers that they stand for", "[decimal][property]") {
  const std::uint32_t seed = test::random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  test::Random random(seed);
  for (int i = 0; i < 3000; ++i) {
    const std::size_t limit = random.chance(2) ? 20 : 4000000000;
    const auto pick = [&] { return static_cast<std::int64_t>(random.below(limit)) - static_cast<std::int64_t>(limit / 2); };
    const std::int64_t a = pick();
    const std::int64_t b = random.chance(4) ? a : pick();
    const int expected = a == b ? 0 : (a < b ? -1 : 1);
    REQUIRE(order(written(a, random), written(b, random)) == expected);
  }
}
