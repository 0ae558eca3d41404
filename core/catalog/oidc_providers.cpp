#include "core/catalog/oidc_providers.h"

namespace sts_playground {
namespace {

constexpr BuiltInProvider built_in[] = {
    {"cognito-identity.amazonaws.com", "aud", "sub"},
    {"accounts.google.com", "aud", "sub"},
    {"www.amazon.com", "app_id", "user_id"},
    {"graph.facebook.com", "app_id", "id"},
};

// The list of the page named in the header.
constexpr SharedProvider shared[] = {
    {"cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com:aud", false},
    {"sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", "sts:RoleSessionName", false},
    {"agent.buildkite.com", "agent.buildkite.com:sub", false},
    {"oidc.codefresh.io", "oidc.codefresh.io:sub", false},
    {"studio.datachain.ai/api", "studio.datachain.ai/api:sub", false},
    {"token.actions.githubusercontent.com", "token.actions.githubusercontent.com:sub", false},
    {"oidc-configuration.audit-log.githubusercontent.com", "oidc-configuration.audit-log.githubusercontent.com:sub", false},
    {"vstoken.actions.githubusercontent.com", "vstoken.actions.githubusercontent.com:sub", false},
    {"gitlab.com", "gitlab.com:sub", false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7",
     "rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7:sub", false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr",
     "rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr:sub", false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg",
     "rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg:sub", false},
    {"rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26",
     "rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26:sub", false},
    {"oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb", "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb:sub",
     false},
    {"oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu", "oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu:sub",
     false},
    {"scalr.io", "scalr.io:sub", false},
    {"tokens.cloud.shisho.dev", "tokens.cloud.shisho.dev:sub", false},
    {"app.terraform.io", "app.terraform.io:sub", true},
    {"proidc.upbound.io", "proidc.upbound.io:sub", false},
    {"api.pulumi.com/oidc", "api.pulumi.com/oidc:aud", false},
    {"sandboxes.cloud", "sandboxes.cloud:aud", false},
    {"oidc.vercel.com", "oidc.vercel.com:aud", false},
};

}  // namespace

std::span<const BuiltInProvider> built_in_providers() { return built_in; }

const BuiltInProvider* find_built_in_provider(std::string_view host) {
  for (const BuiltInProvider& row : built_in) {
    if (row.host == host) return &row;
  }
  return nullptr;
}

std::span<const SharedProvider> shared_providers() { return shared; }

const SharedProvider* find_shared_provider(std::string_view host) {
  for (const SharedProvider& row : shared) {
    if (row.host == host) return &row;
  }
  return nullptr;
}

}  // namespace sts_playground
