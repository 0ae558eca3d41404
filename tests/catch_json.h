// How Catch2 shows JSON values. Without this it takes them for ranges of ranges without end.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/catch.h"

template <>
struct Catch::StringMaker<nlohmann::json> {
  static std::string convert(const nlohmann::json& value) { return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }
};
