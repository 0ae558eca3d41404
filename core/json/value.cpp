#include "core/json/value.h"

#include <cstddef>

#include "core/text/utf8.h"

namespace sts_playground::json {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

// Characters that RFC 8259 section 7 wants escaped. https://www.rfc-editor.org/rfc/rfc8259#section-7
void write_escaped(std::string& out, char c) {
  constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  const std::size_t short_form = escaped.find(c);
  out += '\\';
  if (short_form != std::string_view::npos) {
    out += letters[short_form];
  } else {
    out += "u00";
    out += hex_digits[c >> 4];
    out += hex_digits[c & 15];
  }
}

void write_value(std::string& out, const Value& value) {
  switch (value.kind) {
    case Kind::null:
    case Kind::boolean:
    case Kind::number: out += value.text; return;
    case Kind::string: write_string(out, value.text); return;
    case Kind::array:
      out += '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) out += ',';
        write_value(out, value.items[i]);
      }
      out += ']';
      return;
    case Kind::object:
      out += '{';
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        if (i > 0) out += ',';
        write_string(out, value.members[i].key);
        out += ':';
        write_value(out, value.members[i].value);
      }
      out += '}';
      return;
  }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

// https://www.rfc-editor.org/rfc/rfc6901#section-3
std::string pointer_append(std::string_view pointer, std::string_view key) {
  std::string out;
  out.reserve(pointer.size() + key.size() + 1);
  out += pointer;
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string write(const Value& value) {
  std::string out;
  write_value(out, value);
  return out;
}

// Most texts need no escape at all, so whole runs of plain characters are appended at once.
void write_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t begin = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const bool ascii = static_cast<unsigned char>(text[i]) < 0x80;
    const std::size_t length = ascii ? 1 : utf8_sequence_length(text, i);
    if (ascii ? is_plain(text[i]) : length > 1) {
      i += length;
      continue;
    }
    out += text.substr(begin, i - begin);
    // JSON is UTF-8; bytes that are none (decoded base64, say) show as U+FFFD.
    if (ascii) write_escaped(out, text[i]);
    else out += "\xEF\xBF\xBD";
    begin = ++i;
  }
  out += text.substr(begin);
  out += '"';
}

}  // namespace sts_playground::json
