// The errors that services answer, word for word: code, HTTP status, text. Each carries the address where its text was recorded.
#pragma once

#include <string>
#include <string_view>

namespace sts_playground::aws_errors {

struct Text {
  std::string_view code;
  int http_status;
  std::string_view message;
};

// https://github.com/boto/boto3/issues/1431
constexpr Text expired_token{"ExpiredToken", 403, "The security token included in the request is expired"};
// https://github.com/okta-awscli/okta-awscli/issues/145
constexpr Text invalid_client_token{"InvalidClientTokenId", 403, "The security token included in the request is invalid"};
// Recorded, of KMS: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
constexpr Text unrecognized_client{"UnrecognizedClientException", 400, "The security token included in the request is invalid"};
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
constexpr Text missing_token{"MissingAuthenticationToken", 403, "Request is missing Authentication Token"};
// https://github.com/boto/boto3/issues/4461
constexpr Text unknown_operation{"InvalidAction", 400, "Unknown Operation"};
// Code and status are recorded:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/sts/query_inputs.json The text is ours:
// none is recorded.
constexpr Text malformed_number{"MalformedInput", 400, "A number does not fit into 32 bits"};
// Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_access.json
constexpr Text root_target{"ValidationError", 400, "Request must contain a valid target principal"};
constexpr Text root_task{"ValidationError", 400, "Request must contain valid AWS managed task policy ARN"};
// Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/root_sessions.json
constexpr std::string_view root_access_off = "Service not enabled for AWS Organizations.";
constexpr std::string_view root_credentials_off = "Root credentials management feature is not enabled for your AWS Organization.";
constexpr std::string_view root_sessions_off = "Root sessions feature is not enabled for your AWS Organization.";
// This and the other texts of outbound federation, recorded 2026-09-11:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_identity.json and
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_issuance.json
constexpr Text not_on_global_endpoint{"InvalidAction", 400, "Operation not supported on STS global endpoint"};
constexpr Text signing_algorithm{"ValidationError", 400,
                                 "Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported "
                                 "algorithms"};
constexpr std::string_view no_token_for_federated_users = "GetWebIdentityToken does not support federated user sessions";
constexpr Text token_outlives_session{"SessionDurationEscalationException", 403,
                                      "Requested token expiry time must be before the original session's expiry time."};
constexpr Text outbound_federation_off{"OutboundWebIdentityFederationDisabledException", 403, "OutboundWebIdentityFederation is disabled."};
constexpr Text token_too_large{"JWTPayloadSizeExceededException", 400, "JWT payload exceeds maximum allowed size"};
// The account's id follows.
constexpr Text outbound_already_on{"FeatureEnabled", 409, "Outbound identity federation is already enabled for account "};
constexpr Text outbound_already_off{"FeatureDisabled", 404, "Outbound identity federation is already disabled for account "};
constexpr Text outbound_is_off{"FeatureDisabled", 404, "Outbound identity federation is disabled for account "};
// https://github.com/kubeflow/testing/issues/961
constexpr std::string_view root_may_not_assume = "Roles may not be assumed by root accounts.";
// https://github.com/aws/aws-sdk-net/issues/1704
constexpr std::string_view session_token_by_session = "Cannot call GetSessionToken with session credentials";
// https://github.com/fwdcloudsec/granted/issues/151
constexpr std::string_view federation_token_by_session = "Cannot call GetFederationToken with session credentials";
// https://github.com/aws/aws-cli/issues/2279 (the blank at the end is the service's)
constexpr std::string_view mfa_wrong_code = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
// https://github.com/99designs/aws-vault/issues/676 (two blanks)
constexpr std::string_view mfa_wrong_device =
    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with "
    "this "
    "user.";
// issue 9 of the GitHub project sgviz
constexpr std::string_view mfa_half = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
// https://github.com/kreuzwerker/awsu/issues/27
constexpr Text duration_exceeds_role{"ValidationError", 400,
                                     "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."};
// https://github.com/prowler-cloud/prowler/issues/7721
constexpr Text duration_exceeds_chain{"ValidationError", 400,
                                      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."};

// localstack/localstack tests/aws/services/sts/test_sts.snapshot.json, recorded against AWS
constexpr Text transitive_not_a_tag{"InvalidParameterValue", 400,
                                    "The specified transitive tag key must be included in the requested tags."};
constexpr Text duplicate_tag{"InvalidParameterValue", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."};
constexpr Text transitive_collision{
    "InvalidParameterValue", 400,
    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."};

// https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors; of AssumeRoleWithSAML:
// https://github.com/physera/onelogin-aws-cli/issues/12
constexpr Text request_arn{"ValidationError", 400, "Request ARN is invalid"};
// Recorded on 2026-09-11, as what follows up to oidc_tag_format:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws.json
// The first also answers where the account has no provider for the issuer, as reports of 2026 have it; "Incorrect token audience" and
// "No OpenIDConnect provider found in your account for ..." are older.
constexpr Text oidc_not_validated{
    "InvalidIdentityToken", 400,
    "The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements."};
constexpr Text oidc_no_issuer{"InvalidIdentityToken", 400, "Missing a required claim: iss"};
constexpr Text oidc_no_subject{"InvalidIdentityToken", 400, "Missing a required claim: sub"};
constexpr Text oidc_no_audience{"InvalidIdentityToken", 400, "Missing a required claim: aud"};
constexpr Text oidc_no_issue_time{"InvalidIdentityToken", 400, "Missing a required claim: iat"};
constexpr Text oidc_no_expiry{"InvalidIdentityToken", 400, "Missing a required claim: exp"};
constexpr Text oidc_null_subject{"InternalFailure", 500, "Unknown error validating third-party token"};
constexpr Text oidc_time_format{"InvalidIdentityToken", 400, "Invalid timestamp in token claims."};
constexpr Text oidc_empty_audience{"InvalidIdentityToken", 400, "Claim is not allowed to be empty: aud"};
constexpr Text oidc_several_audiences{"InvalidIdentityToken", 400,
                                      "Token audience contains more than one audience while authorized party is not present"};
constexpr Text oidc_tag_format{"InvalidIdentityToken", 400, "principal_tags passed in claim is not in correct format."};
// Recorded beside it, in aws-roles.json
constexpr Text oidc_role_not_named{"InvalidIdentityToken", 400,
                                   "The target role ARN is not present in the roles claim of the identity token"};
constexpr Text oidc_no_role_named{"InvalidIdentityToken", 400, "The roles claim contains no valid role ARNs"};
constexpr Text oidc_roles_format{"InvalidIdentityToken", 400, "The roles claim is not in a supported format"};
// Recorded beside it, in aws-trust.json: tokens of an OIDC provider that are sent with a ProviderId
constexpr Text oidc_not_of_amazon{"InvalidIdentityToken", 400, "Provided Token is not a Login With Amazon token"};
constexpr Text oidc_not_of_facebook{"IDPRejectedClaim", 403,
                                    "graph.facebook.com rejected OAuth token with response \"Bad signature\" and code 190"};
constexpr std::string_view oidc_unknown_oauth_provider =
    "Unrecognized OAuth provider. Do not include a provider parameter when submitting OpenIDConnect ID tokens";

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
constexpr Text saml_too_old{"ExpiredTokenException", 400, "Token must be redeemed within 5 minutes of issuance"};
constexpr Text saml_expired{"ExpiredTokenException", 400, "Response has expired"};
constexpr Text saml_no_session_name{"InvalidIdentityToken", 400, "RoleSessionName is required in AuthnResponse"};
constexpr Text saml_session_name{"InvalidIdentityToken", 400, "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"};
constexpr Text saml_source_identity{"InvalidIdentityToken", 400,
                                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""};
// Inferred: the code is that of the other attributes' faults. AWS's text is not known; this one is ours.
constexpr Text saml_session_duration{"InvalidIdentityToken", 400,
                                     "SessionDuration in AuthnResponse must be a whole number of seconds from 900 to 43200"};
// https://github.com/cevoaustralia/aws-google-auth/issues/163
constexpr Text saml_principal_arn{"ValidationError", 400, "Principal ARN is invalid"};
// Recorded on 2026-09-11; the guide says AccessDenied:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/saml_aws.json
constexpr Text saml_no_such_pair{"InvalidIdentityToken", 400,
                                 "SAML Assertion doesn't contain the requested Role and Metadata in the attributes"};
// The page gives these two texts and the status 400; the code of the first is observed: https://github.com/Versent/saml2aws/issues/187;
// that of the second is inferred.
constexpr Text saml_no_provider{"InvalidIdentityToken", 400, "Specified provider doesn't exist"};
constexpr Text saml_other_provider{"InvalidIdentityToken", 400, "Issuer not present in specified provider"};

// Code and status: https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html. The text is ours: none is
// recorded.
constexpr Text not_an_authorization_message{"InvalidAuthorizationMessageException", 400, "Message is not valid"};

// botocore/data/iam/2010-05-08/service-2.json, "DeleteConflictException"; texts as recorded in hashicorp/terraform-provider-aws issues
constexpr Text delete_policies_first{"DeleteConflict", 409, "Cannot delete entity, must delete policies first."};
constexpr Text detach_policies_first{"DeleteConflict", 409, "Cannot delete entity, must detach all policies first."};
// https://github.com/aws-controllers-k8s/community/issues/2229
constexpr Text delete_access_keys_first{"DeleteConflict", 409, "Cannot delete entity, must delete access keys first."};
// https://github.com/mozilla-services/userplex/issues/17
constexpr Text leave_groups_first{"DeleteConflict", 409, "Cannot delete entity, must remove users from group first."};
// https://github.com/rebuy-de/aws-nuke/issues/281
constexpr Text delete_mfa_device_first{"DeleteConflict", 409, "Cannot delete entity, must delete MFA device first."};

// Tags in IAM, recorded 2026-09 (the blank at the end of empty_tags is the service's):
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/tag_inputs.json
constexpr Text reserved_tag_key{"InvalidInput", 400, "Tag keys beginning with aws: are reserved for system use."};
constexpr Text duplicate_tag_key{"InvalidInput", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."};
constexpr Text empty_tags{"InvalidInput", 400, "Error occurred while validating input. "};
// Of providers, whose keys have a letter case: https://github.com/versity/versitygw/pull/2317, modelled on AWS
constexpr Text duplicate_exact_tag_key{"InvalidInput", 400, "Duplicate tag keys found."};
// Recorded 2026-02 for OIDC providers, roles and users alike inferred: localstack tests/aws/services/iam/test_iam_oidc.snapshot.json
constexpr Text too_many_tags{"LimitExceeded", 409, "The number of tags has reached the maximum limit."};

// https://github.com/aws/aws-cdk/issues/6131
constexpr Text service_role_policy{"PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer Role."};
// Recorded 2026-09 for users:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/iam/managed/testdata/attachment_domains.json
constexpr Text reserved_policy{"PolicyNotAttachable", 400, "Cannot attach AWS reserved policy to an IAM user."};

// localstack/localstack tests/aws/services/iam/test_iam_oidc.snapshot.json, recorded against AWS
constexpr Text oidc_provider_url{"ValidationError", 400, "Invalid Open ID Connect Provider URL"};
constexpr Text too_many_thumbprints{"InvalidInput", 400, "Thumbprint list must contain fewer than 5 entries."};
constexpr Text too_many_client_ids{"LimitExceeded", 409, "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100"};

}  // namespace sts_playground::aws_errors
