#include "core/explain/sentences.h"

namespace sts_playground {
namespace {

bool looks_at(const Authorization& authorization, std::string_view folded_key) {
  for (const TraceEvent& event : authorization.trace.events) {
    if (event.step != TraceStep::condition) continue;
    const CompiledStatement& statement = authorization.trace.policies[event.policy]->compiled.statements[event.statement];
    if (statement.conditions[event.item].folded_key == folded_key) return true;
  }
  return false;
}

}  // namespace

const EvidenceRow& evidence_of(const CallResult& result) {
  std::vector<EvidenceRule> rules = result.evidence;
  const bool role_session = result.caller_session && result.caller_session->kind == SessionKind::role_session;
  if (role_session) {
    for (const Authorization& authorization : result.authorizations) {
      if (looks_at(authorization, "aws:multifactorauthpresent")) rules.push_back(EvidenceRule::role_session_has_no_mfa);
    }
  }
  return weakest_evidence(rules);
}

}  // namespace sts_playground
