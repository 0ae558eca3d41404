#include "core/text/messages.h"

#include <cassert>
#include <iterator>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace sts_playground {
namespace {

constexpr MessageRow rows[] = {
#define STS_PLAYGROUND_MESSAGE(id, code, english, korean) {code, english, korean},
#include "core/text/messages/all.inc"
#undef STS_PLAYGROUND_MESSAGE
};
static_assert(std::size(rows) == static_cast<std::size_t>(MessageId::count_));

// Names and sentences are read by two programs: they see the same rows in the same order.
constexpr MessageId ids[] = {
#define STS_PLAYGROUND_MESSAGE(id, code, english, korean) MessageId::id,
#include "core/text/messages/all.inc"
#undef STS_PLAYGROUND_MESSAGE
};
constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(ids); ++i) {
    if (static_cast<std::size_t>(ids[i]) != i) return false;
  }
  return true;
}
static_assert(in_order());

// How a word ends when it is read aloud in Korean: what particles depend on.
enum class Sound { vowel, rieul, consonant, unknown };

// Quotation marks and closing brackets have no sound of their own.
bool is_silent(char32_t code_point) {
  constexpr std::u32string_view silent = U"\"'`)]}>\u2019\u201D\u300B\u300D\u300F";
  return silent.find(code_point) != std::u32string_view::npos;
}

// 0 (yeong, also sip, baek, cheon at the end of a number), 1 (il), 2 (i), ... 9 (gu).
Sound sound_of_digit(char digit) {
  switch (digit) {
    case '0':
    case '3':
    case '6': return Sound::consonant;
    case '1':
    case '7':
    case '8': return Sound::rieul;
    default: return Sound::vowel;
  }
}

// Hangul syllables are laid out by their final consonant, 28 to each: https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf (3.12)
Sound last_sound(std::string_view word) {
  while (!word.empty()) {
    std::size_t begin = word.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0) == 0x80) --begin;
    const char32_t last = utf8_code_point(word, begin);
    if (is_silent(last)) {
      word = word.substr(0, begin);
      continue;
    }
    if (last < 0x80 && is_ascii_digit(static_cast<char>(last))) return sound_of_digit(static_cast<char>(last));
    if (last < 0xAC00 || last > 0xD7A3) return Sound::unknown;
    const char32_t final_consonant = (last - 0xAC00) % 28;
    if (final_consonant == 0) return Sound::vowel;
    return final_consonant == 8 ? Sound::rieul : Sound::consonant;
  }
  return Sound::unknown;
}

void append_particle(std::string& out, std::string_view word, std::string_view after_consonant, std::string_view after_vowel) {
  const Sound sound = last_sound(word);
  // Only the particles that start with "eu" ("으로", "로") treat a final rieul as a vowel.
  const bool rieul_as_vowel = after_consonant.starts_with("으") && !after_vowel.starts_with("으");
  if (sound == Sound::vowel || (sound == Sound::rieul && rieul_as_vowel)) {
    out += after_vowel;
  } else if (sound != Sound::unknown) {
    out += after_consonant;
  } else if (!after_vowel.empty() && after_consonant.size() > after_vowel.size() && after_consonant.ends_with(after_vowel)) {
    // "(으)로", "(이)나"
    out += '(';
    out += after_consonant.substr(0, after_consonant.size() - after_vowel.size());
    out += ')';
    out += after_vowel;
  } else {
    out += after_consonant;
    out += '(';
    out += after_vowel;
    out += ')';
  }
}

// "4 h 24 min" of a whole number of seconds; anything else as it is.
std::string time_text(std::string_view seconds, Language language) {
  constexpr std::size_t most_digits = 15;
  if (seconds.empty() || seconds.size() > most_digits || seconds.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::string(seconds);
  }
  long long left = 0;
  for (const char digit : seconds) left = left * 10 + (digit - '0');
  constexpr struct {
    long long seconds;
    MessageId row;
  } units[] = {{86400, MessageId::time_days}, {3600, MessageId::time_hours}, {60, MessageId::time_minutes}, {1, MessageId::time_seconds}};
  std::string out;
  for (const auto& unit : units) {
    // Up to two days are told in hours.
    const bool skipped = unit.row == MessageId::time_days && left < 2 * unit.seconds;
    const long long count = skipped ? 0 : left / unit.seconds;
    left -= count * unit.seconds;
    const bool nothing = unit.seconds == 1 && out.empty();
    if (count > 0 || nothing) out += (out.empty() ? "" : " ") + render(Message(unit.row, {std::to_string(count)}), language);
  }
  return out;
}

// Appends what a place such as "0", "0|a/b" or "0:time" (without its braces) stands for; false where it is no place.
bool append_place(std::string& out, std::string_view place, const std::vector<std::string>& arguments, Language language) {
  std::size_t digits = 0;
  std::size_t index = 0;
  while (digits < place.size() && digits < 3 && is_ascii_digit(place[digits])) {
    index = index * 10 + static_cast<std::size_t>(place[digits] - '0');
    ++digits;
  }
  if (digits == 0) return false;
  const std::string_view rest = place.substr(digits);
  if (rest == ":time") {
    out += index < arguments.size() ? time_text(arguments[index], language) : std::string("?");
    return true;
  }
  const std::size_t slash = rest.find('/');
  if (!rest.empty() && (rest.front() != '|' || slash == std::string_view::npos)) return false;
  const std::string_view argument = index < arguments.size() ? std::string_view(arguments[index]) : std::string_view("?");
  out += argument;
  if (!rest.empty()) append_particle(out, argument, rest.substr(1, slash - 1), rest.substr(slash + 1));
  return true;
}

}  // namespace

Message::Message(MessageId message_id, MessageArguments message_arguments)
    : id(message_id), arguments(message_arguments.begin(), message_arguments.end()) {}

std::optional<Language> parse_language(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  if (equals_ignoring_case(primary, "en")) return Language::english;
  if (equals_ignoring_case(primary, "ko")) return Language::korean;
  return std::nullopt;
}

const MessageRow& message_row(MessageId id) {
  assert(id < MessageId::count_);
  return rows[static_cast<std::size_t>(id)];
}

std::string render(const Message& message, Language language) {
  const MessageRow& row = message_row(message.id);
  std::string_view text = language == Language::korean ? row.korean : row.english;
  std::vector<std::string> arguments = message.arguments;
  for (const Message& part : message.parts) arguments.push_back(render(part, language));
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close != std::string_view::npos && append_place(out, text.substr(1, close - 1), arguments, language)) {
      text.remove_prefix(close + 1);
    } else {
      out += '{';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace sts_playground
