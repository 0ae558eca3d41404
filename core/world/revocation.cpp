#include "core/world/revocation.h"

#include <algorithm>
#include <optional>

namespace sts_playground {
namespace {

bool covers_everything(const CompiledStatement& statement) {
  const auto every_action = [](const Pattern& action) { return action.matches_everything(); };
  const auto every_resource = [](const CompiledResource& resource) { return resource.everything; };
  return !statement.not_action && std::any_of(statement.actions.begin(), statement.actions.end(), every_action) &&
         !statement.not_resource && std::any_of(statement.resources.begin(), statement.resources.end(), every_resource);
}

// Sessions issued before this instant are denied everything by the statement. Its name does not matter, what it says does.
std::optional<Instant> revoked_before(const CompiledStatement& statement) {
  if (statement.effect != Effect::deny || statement.conditions.size() != 1 || !covers_everything(statement)) return std::nullopt;
  const CompiledCondition& condition = statement.conditions.front();
  const ConditionOperator* row = condition.name.condition_operator;
  if (!row || row->name != "DateLessThan" || condition.name.set != SetOperator::none) return std::nullopt;
  if (condition.folded_key != "aws:tokenissuetime") return std::nullopt;
  std::optional<Instant> latest;
  for (const Operand& operand : condition.operands) {
    if (operand.valid && operand.instant && (!latest || compare(*latest, *operand.instant) < 0)) latest = operand.instant;
  }
  return latest;
}

std::optional<Instant> revoked_before(const Policies& policies) {
  std::optional<Instant> latest;
  for (const auto& [name, policy] : policies) {
    for (const CompiledStatement& statement : policy->compiled.statements) {
      const std::optional<Instant> instant = revoked_before(statement);
      if (instant && (!latest || compare(*latest, *instant) < 0)) latest = instant;
    }
  }
  return latest;
}

// The role or user behind sessions, as far as their life depends on it.
struct Principal {
  std::string unique_id;  // "": it is no more
  std::optional<Instant> revoked_before;
};

Principal find_principal(const World& world, const std::string& arn) {
  if (const Role* role = world.role(arn)) return {role->unique_id, revoked_before(role->policies)};
  if (const User* user = world.user(arn)) return {user->unique_id, revoked_before(user->policies)};
  return {};
}

struct Note {
  Revocations& revocations;
  const World& world;
  std::int64_t now;

  void operator()(const SessionIssued& event) const {
    const Principal principal = find_principal(world, event.session->principal_arn);
    // Sessions of the root user and of services outside of the world have none.
    if (!principal.unique_id.empty()) judge(*event.session, principal);
  }
  void operator()(const RoleDeleted& event) const { judge_all(event.role_arn); }
  void operator()(const RolePolicyPut& event) const { judge_all(event.role_arn); }
  void operator()(const RolePolicyDeleted& event) const { judge_all(event.role_arn); }
  void operator()(const UserDeleted& event) const { judge_all(event.user_arn); }
  void operator()(const UserPolicyPut& event) const { judge_all(event.user_arn); }
  void operator()(const UserPolicyDeleted& event) const { judge_all(event.user_arn); }
  template <typename Other>
  void operator()(const Other&) const {}

  void judge_all(const std::string& arn) const {
    const Principal principal = find_principal(world, arn);
    for (const auto& [id, session] : world.sessions) {
      if (session->principal_arn == arn) judge(*session, principal);
    }
  }

  void judge(const Session& session, const Principal& principal) const {
    if (now >= session.expires_at) return;
    // DateLessThan is strict: a session of that very instant lives.
    const bool denied = principal.revoked_before && compare({session.issued_at, 0}, *principal.revoked_before) < 0;
    // A recreated namesake has another unique id: reference_identifiers.html#identifiers-unique-ids
    if (denied || principal.unique_id != session.unique_id) revocations.emplace(session.id, now);
    else revocations.erase(session.id);
  }
};

}  // namespace

void note_revocations(Revocations& revocations, const World& world, const Event& event, std::int64_t now) {
  std::visit(Note{revocations, world, now}, event);
}

}  // namespace sts_playground
