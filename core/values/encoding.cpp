#include "core/values/encoding.h"

#include <cassert>
#include <cstddef>

namespace sts_playground {
namespace {

constexpr std::string_view base64_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t block_size = 64;
constexpr std::size_t digest_size = 20;
using Digest = std::array<std::uint8_t, digest_size>;

std::uint32_t rotate_left(std::uint32_t value, int bits) { return (value << bits) | (value >> (32 - bits)); }

std::uint8_t byte_of(char c) { return static_cast<std::uint8_t>(c); }

std::string_view as_text(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

// https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf section 6.1
void add_block(std::array<std::uint32_t, 5>& state, std::string_view block) {
  std::array<std::uint32_t, 80> words;
  for (std::size_t i = 0; i < 16; ++i) {
    words[i] = static_cast<std::uint32_t>(byte_of(block[i * 4])) << 24 | static_cast<std::uint32_t>(byte_of(block[i * 4 + 1])) << 16 |
               static_cast<std::uint32_t>(byte_of(block[i * 4 + 2])) << 8 | byte_of(block[i * 4 + 3]);
  }
  for (std::size_t i = 16; i < 80; ++i) words[i] = rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  auto [a, b, c, d, e] = state;
  for (std::size_t i = 0; i < 80; ++i) {
    std::uint32_t mixed = 0;
    if (i < 20) mixed = ((b & c) | (~b & d)) + 0x5A827999;
    else if (i < 40) mixed = (b ^ c ^ d) + 0x6ED9EBA1;
    else if (i < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
    else mixed = (b ^ c ^ d) + 0xCA62C1D6;
    const std::uint32_t next = rotate_left(a, 5) + mixed + e + words[i];
    e = d;
    d = c;
    c = rotate_left(b, 30);
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

int base64_value(char c) {
  const std::size_t value = base64_alphabet.find(c);
  return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char c : text.substr(0, text.size() - padding)) {
    const int value = base64_value(c);
    if (value < 0) return std::nullopt;
    buffer = (buffer << 6 | static_cast<std::uint32_t>(value)) & 0xFFFF;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>(buffer >> bits & 0xFF);
    }
  }
  // Pad bits that are not zero: two texts would decode to the same bytes. https://www.rfc-editor.org/rfc/rfc4648#section-3.5
  if ((buffer & ((1U << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

std::string encode_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view group = bytes.substr(i, 3);
    std::uint32_t buffer = 0;
    for (std::size_t j = 0; j < 3; ++j) buffer = buffer << 8 | (j < group.size() ? byte_of(group[j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j) text += j <= group.size() ? base64_alphabet[buffer >> (18 - 6 * j) & 63] : '=';
  }
  return text;
}

Digest sha1(std::string_view bytes) {
  std::array<std::uint32_t, 5> state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  std::string_view rest = bytes;
  for (; rest.size() >= block_size; rest.remove_prefix(block_size)) add_block(state, rest.substr(0, block_size));
  std::string last(rest);
  last += '\x80';
  while (last.size() % block_size != block_size - 8) last += '\0';
  const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) last += static_cast<char>(bits >> shift & 0xFF);
  for (std::size_t i = 0; i < last.size(); i += block_size) add_block(state, std::string_view(last).substr(i, block_size));
  Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)) & 0xFF);
  return digest;
}

std::string hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    text += digits[byte_of(c) >> 4];
    text += digits[byte_of(c) & 15];
  }
  return text;
}

// https://www.rfc-editor.org/rfc/rfc2104#section-2
Digest hmac_sha1(std::string_view key, std::string_view message) {
  std::string block(key.size() > block_size ? std::string(as_text(sha1(key))) : std::string(key));
  block.resize(block_size, '\0');
  std::string inner;
  std::string outer;
  for (const char c : block) {
    inner += static_cast<char>(byte_of(c) ^ 0x36);
    outer += static_cast<char>(byte_of(c) ^ 0x5C);
  }
  inner += message;
  outer += as_text(sha1(inner));
  return sha1(outer);
}

// https://www.rfc-editor.org/rfc/rfc6238#section-4 and https://www.rfc-editor.org/rfc/rfc4226#section-5.3
std::string totp(std::string_view seed, std::int64_t epoch_seconds) {
  assert(epoch_seconds >= 0);
  const auto step = static_cast<std::uint64_t>(epoch_seconds) / 30;
  std::string counter;
  for (int shift = 56; shift >= 0; shift -= 8) counter += static_cast<char>(step >> shift & 0xFF);
  const Digest mac = hmac_sha1(seed, counter);
  const std::size_t offset = mac[mac.size() - 1] & 0x0F;
  const std::uint32_t code = static_cast<std::uint32_t>(mac[offset] & 0x7F) << 24 | static_cast<std::uint32_t>(mac[offset + 1]) << 16 |
                             static_cast<std::uint32_t>(mac[offset + 2]) << 8 | mac[offset + 3];
  std::string digits = std::to_string(code % 1000000);
  return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace sts_playground
