// The operations of AWS STS and of the console's sign-in. One file an operation: assume_role.cpp, get_session_token.cpp, ...
#pragma once

#include <span>

#include "core/call/operation.h"

namespace sts_playground::sts {

CallResult assume_role(const World& world, const Call& call);
CallResult assume_role_with_saml(const World& world, const Call& call);
CallResult assume_role_with_web_identity(const World& world, const Call& call);
CallResult assume_root(const World& world, const Call& call);
CallResult get_session_token(const World& world, const Call& call);
CallResult get_federation_token(const World& world, const Call& call);
CallResult get_caller_identity(const World& world, const Call& call);
CallResult decode_authorization_message(const World& world, const Call& call);
CallResult get_web_identity_token(const World& world, const Call& call);
CallResult get_access_key_info(const World& world, const Call& call);
CallResult get_delegated_access_token(const World& world, const Call& call);
CallResult console_sign_in(const World& world, const Call& call);
CallResult console_switch_role(const World& world, const Call& call);

// Before the parameters: signing in takes a user, switching a role somebody who signed in.
std::optional<Refusal> check_sign_in(const World& world, const Call& call);
std::optional<Refusal> check_signed_in(const World& world, const Call& call);

std::span<const OperationRow> operations();

}  // namespace sts_playground::sts
