// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
#include <algorithm>

#include "core/catalog/oidc_providers.h"
#include "core/catalog/regions.h"
#include "core/sts/federation.h"
#include "core/sts/operations.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/decimal.h"

namespace sts_playground::sts {
namespace {

constexpr std::string_view tags_claim = "https://aws.amazon.com/tags";
constexpr std::string_view principal_tags_prefix = "https://aws.amazon.com/tags/principal_tags/";
constexpr std::string_view source_identity_claim = "https://aws.amazon.com/source_identity";
// A token issued longer ago is too old, whatever its `exp`. That there is a limit is observed
// (https://github.com/mozilla-iam/mozilla-aws-cli/issues/146); that it is a day is inferred.
constexpr std::int64_t oldest_token_seconds = 86400;

const json::Value* claim(const WebIdentityToken& token, std::string_view name) {
  const auto found = token.claims.find(std::string(name));
  return found == token.claims.end() ? nullptr : &found->second;
}

// A claim's text, or its texts where it is a list.
std::vector<std::string> texts(const json::Value* value) {
  if (!value) return {};
  if (!value->is(json::Kind::array))
    return value->is(json::Kind::object) ? std::vector<std::string>() : std::vector<std::string>{value->text};
  std::vector<std::string> out;
  for (const json::Value& item : value->items) out.push_back(item.text);
  return out;
}

// Epoch seconds; fractions do not matter here, nor what was before 1970.
std::optional<std::int64_t> seconds(const json::Value* value) {
  if (!value || !value->is(json::Kind::number)) return std::nullopt;
  const std::string_view text = value->text;
  if (text.starts_with('-')) return 0;
  return parse_whole_number(text.substr(0, text.find_first_not_of("0123456789")));
}

// The issuer without its scheme is the provider's URL, the principal's name and the prefix of the condition keys.
std::string host_of(std::string issuer) {
  constexpr std::string_view scheme = "https://";
  if (issuer.substr(0, scheme.size()) == scheme) issuer.erase(0, scheme.size());
  while (!issuer.empty() && issuer.back() == '/') issuer.pop_back();
  return issuer;
}

struct Issuer {
  std::string text;  // as in the token
  std::string host;
  const BuiltInProvider* built_in = nullptr;
  const OidcProvider* provider = nullptr;
};

// `azp` counts as the audience where the token has one, and the original `aud` is told by `oaud`:
// reference_policies_iam-condition-keys.html#condition-keys-wif
std::vector<std::string> effective_audience(const WebIdentityToken& token) {
  const auto authorized_party = texts(claim(token, "azp"));
  return authorized_party.empty() ? texts(claim(token, "aud")) : authorized_party;
}

Issuer find_issuer(const World& world, const Call& call, const WebIdentityToken& token) {
  Issuer issuer;
  const auto values = texts(claim(token, "iss"));
  if (!values.empty()) issuer.text = values.front();
  issuer.host = host_of(issuer.text);
  issuer.built_in = find_built_in_provider(issuer.host);
  const Account* account = world.account(parse_arn(*call.parameters.string("RoleArn"))->account);
  if (!account || issuer.built_in) return issuer;
  // An endpoint does not know the providers of another partition; inferred from SAML: https://github.com/Versent/saml2aws/issues/187
  if (parse_arn(*call.parameters.string("RoleArn"))->partition != partition_of_region(call.region)) return issuer;
  const auto found = account->oidc_providers.find(issuer.host);
  if (found != account->oidc_providers.end()) issuer.provider = &found->second;
  return issuer;
}

// Provider, then expiry and age, then audience: inferred from which error hides which.
std::optional<Refusal> check_token(const Call& call, const WebIdentityToken& token, const Issuer& issuer) {
  if (issuer.text.empty()) return Refusal(aws_errors::oidc_no_issuer).resting_on(EvidenceRule::token_without_issuer);
  if (!issuer.built_in && !issuer.provider) {
    const std::string account(parse_arn(*call.parameters.string("RoleArn"))->account);
    return Refusal("InvalidIdentityToken", 400, "No OpenIDConnect provider found in your account for " + issuer.text,
                   Message(MessageId::oidc_no_provider, {account, issuer.host}));
  }
  const auto expiry = seconds(claim(token, "exp"));
  if (expiry && call.now >= *expiry) {
    // https://github.com/aws/aws-sdk-java-v2/issues/5709
    return Refusal("ExpiredTokenException", 400,
                   "Token expired: current date/time " + std::to_string(call.now) + " must be before the expiration date/time " +
                       std::to_string(*expiry));
  }
  const auto issued = seconds(claim(token, "iat"));
  if (issued && call.now - *issued > oldest_token_seconds) {
    return Refusal("ExpiredTokenException", 400, "Token too old: " + std::to_string(call.now - *issued))
        .resting_on(EvidenceRule::age_of_tokens);
  }
  if (texts(claim(token, "aud")).empty() && texts(claim(token, "azp")).empty()) return Refusal(aws_errors::oidc_no_audience);
  if (texts(claim(token, "sub")).empty()) return Refusal(aws_errors::oidc_no_subject);
  if (issuer.provider) {
    const auto& known = issuer.provider->client_ids;
    const auto audience = effective_audience(token);
    const auto is_known = [&](const std::string& value) { return std::find(known.begin(), known.end(), value) != known.end(); };
    if (std::none_of(audience.begin(), audience.end(), is_known)) {
      return Refusal(aws_errors::oidc_audience, Message(MessageId::oidc_audience, {audience.front(), issuer.host}));
    }
  }
  return std::nullopt;
}

// Does a condition of the trust policy's Allow statements test this key?
bool trust_tests(const Role& role, std::string_view key) {
  for (const CompiledStatement& statement : role.trust->compiled.statements) {
    for (const CompiledCondition& condition : statement.conditions) {
      if (condition.folded_key == ascii_lower(key)) return true;
    }
  }
  return false;
}

// Two providers that STS itself guards at the time of the call, also with an old trust policy.
std::optional<Refusal> check_shared_provider(const World& world, const Call& call, const WebIdentityToken& token, const Issuer& issuer) {
  const Role* role = world.role(*call.parameters.string("RoleArn"));
  const SharedProvider* shared = find_shared_provider(issuer.host);
  if (!role || !shared) return std::nullopt;
  const std::vector<std::string> keys = required_keys(*shared, issuer.host);
  for (const std::string& key : keys) {
    if (trust_tests(*role, key)) return std::nullopt;
  }
  bool refused = shared->checked_by_sts;  // id_roles_create_for-idp_oidc.html, HCP Terraform
  if (issuer.host == "cognito-identity.amazonaws.com") {
    // A pool of another account needs the condition: https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
    const Account* account = world.account(parse_arn(role->arn)->account);
    const auto audience = texts(claim(token, "aud"));
    const auto& pools = account->cognito_identity_pools;
    const bool own = std::find(pools.begin(), pools.end(), audience.front()) != pools.end();
    bool elsewhere = false;
    for (const auto& [id, other] : world.accounts) {
      const auto& other_pools = other->cognito_identity_pools;
      elsewhere =
          elsewhere || (other.get() != account && std::find(other_pools.begin(), other_pools.end(), audience.front()) != other_pools.end());
    }
    refused = !own && (elsewhere || !pools.empty());
  }
  if (!refused) return std::nullopt;
  return federated_denial(call.operation, Message(MessageId::oidc_shared_provider_untested, {issuer.host, keys.front()}));
}

void add_key(FederatedRequest& request, const std::string& host, std::string_view name, std::vector<std::string> values, bool multivalued,
             bool kept) {
  if (values.empty()) return;
  std::string key = host + ":" + std::string(name);
  std::string folded = ascii_lower(key);
  if (kept) request.kept_keys.push_back(folded);
  request.keys.push_back({std::move(key), std::move(folded), std::move(values), multivalued, Origin::derived});
}

// Only these claims become condition keys: reference_policies_iam-condition-keys.html#condition-keys-wif. A condition on any other claim
// (iss, actor, repository, ...) never matches: https://github.com/aws-actions/configure-aws-credentials/issues/306
void add_keys(FederatedRequest& request, const WebIdentityToken& token, const Issuer& issuer) {
  const std::string& host = issuer.host;
  const std::string_view audience_key = issuer.built_in ? issuer.built_in->audience : "aud";
  const std::string_view subject_key = issuer.built_in ? issuer.built_in->subject : "sub";
  const auto audience = effective_audience(token);
  add_key(request, host, audience_key, {audience.front()}, false, true);
  if (claim(token, "azp")) add_key(request, host, "oaud", texts(claim(token, "aud")), false, false);
  add_key(request, host, subject_key, texts(claim(token, "sub")), false, true);
  if (subject_key != "sub") add_key(request, host, "sub", texts(claim(token, "sub")), false, true);
  add_key(request, host, "amr", texts(claim(token, "amr")), true, true);
  add_key(request, host, "email", texts(claim(token, "email")), false, false);
}

// {"principal_tags": {K: [V]}, "transitive_tag_keys": [...]}, or one flat claim a tag: id_session-tags.html
void add_tags(FederatedRequest& request, const WebIdentityToken& token) {
  if (const json::Value* tags = claim(token, tags_claim)) {
    if (const json::Value* principal_tags = tags->find("principal_tags")) {
      for (const json::Member& tag : principal_tags->members) {
        const auto values = texts(&tag.value);
        if (!values.empty()) request.tags.push_back({tag.key, values.front()});
      }
    }
    request.transitive_keys = texts(tags->find("transitive_tag_keys"));
  }
  for (const auto& [name, value] : token.claims) {
    if (name.substr(0, principal_tags_prefix.size()) != principal_tags_prefix) continue;
    const auto values = texts(&value);
    if (!values.empty()) request.tags.push_back({name.substr(principal_tags_prefix.size()), values.front()});
  }
  const auto flat_transitive = texts(claim(token, "https://aws.amazon.com/tags/transitive_tag_keys"));
  if (!flat_transitive.empty()) request.transitive_keys = flat_transitive;
}

FederatedRequest make_request(const Call& call, const WebIdentityToken& token, const Issuer& issuer) {
  FederatedRequest request;
  request.operation = call.operation;
  request.role_arn = *call.parameters.string("RoleArn");
  request.session_name = *call.parameters.string("RoleSessionName");
  const auto arn = parse_arn(request.role_arn);
  request.provider = issuer.built_in ? issuer.host : make_arn({arn->partition, "iam", "", arn->account, "oidc-provider/" + issuer.host});
  request.federated_provider_key = request.provider;
  const auto source_identity = texts(claim(token, source_identity_claim));
  if (!source_identity.empty()) request.source_identity = source_identity.front();
  add_keys(request, token, issuer);
  add_tags(request, token);
  return request;
}

}  // namespace

CallResult assume_role_with_web_identity(const World& world, const Call& call) {
  const WebIdentityToken& token = *call.parameters.token;
  const Issuer issuer = find_issuer(world, call, token);
  if (auto refusal = check_token(call, token, issuer)) return std::move(*refusal);
  if (auto refusal = check_shared_provider(world, call, token, issuer)) return std::move(*refusal);
  CallResult result = assume_federated(world, call, make_request(call, token, issuer));
  if (!result.session.empty()) {
    result.response.push_back({"SubjectFromWebIdentityToken", texts(claim(token, "sub")).front()});
    result.response.push_back({"Provider", issuer.text});
    result.response.push_back({"Audience", effective_audience(token).front()});
  }
  return result;
}

}  // namespace sts_playground::sts
