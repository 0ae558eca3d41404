// The token of AssumeRoleWithWebIdentity: whose it is, what it claims, and whether STS accepts it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/call/call.h"
#include "core/catalog/oidc_providers.h"

namespace sts_playground::sts {

// Null where the token has no such claim.
const json::Value* find_claim(const WebIdentityToken& token, std::string_view name);
// A claim's text, or its texts where it is a list; null and objects have none.
std::vector<std::string> claim_texts(const json::Value* value);

struct Issuer {
  std::string text;  // as in the token
  std::string host;  // without scheme, letter by letter: the provider's URL, the principal's name and the prefix of the condition keys
  const BuiltInProvider* built_in = nullptr;
  const OidcProvider* provider = nullptr;  // of the account that the role is in
};
Issuer find_issuer(const World& world, const Call& call, const WebIdentityToken& token);

// `azp` counts as the audience where the token has one, and the original `aud` is told by `oaud`:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
std::vector<std::string> effective_audience(const WebIdentityToken& token);
// True where the token tells neither when it was issued nor when it expires: then it is one that is issued now and good for an hour.
bool lacks_times(const WebIdentityToken& token);
// True where the token names roles (the claim https://aws.amazon.com/roles), as opposed to leaving that to the trust policy.
bool names_roles(const WebIdentityToken& token);

std::optional<Refusal> check_token(const World& world, const Call& call, const WebIdentityToken& token, const Issuer& issuer);

}  // namespace sts_playground::sts
