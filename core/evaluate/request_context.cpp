#include "core/evaluate/request_context.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/catalog/condition_keys.h"

namespace sts_playground {
namespace {

constexpr std::string_view claim_anchors[] = {"condition-keys-saml", "condition-keys-wif"};

bool key_before(const ContextEntry& entry, std::string_view folded_key) { return entry.folded_key < folded_key; }

}  // namespace

bool is_claim_key(std::string_view key) {
  const ConditionKeyRow* row = find_condition_key(key);
  return starts_with_ignoring_case(key, "saml:") ||
         (row && std::find(std::begin(claim_anchors), std::end(claim_anchors), row->anchor) != std::end(claim_anchors));
}

bool is_list_key(std::string_view key) {
  const ConditionKeyRow* row = find_condition_key(key);
  return row && row->multivalued && !is_claim_key(key);
}

void RequestContext::set(std::string_view key, std::vector<std::string> values, bool multivalued, Origin origin) {
  ContextEntry entry{std::string(key), ascii_lower(key), std::move(values), multivalued, origin};
  const auto place = std::lower_bound(entries_.begin(), entries_.end(), std::string_view(entry.folded_key), key_before);
  if (place != entries_.end() && place->folded_key == entry.folded_key) {
    *place = std::move(entry);
  } else {
    entries_.insert(place, std::move(entry));
  }
}

void RequestContext::remove(std::string_view key) { set(key, {}, false, Origin::removed); }

const ContextEntry* RequestContext::find_any(std::string_view folded_key) const {
  const auto place = std::lower_bound(entries_.begin(), entries_.end(), folded_key, key_before);
  return place != entries_.end() && place->folded_key == folded_key ? &*place : nullptr;
}

const ContextEntry* RequestContext::find(std::string_view folded_key) const {
  const ContextEntry* entry = find_any(folded_key);
  return entry && !entry->values.empty() ? entry : nullptr;
}

bool RequestContext::is_unknown(std::string_view key) const {
  for (std::size_t i = marks_.size(); i-- > 0;) {
    const std::string_view name = marks_[i].name;
    const bool covers =
        name.ends_with('*') ? starts_with_ignoring_case(key, name.substr(0, name.size() - 1)) : equals_ignoring_case(key, name);
    if (covers) return marks_[i].unknown;
  }
  return false;
}

std::string_view RequestContext::variable(std::string_view key) const {
  // Linear and without a folded copy: a request has few keys, and a pattern few variables.
  for (const ContextEntry& entry : entries_) {
    if (!equals_ignoring_case(entry.folded_key, key)) continue;
    if (entry.multivalued || entry.values.size() != 1) return {};
    // An empty value is a value: a string's data is never null, so its view does not look like an absent key's.
    return entry.values.front();
  }
  return {};
}

bool RequestContext::is_list(std::string_view key) const {
  for (const ContextEntry& entry : entries_) {
    if (equals_ignoring_case(entry.folded_key, key)) return entry.multivalued && !entry.values.empty() && !is_claim_key(key);
  }
  return false;
}

}  // namespace sts_playground
