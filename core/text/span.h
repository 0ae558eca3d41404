// Places in a text: byte ranges, and the lines and columns that people and editors see.
#pragma once

#include <cstdint>

namespace sts_playground {

// A half-open byte range [begin, end) of a UTF-8 text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span& a, const Span& b) { return a.begin == b.begin && a.end == b.end; }
};

// A place in a text: line and column count from 1; the column counts UTF-16 code units, as editors do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

}  // namespace sts_playground
