#include "core/sts/mfa.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/encoding.h"
#include "core/values/instant.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t period_seconds = 30;  // https://www.rfc-editor.org/rfc/rfc6238#section-5.2
// Codes count from two periods back to two ahead. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/mfa_verification.json
constexpr std::int64_t accepted_periods = 2;
// Of a device nine codes are checked, right, wrong or used ones; further ones get the text for an unknown device. Recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/mfa_rejection_threshold.json
constexpr std::int64_t tries_of_window = 9;
// Inferred: the count begins anew every three minutes of the UTC clock. Recoveries were recorded just after 21:24, 21:30 and 21:33:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/docs/iam-mfa.md
constexpr std::int64_t window_seconds = 180;
// How far a wrong code is searched for, only to say by how much it is off.
constexpr std::int64_t searched_periods = 20;

const std::vector<std::string>* devices_of_caller(const World& world, const Caller& caller) {
  if (caller.kind != CallerKind::user && caller.kind != CallerKind::session_token) return nullptr;
  const User* user = world.user(caller.principal_arn);
  return user ? &user->mfa_devices : nullptr;
}

MfaCheck failed(std::string_view text, MessageId reason, MessageArguments arguments = {}) {
  MfaCheck check;
  check.refusal = access_denied(std::string(text), Message(reason, arguments));
  return check;
}

// The period nearest to the present one in which the device shows the code, counted from the present one. Of several the first that was
// not used.
std::optional<std::int64_t> periods_away(const std::string& serial, const std::string& code, const Call& call, const MfaRecord* record,
                                         std::int64_t farthest) {
  std::optional<std::int64_t> used;
  for (std::int64_t distance = 0; distance <= farthest; ++distance) {
    for (const std::int64_t away : {-distance, distance}) {
      if (mfa_code(serial, call.now + away * period_seconds) != code) continue;
      if (!record || record->used_periods.count(call.now / period_seconds + away) == 0) return away;
      used = away;
    }
  }
  return used;
}

MfaCheck wrong_code(const std::string& serial, const std::string& code, const Call& call) {
  const auto away = periods_away(serial, code, call, nullptr, searched_periods);
  if (!away) return failed(aws_errors::mfa_wrong_code, MessageId::mfa_code_wrong, {code, serial, mfa_code(serial, call.now)});
  const std::string seconds = std::to_string(std::abs(*away) * period_seconds);
  return failed(aws_errors::mfa_wrong_code, *away < 0 ? MessageId::mfa_code_too_old : MessageId::mfa_code_too_new,
                {code, serial, seconds, mfa_code(serial, call.now)});
}

}  // namespace

std::string mfa_code(std::string_view serial_number, std::int64_t now) {
  // Not a secret: anyone can derive it, so nobody can mistake it for a real device's.
  const auto seed = sha1("sts-playground virtual MFA device " + std::string(serial_number));
  return totp(std::string_view(reinterpret_cast<const char*>(seed.data()), seed.size()), now);
}

// SerialNumber and TokenCode identify a device of the calling user: API_AssumeRole.html, API_GetSessionToken.html
MfaCheck check_mfa(const World& world, const Call& call) {
  const std::string* serial = call.parameters.string("SerialNumber");
  const std::string* code = call.parameters.string("TokenCode");
  if (!serial && !code) return {};
  if (!serial || !code) return failed(aws_errors::mfa_half, MessageId::mfa_half_given);
  const auto* devices = devices_of_caller(world, call.caller);
  if (!devices || std::find(devices->begin(), devices->end(), *serial) == devices->end()) {
    const auto principal = parse_principal_arn(*serial);
    if (principal && principal->kind == PrincipalArnKind::user) {
      return failed(aws_errors::mfa_wrong_device, MessageId::mfa_serial_of_a_user, {*serial});
    }
    return failed(aws_errors::mfa_wrong_device, MessageId::mfa_device_of_nobody, {*serial, call.caller.arn});
  }
  const auto found = world.mfa_records.find(*serial);
  const MfaRecord* record = found == world.mfa_records.end() ? nullptr : &found->second;
  const std::int64_t window = call.now / window_seconds;
  const bool is_same_window = record && record->window == window;
  if (is_same_window && record->tries >= tries_of_window) {
    return failed(aws_errors::mfa_wrong_device, MessageId::mfa_tries_used_up,
                  {*serial, format_iso(window * window_seconds), format_iso((window + 1) * window_seconds)});
  }
  MfaCheck check;
  const auto away = periods_away(*serial, *code, call, record, accepted_periods);
  const std::int64_t period = call.now / period_seconds + away.value_or(0);
  // A code counts once, whichever codes came after it: https://github.com/1Password/shell-plugins/issues/180 and, recorded,
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/mfa_code_order.json
  if (!away) {
    check = wrong_code(*serial, *code, call);
  } else if (record && record->used_periods.count(period) != 0) {
    check = failed(aws_errors::mfa_wrong_code, MessageId::mfa_code_reused, {*serial, *code});
    check.refusal->evidence = EvidenceRule::mfa_code_counts_once;
  } else {
    check.passed = true;
  }
  check.tried = MfaCodeTried{*serial, window, check.passed ? std::optional(period) : std::nullopt};
  if (record && record->window == window - 1 && record->tries >= tries_of_window) {
    check.note = Message(MessageId::mfa_window_is_inferred, {*serial, format_iso(window * window_seconds)});
  }
  return check;
}

void note_mfa(const MfaCheck& check, CallResult& result) {
  if (check.tried) result.events.emplace_back(*check.tried);
  if (check.note) result.notes.push_back(*check.note);
}

}  // namespace sts_playground::sts
