#include "core/explain/explain.h"

#include <set>
#include <utility>

#include "core/json/value.h"

namespace sts_playground {
namespace {

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
    out.summary = authorization_summary(result_, authorization_);
    return out;
  }

 private:
  // AWS managed policies stand in no document: their ARN says where.
  PolicyPlace place_of(const Policy& policy, std::string pointer, Span span) const {
    const PolicySource& source = policy.source;
    return {source.pointer.empty() ? source.owner : source.pointer, std::move(pointer), source.text, span};
  }

  StatementExplanation explain_statement(const Policy& policy, std::size_t index, bool layer_decides) const {
    const Request request = request_of(result_, authorization_);
    const JudgedStatement judged{policy, index, request, judge_statement(policy.compiled, index, request), result_};
    const Statement& statement = judged.written();
    const std::string pointer = statement_pointer(policy.document, policy.source.pointer, index);
    StatementExplanation out;
    out.index = index;
    if (statement.sid) out.sid = statement.sid->value;
    out.effect = statement.effect;
    out.place = place_of(policy, pointer, statement.span);
    for (const TraceEvent& element : judged.judgement.elements) out.elements.push_back(explain_element(judged, element));
    for (ElementExplanation& element : out.elements) {
      std::string element_pointer = pointer + "/" + element.element;
      if (element.element == "Condition") {
        element_pointer = json::pointer_append(json::pointer_append(element_pointer, element.condition_operator), element.key);
      }
      element.place = place_of(policy, std::move(element_pointer), element.place.span);
    }
    out.matched = judged.judgement.outcome == Outcome::match;
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

  LayerExplanation explain_layer(const LayerResult& layer) {
    LayerExplanation out;
    out.kind = layer.kind;
    out.title = layer_title(layer);
    out.verdict = layer.verdict;
    out.decisive = layer.decisive;
    out.ignored = layer.ignored;
    out.text = layer_text(authorization_, layer);
    for (std::size_t i = 0; i < layer.policy_count; ++i) {
      PolicyExplanation policy = explain_policy(layer.first_policy + i, layer.decisive);
      budget_.spend(200);
      if (budget_.bytes > 0 || !policy.statements.empty()) out.policies.push_back(std::move(policy));
    }
    return out;
  }

  const CallResult& result_;
  const Authorization& authorization_;
  ExplanationBudget& budget_;
  std::set<std::pair<std::size_t, std::size_t>> matched_;  // policy and statement, as the trace has them
};

// The number of Deny statements that notes tell of; the tree has all of them.
constexpr std::size_t told_denies = 3;

// A Deny that names the caller, the action and the resource of an allowed call, and did not stop it because of a condition: whoever wrote
// it may believe that it does. A condition is only looked at where everything before it matches.
void add_deny_notes(std::vector<Message>& notes, const CallResult& result, const Authorization& authorization) {
  if (!authorization.allowed) return;
  const Request request = request_of(result, authorization);
  std::pair<std::size_t, std::size_t> told{limits::policies, 0};
  std::size_t count = 0;
  for (const TraceEvent& event : authorization.trace.events) {
    if (event.step != TraceStep::condition || event.outcome != Outcome::no_match || count >= told_denies) continue;
    const std::pair<std::size_t, std::size_t> place{event.policy, event.statement};
    const Policy& policy = *authorization.trace.policies[event.policy];
    if (place == told || policy.compiled.statements[event.statement].effect != Effect::deny) continue;
    told = place;
    ++count;
    const JudgedStatement judged{policy, event.statement, request, {}, result};
    const auto& sid = judged.written().sid;
    Message note(MessageId::note_deny_not_in_force, {sid ? sid->value : std::to_string(event.statement + 1)});
    note.parts.push_back(explain_element(judged, event).text);
    notes.push_back(std::move(note));
  }
}

void add_override_notes(std::vector<Message>& notes, const RequestContext& context) {
  for (const ContextEntry& entry : context.entries()) {
    if (entry.origin == Origin::overridden) notes.emplace_back(MessageId::note_overridden, std::vector<std::string>{entry.key});
    if (entry.origin == Origin::removed) notes.emplace_back(MessageId::note_removed, std::vector<std::string>{entry.key});
  }
}

}  // namespace

Explanation explain(const CallResult& result, ExplanationBudget& budget) {
  Explanation out;
  for (const Authorization& authorization : result.authorizations) {
    out.authorizations.push_back(Explainer(result, authorization, budget).explain());
  }
  out.reason = explain_reason(result);
  out.summary = explain_summary(result.decision, out.reason);
  out.evidence = &evidence_of(result);
  // Where nothing was authorised, the first note is the summary already.
  const bool told = !result.refusal && result.authorizations.empty() && !result.notes.empty();
  out.notes.assign(result.notes.begin() + (told ? 1 : 0), result.notes.end());
  for (const Authorization& authorization : result.authorizations) add_deny_notes(out.notes, result, authorization);
  add_override_notes(out.notes, result.context);
  return out;
}

}  // namespace sts_playground
