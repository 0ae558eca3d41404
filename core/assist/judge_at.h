// How one call of a scenario would be judged if it were made at another instant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/scenario/run.h"

namespace sts_playground {

// The step's result in the world that all other steps at or before `at` left, in their order. `at` (epoch seconds) before the scenario's
// `now` counts as `now`. Nothing where there is no such step, or `at` lies farther ahead than a virtual clock may be moved. The
// step's expectation is about its own instant, so the result has none. `scenario` is one without errors.
std::optional<StepResult> judge_at(const Scenario& scenario, std::size_t index, std::int64_t at);

}  // namespace sts_playground
