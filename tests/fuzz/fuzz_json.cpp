// Any bytes: reading ends with a tree or with diagnostics; spans lie within the text; what is written reads back as an equal tree.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/json/parse.h"
#include "core/text/messages.h"
#include "tests/fuzz/exact_copy.h"

namespace {

using namespace sts_playground;

constexpr json::Limits limits{1 << 20, 32, 10000};

void require(bool holds) {
  if (!holds) std::abort();
}

bool equal(const json::Value& a, const json::Value& b) {
  if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!equal(a.items[i], b.items[i])) return false;
  }
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    if (a.members[i].key != b.members[i].key || !equal(a.members[i].value, b.members[i].value)) return false;
  }
  return true;
}

void check_span(const Span& span, const Span& outer) {
  require(outer.begin <= span.begin && span.begin <= span.end && span.end <= outer.end);
}

// Spans nest, and each covers its value.
void check_tree(const SourceText& source, const json::Value& value, const Span& outer) {
  check_span(value.span, outer);
  const std::string_view written = source.slice(value.span);
  require(!written.empty());
  if (value.is(json::Kind::string)) require(written.front() == '"' && written.back() == '"');
  if (value.is(json::Kind::array)) require(written.front() == '[' && written.back() == ']');
  if (value.is(json::Kind::object)) require(written.front() == '{' && written.back() == '}');
  for (const json::Value& item : value.items) check_tree(source, item, value.span);
  for (const json::Member& member : value.members) {
    check_span(member.key_span, value.span);
    require(source.slice(member.key_span).front() == '"');
    check_tree(source, member.value, value.span);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::ExactCopy copy(data, size);
  const SourceText source{std::string(copy.text())};
  const Span whole{0, static_cast<std::uint32_t>(size)};
  const Parsed<json::Value> parsed = json::parse(source, limits, "/base");
  require(parsed.value || has_error(parsed.diagnostics));
  for (const Diagnostic& diagnostic : parsed.diagnostics) {
    check_span(diagnostic.span, whole);
    require(diagnostic.pointer.starts_with("/base"));
    require(!render(diagnostic.message, Language::english).empty() && !render(diagnostic.message, Language::korean).empty());
    require(source.position(diagnostic.span.begin).line >= 1);
  }
  if (!parsed.value) return 0;
  check_tree(source, *parsed.value, whole);
  const Parsed<json::Value> again = json::parse(SourceText(json::write(*parsed.value)), {~std::size_t{0}, limits.depth, limits.values});
  require(again.value && equal(*parsed.value, *again.value));
  require(again.diagnostics.size() == parsed.diagnostics.size());
  return 0;
}
