// The IAM operations that change the world in the middle of a scenario.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
#pragma once

#include <span>
#include <string_view>

#include "core/world/call.h"

namespace sts_playground::iam {

using Operation = CallResult (*)(const World& world, const Call& call);

struct OperationRow {
  std::string_view name;
  Operation perform;
};

std::span<const OperationRow> operations();

}  // namespace sts_playground::iam
