// The meaning of a glob pattern as plainly as it can be said, to compare the real matcher with. Slow: for short inputs only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace sts_playground::test {

// One element of a pattern: a star, a question mark, or one UTF-16 unit.
struct Glyph {
  enum class Kind { star, question, literal } kind;
  std::string text;  // literal: the unit's bytes
};

// The UTF-16 units of a text: of a character that takes two, the halves of its four bytes.
inline std::vector<std::string> units_of(std::string_view text) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_sequence_length(text, i);
    if (length == 4) units.emplace_back(text.substr(i, 2));
    units.emplace_back(length == 4 ? text.substr(i + 2, 2) : text.substr(i, length));
    i += length;
  }
  return units;
}

inline void append_literal(std::vector<Glyph>& glyphs, std::string_view text) {
  for (const std::string& unit : units_of(text)) glyphs.push_back(Glyph{Glyph::Kind::literal, unit});
}

// A text without variables.
inline std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  for (const std::string& unit : units_of(text)) {
    if (unit == "*") glyphs.push_back(Glyph{Glyph::Kind::star, {}});
    else if (unit == "?") glyphs.push_back(Glyph{Glyph::Kind::question, {}});
    else glyphs.push_back(Glyph{Glyph::Kind::literal, unit});
  }
  return glyphs;
}

inline bool naive_match(const std::vector<Glyph>& glyphs, std::size_t g, const std::vector<std::string>& value, std::size_t v,
                        bool ignore_case) {
  if (g == glyphs.size()) return v == value.size();
  if (glyphs[g].kind == Glyph::Kind::star) {
    return naive_match(glyphs, g + 1, value, v, ignore_case) || (v < value.size() && naive_match(glyphs, g, value, v + 1, ignore_case));
  }
  if (v == value.size()) return false;
  const bool same = glyphs[g].kind == Glyph::Kind::question || glyphs[g].text == value[v] ||
                    (ignore_case && ascii_lower(glyphs[g].text) == ascii_lower(value[v]));
  return same && naive_match(glyphs, g + 1, value, v + 1, ignore_case);
}

inline bool naive_match(const std::vector<Glyph>& glyphs, std::string_view value, bool ignore_case) {
  return naive_match(glyphs, 0, units_of(value), 0, ignore_case);
}

}  // namespace sts_playground::test
