#include "core/evaluate/judge.h"

#include "core/evaluate/conditions.h"
#include "core/evaluate/matchers.h"

namespace sts_playground {
namespace {

// `whole`: go on after an element that does not match.
Outcome judge_elements(const CompiledPolicy& policy, std::size_t policy_index, std::size_t index, const Request& request, bool whole,
                       std::vector<TraceEvent>& events) {
  const CompiledStatement& statement = policy.statements[index];
  Outcome all = Outcome::match;
  const auto record = [&](TraceStep step, Outcome outcome, std::size_t item, std::uint8_t detail) {
    TraceEvent event;
    event.step = step;
    event.outcome = outcome;
    event.detail = detail;
    event.policy = static_cast<std::uint16_t>(policy_index);
    event.statement = static_cast<std::uint16_t>(index);
    event.item = static_cast<std::uint16_t>(item);
    events.push_back(event);
    all = both(all, outcome);
    return whole || all != Outcome::no_match;
  };
  // Identity-side policies have no Principal: whom they are attached to is whom they are about.
  const bool wants_principal = policy.kind == PolicyKind::trust || policy.kind == PolicyKind::resource || policy.kind == PolicyKind::rcp ||
                               policy.kind == PolicyKind::vpc_endpoint;
  PrincipalMatching principal;
  if (wants_principal) {
    principal = match_principal(statement, *request.caller, policy.kind);
    const auto naming = static_cast<std::uint8_t>(principal.naming);
    if (!record(TraceStep::principal, outcome_of(principal.matched), principal.entry, naming)) return all;
  }
  if (!record(TraceStep::action, outcome_of(match_action(statement, request.action)), 0, 0)) return all;
  // A trust policy has no Resource, since the role is the resource. Where one is written all the same it is judged as written.
  if (statement.has_resource || policy.kind != PolicyKind::trust) {
    const Outcome resource = match_resource(statement, request.resource, *request.context);
    if (!record(TraceStep::resource, resource, 0, 0)) return all;
  }
  for (std::size_t i = 0; i < statement.conditions.size(); ++i) {
    const ConditionResult result = evaluate_condition(statement.conditions[i], *request.context);
    record(TraceStep::condition, result.outcome, i, static_cast<std::uint8_t>(result.reason));
  }
  // A statement whose Effect is neither Allow nor Deny counts for nothing.
  if (statement.effect == Effect::invalid) all = Outcome::no_match;
  if (!whole && all != Outcome::no_match) record(TraceStep::statement, all, principal.entry, 0);
  return all;
}

}  // namespace

StatementJudgement judge_statement(const CompiledPolicy& policy, std::size_t index, const Request& request) {
  StatementJudgement judgement;
  judgement.elements.reserve(policy.statements[index].conditions.size() + 3);
  judgement.outcome = judge_elements(policy, 0, index, request, true, judgement.elements);
  return judgement;
}

void judge_statement(const CompiledPolicy& policy, std::size_t policy_index, std::size_t index, const Request& request,
                     std::vector<TraceEvent>& events) {
  judge_elements(policy, policy_index, index, request, false, events);
}

}  // namespace sts_playground
