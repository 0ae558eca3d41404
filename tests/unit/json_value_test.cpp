// The value tree: look-up, pointers and writing.
#include <string>

#include "core/json/parse.h"
#include "core/json/value.h"
#include "tests/catch.h"

using namespace sts_playground;

namespace {

constexpr json::Limits limits{1000000, 64, 100000};

std::string rewritten(const std::string& text) {
  const Parsed<json::Value> parsed = json::parse(SourceText(text), limits);
  return parsed.value ? json::write(*parsed.value) : "no JSON";
}

}  // namespace

TEST_CASE("writing keeps order, repeated keys and the digits of numbers", "[json]") {
  CHECK(rewritten(" { \"b\" : [ 1 , 2.50 , -0 , 1E5 ] , \"a\" : { } , \"b\" : null } ") == "{\"b\":[1,2.50,-0,1E5],\"a\":{},\"b\":null}");
  CHECK(rewritten("12345678901234567890123456789.000000000000000000001") == "12345678901234567890123456789.000000000000000000001");
  CHECK(rewritten("[true,false,null,[],{}]") == "[true,false,null,[],{}]");
}

TEST_CASE("strings are escaped where RFC 8259 wants it and nowhere else", "[json]") {
  std::string out;
  json::write_string(out, std::string_view("\"\\/\b\f\n\r\t\x01\x1F\x7F 역할🔑\0", 23));
  CHECK(out == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F 역할🔑\\u0000\"");
  out.clear();
  json::write_string(out, "a\xFF\xED\xA0\x80z");
  CHECK(out == "\"a\uFFFD\uFFFD\uFFFD\uFFFDz\"");
}

TEST_CASE("the first member with a key is found, in exact letter case", "[json]") {
  const Parsed<json::Value> parsed = json::parse(SourceText(R"({"a":1,"A":2,"a":3})"), limits);
  REQUIRE(parsed.value);
  REQUIRE(parsed.value->find("a") != nullptr);
  CHECK(parsed.value->find("a")->text == "1");
  CHECK(parsed.value->find("A")->text == "2");
  CHECK(parsed.value->find("b") == nullptr);
  CHECK(parsed.value->members.size() == 3);
  CHECK(parsed.value->members[0].value.find("a") == nullptr);
}

TEST_CASE("JSON pointers", "[json]") {
  // https://www.rfc-editor.org/rfc/rfc6901#section-5
  CHECK(json::pointer_append("", "foo") == "/foo");
  CHECK(json::pointer_append("/foo", "0") == "/foo/0");
  CHECK(json::pointer_append("", "") == "/");
  CHECK(json::pointer_append("", "a/b") == "/a~1b");
  CHECK(json::pointer_append("", "m~n") == "/m~0n");
  CHECK(json::pointer_append("", "~1") == "/~01");
  CHECK(json::pointer_append("", "k\"l") == "/k\"l");
}
