// From traces to a tree of reasons that a person can act on. Nothing is decided here: decisions come with the authorisations.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/limits.h"
#include "core/text/messages.h"
#include "core/world/call.h"

namespace sts_playground {

// Where something stands: in which policy, at which pointer, and at which bytes of the policy's text (of the scenario's text where the
// policy is an object in it).
struct PolicyPlace {
  std::string policy;                      // pointer of the policy
  std::string pointer;                     // pointer of the thing
  std::shared_ptr<const SourceText> text;  // null: the scenario's text
  Span span;
};

struct ElementExplanation {
  std::string element;  // Principal, NotPrincipal, Action, ...
  bool matched = false;
  Message text;
  PolicyPlace place;
  // Conditions only:
  std::string condition_operator;
  std::string key;
  std::vector<std::string> wanted;
  std::optional<std::vector<std::string>> actual;  // nothing: the key is absent
  std::optional<Origin> origin;                    // of the key; nothing: it is absent
};

struct StatementExplanation {
  std::size_t index = 0;
  std::optional<std::string> sid;
  Effect effect = Effect::invalid;
  bool matched = false;
  bool decisive = false;
  PolicyPlace place;
  std::vector<ElementExplanation> elements;
};

struct PolicyExplanation {
  std::string name;
  std::string pointer;
  std::string owner;
  LayerVerdict verdict = LayerVerdict::implicit_deny;
  std::vector<StatementExplanation> statements;
  std::size_t omitted = 0;  // statements that do not match and are left out, because explanations are long enough already
};

struct LayerExplanation {
  LayerKind kind = LayerKind::identity;
  Message title;
  Message text;
  LayerVerdict verdict = LayerVerdict::not_applicable;
  bool decisive = false;
  bool ignored = false;
  std::vector<PolicyExplanation> policies;
};

struct AuthorizationExplanation {
  std::string action;
  std::string resource;
  bool allowed = false;
  Message summary;
  std::vector<LayerExplanation> layers;
};

struct Explanation {
  Message summary;  // the verdict and its reason
  Message reason;   // the same without the verdict
  std::vector<Message> notes;
  std::vector<AuthorizationExplanation> authorizations;
};

// How much may still be told, in bytes, about: explanations of many steps share one. Once it is used up, statements that do not match are
// left out.
struct ExplanationBudget {
  std::size_t bytes = limits::explanation_bytes;

  void spend(std::size_t spent) { bytes -= std::min(bytes, spent); }
};

Explanation explain(const CallResult& result, ExplanationBudget& budget);

// summary.cpp: the sentences alone. Those of a call are the reason and the summary of its explanation, whatever the budget leaves out.
Message explain_reason(const CallResult& result);
Message explain_summary(Decision decision, Message reason);
Message authorization_summary(const CallResult& result, const Authorization& authorization);
Message layer_title(const LayerResult& layer);
Message layer_text(const Authorization& authorization, const LayerResult& layer);

// The elements of a statement that evaluate_policy() looks at, besides Action and Condition.
inline bool looks_at_principal(const Policy& policy) {
  const PolicyKind kind = policy.compiled.kind;
  return kind == PolicyKind::trust || kind == PolicyKind::resource || kind == PolicyKind::rcp;
}
inline bool looks_at_resource(const Policy& policy, const CompiledStatement& statement) {
  return statement.has_resource || policy.compiled.kind != PolicyKind::trust;
}

// A value as a sentence quotes it: the beginning of a very long one.
std::string shortened(const std::string& text);

// One condition in words. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
ElementExplanation explain_condition(const CompiledCondition& condition, const ConditionElement& element, bool variables,
                                     const RequestContext& context);
// Principal, Action and Resource of a statement in words.
ElementExplanation explain_principal(const CompiledStatement& compiled, const Statement& statement, const Caller& caller, PolicyKind kind);
ElementExplanation explain_action(const CompiledStatement& compiled, const Statement& statement, const std::string& action);
ElementExplanation explain_resource(const CompiledStatement& compiled, const Statement& statement, const std::string& resource,
                                    const RequestContext& context);

}  // namespace sts_playground
