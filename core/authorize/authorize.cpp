#include "core/authorize/authorize.h"

#include <algorithm>

#include "core/evaluate/matchers.h"

namespace sts_playground {
namespace {

const CompiledStatement& statement_of(const Trace& trace, const TraceEvent& event) {
  return trace.policies[event.policy]->compiled.statements[event.statement];
}

// A statement that matches, or that counts as matching because of the leaning.
bool counts(const Trace& trace, const LayerResult& layer, const TraceEvent& event, Leaning leaning) {
  if (event.step != TraceStep::statement) return false;
  if (event.policy < layer.first_policy || event.policy >= layer.first_policy + layer.policy_count) return false;
  const bool is_deny = statement_of(trace, event).effect == Effect::deny;
  return event.outcome == Outcome::match || is_deny == (leaning == Leaning::refuse);
}

// Folds a layer's verdict from the trace: a Deny that matched, else an Allow that matched, else nothing.
LayerVerdict fold(const Trace& trace, const LayerResult& layer, Leaning leaning) {
  LayerVerdict verdict = layer.full_access ? LayerVerdict::allow : LayerVerdict::implicit_deny;
  for (const TraceEvent& event : trace.events) {
    if (!counts(trace, layer, event, leaning)) continue;
    if (statement_of(trace, event).effect == Effect::deny) return LayerVerdict::explicit_deny;
    verdict = LayerVerdict::allow;
  }
  return verdict;
}

LayerResult evaluate_layer(const Layer& layer, const Request& request, Leaning leaning, Trace& trace) {
  LayerResult result;
  result.kind = layer.kind;
  result.name = layer.name;
  result.absence = layer.absence;
  result.full_access = layer.full_access;
  result.policy_arns = layer.policy_arns;
  result.first_policy = trace.policies.size();
  if (layer.absence != LayerAbsence::none && !layer.full_access) return result;
  for (const PolicyPtr& policy : layer.policies) evaluate_policy(policy, request, trace);
  result.policy_count = trace.policies.size() - result.first_policy;
  result.verdict = fold(trace, result, leaning);
  return result;
}

bool permits(const LayerResult* layer) {
  return !layer || layer->verdict == LayerVerdict::allow || layer->verdict == LayerVerdict::not_applicable;
}

// Every way in which the resource's policy names the caller in an Allow that counts.
std::vector<PrincipalNaming> namings(const Trace& trace, const LayerResult& resource, const Caller& caller, Leaning leaning) {
  std::vector<PrincipalNaming> found;
  for (const TraceEvent& event : trace.events) {
    if (!counts(trace, resource, event, leaning)) continue;
    const CompiledStatement& statement = statement_of(trace, event);
    if (statement.effect != Effect::allow) continue;
    // An Allow with NotPrincipal names everyone who is not listed.
    if (statement.not_principal) {
      found.push_back(PrincipalNaming::everyone);
      continue;
    }
    for (const CompiledPrincipal& principal : statement.principals) {
      const PrincipalNaming naming = principal_naming(principal, caller, statement.effect, trace.policies[event.policy]->compiled.kind);
      if (naming != PrincipalNaming::none) found.push_back(naming);
    }
  }
  return found;
}

class Folder {
 public:
  Folder(Authorization& authorization, const AuthorizationInput& input, const Caller& caller, Leaning leaning)
      : result_(authorization), input_(input), caller_(caller), leaning_(leaning) {}

  void fold_decision() {
    if (!input_.same_partition) return deny_partition();
    // 1. A Deny that matches anywhere ends it.
    for (LayerResult& layer : result_.layers) {
      if (layer.verdict == LayerVerdict::explicit_deny) return deny(layer, true);
    }
    // 2. and 3. RCPs and SCPs must allow at every level, and so must the policy of the VPC endpoint that the call comes through:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_policies.html. That it comes third is inferred.
    for (LayerResult& layer : result_.layers) {
      const bool bounds = layer.kind == LayerKind::rcp || layer.kind == LayerKind::scp || layer.kind == LayerKind::vpc_endpoint;
      if (bounds && layer.verdict == LayerVerdict::implicit_deny) return deny(layer, false);
    }
    if (input_.resource_side_only) return decide_resource_side();
    if (!input_.same_account) return decide_both_sides();
    decide_one_account();
  }

 private:
  LayerResult* find(LayerKind kind) {
    for (LayerResult& layer : result_.layers) {
      if (layer.kind == kind) return &layer;
    }
    return nullptr;
  }
  LayerResult* resource_layer() {
    LayerResult* trust = find(LayerKind::trust);
    return trust ? trust : find(LayerKind::resource);
  }

  void deny(LayerResult& layer, bool is_explicit) {
    // A resource without a policy lets nobody in from outside.
    if (layer.verdict == LayerVerdict::not_applicable) layer.verdict = LayerVerdict::implicit_deny;
    layer.decisive = true;
    result_.denied_by = layer.kind;
    result_.explicit_deny = is_explicit;
  }
  // Roles and resources are used within one partition only: access_policies-cross-account-resource-access.html
  void deny_partition() { result_.denied_by = std::nullopt; }

  void allow(std::initializer_list<LayerResult*> layers) {
    result_.allowed = true;
    for (LayerResult* layer : layers) {
      if (layer && layer->verdict == LayerVerdict::allow) layer->decisive = true;
    }
  }

  bool resource_allows() {
    const LayerResult* resource = resource_layer();
    return resource && resource->verdict == LayerVerdict::allow;
  }
  void remember_naming() {
    const auto found = namings(result_.trace, *resource_layer(), caller_, leaning_);
    if (!found.empty()) result_.naming = found.front();
  }

  void decide_resource_side() {
    if (!resource_allows()) return deny(*resource_layer(), false);
    remember_naming();
    allow({resource_layer()});
  }

  // Across accounts the caller's account and the resource's account each judge for themselves, and both must allow.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
  void decide_both_sides() {
    if (!resource_allows()) return deny(*resource_layer(), false);
    remember_naming();
    if (naming_within_limits() && deny_unless_allowed_by({LayerKind::boundary, LayerKind::session})) return;
    if (!deny_unless_identity_side_allows()) allow({resource_layer(), find(LayerKind::identity)});
  }

  // How the resource's policy names the caller where it grants, but only within boundary and session policies. Of several reasons AWS then
  // names these limits and not the identity-based policies, across accounts too. Recorded for grants of KMS keys, of which a grant to a
  // role is one; that it holds for policies of resources, and for a user behind a federated session, is inferred.
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/kms/grants.json
  std::optional<PrincipalNaming> naming_within_limits() {
    std::optional<PrincipalNaming> within_limits;
    for (const PrincipalNaming naming : namings(result_.trace, *resource_layer(), caller_, leaning_)) {
      const NamingEffect effect = naming_effect(naming);
      if (effect.grants && effect.ignores_boundary && effect.ignores_session_policy) return std::nullopt;
      if (effect.grants) within_limits = naming;
    }
    return within_limits;
  }

  // Steps 5 to 7: identity-based policies, permissions boundary, session policies. True where one of them denied.
  bool deny_unless_identity_side_allows() { return deny_unless_allowed_by({LayerKind::identity, LayerKind::boundary, LayerKind::session}); }
  bool deny_unless_allowed_by(std::initializer_list<LayerKind> kinds) {
    for (const LayerKind kind : kinds) {
      LayerResult* layer = find(kind);
      if (layer && !permits(layer)) {
        deny(*layer, false);
        return true;
      }
    }
    return false;
  }

  // True where an Allow of the resource's policy that counts tests aws:PrincipalArn.
  bool tests_principal_arn() {
    for (const TraceEvent& event : result_.trace.events) {
      if (!counts(result_.trace, *resource_layer(), event, leaning_)) continue;
      const CompiledStatement& statement = statement_of(result_.trace, event);
      if (statement.effect != Effect::allow) continue;
      for (const CompiledCondition& condition : statement.conditions) {
        if (condition.folded_key == "aws:principalarn") return true;
      }
    }
    return false;
  }

  // Whether the wildcard with a condition on aws:PrincipalArn is limited as the role's ARN is, is disputed: catalog/disputed.cpp
  NamingEffect effect_of(PrincipalNaming naming) {
    NamingEffect effect = naming_effect(naming);
    if (naming != PrincipalNaming::everyone || caller_.kind != CallerKind::role_session || !tests_principal_arn()) return effect;
    result_.asked.add(Dispute::wildcard_with_principal_arn);
    if (input_.disputed.observed(Dispute::wildcard_with_principal_arn)) effect = naming_effect(PrincipalNaming::role);
    return effect;
  }

  // 4. An Allow of the resource's policy that names the caller closely enough ends the evaluation.
  bool granted_by_resource() {
    if (!resource_allows()) return false;
    for (const PrincipalNaming naming : namings(result_.trace, *resource_layer(), caller_, leaning_)) {
      const NamingEffect effect = effect_of(naming);
      LayerResult* boundary = find(LayerKind::boundary);
      LayerResult* session = find(LayerKind::session);
      if (!effect.grants || !(effect.ignores_boundary || permits(boundary)) || !(effect.ignores_session_policy || permits(session)))
        continue;
      result_.naming = naming;
      for (const LayerKind kind : {LayerKind::identity, LayerKind::boundary, LayerKind::session}) {
        LayerResult* layer = find(kind);
        if (layer && layer->verdict == LayerVerdict::implicit_deny) layer->ignored = true;
      }
      allow({resource_layer()});
      return true;
    }
    return false;
  }

  // A grant that boundary or session policy cuts needs no identity-based Allow: what cuts it is the reason.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
  bool denied_by_limits_of_grant() {
    const std::optional<PrincipalNaming> naming = naming_within_limits();
    if (!naming) return false;
    result_.naming = *naming;
    LayerResult* identity = find(LayerKind::identity);
    if (identity && identity->verdict == LayerVerdict::implicit_deny) identity->ignored = true;
    return deny_unless_allowed_by({LayerKind::boundary, LayerKind::session});
  }

  void decide_one_account() {
    if (granted_by_resource()) return;
    if (input_.resource_policy_must_allow && !resource_allows()) return deny(*resource_layer(), false);
    if (resource_allows()) {
      remember_naming();
      if (denied_by_limits_of_grant()) return;
    }
    if (deny_unless_identity_side_allows()) return;
    // 8. Everything that must allow does.
    allow({find(LayerKind::identity), input_.resource_policy_must_allow ? resource_layer() : nullptr});
  }

  Authorization& result_;
  const AuthorizationInput& input_;
  const Caller& caller_;
  Leaning leaning_;
};

}  // namespace

// The table of reference_policies_evaluation-logic_policy-eval-denyallow.html and reference_policies_elements_principal.html. Whether a
// boundary and a session policy limit the wildcard with aws:PrincipalArn is contradicted between the two pages; we follow the
// second (not limited). Session ARNs are not limited by session policies either: access_policies.html.
NamingEffect naming_effect(PrincipalNaming naming) {
  switch (naming) {
    case PrincipalNaming::everyone: return {true, true, true};
    case PrincipalNaming::user: return {true, true, true};
    case PrincipalNaming::federated_user_by_user: return {true, false, false};
    case PrincipalNaming::role: return {true, false, false};
    case PrincipalNaming::role_session:
    case PrincipalNaming::federated_user: return {true, true, true};
    case PrincipalNaming::service:
    case PrincipalNaming::federated: return {true, true, true};
    case PrincipalNaming::account:
    case PrincipalNaming::none: return {false, false, false};
  }
  return {};
}

Authorization authorize(const AuthorizationInput& input, const Caller& caller, const RequestContext& context, Leaning leaning) {
  Authorization result;
  result.caller = caller;
  result.action = input.action;
  result.resource = input.resource;
  result.same_account = input.same_account;
  result.same_partition = input.same_partition;
  for (const Layer& layer : input.layers) {
    if (layer.kind == LayerKind::boundary && layer.absence == LayerAbsence::none) result.caller.has_boundary = true;
  }
  const Request request{&result.caller, result.action, result.resource, &context};
  std::vector<const Layer*> ordered;  // by kind; few enough to be put in one by one
  for (const Layer& layer : input.layers) {
    const auto comes_later = [&](const Layer* other) { return layer.kind < other->kind; };
    ordered.insert(std::find_if(ordered.begin(), ordered.end(), comes_later), &layer);
  }
  for (const Layer* layer : ordered) result.layers.push_back(evaluate_layer(*layer, request, leaning, result.trace));
  Folder(result, input, result.caller, leaning).fold_decision();
  return result;
}

std::vector<PrincipalNaming> resource_namings(const Authorization& authorization, Leaning leaning) {
  for (const LayerResult& layer : authorization.layers) {
    if (layer.kind != LayerKind::trust && layer.kind != LayerKind::resource) continue;
    return namings(authorization.trace, layer, authorization.caller, leaning);
  }
  return {};
}

}  // namespace sts_playground
