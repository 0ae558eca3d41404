// AWS's Regions: the partition that each belongs to, and those that an account must enable before its credentials are known there.
#pragma once

#include <span>
#include <string_view>

namespace sts_playground {

// What a step's `region` calls STS's global endpoint.
inline constexpr std::string_view global_endpoint = "global";

// The partition of a Region, or of the global endpoint.
std::string_view partition_of_region(std::string_view region);
// The Region that a call goes to where it names none.
std::string_view home_region(std::string_view partition);

// In the order of the alphabet.
std::span<const std::string_view> opt_in_regions();
bool is_opt_in_region(std::string_view region);

}  // namespace sts_playground
