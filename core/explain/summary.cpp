// The sentences above an explanation: why a call was answered as it was, and what each layer of policies says.
#include <string>
#include <utility>

#include "core/explain/sentences.h"
#include "core/values/arn.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

Message absence_text(LayerAbsence absence) {
  switch (absence) {
    case LayerAbsence::no_organization: return Message(MessageId::absence_no_organization);
    case LayerAbsence::management_account: return Message(MessageId::absence_management_account);
    case LayerAbsence::service_linked_role: return Message(MessageId::absence_service_linked_role);
    case LayerAbsence::service_caller: return Message(MessageId::absence_service_caller);
    case LayerAbsence::federated_caller: return Message(MessageId::absence_federated_caller);
    case LayerAbsence::anonymous_caller: return Message(MessageId::absence_anonymous_caller);
    case LayerAbsence::unsupported_service: return Message(MessageId::absence_unsupported_service);
    case LayerAbsence::no_resource_type: return Message(MessageId::absence_no_resource_type);
    case LayerAbsence::exempt_action: return Message(MessageId::absence_exempt_action);
    case LayerAbsence::root_user: return Message(MessageId::absence_root_user);
    default: return Message(MessageId::absence_no_policy);
  }
}

// A statement of a layer, and how far it is from matching.
struct Candidate {
  const Policy* policy = nullptr;
  std::size_t statement = 0;
  int distance = 0;
};

// 0: it matches. A statement about another action, principal or resource is farther than one whose conditions fail.
int distance(const StatementJudgement& judgement) {
  int sum = 0;
  for (const TraceEvent& element : judgement.elements) {
    if (element.outcome == Outcome::match) continue;
    sum += element.step == TraceStep::action ? 100 : element.step == TraceStep::condition ? 1 : 10;
  }
  return sum;
}

// Finds the statement that a sentence is about. It looks at every statement of a layer, whatever an explanation leaves out.
class Search {
 public:
  Search(const CallResult& result, const Authorization& authorization, const LayerResult& layer)
      : result_(result), request_(request_of(result, authorization)), authorization_(authorization), layer_(layer) {}

  // The statement with this effect that is nearest to matching, the earlier of equals; nothing where there is none.
  std::optional<Candidate> nearest(Effect effect) const {
    std::optional<Candidate> best;
    for (std::size_t i = 0; i < layer_.policy_count; ++i) {
      const Policy& policy = *authorization_.trace.policies[layer_.first_policy + i];
      for (std::size_t index = 0; index < policy.document.statements.size(); ++index) {
        if (policy.document.statements[index].effect != effect) continue;
        const int misses = distance(judge_statement(policy.compiled, index, request_));
        if (!best || misses < best->distance) best = Candidate{&policy, index, misses};
      }
    }
    return best;
  }

  // Why a statement matches: NotPrincipal where that is what catches the caller, then its conditions, those on absent keys first, since
  // they surprise most.
  Message why_it_matches(const Candidate& candidate) const {
    constexpr std::size_t most = 4;
    const JudgedStatement judged = judge(candidate);
    std::optional<Message> why;
    std::size_t told = 0;
    for (const bool absent : {true, false}) {
      for (const TraceEvent& element : judged.judgement.elements) {
        const bool principal = element.step == TraceStep::principal && judged.compiled().not_principal;
        if (told == most || (element.step != TraceStep::condition && !principal)) continue;
        ElementExplanation explained = explain_element(judged, element);
        if ((principal || !explained.actual) != absent) continue;
        why = why ? then(std::move(*why), std::move(explained.text)) : std::move(explained.text);
        ++told;
      }
    }
    return why ? std::move(*why) : Message(MessageId::deny_without_condition, {authorization_.action, authorization_.resource});
  }

  // Whether the statement is about the action at all.
  bool covers_action(const Candidate& candidate) const {
    for (const TraceEvent& element : judge(candidate).judgement.elements) {
      if (element.step == TraceStep::action) return element.outcome == Outcome::match;
    }
    return false;
  }

  // What the first element of a statement says that does not match.
  std::optional<Message> first_miss(const Candidate& candidate) const {
    const JudgedStatement judged = judge(candidate);
    for (const TraceEvent& element : judged.judgement.elements) {
      if (element.outcome != Outcome::match) return explain_element(judged, element).text;
    }
    return std::nullopt;
  }

 private:
  JudgedStatement judge(const Candidate& candidate) const {
    return {*candidate.policy, candidate.statement, request_, judge_statement(candidate.policy->compiled, candidate.statement, request_),
            result_};
  }

  const CallResult& result_;
  const Request request_;
  const Authorization& authorization_;
  const LayerResult& layer_;
};

// What the statement that comes nearest says, and where none is about the action the statement to add.
Message denial_sentence(const CallResult& result, const Authorization& authorization, const LayerResult& layer) {
  const Search search(result, authorization, layer);
  const std::optional<Candidate> candidate = search.nearest(Effect::allow);
  std::optional<Message> miss = candidate ? search.first_miss(*candidate) : std::nullopt;
  Message sentence = miss                      ? std::move(*miss)
                     : layer.policy_count == 0 ? layer_text(authorization, layer)
                                               : Message(MessageId::summary_nothing_allows, {authorization.action});
  const bool told = sentence.id == MessageId::principal_own_role || sentence.id == MessageId::principal_not_by_token;
  if (told || (candidate && search.covers_action(*candidate))) return sentence;
  if (auto statement = statement_to_add(authorization, layer)) sentence = then(std::move(sentence), std::move(*statement));
  if (auto others = other_layers(authorization)) sentence = then(std::move(sentence), std::move(*others));
  return sentence;
}

// Names what the Deny is about and the values with which its conditions hold.
Message explicit_sentence(const CallResult& result, const Authorization& authorization, const LayerResult& layer) {
  const Search search(result, authorization, layer);
  const std::optional<Candidate> denying = search.nearest(Effect::deny);
  if (!denying || denying->distance > 0) return layer_text(authorization, layer);
  const auto& sid = denying->policy->document.statements[denying->statement].sid;
  Message sentence(MessageId::summary_deny_statement, {sid ? sid->value : std::to_string(denying->statement + 1)});
  sentence.parts.push_back(search.why_it_matches(*denying));
  return sentence;
}

// In one account the resource's policy lets in the role, or the user behind a federated session; this layer cuts that grant.
bool is_limited_grant(const Authorization& authorization, const LayerResult& layer) {
  const bool limits = layer.kind == LayerKind::boundary || layer.kind == LayerKind::session;
  const bool within_limits =
      authorization.naming == PrincipalNaming::role || authorization.naming == PrincipalNaming::federated_user_by_user;
  return limits && within_limits && authorization.same_account;
}

const std::string& granted_to(const Authorization& authorization) {
  const Caller& caller = authorization.caller;
  return caller.kind == CallerKind::federated_user ? caller.parent_user_arn : caller.principal_arn;
}

Message nested(MessageId id, Message title, Message sentence) {
  Message message(id);
  message.parts.push_back(std::move(title));
  message.parts.push_back(std::move(sentence));
  return message;
}

}  // namespace

std::string short_name(const std::string& arn) {
  const auto principal = parse_principal_arn(arn);
  return principal ? std::string(principal->arn.resource) : arn;
}

Message layer_title(const LayerResult& layer) {
  const std::string name = short_name(layer.name);
  switch (layer.kind) {
    case LayerKind::rcp: return Message(MessageId::layer_rcp, {layer.name});
    case LayerKind::scp: return Message(MessageId::layer_scp, {layer.name});
    case LayerKind::vpc_endpoint: return Message(MessageId::layer_vpc_endpoint, {layer.name});
    case LayerKind::trust: return Message(MessageId::layer_trust, {name});
    case LayerKind::resource: return Message(MessageId::layer_resource, {layer.name});
    case LayerKind::identity: return Message(MessageId::layer_identity, {name});
    case LayerKind::boundary: return Message(MessageId::layer_boundary, {name});
    case LayerKind::session: return Message(MessageId::layer_session, {name});
  }
  return Message(MessageId::layer_identity, {name});
}

Message layer_text(const Authorization& authorization, const LayerResult& layer) {
  if (layer.full_access && layer.absence != LayerAbsence::none) return absence_text(layer.absence);
  if (layer.verdict == LayerVerdict::not_applicable) return absence_text(layer.absence);
  if (layer.verdict == LayerVerdict::explicit_deny) return Message(MessageId::verdict_explicit_deny, {authorization.action});
  if (layer.verdict == LayerVerdict::allow) {
    return Message(layer.full_access ? MessageId::verdict_full_access : MessageId::verdict_allow, {authorization.action});
  }
  if (layer.absence == LayerAbsence::no_policy) return Message(MessageId::verdict_no_resource_policy, {authorization.action});
  return Message(layer.ignored ? MessageId::verdict_ignored : MessageId::verdict_implicit_deny, {authorization.action});
}

Message authorization_summary(const CallResult& result, const Authorization& authorization) {
  if (authorization.allowed) return allow_sentence(authorization);
  if (!authorization.same_partition) return Message(MessageId::summary_other_partition, {authorization.resource});
  for (const LayerResult& layer : authorization.layers) {
    if (!layer.decisive) continue;
    Message why = authorization.explicit_deny
                      ? nested(MessageId::summary_explicit_deny, layer_title(layer), explicit_sentence(result, authorization, layer))
                      : nested(MessageId::summary_implicit_deny, layer_title(layer), denial_sentence(result, authorization, layer));
    if (!authorization.explicit_deny && is_limited_grant(authorization, layer)) {
      why.id = MessageId::summary_limited_grant;
      why.arguments = {short_name(granted_to(authorization)), authorization.action};
    }
    auto demand = demanded_because(result, authorization.action);
    return demand ? nested(MessageId::demand_not_allowed, std::move(*demand), std::move(why)) : std::move(why);
  }
  return Message(MessageId::summary_nothing_allows, {authorization.action});
}

Message explain_reason(const CallResult& result) {
  if (result.refusal && result.refusal->reason) return *result.refusal->reason;
  for (const Authorization& authorization : result.authorizations) {
    if (!authorization.allowed) return authorization_summary(result, authorization);
  }
  if (result.refusal) return error_reason(result.refusal->error);
  if (!result.authorizations.empty()) return authorization_summary(result, result.authorizations.front());
  if (!result.notes.empty()) return result.notes.front();
  return Message(MessageId::summary_answered);
}

Message explain_summary(Decision decision, Message reason) {
  Message verdict(decision == Decision::allow  ? MessageId::verdict_allowed
                  : decision == Decision::deny ? MessageId::verdict_denied
                                               : MessageId::verdict_error);
  verdict.parts.push_back(std::move(reason));
  return verdict;
}

std::string_view disputed_address(Dispute dispute, DisputeSide side) {
  const DisputeRow& row = dispute_row(dispute);
  return side == DisputeSide::documented ? row.documentation : row.evidence;
}

Message disputed_text(Dispute dispute, DisputeSide taken, Decision decision, const std::string& error_code,
                      std::optional<std::int64_t> expires_at) {
  const DisputeRow& row = dispute_row(dispute);
  const bool documented = taken == DisputeSide::documented;
  Message message(MessageId::verdict_disputed, {row.id, name_of(taken), name_of(other(taken))});
  message.parts.emplace_back(row.question);
  message.parts.emplace_back(documented ? row.documented : row.observed);
  message.parts.emplace_back(documented ? row.observed : row.documented);
  if (decision != Decision::allow) message.parts.push_back(Message(MessageId::disputed_then_refused, {error_code}));
  else if (expires_at) message.parts.push_back(Message(MessageId::disputed_then_expires, {format_iso(*expires_at)}));
  else message.parts.emplace_back(MessageId::disputed_then_allowed);
  return message;
}

}  // namespace sts_playground
