// The meaning of a glob pattern as plainly as it can be said, to compare the real matcher with. Slow: for short inputs only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace sts_playground::test {

// One element of a pattern: a star, a question mark, or one code point.
struct Glyph {
  enum class Kind { star, question, literal } kind;
  std::string text;  // literal: the code point's bytes
};

inline std::vector<std::string> code_points(std::string_view text) {
  std::vector<std::string> points;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_sequence_length(text, i);
    points.emplace_back(text.substr(i, length));
    i += length;
  }
  return points;
}

inline void append_literal(std::vector<Glyph>& glyphs, std::string_view text) {
  for (const std::string& point : code_points(text)) glyphs.push_back(Glyph{Glyph::Kind::literal, point});
}

// A text without variables.
inline std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  for (const std::string& point : code_points(text)) {
    if (point == "*") glyphs.push_back(Glyph{Glyph::Kind::star, {}});
    else if (point == "?") glyphs.push_back(Glyph{Glyph::Kind::question, {}});
    else glyphs.push_back(Glyph{Glyph::Kind::literal, point});
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
  return naive_match(glyphs, 0, code_points(value), 0, ignore_case);
}

}  // namespace sts_playground::test
