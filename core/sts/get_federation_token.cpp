// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
#include <utility>

#include "core/call/authorization.h"
#include "core/call/callers.h"
#include "core/call/context.h"
#include "core/sts/operations.h"
#include "core/sts/session_tags.h"
#include "core/sts/sessions.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

// sts:GetFederationToken is authorised on the federated user's ARN, and sts:TagSession where tags are passed: id_session-tags.html
SessionRequest make_request(const Call& call) {
  SessionRequest request;
  request.action = "sts:GetFederationToken";
  request.resource_arn =
      make_arn({call.caller.partition, "sts", "", call.caller.account, "federated-user/" + *call.parameters.string("Name")});
  if (call.parameters.tags) request.tags = *call.parameters.tags;
  return request;
}

Session make_session(const World& world, const Call& call, const SessionRequest& request, const SessionPolicies& policies) {
  Session session = own_session(world, call, SessionKind::federated_user, false);
  session.arn = request.resource_arn;
  session.session_name = *call.parameters.string("Name");
  // The calling user's tags and those that were passed, which win: id_session-tags.html
  session.tags = principal_tags(world, call.caller, nullptr);
  for (const Tag& tag : request.tags) session.tags.set(tag.key, tag.value);
  session.effective_tags = session.tags;
  // Without session policies the session has no permissions of its own: id_credentials_temp_control-access_getfederationtoken.html
  session.has_session_policies = true;
  session.session_policies = policies.policies;
  session.managed_session_policies = policies.managed;
  return session;
}

}  // namespace

CallResult get_federation_token(const World& world, const Call& call) {
  const SessionRequest request = make_request(call);
  if (auto refusal = check_tags(request.tags, {}, Tags())) return std::move(*refusal);
  auto policies = read_session_policies(world, call, call.caller.account);
  if (policies.refused()) return std::move(policies.refusal());

  CallResult result;
  result.context = derive_context(world, call, request.resource_arn, session_request_keys(call, request));
  if (!authorize_session_request(world, call, request, result)) return refuse(result, denial(call.caller, result));
  TokenContents contents;
  contents.policies = policies->text;
  for (const Tag& tag : request.tags) contents.tags += tag.key + tag.value;
  contents.other = *call.parameters.string("Name");
  const SessionToken token = session_token(world, call, contents);
  if (auto refusal = check_session_token(token)) return refuse(result, std::move(*refusal));
  const std::int64_t seconds = own_seconds(call, result);
  issue_session(world, make_session(world, call, request, *policies), call, seconds, result);
  result.response.push_back({"FederatedUser.FederatedUserId", call.caller.account + ":" + *call.parameters.string("Name")});
  result.response.push_back({"FederatedUser.Arn", request.resource_arn});
  add_packed_policy_size(token, result);
  add_session_token(token, result);
  return result;
}

}  // namespace sts_playground::sts
