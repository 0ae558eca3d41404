// A pattern and a value, with 0xFF between them: the matcher agrees with the naive one, with variables and without.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/text/unicode_case.h"
#include "core/values/pattern.h"
#include "tests/fuzz/exact_copy.h"
#include "tests/unit/naive_pattern.h"

namespace {

using namespace sts_playground;

void require(bool holds) {
  if (!holds) std::abort();
}

// Every key has the same value.
class OneValue final : public VariableSource {
 public:
  explicit OneValue(std::string_view value) : value_(value) {}
  std::string_view variable(std::string_view) const override { return value_; }

 private:
  std::string_view value_;
};

// The naive matcher takes exponential time in the number of stars.
bool small_enough(std::string_view pattern, std::string_view value) {
  return std::count(pattern.begin(), pattern.end(), '*') <= 4 && value.size() <= 24;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const PatternSyntax syntax{(data[0] & 1) != 0, (data[0] & 2) != 0, (data[0] & 4) != 0};
  const fuzz::ExactCopy copy(data + 1, size - 1);
  std::string_view rest = copy.text();
  const fuzz::ExactCopy text(fuzz::take_field(rest));
  const fuzz::ExactCopy value(fuzz::take_field(rest));
  const fuzz::ExactCopy substituted(fuzz::take_field(rest));

  const OneValue source(substituted.text());
  const Pattern pattern(text.text(), syntax);
  const Pattern::Result result = pattern.match(value.text(), &source);
  require(result != Pattern::Result::unresolved);
  if (pattern.matches_everything()) require(result == Pattern::Result::match);
  if (!syntax.variables) require(!pattern.has_variables() && !pattern.malformed() && pattern.match(value.text()) == result);
  const std::string resolved = pattern.resolved_text(&source);
  for (const PatternVariable& variable : pattern.variables()) require(text.text().substr(variable.offset).starts_with("${" + variable.key));

  // Without variables a pattern's own text is all that there is to know of it; ill-formed bytes could join up across parts.
  const bool lowers = syntax.ignore_case && !syntax.wildcards;  // the texts are compared in lower case
  const bool comparable = !lowers && !syntax.variables && !first_invalid_utf8(text.text()) && !first_invalid_utf8(value.text());
  if (comparable && small_enough(text.text(), value.text())) {
    std::vector<test::Glyph> glyphs;
    if (syntax.wildcards) glyphs = test::glyphs_of(text.text());
    else test::append_literal(glyphs, text.text());
    require(test::naive_match(glyphs, value.text(), syntax.ignore_case) == (result == Pattern::Result::match));
  }
  if (lowers) require(equals_in_lower_case(resolved, value.text()) == (result == Pattern::Result::match));
  // Where nothing is a wildcard, matching is equality with the resolved text.
  if (!pattern.has_wildcards() && !syntax.ignore_case) require((resolved == value.text()) == (result == Pattern::Result::match));
  return 0;
}
