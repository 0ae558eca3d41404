#include <utility>

#include "core/catalog/limits.h"
#include "core/json/parse.h"
#include "core/scenario/reader.h"

namespace sts_playground {
namespace {

constexpr json::Limits document_limits{limits::scenario_bytes, limits::json_depth, limits::json_values};

void read_format(ScenarioReader& reader, const Located& document) {
  const Located format = ScenarioReader::field(document, "format");
  if (!format) return reader.error(document, MessageId::scenario_missing_format, {format::version});
  const auto text = reader.string(format);
  if (text && *text != format::version) reader.error(format, MessageId::scenario_other_format, {*text, format::version});
}

// A scenario without `now` starts at the instant that the documents' examples use.
constexpr std::int64_t default_now = 1768467600;  // 2026-01-15T09:00:00Z

}  // namespace

Parsed<Scenario> read_scenario(const SourceText& source) {
  Parsed<Scenario> parsed;
  auto tree = json::parse(source, document_limits);
  parsed.diagnostics = std::move(tree.diagnostics);
  if (!tree.value) return parsed;
  ScenarioReader reader;
  const Located document{&*tree.value, ""};
  Scenario scenario;
  if (!document.value->is(json::Kind::object)) {
    reader.error(document, MessageId::scenario_not_an_object);
  } else {
    reader.fields(document, format::Object::document);
    read_format(reader, document);
    scenario.title = reader.localized(ScenarioReader::field(document, "title"));
    scenario.description = reader.localized(ScenarioReader::field(document, "description"));
    scenario.now = reader.instant(ScenarioReader::field(document, "now")).value_or(default_now);
    read_world(reader, document, scenario);
    read_workstations(reader, ScenarioReader::field(document, "workstations"), scenario);
    read_steps(reader, ScenarioReader::field(document, "steps"), scenario);
  }
  for (Diagnostic& diagnostic : reader.take()) parsed.diagnostics.push_back(std::move(diagnostic));
  parsed.value = std::move(scenario);
  return parsed;
}

}  // namespace sts_playground
