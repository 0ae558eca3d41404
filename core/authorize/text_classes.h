// Which texts do a few patterns tell apart? Every combination of patterns that one text can match, each with an example.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/values/pattern.h"

namespace sts_playground {

class TextClasses {
 public:
  // A whole text. `context` gives the values of its variables; a pattern with one that has none matches nothing and is left out.
  void add(const Pattern& pattern, const VariableSource& context);
  // An ARN whose parts are matched one by one: a wildcard crosses a colon only in the sixth.
  void add_arn(const std::vector<Pattern>& parts, const VariableSource& context);
  // Exactly this text, in any letter case where `ignore_case`.
  void add_text(std::string_view text, bool ignore_case);

  // One text for each combination of patterns that a text can match, the one that matches none of them among them.
  struct Examples {
    std::vector<std::string> texts;
    bool complete = true;  // false: there were too many steps, and some combinations may be missing
    std::size_t work = 0;  // steps
  };
  Examples examples() const;

 private:
  struct Step {
    PatternGlyph glyph;
    bool is_end = false;       // the pattern is matched
    bool ignore_case = false;  // of a byte
    bool no_colon = false;     // of a wildcard
  };
  using State = std::vector<std::size_t>;  // the steps at which the patterns may be, in order

  void add_glyphs(const std::vector<PatternGlyph>& glyphs, bool ignore_case, bool no_colon);
  void add_end();
  void enter(std::size_t step, State& state) const;
  State after(const State& state, char byte) const;
  std::string bytes_to_try(const State& state) const;
  Examples literal_examples() const;

  std::vector<Step> steps_;  // of one pattern behind the other, each with its end
  std::vector<std::size_t> starts_;
  bool exact_ = true;  // false: a "?" beside bytes that are a part of a character
};

}  // namespace sts_playground
