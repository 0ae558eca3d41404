// Identity providers that AWS knows by itself, and those that many tenants share.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sts_playground {

// Built-in web identity providers: no OIDC provider is created for them in IAM, and trust policies name them by their host.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
struct BuiltInProvider {
  std::string_view host;      // issuer without scheme, principal and key prefix
  std::string_view audience;  // name of the key that holds the audience
  std::string_view subject;   // and the subject
  // Names of the keys of which IAM wants one tested for equality where a trust policy is stored; "" are unused. None: another rule.
  // Recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata/oidc_trust_controls_details_aws.json
  std::array<std::string_view, 3> application_keys;
};
std::span<const BuiltInProvider> built_in_providers();
const BuiltInProvider* find_built_in_provider(std::string_view host);

// Providers shared by many tenants: a trust policy must test a claim that tells the tenants apart.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
struct SharedProvider {
  std::string_view host;  // provider URL without scheme and closing slash
  // What comes after the issuer and a colon in the keys of which one must be tested, or a whole key where it has a colon; "" is unused.
  std::array<std::string_view, 2> claims;
  bool checked_by_sts;  // STS itself refuses a trust policy without it, also an old one
  // GitHub Actions: every issuer that begins with the host, whatever follows; a value may not be empty, blank or begin with a star; IAM's
  // text names the principal as it is written. Recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata/oidc_trust_controls_details_aws.json
  bool strict;
};
std::span<const SharedProvider> shared_providers();
// `issuer`: without scheme; a closing slash does not count.
const SharedProvider* find_shared_provider(std::string_view issuer);
// The condition keys of which one must be tested, for an issuer (without scheme) that the row is about.
std::vector<std::string> required_keys(const SharedProvider& provider, std::string_view issuer);

// A condition key of an OIDC provider in its two halves: the issuer without scheme before the first colon, which has a dot where a
// service's prefix has none, and the claim behind it, which may hold anything ("oidc.circleci.com/project-id").
struct ProviderKey {
  std::string_view host;
  std::string_view claim;
};
std::optional<ProviderKey> provider_key(std::string_view key);
// True where AWS reads the same claims of both issuers (without scheme): the same one in any letter case, or two of one product.
bool have_same_claims(std::string_view host, std::string_view other);
// GitHub Actions: github.com, an enterprise of it with a path of its own, and GitHub Enterprise's own hosts.
// https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc
bool is_github_actions(std::string_view host);

}  // namespace sts_playground
