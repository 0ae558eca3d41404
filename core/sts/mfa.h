// Multi-factor authentication: SerialNumber and TokenCode of a call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground::sts {

// What happened where a code was given and is right; nothing where none was given.
Checked<std::optional<MfaCodeUsed>> check_mfa(const World& world, const Call& call);
// The code that a virtual device shows at an instant (epoch seconds). Its seed is derived from the serial number.
std::string mfa_code(std::string_view serial_number, std::int64_t now);

}  // namespace sts_playground::sts
