// Instants of the virtual clock and of date conditions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sts_playground {

// A moment in UTC: whole seconds since 1970-01-01T00:00:00Z (may be negative), and nanoseconds 0..999999999 on top.
struct Instant {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
};

// <0, 0 or >0.
int compare(const Instant& a, const Instant& b);

// The W3C profile of ISO 8601 (https://www.w3.org/TR/NOTE-datetime): YYYY, YYYY-MM, YYYY-MM-DD, and with a time of day
// Thh:mm, Thh:mm:ss, Thh:mm:ss.s...; a time needs Z or +hh:mm or -hh:mm. Years 0001 to 9999; second 60 and hour 24 are refused.
std::optional<Instant> parse_iso_instant(std::string_view text);
// What a Date condition takes: ISO 8601 as above, where a time may lack its zone (UTC), or epoch seconds (digits, optional sign, optional
// fraction). A plain number is always epoch seconds, never a year. What is finer than a millisecond is dropped. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
std::optional<Instant> parse_condition_instant(std::string_view text);
// "2026-01-15T09:00:00Z"; nanoseconds are dropped.
std::string format_iso(std::int64_t epoch_seconds);
// "+5m" style offsets: a plus sign, digits, and one unit of s, m, h, d. Gives seconds; nothing for other text or above 100 years.
std::optional<std::int64_t> parse_offset_seconds(std::string_view text);

}  // namespace sts_playground
