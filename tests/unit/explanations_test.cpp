// Sentences that tell why, of each kind once, in both languages; and that no error of the cases goes without one.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/api/api.h"
#include "core/catalog/evidence.h"
#include "core/text/messages.h"
#include "tests/catch.h"

namespace {

namespace fs = std::filesystem;
using namespace sts_playground;
using nlohmann::json;

const fs::path root = STS_PLAYGROUND_ROOT;

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A user jo with an MFA device and rights, roles a, b and c that trust the account; `steps` are the scenario's.
std::string scenario(const std::string& steps, const std::string& own = R"({"Effect":"Allow","Action":"*","Resource":"*"})",
                     const std::string& trust = R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"})") {
  const std::string trusting = R"({"Version":"2012-10-17","Statement":[)" + trust + "]}";
  const std::string open =
      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}]})";
  const std::string all = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})";
  return R"({"format":"sts-playground/1","now":"2026-03-02T10:00:00Z","accounts":{"111122223333":{"users":{"jo":{"mfaDevices":["arn:aws:iam::111122223333:mfa/jo"],"policies":{"own":{"Version":"2012-10-17","Statement":[)" +
         own + R"(]}}}},"roles":{"a":{"trust":)" + open + R"(,"policies":{"p":)" + all + R"(}},"b":{"trust":)" + open +
         R"(,"policies":{"p":)" + all + R"(}},"c":{"trust":)" + trusting + R"(,"policies":{"p":)" + all + R"(}}}}},"steps":[)" + steps +
         "]}";
}

json step_of(const std::string& text, std::size_t index, std::string_view language) {
  const json report = json::parse(run_scenario(text, language).report);
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("steps").size() > index);
  return report.at("steps").at(index);
}

std::string reason(const std::string& text, std::size_t index, std::string_view language = "en") {
  return step_of(text, index, language).at("explanation").at("reason").get<std::string>();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view jo = R"("as":"arn:aws:iam::111122223333:user/jo")";

std::string assume(const std::string& id, const std::string& as, const std::string& role, const std::string& more = "",
                   const std::string& at = "") {
  const std::string time = at.empty() ? "" : R"(,"at":")" + at + R"(")";
  return R"({"id":")" + id + R"(",)" + as + time + R"(,"call":"sts:AssumeRole","with":{"RoleArn":"arn:aws:iam::111122223333:role/)" + role +
         R"(","RoleSessionName":"session")" + more + "}}";
}

const std::string of_jo(jo);
const std::string tags = R"(,"Tags":[{"Key":"Team","Value":"x"}],"TransitiveTagKeys":["Team"])";

bool has_hangul(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first >= 0xEA && first <= 0xED) return true;
  }
  return false;
}

void check_errors(const json& english, const json& korean, const std::string& file) {
  for (std::size_t i = 0; i < english.size(); ++i) {
    check_errors(english[i].at("subSteps"), korean[i].at("subSteps"), file);
    if (english[i].at("error").is_null()) continue;
    const std::string code = english[i].at("error").at("code");
    const std::string message = english[i].at("error").at("message");
    const std::string told = english[i].at("explanation").at("reason");
    INFO(file << " " << code << ": " << told);
    CHECK_FALSE(told.empty());
    CHECK(told != message);
    CHECK(told != code + ": " + message);
    CHECK(has_hangul(korean[i].at("explanation").at("reason")));
  }
}

}  // namespace

TEST_CASE("why sts:TagSession is demanded, and the statement to add", "[explain]") {
  const std::string passed = scenario(assume("one", of_jo, "c", tags));
  CHECK(holds(reason(passed, 0), "because this call passes session tags (Team)"));
  CHECK(
      holds(reason(passed, 0), R"({"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/jo"},"Action":"sts:TagSession"})"));
  CHECK(holds(reason(passed, 0), "Trust policy of role/c"));
  CHECK(holds(reason(passed, 0, "ko"), "이 호출이 세션 태그(Team)를 전달하므로"));

  const std::string chain = scenario(assume("one", of_jo, "a", tags) + "," + assume("two", R"("as":"one")", "b") + "," +
                                     assume("three", R"("as":"one")", "c") + "," + assume("four", R"("as":"two")", "c"));
  CHECK(holds(reason(chain, 2), "the session of step one was given Team as transitive"));
  CHECK(holds(reason(chain, 3), "the session of step two inherited Team, which step one set as transitive"));
  CHECK(holds(reason(chain, 3), R"("AWS":"arn:aws:iam::111122223333:role/b")"));
  CHECK(holds(reason(chain, 3, "ko"), "단계 one에서 전이적(transitive)으로 지정한 태그(Team)를 단계 two의 세션이"));
}

TEST_CASE("the side that lacks the companion action is named", "[explain]") {
  const std::string own = R"({"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"})";
  const std::string one = reason(scenario(assume("one", of_jo, "a", tags), own), 0);
  CHECK(holds(one, "add to “Identity-based policies of user/jo”"));
  CHECK(holds(one, R"({"Effect":"Allow","Action":"sts:TagSession","Resource":"arn:aws:iam::111122223333:role/a"})"));
  const std::string both = reason(scenario(assume("one", of_jo, "c", tags), own), 0);
  CHECK(holds(both, "does not allow sts:TagSession either"));
}

TEST_CASE("why sts:SetSourceIdentity is demanded", "[explain]") {
  const std::string identity = R"(,"SourceIdentity":"jo")";
  const std::string text = scenario(assume("zero", of_jo, "c", identity) + "," + assume("one", of_jo, "a", identity) + "," +
                                    assume("two", R"("as":"one")", "b") + "," + assume("three", R"("as":"two")", "c"));
  CHECK(holds(reason(text, 0), "because this call sets the source identity \"jo\""));
  CHECK(holds(reason(text, 3), "the session of step two inherited \"jo\", which step one set"));
  CHECK(holds(reason(text, 3, "ko"), "단계 one에서 설정한 소스 ID \"jo\""));
}

TEST_CASE("a code that was passed to AssumeRole does not stay", "[explain]") {
  const std::string code = R"(,"SerialNumber":"arn:aws:iam::111122223333:mfa/jo","TokenCode":"current")";
  const std::string trust =
      R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}})";
  const std::string all = R"({"Effect":"Allow","Action":"*","Resource":"*"})";
  const std::string text = scenario(assume("one", of_jo, "a", code) + "," + assume("two", R"("as":"one")", "c"), all, trust);
  CHECK(holds(reason(text, 1), "although step one passed a code"));
  CHECK(holds(reason(text, 1), "Pass the code to GetSessionToken"));
  CHECK(holds(reason(text, 1, "ko"), "코드를 GetSessionToken에 전달하고"));
  CHECK(step_of(text, 1, "en").at("evidence").at("class").get<std::string>() == "observed");
  const std::string token = R"({"id":"token",)" + of_jo + R"(,"call":"sts:GetSessionToken"})";
  CHECK(holds(reason(scenario(token + "," + assume("two", R"("as":"token")", "c"), all, trust), 1),
              "GetSessionToken was called without a code in step token"));
}

TEST_CASE("times are told as times", "[explain]") {
  const std::string all = R"({"Effect":"Allow","Action":"*","Resource":"*"})";
  const std::string trust =
      R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"900"}}})";
  const std::string token =
      R"({"id":"token",)" + of_jo +
      R"(,"call":"sts:GetSessionToken","with":{"SerialNumber":"arn:aws:iam::111122223333:mfa/jo","TokenCode":"current"}})";
  const std::string text = scenario(token + "," + assume("two", R"("as":"token")", "c", "", "+4h"), all, trust);
  CHECK(holds(reason(text, 1), "MFA was used 4 h ago (aws:MultiFactorAuthAge is 14400 s); NumericLessThan wants 15 min (900 s)."));
  CHECK(holds(reason(text, 1), "fresh MFA code"));
  CHECK(holds(reason(text, 1, "ko"), "4시간"));
  const std::string late =
      R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-03-02T08:30:00Z"}}})";
  const std::string dated = scenario(assume("one", of_jo, "c"), all, late);
  CHECK(holds(reason(dated, 0),
              "aws:CurrentTime is 2026-03-02T10:00:00Z, 1 h 30 min after 2026-03-02T08:30:00Z; DateLessThan does not hold."));
  CHECK(holds(reason(dated, 0, "ko"), "1시간 30분 늦으므로"));
}

TEST_CASE("a key that this caller can never have", "[explain]") {
  const std::string all = R"({"Effect":"Allow","Action":"*","Resource":"*"})";
  const std::string source =
      R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}})";
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), all, source), 0), "users and sessions of roles never have it"));
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), all, source), 0, "ko"), "사용자와 역할 세션에는"));
  const std::string federated =
      R"({"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"saml:aud":"x"}}})";
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), all, federated), 0),
              "This call is sts:AssumeRole; only sts:AssumeRoleWithSAML can have the key"));
}

TEST_CASE("a denial names the values of its conditions", "[explain]") {
  const std::string own =
      R"({"Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"NoMfa","Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}})";
  const std::string text = scenario(assume("one", of_jo, "c"), own);
  CHECK(holds(reason(text, 0),
              "The Deny statement NoMfa matches, and a Deny overrides every Allow. The request has no aws:MultiFactorAuthPresent"));
  CHECK(holds(reason(text, 0), "call GetSessionToken with SerialNumber and TokenCode"));
  CHECK(holds(reason(text, 0, "ko"), "GetSessionToken을 호출하고"));
  const std::string bare = R"({"Effect":"Deny","Action":"sts:*","Resource":"*"})";
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), bare), 0), "has no condition that the call could fulfil"));
}

TEST_CASE("an allowed call names who allowed", "[explain]") {
  CHECK(reason(scenario(assume("one", of_jo, "c")), 0) ==
        "the trust policy of role/c and the policies of user/jo both allow sts:AssumeRole.");
  const std::string direct = R"({"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/jo"},"Action":"sts:AssumeRole"})";
  const std::string none = R"({"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"})";
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), none, direct), 0),
              "names this caller and allows sts:AssumeRole, so no identity-based policy is needed"));
  CHECK(holds(reason(scenario(assume("one", of_jo, "c"), none, direct), 0, "ko"), "호출자 쪽 정책은 필요 없습니다"));
}

TEST_CASE("what takes effect late is told for a minute", "[explain]") {
  const std::string put =
      R"({"id":"put",)" + of_jo +
      R"(,"call":"iam:PutRolePolicy","with":{"RoleName":"a","PolicyName":"more","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}}})";
  const auto notes = [&](const std::string& at) {
    return step_of(scenario(put + "," + assume("one", of_jo, "a", "", at)), 1, "en").at("explanation").at("notes").dump();
  };
  CHECK(holds(notes("+10s"), "before step put, which was 10 s earlier"));
  CHECK(holds(notes("+59s"), "eventual-consistency"));
  CHECK(notes("+60s") == "[]");
}

TEST_CASE("what a verdict rests on", "[explain]") {
  const std::string all = R"({"Effect":"Allow","Action":"*","Resource":"*"})";
  const json plain = step_of(scenario(assume("one", of_jo, "c")), 0, "en").at("evidence");
  CHECK(plain.at("class").get<std::string>() == "documented");
  const json missing = step_of(scenario(assume("one", of_jo, "nobody")), 0, "en").at("evidence");
  CHECK(missing.at("class").get<std::string>() == "observed");
  CHECK(holds(missing.at("address").get<std::string>(), "https://"));
  for (const EvidenceRow& row : evidence_rows()) {
    INFO(message_code(row.sentence));
    CHECK(row.address.starts_with("https://"));
    CHECK((row.kind == EvidenceClass::documented) == (row.rule == EvidenceRule::documented_logic));
  }
  const EvidenceRule both[] = {EvidenceRule::stored_policies, EvidenceRule::age_of_tokens, EvidenceRule::session_opens_no_iam};
  CHECK(weakest_evidence(both).rule == EvidenceRule::age_of_tokens);
  CHECK(weakest_evidence({}).kind == EvidenceClass::documented);
}

TEST_CASE("a sentence of ours stands beside every error of the cases", "[explain]") {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "tests/conformance")) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = read(entry.path());
    check_errors(json::parse(run_scenario(text, "en").report).at("steps"), json::parse(run_scenario(text, "ko").report).at("steps"),
                 entry.path().filename().string());
  }
}
