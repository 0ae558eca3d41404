// The scenario's format as a JSON Schema. No function of the module calls this, so the module does not hold it.
// https://json-schema.org/draft/2020-12
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/api/api.h"
#include "core/assist/catalog_facts.h"
#include "core/assist/catalog_texts.h"
#include "core/catalog/parameters.h"
#include "core/scenario/format_texts.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;
using format::Form;
using format::Kind;
using format::Shape;
using format::Source;
using format::Text;

Json reference(std::string_view definition) { return {{"$ref", "#/$defs/" + std::string(definition)}}; }
Json scalar() { return {{"type", {"string", "number", "boolean"}}}; }

// Where the schema is less strict than the reader, the reader still has the last word: a schema sees neither names that refer to each other
// nor the text of a policy.
class SchemaWriter {
 public:
  explicit SchemaWriter(Language language) : language_(language) {}

  Json schema() const {
    Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", words(Text::schema_title)}};
    out.update(object(format::Object::document));
    Json& definitions = out["$defs"] = Json::object();
    for (int i = static_cast<int>(format::Object::document) + 1; i < static_cast<int>(format::Object::count_); ++i) {
      const auto kind = static_cast<format::Object>(i);
      definitions[std::string(object_name(kind))] = object(kind);
    }
    definitions["policy"] = {{"description", words(Text::schema_policy)}, {"type", {"object", "string"}}};
    for (const Parameter& row : parameters()) {
      const std::string operation(row.operation);
      if (!definitions.contains(operation)) definitions[operation] = operation_object(operation);
    }
    return out;
  }

 private:
  std::string_view words(Text text) const { return format::words(text, language_); }

  Json object(format::Object kind) const {
    Json properties = Json::object();
    Json required = Json::array();
    for (const format::Field& row : fields_of(kind)) {
      properties[std::string(row.name)] = described(value(row.shape), words(row.text), address(row.text));
      if (row.required) required.push_back(row.name);
    }
    Json out = closed_object(std::move(properties));
    if (!required.empty()) out["required"] = std::move(required);
    if (kind == format::Object::step) out["allOf"] = parameters_by_call();
    return out;
  }

  static Json closed_object(Json properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  }

  static Json described(const Json& schema, std::string_view description, const std::string& address) {
    Json out = {{"description", description}};
    if (!address.empty()) out["$comment"] = address;
    out.update(schema);
    return out;
  }

  static Json value(const Shape& shape) {
    switch (shape.form) {
      case Form::one: return item(shape);
      case Form::list: return list(item(shape));
      case Form::map: return map(item(shape), shape.names);
      case Form::list_or_map: return {{"anyOf", {list({{"type", "string"}}), map(item(shape), shape.names)}}};
    }
    return Json::object();
  }

  static Json list(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

  static Json map(Json members, Source names) {
    Json out = {{"type", "object"}};
    if (names == Source::account) out["propertyNames"] = {{"pattern", "^[0-9]{12}$"}};
    out["additionalProperties"] = std::move(members);
    return out;
  }

  static Json item(const Shape& shape) {
    switch (shape.kind) {
      case Kind::text: return text(shape.source);
      case Kind::instant:
      case Kind::instant_or_offset: return {{"type", "string"}};
      case Kind::localized: return {{"anyOf", {{{"type", "string"}}, reference(object_name(shape.of))}}};
      case Kind::boolean: return {{"type", "boolean"}};
      case Kind::integer: return {{"type", "integer"}};
      case Kind::object: return reference(object_name(shape.of));
      // {"arn": "..."} is an object as well.
      case Kind::policy:
      case Kind::policy_or_arn: return reference("policy");
      case Kind::parameters: return {{"type", "object"}};
      case Kind::scalar_or_null: return {{"anyOf", {scalar(), {{"type", "null"}}, list(scalar())}}};
      case Kind::scalar_or_texts: return {{"anyOf", {scalar(), list({{"type", "string"}})}}};
      case Kind::json: return Json::object();
    }
    return Json::object();
  }

  static Json text(Source source) {
    Json out = {{"type", "string"}};
    if (const auto all = choices(source); !all.empty()) out["enum"] = all;
    return out;
  }

  // What `with` may hold follows from `call`. AWS's own limits are no part of it: a call that breaks them is one to be judged.
  static Json parameters_by_call() {
    Json rules = Json::array();
    Json operations = Json::array();
    for (const Parameter& row : parameters()) {
      if (!operations.empty() && operations.back() == row.operation) continue;
      operations.push_back(row.operation);
      rules.push_back(
          {{"if", with_property("call", {{"const", row.operation}})}, {"then", with_property("with", reference(row.operation))}});
    }
    rules.push_back({{"if", {{"not", with_property("call", {{"enum", std::move(operations)}})}}},
                     {"then", with_property("with", {{"type", "object"}, {"maxProperties", 0}})}});
    return rules;
  }

  static Json with_property(const std::string& name, Json schema) {
    return {{"type", "object"}, {"properties", {{name, std::move(schema)}}}};
  }

  Json operation_object(std::string_view operation) const {
    Json properties = Json::object();
    for (const Parameter& row : parameters()) {
      // A row without a name stands for an operation without parameters.
      if (row.operation != operation || row.name.empty()) continue;
      const CatalogText* about = find_parameter_text(operation, row.name);
      properties[std::string(row.name)] =
          described(value(format::parameter_shape(row)), about ? about->text(language_) : "", operation_address(operation));
    }
    return closed_object(std::move(properties));
  }

  Language language_;
};

}  // namespace

std::string schema(std::string_view language) {
  return SchemaWriter(parse_language(language).value_or(Language::english)).schema().dump(2);
}

}  // namespace sts_playground
