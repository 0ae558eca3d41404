// All operations that are performed; every other call is only authorised.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/call/operation.h"

namespace sts_playground {

// The tables of STS with the console, and of IAM.
std::array<std::span<const OperationRow>, 2> operation_tables();
// The row of service:Name, in this letter case; null where such calls are only authorised.
const OperationRow* find_operation(std::string_view name);

}  // namespace sts_playground
