// Scenarios that say the same in another way get the same verdict: statements split or in another order, names in another letter case,
// policies as text or as JSON, put by a step or standing in the world.
// STS_PLAYGROUND_CASES=10000 tries as many scenarios for each; STS_PLAYGROUND_SEED=... runs a failure again.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/api/api.h"
#include "tests/catch_json.h"
#include "tests/properties/random_scenario.h"

using namespace sts_playground::test;

namespace {

const std::string home = "111122223333";
const std::string administrator = "arn:aws:iam::111122223333:user/administrator";
// Of a session policy: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
constexpr std::size_t session_policy_characters = 2048;

int cases() {
  const char* const wanted = std::getenv("STS_PLAYGROUND_CASES");
  return wanted != nullptr ? std::max(1, std::atoi(wanted)) : 150;
}

// What is said of the last step. `set_up`: whether every step before it succeeded.
struct Said {
  Json decision;
  Json error;
  bool explicit_deny = false;
  bool set_up = true;
};

Said ask(const Json& scenario) {
  const Json report = Json::parse(sts_playground::run_scenario(scenario.dump(), "en").report);
  INFO(scenario.dump());
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("valid") == true);
  const Json& steps = report.at("steps");
  Said said;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) said.set_up = said.set_up && steps[i].at("decision") == "Allow";
  const Json& probe = steps.back();
  said.decision = probe.at("decision");
  said.error = probe.at("error");
  for (const Json& authorization : probe.at("explanation").at("authorizations")) {
    for (const Json& layer : authorization.at("layers")) said.explicit_deny = said.explicit_deny || layer.at("verdict") == "explicit-deny";
  }
  return said;
}

// One statement for each of an element's values.
std::vector<Json> split(const Json& statement, const char* element) {
  if (!statement.contains(element) || !statement.at(element).is_array()) return {statement};
  std::vector<Json> out;
  for (const Json& value : statement.at(element)) {
    out.push_back(statement);
    out.back()[element] = value;
  }
  return out;
}

void split_statements(Json& policy) {
  Json statements = Json::array();
  for (const Json& statement : statements_of(policy)) {
    for (const Json& half : split(statement, "Action")) {
      for (const Json& quarter : split(half, "Resource")) statements.push_back(quarter);
    }
  }
  policy["Statement"] = statements;
}

void reorder_statements(Random& random, Json& policy) {
  Json& statements = statements_of(policy);
  for (std::size_t i = statements.size(); i > 1; --i) std::swap(statements[i - 1], statements[random.below(i)]);
}

// Names of actions and of condition keys have no letter case: reference_policies_elements_action.html,
// reference_policies_elements_condition.html
std::string other_case(Random& random, std::string text) {
  for (char& c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if ((upper || lower) && random.chance(3)) c = static_cast<char>(upper ? c - 'A' + 'a' : c - 'a' + 'A');
  }
  return text;
}

void respell(Random& random, Json& policy) {
  for (Json& statement : statements_of(policy)) {
    for (const char* element : {"Action", "NotAction"}) {
      if (!statement.contains(element)) continue;
      Json& actions = statement[element];
      if (actions.is_string()) actions = other_case(random, actions.get<std::string>());
      else
        for (Json& action : actions) action = other_case(random, action.get<std::string>());
    }
    if (!statement.contains("Condition")) continue;
    for (auto& [name, keys] : statement["Condition"].items()) {
      Json respelled = Json::object();
      for (const auto& [key, values] : keys.items()) respelled[other_case(random, key)] = values;
      keys = respelled;
    }
  }
}

// `change` makes another scenario of a case, or gives null where it cannot.
template <typename Change>
void check_same(Change change) {
  const auto seed = random_seed();
  INFO("STS_PLAYGROUND_SEED=" << seed);
  Random random(seed);
  int allowed = 0;
  int denied = 0;
  for (int i = 0; i < cases(); ++i) {
    Case drawn = random_case(random);
    const Json before = Json::parse(scenario_text(drawn));
    const Json after = change(random, drawn, before);
    if (after.is_null()) continue;
    const Said first = ask(before);
    const Said second = ask(after);
    if (!first.set_up || !second.set_up) continue;
    INFO(before.dump());
    INFO(after.dump());
    CHECK(first.decision == second.decision);
    CHECK(first.error == second.error);
    CHECK(first.explicit_deny == second.explicit_deny);
    ++(first.decision == "Allow" ? allowed : denied);
  }
  CHECK(allowed > cases() / 50);
  CHECK(denied > cases() / 50);
}

// The same with each policy of the case changed by itself.
template <typename Change>
void check_same_policies(Change change) {
  check_same([&](Random& random, Case& drawn, const Json&) -> Json {
    for (const PlacedPolicy& placed : all_policies(drawn)) {
      Json changed = *placed.policy;
      change(random, changed);
      const bool fits = placed.place != Place::session || changed.dump().size() <= session_policy_characters;
      if (fits) *placed.policy = changed;
    }
    return Json::parse(scenario_text(drawn));
  });
}

// The identity-based policies of a case are put by steps, and do not stand in the world. A service control policy could forbid it.
Json put_by_steps(const Case& drawn, const Json& before) {
  if (drawn.identity.empty() || !drawn.scps.empty()) return nullptr;
  Json after = before;
  Json& account = after["accounts"][home];
  const std::string kind = drawn.by_role ? "Role" : "User";
  const std::string name = drawn.by_role ? "Worker" : "alice";
  account[drawn.by_role ? "roles" : "users"][name].erase("policies");
  account["users"]["administrator"]["policies"]["All"] = {{"Version", "2012-10-17"},
                                                          {"Statement", {{{"Effect", "Allow"}, {"Action", "iam:*"}, {"Resource", "*"}}}}};
  Json steps = Json::array();
  for (std::size_t i = 0; i < drawn.identity.size(); ++i) {
    const Json with = {{kind + "Name", name}, {"PolicyName", "P" + std::to_string(i)}, {"PolicyDocument", drawn.identity[i]}};
    steps.push_back({{"id", "put" + std::to_string(i)}, {"as", administrator}, {"call", "iam:Put" + kind + "Policy"}, {"with", with}});
  }
  for (const Json& step : before.at("steps")) steps.push_back(step);
  after["steps"] = steps;
  return after;
}

}  // namespace

TEST_CASE("a statement of several actions and resources is as good as several statements", "[properties][metamorphic]") {
  check_same_policies([](Random&, Json& policy) { split_statements(policy); });
}

TEST_CASE("statements may stand in any order", "[properties][metamorphic]") { check_same_policies(reorder_statements); }

TEST_CASE("actions and condition keys have no letter case", "[properties][metamorphic]") { check_same_policies(respell); }

TEST_CASE("a policy is the same as text", "[properties][metamorphic]") {
  check_same_policies([](Random& random, Json& policy) { policy = policy.dump(random.chance(2) ? 2 : -1); });
}

TEST_CASE("a policy that a step puts is the same as one that stands in the world", "[properties][metamorphic]") {
  check_same([](Random&, Case& drawn, const Json& before) { return put_by_steps(drawn, before); });
}
