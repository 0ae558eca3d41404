#include "core/catalog/condition_operators.h"

namespace sts_playground {
namespace {

using enum OperatorFamily;
using enum Comparison;

// ArnEquals and ArnLike behave identically, as do their negations: "Conditions_ARN".
constexpr ConditionOperator operators[] = {
    {"StringEquals", string, equals, false, false, "Conditions_String"},
    {"StringNotEquals", string, equals, true, false, "Conditions_String"},
    {"StringEqualsIgnoreCase", string, equals, false, true, "Conditions_String"},
    {"StringNotEqualsIgnoreCase", string, equals, true, true, "Conditions_String"},
    {"StringLike", string, like, false, false, "Conditions_String"},
    {"StringNotLike", string, like, true, false, "Conditions_String"},
    {"NumericEquals", numeric, equals, false, false, "Conditions_Numeric"},
    {"NumericNotEquals", numeric, equals, true, false, "Conditions_Numeric"},
    {"NumericLessThan", numeric, less_than, false, false, "Conditions_Numeric"},
    {"NumericLessThanEquals", numeric, less_than_equals, false, false, "Conditions_Numeric"},
    {"NumericGreaterThan", numeric, greater_than, false, false, "Conditions_Numeric"},
    {"NumericGreaterThanEquals", numeric, greater_than_equals, false, false, "Conditions_Numeric"},
    {"DateEquals", date, equals, false, false, "Conditions_Date"},
    {"DateNotEquals", date, equals, true, false, "Conditions_Date"},
    {"DateLessThan", date, less_than, false, false, "Conditions_Date"},
    {"DateLessThanEquals", date, less_than_equals, false, false, "Conditions_Date"},
    {"DateGreaterThan", date, greater_than, false, false, "Conditions_Date"},
    {"DateGreaterThanEquals", date, greater_than_equals, false, false, "Conditions_Date"},
    {"Bool", boolean, equals, false, false, "Conditions_Boolean"},
    {"BinaryEquals", binary, equals, false, false, "Conditions_BinaryEquals"},
    {"IpAddress", ip_address, equals, false, false, "Conditions_IPAddress"},
    {"NotIpAddress", ip_address, equals, true, false, "Conditions_IPAddress"},
    {"ArnEquals", arn, like, false, false, "Conditions_ARN"},
    {"ArnNotEquals", arn, like, true, false, "Conditions_ARN"},
    {"ArnLike", arn, like, false, false, "Conditions_ARN"},
    {"ArnNotLike", arn, like, true, false, "Conditions_ARN"},
    {"Null", null, equals, false, false, "Conditions_Null"},
};

constexpr std::string_view for_all_values = "ForAllValues:";
constexpr std::string_view for_any_value = "ForAnyValue:";
constexpr std::string_view if_exists = "IfExists";

}  // namespace

std::optional<MessageId> policy_value_kind(OperatorFamily family) {
  return family == OperatorFamily::ip_address ? MessageId::kind_range : request_value_kind(family);
}

std::optional<MessageId> request_value_kind(OperatorFamily family) {
  switch (family) {
    case OperatorFamily::numeric: return MessageId::kind_number;
    case OperatorFamily::date: return MessageId::kind_date;
    case OperatorFamily::ip_address: return MessageId::kind_address;
    case OperatorFamily::arn: return MessageId::kind_arn;
    case OperatorFamily::binary: return MessageId::kind_base64;
    default: return std::nullopt;
  }
}

std::span<const ConditionOperator> condition_operators() { return operators; }

OperatorName parse_operator_name(std::string_view name) {
  OperatorName parsed;
  if (name.substr(0, for_all_values.size()) == for_all_values) {
    parsed.set = SetOperator::for_all_values;
    name.remove_prefix(for_all_values.size());
  } else if (name.substr(0, for_any_value.size()) == for_any_value) {
    parsed.set = SetOperator::for_any_value;
    name.remove_prefix(for_any_value.size());
  }
  if (name.size() > if_exists.size() && name.substr(name.size() - if_exists.size()) == if_exists) {
    parsed.if_exists = true;
    name.remove_suffix(if_exists.size());
  }
  for (const ConditionOperator& row : operators) {
    // reference_policies_elements_condition_operators.html#Conditions_IfExists: any operator except Null.
    if (row.name == name && !(parsed.if_exists && row.family == OperatorFamily::null)) parsed.condition_operator = &row;
  }
  return parsed;
}

}  // namespace sts_playground
