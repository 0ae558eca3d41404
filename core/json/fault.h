// Says in words why a text is no JSON. Internal to core/json.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/diagnostic.h"

namespace sts_playground::json {

// How far reading came: everything before `last.end` was JSON.
struct Progress {
  enum class After { start, opening, key, value };
  After after = After::start;
  Span last;            // the last token that was understood
  bool inside = false;  // within an array or object that is still open, the innermost of which is ...
  bool object = false;  // ... an object, not an array,
  Span opening;         // ... opened here
};

// The offset of the first byte that is no JSON white space.
std::size_t skip_blanks(std::string_view text, std::size_t offset);
// The end of the token of well-formed JSON that starts at `begin`: a string, number, word, or one other character.
std::size_t token_end(std::string_view text, std::size_t begin);
// The first fault after what was understood, classified.
Diagnostic describe_fault(const SourceText& source, const Progress& progress);

}  // namespace sts_playground::json
