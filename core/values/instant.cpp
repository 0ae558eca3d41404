#include "core/values/instant.h"

#include <array>
#include <cstddef>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

constexpr std::int64_t seconds_per_day = 86400;

// Days from 1970-01-01 to a day of the proleptic Gregorian calendar, and back. Years count from March here, so that a leap day is the
// last day of its year. https://howardhinnant.github.io/date_algorithms.html
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

struct CivilDay {
  std::int64_t year;
  int month;
  int day;
};

CivilDay civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Reads a text from the left; every step that does not fit makes it fail for good.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool skip_if(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) { ok_ = skip_if(c) && ok_; }

  // Exactly `count` digits, with a value in [low, high].
  int number(std::size_t count, int low, int high) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest_.size() || !is_ascii_digit(rest_[i])) return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    if (value < low || value > high) return fail();
    rest_.remove_prefix(count);
    return value;
  }

  // One digit or more after a decimal point, as nanoseconds; what is finer is dropped.
  std::int32_t fraction() {
    std::int32_t nanoseconds = 0;
    std::int32_t unit = 100000000;
    if (rest_.empty() || !is_ascii_digit(rest_.front())) return fail();
    while (!rest_.empty() && is_ascii_digit(rest_.front())) {
      nanoseconds += (rest_.front() - '0') * unit;
      unit /= 10;
      rest_.remove_prefix(1);
    }
    return nanoseconds;
  }

  // One to `most` digits.
  std::int64_t digits(std::size_t most) {
    std::int64_t value = 0;
    std::size_t count = 0;
    while (count < rest_.size() && is_ascii_digit(rest_[count])) {
      if (count == most) return fail();
      value = value * 10 + (rest_[count] - '0');
      ++count;
    }
    if (count == 0) return fail();
    rest_.remove_prefix(count);
    return value;
  }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

// Seconds from UTC to the zone, "Z" or "+hh:mm" or "-hh:mm".
std::int64_t read_zone(Scanner& scanner) {
  if (scanner.skip_if('Z')) return 0;
  const bool west = scanner.next_is('-');
  if (!scanner.skip_if('-')) scanner.expect('+');
  const int hours = scanner.number(2, 0, 23);
  scanner.expect(':');
  const int minutes = scanner.number(2, 0, 59);
  const std::int64_t seconds = hours * 3600 + minutes * 60;
  return west ? -seconds : seconds;
}

// "hh:mm", seconds and their fraction where they are given, and the zone; without one, where that may be, it is UTC.
void read_time(Scanner& scanner, Instant& instant, bool needs_zone) {
  const int hour = scanner.number(2, 0, 23);
  scanner.expect(':');
  const int minute = scanner.number(2, 0, 59);
  int second = 0;
  if (scanner.skip_if(':')) {
    second = scanner.number(2, 0, 59);
    if (scanner.skip_if('.')) instant.nanoseconds = scanner.fraction();
  }
  instant.seconds += hour * 3600 + minute * 60 + second;
  if (needs_zone || !scanner.at_end()) instant.seconds -= read_zone(scanner);
}

// [+-]digits[.digits]
std::optional<Instant> parse_epoch(std::string_view text) {
  constexpr std::size_t most_digits = 18;  // fits 64 bits
  Scanner scanner(text);
  const bool negative = scanner.next_is('-');
  if (!scanner.skip_if('-')) scanner.skip_if('+');
  Instant instant;
  instant.seconds = scanner.digits(most_digits);
  if (scanner.skip_if('.')) instant.nanoseconds = scanner.fraction();
  if (!scanner.ok() || !scanner.at_end()) return std::nullopt;
  if (negative) {
    instant.seconds = -instant.seconds;
    if (instant.nanoseconds > 0) {  // nanoseconds count forward, before 1970 too
      instant.seconds -= 1;
      instant.nanoseconds = 1000000000 - instant.nanoseconds;
    }
  }
  return instant;
}

std::optional<Instant> parse_iso(std::string_view text, bool needs_zone) {
  Scanner scanner(text);
  int month = 1;
  int day = 1;
  bool has_day = false;
  const int year = scanner.number(4, 1, 9999);
  if (scanner.ok() && scanner.skip_if('-')) {
    month = scanner.number(2, 1, 12);
    if (scanner.ok() && scanner.skip_if('-')) {
      day = scanner.number(2, 1, days_in_month(year, month));
      has_day = true;
    }
  }
  if (!scanner.ok()) return std::nullopt;
  Instant instant;
  instant.seconds = days_from_civil(year, month, day) * seconds_per_day;
  if (has_day && scanner.skip_if('T')) read_time(scanner, instant, needs_zone);
  if (!scanner.ok() || !scanner.at_end()) return std::nullopt;
  return instant;
}

void append_number(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

}  // namespace

int compare(const Instant& a, const Instant& b) {
  if (a.seconds != b.seconds) return a.seconds < b.seconds ? -1 : 1;
  if (a.nanoseconds != b.nanoseconds) return a.nanoseconds < b.nanoseconds ? -1 : 1;
  return 0;
}

std::optional<Instant> parse_iso_instant(std::string_view text) { return parse_iso(text, true); }

std::optional<Instant> parse_condition_instant(std::string_view text) {
  constexpr std::int32_t millisecond = 1000000;  // in nanoseconds
  std::optional<Instant> instant = parse_epoch(text);
  if (!instant) instant = parse_iso(text, false);
  if (instant) instant->nanoseconds -= instant->nanoseconds % millisecond;
  return instant;
}

std::string format_iso(std::int64_t epoch_seconds) {
  std::int64_t days = epoch_seconds / seconds_per_day;
  std::int64_t second_of_day = epoch_seconds % seconds_per_day;
  if (second_of_day < 0) {
    second_of_day += seconds_per_day;
    days -= 1;
  }
  const CivilDay civil = civil_from_days(days);
  std::string out;
  if (civil.year < 0) out += '-';
  append_number(out, civil.year < 0 ? -civil.year : civil.year, 4);
  out += '-';
  append_number(out, civil.month, 2);
  out += '-';
  append_number(out, civil.day, 2);
  out += 'T';
  append_number(out, second_of_day / 3600, 2);
  out += ':';
  append_number(out, second_of_day / 60 % 60, 2);
  out += ':';
  append_number(out, second_of_day % 60, 2);
  out += 'Z';
  return out;
}

std::optional<std::int64_t> parse_offset_seconds(std::string_view text) {
  constexpr std::int64_t hundred_years = 36525 * seconds_per_day;
  constexpr std::size_t most_digits = 10;  // a hundred years in seconds
  Scanner scanner(text);
  scanner.expect('+');
  const std::int64_t amount = scanner.digits(most_digits);
  std::int64_t unit = 0;
  if (scanner.skip_if('s')) unit = 1;
  else if (scanner.skip_if('m')) unit = 60;
  else if (scanner.skip_if('h')) unit = 3600;
  else if (scanner.skip_if('d')) unit = seconds_per_day;
  if (!scanner.ok() || !scanner.at_end() || unit == 0 || amount * unit > hundred_years) return std::nullopt;
  return amount * unit;
}

}  // namespace sts_playground
