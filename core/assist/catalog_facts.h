// Facts of the catalog that no table of the engine needs.
#pragma once

#include <string>
#include <string_view>

namespace sts_playground {

// The page that documents an operation, or an action ("s3:GetObject"); "" where none is known.
std::string operation_address(std::string_view operation);
std::string action_address(std::string_view action);

}  // namespace sts_playground
