// The parameters of every operation that a step can call, one row each: type, whether required, range, count and characters.
// https://docs.aws.amazon.com/STS/latest/APIReference/ and https://docs.aws.amazon.com/IAM/latest/APIReference/ (one page an operation)
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sts_playground {

enum class ParameterType {
  string,
  integer,
  boolean,
  string_list,
  tag_list,         // [{"Key": ..., "Value": ...}]
  policy,           // a policy document: object or text
  policy_arn_list,  // [{"arn": ...}]
  policy_arn,       // {"arn": ...}
  assertion,        // claims in place of SAMLAssertion
  token,            // claims in place of WebIdentityToken
  provided_contexts,
};
// As the catalog writes it.
constexpr std::string_view name_of(ParameterType type) {
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

// The characters that a parameter may have; `pattern` is AWS's text of it in messages.
enum class Characters { any, arn, session_name, external_id, serial_number, digits, tag_key, tag_value, policy, iam_name, iam_path };

struct Parameter {
  std::string_view operation;
  std::string_view name;
  ParameterType type;
  bool required;
  std::int64_t minimum;  // characters (UTF-16), list entries, or the number itself
  std::int64_t maximum;
  Characters characters;
};

std::span<const Parameter> parameters();
const Parameter* find_parameter(std::string_view operation, std::string_view name);

std::string_view characters_pattern(Characters characters);
// True where `text` matches the pattern as a whole.
bool matches_pattern(Characters characters, std::string_view text);

}  // namespace sts_playground
