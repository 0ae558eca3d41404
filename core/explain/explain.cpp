#include "core/explain/explain.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/json/value.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// "user/Jo", "role/team/Audit", "assumed-role/Audit/jo": the part of an ARN that people know it by.
std::string short_name(const std::string& arn) {
  const auto principal = parse_principal_arn(arn);
  return principal ? std::string(principal->arn.resource) : arn;
}

Message layer_title(const LayerResult& layer) {
  const std::string name = short_name(layer.name);
  switch (layer.kind) {
    case LayerKind::rcp: return Message(MessageId::layer_rcp, {layer.name});
    case LayerKind::scp: return Message(MessageId::layer_scp, {layer.name});
    case LayerKind::trust: return Message(MessageId::layer_trust, {name});
    case LayerKind::resource: return Message(MessageId::layer_resource, {layer.name});
    case LayerKind::identity: return Message(MessageId::layer_identity, {name});
    case LayerKind::boundary: return Message(MessageId::layer_boundary, {name});
    case LayerKind::session: return Message(MessageId::layer_session, {name});
  }
  return Message(MessageId::layer_identity, {name});
}

Message absence_text(LayerAbsence absence) {
  switch (absence) {
    case LayerAbsence::no_organization: return Message(MessageId::absence_no_organization);
    case LayerAbsence::management_account: return Message(MessageId::absence_management_account);
    case LayerAbsence::service_linked_role: return Message(MessageId::absence_service_linked_role);
    case LayerAbsence::service_caller: return Message(MessageId::absence_service_caller);
    case LayerAbsence::federated_caller: return Message(MessageId::absence_federated_caller);
    case LayerAbsence::anonymous_caller: return Message(MessageId::absence_anonymous_caller);
    case LayerAbsence::unsupported_service: return Message(MessageId::absence_unsupported_service);
    case LayerAbsence::root_user: return Message(MessageId::absence_root_user);
    default: return Message(MessageId::absence_no_policy);
  }
}

// Builds the tree of one authorisation.
class Explainer {
 public:
  Explainer(const CallResult& result, const Authorization& authorization, ExplanationBudget& budget)
      : result_(result), authorization_(authorization), budget_(budget) {
    for (const TraceEvent& event : authorization.trace.events) {
      if (event.step == TraceStep::statement) matched_.insert({event.policy, event.statement});
    }
  }

  AuthorizationExplanation explain() {
    AuthorizationExplanation out;
    out.action = authorization_.action;
    out.resource = authorization_.resource;
    out.allowed = authorization_.allowed;
    for (const LayerResult& layer : authorization_.layers) out.layers.push_back(explain_layer(layer));
    out.summary = summarize(out);
    return out;
  }

 private:
  // AWS managed policies stand in no document: their ARN says where.
  PolicyPlace place_of(const Policy& policy, std::string pointer, Span span) const {
    const PolicySource& source = policy.source;
    return {source.pointer.empty() ? source.owner : source.pointer, std::move(pointer), source.text, span};
  }

  StatementExplanation explain_statement(const Policy& policy, std::size_t index, bool layer_decides) const {
    const CompiledStatement& compiled = policy.compiled.statements[index];
    const Statement& statement = policy.document.statements[index];
    const std::string pointer = statement_pointer(policy.document, policy.source.pointer, index);
    StatementExplanation out;
    out.index = index;
    if (statement.sid) out.sid = statement.sid->value;
    out.effect = statement.effect;
    out.place = place_of(policy, pointer, statement.span);
    const PolicyKind kind = policy.compiled.kind;
    if (kind == PolicyKind::trust || kind == PolicyKind::resource || kind == PolicyKind::rcp) {
      out.elements.push_back(explain_principal(compiled, statement, authorization_.caller, kind));
    }
    out.elements.push_back(explain_action(compiled, statement, authorization_.action));
    if (compiled.has_resource || kind != PolicyKind::trust) {
      out.elements.push_back(explain_resource(compiled, statement, authorization_.resource, result_.context));
    }
    for (std::size_t i = 0; i < compiled.conditions.size(); ++i) {
      out.elements.push_back(
          explain_condition(compiled.conditions[i], statement.conditions[i], policy.document.has_variables(), result_.context));
    }
    for (ElementExplanation& element : out.elements) {
      std::string element_pointer = pointer + "/" + element.element;
      if (element.element == "Condition") {
        element_pointer = json::pointer_append(json::pointer_append(element_pointer, element.condition_operator), element.key);
      }
      element.place = place_of(policy, std::move(element_pointer), element.place.span);
    }
    out.matched = statement.effect != Effect::invalid &&
                  std::all_of(out.elements.begin(), out.elements.end(), [](const ElementExplanation& element) { return element.matched; });
    out.decisive = layer_decides && out.matched && (authorization_.explicit_deny == (statement.effect == Effect::deny));
    return out;
  }

  static std::size_t size_of(const StatementExplanation& statement) {
    std::size_t bytes = 300 + statement.place.pointer.size();
    for (const ElementExplanation& element : statement.elements) {
      bytes += 300 + element.place.pointer.size();
      for (const std::string& value : element.wanted) bytes += value.size() + 3;
      for (const std::string& argument : element.text.arguments) bytes += argument.size();
    }
    return bytes;
  }

  PolicyExplanation explain_policy(std::size_t policy_index, bool layer_decides) {
    const Policy& policy = *authorization_.trace.policies[policy_index];
    PolicyExplanation out;
    out.name = policy.source.name;
    out.pointer = policy.source.pointer;
    out.owner = policy.source.owner;
    for (std::size_t i = 0; i < policy.compiled.statements.size(); ++i) {
      if (budget_.bytes == 0 && matched_.count({policy_index, i}) == 0) {
        ++out.omitted;
        continue;
      }
      out.statements.push_back(explain_statement(policy, i, layer_decides));
      const StatementExplanation& statement = out.statements.back();
      budget_.spend(size_of(statement));
      if (!statement.matched) continue;
      if (statement.effect == Effect::deny) out.verdict = LayerVerdict::explicit_deny;
      else if (out.verdict != LayerVerdict::explicit_deny) out.verdict = LayerVerdict::allow;
    }
    return out;
  }

  Message layer_text(const LayerResult& layer) const {
    if (layer.full_access && layer.absence != LayerAbsence::none) return absence_text(layer.absence);
    if (layer.verdict == LayerVerdict::not_applicable) return absence_text(layer.absence);
    if (layer.verdict == LayerVerdict::explicit_deny) return Message(MessageId::verdict_explicit_deny, {authorization_.action});
    if (layer.verdict == LayerVerdict::allow) {
      return Message(layer.full_access ? MessageId::verdict_full_access : MessageId::verdict_allow, {authorization_.action});
    }
    if (layer.absence == LayerAbsence::no_policy) return Message(MessageId::verdict_no_resource_policy, {authorization_.action});
    return Message(layer.ignored ? MessageId::verdict_ignored : MessageId::verdict_implicit_deny, {authorization_.action});
  }

  LayerExplanation explain_layer(const LayerResult& layer) {
    LayerExplanation out;
    out.kind = layer.kind;
    out.title = layer_title(layer);
    out.verdict = layer.verdict;
    out.decisive = layer.decisive;
    out.ignored = layer.ignored;
    out.text = layer_text(layer);
    for (std::size_t i = 0; i < layer.policy_count; ++i) {
      PolicyExplanation policy = explain_policy(layer.first_policy + i, layer.decisive);
      budget_.spend(200);
      if (budget_.bytes > 0 || !policy.statements.empty()) out.policies.push_back(std::move(policy));
    }
    return out;
  }

  // ---- the sentence

  // How far a statement is from matching. One about another action, principal or resource is farther than one whose conditions fail.
  static int distance(const StatementExplanation& statement) {
    int sum = 0;
    for (const ElementExplanation& element : statement.elements) {
      if (element.matched) continue;
      const bool about_action = element.element == "Action" || element.element == "NotAction";
      sum += element.element == "Condition" ? 1 : about_action ? 100 : 10;
    }
    return sum;
  }

  // The Allow that came closest to matching, the earlier of equals.
  static const StatementExplanation* nearest(const LayerExplanation& layer) {
    const StatementExplanation* best = nullptr;
    int best_misses = 0;
    for (const PolicyExplanation& policy : layer.policies) {
      for (const StatementExplanation& statement : policy.statements) {
        if (statement.effect != Effect::allow) continue;
        const int misses = distance(statement);
        if (!best || misses < best_misses) {
          best = &statement;
          best_misses = misses;
        }
      }
    }
    return best;
  }

  static const StatementExplanation* denying(const LayerExplanation& layer) {
    for (const PolicyExplanation& policy : layer.policies) {
      for (const StatementExplanation& statement : policy.statements) {
        if (statement.matched && statement.effect == Effect::deny) return &statement;
      }
    }
    return nullptr;
  }

  // A layer's title as the middle of a sentence, with the first element that did not match.
  static Message denial_sentence(const LayerExplanation& layer, const std::string& action) {
    if (layer.policies.empty()) return layer.text;
    const StatementExplanation* statement = nearest(layer);
    if (!statement) return Message(MessageId::summary_nothing_allows, {action});
    for (const ElementExplanation& element : statement->elements) {
      if (!element.matched) return element.text;
    }
    return Message(MessageId::summary_nothing_allows, {action});
  }

  Message summarize(const AuthorizationExplanation& out) const {
    if (authorization_.allowed) return summarize_allow();
    if (!authorization_.same_partition) return Message(MessageId::summary_other_partition, {authorization_.resource});
    for (const LayerExplanation& layer : out.layers) {
      if (!layer.decisive) continue;
      Message summary = authorization_.explicit_deny ? explicit_sentence(layer) : denial_sentence(layer, authorization_.action);
      return nested(authorization_.explicit_deny ? MessageId::summary_explicit_deny : MessageId::summary_implicit_deny, layer.title,
                    summary);
    }
    return Message(MessageId::summary_nothing_allows, {authorization_.action});
  }

  static Message explicit_sentence(const LayerExplanation& layer) {
    const StatementExplanation* statement = denying(layer);
    const std::string sid = statement && statement->sid ? *statement->sid : std::to_string((statement ? statement->index : 0) + 1);
    return Message(MessageId::summary_deny_statement, {sid});
  }

  Message summarize_allow() const {
    if (authorization_.naming == PrincipalNaming::none || authorization_.naming == PrincipalNaming::account) {
      return Message(MessageId::summary_allowed, {authorization_.action});
    }
    return Message(authorization_.same_account ? MessageId::summary_allowed_by_resource : MessageId::summary_allowed_by_both,
                   {authorization_.action});
  }

  static Message nested(MessageId id, Message title, Message sentence) {
    Message message(id);
    message.parts.push_back(std::move(title));
    message.parts.push_back(std::move(sentence));
    return message;
  }

  const CallResult& result_;
  const Authorization& authorization_;
  ExplanationBudget& budget_;
  std::set<std::pair<std::size_t, std::size_t>> matched_;  // policy and statement, as the trace has them
};

void add_override_notes(std::vector<Message>& notes, const RequestContext& context) {
  for (const ContextEntry& entry : context.entries()) {
    if (entry.origin == Origin::overridden) notes.emplace_back(MessageId::note_overridden, std::vector<std::string>{entry.key});
    if (entry.origin == Origin::removed) notes.emplace_back(MessageId::note_removed, std::vector<std::string>{entry.key});
  }
}

Message call_summary(const CallResult& result, const std::vector<AuthorizationExplanation>& authorizations) {
  if (result.reason) return *result.reason;
  for (const AuthorizationExplanation& authorization : authorizations) {
    if (!authorization.allowed) return authorization.summary;
  }
  if (result.error) return Message(MessageId::summary_error, {result.error->code, result.error->message});
  if (!authorizations.empty()) return authorizations.front().summary;
  if (!result.notes.empty()) return result.notes.front();
  return Message(MessageId::summary_answered);
}

}  // namespace

Explanation explain(const CallResult& result, ExplanationBudget& budget) {
  Explanation out;
  for (const Authorization& authorization : result.authorizations) {
    out.authorizations.push_back(Explainer(result, authorization, budget).explain());
  }
  Message verdict(result.decision == Decision::allow  ? MessageId::verdict_allowed
                  : result.decision == Decision::deny ? MessageId::verdict_denied
                                                      : MessageId::verdict_error);
  verdict.parts.push_back(call_summary(result, out.authorizations));
  out.summary = std::move(verdict);
  // Where nothing was authorised, the first note is the summary already.
  const bool told = !result.reason && !result.error && result.authorizations.empty() && !result.notes.empty();
  out.notes.assign(result.notes.begin() + (told ? 1 : 0), result.notes.end());
  add_override_notes(out.notes, result.context);
  return out;
}

}  // namespace sts_playground
