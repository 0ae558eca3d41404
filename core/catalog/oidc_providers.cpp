#include "core/catalog/oidc_providers.h"

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

constexpr BuiltInProvider built_in[] = {
    {"cognito-identity.amazonaws.com", "aud", "sub", {}},
    {"accounts.google.com", "aud", "sub", {"aud", "oaud", "sub"}},
    {"www.amazon.com", "app_id", "user_id", {"app_id", "sub"}},
    {"graph.facebook.com", "app_id", "id", {"app_id", "sub"}},
};

// The list of the page named in the header.
constexpr SharedProvider shared[] = {
    {"cognito-identity.amazonaws.com", {"aud"}, false, false},
    {"sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", {"sts:RoleSessionName"}, false, false},
    {"agent.buildkite.com", {"sub"}, false, false},
    {"oidc.codefresh.io", {"sub"}, false, false},
    {"studio.datachain.ai/api", {"sub"}, false, false},
    {"token.actions.githubusercontent.com", {"sub", "job_workflow_ref"}, false, true},
    {"oidc-configuration.audit-log.githubusercontent.com", {"sub"}, false, false},
    {"vstoken.actions.githubusercontent.com", {"sub"}, false, false},
    {"gitlab.com", {"sub"}, false, false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7", {"sub"}, false, false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr", {"sub"}, false, false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg", {"sub"}, false, false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26", {"sub"}, false, false},
    {"oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb", {"sub"}, false, false},
    {"oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu", {"sub"}, false, false},
    {"scalr.io", {"sub"}, false, false},
    {"tokens.cloud.shisho.dev", {"sub"}, false, false},
    {"app.terraform.io", {"sub"}, true, false},
    {"proidc.upbound.io", {"sub"}, false, false},
    {"api.pulumi.com/oidc", {"aud"}, false, false},
    {"sandboxes.cloud", {"aud"}, false, false},
    {"oidc.vercel.com", {"aud"}, false, false},
};

// Products whose tokens come from more than one issuer; keys of all of them are keys of any.
constexpr std::string_view github_host = "token.actions.githubusercontent.com";
constexpr std::string_view circleci_prefix = "oidc.circleci.com/org/";
constexpr std::string_view oracle_prefix = "idcs-";
constexpr std::string_view oracle_suffix = ".identity.oraclecloud.com";

bool ends_with_ignoring_case(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && equals_ignoring_case(text.substr(text.size() - end.size()), end);
}

bool is_oracle(std::string_view host) {
  return starts_with_ignoring_case(host, oracle_prefix) && ends_with_ignoring_case(host, oracle_suffix);
}

}  // namespace

std::span<const BuiltInProvider> built_in_providers() { return built_in; }

const BuiltInProvider* find_built_in_provider(std::string_view host) {
  for (const BuiltInProvider& row : built_in) {
    if (row.host == host) return &row;
  }
  return nullptr;
}

std::span<const SharedProvider> shared_providers() { return shared; }

const SharedProvider* find_shared_provider(std::string_view issuer) {
  while (issuer.ends_with('/')) issuer.remove_suffix(1);
  for (const SharedProvider& row : shared) {
    if (row.strict ? issuer.starts_with(row.host) : row.host == issuer) return &row;
  }
  return nullptr;
}

std::vector<std::string> required_keys(const SharedProvider& provider, std::string_view issuer) {
  std::vector<std::string> keys;
  for (const std::string_view claim : provider.claims) {
    if (claim.empty()) continue;
    const bool is_whole_key = claim.find(':') != std::string_view::npos;
    keys.push_back(is_whole_key ? std::string(claim) : std::string(issuer) + ":" + std::string(claim));
  }
  return keys;
}

std::optional<ProviderKey> provider_key(std::string_view key) {
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos || key.substr(0, colon).find('.') == std::string_view::npos) return std::nullopt;
  return ProviderKey{key.substr(0, colon), key.substr(colon + 1)};
}

bool is_github_actions(std::string_view host) {
  if (starts_with_ignoring_case(host, github_host)) return host.size() == github_host.size() || host[github_host.size()] == '/';
  const bool of_ghe_com = starts_with_ignoring_case(host, "token.actions.") && ends_with_ignoring_case(host, ".ghe.com");
  return of_ghe_com || ends_with_ignoring_case(host, "/_services/token");
}

bool have_same_claims(std::string_view host, std::string_view other) {
  if (equals_ignoring_case(host, other)) return true;
  if (is_github_actions(host)) return is_github_actions(other);
  if (starts_with_ignoring_case(host, circleci_prefix)) return starts_with_ignoring_case(other, circleci_prefix);
  return is_oracle(host) && is_oracle(other);
}

}  // namespace sts_playground
