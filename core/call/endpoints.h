// Which Region a call goes to, and whether the caller's credentials are known there.
#pragma once

#include <optional>
#include <string>

#include "core/call/call.h"

namespace sts_playground {

// The Region of a call that names none: the caller's partition's own; of services and of nobody, that of the role or resource.
std::string default_region(const Call& call);
// InvalidClientTokenId where the Region does not know the caller's credentials at all, whatever they may do elsewhere.
std::optional<Refusal> check_endpoint_knows_caller(const World& world, const Call& call);

}  // namespace sts_playground
