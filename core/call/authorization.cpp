#include "core/call/authorization.h"

#include <algorithm>
#include <utility>

#include "core/call/context.h"
#include "core/call/layers.h"
#include "core/catalog/action_keys.h"
#include "core/catalog/denial_texts.h"
#include "core/catalog/services.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// The names of policy types in AWS's messages: troubleshoot_access-denied.html
std::string_view policy_type(LayerKind kind) {
  switch (kind) {
    case LayerKind::rcp: return "resource control policy";
    case LayerKind::scp: return "service control policy";
    case LayerKind::vpc_endpoint: return "VPC endpoint policy";
    case LayerKind::trust: return "role trust policy";
    case LayerKind::resource: return "resource-based policy";
    case LayerKind::identity: return "identity-based policy";
    case LayerKind::boundary: return "permissions boundary";
    case LayerKind::session: return "session policy";
  }
  return "policy";
}

std::string_view article(LayerKind kind) {
  switch (kind) {
    case LayerKind::trust: return "the ";
    case LayerKind::identity: return "an ";
    default: return "a ";
  }
}

bool is_of_iam(std::string_view action) { return starts_with_ignoring_case(action, "iam:"); }

std::string denied_beginning(const Caller& caller, std::string_view action) {
  std::string message = "User: ";
  message.append(caller.arn.empty() ? "anonymous" : caller.arn).append(" is not authorized to perform: ").append(action);
  return message;
}

std::string worded_action(const DenialTexts& texts, const std::string& action) {
  switch (texts.action) {
    case ActionWording::as_called: return action;
    case ActionWording::lower_case: return ascii_lower(action);
    case ActionWording::upper_case_service: break;
  }
  std::string worded = action;
  for (std::size_t i = 0; i < texts.service.size(); ++i) {
    if (is_ascii_letter(worded[i])) worded[i] = static_cast<char>(ascii_lower(worded[i]) - 'a' + 'A');
  }
  return worded;
}

std::string worded_resource(const DenialTexts& texts, const Caller& caller, const Authorization& authorization, std::string_view region) {
  const std::string& resource = authorization.resource;
  if (texts.resource == ResourceWording::queue_arn && resource == "*" && caller.has_account()) {
    return " on resource: " + make_arn({caller.partition, texts.service, region, caller.account, ""});
  }
  if (!authorization.resource_words.empty()) return " on resource: " + authorization.resource_words;
  if (resource == "*") return is_of_iam(authorization.action) ? " on resource: *" : "";
  if (texts.resource == ResourceWording::not_across_accounts && !authorization.same_account) return " on this resource";
  if (texts.resource == ResourceWording::quoted_arn) return " on resource: \"" + resource + "\"";
  return " on resource: " + resource;
}

// A role that does not let a service in is refused to it without a reason, whether its trust policy names another service or its condition
// fails. Recorded for EventBridge: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/
// eventbridge/target_roles.json. That other services are told no more, and that a Deny that matches is told, is inferred.
bool has_no_reason(const Caller& caller, const Authorization& authorization) {
  return caller.kind == CallerKind::service && authorization.denied_by == LayerKind::trust && !authorization.explicit_deny;
}

// The id of a policy of Organizations: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Policy.html
bool is_policy_id(std::string_view name) {
  return name.size() > 2 && name.starts_with("p-") &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_'; });
}

// ": ARN" of the SCP or RCP that denies, where its name in the document is the id that its ARN ends with; else nothing.
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_controls.json
std::string denying_policy(const Authorization& authorization) {
  for (const LayerResult& layer : authorization.layers) {
    if (!layer.decisive || layer.policy_arns.empty()) continue;
    for (const TraceEvent& event : authorization.trace.events) {
      const bool of_layer = event.policy >= layer.first_policy && event.policy < layer.first_policy + layer.policy_count;
      if (!of_layer || event.step != TraceStep::statement || event.outcome != Outcome::match) continue;
      const Policy& policy = *authorization.trace.policies[event.policy];
      if (policy.compiled.statements[event.statement].effect != Effect::deny) continue;
      return is_policy_id(policy.source.name) ? ": " + layer.policy_arns + policy.source.name : "";
    }
  }
  return "";
}

// Credentials of GetSessionToken without MFA and of GetFederationToken open nothing of IAM, and of STS only what their pages name:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
// IAM answers InvalidClientTokenId to them: https://github.com/hashicorp/terraform-provider-aws/issues/12111
std::optional<Refusal> check_session(const Call& call) {
  if (!call.session) return std::nullopt;
  const bool federated = call.session->kind == SessionKind::federated_user;
  const bool token = call.session->kind == SessionKind::session_token;
  if (starts_with_ignoring_case(call.operation, "iam:") && (federated || (token && !call.session->mfa_authenticated_at))) {
    return Refusal(aws_errors::invalid_client_token, Message(MessageId::session_opens_no_iam))
        .resting_on(EvidenceRule::session_opens_no_iam);
  }
  if (starts_with_ignoring_case(call.operation, "sts:") && (federated || token)) {
    return access_denied(base_denied_message(call.caller, call.operation, call.resource),
                         Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  return std::nullopt;
}

Subject subject_of(std::string_view action) {
  const ActionKeys* row = find_action_keys(action);
  return row ? row->subject : Subject::named;
}

// IAM's operations take the name of a role or user, in any letter case and without its path, and are authorised on the ARN that is stored:
// recorded 2026-09,
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/resource_authorization.json
std::string authorized_resource(const World& world, const Call& call) {
  if (!is_of_iam(call.operation) || subject_of(call.operation) != Subject::named) return call.resource;
  const auto arn = parse_principal_arn(call.resource);
  const Account* account = arn ? world.account(arn->arn.account) : nullptr;
  if (!account) return call.resource;
  const Role* role = arn->kind == PrincipalArnKind::role ? account->role_named(arn->name) : nullptr;
  const User* user = arn->kind == PrincipalArnKind::user ? account->user_named(arn->name) : nullptr;
  return role ? role->arn : user ? user->arn : call.resource;
}

// IAM's messages name a role or user that is there as "role NAME" and "user NAME"; what a call would make, and the role of iam:PassRole,
// which another service checks, by its ARN. Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/role_acquisition.json
// Observed: https://github.com/gardener/dashboard/pull/725, https://github.com/aws/aws-cdk/issues/27067
std::string resource_words(const World& world, const Call& call, std::string_view action, std::string_view resource_arn) {
  if (!is_of_iam(action) || subject_of(action) != Subject::named || subject_of(call.operation) == Subject::made) return "";
  if (const Role* role = world.role(resource_arn)) return "role " + role->name;
  if (const User* user = world.user(resource_arn)) return "user " + user->name;
  return "";
}

void add_note(CallResult& result, Message note) {
  for (const Message& other : result.notes) {
    if (other.id == note.id) return;
  }
  result.notes.push_back(std::move(note));
}

// Tells of SCPs that would have stopped an allowed call if they were about it, and of an RCP's action that evidence is divided on.
void note_policies_of_organizations(const World& world, const Call& call, CallResult& result) {
  const Authorization& authorization = result.authorizations.back();
  const std::string account = resource_account(world, authorization.resource, call.caller);
  if (authorization.allowed && account != call.caller.account && scps_would_deny(world, account, authorization, result.context)) {
    const std::string caller = call.caller.arn.empty() ? "anonymous" : call.caller.arn;
    add_note(result, call.caller.has_account() ? Message(MessageId::note_scps_of_other_account, {account, caller, call.caller.account})
                                               : Message(MessageId::note_scps_of_no_account, {account}));
  }
  if (rcp_coverage(authorization.action, authorization.resource) != RcpCoverage::unsettled) return;
  for (const LayerResult& layer : authorization.layers) {
    const bool rcps_are_judged = layer.kind == LayerKind::rcp && layer.policy_count > 0;
    if (rcps_are_judged) return add_note(result, Message(MessageId::note_rcp_unsettled, {authorization.action}));
  }
}

}  // namespace

std::string base_denied_message(const Caller& caller, std::string_view action, std::string_view resource) {
  std::string message = denied_beginning(caller, action);
  // Actions without a resource are named without one: troubleshoot_access-denied.html. IAM writes it out. Recorded 2026-09:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_access.json
  if (resource != "*" || is_of_iam(action)) message.append(" on resource: ").append(resource);
  return message;
}

std::string denied_message(const Caller& caller, const Authorization& authorization, std::string_view region) {
  const DenialTexts& texts = denial_texts(authorization.action);
  const std::string action = worded_action(texts, authorization.action);
  std::string message = denied_beginning(caller, action) + worded_resource(texts, caller, authorization, region);
  if (!authorization.denied_by || has_no_reason(caller, authorization)) return message;
  const LayerKind kind = *authorization.denied_by;
  if (authorization.explicit_deny) {
    message.append(" with an explicit deny in ").append(article(kind)).append(policy_type(kind)).append(denying_policy(authorization));
  } else {
    message.append(" because no ").append(policy_type(kind)).append(" allows the ").append(action).append(" action");
  }
  return message;
}

bool authorize_action(const World& world, const Call& call, std::string_view action, std::string_view resource_arn,
                      const Role* assumed_role, CallResult& result) {
  const AuthorizationInput input = authorization_input(world, call, action, resource_arn, assumed_role);
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  result.authorizations.back().resource_words = resource_words(world, call, action, resource_arn);
  note_policies_of_organizations(world, call, result);
  return result.authorizations.back().allowed;
}

bool passes_endpoint(const World& world, const Call& call, std::string_view resource_arn, CallResult& result) {
  const AuthorizationInput input = endpoint_input(world, call, call.operation, resource_arn);
  if (input.layers.empty()) return true;
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  return result.authorizations.back().allowed;
}

const Authorization* first_denial(const CallResult& result) {
  for (const Authorization& authorization : result.authorizations) {
    if (!authorization.allowed) return &authorization;
  }
  return nullptr;
}

Refusal denial(const Caller& caller, const CallResult& result) {
  const std::string_view region = result.context.variable("aws:RequestedRegion");
  return access_denied(denied_message(caller, *first_denial(result), region));
}

CallResult authorize_only(const World& world, const Call& call) {
  if (auto refusal = check_session(call)) return std::move(*refusal);
  CallResult result;
  const std::string resource = authorized_resource(world, call);
  result.context = derive_context(world, call, resource);
  if (authorize_action(world, call, call.operation, resource, nullptr, result)) return result;
  return refuse(result, denial(call.caller, result));
}

}  // namespace sts_playground
