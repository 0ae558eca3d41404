// The condition keys of a call: those that AWS derives, the operation's own, and the step's `context` over both.
#pragma once

#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

// The account that a resource belongs to: the ARN's, else that of whoever owns it, else the caller's.
std::string resource_account(const World& world, std::string_view resource_arn, const Caller& caller);

// The VPC endpoint that the step's `context` names by aws:SourceVpce; null where it names none, or none of the scenario's.
const VpcEndpoint* endpoint_of(const World& world, const Call& call);

// Every key that AWS derives of the caller, the clock, the organization and the resource, then `own`, what the operation brings along,
// then what the step gives in its `context`, telling what that overrides.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
RequestContext derive_context(const World& world, const Call& call, std::string_view resource_arn,
                              const RequestContext& own = RequestContext());

}  // namespace sts_playground
