// From traces to a tree of reasons that a person can act on. Nothing is decided here: decisions come with the authorisations.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/call/call.h"
#include "core/catalog/limits.h"
#include "core/text/messages.h"

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
  const EvidenceRow* evidence = nullptr;  // what the answer rests on
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
// evidence.cpp: the weakest rule that the answer rests on.
const EvidenceRow& evidence_of(const CallResult& result);
Message explain_summary(Decision decision, Message reason);
Message authorization_summary(const CallResult& result, const Authorization& authorization);
Message layer_title(const LayerResult& layer);
Message layer_text(const Authorization& authorization, const LayerResult& layer);

// "user/Jo", "role/team/Audit", "assumed-role/Audit/jo": the part of an ARN that people know it by.
std::string short_name(const std::string& arn);

// A disputed fact on which an answer rests: which side is taken, and what the answer would be otherwise.
Message disputed_text(Dispute dispute, DisputeSide taken, Decision decision, const std::string& error_code,
                      std::optional<std::int64_t> expires_at);

// Where the evidence for a side of it is.
std::string_view disputed_address(Dispute dispute, DisputeSide side);

// A value as a sentence quotes it: the beginning of a very long one.
std::string shortened(const std::string& text);

// A statement with its judgement by evaluate: what the sentences about its elements are put together from.
struct JudgedStatement {
  const Policy& policy;
  std::size_t index;
  const Request& request;
  StatementJudgement judgement;
  const CallResult& result;

  const Statement& written() const { return policy.document.statements[index]; }
  const CompiledStatement& compiled() const { return policy.compiled.statements[index]; }
};
// elements.cpp: one of the elements of its judgement in words.
ElementExplanation explain_element(const JudgedStatement& judged, const TraceEvent& element);
// condition.cpp: a condition.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
ElementExplanation explain_condition(const JudgedStatement& judged, const TraceEvent& element);
// oidc.cpp: why a call has no such key of an OIDC provider, and that the subject of a GitHub token and the policy's values have two forms;
// nothing where there is nothing to say.
std::optional<Message> explain_absent_claim(const std::string& key, const Caller& caller);
std::optional<Message> explain_subject_form(const ElementExplanation& element);

// What the policies of an authorisation saw.
inline Request request_of(const CallResult& result, const Authorization& authorization) {
  return {&authorization.caller, authorization.action, authorization.resource, &result.context};
}

}  // namespace sts_playground
