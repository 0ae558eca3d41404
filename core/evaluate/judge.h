// What one statement says of one request. Evaluation records it in its trace, and explanations ask for the whole of it, so that nobody
// matches anything a second time in another way.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/compile/compile.h"
#include "core/evaluate/caller.h"
#include "core/evaluate/outcome.h"
#include "core/evaluate/request_context.h"

namespace sts_playground {

// What policies see of a request. The views must outlive the evaluation.
struct Request {
  const Caller* caller = nullptr;
  std::string_view action;    // service:Name
  std::string_view resource;  // an ARN, or "*"
  const RequestContext* context = nullptr;
};

// How a resource-based policy names the caller decides which implicit denials of other layers it overrides.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
enum class PrincipalNaming : std::uint8_t {
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

// Why a condition holds or not, for explanations. The outcome alone decides.
enum class ConditionReason : std::uint8_t {
  value_matches,         // a positive operator found an equal value
  value_differs,         // a positive operator found none
  negated_differs,       // a negated operator: no value is equal
  negated_matches,       // a negated operator: a value is equal
  key_absent,            // positive operator and no such key
  key_absent_negated,    // negated operators hold for an absent key
  key_absent_if_exists,  // ...IfExists holds for an absent key
  key_absent_for_all,    // ForAllValues holds for an absent key
  key_absent_for_any,    // ForAnyValue does not
  null_absent,           // Null: the key is absent
  null_present,          // Null: the key is present
  no_such_operator,      // the operator does not exist: the condition never holds
  no_values,             // the policy lists no values
  list_without_set,      // a multivalued key that is there, under an operator without ForAnyValue or ForAllValues: never satisfied
  value_malformed,       // the request's value is none of the operator's kind, which decided
  operand_malformed,     // a value of the policy is none of the operator's kind, which decided
  key_unknown            // whether the key is there, or what it holds, is not known
};

enum class TraceStep : std::uint8_t { principal, action, resource, condition, statement };

// What a Deny's NotPrincipal would have to list beside what it lists to spare the caller; bits that may stand together.
namespace not_principal_lacks {
constexpr std::uint16_t caller = 1;    // the user, the session, the service itself
constexpr std::uint16_t role = 2;      // the role behind the session
constexpr std::uint16_t account = 4;   // the caller's account
constexpr std::uint16_t boundary = 8;  // nothing would do: who has a permissions boundary is never spared
}  // namespace not_principal_lacks

// One thing that was looked at, and the trace's unit. `item`: of a matched principal the index of the entry that matched, of a matched
// NotPrincipal what it lacks (not_principal_lacks); of a NotPrincipal of an Allow that does not match the entry that names the caller; of
// a condition its index in the statement; of a statement again the principal entry.
struct TraceEvent {
  TraceStep step : 4;
  Outcome outcome : 4;
  std::uint8_t detail;      // the first PrincipalNaming of a principal that matched; the ConditionReason of a condition; else 0
  std::uint16_t policy;     // index into Trace::policies
  std::uint16_t statement;  // index into the policy's statements
  std::uint16_t item;

  PrincipalNaming naming() const { return static_cast<PrincipalNaming>(detail); }
  ConditionReason reason() const { return static_cast<ConditionReason>(detail); }
};
static_assert(sizeof(TraceEvent) == 8);

// Every element of a statement, in the order Principal, Action, Resource, Condition: those that a policy of its kind is judged by.
struct StatementJudgement {
  Outcome outcome = Outcome::no_match;  // of all together; a statement whose Effect is neither Allow nor Deny matches nothing
  std::vector<TraceEvent> elements;     // `policy` is 0
};

// The whole judgement, whatever the first elements say.
StatementJudgement judge_statement(const CompiledPolicy& policy, std::size_t index, const Request& request);
// The same as far as a decision needs it, appended to a trace's events: the first element that does not match ends it, except that all
// conditions are looked at; a statement that matches (or may) has an event of its own. Allocates nothing but the events.
void judge_statement(const CompiledPolicy& policy, std::size_t policy_index, std::size_t index, const Request& request,
                     std::vector<TraceEvent>& events);

}  // namespace sts_playground
