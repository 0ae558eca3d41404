#include "core/json/value.h"

#include <cstddef>

#include "core/text/utf8.h"

namespace sts_playground::json {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

// Characters that RFC 8259 section 7 wants escaped. https://www.rfc-editor.org/rfc/rfc8259#section-7
void write_ascii(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    out += "\\u00";
    out += hex_digits[c >> 4];
    out += hex_digits[c & 15];
  } else {
    out += c;
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

void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      write_ascii(out, c);
      ++i;
      continue;
    }
    const std::size_t length = utf8_sequence_length(text, i);
    // JSON is UTF-8; bytes that are none (decoded base64, say) show as U+FFFD.
    if (length == 1) out += "\xEF\xBF\xBD";
    else out += text.substr(i, length);
    i += length;
  }
  out += '"';
}

}  // namespace sts_playground::json
