#include "core/sts/federation.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t default_seconds = 3600;

// The call as the identity provider's subject makes it: no credentials of AWS are involved.
Call as_federated(const Call& call, const FederatedRequest& request) {
  Call federated = call;
  federated.caller = Caller();
  federated.caller.kind = CallerKind::federated;
  federated.caller.provider = request.provider;
  federated.session = nullptr;
  return federated;
}

RoleRequest role_request(const World& world, const FederatedRequest& request) {
  RoleRequest role;
  role.action = request.operation;
  role.role_arn = request.role_arn;
  role.role = world.role(request.role_arn);
  role.tags = request.tags;
  role.transitive_keys = request.transitive_keys;
  role.source_identity = request.source_identity;
  return role;
}

RequestContext federated_context(const World& world, const Call& call, const FederatedRequest& request, const RoleRequest& role) {
  RequestContext context = derive_context(world, call, request.role_arn);
  add_role_request_keys(context, call, role);
  context.set("sts:RoleSessionName", request.session_name);
  // Only OIDC providers show here, as the newest text has it; that of 2023 included SAML:
  // reference_policies_condition-keys.html#condition-keys-federatedprovider
  if (!request.federated_provider_key.empty()) context.set("aws:FederatedProvider", request.federated_provider_key);
  for (const ContextEntry& entry : request.keys) context.set(entry.key, entry.values, entry.multivalued, Origin::derived);
  apply_given_keys(context, call);
  return context;
}

}  // namespace

CallError federated_denial(std::string_view operation) {
  return {"AccessDenied", 403, "Not authorized to perform " + std::string(operation)};
}

std::optional<CallResult> check_federated_call(const World& world, const Call& call) {
  const std::string* role_arn = call.parameters.string("RoleArn");
  const auto principal = role_arn ? parse_principal_arn(*role_arn) : std::nullopt;
  if (principal) {
    if (auto error = check_region(world, call, principal->arn.account)) return refuse(std::move(*error));
  }
  if (auto error = check_parameters(call)) return refuse(std::move(*error));
  if (check_role_arn(*role_arn)) {
    if (call.operation == "sts:AssumeRoleWithWebIdentity") return refuse(to_error(aws_errors::oidc_role_arn));
    return refuse(std::move(*check_role_arn(*role_arn)));
  }
  return std::nullopt;
}

CallResult assume_federated(const World& world, const Call& original, const FederatedRequest& request) {
  const Call call = as_federated(original, request);
  const RoleRequest role = role_request(world, request);
  if (auto error = check_tags(&role.tags, &role.transitive_keys, Tags())) return refuse(std::move(*error));
  auto read = read_session_policies(world, call, parse_arn(request.role_arn)->account);
  if (read.error) return refuse(std::move(*read.error), std::move(read.reason));

  CallResult result;
  result.context = federated_context(world, call, request, role);
  if (!role.role) {
    fail(result, federated_denial(request.operation), Message(MessageId::no_such_role, {request.role_arn}));
    return result;
  }
  if (!authorize_role_request(world, call, role, result)) {
    fail(result, federated_denial(request.operation), std::nullopt);
    return result;
  }
  std::int64_t seconds = call.parameters.integer("DurationSeconds").value_or(default_seconds);
  if (seconds > role.role->max_session_duration) {
    fail(result, to_error(aws_errors::duration_exceeds_role),
         Message(MessageId::duration_exceeds_role,
                 {std::to_string(seconds), role.role->name, std::to_string(role.role->max_session_duration)}));
    result.refused_duration = RefusedDuration{seconds, role.role->max_session_duration};
    return result;
  }
  if (request.maximum_seconds) seconds = std::min(seconds, *request.maximum_seconds);
  Session session = role_session(*role.role, role, request.session_name);
  if (auto error = check_packed_size(read.policies, session.tags)) {
    fail(result, std::move(*error), Message(MessageId::packed_size_is_an_estimate));
    return result;
  }
  session.session_policies = read.policies.policies;
  session.has_session_policies = read.policies.given;
  session.federated_provider = request.federated_provider_key;
  for (const ContextEntry& entry : request.keys) {
    const bool kept = std::find(request.kept_keys.begin(), request.kept_keys.end(), entry.folded_key) != request.kept_keys.end();
    if (kept && !entry.values.empty()) session.federation_keys.push_back(entry);
  }
  const Session issued = session;
  issue_session(std::move(session), call, seconds, result);
  add_role_response(issued, read.policies, result);
  return result;
}

}  // namespace sts_playground::sts
