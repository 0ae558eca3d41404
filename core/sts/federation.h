// What AssumeRoleWithSAML and AssumeRoleWithWebIdentity share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/call/call.h"

namespace sts_playground::sts {

// A federated call once its assertion or token is good: who vouches, which keys, tags and session name come with it.
struct FederatedRequest {
  std::string operation;
  std::string role_arn;
  std::string session_name;
  std::string provider;                // as a trust policy's Principal names it
  std::string federated_provider_key;  // aws:FederatedProvider; "" where absent
  std::vector<ContextEntry> keys;      // saml: or OIDC keys
  std::vector<std::string> kept_keys;  // folded names of those that stay in the session
  std::vector<Tag> tags;
  std::vector<std::string> transitive_keys;
  std::string source_identity;
  std::optional<std::int64_t> maximum_seconds;  // the identity provider's own limit
};

// True where the call goes to an endpoint of the partition; the global endpoint is one of "aws". Which Regions are whose:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
bool at_endpoint_of(const Call& call, std::string_view partition);
// Trust policy, duration, session: the part after the assertion or token was checked.
CallResult assume_federated(const World& world, const Call& call, const FederatedRequest& request);
// AccessDenied, "Not authorized to perform sts:AssumeRoleWith...": the one text for every denial.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html, https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors
Refusal federated_denial(std::string_view operation, std::optional<Message> reason = std::nullopt);

}  // namespace sts_playground::sts
