// Places, letter case and UTF-8.
#include <string>

#include "core/text/ascii.h"
#include "core/text/source_text.h"
#include "core/text/unicode_case.h"
#include "core/text/utf8.h"
#include "tests/catch.h"
#include "tests/unit/random.h"

using namespace sts_playground;

namespace {

void check_position(const SourceText& source, std::size_t offset, std::uint32_t line, std::uint32_t column) {
  CAPTURE(offset);
  const Position position = source.position(static_cast<std::uint32_t>(offset));
  CHECK(position.line == line);
  CHECK(position.column == column);
}

}  // namespace

TEST_CASE("lines end with LF, CR LF or CR", "[text]") {
  const SourceText source("ab\ncd\r\nef\rgh");
  check_position(source, 0, 1, 1);
  check_position(source, 2, 1, 3);
  check_position(source, 3, 2, 1);
  check_position(source, 5, 2, 3);
  check_position(source, 6, 2, 4);  // between CR and LF
  check_position(source, 7, 3, 1);
  check_position(source, 10, 4, 1);
  check_position(source, 12, 4, 3);
  check_position(source, 99, 4, 3);
}

TEST_CASE("an empty text and one that ends with a line end have a last, empty line", "[text]") {
  check_position(SourceText(""), 0, 1, 1);
  check_position(SourceText(""), 5, 1, 1);
  check_position(SourceText("a\n"), 2, 2, 1);
  check_position(SourceText("a\r"), 2, 2, 1);
  check_position(SourceText("\n\n"), 1, 2, 1);
}

TEST_CASE("columns count UTF-16 code units", "[text]") {
  // Hangul syllables are three bytes and one unit, the emoji is four bytes and two units.
  const SourceText source("역할\n🔑\"키\"");
  check_position(source, 3, 1, 2);
  check_position(source, 6, 1, 3);
  check_position(source, 7, 2, 1);
  check_position(source, 11, 2, 3);
  check_position(source, 12, 2, 4);
  check_position(source, 15, 2, 5);
  check_position(source, 9, 2, 1);  // inside the emoji: its start
  CHECK(source.utf16_offset(0) == 0);
  CHECK(source.utf16_offset(7) == 3);
  CHECK(source.utf16_offset(11) == 5);
  CHECK(source.utf16_offset(16) == 8);
  CHECK(source.utf16_offset(1000) == 8);
}

TEST_CASE("UTF-16 offsets of long texts agree with counting from the start", "[text][property]") {
  const std::uint32_t seed = test::random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  test::Random random(seed);
  const std::string text = random.text_of({"a", "가", "🔑", "é", "\n", "\r\n"}, 5000);
  const SourceText source(text);
  for (std::size_t i = 0; i <= text.size(); i += utf8_sequence_length(text, i)) {
    if (source.utf16_offset(static_cast<std::uint32_t>(i)) != utf16_length(std::string_view(text).substr(0, i))) FAIL("at byte " << i);
  }
}

TEST_CASE("a slice is clamped to the text", "[text]") {
  const SourceText source("abcdef");
  CHECK(source.slice({1, 3}) == "bc");
  CHECK(source.slice({4, 99}) == "ef");
  CHECK(source.slice({99, 100}).empty());
  CHECK(source.slice({3, 1}).empty());
}

TEST_CASE("only ASCII letters lose their case", "[text]") {
  CHECK(ascii_lower("sts:AssumeRole") == "sts:assumerole");
  CHECK(ascii_lower("ÀÉ@[`{") == "ÀÉ@[`{");
  CHECK(equals_ignoring_case("AWS:SourceIp", "aws:sourceIP"));
  CHECK_FALSE(equals_ignoring_case("aws", "aws:"));
  CHECK_FALSE(equals_ignoring_case("É", "é"));
  CHECK_FALSE(equals_ignoring_case("[", "{"));
  CHECK(compare_ignoring_case("abc", "ABD") < 0);
  CHECK(compare_ignoring_case("abC", "ab") > 0);
  CHECK(compare_ignoring_case("", "") == 0);
  CHECK(compare_ignoring_case("가", "a") > 0);  // bytes compare as unsigned
  CHECK(starts_with_ignoring_case("AWS:username", "aws:"));
  CHECK_FALSE(starts_with_ignoring_case("aw", "aws:"));
}

TEST_CASE("well-formed and ill-formed UTF-8", "[text]") {
  // https://www.rfc-editor.org/rfc/rfc3629#section-4 and section 10
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("A\xE2\x89\xA2\xCE\x91. \xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4 \xEF\xBB\xBF\xF0\xA3\x8E\xB4"));  // section 7
  CHECK_FALSE(first_invalid_utf8("\xF4\x8F\xBF\xBF"));                                                                          // U+10FFFF
  CHECK(first_invalid_utf8("ab\x80") == 2U);            // a continuation alone
  CHECK(first_invalid_utf8("\xC0\x80") == 0U);          // overlong U+0000
  CHECK(first_invalid_utf8("\xC1\xBF") == 0U);          // overlong
  CHECK(first_invalid_utf8("a\xE0\x9F\xBF") == 1U);     // overlong
  CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0U);  // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0U);      // U+D800
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // U+110000
  CHECK(first_invalid_utf8("\xF5\x80\x80\x80") == 0U);
  CHECK(first_invalid_utf8("가\xEA\xB0") == 3U);  // cut off
  CHECK(first_invalid_utf8("\xC3(") == 0U);
}

// Recorded: condition_strings.json of https://github.com/radkawar/stackd
TEST_CASE("texts in lower case", "[text]") {
  CHECK(equals_in_lower_case("PrOd", "prod"));
  CHECK_FALSE(equals_in_lower_case("prod", "product"));
  CHECK(equals_in_lower_case("K", "\u212A"));  // the Kelvin sign
  CHECK(equals_in_lower_case("ß", "\u1E9E"));
  CHECK_FALSE(equals_in_lower_case("ß", "SS"));
  CHECK_FALSE(equals_in_lower_case("I", "ı"));
  CHECK_FALSE(equals_in_lower_case("i", "\u0130"));
  CHECK(equals_in_lower_case("\u0130", "i\u0307"));
  CHECK_FALSE(equals_in_lower_case("s", "ſ"));
  CHECK(equals_in_lower_case("Σ", "σ"));
  CHECK_FALSE(equals_in_lower_case("Σ", "ς"));
  CHECK(equals_in_lower_case("ΟΣ", "ος"));
  CHECK_FALSE(equals_in_lower_case("ΟΣ", "οσ"));
  CHECK(equals_in_lower_case("ΟΣΑ", "οσα"));
  CHECK(equals_in_lower_case("ΟΣ.", "ος."));
  CHECK_FALSE(equals_in_lower_case("𐐀", "𐐨"));
  CHECK(equals_in_lower_case("AΣ𐐀", "aσ𐐀"));
  CHECK(equals_in_lower_case("𐐀Σ", "𐐀ς"));
  CHECK_FALSE(equals_in_lower_case("é", "e\u0301"));
}

TEST_CASE("UTF-16 units of a text", "[text]") {
  CHECK(utf16_unit_length("🔑a", 0) == 2);
  CHECK(utf16_unit_length("🔑a", 2) == 2);
  CHECK(utf16_unit_length("🔑a", 4) == 1);
  CHECK(utf16_unit_length("가", 0) == 3);
  CHECK(utf16_unit_length("a", 7) == 1);
}

TEST_CASE("code points and their lengths", "[text]") {
  CHECK(utf8_code_point("A", 0) == U'A');
  CHECK(utf8_code_point("é", 0) == U'\u00E9');
  CHECK(utf8_code_point("a가", 1) == U'\uAC00');
  CHECK(utf8_code_point("🔑", 0) == U'\U0001F511');
  CHECK(utf8_code_point("\xFF", 0) == U'\uFFFD');
  CHECK(utf8_code_point("", 0) == U'\uFFFD');
  CHECK(utf8_sequence_length("🔑", 0) == 4);
  CHECK(utf8_sequence_length("\xF0\x9F", 0) == 1);
  CHECK(utf8_sequence_length("a", 7) == 1);
  CHECK(utf16_length("a가🔑") == 4);
  CHECK(utf16_length("") == 0);
}
