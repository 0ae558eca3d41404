#include "core/trust/sides.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "core/authorize/conditional.h"
#include "core/trust/needs.h"

namespace sts_playground {
namespace {

// The input with those of its layers only that are of the given kinds.
AuthorizationInput with_layers(const AuthorizationInput& input, std::initializer_list<LayerKind> kinds) {
  AuthorizationInput out = input;
  const auto other = [&](const Layer& layer) { return std::find(kinds.begin(), kinds.end(), layer.kind) == kinds.end(); };
  out.layers.erase(std::remove_if(out.layers.begin(), out.layers.end(), other), out.layers.end());
  return out;
}

const CompiledStatement& statement_of(const Authorization& authorization, const TraceEvent& event) {
  return authorization.trace.policies[event.policy]->compiled.statements[event.statement];
}

bool matched(const Authorization& authorization, std::size_t policy, std::size_t statement) {
  const auto& events = authorization.trace.events;
  return std::any_of(events.begin(), events.end(), [&](const TraceEvent& event) {
    return event.step == TraceStep::statement && event.policy == policy && event.statement == statement;
  });
}

// The first statement of a layer with this effect that matches, or may match; null where there is none.
const TraceEvent* first_match(const Authorization& authorization, LayerKind kind, Effect effect) {
  for (const LayerResult& layer : authorization.layers) {
    if (layer.kind != kind) continue;
    for (const TraceEvent& event : authorization.trace.events) {
      const bool of_layer = event.policy >= layer.first_policy && event.policy < layer.first_policy + layer.policy_count;
      if (of_layer && event.step == TraceStep::statement && statement_of(authorization, event).effect == effect) return &event;
    }
  }
  return nullptr;
}

// "*" as Resource is specific enough within the account where the Action is not everything.
bool is_specific(const CompiledStatement& statement, bool same_account) {
  if (statement.not_action || statement.not_resource) return false;
  const auto everything = [](const auto& pattern) { return pattern.everything; };
  if (std::none_of(statement.resources.begin(), statement.resources.end(), everything)) return true;
  const auto any_action = [](const Pattern& pattern) { return pattern.matches_everything(); };
  return same_account && std::none_of(statement.actions.begin(), statement.actions.end(), any_action);
}

// What stands between the bare call and being allowed: of a missing Allow the conditions that the bare call does not meet, of a Deny that
// the bare call meets those that another call could change.
bool stands_between(const ConditionNeed& need, const Authorization& bare) {
  if (need.of_deny) return matched(bare, need.policy_index, need.statement);
  const auto& events = bare.trace.events;
  return std::none_of(events.begin(), events.end(), [&](const TraceEvent& event) {
    return event.step == TraceStep::condition && event.policy == need.policy_index && event.statement == need.statement &&
           event.item == need.condition && event.outcome == Outcome::match;
  });
}

void describe_naming(TrustSide& side, const Authorization& authorization) {
  for (const PrincipalNaming naming : resource_namings(authorization, Leaning::permit)) {
    side.named = true;
    side.grants = side.grants || naming_effect(naming).grants;
    side.named_itself = side.named_itself || (naming != PrincipalNaming::everyone && naming != PrincipalNaming::account);
  }
}

// What the statements say that made `authorization` what it is.
void describe(TrustSide& side, const Authorization& authorization, bool same_account) {
  describe_naming(side, authorization);
  const TraceEvent* trust = first_match(authorization, LayerKind::trust, Effect::allow);
  if (!trust) trust = first_match(authorization, LayerKind::trust, Effect::deny);
  if (trust) side.place = statement_place(*authorization.trace.policies[trust->policy], trust->statement);
  const TraceEvent* identity = first_match(authorization, LayerKind::identity, Effect::allow);
  side.specific = identity && is_specific(statement_of(authorization, *identity), same_account);
}

// Asks for the bare call; where it is refused, for any call of the caller.
TrustSide ask(const AuthorizationInput& input, const BareCall& call, std::size_t& judgements) {
  TrustSide side;
  const Authorization bare = authorize(input, call.caller.caller, call.context);
  if (bare.allowed) {
    describe(side, bare, call.input.same_account);
    side.allowed_with = call.context;
    return side;
  }
  RequestContext open = call.context;
  mark_unknown_keys(open, call.caller);
  ConditionalAuthorization any = authorize_conditionally(input, call.caller.caller, open, judgements);
  const std::optional<Completed>& example = any.allowed ? any.allowed : any.denied;
  describe(side, example ? example->authorization : bare, call.input.same_account);
  if (any.answer == Answer::deny) {
    side.verdict = bare.explicit_deny ? TrustVerdict::deny : TrustVerdict::none;
    return side;
  }
  side.verdict = TrustVerdict::conditional;
  if (any.allowed) side.allowed_with = std::move(any.allowed->context);
  for (const ConditionNeed& need : any.needs) {
    if (stands_between(need, bare)) side.needs.push_back(make_need(*need.policy, need.statement, need.condition, need.of_deny));
  }
  return side;
}

// True where the role's side alone is enough within one account: it grants to a caller without any policy of its own.
bool granted_by_role_side(const BareCall& call, const TrustSide& role) {
  if (!call.input.same_account) return false;
  // Refused by a Deny: what the caller needs besides is told by its Allow.
  if (!role.allowed_with) return role.verdict == TrustVerdict::deny && role.grants;
  AuthorizationInput input = with_layers(call.input, {LayerKind::rcp, LayerKind::trust, LayerKind::boundary});
  input.layers.emplace_back();  // identity-based policies, but none
  return authorize(input, call.caller.caller, *role.allowed_with).allowed;
}

}  // namespace

TrustSide role_side(const BareCall& call, std::size_t& judgements) {
  AuthorizationInput input = with_layers(call.input, {LayerKind::rcp, LayerKind::trust});
  input.resource_side_only = true;
  return ask(input, call, judgements);
}

TrustSide caller_side(const BareCall& call, const TrustSide& role, std::size_t& judgements) {
  TrustSide fixed;
  const CallerKind kind = call.caller.caller.kind;
  if (call.caller.unknown) fixed.verdict = TrustVerdict::conditional;
  else if (kind == CallerKind::service || kind == CallerKind::federated) fixed.verdict = TrustVerdict::not_needed;
  // The root user may not call AssumeRole: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  else if (kind == CallerKind::root) fixed.verdict = TrustVerdict::deny;
  if (fixed.verdict != TrustVerdict::allow) return fixed;

  const bool granted = granted_by_role_side(call, role);
  AuthorizationInput input = with_layers(call.input, {LayerKind::scp, LayerKind::identity, LayerKind::boundary});
  input.same_account = true;
  input.resource_policy_must_allow = false;
  // Where the role's side grants, only the Deny statements of the caller's own policies count.
  for (Layer& layer : input.layers) layer.full_access = layer.full_access || (granted && layer.kind != LayerKind::scp);
  TrustSide side = ask(input, call, judgements);
  if (granted && side.verdict == TrustVerdict::allow) side.verdict = TrustVerdict::not_needed;
  return side;
}

}  // namespace sts_playground
