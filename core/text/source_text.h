// A text with the places of its lines, so that a byte offset can be told as line and column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace sts_playground {

// Owns a UTF-8 text. Lines end with "\n", "\r\n" or "\r". Immutable once made.
class SourceText {
 public:
  explicit SourceText(std::string text);

  std::string_view text() const { return text_; }
  // The bytes of `span`, clamped to the text.
  std::string_view slice(Span span) const;
  // Line and column (UTF-16 code units, from 1) of a byte offset; an offset past the end is the end.
  Position position(std::uint32_t byte_offset) const;
  // UTF-16 code units from the start of the text to a byte offset (what JavaScript strings index).
  std::uint32_t utf16_offset(std::uint32_t byte_offset) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> line_starts_;       // byte offsets
  std::vector<std::uint32_t> utf16_milestones_;  // UTF-16 code units before every so many bytes: a long text on one line stays fast
};

}  // namespace sts_playground
