#include "tests/properties/random_scenario.h"

#include "core/api/api.h"
#include "tests/catch_json.h"

namespace sts_playground::test {
namespace {

const std::string home = "111122223333";
const std::string away = "444455556666";
const std::string set_up = "777788889999";
const std::string management = "999988887777";
const std::string alice = "arn:aws:iam::111122223333:user/alice";
const std::string worker = "arn:aws:iam::111122223333:role/Worker";
const std::string worker_session = "arn:aws:sts::111122223333:assumed-role/Worker/sess";
const std::string set_up_user = "arn:aws:iam::777788889999:user/setup";
const std::string bucket = "arn:aws:s3:::data";

template <typename T>
const T& pick(Random& random, const std::vector<T>& items) {
  return items[random.below(items.size())];
}

// One or two of a vocabulary, alone or in a list.
Json some(Random& random, const std::vector<std::string>& items) {
  if (random.chance(2)) return pick(random, items);
  return Json::array({pick(random, items), pick(random, items)});
}

Json random_condition(Random& random) {
  struct Row {
    std::string key;
    std::vector<std::string> operators;
    std::vector<std::string> values;
  };
  static const std::vector<Row> rows = {
      {"aws:PrincipalTag/team",
       {"StringEquals", "StringNotEquals", "StringLike", "StringEqualsIfExists", "StringNotLike", "StringEqualsIgnoreCase"},
       {"red", "blue", "r*", "RED"}},
      {"example:Key", {"StringEquals", "StringNotEquals", "StringLikeIfExists"}, {"red", "${aws:PrincipalTag/team}", "${x, 'blue'}", "*"}},
      {"example:Count",
       {"NumericEquals", "NumericLessThan", "NumericGreaterThanEquals", "NumericNotEqualsIfExists"},
       {"3", "10", "-2.5", "+3.", "NaN"}},
      {"aws:CurrentTime", {"DateLessThan", "DateGreaterThan", "DateNotEquals"}, {"2026-01-15T08:00:00", "2026-01-15T10:00:00Z", "soon"}},
      {"aws:SourceIp",
       {"IpAddress", "NotIpAddress", "IpAddressIfExists"},
       {"203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32", "2001:db8::5/64", "203.000.113.7/024"}},
      {"aws:SecureTransport", {"Bool", "BoolIfExists", "Null"}, {"true", "false", "yes"}},
      {"aws:PrincipalArn", {"ArnLike", "ArnNotEquals"}, {alice, worker, "arn:aws:iam::*:user/*", "worker"}},
      {"example:List",
       {"ForAllValues:StringEquals", "ForAnyValue:StringLike", "ForAllValues:StringNotEquals", "StringLike", "StringNotEqualsIfExists"},
       {"red", "blue", "g*"}},
      {"example:Missing", {"Null", "Bool"}, {"true", "false"}},
  };
  const Row& row = pick(random, rows);
  return {{pick(random, row.operators), {{row.key, some(random, row.values)}}}};
}

Json random_context(Random& random) {
  Json context = Json::object();
  if (random.chance(2)) context["example:Key"] = pick<std::string>(random, {"red", "blue", ""});
  if (random.chance(2)) context["example:Count"] = pick<std::string>(random, {"3", "10", "11.5", "many"});
  if (random.chance(2))
    context["aws:SourceIp"] = pick<std::string>(random, {"203.0.113.7", "198.51.100.7", "2001:db8::1", "::ffff:203.0.113.7", "here"});
  if (random.chance(2)) context["aws:SecureTransport"] = random.chance(2);
  if (random.chance(2)) context["example:List"] = Json::array({"red", random.chance(2) ? "blue" : "green"});
  return context;
}

Json random_principal(Random& random) {
  if (random.chance(5)) return "*";
  return {{"AWS", some(random, {alice, alice, worker, worker, worker_session, home, "arn:aws:iam::" + home + ":root", "*", away})}};
}

Json trust_of(const std::string& arn) {
  return {{"Version", "2012-10-17"}, {"Statement", {{{"Effect", "Allow"}, {"Principal", {{"AWS", arn}}}, {"Action", "sts:AssumeRole"}}}}};
}

Json level(const std::vector<Json>& scps, const std::vector<Json>& rcps, std::size_t index) {
  Json out = Json::object();
  if (!scps.empty()) out["scps"] = {{"S", scps[index]}};
  if (!rcps.empty()) out["rcps"] = {{"R", rcps[index]}};
  return out;
}

Json unit_of(const std::string& account, const std::vector<Json>& scps, const std::vector<Json>& rcps) {
  Json unit = level(scps, rcps, 1);
  unit["accounts"] = {{account, level(scps, rcps, 2)}};
  return unit;
}

// Levels from the root down. The caller's account has the SCPs, the resource's account the RCPs.
Json organizations(const Case& drawn) {
  Json root = level(drawn.scps, drawn.rcps, 0);
  root["id"] = "r-1";
  root["units"]["ou-home"] = unit_of(home, drawn.scps, drawn.same_account ? drawn.rcps : std::vector<Json>());
  if (!drawn.same_account) root["units"]["ou-away"] = unit_of(away, {}, drawn.rcps);
  return {{"o-a1b2c3d4e5", {{"managementAccount", management}, {"root", root}}}};
}

Json accounts(const Case& drawn) {
  Json subject = {{"tags", {{"team", "red"}}}, {"policies", Json::object()}};
  for (std::size_t i = 0; i < drawn.identity.size(); ++i) subject["policies"]["P" + std::to_string(i)] = drawn.identity[i];
  if (!drawn.boundary.is_null()) subject["boundary"] = drawn.boundary;
  Json role = drawn.by_role ? subject : Json::object();
  role["trust"] = trust_of(set_up_user);
  Json out = {{home, {{"users", {{"alice", drawn.by_role ? Json::object() : subject}}}, {"roles", {{"Worker", role}}}}},
              {away, Json::object()},
              {management, Json::object()}};
  const Json assume = {{"Version", "2012-10-17"},
                       {"Statement", {{{"Effect", "Allow"}, {"Action", "sts:AssumeRole"}, {"Resource", worker}}}}};
  out[set_up]["users"]["setup"]["policies"]["Assume"] = assume;
  Json& owner = out[drawn.same_account ? home : away]["resources"][bucket];
  owner = drawn.resource.is_null() ? Json::object() : Json{{"policy", drawn.resource}};
  return out;
}

bool has_explicit_deny(const Json& step) {
  for (const Json& authorization : step.at("explanation").at("authorizations")) {
    for (const Json& layer : authorization.at("layers")) {
      if (layer.at("verdict") == "explicit-deny") return true;
    }
  }
  return false;
}

}  // namespace

Json random_statement(Random& random, Place place, const std::string& effect) {
  Json statement = {{"Effect", effect}};
  if (place == Place::resource) statement["Principal"] = random_principal(random);
  if (place == Place::rcp) statement["Principal"] = "*";
  const std::vector<std::string> actions = {"s3:GetObject", "s3:*", "s3:Get*", "s3:PutObject", "S3:getobject"};
  const bool inverted = place != Place::rcp && random.chance(8);
  statement[inverted ? "NotAction" : "Action"] = some(random, actions);
  const std::vector<std::string> resources = {"*", bucket + "/*", bucket + "/red/*", bucket + "/${aws:PrincipalTag/team}/*",
                                              "arn:aws:s3:::d?ta/*"};
  statement[random.chance(10) ? "NotResource" : "Resource"] = some(random, resources);
  if (random.chance(effect == "Deny" ? 1 : 2)) statement["Condition"] = random_condition(random);
  return statement;
}

Json sweeping_statement(Place place, const std::string& effect) {
  Json statement = {{"Effect", effect}, {"Action", "s3:*"}, {"Resource", "*"}};
  if (place == Place::resource || place == Place::rcp) statement["Principal"] = "*";
  return statement;
}

Json random_policy(Random& random, Place place) {
  Json statements = Json::array();
  // A session policy has 2,048 characters at most.
  const std::size_t count = 1 + random.below(place == Place::session ? 2 : 3);
  for (std::size_t i = 0; i < count; ++i) {
    const bool allow = place != Place::rcp && !random.chance(5);
    statements.push_back(random_statement(random, place, allow ? "Allow" : "Deny"));
  }
  // What only limits would else deny nearly everything.
  const bool limits = place == Place::boundary || place == Place::session || place == Place::scp;
  if (limits && !random.chance(4)) statements.push_back(sweeping_statement(place, "Allow"));
  return {{"Version", "2012-10-17"}, {"Statement", statements}};
}

Case random_case(Random& random) {
  Case drawn;
  drawn.by_role = random.chance(2);
  drawn.same_account = !random.chance(3);
  drawn.action = random.chance(3) ? "s3:PutObject" : "s3:GetObject";
  drawn.object = random.chance(2) ? "red/x" : "blue/x";
  drawn.context = random_context(random);
  for (std::size_t count = random.below(3); count > 0; --count) drawn.identity.push_back(random_policy(random, Place::identity));
  if (random.chance(3)) drawn.boundary = random_policy(random, Place::boundary);
  if (drawn.by_role && random.chance(2)) drawn.session = random_policy(random, Place::session);
  if (!random.chance(3)) drawn.resource = random_policy(random, Place::resource);
  if (random.chance(2)) {
    for (int n = 0; n < 3; ++n) drawn.scps.push_back(random_policy(random, Place::scp));
  }
  if (random.chance(3)) {
    for (int n = 0; n < 3; ++n) drawn.rcps.push_back(random_policy(random, Place::rcp));
  }
  return drawn;
}

Json& statements_of(Json& policy) { return policy.at("Statement"); }

std::vector<Json*> policies_at(Case& drawn, Place place) {
  std::vector<Json*> found;
  const auto add = [&](Json& policy) {
    if (!policy.is_null()) found.push_back(&policy);
  };
  const auto add_all = [&](std::vector<Json>& policies) {
    for (Json& policy : policies) add(policy);
  };
  switch (place) {
    case Place::identity: add_all(drawn.identity); break;
    case Place::boundary: add(drawn.boundary); break;
    case Place::session: add(drawn.session); break;
    case Place::resource: add(drawn.resource); break;
    case Place::scp: add_all(drawn.scps); break;
    case Place::rcp: add_all(drawn.rcps); break;
  }
  return found;
}

std::vector<PlacedPolicy> all_policies(Case& drawn) {
  std::vector<PlacedPolicy> found;
  for (const Place place : places) {
    for (Json* policy : policies_at(drawn, place)) found.push_back({place, policy});
  }
  return found;
}

std::string scenario_text(const Case& drawn) {
  Json steps = Json::array();
  if (drawn.by_role) {
    Json with = {{"RoleArn", worker}, {"RoleSessionName", "sess"}};
    if (!drawn.session.is_null()) with["Policy"] = drawn.session;
    steps.push_back({{"id", "caller"}, {"as", set_up_user}, {"call", "sts:AssumeRole"}, {"with", with}});
  }
  steps.push_back({{"id", "probe"},
                   {"as", drawn.by_role ? "caller" : alice},
                   {"call", drawn.action},
                   {"resource", bucket + "/" + drawn.object},
                   {"context", drawn.context}});
  Json scenario = {{"format", "sts-playground/1"}, {"now", "2026-01-15T09:00:00Z"}, {"accounts", accounts(drawn)}, {"steps", steps}};
  if (!drawn.scps.empty() || !drawn.rcps.empty()) scenario["organizations"] = organizations(drawn);
  return scenario.dump();
}

Verdict judge(const Case& drawn) {
  const std::string text = scenario_text(drawn);
  const Json report = Json::parse(run_scenario(text, "en").report);
  INFO(text);
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("valid") == true);
  if (drawn.by_role) REQUIRE(report.at("steps").front().at("decision") == "Allow");
  const Json& probe = report.at("steps").back();
  return {probe.at("decision").get<std::string>(), probe.at("error"), has_explicit_deny(probe)};
}

}  // namespace sts_playground::test
