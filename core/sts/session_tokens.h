// Session tokens: how long they are, and the one limit on that.
// https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/call/call.h"
#include "core/sts/session_policies.h"

namespace sts_playground::sts {

// What a token carries beyond what every token of its kind does.
struct TokenContents {
  std::string policies;  // session policies: the inline document, and the ARNs of managed ones
  std::string tags;      // keys and values
  std::string other;     // names, claims and the like
};
// Of a role's session: its session policies, session tags and source identity.
TokenContents session_contents(const Session& session, const SessionPolicies& policies);

struct SessionToken {
  std::size_t bytes = 0;
  bool is_estimate = false;      // AWS's size of such a token was not recorded
  bool tags_weigh_most = false;  // of what it carries
};
// Sizes of tokens that were recorded are exact; what policies, tags and claims add to them is an estimate.
SessionToken session_token(const World& world, const Call& call, const TokenContents& contents);
// PackedPolicyTooLarge where a token is longer than AWS makes them.
std::optional<Refusal> check_session_token(const SessionToken& token);

// SessionTokenUtilization and SessionTokenSize of a response.
void add_session_token(const SessionToken& token, CallResult& result);
// Before them, where the operation has it: PackedPolicySize, which repeats the utilization.
void add_packed_policy_size(const SessionToken& token, CallResult& result);

// True where the credentials of the call come from the global endpoint and its account has not asked for tokens that every Region knows.
bool issues_global_token(const World& world, const Call& call, std::string_view issuing_account);

}  // namespace sts_playground::sts
