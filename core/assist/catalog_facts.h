// Facts of the catalog that no table of the engine needs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/catalog/condition_keys.h"

namespace sts_playground {

// The calls that can have a condition key; empty: any call can.
std::span<const std::string_view> key_operations(const ConditionKeyRow& row);
// The page that documents an operation, or an action ("s3:GetObject"); "" where none is known.
std::string operation_address(std::string_view operation);
std::string action_address(std::string_view action);

}  // namespace sts_playground
