#include "core/evaluate/evaluate.h"

namespace sts_playground {

void evaluate_policy(const PolicyPtr& policy, const Request& request, Trace& trace) {
  const std::size_t policy_index = trace.policies.size();
  trace.policies.push_back(policy);
  for (std::size_t index = 0; index < policy->compiled.statements.size(); ++index) {
    judge_statement(policy->compiled, policy_index, index, request, trace.events);
  }
}

}  // namespace sts_playground
