// Base64, SHA-1, HMAC and one-time codes, against the vectors of their documents.
#include "core/values/encoding.h"

#include <string>

#include "tests/catch.h"
#include "tests/unit/random.h"

using namespace sts_playground;

namespace {

std::string hex_of(const std::array<std::uint8_t, 20>& digest) { return hex(std::string(digest.begin(), digest.end())); }

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("base64 vectors of RFC 4648", "[encoding]") {
  // https://www.rfc-editor.org/rfc/rfc4648#section-10
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    CHECK(encode_base64(bytes) == text);
    CHECK(decode_base64(text) == std::string(bytes));
  }
  CHECK(encode_base64("\xFB\xFF\xFE") == "+//+");
  CHECK(decode_base64("+//+") == "\xFB\xFF\xFE");
}

TEST_CASE("what is no base64", "[encoding]") {
  for (const std::string_view text : {"Z", "Zg", "Zg=", "Zm8", "=", "==", "====", "Zg===", "Z===", "Zg==Zg==", "Zm9v\n", " Zm9v", "Zm 9",
                                      "-__-", "Zh==", "Zm9=", "Zm9vY===", "Z=g=", "가"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base64(text));
  }
}

TEST_CASE("base64 there and back", "[encoding][property]") {
  const std::uint32_t seed = test::random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  test::Random random(seed);
  for (int i = 0; i < 500; ++i) {
    std::string bytes;
    for (std::size_t size = random.below(40); size > 0; --size) bytes += static_cast<char>(random.below(256));
    REQUIRE(decode_base64(encode_base64(bytes)) == bytes);
  }
}

TEST_CASE("SHA-1 vectors", "[encoding]") {
  // https://www.rfc-editor.org/rfc/rfc3174#section-7.3, the examples of FIPS 180
  CHECK(hex_of(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex_of(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hex_of(sha1(std::string(1000000, 'a'))) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
  CHECK(hex_of(sha1(repeated("0123456701234567012345670123456701234567012345670123456701234567", 10))) ==
        "dea356a2cddd90c7a7ecedc5ebb563934f460452");
  CHECK(hex_of(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

TEST_CASE("HMAC-SHA-1 vectors of RFC 2202", "[encoding]") {
  // https://www.rfc-editor.org/rfc/rfc2202#section-3
  CHECK(hex_of(hmac_sha1(std::string(20, '\x0b'), "Hi There")) == "b617318655057264e28bc0b6fb378c8ef146be00");
  CHECK(hex_of(hmac_sha1("Jefe", "what do ya want for nothing?")) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  CHECK(hex_of(hmac_sha1(std::string(20, '\xaa'), std::string(50, '\xdd'))) == "125d7342b9ac11cd91a39af48aa17b4f63f175d3");
  CHECK(hex_of(hmac_sha1(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "aa4ae5e15272d00e95705637ce8a3b55ed402112");
  CHECK(hex_of(hmac_sha1(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data")) ==
        "e8e99d0f45237d786d6bbaa7965c7808bbff1a91");
}

TEST_CASE("one-time codes of RFC 6238", "[encoding]") {
  // https://www.rfc-editor.org/rfc/rfc6238#appendix-B has eight digits; six digits are the last six of them.
  const std::string seed = "12345678901234567890";
  const std::pair<std::int64_t, std::string_view> vectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                                                               {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, code] : vectors) CHECK(totp(seed, seconds) == code);
  // https://www.rfc-editor.org/rfc/rfc4226#appendix-D: the counters 0 and 1
  CHECK(totp(seed, 0) == "755224");
  CHECK(totp(seed, 29) == "755224");
  CHECK(totp(seed, 30) == "287082");
}

TEST_CASE("hexadecimal text is in lower case", "[encoding]") {
  CHECK(hex(std::string("\x00\x0F\xAB\xFF", 4)) == "000fabff");
  CHECK(hex("").empty());
}
