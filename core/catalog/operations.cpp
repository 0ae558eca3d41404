#include "core/catalog/operations.h"

namespace sts_playground {
namespace {

using C = Credentials;
using I = Issues;
using P = Plays;

// Signed or not, and whose credentials are returned: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
// The revocation: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
constexpr CatalogOperation rows[] = {
    {"sts:AssumeRole", C::of_caller, I::role_session, P::new_call},
    {"sts:AssumeRoleWithSAML", C::none, I::role_session, P::nothing},
    {"sts:AssumeRoleWithWebIdentity", C::none, I::role_session, P::nothing},
    {"sts:AssumeRoot", C::of_caller, I::assumed_root, P::nothing},
    {"sts:GetSessionToken", C::of_caller, I::session_token, P::nothing},
    {"sts:GetFederationToken", C::of_caller, I::federated_user, P::nothing},
    {"sts:DecodeAuthorizationMessage", C::of_caller, I::nothing, P::nothing},
    {"sts:GetCallerIdentity", C::of_caller, I::nothing, P::nothing},
    {"sts:GetWebIdentityToken", C::of_caller, I::nothing, P::nothing},
    {"sts:GetAccessKeyInfo", C::of_caller, I::nothing, P::nothing},
    {"sts:GetDelegatedAccessToken", C::of_caller, I::nothing, P::nothing},

    {"iam:CreateRole", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteRole", C::of_caller, I::nothing, P::nothing},
    {"iam:UpdateAssumeRolePolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:UpdateRole", C::of_caller, I::nothing, P::nothing},
    {"iam:PutRolePolicy", C::of_caller, I::nothing, P::revoke_sessions},
    {"iam:DeleteRolePolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:TagRole", C::of_caller, I::nothing, P::nothing},
    {"iam:UntagRole", C::of_caller, I::nothing, P::nothing},
    {"iam:CreateUser", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteUser", C::of_caller, I::nothing, P::nothing},
    {"iam:PutUserPolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteUserPolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:AttachRolePolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:DetachRolePolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:AttachUserPolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:DetachUserPolicy", C::of_caller, I::nothing, P::nothing},
    {"iam:PutRolePermissionsBoundary", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteRolePermissionsBoundary", C::of_caller, I::nothing, P::nothing},
    {"iam:CreateOpenIDConnectProvider", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteOpenIDConnectProvider", C::of_caller, I::nothing, P::nothing},
    {"iam:CreateSAMLProvider", C::of_caller, I::nothing, P::nothing},
    {"iam:DeleteSAMLProvider", C::of_caller, I::nothing, P::nothing},
    {"iam:EnableOutboundWebIdentityFederation", C::of_caller, I::nothing, P::nothing},
    {"iam:DisableOutboundWebIdentityFederation", C::of_caller, I::nothing, P::nothing},
    {"iam:GetOutboundWebIdentityFederationInfo", C::of_caller, I::nothing, P::nothing},

    {"console:SignIn", C::of_caller, I::console, P::nothing},
    {"console:SwitchRole", C::of_caller, I::role_session, P::nothing},

    {"cli", C::of_profile, I::nothing, P::nothing},
};

// id_session-tags.html, id_credentials_temp_control-access_monitor.html; https://github.com/getmoto/moto/issues/5403
constexpr std::string_view trust_actions[] = {"sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity",
                                              "sts:TagSession", "sts:SetSourceIdentity",  "sts:SetContext"};

}  // namespace

std::span<const CatalogOperation> catalog_operations() { return rows; }

const CatalogOperation* find_catalog_operation(std::string_view name) {
  for (const CatalogOperation& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::span<const std::string_view> trust_policy_actions() { return trust_actions; }

}  // namespace sts_playground
