// The condition keys that AWS documents, one row each: what they hold and when a request has them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/condition_operators.h"
#include "core/text/messages.h"

namespace sts_playground {

// When a request has a key.
struct KeyPresence {
  MessageId sentence;                            // without arguments
  std::span<const std::string_view> operations;  // the calls that can have it; empty: any call can

  // Not explicit: where any call can have the key, its row names only the sentence.
  constexpr KeyPresence(MessageId id, std::span<const std::string_view> only_in = {}) : sentence(id), operations(only_in) {}
};

struct ConditionKeyRow {
  // The whole name; or what it begins with, where it ends with a tag's or a context's key ("aws:PrincipalTag/"); or what it ends with,
  // behind the host of any OIDC provider (":sub").
  std::string_view name;
  OperatorFamily type;  // of the operators that suit it; never `null`
  bool multivalued;     // set operators suit it, policy variables do not
  bool derived;         // the engine determines it where a request has it; otherwise only the step's `context` can give it
  KeyPresence presence;
  std::string_view page;  // of the documentation
  std::string_view anchor;
};

std::span<const ConditionKeyRow> condition_keys();
// Key names have no letter case. Null: no such key is documented, or it is one of a service's own.
const ConditionKeyRow* find_condition_key(std::string_view key);
// The claims that AWS reads of the tokens of an OIDC provider (its URL without scheme) as keys HOST:CLAIM: its own, then those of any.
std::vector<std::string_view> claims_read(std::string_view host);
// The page with the anchor.
std::string documentation_address(const ConditionKeyRow& row);

}  // namespace sts_playground
