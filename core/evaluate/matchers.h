// The matchers of a statement's elements, for judge_statement() and for how authorize() weighs names; nobody else matches
// (scripts/check-layers.mjs).
#pragma once

#include <cstddef>
#include <string_view>

#include "core/evaluate/judge.h"

namespace sts_playground {

// How one entry names the caller.
PrincipalNaming principal_naming(const CompiledPrincipal& principal, const Caller& caller, Effect effect, PolicyKind kind);

struct PrincipalMatching {
  bool matched = false;
  std::size_t entry = 0;                           // the first that names the caller; of a matched NotPrincipal: not_principal_lacks
  PrincipalNaming naming = PrincipalNaming::none;  // NotPrincipal names everyone who is not listed
};
PrincipalMatching match_principal(const CompiledStatement& statement, const Caller& caller, PolicyKind kind);
bool match_action(const CompiledStatement& statement, std::string_view action);
Outcome match_resource(const CompiledStatement& statement, std::string_view resource, const RequestContext& context);
// The whole of `value`, variables substituted; unknown where the value of a variable is.
Outcome match_pattern(const Pattern& pattern, std::string_view value, const RequestContext& context);

}  // namespace sts_playground
