// UTF-8: validity, code points, and lengths as AWS's services and JavaScript count them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sts_playground {

// Byte offset of the first ill-formed sequence (RFC 3629: no surrogates, no overlong forms), or nothing where the text is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
// Bytes of the sequence that starts at `offset`: 1 to 4, never past the end; 1 for an ill-formed one.
std::size_t utf8_sequence_length(std::string_view text, std::size_t offset);
// The code point that starts at `offset` (U+FFFD for an ill-formed sequence).
char32_t utf8_code_point(std::string_view text, std::size_t offset);
// Bytes that one UTF-16 unit takes at `offset`, which may be the middle of a sequence of four bytes: of such a sequence each half stands
// for one unit. Never past the end.
std::size_t utf16_unit_length(std::string_view text, std::size_t offset);
// UTF-16 code units of a valid UTF-8 text. AWS counts lengths of parameters in these.
std::size_t utf16_length(std::string_view text);

}  // namespace sts_playground
