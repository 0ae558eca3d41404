// What editors and forms say of the things that policies and calls are made of: one row each, in text/messages/catalog.inc. The table is
// its own because only the catalog reads it: the module that the page loads does not hold it.
#pragma once

#include <span>
#include <string_view>

#include "core/text/messages.h"

namespace sts_playground {

enum class CatalogSection {
  element,
  principal_type,
  operator_part,
  condition_operator,
  operation,
  parameter,
  action,
  service,
  oidc_provider,
  saml_attribute,
  modelled,
  not_modelled
};

struct CatalogText {
  CatalogSection section;
  std::string_view name;
  std::string_view detail;  // what the section's heading in the table says; often ""
  std::string_view english;
  std::string_view korean;

  std::string_view text(Language language) const { return language == Language::korean ? korean : english; }
};

// In the table's order, section by section.
std::span<const CatalogText> catalog_texts();
// Null where there is no such row.
const CatalogText* find_catalog_text(CatalogSection section, std::string_view name);
// The row of one operation's parameter: the one for the operation, for its service ("iam:"), or for every operation. Null: none.
const CatalogText* find_parameter_text(std::string_view operation, std::string_view parameter);

}  // namespace sts_playground
