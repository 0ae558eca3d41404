#include "core/scenario/reader.h"

#include <algorithm>
#include <utility>

#include "core/values/decimal.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

std::string_view kind_name(json::Kind kind) {
  switch (kind) {
    case json::Kind::null: return "null";
    case json::Kind::boolean: return "true/false";
    case json::Kind::number: return "number";
    case json::Kind::string: return "string";
    case json::Kind::array: return "[...]";
    case json::Kind::object: return "{...}";
  }
  return "";
}

std::string names_of(format::Object kind) {
  std::string out;
  for (const format::Field& row : format::fields_of(kind)) {
    if (!out.empty()) out += ", ";
    out += row.name;
  }
  return out;
}

}  // namespace

void ScenarioReader::report(Severity severity, const Located& at, MessageId id, MessageArguments arguments) {
  diagnostics_.push_back({severity, Message(id, arguments), at.pointer, at.value ? at.value->span : Span(), nullptr});
}

bool ScenarioReader::object(const Located& at) {
  if (at.value->is(json::Kind::object)) return true;
  error(at, MessageId::scenario_wants_object, {std::string(kind_name(at.value->kind))});
  return false;
}

bool ScenarioReader::fields(const Located& at, format::Object kind) {
  if (!object(at)) return false;
  for (const json::Member& member : at.value->members) {
    if (format::find_field(kind, member.key)) continue;
    Diagnostic diagnostic{Severity::error, Message(MessageId::scenario_unknown_field, {member.key, names_of(kind)}),
                          json::pointer_append(at.pointer, member.key), member.key_span, nullptr};
    diagnostics_.push_back(std::move(diagnostic));
  }
  return true;
}

bool ScenarioReader::require(const Located& at, format::Object kind) {
  bool complete = true;
  for (const format::Field& row : format::fields_of(kind)) {
    if (!row.required || field(at, row.name)) continue;
    error(at, MessageId::scenario_missing_field, {row.name});
    complete = false;
  }
  return complete;
}

Located ScenarioReader::field(const Located& object, std::string_view name) {
  if (!object.value || !object.value->is(json::Kind::object)) return {};
  const json::Value* value = object.value->find(name);
  return value ? Located{value, json::pointer_append(object.pointer, name)} : Located{};
}

std::vector<std::pair<std::string, Located>> ScenarioReader::map(const Located& at) {
  std::vector<std::pair<std::string, Located>> members;
  if (!at || !object(at)) return members;
  for (const json::Member& member : at.value->members) {
    members.emplace_back(member.key, Located{&member.value, json::pointer_append(at.pointer, member.key)});
  }
  return members;
}

std::vector<Located> ScenarioReader::list(const Located& at) {
  std::vector<Located> items;
  if (!at) return items;
  if (!at.value->is(json::Kind::array)) {
    error(at, MessageId::scenario_wants_list, {std::string(kind_name(at.value->kind))});
    return items;
  }
  for (std::size_t i = 0; i < at.value->items.size(); ++i) {
    items.push_back({&at.value->items[i], json::pointer_append(at.pointer, std::to_string(i))});
  }
  return items;
}

std::optional<std::string> ScenarioReader::string(const Located& at) {
  if (!at) return std::nullopt;
  if (at.value->is(json::Kind::string)) return at.value->text;
  error(at, MessageId::scenario_wants_string, {std::string(kind_name(at.value->kind))});
  return std::nullopt;
}

std::optional<bool> ScenarioReader::boolean(const Located& at) {
  if (!at) return std::nullopt;
  if (at.value->is(json::Kind::boolean)) return at.value->text == "true";
  error(at, MessageId::scenario_wants_boolean, {std::string(kind_name(at.value->kind))});
  return std::nullopt;
}

std::optional<std::int64_t> ScenarioReader::integer(const Located& at) {
  if (!at) return std::nullopt;
  const std::string_view text = at.value->text;
  const bool negative = text.starts_with('-');
  const auto number = at.value->is(json::Kind::number) ? parse_whole_number(text.substr(negative ? 1 : 0)) : std::nullopt;
  if (!number) {
    error(at, MessageId::scenario_wants_integer, {std::string(kind_name(at.value->kind))});
    return std::nullopt;
  }
  return negative ? -*number : *number;
}

std::vector<std::string> ScenarioReader::strings(const Located& at) {
  std::vector<std::string> out;
  for (const Located& item : list(at)) {
    if (auto text = string(item)) out.push_back(std::move(*text));
  }
  return out;
}

std::optional<std::int64_t> ScenarioReader::instant(const Located& at) {
  const auto text = string(at);
  if (!text) return std::nullopt;
  const auto parsed = parse_iso_instant(*text);
  if (!parsed) {
    error(at, MessageId::scenario_bad_instant, {*text});
    return std::nullopt;
  }
  return parsed->seconds;
}

LocalizedText ScenarioReader::localized(const Located& at) {
  LocalizedText text;
  if (!at) return text;
  if (at.value->is(json::Kind::string)) return {at.value->text, at.value->text};
  if (!at.value->is(json::Kind::object)) {
    error(at, MessageId::scenario_wants_text, {std::string(kind_name(at.value->kind))});
    return text;
  }
  fields(at, format::Object::localized_text);
  text.english = string(field(at, "en")).value_or("");
  text.korean = string(field(at, "ko")).value_or("");
  if (text.english.empty()) text.english = text.korean;
  if (text.korean.empty()) text.korean = text.english;
  return text;
}

Tags ScenarioReader::tags(const Located& at) {
  Tags out;
  for (const auto& [key, value] : map(at)) {
    if (out.find(key)) error(value, MessageId::scenario_repeated_tag, {key});
    if (auto text = string(value)) out.set(key, std::move(*text));
  }
  return out;
}

std::string ScenarioReader::string_field(const Located& object, std::string_view name, std::string_view fallback) {
  return string(field(object, name)).value_or(std::string(fallback));
}

}  // namespace sts_playground
