#include "core/assist/trust_sides.h"

#include <algorithm>
#include <utility>

#include "core/assist/trust_needs.h"

namespace sts_playground {
namespace {

// What the trace tells of one statement about this caller, action and resource.
struct Looked {
  std::size_t policy = 0;  // index into the trace's policies
  std::size_t statement = 0;
  bool about_call = true;  // principal, action and resource match
  bool matched = false;
  std::vector<std::size_t> failing;  // conditions
  std::vector<std::size_t> holding;
};

std::vector<Looked> statements_of(const Trace& trace, const LayerResult& layer) {
  std::vector<Looked> found;
  for (const TraceEvent& event : trace.events) {
    if (event.policy < layer.first_policy || event.policy >= layer.first_policy + layer.policy_count) continue;
    if (found.empty() || found.back().policy != event.policy || found.back().statement != event.statement) {
      found.emplace_back();
      found.back().policy = event.policy;
      found.back().statement = event.statement;
    }
    Looked& looked = found.back();
    const bool match = event.outcome == TraceOutcome::match;
    if (event.step == TraceStep::statement) looked.matched = match;
    else if (event.step == TraceStep::condition) (match ? looked.holding : looked.failing).push_back(event.item);
    else looked.about_call = looked.about_call && match;
  }
  found.erase(std::remove_if(found.begin(), found.end(), [](const Looked& looked) { return !looked.about_call; }), found.end());
  return found;
}

// Judges one layer after the other; the worst verdict is the side's.
class SideJudge {
 public:
  SideJudge(const Authorization& authorization, const TrustCaller& caller) : authorization_(authorization), caller_(caller) {}

  // `must_allow`: without an Allow the layer denies; otherwise only its Deny statements count.
  void judge(const LayerResult& layer, bool must_allow) {
    const std::vector<Looked> statements = statements_of(authorization_.trace, layer);
    for (const Looked& looked : statements) {
      if (looked.matched && effect(looked) == Effect::deny) judge_deny(looked);
    }
    if (!must_allow || layer.full_access || layer.verdict == LayerVerdict::not_applicable) return;
    const Looked* allow = nearest_allow(statements);
    if (!allow) return worsen(TrustVerdict::none);
    remember(layer.kind, *allow);
    if (allow->matched) return;
    worsen(TrustVerdict::conditional);
    for (const std::size_t index : allow->failing) side_.needs.push_back(make_need(policy(*allow), allow->statement, index, false));
  }

  TrustSide take() { return std::move(side_); }

 private:
  const Policy& policy(const Looked& looked) const { return *authorization_.trace.policies[looked.policy]; }
  const CompiledStatement& compiled(const Looked& looked) const { return policy(looked).compiled.statements[looked.statement]; }
  Effect effect(const Looked& looked) const { return compiled(looked).effect; }
  bool settled(const Looked& looked, std::size_t index) const { return is_settled(caller_, compiled(looked).conditions[index].folded_key); }

  static int rank(TrustVerdict verdict) {
    switch (verdict) {
      case TrustVerdict::conditional: return 1;
      case TrustVerdict::none: return 2;
      case TrustVerdict::deny: return 3;
      default: return 0;
    }
  }
  void worsen(TrustVerdict verdict) {
    if (rank(verdict) > rank(side_.verdict)) side_.verdict = verdict;
  }

  void judge_deny(const Looked& looked) {
    const bool trust = policy(looked).compiled.kind == PolicyKind::trust;
    if (trust && !side_.place) side_.place = statement_place(policy(looked), looked.statement);
    bool open = false;
    for (const std::size_t index : looked.holding) {
      if (settled(looked, index)) continue;
      open = true;
      side_.needs.push_back(make_need(policy(looked), looked.statement, index, true));
    }
    worsen(open ? TrustVerdict::conditional : TrustVerdict::deny);
  }

  std::vector<PrincipalNaming> namings(const Looked& looked) const {
    const CompiledStatement& statement = compiled(looked);
    if (statement.not_principal) return {PrincipalNaming::everyone};
    std::vector<PrincipalNaming> found;
    for (const CompiledPrincipal& principal : statement.principals) {
      const PrincipalNaming naming = principal_naming(principal, authorization_.caller, statement.effect, policy(looked).compiled.kind);
      if (naming != PrincipalNaming::none) found.push_back(naming);
    }
    return found;
  }

  // A trust policy that names this very caller says what it needs, even what it can never have. A statement about many says nothing of
  // those whom its conditions leave out.
  bool can_match(const Looked& looked) const {
    if (looked.matched) return true;
    const auto is_settled_one = [&](std::size_t index) { return settled(looked, index); };
    if (std::none_of(looked.failing.begin(), looked.failing.end(), is_settled_one)) return true;
    const auto found = namings(looked);
    return std::any_of(found.begin(), found.end(),
                       [](PrincipalNaming naming) { return naming != PrincipalNaming::everyone && naming != PrincipalNaming::account; });
  }

  // The Allow that matches, or else the one of which the fewest conditions fail; the earlier of equals.
  const Looked* nearest_allow(const std::vector<Looked>& statements) const {
    const Looked* best = nullptr;
    for (const Looked& looked : statements) {
      if (effect(looked) != Effect::allow || !can_match(looked)) continue;
      if (!best || looked.failing.size() < best->failing.size()) best = &looked;
    }
    return best;
  }

  void remember(LayerKind kind, const Looked& allow) {
    if (kind == LayerKind::trust) {
      side_.place = statement_place(policy(allow), allow.statement);
      side_.namings = namings(allow);
    }
    if (kind == LayerKind::identity) side_.specific = is_specific(allow);
  }

  // "*" as Resource is specific enough within the account where the Action is not everything.
  bool is_specific(const Looked& allow) const {
    const CompiledStatement& statement = compiled(allow);
    if (statement.not_action || statement.not_resource) return false;
    const auto everything = [](const auto& pattern) { return pattern.everything; };
    if (std::none_of(statement.resources.begin(), statement.resources.end(), everything)) return true;
    const auto any_action = [](const Pattern& pattern) { return pattern.matches_everything(); };
    return authorization_.same_account && std::none_of(statement.actions.begin(), statement.actions.end(), any_action);
  }

  const Authorization& authorization_;
  const TrustCaller& caller_;
  TrustSide side_;
};

const LayerResult* find(const Authorization& authorization, LayerKind kind) {
  for (const LayerResult& layer : authorization.layers) {
    if (layer.kind == kind) return &layer;
  }
  return nullptr;
}

bool is_implicit_denial(const LayerResult* layer) { return layer && layer->verdict == LayerVerdict::implicit_deny; }

// True where the role's side alone is enough within one account, as in authorize(): how its Allow names the caller decides.
bool granted_by_role_side(const Authorization& authorization, const TrustSide& role) {
  if (!authorization.same_account) return false;
  const bool boundary_denies = is_implicit_denial(find(authorization, LayerKind::boundary));
  return std::any_of(role.namings.begin(), role.namings.end(), [boundary_denies](PrincipalNaming naming) {
    const NamingEffect effect = naming_effect(naming);
    return effect.grants && (effect.ignores_boundary || !boundary_denies);
  });
}

}  // namespace

TrustSide role_side(const Authorization& authorization, const TrustCaller& caller) {
  SideJudge judge(authorization, caller);
  for (const LayerResult& layer : authorization.layers) {
    if (layer.kind == LayerKind::rcp || layer.kind == LayerKind::trust) judge.judge(layer, true);
  }
  return judge.take();
}

TrustSide caller_side(const Authorization& authorization, const TrustCaller& caller, const TrustSide& role) {
  TrustSide fixed;
  const CallerKind kind = caller.caller.kind;
  if (caller.unknown) fixed.verdict = TrustVerdict::conditional;
  else if (kind == CallerKind::service || kind == CallerKind::federated) fixed.verdict = TrustVerdict::not_needed;
  // The root user may not call AssumeRole: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  else if (kind == CallerKind::root) fixed.verdict = TrustVerdict::deny;
  if (fixed.verdict != TrustVerdict::allow) return fixed;

  const bool granted = granted_by_role_side(authorization, role);
  SideJudge judge(authorization, caller);
  for (const LayerResult& layer : authorization.layers) {
    const bool own = layer.kind == LayerKind::identity || layer.kind == LayerKind::boundary;
    if (own || layer.kind == LayerKind::scp) judge.judge(layer, !(own && granted));
  }
  TrustSide side = judge.take();
  if (granted && side.verdict == TrustVerdict::allow) side.verdict = TrustVerdict::not_needed;
  return side;
}

}  // namespace sts_playground
