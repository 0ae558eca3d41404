#include "core/scenario/late_effects.h"

#include <variant>

#include "core/text/messages.h"

namespace sts_playground {
namespace {

constexpr std::int64_t settling_seconds = 60;

// Whom an event changes; "" where nobody, or where AWS tells at once: sessions, codes.
template <typename Changed>
std::string changed_principal(const Changed& event) {
  if constexpr (requires { event.role_arn; }) return event.role_arn;
  else if constexpr (requires { event.user_arn; }) return event.user_arn;
  else if constexpr (requires { event.role.arn; }) return event.role.arn;
  else if constexpr (requires { event.user.arn; }) return event.user.arn;
  else return "";
}

}  // namespace

void LateEffects::note(const Event& event, const std::string& step, std::int64_t at) {
  const std::string arn = std::visit([](const auto& changed) { return changed_principal(changed); }, event);
  if (!arn.empty()) changes_[arn] = {step, at};
}

const LateEffects::Change* LateEffects::recent(const std::string& arn, std::int64_t now) const {
  const auto found = changes_.find(arn);
  return found != changes_.end() && now - found->second.at < settling_seconds ? &found->second : nullptr;
}

void LateEffects::tell(StepResult& step) const {
  CallResult& result = step.result;
  // IAM's own answers follow its changes closely enough.
  if (step.call.operation.starts_with("iam:") || (!result.refusal && result.authorizations.empty())) return;
  const Change* change = recent(step.call.caller.principal_arn, step.call.now);
  const std::string* role = step.call.parameters.string("RoleArn");
  const Change* of_role = role ? recent(*role, step.call.now) : nullptr;
  if (!change || (of_role && of_role->at > change->at)) change = of_role;
  if (!change) return;
  result.notes.emplace_back(MessageId::note_late_effect,
                            std::vector<std::string>{change->step, std::to_string(step.call.now - change->at)});
}

}  // namespace sts_playground
