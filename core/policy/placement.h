// Which elements a kind of policy may have, for the kinds that IAM itself does not store on users and roles.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/policy/document.h"
#include "core/text/diagnostic.h"

namespace sts_playground {

// A warning for every element that the policy's kind does not allow, or lacks: boundaries and session policies, resource-based policies,
// SCPs and RCPs. Trust and identity policies have checks with IAM's own answers: iam/stored_policy_checks.h. The policy is judged as
// written all the same.
std::vector<Diagnostic> check_placement(const PolicyDocument& document, PolicyKind kind, std::string_view pointer,
                                        const std::shared_ptr<const SourceText>& source);

}  // namespace sts_playground
