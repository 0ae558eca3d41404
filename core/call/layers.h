// The layers of policies that judge a call.
#pragma once

#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

// The layers that judge a call, for authorize(). `assumed_role`: the role that is assumed, for the sts:Assume* and permission-only actions.
AuthorizationInput authorization_input(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                                       const Role* assumed_role);
// The layer of the VPC endpoint alone, for operations that need no permission; without layers where the call comes through no endpoint that
// the scenario describes.
AuthorizationInput endpoint_input(const World& world, const Call& call, std::string_view action, std::string_view resource_arn);

// Whether an account's SCPs would stop what was authorised if the caller were of that account. They bind the principals of their account
// only: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
bool scps_would_deny(const World& world, std::string_view account, const Authorization& authorization, const RequestContext& context);

}  // namespace sts_playground
