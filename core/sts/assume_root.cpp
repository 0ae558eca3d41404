// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
#include <algorithm>

#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/call/layers.h"
#include "core/call/parameter_checks.h"
#include "core/compile/managed_policy.h"
#include "core/sts/operations.h"
#include "core/sts/sessions.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t default_seconds = 900;
// The task policies, and which of the two features each needs. Documented: id_root-enable-root-access.html; recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_sessions.json
struct Task {
  std::string_view policy;
  bool needs_root_sessions;  // else root credentials management
};
constexpr Task tasks[] = {
    {"IAMAuditRootUserCredentials", false}, {"IAMCreateRootUserPassword", false}, {"IAMDeleteRootUserCredentials", false},
    {"S3UnlockBucketPolicy", true},         {"SQSUnlockQueuePolicy", true},
};

// An account id, or the ARN of a root user; nothing else is a target.
std::string target_account(const std::string& target) {
  if (is_account_id(target)) return target;
  const auto arn = parse_principal_arn(target);
  return arn && arn->kind == PrincipalArnKind::root && is_account_id(arn->arn.account) ? std::string(arn->arn.account) : "";
}

const Task* find_task(const std::string& arn) {
  const auto parsed = parse_arn(arn);
  if (!parsed || parsed->service != "iam" || parsed->account != "aws") return nullptr;
  const auto found = std::find_if(std::begin(tasks), std::end(tasks),
                                  [&](const Task& task) { return parsed->resource == "policy/root-task/" + std::string(task.policy); });
  return found == std::end(tasks) ? nullptr : found;
}

std::string root_arn(const Call& call, std::string_view account) { return make_arn({call.caller.partition, "iam", "", account, "root"}); }

std::optional<Refusal> check_target_and_task(const Call& call) {
  const std::string& target = *call.parameters.string("TargetPrincipal");
  if (target_account(target).empty()) return Refusal(aws_errors::root_target, Message(MessageId::not_a_root_target, {target}));
  const std::string& task = *call.parameters.string("TaskPolicyArn");
  if (find_task(task)) return std::nullopt;
  return Refusal(aws_errors::root_task, Message(MessageId::not_a_task_policy, {task}));
}

// Who may: a user or a role of the management account or of the delegated administrator, and only for member accounts:
// id_root-user-privileged-task.html. Recorded: the management account is refused as a target, and a former delegated administrator as a
// caller, with the short text, whatever policies say and whatever is enabled:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_access.json
std::optional<Message> caller_problem(const World& world, const Call& call, const std::string& account) {
  const bool good_kind = call.caller.kind == CallerKind::user || call.caller.kind == CallerKind::role_session;
  if (!good_kind) return Message(MessageId::assume_root_caller);
  const Organization* organization = world.organization_of(call.caller.account);
  if (!organization) return Message(MessageId::root_access_not_centralized);
  const bool in_charge =
      call.caller.account == organization->management_account || call.caller.account == organization->delegated_administrator;
  if (!in_charge) return Message(MessageId::assume_root_account, {call.caller.account});
  if (account == organization->management_account) return Message(MessageId::assume_root_management, {account});
  if (organization->accounts.count(account) == 0) return Message(MessageId::assume_root_target, {account});
  return std::nullopt;
}

// What is not enabled in the organization. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_sessions.json
// That policies are asked before is inferred from GetWebIdentityToken, where authorisation comes before the check of the feature.
std::optional<Refusal> check_features(const Organization& organization, const Task& task) {
  if (!organization.centralized_root_access) {
    return access_denied(std::string(aws_errors::root_access_off), Message(MessageId::root_access_not_centralized));
  }
  if (task.needs_root_sessions && !organization.root_sessions) {
    return access_denied(std::string(aws_errors::root_sessions_off), Message(MessageId::root_feature_off, {"RootSessions"}));
  }
  if (!task.needs_root_sessions && !organization.root_credentials_management) {
    return access_denied(std::string(aws_errors::root_credentials_off),
                         Message(MessageId::root_feature_off, {"RootCredentialsManagement"}));
  }
  return std::nullopt;
}

Session make_session(const World& world, const Call& call, const std::string& account) {
  Session session;
  session.kind = SessionKind::assumed_root;
  session.account = account;
  const Account* target = world.account(account);
  session.partition = target ? target->partition : call.caller.partition;
  session.arn = root_arn(call, account);
  if (call.session) session.source_identity = call.session->source_identity;
  session.has_session_policies = true;
  if (PolicyPtr task = aws_managed_policy(*call.parameters.string("TaskPolicyArn"))) session.session_policies.push_back(std::move(task));
  return session;
}

}  // namespace

CallResult assume_root(const World& world, const Call& call) {
  if (auto refusal = check_target_and_task(call)) return std::move(*refusal);
  const std::string account = target_account(*call.parameters.string("TargetPrincipal"));
  if (auto refusal = check_region(world, call, account)) return std::move(*refusal);
  const std::string resource = root_arn(call, account);
  if (auto problem = caller_problem(world, call, account)) {
    return access_denied(base_denied_message(call.caller, call.operation, resource), std::move(problem));
  }
  CallResult result;
  RequestContext keys;
  keys.set("sts:TaskPolicyArn", *call.parameters.string("TaskPolicyArn"));
  result.context = derive_context(world, call, resource, keys);
  AuthorizationInput input = authorization_input(world, call, call.operation, resource, nullptr);
  // There is no policy on the member account's side to ask: the caller's side alone decides.
  input.same_account = true;
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  if (first_denial(result)) return refuse(result, denial(call.caller, result));
  const std::string& task = *call.parameters.string("TaskPolicyArn");
  if (auto refusal = check_features(*world.organization_of(call.caller.account), *find_task(task))) {
    return refuse(result, std::move(*refusal));
  }
  Session session = make_session(world, call, account);
  const std::string source_identity = session.source_identity;
  issue_session(world, std::move(session), call, call.parameters.integer("DurationSeconds").value_or(default_seconds), result);
  if (!source_identity.empty()) result.response.push_back({"SourceIdentity", source_identity});
  TokenContents contents;
  contents.policies = task;
  contents.other = source_identity;
  add_session_token(session_token(world, call, contents), result);
  return result;
}

}  // namespace sts_playground::sts
