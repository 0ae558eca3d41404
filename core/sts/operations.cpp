#include "core/sts/operations.h"

namespace sts_playground::sts {
namespace {

// Their pages: https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html, and for the console
// https://docs.aws.amazon.com/signin/latest/userguide/what-is-sign-in.html and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
constexpr OperationRow rows[] = {
    {.name = "sts:AssumeRole",
     .perform = assume_role,
     .services = ServiceCalls::allowed,
     .region_of = RegionOf::role,
     .bad_role_arn = BadRoleArn::is_invalid},
    {.name = "sts:AssumeRoleWithSAML",
     .perform = assume_role_with_saml,
     .is_signed = false,
     .region_of = RegionOf::role,
     .bad_role_arn = BadRoleArn::of_request},
    {.name = "sts:AssumeRoleWithWebIdentity",
     .perform = assume_role_with_web_identity,
     .is_signed = false,
     .region_of = RegionOf::role,
     .bad_role_arn = BadRoleArn::of_request},
    // Services are refused by the operation itself, as others who may not.
    {.name = "sts:AssumeRoot", .perform = assume_root, .services = ServiceCalls::allowed, .regional_endpoints_only = true},
    {.name = "sts:GetSessionToken",
     .perform = get_session_token,
     .region_of = RegionOf::caller,
     .temporary_credentials = aws_errors::session_token_by_session},
    {.name = "sts:GetFederationToken",
     .perform = get_federation_token,
     .region_of = RegionOf::caller,
     .temporary_credentials = aws_errors::federation_token_by_session},
    // Answers also where STS is not active: https://github.com/aws/aws-sdk-go-v2/issues/2846
    {.name = "sts:GetCallerIdentity", .perform = get_caller_identity},
    {.name = "sts:DecodeAuthorizationMessage", .perform = decode_authorization_message, .services = ServiceCalls::allowed},
    // Regional endpoints only: recorded 2026-09-11, testdata/aws/iam/outbound_identity.json of radkawar/stackd
    {.name = "sts:GetWebIdentityToken",
     .perform = get_web_identity_token,
     .regional_endpoints_only = true,
     .on_global_endpoint = &aws_errors::not_on_global_endpoint},
    {.name = "sts:GetAccessKeyInfo", .perform = get_access_key_info},
    {.name = "sts:GetDelegatedAccessToken", .perform = get_delegated_access_token},
    {.name = "console:SignIn", .perform = console_sign_in, .is_signed = false, .check_first = check_sign_in},
    {.name = "console:SwitchRole",
     .perform = console_switch_role,
     .is_signed = false,
     .check_first = check_signed_in,
     .bad_role_arn = BadRoleArn::is_invalid},
};

}  // namespace

std::span<const OperationRow> operations() { return rows; }

}  // namespace sts_playground::sts
