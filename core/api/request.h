// Reads the requests of the engine's functions: JSON objects whose fields may be missing or wrong.
#pragma once

#include <string>
#include <string_view>

#include "core/json/value.h"

namespace sts_playground {

// The request's fields; none where it is no JSON object.
json::Value parse_request(const std::string& request);
// A field that is a string, or else `fallback`.
std::string text_field(const json::Value& request, std::string_view name, std::string_view fallback);

}  // namespace sts_playground
