#include "core/scenario/operations.h"

#include "core/iam/operations.h"
#include "core/sts/operations.h"

namespace sts_playground {

std::array<std::span<const OperationRow>, 2> operation_tables() { return {sts::operations(), iam::operations()}; }

const OperationRow* find_operation(std::string_view name) {
  for (const std::span<const OperationRow> table : operation_tables()) {
    for (const OperationRow& row : table) {
      if (row.name == name) return &row;
    }
  }
  return nullptr;
}

}  // namespace sts_playground
