// Compares what came of a step with what it expects.
#pragma once

#include "core/scenario/run.h"

namespace sts_playground {

struct ExpectationCheck {
  std::size_t passed = 0;
  std::vector<ExpectationFailure> failures;
};

// `world`: after the step.
ExpectationCheck check_expectation(const Expectation& expect, const StepResult& step, const World& world);

}  // namespace sts_playground
