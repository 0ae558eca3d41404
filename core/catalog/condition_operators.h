// The condition operators of IAM policies, one row each.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/text/messages.h"

namespace sts_playground {

enum class OperatorFamily { string, numeric, date, boolean, binary, ip_address, arn, null };
// As the catalog writes it.
constexpr std::string_view name_of(OperatorFamily family) {
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
// The kind of value that a policy writes for operators of a family, and that a request has: "number". Nothing: any text will do.
std::optional<MessageId> policy_value_kind(OperatorFamily family);
std::optional<MessageId> request_value_kind(OperatorFamily family);
enum class Comparison { equals, like, less_than, less_than_equals, greater_than, greater_than_equals };

struct ConditionOperator {
  std::string_view name;
  OperatorFamily family;
  Comparison comparison;
  bool negated;
  bool ignore_case;
  std::string_view anchor;  // of the documentation page above
};

std::span<const ConditionOperator> condition_operators();
// A condition operator's name taken apart: [ForAllValues:|ForAnyValue:]NAME[IfExists].
enum class SetOperator { none, for_all_values, for_any_value };
struct OperatorName {
  SetOperator set = SetOperator::none;
  const ConditionOperator* condition_operator = nullptr;  // null: no such operator
  bool if_exists = false;
};
// Names are matched with their letter case, but for the set operator and IfExists as well as the rest: IAM documents one spelling
// only. `Null` takes no IfExists; such a name is no operator.
OperatorName parse_operator_name(std::string_view name);

}  // namespace sts_playground
