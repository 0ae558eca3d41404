// The catalog as JSON. No function of the module calls this, so the module does not hold it.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "core/api/api.h"
#include "core/assist/catalog_facts.h"
#include "core/assist/catalog_texts.h"
#include "core/catalog/condition_keys.h"
#include "core/catalog/managed_policies.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/scenario/format_texts.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view user_guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
constexpr std::string_view operators_page = "reference_policies_elements_condition_operators.html#";

// Null for what has no name.
Json name_or_null(std::string_view name) { return name.empty() ? Json(nullptr) : Json(name); }

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
            {"services", facts(CatalogSection::service)},
            {"oidcProviders", oidc_providers()},
            {"samlAttributes", saml_attributes()},
            {"format", scenario_format()},
            {"modelled", facts(CatalogSection::modelled)},
            {"notModelled", facts(CatalogSection::not_modelled)},
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
                     {"family", name_of(row.family)},
                     {"negated", row.negated},
                     {"text", words(find_catalog_text(CatalogSection::condition_operator, row.name))},
                     {"documentation", std::string(user_guide).append(operators_page).append(row.anchor)}});
    }
    return out;
  }

  Json keys() const {
    Json out = Json::array();
    for (const ConditionKeyRow& row : condition_keys()) {
      const auto operations = row.presence.operations;
      out.push_back({{"name", row.name},
                     {"match", row.name.back() == '/'    ? "prefix"
                               : row.name.front() == ':' ? "suffix"
                                                         : "exact"},
                     {"type", name_of(row.type)},
                     {"multivalued", row.multivalued},
                     {"derived", row.derived},
                     {"text", render(Message(row.presence.sentence), language_)},
                     {"documentation", documentation_address(row)},
                     {"operations", nullptr}});
      if (!operations.empty()) out.back()["operations"] = operations;
    }
    return out;
  }

  Json actions() const {
    const auto trust = trust_policy_actions();
    return each(CatalogSection::action, [&](const CatalogText& row) {
      return Json{{"name", row.name},
                  {"text", words(&row)},
                  {"documentation", action_address(row.name)},
                  {"resourceTypes", split(row.detail)},
                  {"inTrustPolicies", std::find(trust.begin(), trust.end(), row.name) != trust.end()}};
    });
  }

  Json operations() const {
    Json out = Json::array();
    for (const CatalogOperation& row : catalog_operations()) {
      // What an operation does is what its action allows.
      const CatalogText* text = find_catalog_text(CatalogSection::operation, row.name);
      if (!text) text = find_catalog_text(CatalogSection::action, row.name);
      out.push_back({{"name", row.name},
                     {"text", words(text)},
                     {"documentation", operation_address(row.name)},
                     {"credentials", name_of(row.credentials)},
                     {"issues", name_or_null(name_of(row.issues))},
                     {"plays", name_or_null(name_of(row.plays))},
                     {"parameters", Json::array()}});
      for (const Parameter& one : parameters()) {
        if (one.operation == row.name) out.back()["parameters"].push_back(parameter(one));
      }
    }
    return out;
  }

  Json parameter(const Parameter& row) const {
    const bool has_limits = row.type != ParameterType::boolean;
    const bool has_maximum = has_limits && row.maximum != INT64_MAX;
    return {{"name", row.name},
            {"type", name_of(row.type)},
            {"means", name_of(row.means)},
            {"shape", shape(format::parameter_shape(row))},
            {"required", row.required},
            {"minimum", has_limits ? Json(row.minimum) : Json(nullptr)},
            {"maximum", has_maximum ? Json(row.maximum) : Json(nullptr)},
            {"pattern", row.characters == Characters::any ? Json(nullptr) : Json(characters_pattern(row.characters))},
            {"filledIn", name_or_null(filled_in_word(row))},
            {"text", words(find_parameter_text(row.operation, row.name))},
            {"documentation", operation_address(row.operation)}};
  }

  static Json managed_policies() {
    Json out = Json::array();
    for (const ManagedPolicyRow& row : managed_policy_rows()) {
      out.push_back({{"name", row.name.substr(row.name.find('/') + 1)},
                     {"arn", make_arn({"aws", "iam", "", "aws", "policy/" + std::string(row.name)})}});
    }
    return out;
  }

  Json facts(CatalogSection section) const {
    return each(section, [this](const CatalogText& row) { return Json{{"name", row.name}, {"text", words(&row)}}; });
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
    Json out = {{"form", name_of(of.form)}, {"kind", name_of(of.kind)}};
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
