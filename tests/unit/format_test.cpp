// The format's table and the reader agree: for every row, a value of the wrong kind is told at its place, and a required field that is
// missing is told as well. A row that no code reads fails here.
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "core/scenario/format_texts.h"
#include "core/scenario/scenario.h"
#include "core/values/arn.h"
#include "tests/catch.h"

using namespace sts_playground;
using Json = nlohmann::ordered_json;

namespace {

// A value in the form that a row gives it, and the pointer of it within that.
struct Placed {
  Json value;
  std::string pointer;
};

Placed in_form(const format::Field& row, Json item, const std::string& inner) {
  const auto named = [&]() -> std::string {
    if (row.shape.names == format::Source::account) return "111122223333";
    return row.shape.names == format::Source::resource_arn ? "arn:aws:s3:::reports" : "one";
  };
  const std::string at = "/" + std::string(row.name);
  switch (row.shape.form) {
    case format::Form::one: return {item, at + inner};
    case format::Form::list: return {Json::array({item}), at + "/0" + inner};
    case format::Form::map:
    case format::Form::list_or_map: return {Json{{named(), item}}, at + "/" + named() + inner};
  }
  return {};
}

Json filler(const format::Field& row) {
  if (row.name == "format") return format::version;
  if (row.name == "call") return "sts:GetCallerIdentity";
  if (row.shape.kind == format::Kind::policy) return {{"Version", "2012-10-17"}, {"Statement", Json::array()}};
  return "111122223333";
}

// An object that lacks nothing.
Json complete(format::Object object) {
  Json out = Json::object();
  for (const format::Field& row : fields_of(object)) {
    if (row.required) out[std::string(row.name)] = filler(row);
  }
  return out;
}

// A step whose parameters hold an object, and the pointer of that object within the step.
Placed step_with(format::Object object, const Json& value) {
  Json step = complete(format::Object::step);
  const auto call = [&](const char* operation, const char* parameter, Json given, const char* pointer) {
    step["call"] = operation;
    step["with"] = {{parameter, std::move(given)}};
    return Placed{step, pointer};
  };
  switch (object) {
    case format::Object::policy_arn: return call("sts:AssumeRole", "PolicyArns", Json::array({value}), "/with/PolicyArns/0");
    case format::Object::tag: return call("sts:AssumeRole", "Tags", Json::array({value}), "/with/Tags/0");
    case format::Object::provided_context:
      return call("sts:AssumeRole", "ProvidedContexts", Json::array({value}), "/with/ProvidedContexts/0");
    case format::Object::assertion: return call("sts:AssumeRoleWithSAML", "assertion", value, "/with/assertion");
    default: FAIL("no field holds " << object_name(object)); return {};
  }
}

const format::Field* holder_of(format::Object object) {
  for (const format::Field& row : format::fields()) {
    const bool holds = row.shape.kind == format::Kind::object || row.shape.kind == format::Kind::localized;
    if (holds && row.shape.of == object && row.object != object) return &row;
  }
  return nullptr;
}

// A document that has an object where the format has it.
Placed document_with(format::Object object, Json value, const std::string& inner = "") {
  if (object == format::Object::document) return {value, inner};
  Json holder;
  if (const format::Field* row = holder_of(object)) {
    Placed placed = in_form(*row, std::move(value), inner);
    holder = complete(row->object);
    holder[std::string(row->name)] = placed.value;
    return document_with(row->object, holder, placed.pointer);
  }
  Placed step = step_with(object, value);
  return document_with(format::Object::document, {{"format", format::version}, {"steps", Json::array({step.value})}},
                       "/steps/0" + step.pointer + inner);
}

std::set<std::string> places_of_errors(const Json& document) {
  std::set<std::string> places;
  for (const Diagnostic& diagnostic : read_scenario(SourceText(document.dump())).diagnostics) {
    if (diagnostic.severity == Severity::error) places.insert(diagnostic.pointer);
  }
  return places;
}

// Something that is not of a row's kind.
Json wrong(const format::Field& row) {
  const bool one = row.shape.form == format::Form::one;
  if (one && (row.shape.kind == format::Kind::integer || row.shape.kind == format::Kind::boolean)) return "seven";
  return 7;
}

}  // namespace

TEST_CASE("the reader refuses what is not of a field's kind", "[format]") {
  for (const format::Field& row : format::fields()) {
    Json value = complete(row.object);
    value[std::string(row.name)] = wrong(row);
    const Placed document = document_with(row.object, value, "/" + std::string(row.name));
    INFO(document.value.dump() << " should have an error at " << document.pointer);
    CHECK(places_of_errors(document.value).count(document.pointer) == 1);
  }
}

TEST_CASE("the reader tells a required field that is missing", "[format]") {
  for (const format::Field& row : format::fields()) {
    if (!row.required) continue;
    Json value = complete(row.object);
    value.erase(std::string(row.name));
    const Placed document = document_with(row.object, value);
    INFO(document.value.dump() << " should have an error at " << document.pointer);
    CHECK(places_of_errors(document.value).count(document.pointer) == 1);
  }
}

TEST_CASE("the reader refuses a field that the format does not have", "[format]") {
  for (int i = 0; i < static_cast<int>(format::Object::count_); ++i) {
    const auto object = static_cast<format::Object>(i);
    Json value = complete(object);
    value["colour"] = "red";
    const Placed document = document_with(object, value, "/colour");
    INFO(document.value.dump() << " should have an error at " << document.pointer);
    CHECK(places_of_errors(document.value).count(document.pointer) == 1);
    value.erase("colour");
    CHECK(places_of_errors(document_with(object, value).value).empty());
  }
}

TEST_CASE("a field's sentence is there in both languages", "[format]") {
  for (int i = 0; i < static_cast<int>(format::Text::count_); ++i) {
    const auto text = static_cast<format::Text>(i);
    CHECK_FALSE(words(text, Language::english).empty());
    CHECK_FALSE(words(text, Language::korean).empty());
  }
}
