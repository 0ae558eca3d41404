// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
#include "core/catalog/service_roles.h"
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t default_seconds = 3600;
constexpr std::int64_t chaining_seconds = 3600;

// Who may call: a user, a role session, a GetSessionToken session or a service. Root and federated users may not:
// id_credentials_temp_request.html. The text for federated users is inferred.
std::optional<CallResult> check_caller(const Call& call, const std::string& role_arn) {
  switch (call.caller.kind) {
    case CallerKind::root:
    case CallerKind::assumed_root: return deny(std::string(aws_errors::root_may_not_assume), Message(MessageId::root_may_not_assume));
    case CallerKind::federated_user:
      return deny(base_denied_message(call.caller, call.operation, role_arn), Message(MessageId::federated_user_may_not_assume));
    case CallerKind::anonymous:
      return refuse(to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
    default: return std::nullopt;
  }
}

// Credentials of GetSessionToken meet the cap of role chaining too, though the documentation defines chaining as role to role:
// https://github.com/99designs/aws-vault/issues/263. We enforce it.
bool is_chaining(const Call& call) { return call.session != nullptr; }

struct Duration {
  std::int64_t seconds = default_seconds;
  std::optional<CallError> error;
  std::optional<Message> reason;
  std::optional<RefusedDuration> refused;
};

Duration refused_duration(const aws_errors::Text& error, Message reason, RefusedDuration refused) {
  return {0, to_error(error), std::move(reason), refused};
}

// The cap of chaining is told before the role's maximum; which comes first where both apply is not recorded.
Duration session_duration(const Call& call, const Role& role) {
  const auto asked = call.parameters.integer("DurationSeconds");
  const ServiceRoleRow* service = call.caller.kind == CallerKind::service ? find_service_role(call.caller.service) : nullptr;
  if (!asked) return {service ? service->session_seconds : default_seconds, std::nullopt, std::nullopt, std::nullopt};
  if (is_chaining(call) && *asked > chaining_seconds) {
    return refused_duration(aws_errors::duration_exceeds_chain, Message(MessageId::duration_exceeds_chain, {std::to_string(*asked)}),
                            {*asked, chaining_seconds});
  }
  if (*asked > role.max_session_duration && !(service && service->exempt_from_role_maximum)) {
    return refused_duration(
        aws_errors::duration_exceeds_role,
        Message(MessageId::duration_exceeds_role, {std::to_string(*asked), role.name, std::to_string(role.max_session_duration)}),
        {*asked, role.max_session_duration});
  }
  return {*asked, std::nullopt, std::nullopt, std::nullopt};
}

RoleRequest make_request(const World& world, const Call& call, const std::string& role_arn, bool mfa) {
  RoleRequest request;
  request.action = "sts:AssumeRole";
  request.role_arn = role_arn;
  request.role = world.role(role_arn);
  if (call.parameters.tags) request.tags = *call.parameters.tags;
  if (const auto* keys = call.parameters.list("TransitiveTagKeys")) request.transitive_keys = *keys;
  request.inherited = inherited_tags(call);
  const std::string* source_identity = call.parameters.string("SourceIdentity");
  if (source_identity) request.source_identity = *source_identity;
  if (!source_identity && call.session) request.source_identity = call.session->source_identity;
  request.mfa = mfa;
  return request;
}

// A source identity cannot be changed once it is set; the code is inferred:
// id_credentials_temp_control-access_monitor.html
bool changes_source_identity(const Call& call, const RoleRequest& request) {
  return call.session && !call.session->source_identity.empty() && call.session->source_identity != request.source_identity;
}

// The checks before any policy counts: parameters, caller, tags, session policies, MFA. The order is inferred from which error hides which.
std::optional<CallResult> check_before_authorization(const World& world, const Call& call, SessionPolicies& policies, MfaCheck& mfa) {
  const std::string* role_arn = call.parameters.string("RoleArn");
  const auto principal = role_arn ? parse_principal_arn(*role_arn) : std::nullopt;
  if (call.caller.kind == CallerKind::anonymous) return check_caller(call, "");
  if (principal) {
    if (auto error = check_region(world, call, principal->arn.account)) return refuse(std::move(*error));
  }
  if (auto error = check_parameters(call)) return refuse(std::move(*error));
  if (auto error = check_role_arn(*role_arn)) return refuse(std::move(*error));
  if (auto refused = check_caller(call, *role_arn)) return refused;
  const auto* tags = call.parameters.tags ? &*call.parameters.tags : nullptr;
  if (auto error = check_tags(tags, call.parameters.list("TransitiveTagKeys"), inherited_tags(call))) return refuse(std::move(*error));
  auto read = read_session_policies(world, call, principal->arn.account);
  if (read.error) return refuse(std::move(*read.error), std::move(read.reason));
  policies = std::move(read.policies);
  mfa = check_mfa(world, call);
  if (mfa.error) return refuse(std::move(*mfa.error), std::move(mfa.reason));
  return std::nullopt;
}

bool authorize_call(const World& world, const Call& call, const RoleRequest& request, CallResult& result) {
  if (!request.role) {
    // STS does not tell a missing role from a denied one: https://github.com/uswitch/kiam/issues/33
    fail(result, {"AccessDenied", 403, base_denied_message(call.caller, request.action, request.role_arn)},
         Message(MessageId::no_such_role, {request.role_arn}));
    return false;
  }
  const bool allowed = authorize_role_request(world, call, request, result);
  if (!allowed) {
    fail(result, {"AccessDenied", 403, denied_message(call.caller, *first_denial(result))}, std::nullopt);
    return false;
  }
  if (changes_source_identity(call, request)) {
    fail(result, {"AccessDenied", 403, base_denied_message(call.caller, "sts:SetSourceIdentity", request.role_arn)},
         Message(MessageId::source_identity_is_fixed, {call.session->source_identity, request.source_identity}));
    return false;
  }
  return true;
}

}  // namespace

CallResult assume_role(const World& world, const Call& call) {
  SessionPolicies policies;
  MfaCheck mfa;
  if (auto refused = check_before_authorization(world, call, policies, mfa)) return std::move(*refused);
  const std::string& role_arn = *call.parameters.string("RoleArn");
  const RoleRequest request = make_request(world, call, role_arn, mfa.used);

  CallResult result;
  if (mfa.used) result.events.emplace_back(MfaCodeUsed{*call.parameters.string("SerialNumber"), mfa.period});
  result.context = derive_context(world, call, role_arn);
  add_role_request_keys(result.context, call, request);
  apply_given_keys(result.context, call);
  if (!authorize_call(world, call, request, result)) return result;

  const Duration duration = session_duration(call, *request.role);
  if (duration.error) {
    fail(result, *duration.error, duration.reason);
    result.refused_duration = duration.refused;
    return result;
  }
  Session session = role_session(*request.role, request, *call.parameters.string("RoleSessionName"));
  if (auto error = check_packed_size(policies, session.tags)) {
    fail(result, std::move(*error), Message(MessageId::packed_size_is_an_estimate));
    return result;
  }
  session.session_policies = policies.policies;
  session.has_session_policies = policies.given;
  const Session issued = session;
  issue_session(std::move(session), call, duration.seconds, result);
  add_role_response(issued, policies, result);
  return result;
}

}  // namespace sts_playground::sts
