// The catalog as JSON. Its shape: web/src/engine/assist.ts. No function of the module calls this, so the module does not hold it.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "core/api/api.h"
#include "core/assist/catalog_facts.h"
#include "core/assist/catalog_texts.h"
#include "core/catalog/condition_keys.h"
#include "core/catalog/managed_policies.h"
#include "core/catalog/parameters.h"
#include "core/scenario/format_texts.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view user_guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
constexpr std::string_view operators_page = "reference_policies_elements_condition_operators.html#";

std::string_view family_text(OperatorFamily family) {
  switch (family) {
    case OperatorFamily::string: return "string";
    case OperatorFamily::numeric: return "numeric";
    case OperatorFamily::date: return "date";
    case OperatorFamily::boolean: return "bool";
    case OperatorFamily::binary: return "binary";
    case OperatorFamily::ip_address: return "ip";
    case OperatorFamily::arn: return "arn";
    case OperatorFamily::null: return "null";
  }
  return "";
}

std::string_view type_text(ParameterType type) {
  switch (type) {
    case ParameterType::string: return "string";
    case ParameterType::integer: return "integer";
    case ParameterType::boolean: return "boolean";
    case ParameterType::string_list: return "string_list";
    case ParameterType::tag_list: return "tag_list";
    case ParameterType::policy: return "policy";
    case ParameterType::policy_arn_list: return "policy_arn_list";
    case ParameterType::policy_arn: return "policy_arn";
    case ParameterType::assertion: return "assertion";
    case ParameterType::token: return "token";
    case ParameterType::provided_contexts: return "provided_contexts";
  }
  return "";
}

// "a, b" -> ["a", "b"]
Json split(std::string_view text) {
  Json out = Json::array();
  while (!text.empty()) {
    const std::size_t comma = text.find(", ");
    out.push_back(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 2);
  }
  return out;
}

class CatalogWriter {
 public:
  explicit CatalogWriter(Language language) : language_(language) {}

  Json catalog() const {
    return {{"elements", pages_of(CatalogSection::element)},
            {"principalTypes", pages_of(CatalogSection::principal_type)},
            {"operators", operators()},
            {"operatorParts", pages_of(CatalogSection::operator_part)},
            {"conditionKeys", keys()},
            {"actions", actions()},
            {"operations", operations()},
            {"managedPolicies", managed_policies()},
            {"services", services()},
            {"oidcProviders", oidc_providers()},
            {"samlAttributes", saml_attributes()},
            {"format", scenario_format()},
            {"versions", {{"engine", STS_PLAYGROUND_VERSION}}}};
  }

 private:
  std::string_view words(const CatalogText* row) const { return row ? row->text(language_) : ""; }

  // Every row of one section, as `write` puts it down.
  template <typename Write>
  static Json each(CatalogSection section, Write write) {
    Json out = Json::array();
    for (const CatalogText& row : catalog_texts()) {
      if (row.section == section) out.push_back(write(row));
    }
    return out;
  }

  // Sections whose detail is a page of the IAM User Guide.
  Json pages_of(CatalogSection section) const {
    return each(section, [this](const CatalogText& row) {
      return Json{{"name", row.name}, {"text", words(&row)}, {"documentation", std::string(user_guide).append(row.detail)}};
    });
  }

  Json operators() const {
    Json out = Json::array();
    for (const ConditionOperator& row : condition_operators()) {
      out.push_back({{"name", row.name},
                     {"family", family_text(row.family)},
                     {"negated", row.negated},
                     {"text", words(find_catalog_text(CatalogSection::condition_operator, row.name))},
                     {"documentation", std::string(user_guide).append(operators_page).append(row.anchor)}});
    }
    return out;
  }

  Json keys() const {
    Json out = Json::array();
    for (const ConditionKeyRow& row : condition_keys()) {
      const auto operations = key_operations(row);
      out.push_back({{"name", row.name},
                     {"match", row.name.back() == '/'    ? "prefix"
                               : row.name.front() == ':' ? "suffix"
                                                         : "exact"},
                     {"type", family_text(row.type)},
                     {"multivalued", row.multivalued},
                     {"derived", row.derived},
                     {"text", render(Message(row.when_present), language_)},
                     {"documentation", documentation_address(row)},
                     {"operations", nullptr}});
      if (!operations.empty()) out.back()["operations"] = operations;
    }
    return out;
  }

  Json actions() const {
    return each(CatalogSection::action, [this](const CatalogText& row) {
      return Json{
          {"name", row.name}, {"text", words(&row)}, {"documentation", action_address(row.name)}, {"resourceTypes", split(row.detail)}};
    });
  }

  Json operations() const {
    Json out = Json::array();
    for (const Parameter& row : parameters()) {
      if (out.empty() || out.back()["name"] != row.operation) {
        // What an operation does is what its action allows.
        const CatalogText* text = find_catalog_text(CatalogSection::operation, row.operation);
        if (!text) text = find_catalog_text(CatalogSection::action, row.operation);
        out.push_back({{"name", row.operation},
                       {"text", words(text)},
                       {"documentation", operation_address(row.operation)},
                       {"parameters", Json::array()}});
      }
      // A row without a name stands for an operation without parameters.
      if (!row.name.empty()) out.back()["parameters"].push_back(parameter(row));
    }
    return out;
  }

  Json parameter(const Parameter& row) const {
    const bool has_limits = row.type != ParameterType::boolean;
    const bool has_maximum = has_limits && row.maximum != INT64_MAX;
    return {{"name", row.name},
            {"type", type_text(row.type)},
            {"shape", shape(format::parameter_shape(row.type))},
            {"required", row.required},
            {"minimum", has_limits ? Json(row.minimum) : Json(nullptr)},
            {"maximum", has_maximum ? Json(row.maximum) : Json(nullptr)},
            {"pattern", row.characters == Characters::any ? Json(nullptr) : Json(characters_pattern(row.characters))},
            {"text", words(find_parameter_text(row.operation, row.name))},
            {"documentation", operation_address(row.operation)}};
  }

  static Json managed_policies() {
    Json out = Json::array();
    for (const ManagedPolicyRow& row : managed_policy_rows()) {
      out.push_back({{"name", row.name.substr(row.name.find('/') + 1)}, {"arn", "arn:aws:iam::aws:policy/" + std::string(row.name)}});
    }
    return out;
  }

  Json services() const {
    return each(CatalogSection::service, [this](const CatalogText& row) { return Json{{"name", row.name}, {"text", words(&row)}}; });
  }

  Json oidc_providers() const {
    return each(CatalogSection::oidc_provider, [this](const CatalogText& row) {
      return Json{{"host", row.name}, {"text", words(&row)}, {"claims", Json::parse(row.detail, nullptr, false)}};
    });
  }

  Json saml_attributes() const {
    return each(CatalogSection::saml_attribute, [this](const CatalogText& row) {
      return Json{{"name", row.name}, {"text", words(&row)}, {"required", row.detail == "required"}};
    });
  }

  static Json shape(const format::Shape& of) {
    Json out = {{"form", form_name(of.form)}, {"kind", kind_name(of.kind)}};
    if (of.kind == format::Kind::object || of.kind == format::Kind::localized) out["object"] = object_name(of.of);
    if (of.source != format::Source::none) out["source"] = source_name(of.source);
    if (of.names != format::Source::none) out["names"] = source_name(of.names);
    if (const auto all = choices(of.source); !all.empty()) out["choices"] = all;
    return out;
  }

  // The fields of each object of a scenario, by the object's name.
  Json scenario_format() const {
    Json out = Json::object();
    for (int i = 0; i < static_cast<int>(format::Object::count_); ++i) {
      const auto object = static_cast<format::Object>(i);
      Json& fields = out[std::string(object_name(object))] = Json::array();
      for (const format::Field& row : fields_of(object)) {
        fields.push_back(
            {{"name", row.name}, {"shape", shape(row.shape)}, {"required", row.required}, {"text", format::words(row.text, language_)}});
        if (std::string page = address(row.text); !page.empty()) fields.back()["documentation"] = std::move(page);
      }
    }
    return out;
  }

  Language language_;
};

}  // namespace

std::string catalog(std::string_view language) {
  return CatalogWriter(parse_language(language).value_or(Language::english)).catalog().dump();
}

}  // namespace sts_playground
