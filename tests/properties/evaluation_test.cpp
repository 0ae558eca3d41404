// Theorems of the evaluation logic, on random policies:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
// A failure prints its seed; STS_PLAYGROUND_SEED=... runs it again.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/catch_json.h"
#include "tests/properties/random_scenario.h"

using namespace sts_playground::test;

namespace {

// Counts what the theorem was about, so that one that never applies is seen.
struct Tally {
  int allowed = 0;
  int denied = 0;

  void add(const Verdict& verdict) { ++(verdict.decision == "Allow" ? allowed : denied); }
  bool mixed() const { return allowed >= tries / 20 && denied >= tries / 20; }
};

void add_statement(Json& policy, Json statement, Random& random) {
  Json& statements = statements_of(policy);
  const auto at = static_cast<std::ptrdiff_t>(random.below(statements.size() + 1));
  statements.insert(statements.begin() + at, std::move(statement));
}

// The statements of every policy in another order; with `repeat`, some of them twice.
Case shuffled(Case drawn, Random& random, bool repeat) {
  for (const PlacedPolicy& placed : all_policies(drawn)) {
    Json& statements = statements_of(*placed.policy);
    Json mixed = Json::array();
    while (!statements.empty()) {
      const std::size_t chosen = random.below(statements.size());
      mixed.push_back(statements[chosen]);
      const bool room = placed.place != Place::session || mixed.size() < 5;
      if (repeat && room && random.chance(2)) mixed.push_back(statements[chosen]);
      statements.erase(chosen);
    }
    statements = std::move(mixed);
  }
  if (drawn.identity.size() > 1 && random.chance(2)) std::swap(drawn.identity.front(), drawn.identity.back());
  return drawn;
}

// Where a layer allows, the call must be allowed without the layer too.
template <typename Without>
void check_only_shrinks(Random& random, Place place, Without without) {
  int limited = 0;
  int allowed = 0;
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    if (place == Place::session) drawn.by_role = true;
    std::vector<Json*> found = policies_at(drawn, place);
    if (found.empty() && place == Place::boundary) drawn.boundary = random_policy(random, place);
    if (found.empty() && place == Place::session) drawn.session = random_policy(random, place);
    if (found.empty() && place == Place::scp)
      drawn.scps = {random_policy(random, place), random_policy(random, place), random_policy(random, place)};
    if (found.empty() && place == Place::rcp)
      drawn.rcps = {random_policy(random, place), random_policy(random, place), random_policy(random, place)};
    Case wider = drawn;
    without(wider);
    const bool with_it = judge(drawn).decision == "Allow";
    const bool without_it = judge(wider).decision == "Allow";
    INFO(scenario_text(drawn));
    CHECK((without_it || !with_it));
    allowed += with_it ? 1 : 0;
    limited += without_it && !with_it ? 1 : 0;
  }
  CHECK(allowed > 0);
  CHECK(limited > 0);
}

}  // namespace

TEST_CASE("random cases are allowed and denied, with every layer", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  Tally tally;
  int seen[6] = {};
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    tally.add(judge(drawn));
    for (const Place place : places) seen[static_cast<int>(place)] += policies_at(drawn, place).empty() ? 0 : 1;
  }
  CHECK(tally.mixed());
  for (const int count : seen) CHECK(count > tries / 20);
}

TEST_CASE("a Deny that matches wins, wherever it stands", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  Tally before;
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    const std::vector<PlacedPolicy> policies = all_policies(drawn);
    if (policies.empty()) continue;
    before.add(judge(drawn));
    const PlacedPolicy& chosen = policies[random.below(policies.size())];
    add_statement(*chosen.policy, sweeping_statement(chosen.place, "Deny"), random);
    const Verdict verdict = judge(drawn);
    INFO(scenario_text(drawn));
    CHECK(verdict.decision == "Deny");
    CHECK(verdict.explicit_deny);
    CHECK(verdict.error.at("code") == "AccessDenied");
    CHECK(verdict.error.at("message").get<std::string>().find("with an explicit deny") != std::string::npos);
  }
  CHECK(before.mixed());
}

TEST_CASE("one more Deny statement never allows", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  Tally tally;
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    const std::vector<PlacedPolicy> policies = all_policies(drawn);
    if (policies.empty()) continue;
    const Verdict before = judge(drawn);
    const PlacedPolicy& chosen = policies[random.below(policies.size())];
    add_statement(*chosen.policy, random_statement(random, chosen.place, "Deny"), random);
    const Verdict after = judge(drawn);
    INFO(scenario_text(drawn));
    if (before.decision == "Deny") CHECK(after.decision == "Deny");
    if (before.explicit_deny) CHECK(after.explicit_deny);
    // Whatever a new Deny changes, it changes by matching.
    if (before.decision == "Allow" && after.decision != "Allow") CHECK(after.explicit_deny);
    tally.add(after);
  }
  CHECK(tally.mixed());
}

TEST_CASE("one more Allow statement never denies", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  Tally tally;
  int gained = 0;
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    const Verdict before = judge(drawn);
    const std::vector<PlacedPolicy> policies = all_policies(drawn);
    // RCPs have no Allow statements: orgs_manage_policies_rcps_syntax.html
    if (policies.empty()) continue;
    const PlacedPolicy& chosen = policies[random.below(policies.size())];
    if (chosen.place == Place::rcp) continue;
    const bool sweeping = random.chance(2);
    add_statement(*chosen.policy, sweeping ? sweeping_statement(chosen.place, "Allow") : random_statement(random, chosen.place, "Allow"),
                  random);
    const Verdict after = judge(drawn);
    INFO(scenario_text(drawn));
    if (before.decision == "Allow") CHECK(after.decision == "Allow");
    CHECK(before.explicit_deny == after.explicit_deny);
    gained += before.decision != "Allow" && after.decision == "Allow" ? 1 : 0;
    tally.add(after);
  }
  CHECK(tally.mixed());
  CHECK(gained > 0);
}

TEST_CASE("one more identity policy that only allows never denies", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  for (int i = 0; i < tries; ++i) {
    Case drawn = random_case(random);
    const Verdict before = judge(drawn);
    drawn.identity.push_back({{"Version", "2012-10-17"}, {"Statement", Json::array({random_statement(random, Place::identity, "Allow")})}});
    INFO(scenario_text(drawn));
    if (before.decision == "Allow") CHECK(judge(drawn).decision == "Allow");
  }
}

TEST_CASE("the order and the repetition of statements do not matter", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  Tally tally;
  for (int i = 0; i < tries; ++i) {
    const Case drawn = random_case(random);
    const Case other = shuffled(drawn, random, i % 2 == 0);
    const Verdict before = judge(drawn);
    const Verdict after = judge(other);
    INFO(scenario_text(drawn));
    INFO(scenario_text(other));
    CHECK(before.decision == after.decision);
    CHECK(before.explicit_deny == after.explicit_deny);
    CHECK(before.error == after.error);
    tally.add(before);
  }
  CHECK(tally.mixed());
}

TEST_CASE("a permissions boundary only shrinks what is allowed", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  check_only_shrinks(random, Place::boundary, [](Case& drawn) { drawn.boundary = nullptr; });
}

TEST_CASE("a session policy only shrinks what is allowed", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  check_only_shrinks(random, Place::session, [](Case& drawn) { drawn.session = nullptr; });
}

TEST_CASE("service control policies only shrink what is allowed", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  check_only_shrinks(random, Place::scp, [](Case& drawn) { drawn.scps.clear(); });
}

TEST_CASE("resource control policies only shrink what is allowed", "[properties]") {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  check_only_shrinks(random, Place::rcp, [](Case& drawn) { drawn.rcps.clear(); });
}
