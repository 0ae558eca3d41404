#include "core/text/source_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/text/utf8.h"

namespace sts_playground {
namespace {

constexpr std::size_t milestone_bytes = 1024;

// Spans hold 32-bit offsets; limits keep texts far below this, and nothing past it can be pointed at.
constexpr std::size_t max_text_bytes = 0xFFFFFFFF;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

SourceText::SourceText(std::string text) : text_(std::move(text)) {
  if (text_.size() > max_text_bytes) text_.resize(max_text_bytes);
  line_starts_.push_back(0);
  const std::string_view all = text_;
  std::size_t units = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % milestone_bytes == 0) {
      if (i > 0) units += utf16_length(all.substr(i - milestone_bytes, milestone_bytes));
      utf16_milestones_.push_back(static_cast<std::uint32_t>(units));
    }
    const bool carriage_return = all[i] == '\r' && (i + 1 == all.size() || all[i + 1] != '\n');
    if (all[i] == '\n' || carriage_return) line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view SourceText::slice(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::min<std::size_t>(std::max(span.begin, span.end), text_.size());
  return text().substr(begin, end - begin);
}

Position SourceText::position(std::uint32_t byte_offset) const {
  const std::uint32_t offset = std::min(byte_offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  const std::uint32_t column = utf16_offset(offset) - utf16_offset(*(after - 1)) + 1;
  return {line, column};
}

std::uint32_t SourceText::utf16_offset(std::uint32_t byte_offset) const {
  std::size_t offset = std::min<std::size_t>(byte_offset, text_.size());
  // Inside a code point: its start.
  for (int i = 0; i < 3 && offset > 0 && offset < text_.size() && is_continuation(text_[offset]); ++i) --offset;
  if (utf16_milestones_.empty()) return 0;
  const std::size_t milestone = std::min(offset / milestone_bytes, utf16_milestones_.size() - 1);
  const std::size_t begin = milestone * milestone_bytes;
  return utf16_milestones_[milestone] + static_cast<std::uint32_t>(utf16_length(text().substr(begin, offset - begin)));
}

}  // namespace sts_playground
