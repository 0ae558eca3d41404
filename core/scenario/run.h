// Runs a scenario: each step in the world that the steps before it left.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/world/revocation.h"

namespace sts_playground {

// An expectation that did not hold. `expected` and `actual` are JSON texts.
struct ExpectationFailure {
  std::string step;
  std::string field;
  std::string expected;
  std::string actual;
};

// A disputed fact on which a step's answer rests, and the answer with the other side of it.
struct OtherAnswer {
  Dispute dispute{};
  DisputeSide taken{};
  Decision decision = Decision::allow;
  std::string error_code;                  // "" of an allowed call
  std::optional<std::int64_t> expires_at;  // of the session that would be issued
};

struct StepResult {
  std::string id;
  std::size_t index = 0;  // in the scenario's steps
  Call call;              // as it was made, the caller resolved
  CallResult result;
  bool has_expectation = false;
  std::vector<ExpectationFailure> failures;
  std::vector<OtherAnswer> disputed;  // in the order of catalog/disputed.h
  std::vector<StepResult> sub_steps;  // STS calls of a `cli` step
};

struct Run {
  std::vector<StepResult> steps;
  World world;                // after the last step
  std::vector<Event> events;  // all that happened, in order: replaying them on the scenario's world gives `world`
  Revocations revocations;    // of the sessions that lost their life before they expire
  std::size_t passed = 0;     // expectations, counted by field
  std::size_t failed = 0;
};

Run run_scenario_steps(const Scenario& scenario);
// Makes one step's call in a world: finds the caller, then performs it. The result has neither the step's index nor its expectation.
StepResult run_step(const World& world, const Step& step);
// The same, with every disputed fact on which the answer rests: where one was asked for, the step is judged again with its other side. The
// world is left as it was.
StepResult run_step_both_ways(World& world, const Step& step);
// Performs one call in a world: credentials, then the operation.
CallResult perform(const World& world, const Call& call);

}  // namespace sts_playground
