// How long decisions take: scripts/bench. bench/bench.mjs runs the same scenarios in WebAssembly.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/scenarios.h"
#include "core/api/api.h"
#include "core/compile/read_policy_text.h"
#include "core/evaluate/evaluate.h"
#include "core/scenario/run.h"

namespace {

using namespace sts_playground;
namespace scenarios = sts_playground::bench;

// The noise of the machine: the figures of the repetitions, and how far they lie apart.
void report_noise(benchmark::internal::Benchmark* registered) {
  registered->Repetitions(9)->ReportAggregatesOnly()->MinTime(0.2);
  registered->ComputeStatistics("min", [](const std::vector<double>& values) { return *std::min_element(values.begin(), values.end()); });
  registered->ComputeStatistics("max", [](const std::vector<double>& values) { return *std::max_element(values.begin(), values.end()); });
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fputs(what, stderr);
  std::abort();
}

// The trust policy alone against the call: what evaluation costs.
void evaluate_statements(benchmark::State& state, std::size_t others) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = scenarios::trust_policy(others);
  const PolicyPtr policy = read_policy_value(value, PolicySource{}, PolicyKind::trust, nullptr).policy;
  require(policy != nullptr, "the policy cannot be read\n");
  const RequestContext context = [] {
    RequestContext keys;
    keys.set("aws:MultiFactorAuthPresent", "true");
    keys.set("aws:RequestTag/team", "red");
    keys.set("sts:ExternalId", "Cust-0042");
    keys.set_list("aws:TagKeys", {"team", "cost-center"});
    keys.set("aws:SourceIp", "203.0.113.7");
    keys.set("aws:CurrentTime", "2026-01-15T09:00:00Z");
    return keys;
  }();
  Caller caller;
  caller.kind = CallerKind::user;
  caller.account = "111122223333";
  caller.arn = caller.principal_arn = "arn:aws:iam::111122223333:user/alice";
  const Request request{&caller, "sts:AssumeRole", "arn:aws:iam::444455556666:role/Target", &context};
  Trace trace;
  for (auto _ : state) {
    trace.policies.clear();
    trace.events.clear();
    evaluate_policy(policy, request, trace);
    benchmark::DoNotOptimize(trace.events.data());
  }
  const bool matched = !trace.events.empty() && trace.events.back().step == TraceStep::statement;
  require(matched, "the last statement does not match\n");
  state.SetItemsProcessed(state.iterations());
}

// One call: credentials, parameters, context, all layers, the session.
void perform_call(benchmark::State& state, std::size_t others) {
  const SourceText source(scenarios::assume_role(others));
  const auto scenario = read_scenario(source);
  require(scenario.value.has_value(), "the scenario cannot be read\n");
  const Run run = run_scenario_steps(*scenario.value);
  const Call& call = run.steps.back().call;
  // The world before the last step: a code of an MFA device works once.
  World world = scenario.value->world;
  for (std::size_t i = 0; i + 1 < run.steps.size(); ++i) {
    for (const Event& event : run.steps[i].result.events) world = sts_playground::apply(world, event);
  }
  require(perform(world, call).decision == Decision::allow, "the call is not allowed\n");
  for (auto _ : state) benchmark::DoNotOptimize(perform(world, call));
  state.SetItemsProcessed(state.iterations());
}

// The scenario's text to the report's text.
void run_text(benchmark::State& state, const std::string& text) {
  require(run_scenario(text, "en").status == 0, "an expectation does not hold\n");
  for (auto _ : state) benchmark::DoNotOptimize(run_scenario(text, "en"));
  state.SetItemsProcessed(state.iterations());
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html: a pattern that backtracks
// where matching is naive.
void match_hostile_pattern(benchmark::State& state) {
  const Pattern pattern("*a*a*a*a*a*a*a*a*a*a*ab", PatternSyntax{true, false, false});
  const std::string letters(10'000, 'a');
  require(pattern.match(letters) == Pattern::Result::no_match, "the hostile pattern matches\n");
  for (auto _ : state) benchmark::DoNotOptimize(pattern.match(letters));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

BENCHMARK_CAPTURE(evaluate_statements, one_statement, 0)->Apply(report_noise);
BENCHMARK_CAPTURE(evaluate_statements, fifty_statements, 49)->Apply(report_noise);
BENCHMARK_CAPTURE(perform_call, one_statement, 0)->Apply(report_noise);
BENCHMARK_CAPTURE(perform_call, fifty_statements, 49)->Apply(report_noise);
BENCHMARK_CAPTURE(run_text, one_statement, scenarios::assume_role(0))->Apply(report_noise);
BENCHMARK_CAPTURE(run_text, fifty_statements, scenarios::assume_role(49))->Apply(report_noise);
BENCHMARK_CAPTURE(run_text, hostile_pattern, scenarios::hostile_pattern())->Apply(report_noise);
BENCHMARK(match_hostile_pattern)->Apply(report_noise);
BENCHMARK_MAIN();
