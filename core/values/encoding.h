// Base64, SHA-1, HMAC-SHA-1 and RFC 6238 codes: what STS and the AWS CLI compute of texts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sts_playground {

// RFC 4648 section 4, padding required, no blanks. Nothing where the text is no base64.
std::optional<std::string> decode_base64(std::string_view text);
std::string encode_base64(std::string_view bytes);
std::array<std::uint8_t, 20> sha1(std::string_view bytes);                               // FIPS 180-4
std::string hex(std::string_view bytes);                                                 // lower case
std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message);  // RFC 2104
// Six digits of RFC 6238 (30 s steps, SHA-1) for a seed at an instant (epoch seconds, not negative).
std::string totp(std::string_view seed, std::int64_t epoch_seconds);

}  // namespace sts_playground
