// The message tables and how sentences are put together.
#include "core/text/messages.h"

#include <map>
#include <set>
#include <string>

#include "tests/catch.h"

using namespace sts_playground;

namespace {

std::string korean(MessageId id, std::vector<std::string> arguments) { return render(Message(id, std::move(arguments)), Language::korean); }

// The numbers of the arguments that a text uses.
std::set<char> places(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool ends = text[i + 2] == '}' || text[i + 2] == '|' || text[i + 2] == ':';
    if (text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' && ends) found.insert(text[i + 1]);
  }
  return found;
}

}  // namespace

TEST_CASE("every row has a code of its own and both languages use the same arguments", "[messages]") {
  std::set<std::string_view> codes;
  for (unsigned i = 0; i < static_cast<unsigned>(MessageId::count_); ++i) {
    const MessageRow& row = message_row(static_cast<MessageId>(i));
    CAPTURE(row.code);
    CHECK(codes.insert(row.code).second);
    CHECK(row.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK_FALSE(row.english.empty());
    CHECK_FALSE(row.korean.empty());
    CHECK(places(row.english) == places(row.korean));
    CHECK(row.english.find("|") == std::string_view::npos);
  }
}

TEST_CASE("a sentence with its arguments", "[messages]") {
  const Message message(MessageId::limit_text_bytes, {"2000", "1000"});
  CHECK(render(message, Language::english) == "The text is 2000 bytes long; at most 1000 can be read.");
  CHECK(message_code(message.id) == "limit-text-bytes");
}

TEST_CASE("a missing argument shows as a question mark; an argument's own braces stay", "[messages]") {
  CHECK(render(Message(MessageId::limit_text_bytes, {"{1}"}), Language::english) == "The text is {1} bytes long; at most ? can be read.");
  CHECK(render(Message(MessageId::json_empty), Language::english).find("such as {},") != std::string::npos);
}

TEST_CASE("Korean particles follow the last sound", "[messages]") {
  const auto topic = [](const std::string& word) { return korean(MessageId::json_unquoted_key, {word}); };  // {0|은/는}
  CHECK(topic("역할").starts_with("키 역할은 "));
  CHECK(topic("정책").starts_with("키 정책은 "));
  CHECK(topic("조건").starts_with("키 조건은 "));
  CHECK(topic("세션 태그").starts_with("키 세션 태그는 "));
  CHECK(topic("\"태그\"").starts_with("키 \"태그\"는 "));  // quotation marks have no sound
  CHECK(topic("가격(원)").starts_with("키 가격(원)은 "));
  CHECK(topic("Effect").starts_with("키 Effect은(는) "));
  CHECK(topic("").starts_with("키 은(는) "));
  const std::map<std::string, std::string> digits = {{"0", "은"}, {"1", "은"}, {"2", "는"}, {"3", "은"}, {"4", "는"},
                                                     {"5", "는"}, {"6", "은"}, {"7", "은"}, {"8", "은"}, {"9", "는"}};
  for (const auto& [digit, particle] : digits) CHECK(topic("4" + digit).starts_with("키 4" + digit + particle + " "));
}

TEST_CASE("the particle of direction takes a final rieul as a vowel", "[messages]") {
  const auto toward = [](const std::string& word) { return korean(MessageId::json_control_character, {"U+0009", word}); };  // {1|으로/로}
  CHECK(toward("역할").ends_with(" 역할로 쓰세요."));
  CHECK(toward("정책").ends_with(" 정책으로 쓰세요."));
  CHECK(toward("태그").ends_with(" 태그로 쓰세요."));
  CHECK(toward("7").ends_with(" 7로 쓰세요."));
  CHECK(toward("\\t").ends_with(" \\t(으)로 쓰세요."));
}

TEST_CASE("numbers of seconds are told as times", "[messages]") {
  const auto told = [](const std::string& seconds, Language language) {
    return render(Message(MessageId::saml_too_old, {seconds}), language);  // {0:time}
  };
  const auto english = [&](const std::string& seconds) { return told(seconds, Language::english); };
  CHECK(english("15840").starts_with("The assertion was issued 4 h 24 min ago;"));
  CHECK(english("0").find(" 0 s ") != std::string::npos);
  CHECK(english("59").find(" 59 s ") != std::string::npos);
  CHECK(english("3661").find(" 1 h 1 min 1 s ") != std::string::npos);
  CHECK(english("129600").find(" 36 h ") != std::string::npos);
  CHECK(english("183600").find(" 2 d 3 h ") != std::string::npos);
  CHECK(english("soon").find(" soon ") != std::string::npos);
  CHECK(told("15840", Language::korean).starts_with("어설션이 4시간 24분 전에"));
}

TEST_CASE("languages", "[messages]") {
  CHECK(parse_language("en") == Language::english);
  CHECK(parse_language("en-GB") == Language::english);
  CHECK(parse_language("ko") == Language::korean);
  CHECK(parse_language("ko-KR") == Language::korean);
  CHECK(parse_language("KO_kr.UTF-8") == Language::korean);
  CHECK_FALSE(parse_language(""));
  CHECK_FALSE(parse_language("kok"));
  CHECK_FALSE(parse_language("fr-en"));
}
