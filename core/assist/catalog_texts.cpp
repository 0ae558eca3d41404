#include "core/assist/catalog_texts.h"

namespace sts_playground {
namespace {

constexpr CatalogText rows[] = {
#define STS_PLAYGROUND_CATALOG(section, name, detail, english, korean) {CatalogSection::section, name, detail, english, korean},
#include "core/text/messages/catalog.inc"
#undef STS_PLAYGROUND_CATALOG
};

}  // namespace

std::span<const CatalogText> catalog_texts() { return rows; }

const CatalogText* find_catalog_text(CatalogSection section, std::string_view name) {
  for (const CatalogText& row : rows) {
    if (row.section == section && row.name == name) return &row;
  }
  return nullptr;
}

const CatalogText* find_parameter_text(std::string_view operation, std::string_view parameter) {
  const CatalogText* best = nullptr;
  for (const CatalogText& row : rows) {
    const bool about = row.section == CatalogSection::parameter && row.name == parameter && operation.starts_with(row.detail);
    if (about && (!best || row.detail.size() > best->detail.size())) best = &row;
  }
  return best;
}

}  // namespace sts_playground
