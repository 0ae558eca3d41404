// The making of sessions, and what AWS's responses tell of them.
#pragma once

#include <cstdint>
#include <string>

#include "core/call/call.h"
#include "core/sts/session_policies.h"
#include "core/sts/session_request.h"
#include "core/sts/session_tokens.h"

namespace sts_playground::sts {

// The session of a user or of root itself, of GetSessionToken or of a console sign-in.
Session own_session(const World& world, const Call& call, SessionKind kind, bool mfa);
// A session of the request's role, with tags and source identity of the request.
Session requested_session(const SessionRequest& request, const std::string& session_name);
// How long credentials of a user or of root last that were asked for without a role; root's are capped, which is noted in the result.
std::int64_t own_seconds(const Call& call, CallResult& result);

// Fills what all sessions have: id, issue time, expiry, key id. Adds it to the result as event, with AWS's Credentials fields.
void issue_session(const World& world, Session session, const Call& call, std::int64_t seconds, CallResult& result);
// A role's session with its session policies: refused where its token would be too long, else issued, with AssumedRoleUser,
// PackedPolicySize, SourceIdentity and what is told of the token in the response.
CallResult issue_role_session(const World& world, Session session, const SessionPolicies& policies, const TokenContents& contents,
                              const Call& call, std::int64_t seconds, CallResult& result);
// The requested duration is longer than the role's maximum.
Refusal exceeds_role_maximum(std::int64_t seconds, const Role& role);

}  // namespace sts_playground::sts
