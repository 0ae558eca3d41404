// Multi-factor authentication: SerialNumber and TokenCode of a call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground::sts {

// What came of the code of a call. Nothing of it is there where no code was given.
struct MfaCheck {
  bool passed = false;  // a code was given, and is right
  std::optional<Refusal> refusal;
  std::optional<MfaCodeTried> tried;  // where a device of the caller's checked a code: right or wrong, it counts
  std::optional<Message> note;        // where an inferred rule decided that the code was looked at
};
MfaCheck check_mfa(const World& world, const Call& call);
// Keeps in the result what a check leaves behind, whatever comes of the call.
void note_mfa(const MfaCheck& check, CallResult& result);
// The code that a virtual device shows at an instant (epoch seconds). Its seed is derived from the serial number.
std::string mfa_code(std::string_view serial_number, std::int64_t now);

}  // namespace sts_playground::sts
