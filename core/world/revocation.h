// Which sessions lost their life before they expire, and when.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/world/event.h"

namespace sts_playground {

using Revocations = std::map<std::string, std::int64_t>;  // session id -> epoch seconds

// Notes what an event at the instant `now` (epoch seconds) did to the sessions that are not expired by then. `world`: after the event.
//
// A session's life is over when its role or user is deleted, and while an inline policy of it denies everything to sessions of that age.
// This is how AWS revokes sessions, of roles and of users:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html
// A session that is issued while such a policy names a later instant is revoked from its beginning, as the first of these pages says.
// Inferred: a session lives again once no such policy is left, since permissions are computed at each request; one that came from a
// revoked session by chaining lives on, since its role's policies are others.
void note_revocations(Revocations& revocations, const World& world, const Event& event, std::int64_t now);

}  // namespace sts_playground
