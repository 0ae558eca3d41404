// What the world knows of whoever calls: caller, tags, and the layers of policies on the caller's and on the resource's side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/world/call.h"

namespace sts_playground {

Caller user_caller(const User& user, const Account& account);
Caller root_caller(const Account& account);
Caller service_caller(std::string_view service_principal);
// The caller that a session's credentials stand for.
Caller session_caller(const Session& session);
// False where the user or role behind a session was deleted (a namesake created later is somebody else).
bool principal_still_exists(const World& world, const Session& session);

// The tags behind aws:PrincipalTag: the user's or role's own, overridden by the session's.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
Tags principal_tags(const World& world, const Caller& caller, const Session* session);

// The account that a resource belongs to: the ARN's, else that of whoever owns it, else the caller's.
std::string resource_account(const World& world, std::string_view resource_arn, const Caller& caller);

// Every key that AWS derives of the caller, the clock, the organization and the resource. Operations add keys of their own.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
RequestContext derive_context(const World& world, const Call& call, std::string_view resource_arn);
// Lays the step's `context` over the derived keys, telling what it overrides. Called last.
void apply_given_keys(RequestContext& context, const Call& call);

// The layers that judge a call, for authorize(). `role`: the role that is assumed, for the sts:Assume* and permission-only actions.
AuthorizationInput authorization_input(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                                       const Role* assumed_role);

}  // namespace sts_playground
