// Matches policies against one request and records every step in a trace. The decision is folded from the trace, so that an
// explanation cannot disagree with it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/compile/compile.h"
#include "core/evaluate/caller.h"
#include "core/evaluate/request_context.h"

namespace sts_playground {

// What policies see of a request. The views must outlive the evaluation.
struct Request {
  const Caller* caller = nullptr;
  std::string_view action;    // service:Name
  std::string_view resource;  // an ARN, or "*"
  const RequestContext* context = nullptr;
};

enum class TraceStep : std::uint8_t { principal, action, resource, condition, statement };
enum class TraceOutcome : std::uint8_t { no_match, match };

// One thing that was looked at. For a matched principal, `item` is the index of the entry that matched; for a condition its index in
// the statement; for a matched statement again the principal entry.
struct TraceEvent {
  TraceStep step;
  TraceOutcome outcome;
  std::uint16_t policy;     // index into Trace::policies
  std::uint16_t statement;  // index into the policy's statements
  std::uint16_t item;
};
static_assert(sizeof(TraceEvent) == 8);

struct Trace {
  std::vector<PolicyPtr> policies;
  std::vector<TraceEvent> events;
};

// How a resource-based policy names the caller decides which implicit denials of other layers it overrides.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
enum class PrincipalNaming {
  none,
  everyone,
  account,
  user,
  federated_user_by_user,
  role,
  role_session,
  federated_user,
  service,
  federated
};

PrincipalNaming principal_naming(const CompiledPrincipal& principal, const Caller& caller, Effect effect, PolicyKind kind);
// Index of the first entry that names the caller, or -1. For NotPrincipal: 0 where the statement applies to the caller, else -1.
int match_principal(const CompiledStatement& statement, const Caller& caller, PolicyKind kind);
bool match_action(const CompiledStatement& statement, std::string_view action);
bool match_resource(const CompiledStatement& statement, std::string_view resource, const RequestContext& context);
bool match_resource_pattern(const CompiledResource& pattern, std::string_view resource, const RequestContext& context);

// Appends the policy and what was looked at to the trace. Elements are looked at in the order Principal, Action, Resource,
// Condition; the first that does not match ends the statement, except that all conditions are looked at.
void evaluate_policy(const PolicyPtr& policy, const Request& request, Trace& trace);

}  // namespace sts_playground
