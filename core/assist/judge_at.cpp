#include "core/assist/judge_at.h"

#include <algorithm>
#include <utility>

#include "core/catalog/limits.h"

namespace sts_playground {
namespace {

constexpr std::int64_t seconds_per_year = std::int64_t{366} * 24 * 3600;

World world_without(const Scenario& scenario, std::size_t index, std::int64_t at) {
  World world = scenario.world;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    if (i == index || scenario.steps[i].at > at) continue;
    const StepResult result = run_step(world, scenario.steps[i]);
    for (const Event& event : result.result.events) world = sts_playground::apply(std::move(world), event);
  }
  return world;
}

}  // namespace

std::optional<StepResult> judge_at(const Scenario& scenario, std::size_t index, std::int64_t at) {
  if (index >= scenario.steps.size()) return std::nullopt;
  const std::int64_t instant = std::max(at, scenario.now);
  if (instant - scenario.now > limits::clock_years * seconds_per_year) return std::nullopt;
  Step step = scenario.steps[index];
  step.at = instant;
  World world = world_without(scenario, index, instant);
  StepResult result = run_step_both_ways(world, step);
  result.index = index;
  return result;
}

}  // namespace sts_playground
