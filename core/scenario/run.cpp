#include "core/scenario/run.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "core/call/authorization.h"
#include "core/call/callers.h"
#include "core/call/endpoints.h"
#include "core/catalog/parameters.h"
#include "core/scenario/expect.h"
#include "core/scenario/late_effects.h"
#include "core/scenario/operations.h"
#include "core/sts/mfa.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

struct Resolved {
  Caller caller;
  SessionPtr session;
  std::optional<Refusal> refusal;  // where the caller is no more; then the caller has its ARN only
};

// A deleted user's keys: https://github.com/okta-awscli/okta-awscli/issues/145
Resolved gone(const Step& step) {
  Resolved resolved;
  resolved.refusal = Refusal(aws_errors::invalid_client_token, Message(MessageId::caller_is_gone, {step.as}));
  resolved.caller.arn = step.as;
  return resolved;
}

Resolved of_session(SessionPtr session) {
  Resolved resolved;
  resolved.caller = session_caller(*session);
  resolved.session = std::move(session);
  return resolved;
}

// A session of a role that was issued at the step's own instant.
Resolved resolve_assumed_role(const World& world, const Step& step) {
  const auto principal = parse_principal_arn(step.as);
  const Account* account = world.account(principal->arn.account);
  const auto role = account->roles.find(std::string(principal->name));
  if (role == account->roles.end()) return gone(step);
  return of_session(outside_session(role->second, principal->session, step.at, make_unique_id("ASIA", step.as)));
}

Resolved resolve_caller(const World& world, const Step& step) {
  Resolved resolved;
  switch (step.reference) {
    case CallerReference::nobody: resolved.caller.user_id = "anonymous"; break;
    case CallerReference::user: {
      const User* user = world.user(step.as);
      if (!user) return gone(step);
      resolved.caller = user_caller(*user, *world.account(parse_arn(step.as)->account));
      break;
    }
    case CallerReference::root: resolved.caller = root_caller(*world.account(parse_arn(step.as)->account)); break;
    case CallerReference::service: resolved.caller = service_caller(step.as); break;
    case CallerReference::assumed_role: return resolve_assumed_role(world, step);
    case CallerReference::session: {
      SessionPtr session = world.session(step.as);
      if (session) return of_session(std::move(session));
      resolved.refusal =
          Refusal("NoSuchSession", 400, "The step " + step.as + " issued no session.", Message(MessageId::no_such_session, {step.as}));
      break;
    }
  }
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
  call.names_resource = step.names_resource;
  call.caller = resolved.caller;
  call.session = resolved.session;
  call.now = step.at;
  call.parameters = step.parameters;
  call.region = step.region.empty() ? default_region(call) : step.region;
  call.given = step.given;
  fill_in_mfa_code(call);
  return call;
}

DisputeSet asked_in(const CallResult& result) {
  DisputeSet asked = result.context.asked();
  for (const Authorization& authorization : result.authorizations) asked.add(authorization.asked);
  return asked;
}

// When the session that a call issued expires; nothing where it issued none.
std::optional<std::int64_t> issued_until(const CallResult& result) {
  for (const Event& event : result.events) {
    if (const auto* issued = std::get_if<SessionIssued>(&event)) return issued->session->expires_at;
  }
  return std::nullopt;
}

bool same_answer(const CallResult& a, const CallResult& b) {
  if (a.decision != b.decision || issued_until(a) != issued_until(b)) return false;
  if (!a.refusal || !b.refusal) return !a.refusal && !b.refusal;
  return a.refusal->error.code == b.refusal->error.code;
}

}  // namespace

StepResult run_step(const World& world, const Step& step) {
  StepResult result;
  result.id = step.id;
  const Resolved resolved = resolve_caller(world, step);
  result.call = make_call(step, resolved);
  result.result = resolved.refusal ? CallResult(*resolved.refusal) : perform(world, result.call);
  return result;
}

StepResult run_step_both_ways(World& world, const Step& step) {
  StepResult result = run_step(world, step);
  const DisputeSet asked = asked_in(result.result);
  if (asked.empty()) return result;
  for (const DisputeRow& row : disputes()) {
    if (!asked.has(row.dispute)) continue;
    const DisputeSide taken = world.disputed.side(row.dispute);
    world.disputed.take(row.dispute, other(taken));
    const StepResult turned = run_step(world, step);
    world.disputed.take(row.dispute, taken);
    if (same_answer(result.result, turned.result)) continue;
    const std::optional<Refusal>& refusal = turned.result.refusal;
    result.disputed.push_back(
        {row.dispute, taken, turned.result.decision, refusal ? refusal->error.code : "", issued_until(turned.result)});
  }
  return result;
}

namespace {

CallResult perform_call(const World& world, const Call& call) {
  if (auto refusal = check_credentials(world, call)) return std::move(*refusal);
  if (call.operation == "cli") {
    return Refusal("NotModelled", 501, "cli steps are not modelled", Message(MessageId::cli_not_modelled));
  }
  const OperationRow* operation = find_operation(call.operation);
  return operation ? perform_operation(*operation, world, call) : authorize_only(world, call);
}

}  // namespace

CallResult perform(const World& world, const Call& call) {
  CallResult result = perform_call(world, call);
  result.caller_session = call.session;
  return result;
}

Run run_scenario_steps(const Scenario& scenario) {
  Run run;
  run.world = scenario.world;
  LateEffects late;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const Step& step = scenario.steps[i];
    StepResult result = run_step_both_ways(run.world, step);
    result.index = i;
    late.tell(result);
    for (const Event& event : result.result.events) {
      run.world = sts_playground::apply(std::move(run.world), event);
      note_revocations(run.revocations, run.world, event, step.at);
      late.note(event, step.id, step.at);
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
