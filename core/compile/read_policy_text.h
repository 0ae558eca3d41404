// From a policy's text, or its tree in the scenario, to a policy.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/compile/compile.h"
#include "core/json/value.h"
#include "core/text/diagnostic.h"

namespace sts_playground {

struct PolicyReading {
  PolicyPtr policy;     // null where the text is no policy
  bool is_json = true;  // false where the text is not even JSON
  std::vector<Diagnostic> diagnostics;
};

// `value` is the policy's JSON value in the scenario: an object, or a string holding the text of one. `source.pointer`, `name` and
// `owner` are taken over; text and document span are filled in.
PolicyReading read_policy_value(const json::Value& value, PolicySource source, PolicyKind kind, const PrincipalDirectory* directory);

// Characters (UTF-16 code units) of a policy's text that count against IAM's quotas: white space outside of strings does not.
std::size_t quota_characters(std::string_view document_text);

}  // namespace sts_playground
