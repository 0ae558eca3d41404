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
  std::size_t first = 0;  // range of the trace's events
  std::size_t last = 0;
  bool matched = false;
  std::size_t failing = 0;  // conditions
};

// The statements of which principal, action and resource match, whatever their conditions say.
std::vector<Looked> statements_of(const Trace& trace, const LayerResult& layer) {
  std::vector<Looked> found;
  const auto& events = trace.events;
  for (std::size_t first = 0, last = 0; first < events.size(); first = last) {
    Looked looked{events[first].policy, events[first].statement, first, first, false, 0};
    bool about_call = true;
    for (; last < events.size() && events[last].policy == looked.policy && events[last].statement == looked.statement; ++last) {
      const TraceEvent& event = events[last];
      const bool match = event.outcome == TraceOutcome::match;
      if (event.step == TraceStep::statement) looked.matched = match;
      else if (event.step != TraceStep::condition) about_call = about_call && match;
      else if (!match) ++looked.failing;
    }
    looked.last = last;
    const bool of_layer = looked.policy >= layer.first_policy && looked.policy < layer.first_policy + layer.policy_count;
    if (of_layer && about_call) found.push_back(looked);
  }
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
    add_needs(*allow, false);
  }

  TrustSide take() { return std::move(side_); }

 private:
  const Policy& policy(const Looked& looked) const { return *authorization_.trace.policies[looked.policy]; }
  const CompiledStatement& compiled(const Looked& looked) const { return policy(looked).compiled.statements[looked.statement]; }
  Effect effect(const Looked& looked) const { return compiled(looked).effect; }
  bool is_condition(std::size_t event, TraceOutcome outcome) const {
    const TraceEvent& found = authorization_.trace.events[event];
    return found.step == TraceStep::condition && found.outcome == outcome;
  }
  bool settled(const Looked& looked, std::size_t event) const {
    return is_settled(caller_, compiled(looked).conditions[authorization_.trace.events[event].item].folded_key);
  }

  // What keeps an Allow from matching; of a Deny, what the call could change. True where there was something.
  bool add_needs(const Looked& looked, bool of_deny) {
    bool any = false;
    for (std::size_t event = looked.first; event < looked.last; ++event) {
      if (!is_condition(event, of_deny ? TraceOutcome::match : TraceOutcome::no_match) || (of_deny && settled(looked, event))) continue;
      side_.needs.push_back(make_need(policy(looked), looked.statement, authorization_.trace.events[event].item, of_deny));
      any = true;
    }
    return any;
  }

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
    worsen(add_needs(looked, true) ? TrustVerdict::conditional : TrustVerdict::deny);
  }

  // How an Allow names the caller, for the flags of TrustSide.
  void add_naming(TrustSide& side, PrincipalNaming naming) const {
    const NamingEffect effect = naming_effect(naming);
    side.named = side.named || naming != PrincipalNaming::none;
    const bool among_many = naming == PrincipalNaming::none || naming == PrincipalNaming::everyone || naming == PrincipalNaming::account;
    side.named_itself = side.named_itself || !among_many;
    side.grants = side.grants || effect.grants;
    side.grants_past_boundary = side.grants_past_boundary || (effect.grants && effect.ignores_boundary);
  }
  void add_namings(TrustSide& side, const Looked& looked) const {
    const CompiledStatement& statement = compiled(looked);
    if (statement.not_principal) return add_naming(side, PrincipalNaming::everyone);
    for (const CompiledPrincipal& principal : statement.principals) {
      add_naming(side, principal_naming(principal, authorization_.caller, statement.effect, policy(looked).compiled.kind));
    }
  }

  // A trust policy that names this very caller says what it needs, even what it can never have. A statement about many says nothing of
  // those whom its conditions leave out.
  bool can_match(const Looked& looked) const {
    for (std::size_t event = looked.first; event < looked.last; ++event) {
      if (!is_condition(event, TraceOutcome::no_match) || !settled(looked, event)) continue;
      TrustSide side;
      add_namings(side, looked);
      return side.named_itself;
    }
    return true;
  }

  // The Allow that matches, or else the one of which the fewest conditions fail; the earlier of equals.
  const Looked* nearest_allow(const std::vector<Looked>& statements) const {
    const Looked* best = nullptr;
    for (const Looked& looked : statements) {
      if (effect(looked) != Effect::allow || !can_match(looked)) continue;
      if (!best || looked.failing < best->failing) best = &looked;
    }
    return best;
  }

  void remember(LayerKind kind, const Looked& allow) {
    if (kind == LayerKind::trust) {
      side_.place = statement_place(policy(allow), allow.statement);
      add_namings(side_, allow);
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

// True where the role's side alone is enough within one account, as in authorize(): how its Allow names the caller decides.
bool granted_by_role_side(const Authorization& authorization, const TrustSide& role) {
  const LayerResult* boundary = find(authorization, LayerKind::boundary);
  const bool boundary_denies = boundary && boundary->verdict == LayerVerdict::implicit_deny;
  return authorization.same_account && (boundary_denies ? role.grants_past_boundary : role.grants);
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
