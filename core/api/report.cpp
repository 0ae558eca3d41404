#include "core/api/report.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "core/explain/explain.h"
#include "core/scenario/expect.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;

Json position_json(Position position) { return {{"line", position.line}, {"column", position.column}}; }

Json range_json(const SourceText& text, Span span) {
  return {{"start", position_json(text.position(span.begin))}, {"end", position_json(text.position(span.end))}};
}

std::string_view severity_text(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
  }
  return "";
}

std::string_view layer_text(LayerKind kind) {
  switch (kind) {
    case LayerKind::rcp: return "rcp";
    case LayerKind::scp: return "scp";
    case LayerKind::trust: return "trust";
    case LayerKind::resource: return "resource";
    case LayerKind::identity: return "identity";
    case LayerKind::boundary: return "boundary";
    case LayerKind::session: return "session";
  }
  return "";
}

std::string_view verdict_text(LayerVerdict verdict) {
  switch (verdict) {
    case LayerVerdict::not_applicable: return "not-applicable";
    case LayerVerdict::allow: return "allow";
    case LayerVerdict::explicit_deny: return "explicit-deny";
    case LayerVerdict::implicit_deny: return "implicit-deny";
  }
  return "";
}

std::string_view caller_text(const Call& call) {
  if (call.session && call.session->kind == SessionKind::console) return "console";
  switch (call.caller.kind) {
    case CallerKind::anonymous:
    case CallerKind::federated: return "anonymous";
    case CallerKind::root: return "root";
    case CallerKind::user: return "user";
    case CallerKind::session_token: return "session-token";
    case CallerKind::role_session: return "role-session";
    case CallerKind::federated_user: return "federated-user";
    case CallerKind::assumed_root: return "assumed-root";
    case CallerKind::service: return "service";
  }
  return "";
}

std::string_view session_kind_text(SessionKind kind) {
  switch (kind) {
    case SessionKind::role_session: return "role-session";
    case SessionKind::session_token: return "session-token";
    case SessionKind::federated_user: return "federated-user";
    case SessionKind::console: return "console";
    case SessionKind::assumed_root: return "assumed-root";
  }
  return "";
}

std::string_view origin_text(Origin origin) {
  switch (origin) {
    case Origin::derived: return "derived";
    case Origin::given: return "given";
    case Origin::overridden: return "overridden";
    case Origin::removed: return "removed";
  }
  return "";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

class ReportWriter {
 public:
  ReportWriter(const SourceText& source, Language language) : source_(source), language_(language) {}

  Json diagnostic(const Diagnostic& diagnostic, const Scenario* scenario) const {
    const SourceText& text = diagnostic.source ? *diagnostic.source : source_;
    std::string message = words(diagnostic.message);
    if (diagnostic.detail) message += " " + words(*diagnostic.detail);
    Json out = {{"severity", severity_text(diagnostic.severity)},
                {"code", message_code(diagnostic.message.id)},
                {"message", message},
                {"pointer", diagnostic.pointer},
                {"range", range_json(text, diagnostic.span)},
                {"in", diagnostic.source ? "policy" : "document"}};
    if (!diagnostic.source) {
      out["documentRange"] = out["range"];
      return out;
    }
    out["policy"] = policy_of(diagnostic.pointer, scenario, out);
    return out;
  }

  Json policy(const PolicyEntry& entry) const {
    return {{"pointer", entry.pointer},
            {"kind", entry.kind},
            {"name", entry.name},
            {"owner", entry.owner},
            {"form", entry.is_text ? "text" : "object"},
            {"start", source_.utf16_offset(entry.span.begin)},
            {"end", source_.utf16_offset(entry.span.end)}};
  }

  Json step(const StepResult& step) const {
    const CallResult& result = step.result;
    Json out = {{"id", step.id},
                {"index", step.index},
                {"at", format_iso(step.call.now)},
                {"call", step.call.operation},
                {"resource", resource_of(step)},
                {"caller",
                 {{"arn", text_or_null(step.call.caller.arn)},
                  {"kind", caller_text(step.call)},
                  {"session", step.call.session ? text_or_null(step.call.session->id) : Json(nullptr)}}},
                {"decision", decision_text(result.decision)},
                {"error", error(result.error)},
                {"session", text_or_null(result.session)},
                {"response", response(result)},
                {"explanation", explanation(result)}};
    out["expectation"] =
        step.has_expectation ? Json{{"passed", step.failures.empty()}, {"failures", failures(step.failures)}} : Json(nullptr);
    out["subSteps"] = Json::array();
    for (const StepResult& sub : step.sub_steps) out["subSteps"].push_back(this->step(sub));
    return out;
  }

  Json session(const Session& session) const {
    Json tags = Json::object();
    for (const Tag& tag : session.effective_tags) tags[tag.key] = tag.value;
    return {{"id", session.id},
            {"arn", session.arn},
            {"kind", session_kind_text(session.kind)},
            {"issuedAt", format_iso(session.issued_at)},
            {"expiresAt", format_iso(session.expires_at)},
            {"issuedBy", session.issued_by},
            {"chainedFrom", text_or_null(session.chained_from)},
            {"tags", std::move(tags)},
            {"transitiveTagKeys", session.transitive_tag_keys},
            {"sourceIdentity", text_or_null(session.source_identity)},
            {"mfaAuthenticatedAt", session.mfa_authenticated_at ? Json(format_iso(*session.mfa_authenticated_at)) : Json(nullptr)},
            {"accessKeyId", session.access_key_id},
            {"requestedSeconds", session.requested_seconds ? Json(*session.requested_seconds) : Json(nullptr)},
            {"role", session.kind == SessionKind::role_session ? Json(session.role_arn) : Json(nullptr)}};
  }

  static Json failures(const std::vector<ExpectationFailure>& failures) {
    Json out = Json::array();
    for (const ExpectationFailure& failure : failures) {
      out.push_back({{"step", failure.step},
                     {"field", failure.field},
                     {"expected", Json::parse(failure.expected, nullptr, false)},
                     {"actual", Json::parse(failure.actual, nullptr, false)}});
    }
    return out;
  }

  std::string localized(const LocalizedText& text) const { return language_ == Language::korean ? text.korean : text.english; }

 private:
  std::string words(const Message& message) const { return render(message, language_); }

  // The pointer of the policy whose text a diagnostic is in; adds where that text stands in the document.
  std::string policy_of(const std::string& pointer, const Scenario* scenario, Json& out) const {
    std::string best;
    Span span;
    if (scenario) {
      for (const PolicyEntry& entry : scenario->policies) {
        const bool inside = pointer.compare(0, entry.pointer.size(), entry.pointer) == 0;
        if (inside && entry.pointer.size() >= best.size()) {
          best = entry.pointer;
          span = entry.span;
        }
      }
    }
    out["documentRange"] = range_json(source_, span);
    return best.empty() ? pointer : best;
  }

  static std::string resource_of(const StepResult& step) {
    return step.result.authorizations.empty() ? step.call.resource : step.result.authorizations.front().resource;
  }

  static Json error(const std::optional<CallError>& error) {
    if (!error) return nullptr;
    return {{"code", error->code}, {"httpStatus", error->http_status}, {"message", error->message}};
  }

  // "Credentials.AccessKeyId" becomes {"Credentials": {"AccessKeyId": ...}}.
  static Json response(const CallResult& result) {
    if (result.error || result.response.empty()) return nullptr;
    Json out = Json::object();
    for (const ResponseField& field : result.response) {
      const std::size_t dot = field.name.find('.');
      Json value = field.is_number ? Json(std::stoi(field.value)) : Json(field.value);
      if (dot == std::string::npos) out[field.name] = std::move(value);
      else out[field.name.substr(0, dot)][field.name.substr(dot + 1)] = std::move(value);
    }
    return out;
  }

  Json place(const PolicyPlace& place) const {
    const SourceText& text = place.text ? *place.text : source_;
    return {{"pointer", place.pointer},
            {"policy", place.policy},
            {"start", position_json(text.position(place.span.begin))},
            {"end", position_json(text.position(place.span.end))},
            {"in", place.text ? "policy" : "document"}};
  }

  Json element(const ElementExplanation& element) const {
    Json out = {
        {"element", element.element}, {"matched", element.matched}, {"text", words(element.text)}, {"location", place(element.place)}};
    if (element.element != "Condition") return out;
    out["operator"] = element.condition_operator;
    out["key"] = element.key;
    out["wanted"] = element.wanted;
    out["actual"] = element.actual ? Json(*element.actual) : Json(nullptr);
    out["origin"] = element.origin;
    return out;
  }

  Json statement(const StatementExplanation& statement) const {
    Json elements = Json::array();
    for (const ElementExplanation& item : statement.elements) elements.push_back(element(item));
    const Json effect = statement.effect == Effect::allow ? Json("Allow") : statement.effect == Effect::deny ? Json("Deny") : Json(nullptr);
    return {{"index", statement.index},
            {"sid", statement.sid ? Json(*statement.sid) : Json(nullptr)},
            {"effect", effect},
            {"matched", statement.matched},
            {"decisive", statement.decisive},
            {"location", place(statement.place)},
            {"elements", std::move(elements)}};
  }

  Json policy_explanation(const PolicyExplanation& policy) const {
    Json statements = Json::array();
    for (const StatementExplanation& item : policy.statements) statements.push_back(statement(item));
    return {{"name", policy.name},
            {"pointer", policy.pointer},
            {"owner", policy.owner},
            {"verdict", verdict_text(policy.verdict)},
            {"statements", std::move(statements)},
            {"omitted", policy.omitted}};
  }

  Json layer(const LayerExplanation& layer) const {
    Json policies = Json::array();
    for (const PolicyExplanation& item : layer.policies) policies.push_back(policy_explanation(item));
    return {{"kind", layer_text(layer.kind)}, {"title", words(layer.title)}, {"verdict", verdict_text(layer.verdict)},
            {"decisive", layer.decisive},     {"ignored", layer.ignored},    {"text", words(layer.text)},
            {"policies", std::move(policies)}};
  }

  Json explanation(const CallResult& result) const {
    const Explanation explained = explain(result, budget_);
    Json notes = Json::array();
    for (const Message& note : explained.notes) notes.push_back(words(note));
    Json authorizations = Json::array();
    for (const AuthorizationExplanation& item : explained.authorizations) {
      Json layers = Json::array();
      for (const LayerExplanation& each : item.layers) layers.push_back(layer(each));
      authorizations.push_back({{"action", item.action},
                                {"resource", item.resource},
                                {"decision", item.allowed ? "Allow" : "Deny"},
                                {"summary", words(item.summary)},
                                {"layers", std::move(layers)}});
    }
    Json context = Json::array();
    for (const ContextEntry& entry : result.context.entries()) {
      context.push_back(
          {{"key", entry.key}, {"values", entry.values}, {"multivalued", entry.multivalued}, {"origin", origin_text(entry.origin)}});
    }
    return {{"summary", words(explained.summary)},
            {"notes", std::move(notes)},
            {"authorizations", std::move(authorizations)},
            {"context", std::move(context)}};
  }

  const SourceText& source_;
  Language language_;
  mutable ExplanationBudget budget_;
};

}  // namespace

std::string write_report(const SourceText& source, const std::vector<Diagnostic>& diagnostics, const Scenario* scenario, const Run* run,
                         Language language) {
  const ReportWriter writer(source, language);
  Json report = {{"format", "sts-playground-report/1"},
                 {"diagnostics", Json::array()},
                 {"policies", Json::array()},
                 {"steps", Json::array()},
                 {"sessions", Json::array()}};
  for (const Diagnostic& diagnostic : diagnostics) report["diagnostics"].push_back(writer.diagnostic(diagnostic, scenario));
  if (scenario) {
    for (const PolicyEntry& entry : scenario->policies) report["policies"].push_back(writer.policy(entry));
  }
  std::vector<ExpectationFailure> failures;
  if (run) {
    for (const StepResult& step : run->steps) {
      report["steps"].push_back(writer.step(step));
      failures.insert(failures.end(), step.failures.begin(), step.failures.end());
    }
    for (const std::string& id : run->world.session_order) report["sessions"].push_back(writer.session(*run->world.session(id)));
  }
  report["expectations"] = {
      {"passed", run ? run->passed : 0}, {"failed", run ? run->failed : 0}, {"failures", ReportWriter::failures(failures)}};
  report["now"] = scenario ? Json(format_iso(scenario->now)) : Json(nullptr);
  report["title"] = scenario ? writer.localized(scenario->title) : "";
  report["description"] = scenario ? writer.localized(scenario->description) : "";
  report["valid"] = run != nullptr;
  return report.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sts_playground
