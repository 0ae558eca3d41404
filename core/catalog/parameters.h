// The parameters of every operation that a step can call, one row each: type, whether required, range, count and characters, and what
// it means.
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
enum class Characters {
  any,
  arn,
  session_name,
  external_id,
  serial_number,
  digits,
  word,
  tag_key,
  tag_value,
  policy,
  iam_name,
  iam_path,
  description,
  provider_name
};

// What a parameter is, whatever its operation calls it. Forms, completion and renaming go by it; the engine's reader too.
enum class Means {
  role_arn,  // the role that is assumed
  session_name,
  session_policy,
  session_policy_arns,  // managed policies that limit the session
  session_duration,     // in seconds
  session_tags,
  minimum_token_size,   // of the session token, in bytes
  transitive_tag_keys,  // of the session tags, those that later sessions in a chain keep
  external_id,
  mfa_device,  // its serial number
  mfa_code,    // what the device shows
  source_identity,
  provided_contexts,
  saml_provider,  // its ARN
  saml_assertion,
  web_identity_token,
  oauth_provider,       // its host
  root_user,            // the account id or ARN of the root user that is assumed
  task_policy,          // the ARN of the managed policy that names the task
  federated_user_name,  // of a session, not of a user of IAM
  encoded_message,
  audiences,          // whom a token is meant for
  signing_algorithm,  // of a token
  token_duration,     // in seconds
  token_tags,         // claims of a token
  access_key_id,
  trade_in_token,
  role_name,      // of a role of the caller's account
  new_role_name,  // of a role that there is not yet
  user_name,      // of a user of the caller's account
  new_user_name,  // of a user that there is not yet
  iam_path,
  description,
  trust_policy,
  longest_session,  // the role's maximum session duration, in seconds
  boundary,         // the ARN of a managed policy
  tags,             // of the role or user
  tag_keys,
  inline_policy_name,  // of the role or user that is named beside it
  inline_policy,
  attached_policy,    // the ARN of a managed policy that a role or user has, or gets
  new_oidc_provider,  // its URL
  oidc_provider,      // its ARN
  client_ids,
  thumbprints,
  new_saml_provider,  // its name
  saml_metadata,
  signed_in_with_mfa,
  profile,   // of the AWS CLI
  action,    // "s3:GetObject"
  resource,  // the ARN that the action is for
};
// As the catalog writes it.
constexpr std::string_view name_of(Means means) {
  switch (means) {
    case Means::role_arn: return "role_arn";
    case Means::session_name: return "session_name";
    case Means::session_policy: return "session_policy";
    case Means::session_policy_arns: return "session_policy_arns";
    case Means::session_duration: return "session_duration";
    case Means::session_tags: return "session_tags";
    case Means::minimum_token_size: return "minimum_token_size";
    case Means::transitive_tag_keys: return "transitive_tag_keys";
    case Means::external_id: return "external_id";
    case Means::mfa_device: return "mfa_device";
    case Means::mfa_code: return "mfa_code";
    case Means::source_identity: return "source_identity";
    case Means::provided_contexts: return "provided_contexts";
    case Means::saml_provider: return "saml_provider";
    case Means::saml_assertion: return "saml_assertion";
    case Means::web_identity_token: return "web_identity_token";
    case Means::oauth_provider: return "oauth_provider";
    case Means::root_user: return "root_user";
    case Means::task_policy: return "task_policy";
    case Means::federated_user_name: return "federated_user_name";
    case Means::encoded_message: return "encoded_message";
    case Means::audiences: return "audiences";
    case Means::signing_algorithm: return "signing_algorithm";
    case Means::token_duration: return "token_duration";
    case Means::token_tags: return "token_tags";
    case Means::access_key_id: return "access_key_id";
    case Means::trade_in_token: return "trade_in_token";
    case Means::role_name: return "role_name";
    case Means::new_role_name: return "new_role_name";
    case Means::user_name: return "user_name";
    case Means::new_user_name: return "new_user_name";
    case Means::iam_path: return "iam_path";
    case Means::description: return "description";
    case Means::trust_policy: return "trust_policy";
    case Means::longest_session: return "longest_session";
    case Means::boundary: return "boundary";
    case Means::tags: return "tags";
    case Means::tag_keys: return "tag_keys";
    case Means::inline_policy_name: return "inline_policy_name";
    case Means::inline_policy: return "inline_policy";
    case Means::attached_policy: return "attached_policy";
    case Means::new_oidc_provider: return "new_oidc_provider";
    case Means::oidc_provider: return "oidc_provider";
    case Means::client_ids: return "client_ids";
    case Means::thumbprints: return "thumbprints";
    case Means::new_saml_provider: return "new_saml_provider";
    case Means::saml_metadata: return "saml_metadata";
    case Means::signed_in_with_mfa: return "signed_in_with_mfa";
    case Means::profile: return "profile";
    case Means::action: return "action";
    case Means::resource: return "resource";
  }
  return "";
}

struct Parameter {
  std::string_view operation;
  std::string_view name;
  ParameterType type;
  bool required;
  std::int64_t minimum;  // characters (UTF-16), list entries, or the number itself
  std::int64_t maximum;
  Characters characters;
  Means means;
  std::int64_t shortest = 1;  // of a list's texts, in characters
  std::int64_t longest = 128;
};

// A code that the engine replaces by what the MFA device shows at the call.
inline constexpr std::string_view current_mfa_code = "current";

std::span<const Parameter> parameters();
const Parameter* find_parameter(std::string_view operation, std::string_view name);
// The operation's first parameter that means this. Null: it has none.
const Parameter* find_parameter(std::string_view operation, Means means);
// The word in whose place the engine puts the value that is right at the call; "" where there is none.
std::string_view filled_in_word(const Parameter& row);

std::string_view characters_pattern(Characters characters);
// True where `text` matches the pattern as a whole.
bool matches_pattern(Characters characters, std::string_view text);

}  // namespace sts_playground
