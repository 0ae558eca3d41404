// What the engine answers beside the report.
#include <optional>
#include <string>

#include "core/api/api.h"
#include "core/api/report.h"
#include "core/api/request.h"
#include "core/assist/judge_at.h"
#include "core/catalog/parameters.h"
#include "core/sts/mfa.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/values/decimal.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

constexpr std::int64_t code_seconds = 30;  // https://www.rfc-editor.org/rfc/rfc6238#section-5.2

Language language_of(const json::Value& request) {
  return parse_language(text_field(request, "language", "en")).value_or(Language::english);
}

// The scenario of a text, or nothing where it has an error.
std::optional<Scenario> valid_scenario(const SourceText& source) {
  auto parsed = read_scenario(source);
  if (has_error(parsed.diagnostics)) return std::nullopt;
  return std::move(parsed.value);
}

// "3" is a step; "3.0" is a step within a step, which has no instant of its own.
std::optional<std::size_t> step_index(const std::string& text) {
  const auto index = text.size() <= 6 ? parse_whole_number(text) : std::nullopt;
  return index ? std::optional(static_cast<std::size_t>(*index)) : std::nullopt;
}

bool is_serial_number(const std::string& text) {
  const Parameter& row = *find_parameter("sts:AssumeRole", "SerialNumber");
  const auto length = static_cast<std::int64_t>(utf16_length(text));
  return length >= row.minimum && length <= row.maximum && matches_pattern(row.characters, text);
}

}  // namespace

std::string mfa_code(const std::string& request) {
  const json::Value parsed = parse_request(request);
  std::string answer;
  json::Writer out(answer);
  out.open_object();
  const std::string serial = text_field(parsed, "serial", "");
  const std::string at = text_field(parsed, "at", "");
  const auto instant = parse_iso_instant(at);
  if (!is_serial_number(serial)) {
    out.string("error", render(Message(MessageId::assist_serial_number, {serial}), language_of(parsed)));
  } else if (!instant || instant->seconds < 0) {
    out.string("error", render(Message(MessageId::scenario_bad_instant, {at}), language_of(parsed)));
  } else {
    out.string("code", sts::mfa_code(serial, instant->seconds));
    out.number("secondsLeft", code_seconds - instant->seconds % code_seconds);
  }
  out.close_object();
  return answer;
}

std::string judge_at(const std::string& request) {
  const json::Value parsed = parse_request(request);
  const std::string at = text_field(parsed, "at", "");
  const auto index = step_index(text_field(parsed, "step", ""));
  const auto instant = parse_iso_instant(at);
  const SourceText source{text_field(parsed, "scenario", "")};
  const auto scenario = index && instant ? valid_scenario(source) : std::nullopt;
  const auto result = scenario ? judge_at(*scenario, *index, instant->seconds) : std::nullopt;

  std::string answer;
  json::Writer out(answer);
  out.open_object();
  if (result) {
    out.name("step");
    ReportWriter(out, source, language_of(parsed)).step(*result, std::to_string(*index), std::nullopt);
  } else {
    out.null("step");
  }
  out.string("at", result ? format_iso(result->call.now) : at);
  out.close_object();
  return answer;
}

}  // namespace sts_playground
