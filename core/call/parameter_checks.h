// What is checked of the parameters of calls, in AWS's wording.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

// All violations of a call's parameters (core/catalog/parameters.h) in one ValidationError, or nothing.
std::optional<Refusal> check_parameters(const Call& call);
// "<value> is invalid" where a role's ARN is none. Recorded: localstack tests/aws/services/sts/test_sts.snapshot.json
std::optional<Refusal> check_role_arn(const std::string& role_arn);
// RegionDisabledException where the account that issues the credentials has STS off in the Region.
std::optional<Refusal> check_region(const World& world, const Call& call, std::string_view account);

}  // namespace sts_playground
