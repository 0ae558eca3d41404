// Errors that come without a reason of their own, in plain words. AWS's text stays AWS's: the sentence stands beside it.
#include <algorithm>

#include "core/explain/sentences.h"

namespace sts_playground {
namespace {

struct Row {
  std::string_view code;
  std::string_view text;  // what AWS's text holds; empty: any text
  MessageId sentence;     // {0}: the part of AWS's text between its last quotation marks or behind its last colon or blank; {1}: the code
};

// Of several that fit, the first.
constexpr Row rows[] = {
    {"ValidationError", "Request ARN is invalid", MessageId::error_role_arn},
    {"ValidationError", "The specified value for", MessageId::error_characters},
    {"ValidationError", "is invalid", MessageId::error_value},
    {"InvalidParameterValue", "Duplicate tag keys", MessageId::error_duplicate_tags},
    {"InvalidParameterValue", "must be included in the requested tags", MessageId::error_transitive_not_a_tag},
    {"InvalidParameterValue", "conflicts with a transitive tag key", MessageId::error_transitive_collision},
    {"InvalidParameterValue", "reserved for system use", MessageId::error_reserved_tag},
    {"InternalFailure", "third-party token", MessageId::error_null_subject},
    {"InvalidIdentityToken", "Missing a required claim", MessageId::error_missing_claim},
    {"InvalidIdentityToken", "RoleSessionName is required", MessageId::error_saml_no_session_name},
    {"InvalidIdentityToken", "RoleSessionName in AuthnResponse", MessageId::error_saml_session_name},
    {"InvalidIdentityToken", "Source Identity must match", MessageId::error_saml_source_identity},
    {"InvalidIdentityToken", "", MessageId::error_token},
    {"ExpiredTokenException", "Response has expired", MessageId::error_saml_expired},
    {"ExpiredTokenException", "Token too old", MessageId::error_token_too_old},
    {"ExpiredTokenException", "", MessageId::error_token_expired},
    {"InvalidAuthorizationMessageException", "", MessageId::error_authorization_message},
    {"EntityAlreadyExists", "", MessageId::error_exists},
    {"NoSuchEntity", "", MessageId::error_missing},
    {"DeleteConflict", "detach", MessageId::error_detach_first},
    {"DeleteConflict", "", MessageId::error_delete_first},
    {"LimitExceeded", "", MessageId::error_limit},
    {"UnmodifiableEntity", "", MessageId::error_unmodifiable},
    {"MalformedPolicyDocument", "", MessageId::error_policy},
    {"PackedPolicyTooLarge", "", MessageId::error_packed},
    {"InvalidClientTokenId", "", MessageId::error_client_token},
    {"ExpiredToken", "", MessageId::error_credentials_expired},
    {"RegionDisabledException", "", MessageId::error_region},
    {"MissingAuthenticationToken", "", MessageId::error_unsigned},
    {"InvalidAction", "", MessageId::error_no_operation},
    {"InvalidInput", "", MessageId::error_value},
    {"InvalidParameterValue", "", MessageId::error_value},
    {"ValidationError", "", MessageId::error_value},
    {"AccessDenied", "", MessageId::error_denied},
};

// The parameters that "N validation errors detected" names: "... at 'roleArn' failed ...".
std::string parameters_of(std::string_view text) {
  constexpr std::string_view at = "at '";
  std::string out;
  for (std::size_t from = text.find(at); from != std::string_view::npos; from = text.find(at, from)) {
    from += at.size();
    const std::size_t end = text.find('\'', from);
    if (end == std::string_view::npos) break;
    out += (out.empty() ? "" : ", ") + std::string(text.substr(from, end - from));
  }
  return out;
}

// What AWS's text is about: behind its last colon and blank, else its last word but for the full stop.
std::string tail_of(std::string_view text) {
  const std::size_t colon = text.rfind(": ");
  return colon == std::string_view::npos ? std::string() : std::string(text.substr(colon + 2));
}

}  // namespace

Message error_reason(const CallError& error) {
  const std::string parameters = error.code == "ValidationError" ? parameters_of(error.message) : "";
  if (!parameters.empty()) return Message(MessageId::error_validation, {parameters});
  for (const Row& row : rows) {
    if (row.code == error.code && error.message.find(row.text) != std::string::npos) {
      return Message(row.sentence, {tail_of(error.message), error.message});
    }
  }
  return Message(MessageId::summary_error, {error.code, error.message});
}

}  // namespace sts_playground
