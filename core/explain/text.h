// Explanations as plain text, for terminals.
#pragma once

#include <string>
#include <string_view>

#include "core/explain/explain.h"

namespace sts_playground {

struct TextStyle {
  Language language = Language::english;
  bool color = false;          // ANSI escape sequences
  std::string_view file_name;  // in places: "file.json:12:5"
};

// One step's explanation, indented by two blanks: the sentence, and the statements that decided, with file, line and column and the
// values that were compared. `source`: the scenario's text.
std::string explanation_text(const Explanation& explanation, const SourceText& source, const TextStyle& style);
// "file.json:12:5", or "file.json, /accounts/.../trust:2:3" for a place in a policy's own text.
std::string place_text(const PolicyPlace& place, const SourceText& source, const TextStyle& style);

}  // namespace sts_playground
