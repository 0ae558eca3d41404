#include "core/scenario/run.h"

#include <algorithm>
#include <utility>

#include "core/catalog/parameters.h"
#include "core/iam/operations.h"
#include "core/scenario/expect.h"
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

namespace sts_playground {
namespace {

struct Resolved {
  Caller caller;
  SessionPtr session;
  std::optional<CallError> error;
  std::optional<Message> reason;
  std::string unknown_arn;  // of a caller that is no more
};

// A session of a role that was issued at the step's own instant by means outside the scenario: no tags, no MFA.
Resolved resolve_assumed_role(const World& world, const Step& step) {
  Resolved resolved;
  const auto principal = parse_principal_arn(step.as);
  const Account* account = world.account(principal->arn.account);
  const auto role = account->roles.find(std::string(principal->name));
  if (role == account->roles.end()) {
    resolved.error = sts::to_error(aws_errors::invalid_client_token);
    resolved.reason = Message(MessageId::caller_is_gone, {step.as});
    resolved.unknown_arn = step.as;
    return resolved;
  }
  sts::RoleRequest request;
  Session session = sts::role_session(role->second, request, std::string(principal->session));
  session.issued_at = step.at;
  session.expires_at = step.at + role->second.max_session_duration;
  session.access_key_id = sts::make_access_key_id("ASIA", step.as);
  resolved.session = std::make_shared<Session>(std::move(session));
  resolved.caller = session_caller(*resolved.session);
  return resolved;
}

Resolved resolve_user(const World& world, const Step& step) {
  Resolved resolved;
  if (const User* user = world.user(step.as)) {
    resolved.caller = user_caller(*user, *world.account(parse_arn(step.as)->account));
    return resolved;
  }
  // A deleted user's keys: https://github.com/okta-awscli/okta-awscli/issues/145
  resolved.error = sts::to_error(aws_errors::invalid_client_token);
  resolved.reason = Message(MessageId::caller_is_gone, {step.as});
  resolved.unknown_arn = step.as;
  return resolved;
}

Resolved resolve_caller(const World& world, const Step& step) {
  Resolved resolved;
  switch (step.reference) {
    case CallerReference::nobody: resolved.caller.user_id = "anonymous"; return resolved;
    case CallerReference::user: return resolve_user(world, step);
    case CallerReference::root: resolved.caller = root_caller(*world.account(parse_arn(step.as)->account)); return resolved;
    case CallerReference::service: resolved.caller = service_caller(step.as); return resolved;
    case CallerReference::assumed_role: return resolve_assumed_role(world, step);
    case CallerReference::session: break;
  }
  resolved.session = world.session(step.as);
  if (resolved.session) {
    resolved.caller = session_caller(*resolved.session);
    return resolved;
  }
  resolved.error = CallError{"NoSuchSession", 400, "The step " + step.as + " issued no session."};
  resolved.reason = Message(MessageId::no_such_session, {step.as});
  return resolved;
}

// "current" is what the named device shows at that instant.
void fill_in_mfa_code(Call& call) {
  const Parameter* code_row = find_parameter(call.operation, Means::mfa_code);
  const Parameter* device_row = find_parameter(call.operation, Means::mfa_device);
  if (!code_row || !device_row) return;
  const auto code = call.parameters.strings.find(std::string(code_row->name));
  if (code == call.parameters.strings.end() || code->second != current_mfa_code) return;
  const std::string* serial = call.parameters.string(device_row->name);
  code->second = serial ? sts::mfa_code(*serial, call.now) : "000000";
}

Call make_call(const Step& step, const Resolved& resolved) {
  Call call;
  call.step = step.id;
  call.operation = step.call;
  call.resource = step.resource;
  call.caller = resolved.caller;
  call.session = resolved.session;
  call.region = step.region;
  call.now = step.at;
  call.parameters = step.parameters;
  call.given = step.given;
  fill_in_mfa_code(call);
  return call;
}

}  // namespace

StepResult run_step(const World& world, const Step& step) {
  StepResult result;
  result.id = step.id;
  const Resolved resolved = resolve_caller(world, step);
  result.call = make_call(step, resolved);
  if (!resolved.unknown_arn.empty()) result.call.caller.arn = resolved.unknown_arn;
  result.result = resolved.error ? refuse(*resolved.error, resolved.reason) : perform(world, result.call);
  return result;
}

CallResult perform(const World& world, const Call& call) {
  if (auto error = sts::check_credentials(world, call)) {
    const bool expired = error->code == "ExpiredToken";
    return refuse(std::move(*error), expired ? Message(MessageId::session_expired, {call.session->id})
                                             : Message(MessageId::caller_is_gone, {call.session->arn}));
  }
  if (call.operation == "cli") return refuse({"NotModelled", 501, "cli steps are not modelled"}, Message(MessageId::cli_not_modelled));
  for (const sts::OperationRow& row : sts::operations()) {
    if (row.name == call.operation) return row.perform(world, call);
  }
  for (const iam::OperationRow& row : iam::operations()) {
    if (row.name == call.operation) return row.perform(world, call);
  }
  return sts::authorize_only(world, call);
}

Run run_scenario_steps(const Scenario& scenario) {
  Run run;
  run.world = scenario.world;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const Step& step = scenario.steps[i];
    StepResult result = run_step(run.world, step);
    result.index = i;
    for (const Event& event : result.result.events) {
      run.world = sts_playground::apply(run.world, event);
      note_revocations(run.revocations, run.world, event, step.at);
      run.events.push_back(event);
    }
    if (step.expect) {
      result.has_expectation = true;
      const ExpectationCheck check = check_expectation(*step.expect, result, run.world);
      result.failures = check.failures;
      run.passed += check.passed;
      run.failed += check.failures.size();
    }
    run.steps.push_back(std::move(result));
  }
  return run;
}

}  // namespace sts_playground
