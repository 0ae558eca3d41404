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

}  // namespace sts_playground
