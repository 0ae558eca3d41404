// Reading JSON: spans, every kind of fault with its place, limits.
#include <chrono>
#include <string>

#include "core/json/parse.h"
#include "core/text/messages.h"
#include "tests/catch.h"

using namespace sts_playground;

namespace {

constexpr json::Limits limits{1000000, 64, 100000};

struct Found {
  std::string code;
  std::string at;  // the text of the span
  std::vector<std::string> arguments;
};

// The only diagnostic of a text that is no JSON.
Found fault(const std::string& text) {
  CAPTURE(text);
  const SourceText source(text);
  const Parsed<json::Value> parsed = json::parse(source, limits);
  CHECK_FALSE(parsed.value);
  REQUIRE(parsed.diagnostics.size() == 1);
  const Diagnostic& diagnostic = parsed.diagnostics.front();
  CHECK(diagnostic.severity == Severity::error);
  CHECK(diagnostic.source == nullptr);
  CHECK(diagnostic.span.begin <= diagnostic.span.end);
  CHECK(diagnostic.span.end <= text.size());
  return {std::string(message_code(diagnostic.message.id)), std::string(source.slice(diagnostic.span)), diagnostic.message.arguments};
}

void check_fault(const std::string& text, const std::string& code, const std::string& at) {
  const Found found = fault(text);
  CAPTURE(text);
  CHECK(found.code == code);
  CHECK(found.at == at);
}

json::Value read(const std::string& text) {
  const Parsed<json::Value> parsed = json::parse(SourceText(text), limits);
  CAPTURE(text);
  REQUIRE(parsed.value);
  REQUIRE(parsed.diagnostics.empty());
  return *parsed.value;
}

}  // namespace

TEST_CASE("every value and key knows its span", "[json]") {
  const std::string text = " {\r\n \"역\" : [ 12.5e+1 , true,\"🔑\\\"\\u0041\" ],\"b\":{ \"\":null } }\n";
  const SourceText source(text);
  const Parsed<json::Value> parsed = json::parse(source, limits);
  REQUIRE(parsed.value);
  CHECK(parsed.diagnostics.empty());
  const json::Value& object = *parsed.value;
  CHECK(object.is(json::Kind::object));
  CHECK(object.span == Span{1, static_cast<std::uint32_t>(text.size() - 1)});
  REQUIRE(object.members.size() == 2);
  CHECK(object.members[0].key == "역");
  CHECK(source.slice(object.members[0].key_span) == "\"역\"");
  const json::Value& array = object.members[0].value;
  CHECK(source.slice(array.span) == "[ 12.5e+1 , true,\"🔑\\\"\\u0041\" ]");
  REQUIRE(array.items.size() == 3);
  CHECK(array.items[0].is(json::Kind::number));
  CHECK(array.items[0].text == "12.5e+1");
  CHECK(source.slice(array.items[0].span) == "12.5e+1");
  CHECK(array.items[1].is(json::Kind::boolean));
  CHECK(array.items[1].text == "true");
  CHECK(array.items[2].text == "🔑\"A");
  CHECK(source.slice(array.items[2].span) == "\"🔑\\\"\\u0041\"");
  CHECK(source.position(array.items[2].span.begin).line == 2);
  CHECK(source.position(array.items[2].span.begin).column == 25);
  CHECK(source.position(array.items[2].span.end).column == 37);  // the emoji counts as two
  CHECK(source.slice(object.members[1].value.span) == "{ \"\":null }");
  CHECK(object.members[1].value.members[0].key.empty());
  CHECK(source.slice(object.members[1].value.members[0].value.span) == "null");
}

TEST_CASE("any value is a document", "[json]") {
  // https://www.rfc-editor.org/rfc/rfc8259#section-13
  CHECK(read("\"Hello world!\"").text == "Hello world!");
  CHECK(read("42").text == "42");
  CHECK(read(" true ").text == "true");
  CHECK(read("-0.0").text == "-0.0");
  CHECK(read("[[],{}]").items.size() == 2);
  CHECK(read("123456789012345678901234567890").text == "123456789012345678901234567890");
  CHECK(read(R"(["\ud83d\udd11", "\u0000", "\b\f\n\r\t\/\\"])").items[0].text == "🔑");
  CHECK(read("\"\\u0000\"").text.size() == 1);
}

TEST_CASE("slips of the pen have names", "[json]") {
  check_fault("[1, 2 , ]", "json-trailing-comma", ",");
  check_fault("{\"a\": 1,\n}", "json-trailing-comma", ",");
  check_fault("[1 2]", "json-missing-comma", "2");
  check_fault("{\"a\": {} \"b\": 1}", "json-missing-comma", "\"b\"");
  check_fault("[[] {}]", "json-missing-comma", "{");
  check_fault("[1, // one\n2]", "json-comment", "// one");
  check_fault("{ /* a\n b */ \"a\": 1}", "json-comment", "/* a\n b */");
  check_fault("# yaml\n", "json-comment", "# yaml");
  check_fault("{} // end", "json-comment", "// end");
  check_fault("[1 /* open", "json-comment", "/* open");
  check_fault("{\"a\" /**/: 1}", "json-comment", "/**/");
  check_fault("{'a': 1}", "json-quotation-marks", "'a'");
  check_fault("['a']", "json-quotation-marks", "'a'");
  check_fault("[“역할”]", "json-quotation-marks", "“역할”");
  check_fault("['a\n]", "json-quotation-marks", "'");
  check_fault("{Version: 1}", "json-unquoted-key", "Version");
  check_fault("{\"a\": 1, 역할: 2}", "json-unquoted-key", "역할");
  check_fault("{1: 2}", "json-unquoted-key", "1");
  check_fault("[True]", "json-unknown-word", "True");
  check_fault("{\"a\": undefined}", "json-unknown-word", "undefined");
  check_fault("[nullx]", "json-unknown-word", "nullx");
  check_fault("tru", "json-unknown-word", "tru");
  check_fault("{\"a\": Allow}", "json-unknown-word", "Allow");
}

TEST_CASE("faults of strings", "[json]") {
  check_fault("[\"abc", "json-unfinished-string", "\"abc");
  check_fault("{\"a\": \"b\n}", "json-unfinished-string", "\"b");
  check_fault("{\"a\r\n\": 1}", "json-unfinished-string", "\"a");
  check_fault("[\"abc\\", "json-unfinished-string", "\"abc");
  check_fault("\"", "json-unfinished-string", "\"");
  check_fault("[\"a\tb\"]", "json-control-character", "\t");
  check_fault(std::string("[\"a\0b\"]", 7), "json-control-character", std::string(1, '\0'));
  check_fault("[\"C:\\Users\"]", "json-invalid-escape", "\\U");
  check_fault("[\"\\u12g4\"]", "json-invalid-escape", "\\u12g4");
  check_fault("[\"\\u12\"]", "json-invalid-escape", "\\u12");
  check_fault("[\"\\역\"]", "json-invalid-escape", "\\역");
  check_fault("[\"\\ud800\"]", "json-lone-surrogate", "\\ud800");
  check_fault("[\"\\ud83d\\udd11 \\udc00\"]", "json-lone-surrogate", "\\udc00");
  check_fault("[\"\\ud800\\u0041\"]", "json-lone-surrogate", "\\ud800");
  check_fault("{\"a\": \"say \"hi\"\"}", "json-unescaped-quotation-mark", "\"");
  check_fault("{\"a\"b\": 1}", "json-unescaped-quotation-mark", "\"");
  CHECK(fault("[\"a\tb\"]").arguments == std::vector<std::string>{"U+0009", "\\t"});
  CHECK(fault("[\"a\x01\"]").arguments == std::vector<std::string>{"U+0001", "\\u0001"});
}

TEST_CASE("faults of numbers", "[json]") {
  // https://www.rfc-editor.org/rfc/rfc8259#section-6
  for (const std::string number : {"01", "+1", ".5", "1.", "-", "1e", "1e+", "0x10", "1.5.2", "-Infinity", "1_000", "--1", "00"}) {
    check_fault("[" + number + "]", "json-invalid-number", number);
    check_fault(number, "json-invalid-number", number);
  }
  check_fault("{\"a\": 1e999}", "json-number-range", "1e999");
  CHECK(read("1e-999").text == "1e-999");
}

TEST_CASE("structure that is not finished or does not fit", "[json]") {
  check_fault("", "json-empty", "");
  check_fault(" \n\t", "json-empty", " \n\t");
  check_fault("{\"a\": [1, 2", "json-unexpected-end", "");
  check_fault("[", "json-unexpected-end", "");
  check_fault("{\"a\"", "json-unexpected-end", "");
  check_fault("{\"a\":", "json-unexpected-end", "");
  check_fault("[1,", "json-unexpected-end", "");
  CHECK(fault("{\n \"역할\": [1").arguments == std::vector<std::string>{"[", "2", "8"});
  check_fault("[1}", "json-mismatched-bracket", "}");
  check_fault("{\"a\": 1]", "json-mismatched-bracket", "]");
  check_fault("[}", "json-mismatched-bracket", "}");
  check_fault("{} {}", "json-text-after-end", "{");
  check_fault("{}}", "json-text-after-end", "}");
  check_fault("1 2", "json-text-after-end", "2");
  check_fault(std::string("{}\0", 3), "json-text-after-end", std::string(1, '\0'));
  check_fault(std::string("[1\0]", 4), "json-expected-comma", std::string(1, '\0'));
  check_fault("]", "json-expected-value", "]");
  check_fault("[,1]", "json-expected-value", ",");
  check_fault("[1,,2]", "json-expected-value", ",");
  check_fault("{\"a\":}", "json-expected-value", "}");
  check_fault("{\"a\"::1}", "json-expected-value", ":");
  check_fault("{,}", "json-expected-key", ",");
  check_fault("{{}}", "json-expected-key", "{");
  check_fault("{\"a\" 1}", "json-expected-colon", "1");
  check_fault("{\"a\" = 1}", "json-expected-colon", "=");
  check_fault("{\"a\", 1}", "json-expected-colon", ",");
  check_fault("{\"a\": \"b\": 1}", "json-expected-comma", ":");
  check_fault("[1; 2]", "json-expected-comma", ";");
  CHECK(fault("[1,\xC2\xA0\x32]").arguments == std::vector<std::string>{"U+00A0"});  // a no-break space
}

TEST_CASE("bytes that are no UTF-8, and the byte order mark", "[json]") {
  check_fault("[\"a\xFF\"]", "json-invalid-utf8", "\xFF");
  check_fault("[\"\xED\xA0\x80\"]", "json-invalid-utf8", "\xED");
  check_fault("{} \xC3", "json-invalid-utf8", "\xC3");
  CHECK(fault("[\"a\xFF\"]").arguments == std::vector<std::string>{"0xFF"});
  check_fault("\xEF\xBB\xBF{}", "json-byte-order-mark", "\xEF\xBB\xBF");
}

TEST_CASE("every repeated key is an error with its object's pointer, and is kept", "[json]") {
  const SourceText source(R"({"x": [0, {"k": {"a/b": 1, "a\/b": 2, "c": 3, "a/b": 4}}], "x": 5})");
  const Parsed<json::Value> parsed = json::parse(source, limits, "/steps/0/with");
  REQUIRE(parsed.value);
  REQUIRE(parsed.diagnostics.size() == 3);
  CHECK(has_error(parsed.diagnostics));
  for (const Diagnostic& diagnostic : parsed.diagnostics) CHECK(message_code(diagnostic.message.id) == "json-repeated-key");
  CHECK(parsed.diagnostics[0].pointer == "/steps/0/with/x/1/k");
  CHECK(source.slice(parsed.diagnostics[0].span) == R"("a\/b")");
  CHECK(parsed.diagnostics[1].pointer == "/steps/0/with/x/1/k");
  CHECK(parsed.diagnostics[1].span.begin == 46);
  CHECK(parsed.diagnostics[2].pointer == "/steps/0/with");
  CHECK(source.slice(parsed.diagnostics[2].span) == "\"x\"");
  CHECK(parsed.value->members.size() == 2);
  CHECK(parsed.value->find("x")->is(json::Kind::array));
}

TEST_CASE("very many repeated keys are counted, not listed", "[json]") {
  std::string text = "{\"a\":0";
  for (int i = 0; i < 1000; ++i) text += ",\"a\":0";
  const Parsed<json::Value> parsed = json::parse(SourceText(text + "}"), limits);
  REQUIRE(parsed.diagnostics.size() == 101);
  CHECK(message_code(parsed.diagnostics.back().message.id) == "json-more-repeated-keys");
  CHECK(parsed.diagnostics.back().message.arguments.front() == "900");
  CHECK(parsed.value);
}

TEST_CASE("keys in different objects or letter cases do not repeat", "[json]") {
  CHECK(json::parse(SourceText(R"({"a": {"a": 1}, "A": {"a": 1}, "": 0})"), limits).diagnostics.empty());
}

TEST_CASE("limits hold exactly", "[json]") {
  const auto code = [](const std::string& text, json::Limits given) {
    const Parsed<json::Value> parsed = json::parse(SourceText(text), given);
    CHECK(parsed.value.has_value() == parsed.diagnostics.empty());
    return parsed.diagnostics.empty() ? std::string("fits") : std::string(message_code(parsed.diagnostics.front().message.id));
  };
  CHECK(code("[[1]]", {5, 2, 3}) == "fits");
  CHECK(code("[[1]]", {4, 2, 3}) == "limit-text-bytes");
  CHECK(code("[[1]]", {5, 1, 3}) == "limit-json-depth");
  CHECK(code("[[1]]", {5, 2, 2}) == "limit-json-values");
  CHECK(code("[{\"a\":[]}]", {99, 2, 99}) == "limit-json-depth");
  CHECK(code("[[],[],[]]", {99, 2, 99}) == "fits");
}

TEST_CASE("ten megabytes of brackets are refused at once", "[json]") {
  const std::string brackets(10 * 1000 * 1000, '[');
  const SourceText source(brackets);
  const auto begin = std::chrono::steady_clock::now();
  const Parsed<json::Value> parsed = json::parse(source, {20000000, 64, 100000});
  const auto taken = std::chrono::steady_clock::now() - begin;
  CHECK_FALSE(parsed.value);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(message_code(parsed.diagnostics.front().message.id) == "limit-json-depth");
  CHECK(parsed.diagnostics.front().span == Span{64, 65});
  CHECK(taken < std::chrono::seconds(2));
}
