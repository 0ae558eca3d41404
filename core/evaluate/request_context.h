// The condition keys of one request, with their values and where each comes from.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/disputed.h"
#include "core/text/ascii.h"
#include "core/values/pattern.h"

namespace sts_playground {

// derived: the engine determines it from the world, the caller, the clock or the request; given: the step's `context` supplies it;
// overridden: `context` replaces a derived value; removed: `context` takes a derived value away with null.
enum class Origin { derived, given, overridden, removed };
// As reports write it.
constexpr std::string_view name_of(Origin origin) {
  switch (origin) {
    case Origin::derived: return "derived";
    case Origin::given: return "given";
    case Origin::overridden: return "overridden";
    case Origin::removed: return "removed";
  }
  return "";
}

struct ContextEntry {
  std::string key;                  // as its documentation or its author spells it
  std::string folded_key;           // ASCII lower case: key names have no letter case
  std::vector<std::string> values;  // one, unless multivalued; empty for an empty list
  bool multivalued = false;
  Origin origin = Origin::derived;
};

// True for claims of SAML and OIDC. Whether plain operators match those that are multivalued was not tried, so they do: as ForAnyValue
// does, and the negated ones as ForAllValues.
bool is_claim_key(std::string_view key);
// True for other keys that AWS lists as "ArrayOf...": multivalued even with one value, so that plain operators never match them.
bool is_list_key(std::string_view key);

class RequestContext final : public VariableSource {
 public:
  // Sets a key, replacing a former entry of the same name.
  void set(std::string_view key, std::vector<std::string> values, bool multivalued, Origin origin);
  void set(std::string_view key, std::string value) { set(key, {std::move(value)}, false, Origin::derived); }
  void set_list(std::string_view key, std::vector<std::string> values) { set(key, std::move(values), true, Origin::derived); }
  // Takes a key away (an entry of origin `removed` stays, so that it can be told).
  void remove(std::string_view key);

  // Says that nothing is known of a key: it may be absent, or have any values. A name that ends with "*" is a family of keys
  // ("aws:RequestTag/*", "*"). The last name that covers a key counts; set_known() takes keys out again, as they are set, or absent.
  void set_unknown(std::string_view name) { marks_.push_back({ascii_lower(name), true}); }
  void set_known(std::string_view name) { marks_.push_back({ascii_lower(name), false}); }
  bool has_unknown() const { return !marks_.empty(); }
  // In any letter case. find() and variable() answer as if no key were unknown: whoever judges asks this first.
  bool is_unknown(std::string_view key) const;

  // Says that a key's value, or whether it is there, is a disputed fact.
  void ask(Dispute dispute) { asked_.add(dispute); }
  void ask(DisputeSet disputes) { asked_.add(disputes); }
  DisputeSet asked() const { return asked_; }

  // By folded key. Null where the key is absent, removed or an empty list: for conditions these are the same.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const ContextEntry* find(std::string_view folded_key) const;
  // Also entries that are removed or empty.
  const ContextEntry* find_any(std::string_view folded_key) const;
  // Only single-valued keys can be variables: reference_policies_variables.html#policy-vars-infotouse
  std::string_view variable(std::string_view key) const override;
  bool is_list(std::string_view key) const override;
  // In the order of their names.
  const std::vector<ContextEntry>& entries() const { return entries_; }

 private:
  struct Mark {
    std::string name;  // folded
    bool unknown;
  };

  std::vector<ContextEntry> entries_;  // sorted by folded_key
  std::vector<Mark> marks_;
  DisputeSet asked_;
};

}  // namespace sts_playground
