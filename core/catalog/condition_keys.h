// The condition keys that AWS documents, one row each: what they hold and when a request has them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/catalog/condition_operators.h"
#include "core/text/messages.h"

namespace sts_playground {

// The calls that can have a key. key_operations() lists them.
enum class KeyCalls : unsigned char {
  any,
  assume_role,
  saml,
  web_identity,
  assume,  // any of the three above
  assume_root,
  bearer_token,
  identity_token,
  any_token,
  pass_role,
  service_linked_role,
  managed_policy
};

struct ConditionKeyRow {
  // The whole name; or what it begins with, where it ends with a tag's or a context's key ("aws:PrincipalTag/"); or what it ends with,
  // behind the host of any OIDC provider (":sub").
  std::string_view name;
  OperatorFamily type;     // of the operators that suit it; never `null`
  bool multivalued;        // set operators suit it, policy variables do not
  bool derived;            // the engine determines it where a request has it; otherwise only the step's `context` can give it
  MessageId when_present;  // a sentence without arguments
  std::string_view page;   // of the documentation
  std::string_view anchor;
  KeyCalls calls = KeyCalls::any;
};

std::span<const ConditionKeyRow> condition_keys();
// Key names have no letter case. Null: no such key is documented, or it is one of a service's own.
const ConditionKeyRow* find_condition_key(std::string_view key);
// The page with the anchor.
std::string documentation_address(const ConditionKeyRow& row);

}  // namespace sts_playground
