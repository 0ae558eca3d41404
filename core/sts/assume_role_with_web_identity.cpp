// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
#include <algorithm>

#include "core/catalog/condition_keys.h"
#include "core/catalog/limits.h"
#include "core/catalog/oidc_providers.h"
#include "core/catalog/regions.h"
#include "core/sts/federation.h"
#include "core/sts/operations.h"
#include "core/sts/web_identity_token.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

constexpr std::string_view tags_claim = "https://aws.amazon.com/tags";
constexpr std::string_view principal_tags_prefix = "https://aws.amazon.com/tags/principal_tags/";
constexpr std::string_view source_identity_claim = "https://aws.amazon.com/source_identity";

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
    const auto audience = claim_texts(find_claim(token, "aud"));
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
  if (values.empty() || (values.size() > 1 && !multivalued)) return;
  std::string key = host + ":" + std::string(name);
  std::string folded = ascii_lower(key);
  if (kept) request.kept_keys.push_back(folded);
  request.keys.push_back({std::move(key), std::move(folded), std::move(values), multivalued, Origin::derived});
}

// The claim that a key stands for: of that name, or at the end of that path ("google/organization_number" is organization_number in the
// object google: https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateIdToken; that AWS
// reads it there is inferred from the key's name).
const json::Value* claim_at(const WebIdentityToken& token, std::string_view name) {
  if (const json::Value* value = find_claim(token, name)) return value;
  const std::size_t slash = name.find('/');
  const json::Value* outer = slash == std::string_view::npos ? nullptr : find_claim(token, name.substr(0, slash));
  return outer ? outer->find(name.substr(slash + 1)) : nullptr;
}

// The claims that some providers' tokens have beyond those of any; the catalogue's rows tell which. Any other claim (iss, workflow_ref,
// repository_owner, ...) is no key, and a condition on it never matches.
void add_provider_claims(FederatedRequest& request, const WebIdentityToken& token, const Issuer& issuer) {
  for (const ConditionKeyRow& row : condition_keys()) {
    const auto key = provider_key(row.name);
    const bool of_any = row.presence.sentence != MessageId::key_oidc_claim && row.presence.sentence != MessageId::key_oidc_listed_claim;
    if (!key || of_any || !have_same_claims(key->host, issuer.host)) continue;
    auto values = claim_texts(claim_at(token, key->claim));
    if (values.size() == 1) add_key(request, issuer.host, key->claim, std::move(values), false, false);
  }
}

// reference_policies_iam-condition-keys.html#condition-keys-wif. `oaud` holds the token's own audience also without `azp`, as in the
// example there: documented, not recorded.
void add_keys(FederatedRequest& request, const WebIdentityToken& token, const Issuer& issuer) {
  const std::string& host = issuer.host;
  const std::string_view audience_key = issuer.built_in ? issuer.built_in->audience : "aud";
  const std::string_view subject_key = issuer.built_in ? issuer.built_in->subject : "sub";
  const auto audience = effective_audience(token);
  add_key(request, host, audience_key, {audience.front()}, false, true);
  // Of several audiences the first: inferred.
  auto original = claim_texts(find_claim(token, "aud"));
  if (original.size() > 1) original.resize(1);
  if (audience_key == "aud") add_key(request, host, "oaud", std::move(original), false, false);
  add_key(request, host, subject_key, claim_texts(find_claim(token, "sub")), false, true);
  if (subject_key != "sub") add_key(request, host, "sub", claim_texts(find_claim(token, "sub")), false, true);
  add_key(request, host, "amr", claim_texts(find_claim(token, "amr")), true, true);
  add_key(request, host, "email", claim_texts(find_claim(token, "email")), false, false);
  add_provider_claims(request, token, issuer);
  // Recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws-roles.json
  const std::string authorized = names_roles(token) ? "true" : "false";
  request.keys.push_back({"sts:RoleAuthorizedByIdp", "sts:roleauthorizedbyidp", {authorized}, false, Origin::derived});
}

// {"principal_tags": {K: [V]}, "transitive_tag_keys": [...]}, or one flat claim a tag: id_session-tags.html
void add_tags(FederatedRequest& request, const WebIdentityToken& token) {
  if (const json::Value* tags = find_claim(token, tags_claim)) {
    if (const json::Value* principal_tags = tags->find("principal_tags")) {
      for (const json::Member& tag : principal_tags->members) {
        const auto values = claim_texts(&tag.value);
        if (!values.empty()) request.tags.push_back({tag.key, values.front()});
      }
    }
    request.transitive_keys = claim_texts(tags->find("transitive_tag_keys"));
  }
  for (const auto& [name, value] : token.claims) {
    if (name.substr(0, principal_tags_prefix.size()) != principal_tags_prefix) continue;
    const auto values = claim_texts(&value);
    if (!values.empty()) request.tags.push_back({name.substr(principal_tags_prefix.size()), values.front()});
  }
  const auto flat_transitive = claim_texts(find_claim(token, "https://aws.amazon.com/tags/transitive_tag_keys"));
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
  const auto source_identity = claim_texts(find_claim(token, source_identity_claim));
  if (!source_identity.empty()) request.source_identity = source_identity.front();
  add_keys(request, token, issuer);
  add_tags(request, token);
  return request;
}

// A provider that the trust policy names or whose keys it tests, and that the account does not have: no token can ever fit. IAM stores such
// a policy:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata/oidc_trust_controls_edges_aws.json
void tell_missing_providers(const World& world, const Call& call, CallResult& result) {
  const Role* role = world.role(*call.parameters.string("RoleArn"));
  if (!role || result.authorizations.empty() || !result.refusal) return;
  const Account& account = *world.account(parse_arn(role->arn)->account);
  std::vector<std::string> told;
  const auto is_new = [&](std::string_view host) {
    const bool known = account.oidc_providers.count(std::string(host)) != 0 || find_built_in_provider(host);
    if (known || std::find(told.begin(), told.end(), host) != told.end() || told.size() >= limits::listed_values) return false;
    told.emplace_back(host);
    return true;
  };
  for (const Statement& statement : role->trust->document.statements) {
    if (statement.effect != Effect::allow) continue;
    for (std::size_t i = 0; statement.principal && i < statement.principal->entries.size(); ++i) {
      const auto principal = parse_principal_arn(statement.principal->entries[i].value.value);
      const bool own = principal && principal->kind == PrincipalArnKind::oidc_provider && principal->arn.account == account.id;
      if (!own || !is_new(principal->name)) continue;
      result.notes.emplace_back(MessageId::oidc_principal_without_provider,
                                std::vector<std::string>{account.id, std::string(principal->name)});
    }
    for (const ConditionElement& condition : statement.conditions) {
      const auto key = provider_key(condition.key.value);
      if (!key || !is_new(key->host)) continue;
      result.notes.emplace_back(MessageId::oidc_key_without_provider,
                                std::vector<std::string>{account.id, std::string(key->host), condition.key.value});
    }
  }
}

CallResult answer(const World& world, const Call& call, const WebIdentityToken& token) {
  const Issuer issuer = find_issuer(world, call, token);
  if (auto refusal = check_token(world, call, token, issuer)) return std::move(*refusal);
  if (auto refusal = check_shared_provider(world, call, token, issuer)) return std::move(*refusal);
  const FederatedRequest request = make_request(call, token, issuer);
  CallResult result = assume_federated(world, call, request);
  tell_missing_providers(world, call, result);
  if (!result.session.empty()) {
    const auto subject = claim_texts(find_claim(token, "sub"));
    result.response.push_back({"SubjectFromWebIdentityToken", subject.empty() ? "" : subject.front()});
    // Of a registered provider its ARN, recorded; of a built-in one the issuer, API_AssumeRoleWithWebIdentity.html
    result.response.push_back({"Provider", issuer.built_in ? issuer.text : request.provider});
    result.response.push_back({"Audience", effective_audience(token).front()});
  }
  return result;
}

}  // namespace

CallResult assume_role_with_web_identity(const World& world, const Call& call) {
  const WebIdentityToken& token = *call.parameters.token;
  CallResult result = answer(world, call, token);
  if (lacks_times(token)) result.notes.emplace_back(MessageId::oidc_times_assumed);
  return result;
}

}  // namespace sts_playground::sts
