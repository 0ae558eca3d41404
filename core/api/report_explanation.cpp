// The part of the report that tells why: authorisations, layers, policies, statements and elements, with their places.
#include "core/api/report.h"

namespace sts_playground {
void ReportWriter::location(const PolicyPlace& place) {
  out_.open_object();
  out_.string("pointer", place.pointer);
  out_.string("policy", place.policy);
  const SourceText& text = place.text ? *place.text : source_;
  position("start", text.position(place.span.begin));
  position("end", text.position(place.span.end));
  out_.string("in", place.text ? "policy" : "document");
  out_.close_object();
}

void ReportWriter::element(const ElementExplanation& element) {
  out_.open_object();
  out_.string("element", element.element);
  out_.boolean("matched", element.matched);
  out_.string("text", words(element.text));
  out_.name("location");
  location(element.place);
  if (element.element == "Condition") {
    out_.string("operator", element.condition_operator);
    out_.string("key", element.key);
    out_.strings("wanted", element.wanted);
    if (element.actual) out_.strings("actual", *element.actual);
    else out_.null("actual");
    out_.string("origin", element.origin ? name_of(*element.origin) : absent_key_origin);
  }
  out_.close_object();
}

void ReportWriter::statement(const StatementExplanation& statement) {
  out_.open_object();
  out_.number("index", static_cast<std::int64_t>(statement.index));
  if (statement.sid) out_.string("sid", *statement.sid);
  else out_.null("sid");
  out_.string_or_null("effect", name_of(statement.effect));
  out_.boolean("matched", statement.matched);
  out_.boolean("decisive", statement.decisive);
  out_.name("location");
  location(statement.place);
  out_.open_array("elements");
  for (const ElementExplanation& item : statement.elements) element(item);
  out_.close_array();
  out_.close_object();
}

void ReportWriter::policy_explanation(const PolicyExplanation& policy) {
  out_.open_object();
  out_.string("name", policy.name);
  out_.string("pointer", policy.pointer);
  out_.string("owner", policy.owner);
  out_.string("verdict", name_of(policy.verdict));
  out_.open_array("statements");
  for (const StatementExplanation& item : policy.statements) statement(item);
  out_.close_array();
  out_.number("omitted", static_cast<std::int64_t>(policy.omitted));
  out_.close_object();
}

void ReportWriter::layer(const LayerExplanation& layer) {
  out_.open_object();
  out_.string("kind", name_of(layer.kind));
  out_.string("title", words(layer.title));
  out_.string("verdict", name_of(layer.verdict));
  out_.boolean("decisive", layer.decisive);
  out_.boolean("ignored", layer.ignored);
  out_.string("text", words(layer.text));
  out_.open_array("policies");
  for (const PolicyExplanation& item : layer.policies) policy_explanation(item);
  out_.close_array();
  out_.close_object();
}

void ReportWriter::authorization(const AuthorizationExplanation& authorization) {
  out_.open_object();
  out_.string("action", authorization.action);
  out_.string("resource", authorization.resource);
  out_.string("decision", name_of(authorization.allowed ? Decision::allow : Decision::deny));
  out_.string("summary", words(authorization.summary));
  out_.open_array("layers");
  for (const LayerExplanation& item : authorization.layers) layer(item);
  out_.close_array();
  out_.close_object();
}

void ReportWriter::explanation(const CallResult& result, bool whole) {
  Explanation explained;
  if (whole) {
    explained = explain(result, budget_);
  } else {
    explained.reason = explain_reason(result);
    explained.summary = explain_summary(result.decision, explained.reason);
  }
  out_.open_object();
  out_.string("summary", words(explained.summary));
  out_.string("reason", words(explained.reason));
  out_.open_array("notes");
  for (const Message& note : explained.notes) out_.string(words(note));
  out_.close_array();
  out_.open_array("authorizations");
  for (const AuthorizationExplanation& item : explained.authorizations) authorization(item);
  out_.close_array();
  out_.open_array("context");
  if (whole) {
    for (const ContextEntry& entry : result.context.entries()) {
      out_.open_object();
      out_.string("key", entry.key);
      out_.strings("values", entry.values);
      out_.boolean("multivalued", entry.multivalued);
      out_.string("origin", name_of(entry.origin));
      out_.close_object();
    }
  }
  out_.close_array();
  out_.boolean("explained", whole);
  out_.close_object();
}

}  // namespace sts_playground
