// Instants. Date examples: https://www.w3.org/TR/NOTE-datetime
#include "core/values/instant.h"

#include <string>

#include "tests/catch.h"
#include "tests/unit/random.h"

using namespace sts_playground;

namespace {

void check_iso(std::string_view text, std::int64_t seconds, std::int32_t nanoseconds = 0) {
  CAPTURE(text);
  const std::optional<Instant> instant = parse_iso_instant(text);
  REQUIRE(instant);
  CHECK(instant->seconds == seconds);
  CHECK(instant->nanoseconds == nanoseconds);
}

void check_condition(std::string_view text, std::int64_t seconds, std::int32_t nanoseconds = 0) {
  CAPTURE(text);
  const std::optional<Instant> instant = parse_condition_instant(text);
  REQUIRE(instant);
  CHECK(instant->seconds == seconds);
  CHECK(instant->nanoseconds == nanoseconds);
}

}  // namespace

TEST_CASE("the six granularities of the W3C's note", "[instant]") {
  check_iso("1997", 852076800);
  check_iso("1997-07", 867715200);
  check_iso("1997-07-16", 869011200);
  check_iso("1997-07-16T19:20+01:00", 869077200);
  check_iso("1997-07-16T19:20:30+01:00", 869077230);
  check_iso("1997-07-16T19:20:30.45+01:00", 869077230, 450000000);
  // "1994-11-05T08:15:30-05:00 corresponds to November 5, 1994, 8:15:30 am, US Eastern Standard Time", the same instant as:
  check_iso("1994-11-05T08:15:30-05:00", 784041330);
  check_iso("1994-11-05T13:15:30Z", 784041330);
}

TEST_CASE("instants before 1970, leap days, and the ends of the calendar", "[instant]") {
  check_iso("1970-01-01T00:00:00Z", 0);
  check_iso("1969-12-31T23:59:59.5Z", -1, 500000000);
  check_iso("2000-02-29", 951782400);
  check_iso("2024-02-29T23:59:59Z", 1709251199);
  check_iso("0001-01-01T00:00Z", -62135596800);
  check_iso("9999-12-31T23:59:59Z", 253402300799);
  check_iso("2026-01-15T09:00:00.1234567899Z", 1768467600, 123456789);  // finer than a nanosecond is dropped
  check_iso("1990-12-31T15:59:59-08:00", 662687999);                    // RFC 3339 section 5.8, a second earlier
  check_iso("1937-01-01T12:00:27.87+00:20", -1041337173 + 0, 870000000);
}

TEST_CASE("dates that are none", "[instant]") {
  for (const std::string_view text : {"",
                                      "97",
                                      "0000",
                                      "10000",
                                      "1997-7",
                                      "1997-13",
                                      "1997-00",
                                      "1997-07-32",
                                      "1997-07-00",
                                      "1997-02-29",
                                      "1900-02-29",
                                      "2023-04-31",
                                      "1997-07-16T",
                                      "1997-07-16T19",
                                      "1997-07-16T19:20",
                                      "1997-07-16T19:20:30",
                                      "1997-07T19:20Z",
                                      "1997T19:20Z",
                                      "1997-07-16T24:00Z",
                                      "1997-07-16T19:60Z",
                                      "1990-12-31T23:59:60Z",
                                      "1997-07-16T19:20:30.Z",
                                      "1997-07-16T19:20.5Z",
                                      "1997-07-16t19:20Z",
                                      "1997-07-16 19:20Z",
                                      "1997-07-16T19:20z",
                                      "1997-07-16T19:20+1:00",
                                      "1997-07-16T19:20+0100",
                                      "1997-07-16T19:20+24:00",
                                      "1997-07-16T19:20+01:60",
                                      "1997-07-16T19:20Z ",
                                      " 1997",
                                      "1997-",
                                      "1997-07-",
                                      "-1997",
                                      "+1997",
                                      "1997-07-16Z",
                                      "19970716"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_instant(text));
  }
}

TEST_CASE("date conditions take epoch seconds too, and a plain number is never a year", "[instant]") {
  check_condition("1997", 1997);
  check_condition("0", 0);
  check_condition("1768467600", 1768467600);
  check_condition("+12", 12);
  check_condition("-12", -12);
  check_condition("1768467600.25", 1768467600, 250000000);
  check_condition("-1.25", -2, 750000000);
  check_condition("-0.5", -1, 500000000);
  check_condition("-0.0", 0);
  check_condition("999999999999999999", 999999999999999999);
  check_condition("2026-01-15T09:00:00Z", 1768467600);
  check_condition("1997-07", 867715200);
  // To the millisecond, and a time without a zone is UTC. Recorded: condition_values.json of https://github.com/radkawar/stackd
  check_condition("2026-01-15T09:00:00.1239Z", 1768467600, 123000000);
  check_condition("2026-01-15T09:00:00.0001Z", 1768467600);
  check_condition("1768467600.1239", 1768467600, 123000000);
  check_condition("-0.0005", -1, 999000000);
  check_condition("2026-01-15T09:00:00", 1768467600);
  check_condition("2026-01-15T09:00:00.5", 1768467600, 500000000);
  check_condition("2026-01-15T09:00", 1768467600);
  for (const std::string_view text : {"", "-", "+", "1.", ".5", "1e9", "1,000", " 1", "1 ", "0x10", "1000000000000000000", "--1", "1.5.2",
                                      "2026-01-15T", "2026-01-15T09", "tomorrow", "99999999999999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_condition_instant(text));
  }
}

TEST_CASE("instants compare by seconds, then nanoseconds", "[instant]") {
  CHECK(compare(Instant{1, 0}, Instant{2, 0}) < 0);
  CHECK(compare(Instant{2, 1}, Instant{2, 0}) > 0);
  CHECK(compare(Instant{2, 1}, Instant{2, 1}) == 0);
  CHECK(compare(Instant{-2, 500000000}, Instant{-1, 0}) < 0);
}

TEST_CASE("instants are written in ISO 8601", "[instant]") {
  CHECK(format_iso(1768467600) == "2026-01-15T09:00:00Z");
  CHECK(format_iso(0) == "1970-01-01T00:00:00Z");
  CHECK(format_iso(-1) == "1969-12-31T23:59:59Z");
  CHECK(format_iso(951782400) == "2000-02-29T00:00:00Z");
  CHECK(format_iso(253402300799) == "9999-12-31T23:59:59Z");
  CHECK(format_iso(253402300800) == "10000-01-01T00:00:00Z");
  CHECK(format_iso(-62135596800) == "0001-01-01T00:00:00Z");
  CHECK_FALSE(format_iso(INT64_MIN).empty());
  CHECK_FALSE(format_iso(INT64_MAX).empty());
}

TEST_CASE("reading what was written gives the same instant", "[instant][property]") {
  const std::uint32_t seed = test::random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  test::Random random(seed);
  for (int i = 0; i < 2000; ++i) {
    const auto days = static_cast<std::int64_t>(random.below(3652059));  // 0001-01-01 to 9999-12-31
    const std::int64_t seconds = -62135596800 + days * 86400 + static_cast<std::int64_t>(random.below(86400));
    const std::optional<Instant> instant = parse_iso_instant(format_iso(seconds));
    REQUIRE(instant);
    REQUIRE(instant->seconds == seconds);
  }
}

TEST_CASE("offsets", "[instant]") {
  CHECK(parse_offset_seconds("+0s") == 0);
  CHECK(parse_offset_seconds("+90s") == 90);
  CHECK(parse_offset_seconds("+5m") == 300);
  CHECK(parse_offset_seconds("+12h") == 43200);
  CHECK(parse_offset_seconds("+1d") == 86400);
  CHECK(parse_offset_seconds("+36525d") == 3155760000);
  for (const std::string_view text : {"", "+", "5m", "+m", "-5m", "+5", "+5M", "+5 m", "+5m ", "+1.5h", "+36526d", "+9999999999d",
                                      "+99999999999999999999s", "+5mm", "++5m"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_offset_seconds(text));
  }
}
