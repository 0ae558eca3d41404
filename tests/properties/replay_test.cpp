// A run is a function of its document, and a world a function of its events: nothing else has a say.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "core/scenario/run.h"
#include "tests/catch_json.h"
#include "tests/properties/random_scenario.h"
#include "tests/properties/world_text.h"

using namespace sts_playground;
using namespace sts_playground::test;

namespace {

namespace fs = std::filesystem;
const fs::path root = STS_PLAYGROUND_ROOT;

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> conformance_files() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "tests/conformance")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

World replay(World world, const std::vector<Event>& events) {
  for (const Event& event : events) world = sts_playground::apply(std::move(world), event);
  return world;
}

// Returns the number of events.
std::size_t check_replay(const std::string& text) {
  const SourceText source(text);
  const auto parsed = read_scenario(source);
  REQUIRE(parsed.value);
  const Scenario& scenario = *parsed.value;
  const std::string before = world_text(scenario.world);
  const Run run = run_scenario_steps(scenario);
  // Worlds share what did not change: nothing that happened may show in the first one.
  CHECK(world_text(scenario.world) == before);
  const std::string after = world_text(run.world);
  CHECK(world_text(replay(scenario.world, run.events)) == after);
  // A history may lead back to where it began.
  if (run.events.empty()) CHECK(after == before);

  const auto again = read_scenario(SourceText(text));
  REQUIRE(again.value);
  CHECK(world_text(again.value->world) == before);
  CHECK(world_text(run_scenario_steps(*again.value).world) == after);
  CHECK(world_text(replay(again.value->world, run.events)) == after);
  return run.events.size();
}

// ---- random calls that change the world

const std::string home = "111122223333";
const std::string admin = "arn:aws:iam::111122223333:user/admin";

Json trust_policy(Random& random) {
  const std::vector<std::string> trusted = {admin, home, "arn:aws:iam::111122223333:role/R0"};
  const Json statement = {{"Effect", "Allow"},
                          {"Principal", {{"AWS", trusted[random.below(trusted.size())]}}},
                          {"Action", {"sts:AssumeRole", "sts:TagSession"}}};
  return {{"Version", "2012-10-17"}, {"Statement", Json::array({statement})}};
}

Json identity_policy(Random& random) {
  return {{"Version", "2012-10-17"}, {"Statement", Json::array({random_statement(random, Place::identity, "Allow")})}};
}

Json tag_list(Random& random) {
  const std::vector<std::string> keys = {"team", "Team", "cost", "x"};
  return Json::array(
      {{{"Key", keys[random.below(2)]}, {"Value", std::to_string(random.below(3))}}, {{"Key", keys[2 + random.below(2)]}, {"Value", ""}}});
}

Json random_change(Random& random) {
  const std::string role = "R" + std::to_string(random.below(3));
  const std::string user = "U" + std::to_string(random.below(2));
  const std::string policy = "P" + std::to_string(random.below(2));
  const std::string managed = "arn:aws:iam::" + home + ":policy/M" + std::to_string(random.below(2));
  switch (random.below(18)) {
    case 0:
      return {{"call", "iam:CreateRole"},
              {"with", {{"RoleName", role}, {"AssumeRolePolicyDocument", trust_policy(random)}, {"Tags", tag_list(random)}}}};
    case 1: return {{"call", "iam:DeleteRole"}, {"with", {{"RoleName", role}}}};
    case 2: return {{"call", "iam:UpdateAssumeRolePolicy"}, {"with", {{"RoleName", role}, {"PolicyDocument", trust_policy(random)}}}};
    case 3: return {{"call", "iam:UpdateRole"}, {"with", {{"RoleName", role}, {"MaxSessionDuration", 3600 + random.below(39600)}}}};
    case 4:
      return {{"call", "iam:PutRolePolicy"},
              {"with", {{"RoleName", role}, {"PolicyName", policy}, {"PolicyDocument", identity_policy(random)}}}};
    case 5: return {{"call", "iam:DeleteRolePolicy"}, {"with", {{"RoleName", role}, {"PolicyName", policy}}}};
    case 6: return {{"call", "iam:TagRole"}, {"with", {{"RoleName", role}, {"Tags", tag_list(random)}}}};
    case 7: return {{"call", "iam:UntagRole"}, {"with", {{"RoleName", role}, {"TagKeys", {"team"}}}}};
    case 8: return {{"call", "iam:CreateUser"}, {"with", {{"UserName", user}}}};
    case 9: return {{"call", "iam:DeleteUser"}, {"with", {{"UserName", user}}}};
    case 10:
      return {{"call", "iam:PutUserPolicy"},
              {"with", {{"UserName", user}, {"PolicyName", policy}, {"PolicyDocument", identity_policy(random).dump(2)}}}};
    case 11: return {{"call", "iam:AttachRolePolicy"}, {"with", {{"RoleName", role}, {"PolicyArn", managed}}}};
    case 12: return {{"call", "iam:DetachRolePolicy"}, {"with", {{"RoleName", role}, {"PolicyArn", managed}}}};
    case 13: return {{"call", "iam:AttachUserPolicy"}, {"with", {{"UserName", user}, {"PolicyArn", managed}}}};
    case 14: return {{"call", "iam:PutRolePermissionsBoundary"}, {"with", {{"RoleName", role}, {"PermissionsBoundary", managed}}}};
    case 15: return {{"call", "iam:DeleteRolePermissionsBoundary"}, {"with", {{"RoleName", role}}}};
    case 16:
      return {{"call", "iam:CreateOpenIDConnectProvider"},
              {"with", {{"Url", "https://idp.example.com/" + role}, {"ClientIDList", {user}}}}};
    default:
      return {{"call", "sts:AssumeRole"},
              {"with", {{"RoleArn", "arn:aws:iam::" + home + ":role/" + role}, {"RoleSessionName", "sess"}, {"Tags", tag_list(random)}}}};
  }
}

std::string random_history(Random& random) {
  const Json everything = {{"Version", "2012-10-17"}, {"Statement", {{{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}}}}};
  Json scenario = {{"format", "sts-playground/1"}, {"now", "2026-01-15T09:00:00Z"}};
  Json& account = scenario["accounts"][home];
  account["users"]["admin"] = {{"policies", {{"Everything", everything}}}, {"mfaDevices", {"arn:aws:iam::111122223333:mfa/admin"}}};
  account["users"]["U0"] = Json::object();
  for (const char* const name : {"M0", "M1"}) account["managedPolicies"][name] = everything;
  for (const char* const name : {"R0", "R1"}) account["roles"][name] = {{"trust", trust_policy(random)}};
  for (int i = 0; i < 20; ++i) {
    Json step = random_change(random);
    step["as"] = admin;
    step["at"] = "+" + std::to_string(random.below(90)) + "s";
    scenario["steps"].push_back(step);
  }
  scenario["steps"].push_back({{"as", admin},
                               {"call", "sts:GetSessionToken"},
                               {"with", {{"SerialNumber", "arn:aws:iam::111122223333:mfa/admin"}, {"TokenCode", "current"}}}});
  return scenario.dump();
}

}  // namespace

TEST_CASE("the events of a random history lead to the same world again", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  std::size_t events = 0;
  for (int i = 0; i < 40; ++i) {
    const std::string text = random_history(random);
    INFO(text);
    events += check_replay(text);
  }
  CHECK(events > 200);
}

TEST_CASE("the events of every conformance case lead to the same world again", "[properties][conformance]") {
  const std::vector<fs::path> files = conformance_files();
  REQUIRE(files.size() > 100);
  std::size_t events = 0;
  for (const fs::path& file : files) {
    INFO(file.string());
    events += check_replay(read_file(file));
  }
  CHECK(events > files.size());
}

TEST_CASE("a document has one report", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) texts.push_back(i % 3 == 0 ? random_history(random) : scenario_text(random_case(random)));
  std::vector<std::string> reports;
  for (const std::string& text : texts) reports.push_back(run_scenario(text, "en").report);
  // In another order, with other documents before and from other memory.
  for (std::size_t i = texts.size(); i-- > 0;) {
    const std::string copy = texts[i];
    INFO(copy);
    CHECK(run_scenario(copy, "en").report == reports[i]);
    CHECK(explain_scenario(copy, "en", "x.json", false).text == explain_scenario(texts[i], "en", "x.json", false).text);
  }
}

TEST_CASE("the language changes words, never a verdict", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  for (int i = 0; i < 40; ++i) {
    const std::string text = random_history(random);
    const Json english = Json::parse(run_scenario(text, "en").report);
    const Json korean = Json::parse(run_scenario(text, "ko").report);
    INFO(text);
    REQUIRE(english.at("steps").size() == korean.at("steps").size());
    for (std::size_t n = 0; n < english.at("steps").size(); ++n) {
      for (const char* const field : {"decision", "error", "session", "response", "caller"}) {
        CHECK(english.at("steps").at(n).at(field) == korean.at("steps").at(n).at(field));
      }
    }
    CHECK(english.at("sessions") == korean.at("sessions"));
  }
}
