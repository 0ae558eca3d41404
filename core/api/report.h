// The report of a run as JSON; core/api/answers.cpp describes it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/explain/explain.h"
#include "core/json/writer.h"
#include "core/scenario/run.h"
#include "core/text/messages.h"

namespace sts_playground {

// The steps that carry their whole explanation, by their index paths: "0", "2", "0.1" (the second part of the first step). Nothing:
// every step.
using ExplainedSteps = std::optional<std::set<std::string>>;

// What reports write where the name of an enumerator would say too little.
constexpr std::string_view managed_policy_kind = "managed";  // a customer managed policy's kind
constexpr std::string_view absent_key_origin = "absent";     // the origin of a condition's key that the request does not carry

// Writes the parts of a report, each as one JSON value. `source`: the scenario's text, which places refer to.
class ReportWriter {
 public:
  ReportWriter(json::Writer& out, const SourceText& source, Language language) : out_(out), source_(source), language_(language) {}

  // `scenario` may be null: where the policy of a diagnostic stands in the document is not known then.
  void diagnostic(const Diagnostic& diagnostic, const Scenario* scenario);
  void policy(const PolicyEntry& entry);
  // `path`: the step's index path.
  void step(const StepResult& step, const std::string& path, const ExplainedSteps& explained);
  // `revoked_at`: epoch seconds, where the session lost its life before it expires.
  void session(const Session& session, std::optional<std::int64_t> revoked_at, const DisputeChoice& choice);
  void failures(const std::vector<ExpectationFailure>& failures);

  // In report_explanation.cpp. The summary and the notes of a call, all of its authorisations and its context; or the summary only.
  void explanation(const CallResult& result, bool whole);
  void authorization(const AuthorizationExplanation& authorization);
  void layer(const LayerExplanation& layer);
  void location(const PolicyPlace& place);

 private:
  void position(std::string_view member, Position position);
  void range(std::string_view member, const SourceText& text, Span span);
  void expectation(const StepResult& step);
  void disputed(const std::vector<OtherAnswer>& answers);
  void policy_explanation(const PolicyExplanation& policy);
  void statement(const StatementExplanation& statement);
  void element(const ElementExplanation& element);
  std::string words(const Message& message) const { return render(message, language_); }

  json::Writer& out_;
  const SourceText& source_;
  Language language_;
  ExplanationBudget budget_;  // that all explanations of the report share
};

// `run` is null where the document is no valid scenario.
std::string write_report(const SourceText& source, const std::vector<Diagnostic>& diagnostics, const Scenario* scenario, const Run* run,
                         Language language, const ExplainedSteps& explained = std::nullopt);

}  // namespace sts_playground
