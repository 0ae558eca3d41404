// Random small scenarios: one caller, one call, and policies on every layer. Vocabularies are small, so that policies and the call meet.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/unit/random.h"

namespace sts_playground::test {

using Json = nlohmann::json;

// Where a policy of a case stands.
enum class Place { identity, boundary, session, resource, scp, rcp };
constexpr Place places[] = {Place::identity, Place::boundary, Place::session, Place::resource, Place::scp, Place::rcp};

// A call and the policies that judge it. A policy that is null is not there.
struct Case {
  bool by_role = false;      // the caller is a role's session, else a user
  bool same_account = true;  // as the resource
  std::string action;
  std::string object;  // key below the bucket
  Json context = Json::object();
  std::vector<Json> identity;
  Json boundary;
  Json session;
  Json resource;
  std::vector<Json> scps;  // root, unit, account; empty: no organization
  std::vector<Json> rcps;  // likewise, on the resource's account
};

Case random_case(Random& random);
// A statement that may stand at a place, with its effect.
Json random_statement(Random& random, Place place, const std::string& effect);
// Statements that match the call whatever it is.
Json sweeping_statement(Place place, const std::string& effect);
Json random_policy(Random& random, Place place);
// Every policy of a case at a place.
std::vector<Json*> policies_at(Case& drawn, Place place);
// All of them, with their places.
struct PlacedPolicy {
  Place place;
  Json* policy;
};
std::vector<PlacedPolicy> all_policies(Case& drawn);
Json& statements_of(Json& policy);

// The case as a scenario document. Its last step, "probe", is the call.
std::string scenario_text(const Case& drawn);

struct Verdict {
  std::string decision;
  Json error;
  bool explicit_deny = false;  // a Deny statement matched somewhere
};
// What the engine says of the call. Fails the test where the scenario does not get as far.
Verdict judge(const Case& drawn);

// How many cases each theorem tries.
constexpr int tries = 300;

}  // namespace sts_playground::test
