#include "core/authorize/text_classes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/catalog/limits.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// Stands for the one character that is a letter of ASCII in lower case and is none itself: the Kelvin sign, a "k". No byte of UTF-8 is it.
constexpr char kelvin = '\xFF';
constexpr std::string_view kelvin_sign = "\u212A";

std::string with_kelvin_signs(std::string text) {
  for (std::size_t at = text.find(kelvin); at != std::string::npos; at = text.find(kelvin, at)) text.replace(at, 1, kelvin_sign);
  return text;
}

char lower(char c) { return c == kelvin ? 'k' : ascii_lower(c); }

char other_case(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  return ascii_lower(c);
}

std::string other_case(std::string text) {
  for (char& c : text) c = other_case(c);
  return text;
}

}  // namespace

void TextClasses::add_glyphs(const std::vector<PatternGlyph>& glyphs, bool ignore_case, bool no_colon) {
  for (const PatternGlyph& glyph : glyphs) {
    steps_.push_back({glyph, false, ignore_case, no_colon && glyph.kind != PatternGlyph::Kind::byte});
    // Characters are more than one byte here; "?" takes one character.
    if (static_cast<unsigned char>(glyph.byte) >= 0x80) exact_ = false;
  }
}

void TextClasses::add_end() {
  Step end;
  end.is_end = true;
  steps_.push_back(end);
}

void TextClasses::add(const Pattern& pattern, const VariableSource& context) {
  const auto glyphs = pattern.glyphs(&context);
  if (!glyphs) return;
  starts_.push_back(steps_.size());
  add_glyphs(*glyphs, pattern.ignores_case(), false);
  add_end();
}

void TextClasses::add_arn(const std::vector<Pattern>& parts, const VariableSource& context) {
  std::vector<std::vector<PatternGlyph>> all;
  for (const Pattern& part : parts) {
    auto glyphs = part.glyphs(&context);
    if (!glyphs) return;
    all.push_back(std::move(*glyphs));
  }
  starts_.push_back(steps_.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_last = i + 1 == all.size();
    add_glyphs(all[i], false, !is_last);
    if (!is_last) add_glyphs({{PatternGlyph::Kind::byte, ':'}}, false, false);
  }
  add_end();
}

void TextClasses::add_text(std::string_view text, bool ignore_case) {
  starts_.push_back(steps_.size());
  for (const char byte : text) add_glyphs({{PatternGlyph::Kind::byte, byte}}, ignore_case, false);
  add_end();
}

// A step and, where it may be empty, what stands behind it.
void TextClasses::enter(std::size_t step, State& state) const {
  state.push_back(step);
  while (!steps_[step].is_end && steps_[step].glyph.kind == PatternGlyph::Kind::any_run) state.push_back(++step);
}

TextClasses::State TextClasses::after(const State& state, char byte) const {
  State next;
  for (const std::size_t at : state) {
    const Step& step = steps_[at];
    if (step.is_end || (step.no_colon && byte == ':')) continue;
    if (step.glyph.kind == PatternGlyph::Kind::any_run) enter(at, next);
    if (step.glyph.kind == PatternGlyph::Kind::any_one) enter(at + 1, next);
    if (step.glyph.kind != PatternGlyph::Kind::byte) continue;
    const bool same = step.ignore_case ? lower(step.glyph.byte) == lower(byte) : step.glyph.byte == byte;
    if (same) enter(at + 1, next);
  }
  std::sort(next.begin(), next.end());
  next.erase(std::unique(next.begin(), next.end()), next.end());
  return next;
}

// Every byte that leads a pattern on, and one that leads none on but by wildcards: all others are like it.
std::string TextClasses::bytes_to_try(const State& state) const {
  std::string bytes;
  const auto add = [&](char byte) {
    if (bytes.find(byte) == std::string::npos) bytes += byte;
  };
  for (const std::size_t at : state) {
    const Step& step = steps_[at];
    if (step.is_end) continue;
    if (step.no_colon) add(':');
    if (step.glyph.kind != PatternGlyph::Kind::byte) continue;
    add(step.glyph.byte);
    if (step.ignore_case) add(other_case(step.glyph.byte));
    if (step.ignore_case && lower(step.glyph.byte) == 'k') add(kelvin);
  }
  for (const char byte : std::string_view("xabcdefghijklmnopqrstuvwyz0123456789-_/@.,=+ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
    if (bytes.find(byte) != std::string::npos) continue;
    bytes += byte;
    break;
  }
  return bytes;
}

TextClasses::Examples TextClasses::examples() const {
  if (steps_.size() > limits::unknown_text_steps) return literal_examples();
  struct Node {
    State state;
    std::string text;
  };
  Examples out;
  out.complete = exact_;
  State first;
  for (const std::size_t start : starts_) enter(start, first);
  std::vector<Node> nodes{{first, ""}};
  std::set<State> seen{first};
  std::set<State> classes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node node = nodes[i];
    State ends;
    std::copy_if(node.state.begin(), node.state.end(), std::back_inserter(ends), [this](std::size_t at) { return steps_[at].is_end; });
    if (classes.insert(std::move(ends)).second) out.texts.push_back(with_kelvin_signs(node.text));
    if (out.work >= limits::unknown_text_work) {
      out.complete = false;
      continue;  // what was reached already is kept
    }
    for (const char byte : bytes_to_try(node.state)) {
      out.work += node.state.size() + 1;
      State next = after(node.state, byte);
      if (seen.insert(next).second) nodes.push_back({std::move(next), node.text + byte});
    }
  }
  return out;
}

// Texts that are too long to be walked through: each one without wildcards as it stands and in the other case, and another.
TextClasses::Examples TextClasses::literal_examples() const {
  Examples out;
  out.complete = false;
  out.texts.emplace_back();
  for (const std::size_t start : starts_) {
    if (out.texts.size() >= limits::unknown_key_values) break;
    std::string text;
    bool ignore_case = false;
    for (std::size_t at = start; !steps_[at].is_end; ++at) {
      if (steps_[at].glyph.kind == PatternGlyph::Kind::byte) text += steps_[at].glyph.byte;
      if (steps_[at].glyph.kind == PatternGlyph::Kind::any_one) text += 'x';
      ignore_case = ignore_case || steps_[at].ignore_case;
    }
    if (ignore_case) out.texts.push_back(other_case(text));
    out.texts.push_back(std::move(text));
  }
  return out;
}

}  // namespace sts_playground
