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
constexpr std::string_view tasks[] = {"IAMAuditRootUserCredentials", "IAMCreateRootUserPassword", "IAMDeleteRootUserCredentials",
                                      "S3UnlockBucketPolicy", "SQSUnlockQueuePolicy"};

std::string target_account(const std::string& target) {
  if (is_account_id(target)) return target;
  const auto arn = parse_arn(target);
  return arn && is_account_id(arn->account) ? std::string(arn->account) : "";
}

bool is_task_policy(const std::string& arn) {
  const auto parsed = parse_arn(arn);
  if (!parsed || parsed->service != "iam" || parsed->account != "aws") return false;
  return std::any_of(std::begin(tasks), std::end(tasks),
                     [&](std::string_view task) { return parsed->resource == "policy/root-task/" + std::string(task); });
}

std::string root_arn(const Call& call, std::string_view account) { return make_arn({call.caller.partition, "iam", "", account, "root"}); }

std::optional<Refusal> check_target_and_task(const Call& call) {
  const std::string& target = *call.parameters.string("TargetPrincipal");
  if (target_account(target).empty()) return Refusal("ValidationError", 400, target + " is invalid");
  const std::string& task = *call.parameters.string("TaskPolicyArn");
  if (is_task_policy(task)) return std::nullopt;
  return Refusal("ValidationError", 400, task + " is not a valid task policy.", Message(MessageId::not_a_task_policy, {task}));
}

// Who may: a user or a role of the management account or of the delegated administrator, once root access is centralised, and only for
// member accounts: id_root-user-privileged-task.html
std::optional<Message> caller_problem(const World& world, const Call& call, const std::string& account) {
  const bool good_kind = call.caller.kind == CallerKind::user || call.caller.kind == CallerKind::role_session;
  if (!good_kind) return Message(MessageId::assume_root_caller);
  const Organization* organization = world.organization_of(call.caller.account);
  if (!organization || !organization->centralized_root_access) return Message(MessageId::root_access_not_centralized);
  const bool in_charge =
      call.caller.account == organization->management_account || call.caller.account == organization->delegated_administrator;
  if (!in_charge) return Message(MessageId::assume_root_account, {call.caller.account});
  if (organization->accounts.count(account) == 0 || account == organization->management_account) {
    return Message(MessageId::assume_root_target, {account});
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
  Session session = make_session(world, call, account);
  const std::string source_identity = session.source_identity;
  issue_session(std::move(session), call, call.parameters.integer("DurationSeconds").value_or(default_seconds), result);
  if (!source_identity.empty()) result.response.push_back({"SourceIdentity", source_identity});
  return result;
}

}  // namespace sts_playground::sts
