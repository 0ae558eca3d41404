#include "core/sts/operations.h"

#include "core/catalog/aws_errors.h"
#include "core/sts/support.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr OperationRow rows[] = {
    {"sts:AssumeRole", assume_role, "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"},
    {"sts:AssumeRoleWithSAML", assume_role_with_saml, "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html"},
    {"sts:AssumeRoleWithWebIdentity", assume_role_with_web_identity,
     "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"},
    {"sts:AssumeRoot", assume_root, "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html"},
    {"sts:GetSessionToken", get_session_token, "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"},
    {"sts:GetFederationToken", get_federation_token, "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html"},
    {"sts:GetCallerIdentity", get_caller_identity, "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"},
    {"sts:DecodeAuthorizationMessage", decode_authorization_message,
     "https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html"},
    {"console:SignIn", console_sign_in, "https://docs.aws.amazon.com/signin/latest/userguide/what-is-sign-in.html"},
    {"console:SwitchRole", console_switch_role, "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html"},
};

}  // namespace

std::span<const OperationRow> operations() { return rows; }

std::optional<CallError> check_credentials(const World& world, const Call& call) {
  if (!call.session) return std::nullopt;
  // Expiry is the instant from which the credentials no longer work.
  if (call.now >= call.session->expires_at) return to_error(aws_errors::expired_token);
  if (!principal_still_exists(world, *call.session)) return to_error(aws_errors::invalid_client_token);
  return std::nullopt;
}

}  // namespace sts_playground::sts
