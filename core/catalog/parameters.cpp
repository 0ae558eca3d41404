#include "core/catalog/parameters.h"

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace sts_playground {
namespace {

using enum ParameterType;
using C = Characters;
using M = Means;

constexpr std::int64_t no_limit = INT64_MAX;

// Minima, maxima and patterns: botocore/data/sts/2011-06-15/service-2.json and botocore/data/iam/2010-05-08/service-2.json.
// MinimumSessionTokenSize: https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/
constexpr Parameter rows[] = {
    {"sts:AssumeRole", "RoleArn", string, true, 20, 2048, C::arn, M::role_arn},
    {"sts:AssumeRole", "RoleSessionName", string, true, 2, 64, C::session_name, M::session_name},
    {"sts:AssumeRole", "PolicyArns", policy_arn_list, false, 0, 10, C::arn, M::session_policy_arns},
    // The model gives Policy no maximum, the prose says 2,048 for inline and managed policies together: we follow the prose
    // (API_AssumeRole.html).
    {"sts:AssumeRole", "Policy", policy, false, 1, 2048, C::policy, M::session_policy},
    {"sts:AssumeRole", "DurationSeconds", integer, false, 900, 43200, C::any, M::session_duration},
    {"sts:AssumeRole", "Tags", tag_list, false, 0, 50, C::any, M::session_tags},
    {"sts:AssumeRole", "TransitiveTagKeys", string_list, false, 0, 50, C::tag_key, M::transitive_tag_keys},
    {"sts:AssumeRole", "ExternalId", string, false, 2, 1224, C::external_id, M::external_id},
    {"sts:AssumeRole", "SerialNumber", string, false, 9, 256, C::serial_number, M::mfa_device},
    {"sts:AssumeRole", "TokenCode", string, false, 6, 6, C::digits, M::mfa_code},
    {"sts:AssumeRole", "SourceIdentity", string, false, 2, 64, C::session_name, M::source_identity},
    {"sts:AssumeRole", "ProvidedContexts", provided_contexts, false, 0, 5, C::any, M::provided_contexts},
    {"sts:AssumeRole", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:AssumeRoleWithSAML", "RoleArn", string, true, 20, 2048, C::arn, M::role_arn},
    {"sts:AssumeRoleWithSAML", "PrincipalArn", string, true, 20, 2048, C::arn, M::saml_provider},
    {"sts:AssumeRoleWithSAML", "assertion", assertion, true, 0, no_limit, C::any, M::saml_assertion},
    {"sts:AssumeRoleWithSAML", "PolicyArns", policy_arn_list, false, 0, 10, C::arn, M::session_policy_arns},
    {"sts:AssumeRoleWithSAML", "Policy", policy, false, 1, 2048, C::policy, M::session_policy},
    {"sts:AssumeRoleWithSAML", "DurationSeconds", integer, false, 900, 43200, C::any, M::session_duration},
    {"sts:AssumeRoleWithSAML", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:AssumeRoleWithWebIdentity", "RoleArn", string, true, 20, 2048, C::arn, M::role_arn},
    {"sts:AssumeRoleWithWebIdentity", "RoleSessionName", string, true, 2, 64, C::session_name, M::session_name},
    {"sts:AssumeRoleWithWebIdentity", "token", token, true, 0, no_limit, C::any, M::web_identity_token},
    {"sts:AssumeRoleWithWebIdentity", "ProviderId", string, false, 4, 2048, C::any, M::oauth_provider},
    {"sts:AssumeRoleWithWebIdentity", "PolicyArns", policy_arn_list, false, 0, 10, C::arn, M::session_policy_arns},
    {"sts:AssumeRoleWithWebIdentity", "Policy", policy, false, 1, 2048, C::policy, M::session_policy},
    {"sts:AssumeRoleWithWebIdentity", "DurationSeconds", integer, false, 900, 43200, C::any, M::session_duration},
    {"sts:AssumeRoleWithWebIdentity", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:AssumeRoot", "TargetPrincipal", string, true, 12, 2048, C::any, M::root_user},
    {"sts:AssumeRoot", "TaskPolicyArn", policy_arn, true, 20, 2048, C::arn, M::task_policy},
    {"sts:AssumeRoot", "DurationSeconds", integer, false, 0, 900, C::any, M::session_duration},
    {"sts:AssumeRoot", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:GetSessionToken", "DurationSeconds", integer, false, 900, 129600, C::any, M::session_duration},
    {"sts:GetSessionToken", "SerialNumber", string, false, 9, 256, C::serial_number, M::mfa_device},
    {"sts:GetSessionToken", "TokenCode", string, false, 6, 6, C::digits, M::mfa_code},
    {"sts:GetSessionToken", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:GetFederationToken", "Name", string, true, 2, 32, C::session_name, M::federated_user_name},
    {"sts:GetFederationToken", "Policy", policy, false, 1, 2048, C::policy, M::session_policy},
    {"sts:GetFederationToken", "PolicyArns", policy_arn_list, false, 0, 10, C::arn, M::session_policy_arns},
    {"sts:GetFederationToken", "DurationSeconds", integer, false, 900, 129600, C::any, M::session_duration},
    {"sts:GetFederationToken", "Tags", tag_list, false, 0, 50, C::any, M::session_tags},
    {"sts:GetFederationToken", "MinimumSessionTokenSize", integer, false, 0, 4096, C::any, M::minimum_token_size},

    {"sts:DecodeAuthorizationMessage", "EncodedMessage", string, true, 1, 10240, C::any, M::encoded_message},

    // API_GetWebIdentityToken.html; an entry of Audience has 1 to 1,000 characters
    {"sts:GetWebIdentityToken", "Audience", string_list, true, 1, 10, C::any, M::audiences},
    {"sts:GetWebIdentityToken", "DurationSeconds", integer, false, 60, 3600, C::any, M::token_duration},
    {"sts:GetWebIdentityToken", "SigningAlgorithm", string, true, 5, 5, C::any, M::signing_algorithm},
    {"sts:GetWebIdentityToken", "Tags", tag_list, false, 0, 50, C::any, M::token_tags},
    {"sts:GetAccessKeyInfo", "AccessKeyId", string, true, 16, 128, C::word, M::access_key_id},
    {"sts:GetDelegatedAccessToken", "TradeInToken", string, true, 0, no_limit, C::any, M::trade_in_token},

    {"iam:CreateRole", "RoleName", string, true, 1, 64, C::iam_name, M::new_role_name},
    {"iam:CreateRole", "AssumeRolePolicyDocument", policy, true, 1, 131072, C::policy, M::trust_policy},
    {"iam:CreateRole", "Path", string, false, 1, 512, C::iam_path, M::iam_path},
    {"iam:CreateRole", "Description", string, false, 0, 1000, C::description, M::description},
    {"iam:CreateRole", "MaxSessionDuration", integer, false, 3600, 43200, C::any, M::longest_session},
    {"iam:CreateRole", "PermissionsBoundary", string, false, 20, 2048, C::arn, M::boundary},
    {"iam:CreateRole", "Tags", tag_list, false, 0, 50, C::any, M::tags},
    {"iam:DeleteRole", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:UpdateAssumeRolePolicy", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:UpdateAssumeRolePolicy", "PolicyDocument", policy, true, 1, 131072, C::policy, M::trust_policy},
    {"iam:UpdateRole", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:UpdateRole", "Description", string, false, 0, 1000, C::description, M::description},
    {"iam:UpdateRole", "MaxSessionDuration", integer, false, 3600, 43200, C::any, M::longest_session},
    {"iam:PutRolePolicy", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:PutRolePolicy", "PolicyName", string, true, 1, 128, C::iam_name, M::inline_policy_name},
    {"iam:PutRolePolicy", "PolicyDocument", policy, true, 1, 131072, C::policy, M::inline_policy},
    {"iam:DeleteRolePolicy", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:DeleteRolePolicy", "PolicyName", string, true, 1, 128, C::iam_name, M::inline_policy_name},
    {"iam:TagRole", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:TagRole", "Tags", tag_list, true, 0, 50, C::any, M::tags},
    {"iam:UntagRole", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:UntagRole", "TagKeys", string_list, true, 0, 50, C::tag_key, M::tag_keys},
    {"iam:CreateUser", "UserName", string, true, 1, 64, C::iam_name, M::new_user_name},
    {"iam:CreateUser", "Path", string, false, 1, 512, C::iam_path, M::iam_path},
    {"iam:CreateUser", "PermissionsBoundary", string, false, 20, 2048, C::arn, M::boundary},
    {"iam:CreateUser", "Tags", tag_list, false, 0, 50, C::any, M::tags},
    {"iam:DeleteUser", "UserName", string, true, 1, 128, C::iam_name, M::user_name},
    {"iam:PutUserPolicy", "UserName", string, true, 1, 128, C::iam_name, M::user_name},
    {"iam:PutUserPolicy", "PolicyName", string, true, 1, 128, C::iam_name, M::inline_policy_name},
    {"iam:PutUserPolicy", "PolicyDocument", policy, true, 1, 131072, C::policy, M::inline_policy},
    {"iam:DeleteUserPolicy", "UserName", string, true, 1, 128, C::iam_name, M::user_name},
    {"iam:DeleteUserPolicy", "PolicyName", string, true, 1, 128, C::iam_name, M::inline_policy_name},

    {"iam:AttachRolePolicy", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:AttachRolePolicy", "PolicyArn", string, true, 20, 2048, C::any, M::attached_policy},
    {"iam:DetachRolePolicy", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:DetachRolePolicy", "PolicyArn", string, true, 20, 2048, C::any, M::attached_policy},
    {"iam:AttachUserPolicy", "UserName", string, true, 1, 64, C::iam_name, M::user_name},
    {"iam:AttachUserPolicy", "PolicyArn", string, true, 20, 2048, C::any, M::attached_policy},
    {"iam:DetachUserPolicy", "UserName", string, true, 1, 64, C::iam_name, M::user_name},
    {"iam:DetachUserPolicy", "PolicyArn", string, true, 20, 2048, C::any, M::attached_policy},
    {"iam:PutRolePermissionsBoundary", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:PutRolePermissionsBoundary", "PermissionsBoundary", string, true, 20, 2048, C::any, M::boundary},
    {"iam:DeleteRolePermissionsBoundary", "RoleName", string, true, 1, 64, C::iam_name, M::role_name},
    {"iam:CreateOpenIDConnectProvider", "Url", string, true, 1, 255, C::any, M::new_oidc_provider},
    {"iam:CreateOpenIDConnectProvider", "ClientIDList", string_list, false, 0, no_limit, C::any, M::client_ids, 1, 255},
    {"iam:CreateOpenIDConnectProvider", "ThumbprintList", string_list, false, 0, no_limit, C::any, M::thumbprints, 40, 40},
    {"iam:CreateOpenIDConnectProvider", "Tags", tag_list, false, 0, 50, C::any, M::tags},
    {"iam:DeleteOpenIDConnectProvider", "OpenIDConnectProviderArn", string, true, 20, 2048, C::any, M::oidc_provider},
    {"iam:CreateSAMLProvider", "Name", string, true, 1, 128, C::provider_name, M::new_saml_provider},
    // AWS requires it. A scenario's providers have no metadata: where it is left out, it is taken to be good.
    {"iam:CreateSAMLProvider", "SAMLMetadataDocument", string, false, 1000, 10000000, C::any, M::saml_metadata},
    {"iam:CreateSAMLProvider", "Tags", tag_list, false, 0, 50, C::any, M::tags},
    {"iam:DeleteSAMLProvider", "SAMLProviderArn", string, true, 20, 2048, C::any, M::saml_provider},

    {"console:SignIn", "MFA", boolean, false, 0, 0, C::any, M::signed_in_with_mfa},
    {"console:SwitchRole", "RoleArn", string, true, 20, 2048, C::arn, M::role_arn},

    {"cli", "profile", string, false, 0, 1024, C::any, M::profile},
    {"cli", "action", string, true, 1, 1024, C::any, M::action},
    {"cli", "resource", string, false, 1, 4096, C::any, M::resource},
    {"cli", "mfaCode", string, false, 0, 64, C::any, M::mfa_code},
};

bool is_word(char32_t c) { return c < 0x80 && (is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c)) || c == '_'); }

bool is_one_of(char32_t c, std::string_view characters) {
  return c < 0x80 && characters.find(static_cast<char>(c)) != std::string_view::npos;
}

// \p{L}, \p{Z} and \p{N} outside of ASCII: letters, separators and numbers make up nearly all of it; controls, private use and
// unassigned planes are refused.
bool is_unicode_word(char32_t c) {
  if (c < 0x80) return is_word(c) || c == ' ';
  if (c < 0xA0 || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000) return false;
  return !(c >= 0x2010 && c <= 0x2027) && !(c >= 0x2030 && c <= 0x205E) && !(c >= 0x2190 && c <= 0x2BFF) && !(c >= 0x1F000 && c <= 0x1FAFF);
}

bool allowed(Characters characters, char32_t c) {
  switch (characters) {
    case C::any: return true;
    case C::arn: return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0x7E) || c == 0x85 || c >= 0xA0;
    case C::session_name:
    case C::iam_name: return is_word(c) || is_one_of(c, "+=,.@-");
    case C::external_id: return is_word(c) || is_one_of(c, "+=,.@:/-");
    case C::serial_number: return is_word(c) || is_one_of(c, "+=/:,.@-");
    case C::digits: return c >= '0' && c <= '9';
    case C::word: return is_word(c);
    case C::tag_key:
    case C::tag_value: return is_unicode_word(c) || is_one_of(c, "_.:/=+-@");
    case C::policy: return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xFF);
    // Without DEL, which older texts have. Recorded 2026-09:
    // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/identity_inputs.json
    case C::iam_path: return c >= 0x21 && c <= 0x7E;
    case C::description: return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF);
    case C::provider_name: return is_word(c) || is_one_of(c, ".-");
  }
  return false;
}

}  // namespace

std::span<const Parameter> parameters() { return rows; }

const Parameter* find_parameter(std::string_view operation, std::string_view name) {
  for (const Parameter& row : rows) {
    if (row.operation == operation && row.name == name) return &row;
  }
  return nullptr;
}

const Parameter* find_parameter(std::string_view operation, Means means) {
  for (const Parameter& row : rows) {
    if (row.operation == operation && row.means == means) return &row;
  }
  return nullptr;
}

std::string_view filled_in_word(const Parameter& row) {
  return row.means == Means::mfa_code && find_parameter(row.operation, Means::mfa_device) ? current_mfa_code : "";
}

std::string_view characters_pattern(Characters characters) {
  switch (characters) {
    case C::arn: return "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+";
    case C::session_name: return "[\\w+=,.@-]*";
    case C::external_id: return "[\\w+=,.@:\\/-]*";
    case C::serial_number: return "[\\w+=/:,.@-]*";
    case C::digits: return "[\\d]*";
    case C::word: return "[\\w]*";
    case C::tag_key: return "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+";
    case C::tag_value: return "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*";
    case C::policy: return "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+";
    case C::iam_name: return "[\\w+=,.@-]+";
    case C::iam_path: return "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)";
    case C::description: return "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*";
    case C::provider_name: return "[\\w._-]+";
    case C::any: return ".*";
  }
  return "";
}

bool matches_pattern(Characters characters, std::string_view text) {
  const bool at_least_one = characters == C::arn || characters == C::tag_key || characters == C::policy || characters == C::iam_name ||
                            characters == C::provider_name;
  if (text.empty() && at_least_one) return false;
  if (characters == C::iam_path && (text.empty() || text.front() != '/' || text.back() != '/' || text == "//")) return false;
  for (std::size_t i = 0; i < text.size(); i += utf8_sequence_length(text, i)) {
    if (!allowed(characters, utf8_code_point(text, i))) return false;
  }
  return true;
}

}  // namespace sts_playground
