// Judges policies on one request and records every step in a trace. The decision is folded from the trace, so that an
// explanation cannot disagree with it.
#pragma once

#include <vector>

#include "core/evaluate/judge.h"

namespace sts_playground {

struct Trace {
  std::vector<PolicyPtr> policies;
  std::vector<TraceEvent> events;
};

// Appends the policy and what was looked at in its statements to the trace.
void evaluate_policy(const PolicyPtr& policy, const Request& request, Trace& trace);

}  // namespace sts_playground
