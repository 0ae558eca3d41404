// Glob patterns with policy variables.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
#include "core/values/pattern.h"

#include <chrono>
#include <initializer_list>
#include <map>
#include <string>

#include "tests/catch.h"
#include "tests/unit/naive_pattern.h"
#include "tests/unit/random.h"

using namespace sts_playground;
using Result = Pattern::Result;

namespace {

constexpr PatternSyntax glob{true, false, false};
constexpr PatternSyntax full{true, true, false};

// Values of keys, which compare without letter case.
class Lists final : public VariableSource {
 public:
  std::string_view variable(std::string_view) const override { return {}; }
  bool is_list(std::string_view key) const override { return key == "aws:TagKeys"; }
};

class Keys : public VariableSource {
 public:
  Keys(std::initializer_list<std::pair<const std::string, std::string>> values) : values_(values) {}
  std::string_view variable(std::string_view key) const override {
    ++asked;
    for (const auto& [name, value] : values_) {
      if (equals_ignoring_case(name, key)) return value;
    }
    return {};
  }

  mutable int asked = 0;

 private:
  std::map<std::string, std::string> values_;
};

bool matches(std::string_view pattern, std::string_view value, PatternSyntax syntax = glob) {
  return Pattern(pattern, syntax).match(value) == Result::match;
}

}  // namespace

TEST_CASE("stars and question marks", "[pattern]") {
  CHECK(matches("", ""));
  CHECK_FALSE(matches("", "a"));
  CHECK(matches("*", ""));
  CHECK(matches("*", "anything"));
  CHECK(matches("s3:Get*", "s3:GetObject"));
  CHECK(matches("s3:Get*", "s3:Get"));
  CHECK_FALSE(matches("s3:Get*", "s3:PutObject"));
  CHECK(matches("*a*b", "xaxbxab"));
  CHECK_FALSE(matches("*a*b", "ba"));
  CHECK(matches("a?c", "abc"));
  CHECK_FALSE(matches("a?c", "ac"));
  CHECK_FALSE(matches("?", ""));
  CHECK(matches("**", ""));
  CHECK(matches("a**?b", "axxb"));
  CHECK_FALSE(matches("*?", ""));
  CHECK(matches("*ab", "aab"));
  CHECK(matches("*aab*", "aaab"));
  CHECK(matches("arn:aws:s3:::amzn-s3-demo-bucket/*/test/*", "arn:aws:s3:::amzn-s3-demo-bucket/1/2/test/3/object.jpg"));
}

TEST_CASE("a question mark takes one UTF-16 unit, and both take line ends", "[pattern]") {
  CHECK(matches("?", "가"));
  // Recorded: condition_strings.json of https://github.com/radkawar/stackd
  CHECK_FALSE(matches("?", "🔑"));
  CHECK(matches("??", "🔑"));
  CHECK_FALSE(matches("a?b", "a🔑b"));
  CHECK(matches("a??b", "a🔑b"));
  CHECK(matches("a*?b", "a🔑b"));
  CHECK(matches("a?*b", "a🔑b"));
  CHECK(matches("🔑?", "🔑x"));
  CHECK_FALSE(matches("🔑?", "🔑🔒"));
  CHECK(matches("*🔒", "🔑🔒"));
  CHECK_FALSE(matches("*??", "가"));
  CHECK(matches("*?b", "가b"));
  CHECK(matches("a?b", "a\nb"));
  CHECK(matches("a*b", "a\r\n\nb"));
  CHECK(matches("?", "\xFF"));  // an ill-formed byte counts as one
}

TEST_CASE("letter case", "[pattern]") {
  CHECK_FALSE(matches("S3:get*", "s3:GetObject"));
  const PatternSyntax any_case{true, false, true};
  CHECK(matches("S3:get*", "s3:GetObject", any_case));
  CHECK(matches("*OBJECT", "s3:GetObject", any_case));
  CHECK_FALSE(matches("É", "é", any_case));
  CHECK_FALSE(matches("[", "{", any_case));
}

TEST_CASE("without wildcards, texts are compared in lower case", "[pattern]") {
  const PatternSyntax lowered{false, true, true};
  CHECK(matches("ÉTÉ", "été", lowered));
  CHECK(matches("*", "*", lowered));
  const Keys keys{{"k", "ΟΣ"}};
  CHECK(Pattern("${k}", lowered).match("ος", &keys) == Result::match);
  CHECK(Pattern("${k}Α", lowered).match("οσα", &keys) == Result::match);
  CHECK(Pattern("${k}Α", lowered).match("οςα", &keys) == Result::no_match);
}

TEST_CASE("what the syntax leaves out is ordinary", "[pattern]") {
  CHECK(matches("*", "*", {}));
  CHECK_FALSE(matches("*", "a", {}));
  CHECK_FALSE(Pattern("*?", {}).has_wildcards());
  CHECK(matches("${aws:username}", "${aws:username}", glob));
  CHECK(matches("${*}", "${abc}", glob));
  CHECK_FALSE(Pattern("${", glob).malformed());
  CHECK(matches("a$b{c}$", "a$b{c}$", full));
}

TEST_CASE("variables", "[pattern]") {
  const Keys keys{{"aws:username", "zhang"}, {"aws:PrincipalTag/team", "red*"}, {"empty", ""}};
  const Pattern home("arn:aws:s3:::bucket/${AWS:UserName}/*", full);
  CHECK(home.has_variables());
  REQUIRE(home.variables().size() == 1);
  CHECK(home.variables()[0].key == "AWS:UserName");
  CHECK(home.variables()[0].offset == 20);
  CHECK(home.match("arn:aws:s3:::bucket/zhang/photo", &keys) == Result::match);
  CHECK(home.match("arn:aws:s3:::bucket/wang/photo", &keys) == Result::no_match);
  CHECK(home.resolved_text(&keys) == "arn:aws:s3:::bucket/zhang/*");

  // What is substituted is literal.
  const Pattern team("${aws:PrincipalTag/team}", full);
  CHECK(team.match("red*", &keys) == Result::match);
  CHECK(team.match("redder", &keys) == Result::no_match);
  CHECK(Pattern("*${aws:PrincipalTag/team}*", full).match("xred*y", &keys) == Result::match);
  CHECK(Pattern("a${empty}b", full).match("ab", &keys) == Result::match);
  CHECK(Pattern("${aws:username}", {false, true, true}).match("ZHANG", &keys) == Result::match);
  CHECK(Pattern("${aws:username}${aws:username}", full).match("zhangzhang", &keys) == Result::match);
}

TEST_CASE("a variable is resolved once a match", "[pattern]") {
  const Keys keys{{"k", "ab"}};
  CHECK(Pattern("*${k}*x", full).match("abababababababababab", &keys) == Result::no_match);
  CHECK(keys.asked == 1);
}

TEST_CASE("variables without a value", "[pattern]") {
  const Keys keys{};
  CHECK(Pattern("a${aws:username}", full).match("a", &keys) == Result::unresolved);
  CHECK(Pattern("b${aws:username}", full).match("a", &keys) == Result::unresolved);
  CHECK(Pattern("${aws:username}", full).match("${aws:username}") == Result::unresolved);
  CHECK(Pattern("a${aws:username}*", full).resolved_text(&keys) == "a${aws:username}*");
}

TEST_CASE("default values", "[pattern]") {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-default-values
  const Keys none{};
  const Keys keys{{"aws:PrincipalTag/team", "yellow"}};
  const Pattern pattern("arn:aws:s3:::amzn-s3-demo-bucket-${aws:PrincipalTag/team, 'company-wide'}", full);
  REQUIRE(pattern.variables().size() == 1);
  CHECK(pattern.variables()[0].has_default);
  CHECK(pattern.variables()[0].default_value == "company-wide");
  CHECK(pattern.match("arn:aws:s3:::amzn-s3-demo-bucket-company-wide", &none) == Result::match);
  CHECK(pattern.match("arn:aws:s3:::amzn-s3-demo-bucket-yellow", &keys) == Result::match);
  CHECK(pattern.match("arn:aws:s3:::amzn-s3-demo-bucket-company-wide", &keys) == Result::no_match);
  CHECK(pattern.match("arn:aws:s3:::amzn-s3-demo-bucket-company-wide") == Result::match);
  CHECK(pattern.resolved_text(&none) == "arn:aws:s3:::amzn-s3-demo-bucket-company-wide");
  const Lists lists;
  CHECK(Pattern("${aws:TagKeys, 'v'}", full).match("v", &lists) == Result::unresolved);
  CHECK(Pattern("${k, 'v'}", full).match("v", &lists) == Result::match);
  CHECK(Pattern("${k,'v'}", full).match("v", &none) == Result::match);
  CHECK(Pattern("${k, ''}", full).match("", &none) == Result::match);
  CHECK(Pattern("${k, 'a*}'}", full).match("a*}", &none) == Result::match);
  CHECK(Pattern("${k, 'a*}'}", full).match("ab}", &none) == Result::no_match);
}

TEST_CASE("escaped characters", "[pattern]") {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
  CHECK(matches("a${*}b", "a*b", full));
  CHECK_FALSE(matches("a${*}b", "axb", full));
  CHECK(matches("${?}", "?", full));
  CHECK_FALSE(matches("${?}", "a", full));
  CHECK(matches("${$}{aws:username}", "${aws:username}", full));
  CHECK_FALSE(Pattern("${*}${?}${$}", full).has_variables());
  CHECK_FALSE(Pattern("${*}${?}${$}", full).has_wildcards());
  CHECK_FALSE(Pattern("${*}", full).malformed());
}

TEST_CASE("what is no proper variable stays as it is", "[pattern]") {
  for (const std::string text :
       {"${}",     "a${",      "${aws:username", "${ }",    "${ k}", "${k }",        "${k, v}", "${k, 'v}", "${k, 'v' }", "${k,}",
        "${,'v'}", "${k 'v'}", "${a${b}}",       "${${b}}", "${a*}", "${k, '${b}'}", "${**}",   "${$",      "${a{b}c}",   "${k, \"v\"}"}) {
    const Pattern pattern(text, {false, true, false});
    CAPTURE(text);
    CHECK(pattern.malformed());
    CHECK_FALSE(pattern.has_variables());
    CHECK(pattern.match(text) == Result::match);
    CHECK(pattern.resolved_text(nullptr) == text);
  }
  const Keys keys{{"k", "v"}};
  CHECK(Pattern("${}${k}", full).match("${}v", &keys) == Result::match);
  CHECK(matches("${abc*", "${abcdef", full));  // nothing is closed, so the star is a star
}

TEST_CASE("more variables than a pattern may have", "[pattern]") {
  std::string most;
  for (std::size_t i = 0; i < Pattern::max_variables; ++i) most += "${k}";
  const Keys keys{{"k", "v"}};
  const Pattern full_pattern(most, full);
  CHECK_FALSE(full_pattern.malformed());
  CHECK(full_pattern.match(std::string(Pattern::max_variables, 'v'), &keys) == Result::match);
  const Pattern too_many(most + "${k}", full);
  CHECK(too_many.malformed());
  CHECK(too_many.variables().size() == Pattern::max_variables);
  CHECK(too_many.match(std::string(Pattern::max_variables, 'v') + "${k}", &keys) == Result::match);
}

TEST_CASE("patterns that match everything", "[pattern]") {
  CHECK(Pattern("*", glob).matches_everything());
  CHECK(Pattern("***", glob).matches_everything());
  CHECK_FALSE(Pattern("*?", glob).matches_everything());
  CHECK_FALSE(Pattern("", glob).matches_everything());
  CHECK_FALSE(Pattern("*", {}).matches_everything());
  CHECK_FALSE(Pattern("${*}", full).matches_everything());
  CHECK_FALSE(Pattern().matches_everything());
  CHECK(Pattern().match("") == Result::match);
}

TEST_CASE("hostile patterns are fast", "[pattern]") {
  const std::string value(10000, 'a');
  const Pattern pattern("*a*a*a*a*a*a*a*a*a*a*ab", glob);
  auto best = std::chrono::steady_clock::duration::max();
  for (int i = 0; i < 10; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(pattern.match(value) == Result::no_match);
    best = std::min(best, std::chrono::steady_clock::now() - begin);
  }
  CAPTURE(std::chrono::duration_cast<std::chrono::microseconds>(best).count());
  CHECK(best < std::chrono::milliseconds(10));  // about 0.1 ms; sanitizers and busy machines need the room
}

TEST_CASE("patterns agree with the naive matcher", "[pattern][property]") {
  const std::uint32_t seed = test::random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  test::Random random(seed);
  int matched = 0;
  for (int i = 0; i < 20000; ++i) {
    const bool ignore_case = random.chance(2);
    const Keys keys{{"k", random.text_of({"a", "b", "*", "가"}, 2)}};
    std::string text;
    std::vector<test::Glyph> glyphs;
    for (std::size_t count = random.below(7); count > 0; --count) {
      if (random.chance(6)) {
        text += "${k}";
        test::append_literal(glyphs, keys.variable("k"));
        continue;
      }
      const std::vector<std::string_view> pieces = {"a", "A", "b", "*", "*", "?", "가", "🔑", "\n"};
      const std::string_view piece = pieces[random.below(pieces.size())];
      text += piece;
      for (test::Glyph& glyph : test::glyphs_of(piece)) glyphs.push_back(glyph);
    }
    const std::string value = random.text_of({"a", "A", "b", "*", "가", "🔑", "\n"}, 7);
    CAPTURE(text, value, ignore_case);
    const bool expected = test::naive_match(glyphs, value, ignore_case);
    REQUIRE((Pattern(text, {true, true, ignore_case}).match(value, &keys) == Result::match) == expected);
    if (expected) ++matched;
  }
  CHECK(matched > 500);  // else the inputs say little
}
