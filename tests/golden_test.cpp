// What the terminal says of an example, in both languages, compared with tests/golden/NAME.LANGUAGE.txt, and the page of reference,
// compared with docs/scenario.md and docs/scenario.ko.md. With UPDATE_GOLDEN=1 in the environment the files are written anew: read the
// difference before you keep it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/api/api.h"
#include "tests/catch.h"

namespace {

namespace fs = std::filesystem;

const fs::path root = STS_PLAYGROUND_ROOT;

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_updating() {
  const char* const value = std::getenv("UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

// Cuts the first line off a text, without its end.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

// The first line in which two texts differ, in words; empty where they are the same.
std::string first_difference(std::string_view golden, std::string_view actual) {
  if (golden == actual) return "";
  for (int number = 1;; ++number) {
    const bool ended = golden.empty() || actual.empty();
    const std::string_view wanted = golden.empty() ? "(end)" : take_line(golden);
    const std::string_view got = actual.empty() ? "(end)" : take_line(actual);
    if (!ended && wanted == got) continue;
    return "line " + std::to_string(number) + "\n  golden: " + std::string(wanted) + "\n  actual: " + std::string(got);
  }
}

void check_file(const fs::path& golden, const std::string& text) {
  if (is_updating()) std::ofstream(golden, std::ios::binary) << text;
  REQUIRE(fs::exists(golden));
  const std::string difference = first_difference(read(golden), text);
  INFO(golden.filename().string() << ", " << difference << "\nIf this is as it should be: UPDATE_GOLDEN=1");
  CHECK(difference.empty());
}

void check_golden(const std::string& name, const std::string& language) {
  const std::string file = name + ".json";
  const auto result = sts_playground::explain_scenario(read(root / "examples" / file), language, file, false);
  CHECK(result.status == 0);
  check_file(root / "tests/golden" / (name + "." + language + ".txt"), result.text);
}

}  // namespace

TEST_CASE("explanations in the terminal read as they did", "[golden]") {
  for (const char* const name : {"auditor", "mfa-role", "role-chain"}) {
    for (const char* const language : {"en", "ko"}) {
      DYNAMIC_SECTION(name << " in " << language) { check_golden(name, language); }
    }
  }
}

// Cases from public reports: what would have saved the hours stands in the explanation.
TEST_CASE("explanations of reported cases read as they did", "[golden]") {
  for (const char* const name :
       {"RA-05-mfa-enforced-and-access-keys", "RA-15-rcp-trusted-oidc-and-irsa", "RA-29-web-identity-where-assumerole-is-meant",
        "RA-33-network-perimeter-and-lambda", "RA-49-an-allow-list-that-locks-out-its-author", "RA-53-a-session-token-and-twelve-hours",
        "RA-55-a-role-asked-for-with-its-own-session", "RA-65-one-code-for-two-roles", "RB-05-github-claims-that-aws-does-not-read",
        "RB-51-pod-identity-and-the-next-role"}) {
    for (const char* const language : {"en", "ko"}) {
      DYNAMIC_SECTION(name << " in " << language) {
        const std::string file = std::string(name) + ".json";
        const auto result = sts_playground::explain_scenario(read(root / "tests/conformance/reports" / file), language, file, false);
        check_file(root / "tests/golden/reports" / (std::string(name) + "." + language + ".txt"), result.text);
      }
    }
  }
}

TEST_CASE("the first difference of two texts", "[golden]") {
  CHECK(first_difference("a\nb\n", "a\nb\n").empty());
  CHECK(first_difference("a\nb\n", "a\nc\n") == "line 2\n  golden: b\n  actual: c");
  CHECK(first_difference("a\n", "a\nb\n") == "line 2\n  golden: (end)\n  actual: b");
  CHECK(first_difference("a\nb\n", "a\n") == "line 2\n  golden: b\n  actual: (end)");
}

TEST_CASE("the page of reference is up to date", "[golden]") {
  check_file(root / "docs/scenario.md", sts_playground::scenario_page("en"));
  check_file(root / "docs/scenario.ko.md", sts_playground::scenario_page("ko"));
}
