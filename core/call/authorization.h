// Authorises calls, and says no as AWS does.
#pragma once

#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

// "User: X is not authorized to perform: A on resource: R because no ... allows the A action" and its like, as the action's service words
// it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
std::string denied_message(const Caller& caller, const Authorization& authorization, std::string_view region);
// What every such text begins with; all of it where no reason is given.
std::string base_denied_message(const Caller& caller, std::string_view action, std::string_view resource);

// Judges one action in the result's context and keeps what came of it in the result; true where it is allowed. `assumed_role`: as
// authorization_input() takes it.
bool authorize_action(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                      const Role* assumed_role, CallResult& result);
// Of an operation that needs no permission: whether the policy of the VPC endpoint that the call comes through lets it pass. That such
// operations are not exempt is inferred: what exempts them speaks of policies of identities (API_GetCallerIdentity.html), while the
// endpoint policy says which actions of STS can be performed through it (reference_sts_vpc_endpoint_policies.html).
bool passes_endpoint(const World& world, const Call& call, std::string_view resource_arn, CallResult& result);
// The first authorisation of a result that denies, or null.
const Authorization* first_denial(const CallResult& result);
// AccessDenied for the first denial of the result. There must be one.
Refusal denial(const Caller& caller, const CallResult& result);

// Any service:Action on any resource: authorised as AWS authorises it, never performed.
CallResult authorize_only(const World& world, const Call& call);

}  // namespace sts_playground
