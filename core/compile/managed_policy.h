// AWS managed policies, read and compiled.
#pragma once

#include <string_view>

#include "core/compile/compile.h"

namespace sts_playground {

// The AWS managed policy with this ARN (arn:aws:iam::aws:policy/PATH/NAME, any partition) as an identity policy, or null where the
// product does not ship it.
PolicyPtr aws_managed_policy(std::string_view arn);

}  // namespace sts_playground
