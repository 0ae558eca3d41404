#include "core/sts/mfa.h"

#include <algorithm>

#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/encoding.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t period_seconds = 30;  // https://www.rfc-editor.org/rfc/rfc6238#section-5.2

const std::vector<std::string>* devices_of_caller(const World& world, const Caller& caller) {
  if (caller.kind != CallerKind::user && caller.kind != CallerKind::session_token) return nullptr;
  const User* user = world.user(caller.principal_arn);
  return user ? &user->mfa_devices : nullptr;
}

Refusal failed(std::string_view text, MessageId reason, MessageArguments arguments = {}) {
  return access_denied(std::string(text), Message(reason, arguments));
}

}  // namespace

std::string mfa_code(std::string_view serial_number, std::int64_t now) {
  // Not a secret: anyone can derive it, so nobody can mistake it for a real device's.
  const auto seed = sha1("sts-playground virtual MFA device " + std::string(serial_number));
  return totp(std::string_view(reinterpret_cast<const char*>(seed.data()), seed.size()), now);
}

// SerialNumber and TokenCode identify a device of the calling user: API_AssumeRole.html, API_GetSessionToken.html
Checked<std::optional<MfaCodeUsed>> check_mfa(const World& world, const Call& call) {
  const std::string* serial = call.parameters.string("SerialNumber");
  const std::string* code = call.parameters.string("TokenCode");
  if (!serial && !code) return std::optional<MfaCodeUsed>();
  if (!serial || !code) return failed(aws_errors::mfa_half, MessageId::mfa_half_given);
  const auto* devices = devices_of_caller(world, call.caller);
  if (!devices || std::find(devices->begin(), devices->end(), *serial) == devices->end()) {
    const auto principal = parse_principal_arn(*serial);
    if (principal && principal->kind == PrincipalArnKind::user) {
      return failed(aws_errors::mfa_wrong_device, MessageId::mfa_serial_of_a_user, {*serial});
    }
    return failed(aws_errors::mfa_wrong_device, MessageId::mfa_device_of_nobody, {*serial, call.caller.arn});
  }
  const std::int64_t period = call.now / period_seconds;
  const std::string expected = mfa_code(*serial, call.now);
  if (*code != expected) {
    return failed(aws_errors::mfa_wrong_code, MessageId::mfa_code_wrong, {*code, *serial, expected});
  }
  // A code counts once: https://github.com/1Password/shell-plugins/issues/180
  const auto used = world.used_mfa_codes.find(*serial);
  if (used != world.used_mfa_codes.end() && used->second >= period) {
    return failed(aws_errors::mfa_wrong_code, MessageId::mfa_code_reused, {*serial}).resting_on(EvidenceRule::mfa_code_counts_once);
  }
  return std::optional<MfaCodeUsed>({*serial, period});
}

}  // namespace sts_playground::sts
