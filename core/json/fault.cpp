#include "core/json/fault.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"

namespace sts_playground::json {
namespace {

struct Fault {
  MessageId id;
  std::size_t begin;
  std::size_t end;
  std::vector<std::string> arguments;
};

// Characters that look like a space or like nothing; pasted text brings them, and an error has to name them.
bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

// Marks that people or word processors put where JSON wants U+0022.
bool is_other_quotation_mark(char32_t c) {
  constexpr std::u32string_view marks = U"'`\u2018\u2019\u201A\u201C\u201D\u201E\uFF02\uFF07";
  return marks.find(c) != std::u32string_view::npos;
}

bool is_word_part(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '$';
  const char32_t code_point = utf8_code_point(text, at);
  return !is_invisible(code_point) && !is_other_quotation_mark(code_point);
}

bool is_number_part(std::string_view text, std::size_t at) {
  return at < text.size() && (is_word_part(text, at) || text[at] == '.' || text[at] == '+' || text[at] == '-');
}

template <typename Predicate>
std::size_t run_end(std::string_view text, std::size_t at, Predicate is_part) {
  while (is_part(text, at)) at += utf8_sequence_length(text, at);
  return at;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

// The end of the number at `begin`, or `begin` where there is none. https://www.rfc-editor.org/rfc/rfc8259#section-6
std::size_t number_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (at < text.size() && text[at] == '-') ++at;
  const std::size_t whole = at;
  at = at < text.size() && text[at] == '0' ? at + 1 : digits_end(text, at);
  if (at == whole) return begin;
  if (at + 1 < text.size() && text[at] == '.' && is_ascii_digit(text[at + 1])) at = digits_end(text, at + 1);
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    if (digits_end(text, exponent) > exponent) at = digits_end(text, exponent);
  }
  return at;
}

std::size_t string_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
  return std::min(at + 1, text.size());
}

std::string shorten(std::string_view shown) {
  constexpr int longest = 60;  // code points
  std::size_t at = 0;
  for (int i = 0; i < longest && at < shown.size(); ++i) at += utf8_sequence_length(shown, at);
  std::string out(shown.substr(0, at));
  if (at < shown.size()) out += "\u2026";
  return out;
}

std::string code_point_name(char32_t code_point) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) name += digits[(code_point >> shift) & 15];
  return name;
}

std::string quoted(char c) { return {'\'', c, '\''}; }

std::size_t shown_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == '"') return string_end(text, at);
  if (is_word_part(text, at)) return run_end(text, at, is_word_part);
  return at + utf8_sequence_length(text, at);
}

// What stands at `at`, as it can be told in a sentence.
std::string show(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "?";
  const std::string_view token = text.substr(at, shown_end(text, at) - at);
  const char32_t first = utf8_code_point(text, at);
  if (is_invisible(first)) return code_point_name(first);
  if (first == '"' || is_word_part(text, at)) return shorten(token);
  return "'" + std::string(token) + "'";
}

// The value of four hexadecimal digits, or nothing.
std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  if (text.size() < 4 || at > text.size() - 4) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at, 4)) {
    const char lower = ascii_lower(c);
    const bool letter = lower >= 'a' && lower <= 'f';
    if (!letter && !is_ascii_digit(c)) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(letter ? lower - 'a' + 10 : c - '0');
  }
  return value;
}

// The fault of the escape sequence at the backslash `at`, if it has one. https://www.rfc-editor.org/rfc/rfc8259#section-7
std::optional<Fault> escape_fault(std::string_view text, std::size_t at) {
  const auto fault = [&](MessageId id, std::size_t end) { return Fault{id, at, end, {std::string(text.substr(at, end - at))}}; };
  const char kind = text[at + 1];
  if (std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) return std::nullopt;
  if (kind != 'u') return fault(MessageId::json_invalid_escape, at + 1 + utf8_sequence_length(text, at + 1));
  const std::optional<unsigned> unit = hex4(text, at + 2);
  if (!unit) {
    std::size_t end = at + 2;
    while (end < text.size() && end < at + 6 && is_word_part(text, end)) end += utf8_sequence_length(text, end);
    return fault(MessageId::json_invalid_escape, end);
  }
  if (*unit < 0xD800 || *unit > 0xDFFF) return std::nullopt;
  const bool second_follows = text.substr(at + 6).starts_with("\\u");
  const std::optional<unsigned> second = second_follows ? hex4(text, at + 8) : std::nullopt;
  if (*unit <= 0xDBFF && second && *second >= 0xDC00 && *second <= 0xDFFF) return std::nullopt;
  return fault(MessageId::json_lone_surrogate, at + 6);
}

std::string escape_of(char control) {
  constexpr std::string_view named = "\b\f\n\r\t";
  constexpr std::string_view letters = "bfnrt";
  const std::size_t index = named.find(control);
  if (index != std::string_view::npos) return {'\\', letters[index]};
  return "\\u" + code_point_name(static_cast<unsigned char>(control)).substr(2);
}

// The fault within the string at the quotation mark `begin`, if it has one.
std::optional<Fault> string_fault(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') {
    const char c = text[at];
    const bool line_ends = c == '\n' || c == '\r';
    const bool escaped_line_end = c == '\\' && (at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r');
    if (line_ends || escaped_line_end) return Fault{MessageId::json_unfinished_string, begin, at, {}};
    if (static_cast<unsigned char>(c) < 0x20) {
      return Fault{MessageId::json_control_character, at, at + 1, {code_point_name(static_cast<unsigned char>(c)), escape_of(c)}};
    }
    if (c != '\\') {
      ++at;
      continue;
    }
    if (std::optional<Fault> fault = escape_fault(text, at)) return fault;
    // An escaped surrogate pair is passed in one step: its second half alone would look like a fault.
    const std::optional<unsigned> unit = text[at + 1] == 'u' ? hex4(text, at + 2) : std::nullopt;
    if (!unit) at += 2;
    else at += *unit >= 0xD800 && *unit <= 0xDBFF ? 12U : 6U;
  }
  if (at < text.size()) return std::nullopt;
  return Fault{MessageId::json_unfinished_string, begin, text.size(), {}};
}

class FaultFinder {
 public:
  FaultFinder(const SourceText& source, const Progress& progress) : source_(source), text_(source.text()), progress_(progress) {}

  Fault find() const {
    if (std::optional<Fault> fault = torn_token()) return *fault;
    std::size_t at = skip_blanks(text_, progress_.last.end);
    switch (progress_.after) {
      case Progress::After::start: return value_fault(at);
      case Progress::After::opening: return entry_fault(at, std::nullopt);
      case Progress::After::key: return colon_fault(at);
      case Progress::After::value: break;
    }
    if (progress_.inside && at < text_.size() && text_[at] == ',') return entry_fault(skip_blanks(text_, at + 1), at);
    return separator_fault(at);
  }

 private:
  char closing() const { return progress_.object ? '}' : ']'; }
  bool is_bracket_end(std::size_t at) const { return text_[at] == ']' || text_[at] == '}'; }

  Fault fault_at(MessageId id, std::size_t at) const { return {id, at, shown_end(text_, at), {show(text_, at)}}; }

  // A token that ended too early, since its neighbour belongs to it: "01", "nullx", "say "hi"".
  std::optional<Fault> torn_token() const {
    const bool after_token = progress_.after == Progress::After::value || progress_.after == Progress::After::key;
    const std::size_t at = progress_.last.end;
    if (!after_token || at >= text_.size()) return std::nullopt;
    const std::size_t begin = progress_.last.begin;
    const char first = text_[begin];
    if (first == '"') {
      if (!is_word_part(text_, at)) return std::nullopt;
      return Fault{MessageId::json_unescaped_quotation_mark, at - 1, at, {show(text_, at)}};
    }
    if (!is_number_part(text_, at)) return std::nullopt;
    const bool number = first == '-' || is_ascii_digit(first);
    if (!number && !is_ascii_letter(first)) return std::nullopt;
    const std::size_t end = run_end(text_, begin, is_number_part);
    return Fault{
        number ? MessageId::json_invalid_number : MessageId::json_unknown_word, begin, end, {shorten(text_.substr(begin, end - begin))}};
  }

  // Faults that can stand anywhere between tokens.
  std::optional<Fault> common_fault(std::size_t at) const {
    if (at >= text_.size()) return end_fault();
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("//") || rest.starts_with("#")) {
      return Fault{MessageId::json_comment, at, std::min(text_.find_first_of("\r\n", at), text_.size()), {}};
    }
    if (rest.starts_with("/*")) {
      const std::size_t end = text_.find("*/", at + 2);
      return Fault{MessageId::json_comment, at, end == std::string_view::npos ? text_.size() : end + 2, {}};
    }
    const char32_t mark = utf8_code_point(text_, at);
    if (!is_other_quotation_mark(mark)) return std::nullopt;
    const std::size_t length = utf8_sequence_length(text_, at);
    return Fault{MessageId::json_quotation_marks, at, other_string_end(at + length), {std::string(text_.substr(at, length))}};
  }

  // Past the next quotation mark of any kind on the same line; `at` itself where there is none.
  std::size_t other_string_end(std::size_t at) const {
    for (std::size_t i = at; i < text_.size() && text_[i] != '\n' && text_[i] != '\r'; i += utf8_sequence_length(text_, i)) {
      if (text_[i] == '"' || is_other_quotation_mark(utf8_code_point(text_, i))) return i + utf8_sequence_length(text_, i);
    }
    return at;
  }

  Fault end_fault() const {
    const std::size_t end = text_.size();
    if (!progress_.inside) return {MessageId::json_empty, 0, end, {}};
    return {MessageId::json_unexpected_end, end, end, opening_arguments()};
  }

  std::vector<std::string> opening_arguments() const {
    const Position position = source_.position(progress_.opening.begin);
    return {progress_.object ? "{" : "[", std::to_string(position.line), std::to_string(position.column)};
  }

  // An element or a member is expected, after an opening bracket or after the comma at `comma`.
  Fault entry_fault(std::size_t at, std::optional<std::size_t> comma) const {
    if (std::optional<Fault> fault = common_fault(at)) return *fault;
    if (is_bracket_end(at)) {
      if (comma && text_[at] == closing()) return {MessageId::json_trailing_comma, *comma, *comma + 1, {quoted(text_[at])}};
      return mismatched_bracket(at);
    }
    return progress_.object ? key_fault(at) : value_fault(at);
  }

  Fault mismatched_bracket(std::size_t at) const {
    std::vector<std::string> arguments = opening_arguments();
    arguments.insert(arguments.begin(), quoted(text_[at]));
    return {MessageId::json_mismatched_bracket, at, at + 1, std::move(arguments)};
  }

  Fault key_fault(std::size_t at) const {
    if (text_[at] == '"') {
      if (std::optional<Fault> fault = string_fault(text_, at)) return *fault;
    }
    if (is_word_part(text_, at)) return fault_at(MessageId::json_unquoted_key, at);
    return fault_at(MessageId::json_expected_key, at);
  }

  Fault colon_fault(std::size_t at) const {
    if (std::optional<Fault> fault = common_fault(at)) return *fault;
    if (text_[at] == ':') return value_fault(skip_blanks(text_, at + 1));
    Fault fault = fault_at(MessageId::json_expected_colon, at);
    fault.arguments.push_back(std::to_string(source_.position(progress_.last.begin).line));
    return fault;
  }

  Fault value_fault(std::size_t at) const {
    if (std::optional<Fault> fault = common_fault(at)) return *fault;
    const char first = text_[at];
    if (first == '"') {
      if (std::optional<Fault> fault = string_fault(text_, at)) return *fault;
    }
    if (is_ascii_digit(first) || first == '-' || first == '+' || first == '.') {
      const std::size_t end = run_end(text_, at, is_number_part);
      const bool well_formed = number_end(text_, at) == end;
      return {well_formed ? MessageId::json_number_range : MessageId::json_invalid_number, at, end, {shorten(text_.substr(at, end - at))}};
    }
    if (is_word_part(text_, at)) return fault_at(MessageId::json_unknown_word, at);
    return fault_at(MessageId::json_expected_value, at);
  }

  // After a value: a comma, the closing bracket, or the end of the text is expected.
  Fault separator_fault(std::size_t at) const {
    if (at < text_.size() || progress_.inside) {
      if (std::optional<Fault> fault = common_fault(at)) return *fault;
    }
    if (!progress_.inside) return fault_at(MessageId::json_text_after_end, at);
    if (is_bracket_end(at)) return mismatched_bracket(at);
    const bool starts_entry = is_word_part(text_, at) || std::string_view("\"{[-").find(text_[at]) != std::string_view::npos;
    if (starts_entry) return fault_at(MessageId::json_missing_comma, at);
    Fault fault = fault_at(MessageId::json_expected_comma, at);
    fault.arguments.push_back(quoted(closing()));
    return fault;
  }

  const SourceText& source_;
  std::string_view text_;
  const Progress& progress_;
};

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\t' || text[offset] == '\n' || text[offset] == '\r')) ++offset;
  return offset;
}

std::size_t token_end(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return text.size();
  const char first = text[begin];
  if (first == '"') return string_end(text, begin);
  if (first == '-' || is_ascii_digit(first)) return number_end(text, begin);
  if (first == 't' || first == 'n') return std::min(begin + 4, text.size());
  if (first == 'f') return std::min(begin + 5, text.size());
  return begin + 1;
}

Diagnostic describe_fault(const SourceText& source, const Progress& progress) {
  Fault fault = FaultFinder(source, progress).find();
  Diagnostic diagnostic;
  diagnostic.message = Message(fault.id, std::move(fault.arguments));
  diagnostic.span = {static_cast<std::uint32_t>(fault.begin), static_cast<std::uint32_t>(fault.end)};
  return diagnostic;
}

}  // namespace sts_playground::json
