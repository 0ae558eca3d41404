// A JSON value that knows where it stands in its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace sts_playground::json {

enum class Kind : unsigned char { null, boolean, number, string, array, object };

struct Member;

// A tree of what the text says, in the text's order, repeated keys included.
struct Value {
  Kind kind = Kind::null;
  Span span;                    // of the whole value, quotation marks and brackets included
  std::string text;             // string: decoded; number, boolean, null: as written (numbers stay exact)
  std::vector<Value> items;     // array
  std::vector<Member> members;  // object

  bool is(Kind k) const { return kind == k; }
  // The value of the first member with this key (exact letter case), or null.
  const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;  // decoded
  Span key_span;    // quotation marks included
  Value value;
};

// Appends "/" and the key, escaped as RFC 6901 says, to a JSON pointer.
std::string pointer_append(std::string_view pointer, std::string_view key);
// Compact JSON text of a value: keys in order, numbers as written. read(write(v)) == v apart from spans.
std::string write(const Value& value);
// Appends `text` as a JSON string, quotation marks included.
void write_string(std::string& out, std::string_view text);

}  // namespace sts_playground::json
