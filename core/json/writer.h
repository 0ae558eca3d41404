// Writes JSON text value by value (RFC 8259), compact: nothing is kept in memory but the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sts_playground::json {

// Appends to `out`. Commas and colons come by themselves: a value follows the name() before it, or is the next item of the array.
// Whoever writes opens and closes in the right order. Bytes that are no UTF-8 show as U+FFFD.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { out_ += '}'; }
  void open_array() { open('['); }
  void close_array() { out_ += ']'; }
  void string(std::string_view text);
  void number(std::int64_t value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  // A value that is JSON text already.
  void raw(std::string_view text);

  // The name of an object's next member, then the same with the member's value.
  void name(std::string_view text);
  void open_object(std::string_view member);
  void open_array(std::string_view member);
  void string(std::string_view member, std::string_view text);
  void string_or_null(std::string_view member, std::string_view text);  // null where `text` is empty
  void number(std::string_view member, std::int64_t value);
  void boolean(std::string_view member, bool value);
  void null(std::string_view member);
  template <typename Texts>
  void strings(std::string_view member, const Texts& texts) {
    open_array(member);
    for (const auto& text : texts) string(text);
    close_array();
  }

 private:
  void open(char bracket);
  void separate();

  std::string& out_;
};

}  // namespace sts_playground::json
