// What an unknown key may be, as far as the conditions on it tell the difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/compile/compile.h"
#include "core/evaluate/request_context.h"

namespace sts_playground {

// The uses of one key that matter: where it is compared, and where it is a policy variable.
struct KeyUse {
  std::string key;                                   // folded
  std::vector<const CompiledCondition*> conditions;  // on the key
  bool is_variable = false;                          // some value or resource contains ${key}
  std::vector<std::string> variable_values;          // values of the key with which such a text is likely to match
};

struct Completions {
  // Value lists of the key; an empty list means that it is absent. Those with which the first condition holds come first.
  std::vector<std::vector<std::string>> values;
  // Whatever else the key may hold, all conditions on it say the same as with one of `values`.
  bool complete = true;
  std::size_t work = 0;  // how much was tried: comparisons of values, about
};

// `context`: gives the values of the policy variables in the conditions.
Completions completions_of(const KeyUse& use, const RequestContext& context);

}  // namespace sts_playground
