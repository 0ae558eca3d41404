// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
#include <utility>

#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/catalog/service_roles.h"
#include "core/sts/mfa.h"
#include "core/sts/operations.h"
#include "core/sts/session_tags.h"
#include "core/sts/sessions.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t default_seconds = 3600;
constexpr std::int64_t chaining_seconds = 3600;

// Who may call: a user, a role session, a GetSessionToken session or a service. Root and federated users may not:
// id_credentials_temp_request.html. The text for federated users is inferred.
std::optional<Refusal> check_caller(const Call& call, const std::string& role_arn) {
  switch (call.caller.kind) {
    case CallerKind::root:
    case CallerKind::assumed_root:
      return access_denied(std::string(aws_errors::root_may_not_assume), Message(MessageId::root_may_not_assume));
    case CallerKind::federated_user:
      return access_denied(base_denied_message(call.caller, call.operation, role_arn), Message(MessageId::federated_user_may_not_assume))
          .resting_on(EvidenceRule::federated_user_assumes);
    default: return std::nullopt;
  }
}

// Credentials of GetSessionToken meet the cap of role chaining too, though the documentation defines chaining as role to role:
// https://github.com/99designs/aws-vault/issues/263.
// Whether that is so is disputed: catalog/disputed.cpp
bool is_chaining(const World& world, const Call& call, CallResult& result) {
  if (!call.session || call.session->kind != SessionKind::session_token) return call.session != nullptr;
  result.context.ask(Dispute::chaining_cap_of_users);
  return world.disputed.observed(Dispute::chaining_cap_of_users);
}

// The cap of chaining is told before the role's maximum; which comes first where both apply is not recorded.
Checked<std::int64_t> session_seconds(const World& world, const Call& call, const Role& role, CallResult& result) {
  const auto asked = call.parameters.integer("DurationSeconds");
  const ServiceRoleRow* service = call.caller.kind == CallerKind::service ? find_service_role(call.caller.service) : nullptr;
  if (!asked) return service ? service->session_seconds : default_seconds;
  if (*asked > chaining_seconds && is_chaining(world, call, result)) {
    Refusal refusal(aws_errors::duration_exceeds_chain, Message(MessageId::duration_exceeds_chain, {std::to_string(*asked)}));
    refusal.duration = RefusedDuration{*asked, chaining_seconds};
    if (*asked > role.max_session_duration) refusal.evidence = EvidenceRule::order_of_duration_checks;
    if (call.session->kind != SessionKind::role_session) refusal.evidence = EvidenceRule::chaining_cap_of_session_tokens;
    return refusal;
  }
  const bool is_exempt = service && service->exempt_from_role_maximum;
  if (*asked > role.max_session_duration && !is_exempt) return exceeds_role_maximum(*asked, role);
  return *asked;
}

SessionRequest make_request(const World& world, const Call& call) {
  SessionRequest request;
  request.action = "sts:AssumeRole";
  request.resource_arn = *call.parameters.string("RoleArn");
  request.role = world.role(request.resource_arn);
  if (call.parameters.tags) request.tags = *call.parameters.tags;
  if (const auto* keys = call.parameters.list("TransitiveTagKeys")) request.transitive_keys = *keys;
  request.inherited = inherited_tags(call);
  request.has_context = call.parameters.provided_contexts && !call.parameters.provided_contexts->empty();
  const std::string* source_identity = call.parameters.string("SourceIdentity");
  if (source_identity) request.source_identity = *source_identity;
  if (!source_identity && call.session) request.source_identity = call.session->source_identity;
  return request;
}

// Whether an inherited tag replaces the role's own while the trust policy is judged is disputed: catalog/disputed.cpp
void add_inherited_resource_tags(RequestContext& keys, const World& world, const SessionRequest& request) {
  if (!request.role) return;
  for (const Tag& tag : request.inherited) {
    const Tag* own = request.role->tags.find(tag.key);
    if (!own) continue;
    keys.ask(Dispute::inherited_resource_tag);
    if (!world.disputed.observed(Dispute::inherited_resource_tag)) continue;
    keys.set("aws:ResourceTag/" + own->key, tag.value);
    keys.set("iam:ResourceTag/" + own->key, tag.value);
  }
}

// A source identity cannot be changed once it is set; the code is inferred:
// id_credentials_temp_control-access_monitor.html
std::optional<Refusal> check_source_identity(const Call& call, const SessionRequest& request) {
  if (!call.session || call.session->source_identity.empty()) return std::nullopt;
  const std::string& fixed = call.session->source_identity;
  if (fixed == request.source_identity) return std::nullopt;
  return access_denied(base_denied_message(call.caller, "sts:SetSourceIdentity", request.resource_arn),
                       Message(MessageId::source_identity_is_fixed, {fixed, request.source_identity}))
      .resting_on(EvidenceRule::fixed_source_identity);
}

}  // namespace

// The checks before any policy counts are caller, tags, session policies, MFA: the order is inferred from which error hides which.
CallResult assume_role(const World& world, const Call& call) {
  SessionRequest request = make_request(world, call);
  if (auto refusal = check_caller(call, request.resource_arn)) return std::move(*refusal);
  if (auto refusal = check_tags(request.tags, request.transitive_keys, request.inherited)) return std::move(*refusal);
  auto policies = read_session_policies(world, call, parse_arn(request.resource_arn)->account);
  if (policies.refused()) return std::move(policies.refusal());
  MfaCheck mfa = check_mfa(world, call);
  CallResult result;
  note_mfa(mfa, result);
  if (mfa.refusal) return refuse(result, std::move(*mfa.refusal));
  request.mfa = mfa.passed;

  RequestContext keys = session_request_keys(call, request);
  add_inherited_resource_tags(keys, world, request);
  result.context = derive_context(world, call, request.resource_arn, keys);
  if (auto refusal = check_role_request(world, call, request, result)) return refuse(result, std::move(*refusal));
  if (auto refusal = check_source_identity(call, request)) return refuse(result, std::move(*refusal));
  if (call.caller.kind == CallerKind::service && find_service_role(call.caller.service)) {
    result.evidence.push_back(EvidenceRule::session_of_a_service);
  }
  auto seconds = session_seconds(world, call, *request.role, result);
  if (seconds.refused()) return refuse(result, std::move(seconds.refusal()));
  Session session = requested_session(request, *call.parameters.string("RoleSessionName"));
  if (call.session && call.session->kind == SessionKind::session_token) session.caller_mfa_at = call.session->mfa_authenticated_at;
  if (request.has_context) result.notes.emplace_back(MessageId::context_taken_as_genuine);
  const TokenContents contents = session_contents(session, *policies);
  return issue_role_session(world, std::move(session), *policies, contents, call, *seconds, result);
}

}  // namespace sts_playground::sts
