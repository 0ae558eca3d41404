// What is asked of a role, or for a federated user, in one call; and whether it is allowed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/call/call.h"

namespace sts_playground::sts {

struct SessionRequest {
  std::string action;          // sts:AssumeRole, sts:AssumeRoleWithSAML, ...
  std::string resource_arn;    // the role's as requested; of sts:GetFederationToken the federated user's
  const Role* role = nullptr;  // null: there is none, or none is assumed
  std::vector<Tag> tags;       // passed now
  std::vector<std::string> transitive_keys;
  Tags inherited;
  std::string source_identity;  // passed or inherited; ""
  bool mfa = false;
  bool has_context = false;  // trusted contexts are provided
};

// aws:RequestTag/... and aws:TagKeys of tags that a request passes.
void add_tag_keys(RequestContext& context, const std::vector<Tag>& tags);
// The keys that such a call brings: sts:ExternalId, sts:RoleSessionName, aws:RequestTag/..., aws:TagKeys, ...
RequestContext session_request_keys(const Call& call, const SessionRequest& request);
// Authorises the call and its permission-only companions sts:TagSession, sts:SetSourceIdentity and sts:SetContext; each is kept in
// `result`, also after one was denied. True where all allow.
bool authorize_session_request(const World& world, const Call& call, const SessionRequest& request, CallResult& result);
// Why a role that is not there cannot be assumed.
Message no_such_role(const std::string& role_arn);
// The same for a role and a caller with credentials of AWS, as a refusal: a role that is not there is one that is denied.
std::optional<Refusal> check_role_request(const World& world, const Call& call, const SessionRequest& request, CallResult& result);

}  // namespace sts_playground::sts
