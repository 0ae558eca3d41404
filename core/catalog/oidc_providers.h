// Identity providers that AWS knows by itself, and those that many tenants share.
#pragma once

#include <span>
#include <string_view>

namespace sts_playground {

// Built-in web identity providers: no OIDC provider is created for them in IAM, and trust policies name them by their host.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
struct BuiltInProvider {
  std::string_view host;      // issuer without scheme, principal and key prefix
  std::string_view audience;  // name of the key that holds the audience
  std::string_view subject;   // and the subject
};
std::span<const BuiltInProvider> built_in_providers();
const BuiltInProvider* find_built_in_provider(std::string_view host);

// Providers shared by many tenants: a trust policy must test the claim that tells the tenants apart.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
struct SharedProvider {
  std::string_view host;          // provider URL without scheme and closing slash
  std::string_view required_key;  // condition key that the trust policy must test
  bool checked_by_sts;            // STS itself refuses a trust policy without it, also an old one
};
std::span<const SharedProvider> shared_providers();
const SharedProvider* find_shared_provider(std::string_view host);

}  // namespace sts_playground
