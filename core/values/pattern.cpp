#include "core/values/pattern.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/unicode_case.h"
#include "core/text/utf8.h"

namespace sts_playground {
namespace {

constexpr std::string_view opening = "${";

bool same_text(std::string_view a, std::string_view b, bool ignore_case) { return ignore_case ? equals_ignoring_case(a, b) : a == b; }

// The offset past the brace that closes the "${" at the start of `text`, braces within it counted; nothing where none does.
std::optional<std::size_t> balanced_end(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return std::nullopt;
}

// A key has no blanks around it and none of the characters that the syntax of variables and patterns uses.
bool is_key(std::string_view key) {
  return !key.empty() && key.front() != ' ' && key.back() != ' ' && key.find_first_of("${}*?,'") == std::string_view::npos;
}

struct ReadVariable {
  PatternVariable variable;
  std::size_t end = 0;  // bytes
};

// Reads "${key}" or "${key, 'default'}" at the start of `text`; nothing where it is neither.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-formatting
std::optional<ReadVariable> read_variable(std::string_view text) {
  const std::size_t key_end = text.find_first_of(",}", opening.size());
  if (key_end == std::string_view::npos) return std::nullopt;
  const std::string_view key = text.substr(opening.size(), key_end - opening.size());
  if (!is_key(key)) return std::nullopt;
  ReadVariable read;
  read.variable.key = key;
  read.end = key_end + 1;
  if (text[key_end] == '}') return read;
  std::size_t at = key_end + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != '\'') return std::nullopt;
  const std::size_t close = text.find('\'', at + 1);
  if (close == std::string_view::npos || !text.substr(close + 1).starts_with('}')) return std::nullopt;
  read.variable.has_default = true;
  read.variable.default_value = text.substr(at + 1, close - at - 1);
  if (read.variable.default_value.find(opening) != std::string::npos) return std::nullopt;
  read.end = close + 2;
  return read;
}

// "${*}", "${?}" and "${$}" are the characters themselves.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
bool is_escaped_character(std::string_view text) {
  return text.size() >= 4 && text.starts_with(opening) && text[3] == '}' && (text[2] == '*' || text[2] == '?' || text[2] == '$');
}

// What a variable stands for: null data() where it has neither a value nor a default.
std::string_view resolve(const PatternVariable& variable, const VariableSource* source) {
  const std::string_view value = source == nullptr ? std::string_view() : source->variable(variable.key);
  if (value.data() != nullptr || !variable.has_default) return value;
  // Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_sets.json
  if (source != nullptr && source->is_list(variable.key)) return {};
  return variable.default_value;
}

}  // namespace

bool VariableSource::is_list(std::string_view) const { return false; }

void Pattern::add_literal(std::string_view text) {
  if (text.empty()) return;
  if (parts_.empty() || parts_.back().kind != Kind::literal) parts_.push_back(Part{Kind::literal, literals_.size(), literals_.size()});
  literals_ += text;
  parts_.back().end = literals_.size();
}

std::size_t Pattern::add_variable(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (is_escaped_character(rest)) {
    add_literal(rest.substr(opening.size(), 1));
    return opening.size() + 2;
  }
  std::optional<ReadVariable> read = variables_.size() < max_variables ? read_variable(rest) : std::nullopt;
  if (read) {
    read->variable.offset = offset;
    parts_.push_back(Part{Kind::variable, variables_.size(), variables_.size() + 1});
    variables_.push_back(std::move(read->variable));
    return read->end;
  }
  malformed_ = true;
  const std::size_t end = balanced_end(rest).value_or(opening.size());
  add_literal(rest.substr(0, end));
  return end;
}

Pattern::Pattern(std::string_view text, PatternSyntax syntax)
    : ignore_case_(syntax.ignore_case && syntax.wildcards), lower_case_(syntax.ignore_case && !syntax.wildcards) {
  const std::string_view special = syntax.wildcards ? (syntax.variables ? "*?$" : "*?") : (syntax.variables ? "$" : "");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of(special, at), text.size());
    add_literal(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    if (text[at] == '$') {
      const bool opens = text.substr(at).starts_with(opening);
      if (!opens) add_literal(text.substr(at, 1));
      at += opens ? add_variable(text, at) : 1;
      continue;
    }
    const Kind kind = text[at] == '*' ? Kind::any_run : Kind::any_one;
    const bool repeated = kind == Kind::any_run && !parts_.empty() && parts_.back().kind == Kind::any_run;
    if (!repeated) parts_.push_back(Part{kind, 0, 0});  // "**" is "*"
    has_wildcards_ = true;
    ++at;
  }
  matches_everything_ = parts_.size() == 1 && parts_.front().kind == Kind::any_run;
}

Pattern::Result Pattern::match(std::string_view value, const VariableSource* variables) const {
  if (variables_.empty()) return matches_text(value, nullptr) ? Result::match : Result::no_match;
  std::array<std::string_view, max_variables> resolved;
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    resolved[i] = resolve(variables_[i], variables);
    if (resolved[i].data() == nullptr) return Result::unresolved;
  }
  return matches_text(value, resolved.data()) ? Result::match : Result::no_match;
}

std::string Pattern::joined(const std::string_view* resolved) const {
  std::string out;
  for (const Part& part : parts_) {
    out += part.kind == Kind::variable ? resolved[part.begin] : std::string_view(literals_).substr(part.begin, part.end - part.begin);
  }
  return out;
}

// The leftmost match of each stretch between two stars is as good as any other, so a mismatch only ever moves the last star's end on.
bool Pattern::matches_text(std::string_view value, const std::string_view* resolved) const {
  if (lower_case_ && variables_.empty()) return equals_in_lower_case(literals_, value);
  if (lower_case_) return equals_in_lower_case(joined(resolved), value);
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t part = 0;
  std::size_t at = 0;
  std::size_t after_star = none;  // the part behind the last star
  std::size_t star_end = 0;       // where what the last star takes ends
  while (true) {
    if (part < parts_.size() && parts_[part].kind == Kind::any_run) {
      after_star = ++part;
      star_end = at;
      if (after_star == parts_.size()) return true;
      continue;
    }
    if (part == parts_.size() && at == value.size()) return true;
    const std::size_t taken = part < parts_.size() ? take(parts_[part], value, at, resolved) : none;
    if (taken != none) {
      at += taken;
      ++part;
      continue;
    }
    if (after_star == none || star_end >= value.size()) return false;
    star_end += utf16_unit_length(value, star_end);
    at = star_end;
    part = after_star;
  }
}

std::size_t Pattern::take(const Part& part, std::string_view value, std::size_t at, const std::string_view* resolved) const {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  if (part.kind == Kind::any_one) return at < value.size() ? utf16_unit_length(value, at) : none;
  const std::string_view wanted =
      part.kind == Kind::variable ? resolved[part.begin] : std::string_view(literals_).substr(part.begin, part.end - part.begin);
  return same_text(value.substr(at, wanted.size()), wanted, ignore_case_) ? wanted.size() : none;
}

std::optional<std::vector<PatternGlyph>> Pattern::glyphs(const VariableSource* variables) const {
  std::vector<PatternGlyph> out;
  const auto add = [&](std::string_view text) {
    for (const char byte : text) out.push_back({PatternGlyph::Kind::byte, byte});
  };
  for (const Part& part : parts_) {
    if (part.kind == Kind::any_run) out.push_back({PatternGlyph::Kind::any_run, 0});
    if (part.kind == Kind::any_one) out.push_back({PatternGlyph::Kind::any_one, 0});
    if (part.kind == Kind::literal) add(std::string_view(literals_).substr(part.begin, part.end - part.begin));
    if (part.kind != Kind::variable) continue;
    const std::string_view value = resolve(variables_[part.begin], variables);
    if (value.data() == nullptr) return std::nullopt;
    add(value);
  }
  return out;
}

std::string Pattern::resolved_text(const VariableSource* variables) const {
  std::string out;
  for (const Part& part : parts_) {
    switch (part.kind) {
      case Kind::literal: out += std::string_view(literals_).substr(part.begin, part.end - part.begin); break;
      case Kind::any_run: out += '*'; break;
      case Kind::any_one: out += '?'; break;
      case Kind::variable: {
        const PatternVariable& variable = variables_[part.begin];
        const std::string_view value = resolve(variable, variables);
        if (value.data() != nullptr) out += value;
        else out += "${" + variable.key + "}";
        break;
      }
    }
  }
  return out;
}

}  // namespace sts_playground
