// Identity providers of an account: made and deleted.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html, API_CreateSAMLProvider.html
#pragma once

#include "core/call/call.h"

namespace sts_playground::iam {

CallResult create_oidc_provider(const World& world, const Call& call);
CallResult delete_oidc_provider(const World& world, const Call& call);
CallResult create_saml_provider(const World& world, const Call& call);
CallResult delete_saml_provider(const World& world, const Call& call);

}  // namespace sts_playground::iam
