#include "core/text/utf8.h"

namespace sts_playground {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

// Bytes of the well-formed sequence at `offset`, or 0. Table 3-7 of the Unicode standard: the second byte's range keeps out overlong
// forms, surrogates and what is beyond U+10FFFF. https://www.rfc-editor.org/rfc/rfc3629#section-4
std::size_t well_formed_length(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (text.size() - offset < length) return 0;
  const unsigned char second = byte_at(text, offset + 1);
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, offset + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = well_formed_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::size_t utf8_sequence_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 1;
  const std::size_t length = well_formed_length(text, offset);
  return length == 0 ? 1 : length;
}

char32_t utf8_code_point(std::string_view text, std::size_t offset) {
  constexpr char32_t replacement = 0xFFFD;
  if (offset >= text.size()) return replacement;
  const std::size_t length = well_formed_length(text, offset);
  if (length == 0) return replacement;
  if (length == 1) return byte_at(text, offset);
  char32_t code_point = static_cast<char32_t>(byte_at(text, offset) & (0xFF >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | static_cast<char32_t>(byte_at(text, offset + i) & 0x3F);
  }
  return code_point;
}

std::size_t utf16_unit_length(std::string_view text, std::size_t offset) {
  constexpr std::size_t half = 2;
  if (offset >= half && offset < text.size() && utf8_sequence_length(text, offset - half) == 2 * half) return half;
  const std::size_t length = utf8_sequence_length(text, offset);
  return length == 2 * half ? half : length;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;  // beyond U+FFFF a code point takes a surrogate pair
  }
  return units;
}

}  // namespace sts_playground
