// Who calls: the callers that users, roots, services and sessions are, and whether there is still somebody behind them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

Caller user_caller(const User& user, const Account& account);
Caller root_caller(const Account& account);
Caller service_caller(std::string_view service_principal);
// The caller that a session's credentials stand for.
Caller session_caller(const Session& session);

// A role's session before anything was asked for it: no tags but the role's own, no MFA, not issued yet.
Session role_session(const Role& role, std::string_view session_name);
// One that was issued at `now` (epoch seconds) by means outside of the scenario, for as long as the role allows.
SessionPtr outside_session(const Role& role, std::string_view session_name, std::int64_t now, std::string access_key_id = "");

// The user or role behind a caller; null where there is none, also where it was deleted (a namesake created later is somebody else).
const User* user_behind(const World& world, const Caller& caller);
const Role* role_behind(const World& world, const Caller& caller);

// The tags behind aws:PrincipalTag: the user's or role's own, overridden by the session's.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
Tags principal_tags(const World& world, const Caller& caller, const Session* session);

// InvalidClientTokenId and ExpiredToken, which come before anything else; nothing where the credentials are good.
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
std::optional<Refusal> check_credentials(const World& world, const Call& call);

}  // namespace sts_playground
