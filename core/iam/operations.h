// The IAM operations that change the world in the middle of a scenario.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
#pragma once

#include <span>

#include "core/call/operation.h"

namespace sts_playground::iam {

std::span<const OperationRow> operations();

}  // namespace sts_playground::iam
