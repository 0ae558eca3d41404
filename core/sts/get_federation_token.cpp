// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t user_seconds = 43200;
constexpr std::int64_t root_seconds = 3600;

std::string federated_user_arn(const Call& call) {
  return "arn:" + call.caller.partition + ":sts::" + call.caller.account + ":federated-user/" + *call.parameters.string("Name");
}

// sts:GetFederationToken on the federated user's ARN, and sts:TagSession where tags are passed: id_session-tags.html
bool authorize_call(const World& world, const Call& call, const RoleRequest& request, CallResult& result) {
  add_role_request_keys(result.context, call, request);
  apply_given_keys(result.context, call);
  std::vector<std::string> actions = {"sts:GetFederationToken"};
  if (!request.tags.empty()) actions.emplace_back("sts:TagSession");
  for (const std::string& action : actions) {
    const auto input = authorization_input(world, call, action, request.role_arn, nullptr);
    result.authorizations.push_back(authorize(input, call.caller, result.context));
  }
  return first_denial(result) == nullptr;
}

Session make_session(const World& world, const Call& call, const std::string& arn, const SessionPolicies& policies,
                     const RoleRequest& request) {
  Session session;
  session.kind = SessionKind::federated_user;
  session.account = call.caller.account;
  session.partition = call.caller.partition;
  session.arn = arn;
  session.principal_name = call.caller.user_name;
  session.unique_id = call.caller.unique_id;
  session.session_name = *call.parameters.string("Name");
  if (call.caller.kind == CallerKind::user) session.role_arn = call.caller.arn;
  // The calling user's tags and those that were passed, which win: id_session-tags.html
  session.tags = principal_tags(world, call.caller, nullptr);
  for (const Tag& tag : request.tags) session.tags.set(tag.key, tag.value);
  session.effective_tags = session.tags;
  // Without session policies the session has no permissions of its own: id_credentials_temp_control-access_getfederationtoken.html
  session.has_session_policies = true;
  session.session_policies = policies.policies;
  return session;
}

}  // namespace

CallResult get_federation_token(const World& world, const Call& call) {
  if (auto refused = check_long_term_call(world, call, aws_errors::federation_token_by_session)) return std::move(*refused);
  const auto* tags = call.parameters.tags ? &*call.parameters.tags : nullptr;
  if (auto error = check_tags(tags, nullptr, Tags())) return refuse(std::move(*error));
  auto read = read_session_policies(world, call, call.caller.account);
  if (read.error) return refuse(std::move(*read.error), std::move(read.reason));
  RoleRequest request;
  request.role_arn = federated_user_arn(call);
  if (call.parameters.tags) request.tags = *call.parameters.tags;

  CallResult result;
  result.context = derive_context(world, call, request.role_arn);
  if (!authorize_call(world, call, request, result)) {
    fail(result, {"AccessDenied", 403, denied_message(call.caller, *first_denial(result))});
    return result;
  }
  const bool root = call.caller.kind == CallerKind::root;
  std::int64_t seconds = call.parameters.integer("DurationSeconds").value_or(root ? root_seconds : user_seconds);
  if (root && seconds > root_seconds) {
    result.notes.emplace_back(MessageId::root_session_is_capped, std::vector<std::string>{std::to_string(seconds)});
    seconds = root_seconds;
  }
  Tags passed;
  for (const Tag& tag : request.tags) passed.set(tag.key, tag.value);
  if (auto error = check_packed_size(read.policies, passed)) {
    CallResult refused = refuse(std::move(*error), Message(MessageId::packed_size_is_an_estimate));
    refused.authorizations = std::move(result.authorizations);
    refused.context = std::move(result.context);
    return refused;
  }
  issue_session(make_session(world, call, request.role_arn, read.policies, request), call, seconds, result);
  result.response.push_back({"FederatedUser.FederatedUserId", call.caller.account + ":" + *call.parameters.string("Name")});
  result.response.push_back({"FederatedUser.Arn", request.role_arn});
  result.response.push_back({"PackedPolicySize", std::to_string(estimate_packed_size(read.policies, passed)), true});
  return result;
}

}  // namespace sts_playground::sts
