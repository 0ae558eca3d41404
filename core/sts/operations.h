// The operations of AWS STS, of the console's sign-in, and every other service's calls, which are authorised and never performed.
// One file an operation: assume_role.cpp, get_session_token.cpp, ...
#pragma once

#include <span>
#include <string_view>

#include "core/world/call.h"

namespace sts_playground::sts {

using Operation = CallResult (*)(const World& world, const Call& call);

struct OperationRow {
  std::string_view name;
  Operation perform;
  std::string_view documentation;
};

CallResult assume_role(const World& world, const Call& call);
CallResult assume_role_with_saml(const World& world, const Call& call);
CallResult assume_role_with_web_identity(const World& world, const Call& call);
CallResult assume_root(const World& world, const Call& call);
CallResult get_session_token(const World& world, const Call& call);
CallResult get_federation_token(const World& world, const Call& call);
CallResult get_caller_identity(const World& world, const Call& call);
CallResult decode_authorization_message(const World& world, const Call& call);
CallResult console_sign_in(const World& world, const Call& call);
CallResult console_switch_role(const World& world, const Call& call);
// Any service:Action on any resource.
CallResult authorize_only(const World& world, const Call& call);

std::span<const OperationRow> operations();

// ExpiredToken and InvalidClientTokenId, which come before anything else; nothing where the credentials are good.
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
std::optional<CallError> check_credentials(const World& world, const Call& call);

}  // namespace sts_playground::sts
