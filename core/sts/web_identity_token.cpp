// What STS asks of a token. Recorded where no other address stands:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws.json
#include "core/sts/web_identity_token.h"

#include <algorithm>

#include "core/catalog/limits.h"
#include "core/sts/federation.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/decimal.h"

namespace sts_playground::sts {
namespace {

constexpr std::string_view scheme = "https://";
constexpr std::string_view roles_claim = "https://aws.amazon.com/roles";
constexpr std::string_view tags_claim = "https://aws.amazon.com/tags";
constexpr std::string_view principal_tags_prefix = "https://aws.amazon.com/tags/principal_tags/";
// Of exp and nbf the recorded texts show the 300 seconds; of iat they are inferred (277 s ahead were accepted, 3577 s refused).
constexpr std::int64_t tolerated_seconds = 300;
constexpr std::int64_t assumed_lifetime_seconds = 3600;
// A token issued longer ago is too old, whatever its `exp`. That there is a limit is observed
// (https://github.com/mozilla-iam/mozilla-aws-cli/issues/146); that it is a day is inferred.
constexpr std::int64_t oldest_token_seconds = 86400;

bool is_null(const json::Value* value) { return !value || value->is(json::Kind::null); }

std::string listed(const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < limits::listed_values; ++i) out += (i > 0 ? ", " : "") + values[i];
  if (values.size() > limits::listed_values) out += ", +" + std::to_string(values.size() - limits::listed_values);
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

// Epoch seconds, as a number or as its digits in a string; fractions and anything else are refused. That a minus sign is read is inferred.
std::optional<std::int64_t> epoch_seconds(const json::Value& value) {
  if (!value.is(json::Kind::number) && !value.is(json::Kind::string)) return std::nullopt;
  std::string_view text = value.text;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto seconds = parse_whole_number(text);
  return seconds && negative ? std::optional(-*seconds) : seconds;
}

// ProviderId is for the access tokens of two providers, which are no JSON Web Tokens. Recorded in aws-trust.json, beside the file above.
std::optional<Refusal> check_provider_id(const Call& call, const Issuer& issuer) {
  const std::string* id = call.parameters.string("ProviderId");
  const bool is_oauth = id && (*id == "www.amazon.com" || *id == "graph.facebook.com");
  if (!id || (is_oauth && issuer.host == *id)) return std::nullopt;
  Message reason(MessageId::oidc_provider_id, {*id});
  if (*id == "www.amazon.com") return Refusal(aws_errors::oidc_not_of_amazon, std::move(reason));
  if (*id == "graph.facebook.com") return Refusal(aws_errors::oidc_not_of_facebook, std::move(reason));
  return access_denied(std::string(aws_errors::oidc_unknown_oauth_provider), std::move(reason));
}

// The text is the one for audiences as well: reports of 2026; recorded pages of earlier years have
// "No OpenIDConnect provider found in your account for ...".
std::optional<Refusal> check_provider(const World& world, const Call& call, const Issuer& issuer) {
  if (issuer.built_in || issuer.provider) return std::nullopt;
  const auto role = parse_arn(*call.parameters.string("RoleArn"));
  const std::string account_id(role->account);
  if (!at_endpoint_of(call, role->partition)) {
    return Refusal(aws_errors::oidc_not_validated,
                   Message(MessageId::federated_other_partition, {call.region, *call.parameters.string("RoleArn")}));
  }
  const Account* account = world.account(account_id);
  std::vector<std::string> others;
  if (account) {
    for (const auto& [host, provider] : account->oidc_providers) others.push_back(host);
  }
  return Refusal(aws_errors::oidc_not_validated, others.empty()
                                                     ? Message(MessageId::oidc_no_provider_at_all, {account_id, issuer.text})
                                                     : Message(MessageId::oidc_no_provider, {account_id, issuer.text, listed(others)}));
}

// That the missing ones are told in this order, and before the times are looked at, is inferred; as is that null counts as missing but for
// the subject (recorded) and the times (recorded: no good format).
std::optional<Refusal> check_required_claims(const WebIdentityToken& token) {
  const json::Value* subject = find_claim(token, "sub");
  if (!subject) return Refusal(aws_errors::oidc_no_subject);
  if (is_null(find_claim(token, "aud"))) return Refusal(aws_errors::oidc_no_audience);
  if (!lacks_times(token)) {
    if (!find_claim(token, "iat"))
      return Refusal(aws_errors::oidc_no_issue_time, Message(MessageId::oidc_one_time_missing, {"exp", "iat"}));
    if (!find_claim(token, "exp")) return Refusal(aws_errors::oidc_no_expiry, Message(MessageId::oidc_one_time_missing, {"iat", "exp"}));
  }
  if (is_null(subject)) return Refusal(aws_errors::oidc_null_subject);
  return std::nullopt;
}

// The order of the three is inferred.
std::optional<Refusal> check_times(const Call& call, const WebIdentityToken& token) {
  std::int64_t issued = call.now;
  std::int64_t expires = call.now + assumed_lifetime_seconds;
  std::int64_t not_before = call.now;
  const auto read = [&token](std::string_view name, std::int64_t& time) {
    const json::Value* value = find_claim(token, name);
    const auto seconds = value ? epoch_seconds(*value) : std::optional(time);
    if (seconds) time = *seconds;
    return seconds.has_value();
  };
  if (!read("iat", issued) || !read("exp", expires) || !read("nbf", not_before)) {
    return Refusal(aws_errors::oidc_time_format, Message(MessageId::oidc_time_format));
  }
  const std::int64_t latest = call.now + tolerated_seconds;
  if (call.now - tolerated_seconds >= expires) {
    // Also https://github.com/aws/aws-sdk-java-v2/issues/5709
    return Refusal("ExpiredTokenException", 400,
                   "Token expired: current date/time " + std::to_string(call.now - tolerated_seconds) +
                       " must be before the expiration date/time " + std::to_string(expires),
                   Message(MessageId::oidc_expired, {std::to_string(call.now - expires)}));
  }
  if (issued > latest) {
    return Refusal("InvalidIdentityToken", 400, "Token issued in the future: " + std::to_string(issued),
                   Message(MessageId::oidc_too_early, {"iat", std::to_string(issued - call.now)}));
  }
  if (not_before > latest) {
    return Refusal("InvalidIdentityToken", 400,
                   "Token not yet valid: current date/time " + std::to_string(latest) +
                       " must be after or equal to the not-before date/time " + std::to_string(not_before),
                   Message(MessageId::oidc_too_early, {"nbf", std::to_string(not_before - call.now)}));
  }
  if (call.now - issued > oldest_token_seconds) {
    return Refusal("ExpiredTokenException", 400, "Token too old: " + std::to_string(call.now - issued))
        .resting_on(EvidenceRule::age_of_tokens);
  }
  return std::nullopt;
}

std::optional<Refusal> check_audience(const WebIdentityToken& token, const Issuer& issuer) {
  const json::Value* aud = find_claim(token, "aud");
  const bool has_azp = !is_null(find_claim(token, "azp"));
  if (aud->is(json::Kind::array) && aud->items.empty()) return Refusal(aws_errors::oidc_empty_audience);
  if (aud->is(json::Kind::array) && aud->items.size() > 1 && !has_azp) {
    return Refusal(aws_errors::oidc_several_audiences, Message(MessageId::oidc_several_audiences));
  }
  const auto audience = effective_audience(token);
  if (audience.empty() || claim_texts(aud).empty()) return Refusal(aws_errors::oidc_not_validated);  // neither text nor list: inferred
  if (!issuer.provider) return std::nullopt;
  const auto& known = issuer.provider->client_ids;
  if (std::find(known.begin(), known.end(), audience.front()) != known.end()) return std::nullopt;
  if (known.empty())
    return Refusal(aws_errors::oidc_not_validated, Message(MessageId::oidc_no_client_ids, {audience.front(), issuer.host}));
  return Refusal(aws_errors::oidc_not_validated, Message(has_azp ? MessageId::oidc_authorized_party : MessageId::oidc_audience,
                                                         {audience.front(), issuer.host, listed(known)}));
}

// A role's ARN without wildcards, in its own letter case; a comma does not separate ARNs. Which signs may stand in it is inferred.
bool is_role_arn(std::string_view text) {
  const auto principal = parse_principal_arn(text);
  return principal && principal->kind == PrincipalArnKind::role && is_partition(principal->arn.partition) &&
         is_account_id(principal->arn.account) && principal->arn.resource.find_first_of("*?:; \t\r\n") == std::string_view::npos;
}

// The roles claim: a list of strings, or one string with semicolons. Recorded in aws-roles.json, beside the file above.
std::optional<Refusal> check_roles(const Call& call, const WebIdentityToken& token) {
  if (!names_roles(token)) return std::nullopt;
  const json::Value& claim = *find_claim(token, roles_claim);
  std::vector<std::string> roles;
  const auto add = [&roles](std::string_view text) {
    if (is_role_arn(trimmed(text))) roles.emplace_back(trimmed(text));
  };
  if (claim.is(json::Kind::array)) {
    for (const json::Value& item : claim.items) {
      if (item.is(json::Kind::string)) add(item.text);
    }
  } else if (claim.is(json::Kind::string)) {
    std::string_view rest = claim.text;
    for (std::size_t end = rest.find(';'); end != std::string_view::npos; end = rest.find(';')) {
      add(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    add(rest);
  } else {
    return Refusal(aws_errors::oidc_roles_format, Message(MessageId::oidc_roles_format));
  }
  if (roles.empty()) return Refusal(aws_errors::oidc_no_role_named, Message(MessageId::oidc_roles_format));
  const std::string& wanted = *call.parameters.string("RoleArn");
  if (std::find(roles.begin(), roles.end(), wanted) != roles.end()) return std::nullopt;
  return Refusal(aws_errors::oidc_role_not_named, Message(MessageId::oidc_role_not_named, {wanted, listed(roles)}));
}

// Each value of the nested form is a list of one string (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html), of the
// flat form a string. Recorded of a string in the nested form; of the rest inferred.
std::optional<Refusal> check_tag_format(const WebIdentityToken& token) {
  const Refusal refusal(aws_errors::oidc_tag_format, Message(MessageId::oidc_tag_format));
  const json::Value* tags = find_claim(token, tags_claim);
  const json::Value* nested = tags ? tags->find("principal_tags") : nullptr;
  if (!is_null(nested) && !nested->is(json::Kind::object)) return refusal;
  if (!is_null(nested)) {
    for (const json::Member& tag : nested->members) {
      const auto& values = tag.value.items;
      if (!tag.value.is(json::Kind::array) || values.size() != 1 || !values.front().is(json::Kind::string)) return refusal;
    }
  }
  for (const auto& [name, value] : token.claims) {
    if (name.starts_with(principal_tags_prefix) && !value.is(json::Kind::string)) return refusal;
  }
  return std::nullopt;
}

}  // namespace

const json::Value* find_claim(const WebIdentityToken& token, std::string_view name) {
  const auto found = token.claims.find(std::string(name));
  return found == token.claims.end() ? nullptr : &found->second;
}

std::vector<std::string> claim_texts(const json::Value* value) {
  std::vector<std::string> out;
  const auto add = [&out](const json::Value& item) {
    const bool has_text = item.is(json::Kind::string) || item.is(json::Kind::number) || item.is(json::Kind::boolean);
    if (has_text) out.push_back(item.text);
  };
  if (!value) return out;
  if (!value->is(json::Kind::array)) add(*value);
  for (const json::Value& item : value->items) add(item);
  return out;
}

// The issuer and the provider's URL are compared letter by letter, a slash at the end included:
// https://gist.github.com/gene1wood/54611c45a3298504f8e33d95e317ae5c
// https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/pull/54
Issuer find_issuer(const World& world, const Call& call, const WebIdentityToken& token) {
  Issuer issuer;
  const auto values = claim_texts(find_claim(token, "iss"));
  if (!values.empty()) issuer.text = values.front();
  const bool has_scheme = issuer.text.starts_with(scheme);
  issuer.host = has_scheme ? issuer.text.substr(scheme.size()) : issuer.text;
  issuer.built_in = find_built_in_provider(issuer.host);
  const auto role = parse_arn(*call.parameters.string("RoleArn"));
  const Account* account = world.account(role->account);
  // The URL of a provider begins with https://; Google's tokens may leave it out.
  if (!account || issuer.built_in || !has_scheme || account->partition != role->partition || !at_endpoint_of(call, role->partition)) {
    return issuer;
  }
  const auto found = account->oidc_providers.find(issuer.host);
  if (found != account->oidc_providers.end()) issuer.provider = &found->second;
  return issuer;
}

std::vector<std::string> effective_audience(const WebIdentityToken& token) {
  const json::Value* azp = find_claim(token, "azp");
  return claim_texts(is_null(azp) ? find_claim(token, "aud") : azp);
}

bool lacks_times(const WebIdentityToken& token) { return !find_claim(token, "iat") && !find_claim(token, "exp"); }

bool names_roles(const WebIdentityToken& token) { return !is_null(find_claim(token, roles_claim)); }

// The order is inferred: what a token is told to be, then whose it is, then what it claims.
std::optional<Refusal> check_token(const World& world, const Call& call, const WebIdentityToken& token, const Issuer& issuer) {
  if (auto refusal = check_provider_id(call, issuer)) return refusal;
  if (issuer.text.empty()) return Refusal(aws_errors::oidc_no_issuer).resting_on(EvidenceRule::token_without_issuer);
  if (auto refusal = check_provider(world, call, issuer)) return refusal;
  if (auto refusal = check_required_claims(token)) return refusal;
  if (auto refusal = check_times(call, token)) return refusal;
  if (auto refusal = check_audience(token, issuer)) return refusal;
  if (auto refusal = check_roles(call, token)) return refusal;
  return check_tag_format(token);
}

}  // namespace sts_playground::sts
