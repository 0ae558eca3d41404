#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/json/writer.h"
#include "tests/catch_json.h"

namespace {

using sts_playground::json::Writer;

std::string string_json(const std::string& text) {
  std::string out;
  Writer(out).string(text);
  return out;
}

TEST_CASE("values of all kinds, with commas and colons where they belong", "[json]") {
  std::string out;
  Writer writer(out);
  writer.open_object();
  writer.number("number", -12);
  writer.boolean("yes", true);
  writer.open_array("list");
  writer.string("a");
  writer.open_object();
  writer.close_object();
  writer.open_array();
  writer.null();
  writer.number(0);
  writer.close_array();
  writer.boolean(false);
  writer.close_array();
  writer.string("text", "[{:");
  writer.string_or_null("absent", "");
  writer.strings("strings", std::vector<std::string>{"x", ""});
  writer.open_object("inner");
  writer.null("nothing");
  writer.name("raw");
  writer.raw("[1,2]");
  writer.close_object();
  writer.close_object();
  CHECK(out == R"({"number":-12,"yes":true,"list":["a",{},[null,0],false],"text":"[{:","absent":null,"strings":["x",""],)"
               R"("inner":{"nothing":null,"raw":[1,2]}})");
}

// The escapes with letters, and \u00XX for the other control characters: https://www.rfc-editor.org/rfc/rfc8259#section-7
TEST_CASE("strings are escaped as RFC 8259 says, and as another writer does", "[json]") {
  CHECK(string_json("a\"b\\c/\b\f\n\r\t") == R"("a\"b\\c/\b\f\n\r\t")");
  CHECK(string_json(std::string("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
  CHECK(string_json("\xC3\xA9\xED\x95\x9C\xF0\x9F\x98\x80") == "\"\xC3\xA9\xED\x95\x9C\xF0\x9F\x98\x80\"");
  for (int c = 0; c < 0x80; ++c) {
    const std::string text = "<" + std::string(1, static_cast<char>(c)) + ">";
    CHECK(string_json(text) == nlohmann::json(text).dump());
  }
}

TEST_CASE("bytes that are no UTF-8 show as U+FFFD", "[json]") {
  CHECK(string_json("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(string_json("\xC0\xAF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(string_json("a\xE2\x82") == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

}  // namespace
