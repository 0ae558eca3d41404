// Glob patterns with policy variables, as IAM's Action, Resource and Condition values use them. Matching is iterative and linear in
// practice; nothing is allocated.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sts_playground {

// How a policy's text becomes a pattern.
struct PatternSyntax {
  bool wildcards = false;    // * is any run of characters, ? one UTF-16 unit; else both are ordinary characters
  bool variables = false;    // ${key}, ${key, 'default'}, ${*}, ${?}, ${$}; else "$" and braces are ordinary characters
  bool ignore_case = false;  // with wildcards: ASCII letters match in any case; without: the texts are compared in lower case
};

// Gives the one value of a condition key, for ${key}; null data() means that the key is absent or has several values.
// The name is as the author wrote it; names compare without letter case.
class VariableSource {
 public:
  virtual std::string_view variable(std::string_view key) const = 0;
  // True for a key that is there and multivalued: a variable of it has no value, not even its default.
  virtual bool is_list(std::string_view key) const;

 protected:
  ~VariableSource() = default;
};

// A variable of a pattern.
struct PatternVariable {
  std::string key;  // as written
  bool has_default = false;
  std::string default_value;
  std::size_t offset = 0;  // bytes from the start of the pattern's text to "${"
};

// A pattern taken apart: one byte, or a wildcard.
struct PatternGlyph {
  enum class Kind : unsigned char { byte, any_one, any_run };
  Kind kind = Kind::byte;
  char byte = 0;
};

class Pattern {
 public:
  static constexpr std::size_t max_variables = 64;  // further ones make the pattern malformed

  enum class Result { no_match, match, unresolved };  // unresolved: a variable has neither a value nor a default

  Pattern() = default;
  // Never fails: text that is no proper variable (an unclosed "${", an empty name) stays literal and sets malformed().
  Pattern(std::string_view text, PatternSyntax syntax);

  // Matches the whole of `value`. Substituted text is compared literally: a * in it is no wildcard.
  // `?` takes one UTF-16 unit, so that a character beyond U+FFFF takes two of them. Recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_strings.json
  // `variables` may be null where the pattern has none.
  Result match(std::string_view value, const VariableSource* variables = nullptr) const;
  // The pattern with its variables replaced (unresolved ones as written), for people to read.
  std::string resolved_text(const VariableSource* variables) const;

  // The pattern with its variables replaced, taken apart; nothing where a variable has neither a value nor a default.
  std::optional<std::vector<PatternGlyph>> glyphs(const VariableSource* variables) const;
  bool ignores_case() const { return ignore_case_ || lower_case_; }

  bool has_variables() const { return !variables_.empty(); }
  bool has_wildcards() const { return has_wildcards_; }
  bool malformed() const { return malformed_; }
  // True for a pattern of only "*" signs: matches everything.
  bool matches_everything() const { return matches_everything_; }
  const std::vector<PatternVariable>& variables() const { return variables_; }

 private:
  enum class Kind : unsigned char { literal, any_run, any_one, variable };
  struct Part {
    Kind kind;
    std::size_t begin;  // literal: range of literals_; variable: index into variables_
    std::size_t end;
  };

  void add_literal(std::string_view text);
  // Reads the "${" at `offset`; gives the bytes that it takes.
  std::size_t add_variable(std::string_view text, std::size_t offset);
  bool matches_text(std::string_view value, const std::string_view* resolved) const;
  // The whole text of a pattern without wildcards.
  std::string joined(const std::string_view* resolved) const;
  // Bytes of `value` from `at` that a part other than a star takes, or size_t's greatest value where it does not match.
  std::size_t take(const Part& part, std::string_view value, std::size_t at, const std::string_view* resolved) const;

  std::string literals_;
  std::vector<Part> parts_;
  std::vector<PatternVariable> variables_;
  bool ignore_case_ = false;  // of ASCII letters
  bool lower_case_ = false;   // compared in lower case
  bool has_wildcards_ = false;
  bool malformed_ = false;
  bool matches_everything_ = false;
};

}  // namespace sts_playground
