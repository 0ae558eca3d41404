#include "core/api/report.h"

#include "core/values/instant.h"

namespace sts_playground {
namespace {

std::string_view caller_text(const Call& call) {
  if (call.session && call.session->kind == SessionKind::console) return name_of(SessionKind::console);
  // Who comes with a token or an assertion has no AWS credentials.
  return name_of(call.caller.kind == CallerKind::federated ? CallerKind::anonymous : call.caller.kind);
}

// The innermost policy that a pointer leads into, or null.
const PolicyEntry* policy_around(const std::string& pointer, const Scenario* scenario) {
  const PolicyEntry* best = nullptr;
  if (!scenario) return best;
  for (const PolicyEntry& entry : scenario->policies) {
    const bool inside = pointer.compare(0, entry.pointer.size(), entry.pointer) == 0;
    if (inside && (!best || entry.pointer.size() >= best->pointer.size())) best = &entry;
  }
  return best;
}

// "GitHub Actions token · sub repo:a/b": what a caller without AWS credentials comes with. Nothing for others.
std::optional<Message> credential_of(const Call& call) {
  if (call.parameters.token) {
    const auto& claims = call.parameters.token->claims;
    const auto text = [&](const char* name) { return claims.count(name) != 0 ? claims.at(name).text : std::string(); };
    std::string issuer = text("iss");
    constexpr std::string_view scheme = "https://";
    if (issuer.starts_with(scheme)) issuer.erase(0, scheme.size());
    const bool github = issuer == "token.actions.githubusercontent.com";
    return Message(github ? MessageId::credential_github : MessageId::credential_token, {shortened(text("sub")), shortened(issuer)});
  }
  if (!call.parameters.assertion) return std::nullopt;
  const auto& attributes = call.parameters.assertion->attributes;
  for (const char* const name : {"saml:sub", "https://aws.amazon.com/SAML/Attributes/RoleSessionName", "RoleSessionName"}) {
    const auto found = attributes.find(name);
    if (found != attributes.end() && !found->second.empty())
      return Message(MessageId::credential_assertion, {shortened(found->second.front())});
  }
  return Message(MessageId::credential_assertion, {call.parameters.assertion->provider});
}

void write_evidence(json::Writer& out, const EvidenceRow& row, Language language) {
  out.open_object("evidence");
  out.string("class", name_of(row.kind));
  out.string("address", row.address);
  out.string("text", render(Message(row.sentence), language));
  out.close_object();
}

void write_caller(json::Writer& out, const Call& call, Language language) {
  out.open_object("caller");
  out.string_or_null("arn", call.caller.arn);
  out.string("kind", caller_text(call));
  out.string_or_null("session", call.session ? call.session->id : "");
  const auto credential = credential_of(call);
  out.string_or_null("credential", credential ? render(*credential, language) : "");
  out.close_object();
}

void write_refused_duration(json::Writer& out, const std::optional<Refusal>& refusal) {
  if (!refusal || !refusal->duration) {
    out.null("refusedDuration");
    return;
  }
  out.open_object("refusedDuration");
  out.number("asked", refusal->duration->asked);
  out.number("longest", refusal->duration->longest);
  out.close_object();
}

void write_error(json::Writer& out, const std::optional<Refusal>& refusal) {
  if (!refusal) {
    out.null("error");
    return;
  }
  out.open_object("error");
  out.string("code", refusal->error.code);
  out.number("httpStatus", refusal->error.http_status);
  out.string("message", refusal->error.message);
  out.close_object();
}

// "Credentials.AccessKeyId" becomes {"Credentials": {"AccessKeyId": ...}}; the fields of an object stand together.
void write_response(json::Writer& out, const CallResult& result) {
  if (result.refusal || result.response.empty()) {
    out.null("response");
    return;
  }
  out.open_object("response");
  std::string_view open;  // the object whose members are being written
  for (const ResponseField& field : result.response) {
    const std::string_view name = field.name;
    const std::size_t dot = name.find('.');
    const std::string_view object = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
    if (object != open) {
      if (!open.empty()) out.close_object();
      if (!object.empty()) out.open_object(object);
      open = object;
    }
    out.name(dot == std::string_view::npos ? name : name.substr(dot + 1));
    if (field.is_number) out.raw(field.value);
    else out.string(field.value);
  }
  if (!open.empty()) out.close_object();
  out.close_object();
}

}  // namespace

void ReportWriter::position(std::string_view member, Position position) {
  out_.open_object(member);
  out_.number("line", position.line);
  out_.number("column", position.column);
  out_.close_object();
}

void ReportWriter::range(std::string_view member, const SourceText& text, Span span) {
  out_.open_object(member);
  position("start", text.position(span.begin));
  position("end", text.position(span.end));
  out_.close_object();
}

void ReportWriter::diagnostic(const Diagnostic& diagnostic, const Scenario* scenario) {
  std::string message = words(diagnostic.message);
  if (diagnostic.detail) message += " " + words(*diagnostic.detail);
  out_.open_object();
  out_.string("severity", name_of(diagnostic.severity));
  out_.string("code", message_code(diagnostic.message.id));
  out_.string("message", message);
  out_.string("pointer", diagnostic.pointer);
  range("range", diagnostic.source ? *diagnostic.source : source_, diagnostic.span);
  out_.string("in", diagnostic.source ? "policy" : "document");
  if (diagnostic.source) {
    const PolicyEntry* policy = policy_around(diagnostic.pointer, scenario);
    range("documentRange", source_, policy ? policy->span : Span{});
    out_.string("policy", policy ? policy->pointer : diagnostic.pointer);
  } else {
    range("documentRange", source_, diagnostic.span);
  }
  out_.close_object();
}

void ReportWriter::policy(const PolicyEntry& entry) {
  out_.open_object();
  out_.string("pointer", entry.pointer);
  out_.string("kind", entry.is_managed ? managed_policy_kind : name_of(entry.kind));
  out_.string("name", entry.name);
  out_.string("owner", entry.owner);
  out_.string("form", entry.is_text ? "text" : "object");
  out_.number("start", source_.utf16_offset(entry.span.begin));
  out_.number("end", source_.utf16_offset(entry.span.end));
  out_.close_object();
}

void ReportWriter::step(const StepResult& step, const std::string& path, const ExplainedSteps& explained) {
  const CallResult& result = step.result;
  out_.open_object();
  out_.string("id", step.id);
  out_.number("index", static_cast<std::int64_t>(step.index));
  out_.string("at", format_iso(step.call.now));
  out_.string("call", step.call.operation);
  out_.string("resource", result.authorizations.empty() ? step.call.resource : result.authorizations.front().resource);
  write_caller(out_, step.call, language_);
  out_.string("decision", name_of(result.decision));
  write_error(out_, result.refusal);
  out_.string_or_null("session", result.session);
  write_refused_duration(out_, result.refusal);
  write_response(out_, result);
  out_.boolean("sizeEstimated", result.token_size_is_estimate && !result.refusal);
  disputed(step.disputed);
  out_.name("explanation");
  explanation(result, !explained || explained->count(path) != 0);
  write_evidence(out_, evidence_of(result), language_);
  expectation(step);
  out_.open_array("subSteps");
  for (std::size_t i = 0; i < step.sub_steps.size(); ++i) this->step(step.sub_steps[i], path + "." + std::to_string(i), explained);
  out_.close_array();
  out_.close_object();
}

void ReportWriter::disputed(const std::vector<OtherAnswer>& answers) {
  out_.open_array("disputed");
  for (const OtherAnswer& answer : answers) {
    const DisputeRow& row = dispute_row(answer.dispute);
    out_.open_object();
    out_.string("id", row.id);
    out_.string("question", words(Message(row.question)));
    out_.string("taken", name_of(answer.taken));
    out_.open_object("other");
    out_.string("decision", name_of(answer.decision));
    out_.string_or_null("errorCode", answer.error_code);
    out_.string_or_null("expiresAt", answer.expires_at ? format_iso(*answer.expires_at) : "");
    out_.string("address", disputed_address(answer.dispute, other(answer.taken)));
    out_.close_object();
    out_.string("text", words(disputed_text(answer.dispute, answer.taken, answer.decision, answer.error_code, answer.expires_at)));
    out_.string("address", disputed_address(answer.dispute, answer.taken));
    out_.close_object();
  }
  out_.close_array();
}

void ReportWriter::expectation(const StepResult& step) {
  if (!step.has_expectation) {
    out_.null("expectation");
    return;
  }
  out_.open_object("expectation");
  out_.boolean("passed", step.failures.empty());
  failures(step.failures);
  out_.close_object();
}

void ReportWriter::failures(const std::vector<ExpectationFailure>& failures) {
  out_.open_array("failures");
  for (const ExpectationFailure& failure : failures) {
    out_.open_object();
    out_.string("step", failure.step);
    out_.string("field", failure.field);
    out_.name("expected");
    out_.raw(failure.expected);
    out_.name("actual");
    out_.raw(failure.actual);
    out_.close_object();
  }
  out_.close_array();
}

void ReportWriter::session(const Session& session, std::optional<std::int64_t> revoked_at, const DisputeChoice& choice) {
  std::optional<std::int64_t> mfa_at = session.mfa_authenticated_at;
  if (!mfa_at && choice.observed(Dispute::mfa_after_assume_role)) mfa_at = session.caller_mfa_at;
  out_.open_object();
  out_.string("id", session.id);
  out_.string("arn", session.arn);
  out_.string("kind", name_of(session.kind));
  out_.string("issuedAt", format_iso(session.issued_at));
  out_.string("expiresAt", format_iso(session.expires_at));
  out_.string("issuedBy", session.id);
  out_.string_or_null("chainedFrom", session.chained_from);
  out_.open_object("tags");
  for (const Tag& tag : session.effective_tags) out_.string(tag.key, tag.value);
  out_.close_object();
  out_.strings("transitiveTagKeys", session.transitive_tag_keys);
  out_.string_or_null("sourceIdentity", session.source_identity);
  out_.string_or_null("mfaAuthenticatedAt", mfa_at ? format_iso(*mfa_at) : "");
  out_.string("accessKeyId", session.access_key_id);
  if (session.requested_seconds) out_.number("requestedSeconds", *session.requested_seconds);
  else out_.null("requestedSeconds");
  if (session.kind == SessionKind::role_session) out_.string("role", session.principal_arn);
  else out_.null("role");
  out_.string_or_null("revokedAt", revoked_at ? format_iso(*revoked_at) : "");
  out_.close_object();
}

namespace {

void write_expectations(json::Writer& out, ReportWriter& writer, const Run* run) {
  std::vector<ExpectationFailure> failures;
  if (run) {
    for (const StepResult& step : run->steps) failures.insert(failures.end(), step.failures.begin(), step.failures.end());
  }
  out.open_object("expectations");
  out.number("passed", run ? static_cast<std::int64_t>(run->passed) : 0);
  out.number("failed", run ? static_cast<std::int64_t>(run->failed) : 0);
  writer.failures(failures);
  out.close_object();
}

void write_scenario(json::Writer& out, const Scenario* scenario, Language language) {
  const auto localized = [&](const LocalizedText& text) { return language == Language::korean ? text.korean : text.english; };
  out.string_or_null("now", scenario ? format_iso(scenario->now) : "");
  out.string("title", scenario ? localized(scenario->title) : "");
  out.string("description", scenario ? localized(scenario->description) : "");
}

}  // namespace

std::string write_report(const SourceText& source, const std::vector<Diagnostic>& diagnostics, const Scenario* scenario, const Run* run,
                         Language language, const ExplainedSteps& explained) {
  std::string text;
  json::Writer out(text);
  ReportWriter writer(out, source, language);
  out.open_object();
  out.string("format", "sts-playground-report/1");
  out.open_array("diagnostics");
  for (const Diagnostic& diagnostic : diagnostics) writer.diagnostic(diagnostic, scenario);
  out.close_array();
  out.open_array("policies");
  if (scenario) {
    for (const PolicyEntry& entry : scenario->policies) writer.policy(entry);
  }
  out.close_array();
  out.open_array("steps");
  if (run) {
    for (std::size_t i = 0; i < run->steps.size(); ++i) writer.step(run->steps[i], std::to_string(i), explained);
  }
  out.close_array();
  out.open_array("sessions");
  if (run) {
    for (const std::string& id : run->world.session_order) {
      const auto revoked = run->revocations.find(id);
      writer.session(*run->world.session(id), revoked == run->revocations.end() ? std::nullopt : std::optional(revoked->second),
                     run->world.disputed);
    }
  }
  out.close_array();
  write_expectations(out, writer, run);
  write_scenario(out, scenario, language);
  out.boolean("valid", run != nullptr);
  out.close_object();
  return text;
}

}  // namespace sts_playground
