// JSON text to a located value tree (RFC 8259), by nlohmann/json's SAX parser.
#pragma once

#include "core/json/value.h"
#include "core/text/diagnostic.h"

namespace sts_playground::json {

struct Limits {
  std::size_t bytes;   // of the text
  std::size_t depth;   // of nested arrays and objects
  std::size_t values;  // in the whole tree
};

// Reads one JSON document. Faults: text that is no JSON (one fault, at its place, in words that say what was expected and name usual
// slips: a trailing comma, a comment, single quotation marks, an unfinished string), invalid UTF-8, a limit, and every repeated key
// (an error each, with the pointer of its object). `value` is absent only where the text is no JSON or a limit is exceeded.
// Diagnostics have `source` null and pointers below `base_pointer`.
Parsed<Value> parse(const SourceText& source, const Limits& limits, std::string_view base_pointer = "");

}  // namespace sts_playground::json
