// From a located JSON tree to a policy document.
#pragma once

#include <memory>
#include <string_view>

#include "core/policy/document.h"
#include "core/text/diagnostic.h"

namespace sts_playground {

// Reads a policy document. Diagnostics: an error for every part that has the wrong JSON type or is missing so that nothing can be
// judged (no object, no Statement, an Action that is a number, ...), with pointers below `pointer` and places in `source` (null: the
// scenario's text). What is well-typed but not what IAM would store is no fault here: see iam/stored_policy_checks.h.
Parsed<PolicyDocument> read_policy(const json::Value& value, std::string_view pointer, const std::shared_ptr<const SourceText>& source);

}  // namespace sts_playground
