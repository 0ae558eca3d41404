#include "core/json/parse.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/json/fault.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"

namespace sts_playground::json {
namespace {

using Library = nlohmann::json;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Repeated keys that are told one by one. A hostile text could repeat a key a hundred thousand times below a very long pointer.
constexpr std::size_t max_repeated_keys = 100;

Span make_span(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

Diagnostic make_error(MessageId id, MessageArguments arguments, std::string_view pointer, Span span) {
  Diagnostic diagnostic;
  diagnostic.message = Message(id, arguments);
  diagnostic.pointer = pointer;
  diagnostic.span = span;
  return diagnostic;
}

// Takes the library's events and builds the tree. The events carry no places, but between two of them only white space, commas and
// colons can stand, so a cursor finds each token again in the text.
class Reader {
 public:
  Reader(const SourceText& source, const Limits& limits, std::string_view base_pointer)
      : source_(source), text_(source.text()), limits_(limits), base_pointer_(base_pointer) {}

  Parsed<Value> read() {
    const bool complete = Library::sax_parse(text_.data(), text_.data() + text_.size(), this);
    // The library takes a NUL character for the end of its input.
    const bool all_read = complete && skip_blanks(text_, progress_.last.end) == text_.size();
    if (complete && !all_read) report_fault();
    Parsed<Value> parsed;
    if (all_read) parsed.value = std::move(root_);
    if (further_repeats_ > 0) {
      report(make_error(MessageId::json_more_repeated_keys, {std::to_string(further_repeats_), std::to_string(max_repeated_keys)},
                        base_pointer_, first_further_repeat_));
    }
    parsed.diagnostics = std::move(diagnostics_);
    return parsed;
  }

  // The library's events.
  bool null() { return scalar(Kind::null); }
  bool boolean(bool) { return scalar(Kind::boolean); }
  bool number_integer(Library::number_integer_t) { return scalar(Kind::number); }
  bool number_unsigned(Library::number_unsigned_t) { return scalar(Kind::number); }
  bool number_float(Library::number_float_t, const std::string&) { return scalar(Kind::number); }
  bool binary(Library::binary_t&) { return false; }  // no event of JSON text

  bool string(std::string& decoded) {
    Value* value = start_value(Kind::string);
    if (value == nullptr) return false;
    value->text = std::move(decoded);
    end_value(*value);
    return true;
  }

  bool key(std::string& decoded) {
    next_token();
    open_.back()->members.push_back(Member{std::move(decoded), progress_.last, Value{}});
    progress_.after = Progress::After::key;
    return true;
  }

  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_array() { return close(); }
  bool end_object() {
    report_repeated_keys(*open_.back());
    return close();
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    report_fault();
    return false;
  }

 private:
  void next_token() {
    std::size_t at = skip_blanks(text_, progress_.last.end);
    while (at < text_.size() && (text_[at] == ',' || text_[at] == ':')) at = skip_blanks(text_, at + 1);
    progress_.last = make_span(at, token_end(text_, at));
  }

  // The tree's place for the value whose first token comes next; null where there are too many values.
  Value* start_value(Kind kind) {
    next_token();
    if (++values_ > limits_.values) {
      report(make_error(MessageId::limit_json_values, {std::to_string(limits_.values)}, base_pointer_, progress_.last));
      return nullptr;
    }
    Value* value = &root_;
    if (!open_.empty() && open_.back()->is(Kind::array)) {
      open_.back()->items.emplace_back();
      value = &open_.back()->items.back();
    } else if (!open_.empty()) {
      value = &open_.back()->members.back().value;
    }
    value->kind = kind;
    value->span = progress_.last;
    return value;
  }

  void end_value(Value& value) {
    value.span.end = progress_.last.end;
    progress_.after = Progress::After::value;
  }

  bool scalar(Kind kind) {
    Value* value = start_value(kind);
    if (value == nullptr) return false;
    value->text = source_.slice(progress_.last);
    end_value(*value);
    return true;
  }

  bool open(Kind kind) {
    Value* value = start_value(kind);
    if (value == nullptr) return false;
    if (open_.size() >= limits_.depth) {
      report(make_error(MessageId::limit_json_depth, {std::to_string(limits_.depth)}, base_pointer_, progress_.last));
      return false;
    }
    // Stays valid: the vector that holds an open value grows only after the value is closed.
    open_.push_back(value);
    progress_.after = Progress::After::opening;
    enter_innermost();
    return true;
  }

  bool close() {
    next_token();
    end_value(*open_.back());
    open_.pop_back();
    enter_innermost();
    return true;
  }

  void enter_innermost() {
    progress_.inside = !open_.empty();
    if (open_.empty()) return;
    progress_.object = open_.back()->is(Kind::object);
    progress_.opening = open_.back()->span;
  }

  // Keeps the diagnostics in the text's order: an inner object closes before an outer one, whose repeated keys may stand earlier.
  void report(Diagnostic diagnostic) {
    const auto place = std::upper_bound(diagnostics_.begin(), diagnostics_.end(), diagnostic.span.begin,
                                        [](std::uint32_t begin, const Diagnostic& other) { return begin < other.span.begin; });
    diagnostics_.insert(place, std::move(diagnostic));
  }

  void report_fault() {
    Diagnostic fault = describe_fault(source_, progress_);
    fault.pointer = base_pointer_;  // there is no tree to point into
    report(std::move(fault));
  }

  // The JSON pointer of the innermost open value.
  std::string pointer() const {
    std::string out(base_pointer_);
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const Value& outer = *open_[i];
      out = outer.is(Kind::array) ? pointer_append(out, std::to_string(outer.items.size() - 1))
                                  : pointer_append(out, outer.members.back().key);
    }
    return out;
  }

  void report_repeated_keys(const Value& object) {
    const std::vector<Member>& members = object.members;
    if (members.size() < 2) return;
    std::set<std::string_view> keys;
    std::vector<std::size_t> repeats;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!keys.insert(members[i].key).second) repeats.push_back(i);
    }
    if (repeats.empty()) return;
    const std::string object_pointer = repeated_keys_ < max_repeated_keys ? pointer() : std::string();
    for (const std::size_t repeat : repeats) report_repeated_key(members[repeat], object_pointer);
  }

  void report_repeated_key(const Member& member, const std::string& object_pointer) {
    if (repeated_keys_ < max_repeated_keys) {
      ++repeated_keys_;
      std::string written(source_.slice(member.key_span));
      report(make_error(MessageId::json_repeated_key, {std::move(written)}, object_pointer, member.key_span));
    } else if (further_repeats_++ == 0) {
      first_further_repeat_ = member.key_span;
    }
  }

  const SourceText& source_;
  std::string_view text_;
  Limits limits_;
  std::string_view base_pointer_;
  Value root_;
  std::vector<Value*> open_;  // outermost first
  Progress progress_;
  std::size_t values_ = 0;
  std::size_t repeated_keys_ = 0;
  std::size_t further_repeats_ = 0;
  Span first_further_repeat_;
  std::vector<Diagnostic> diagnostics_;
};

std::string hex_byte(char c) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

// What makes reading pointless, before any of it.
std::optional<Diagnostic> fault_of_whole_text(std::string_view text, const Limits& limits, std::string_view pointer) {
  if (text.size() > limits.bytes) {
    return make_error(MessageId::limit_text_bytes, {std::to_string(text.size()), std::to_string(limits.bytes)}, pointer,
                      make_span(limits.bytes, text.size()));
  }
  if (text.starts_with(byte_order_mark))
    return make_error(MessageId::json_byte_order_mark, {}, pointer, make_span(0, byte_order_mark.size()));
  const std::optional<std::size_t> invalid = first_invalid_utf8(text);
  if (invalid) return make_error(MessageId::json_invalid_utf8, {hex_byte(text[*invalid])}, pointer, make_span(*invalid, *invalid + 1));
  return std::nullopt;
}

}  // namespace

Parsed<Value> parse(const SourceText& source, const Limits& limits, std::string_view base_pointer) {
  if (std::optional<Diagnostic> fault = fault_of_whole_text(source.text(), limits, base_pointer)) {
    Parsed<Value> parsed;
    parsed.diagnostics.push_back(std::move(*fault));
    return parsed;
  }
  return Reader(source, limits, base_pointer).read();
}

}  // namespace sts_playground::json
