#include "core/catalog/condition_keys.h"

#include <algorithm>

#include "core/catalog/oidc_providers.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

using enum OperatorFamily;
using enum MessageId;

constexpr bool one = false, many = true;       // values
constexpr bool given = false, derived = true;  // who knows the value
constexpr std::string_view global = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
constexpr std::string_view iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html";
constexpr std::string_view kms = "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html";

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html names the keys of each action, as
// does reference_policies_iam-condition-keys.html of the IAM User Guide.
constexpr std::string_view assume_role_calls[] = {"sts:AssumeRole"};
constexpr std::string_view saml_calls[] = {"sts:AssumeRoleWithSAML"};
constexpr std::string_view web_identity_calls[] = {"sts:AssumeRoleWithWebIdentity"};
constexpr std::string_view role_calls[] = {"sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"};
constexpr std::string_view assume_root_calls[] = {"sts:AssumeRoot"};
constexpr std::string_view bearer_token_calls[] = {"sts:GetServiceBearerToken"};
constexpr std::string_view identity_token_calls[] = {"sts:GetWebIdentityToken"};
constexpr std::string_view token_calls[] = {"sts:GetServiceBearerToken", "sts:GetWebIdentityToken"};
constexpr std::string_view pass_role_calls[] = {"iam:PassRole"};
constexpr std::string_view service_linked_role_calls[] = {"iam:CreateServiceLinkedRole"};
constexpr std::string_view managed_policy_calls[] = {"iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
                                                     "iam:DetachGroupPolicy", "iam:DetachRolePolicy", "iam:DetachUserPolicy"};

constexpr KeyPresence external_id{key_external_id, assume_role_calls};
constexpr KeyPresence provided_context{key_provided_context, assume_role_calls};
constexpr KeyPresence role_assumed{key_role_assumed, role_calls};
constexpr KeyPresence source_identity_set{key_source_identity_set, role_calls};
constexpr KeyPresence transitive_tags{key_transitive_tags, role_calls};
constexpr KeyPresence assume_root{key_assume_root, assume_root_calls};
constexpr KeyPresence bearer_token{key_bearer_token, bearer_token_calls};
constexpr KeyPresence token_duration{key_token_duration, token_calls};
constexpr KeyPresence identity_token{key_identity_token, identity_token_calls};
constexpr KeyPresence pass_role{key_pass_role, pass_role_calls};
constexpr KeyPresence service_linked_role{key_service_linked_role, service_linked_role_calls};
constexpr KeyPresence managed_policy{key_managed_policy, managed_policy_calls};
constexpr KeyPresence saml{key_saml, saml_calls};
constexpr KeyPresence saml_always{key_saml_always, saml_calls};
constexpr KeyPresence role_claim{key_role_claim, web_identity_calls};
constexpr KeyPresence oidc{key_oidc, web_identity_calls};
constexpr KeyPresence oidc_claim{key_oidc_claim, web_identity_calls};
constexpr KeyPresence oidc_listed_claim{key_oidc_listed_claim, web_identity_calls};
constexpr KeyPresence oidc_original_audience{key_oidc_original_audience, web_identity_calls};

constexpr ConditionKeyRow rows[] = {
    // Properties of the principal
    {"aws:PrincipalArn", arn, one, derived, key_principal_arn, global, "condition-keys-principalarn"},
    {"aws:PrincipalAccount", string, one, derived, key_principal, global, "condition-keys-principalaccount"},
    {"aws:PrincipalOrgPaths", string, many, derived, key_principal_organization, global, "condition-keys-principalorgpaths"},
    {"aws:PrincipalOrgID", string, one, derived, key_principal_organization, global, "condition-keys-principalorgid"},
    {"aws:PrincipalTag/", string, one, derived, key_principal_tag, global, "condition-keys-principaltag"},
    {"aws:PrincipalIsAWSService", boolean, one, derived, key_signed, global, "condition-keys-principalisawsservice"},
    {"aws:PrincipalServiceName", string, one, derived, key_service_principal, global, "condition-keys-principalservicename"},
    {"aws:PrincipalServiceNamesList", string, many, derived, key_service_principal, global, "condition-keys-principalservicenameslist"},
    {"aws:PrincipalType", string, one, derived, key_principal_type, global, "condition-keys-principaltype"},
    {"aws:userid", string, one, derived, key_principal, global, "condition-keys-userid"},
    {"aws:username", string, one, derived, key_user, global, "condition-keys-username"},
    // Properties of a role session
    {"aws:AssumedRoot", boolean, one, derived, key_assumed_root, global, "condition-keys-assumedroot"},
    {"aws:FederatedProvider", string, one, derived, key_federated_provider, global, "condition-keys-federatedprovider"},
    {"aws:TokenIssueTime", date, one, derived, key_temporary_credentials, global, "condition-keys-tokenissuetime"},
    {"aws:SignInSessionArn", arn, one, given, key_sign_in_session, global, "condition-keys-signinsessionarn"},
    {"aws:MultiFactorAuthAge", numeric, one, derived, key_mfa_used, global, "condition-keys-multifactorauthage"},
    {"aws:MultiFactorAuthPresent", boolean, one, derived, key_mfa, global, "condition-keys-multifactorauthpresent"},
    {"aws:ChatbotSourceArn", arn, one, given, key_chat, global, "condition-keys-chatbotsourcearn"},
    {"aws:Ec2InstanceSourceVpc", string, one, given, key_instance, global, "condition-keys-ec2instancesourcevpc"},
    {"aws:Ec2InstanceSourcePrivateIPv4", ip_address, one, given, key_instance, global, "condition-keys-ec2instancesourceprivateip4"},
    {"aws:SourceIdentity", string, one, derived, key_source_identity_of_session, global, "condition-keys-sourceidentity"},
    {"ec2:RoleDelivery", numeric, one, given, key_instance, global, "condition-keys-ec2-role-delivery"},
    {"ec2:SourceInstanceArn", arn, one, given, key_instance, global, "condition-keys-ec2-source-instance-arn"},
    {"glue:RoleAssumedBy", string, one, given, key_glue, global, "condition-keys-glue-role-assumed-by"},
    {"glue:CredentialIssuingService", string, one, given, key_glue_job, global, "condition-keys-glue-credential-issuing"},
    {"codebuild:BuildArn", arn, one, given, key_codebuild, global, "condition-keys-codebuild-build-arn"},
    {"codebuild:ProjectArn", arn, one, given, key_codebuild, global, "condition-keys-codebuild-project-arn"},
    {"lambda:SourceFunctionArn", arn, one, given, key_lambda, global, "condition-keys-lambda-source-function-arn"},
    {"ssm:SourceInstanceArn", arn, one, given, key_managed_instance, global, "condition-keys-ssm-source-instance-arn"},
    {"identitystore:UserId", string, one, given, key_identity_center, global, "condition-keys-identity-store-user-id"},
    // Properties of the network
    {"aws:SourceIp", ip_address, one, given, key_source_ip, global, "condition-keys-sourceip"},
    {"aws:SourceVpc", string, one, given, key_vpc_endpoint, global, "condition-keys-sourcevpc"},
    {"aws:SourceVpcArn", arn, one, given, key_vpc_endpoint_of_some, global, "condition-keys-sourcevpcarn"},
    {"aws:SourceVpce", string, one, given, key_vpc_endpoint, global, "condition-keys-sourcevpce"},
    {"aws:VpceAccount", string, one, given, key_vpc_endpoint_of_some, global, "condition-keys-vpceaccount"},
    {"aws:VpceOrgID", string, one, given, key_vpc_endpoint_organization, global, "condition-keys-vpceorgid"},
    {"aws:VpceOrgPaths", string, many, given, key_vpc_endpoint_organization, global, "condition-keys-vpceorgpaths"},
    {"aws:VpcSourceIp", ip_address, one, given, key_vpc_endpoint, global, "condition-keys-vpcsourceip"},
    // Properties of the resource
    {"aws:ResourceAccount", string, one, derived, key_resource_account, global, "condition-keys-resourceaccount"},
    {"aws:ResourceOrgPaths", string, many, derived, key_resource_organization, global, "condition-keys-resourceorgpaths"},
    {"aws:ResourceOrgID", string, one, derived, key_resource_organization, global, "condition-keys-resourceorgid"},
    {"aws:ResourceTag/", string, one, derived, key_resource_tag, global, "condition-keys-resourcetag"},
    // Properties of the request
    {"aws:CalledVia", string, many, given, key_forwarded, global, "condition-keys-calledvia"},
    {"aws:CalledViaFirst", string, one, derived, key_forwarded, global, "condition-keys-calledviafirst"},
    {"aws:CalledViaLast", string, one, derived, key_forwarded, global, "condition-keys-calledvialast"},
    {"aws:CalledViaAWSMCP", string, one, given, key_mcp, global, "condition-keys-calledviaawsmcp"},
    {"aws:ViaAWSService", boolean, one, derived, key_always, global, "condition-keys-viaawsservice"},
    {"aws:ViaAWSMCPService", boolean, one, given, key_mcp, global, "condition-keys-viaawsmcpservice"},
    {"aws:CurrentTime", date, one, derived, key_always, global, "condition-keys-currenttime"},
    {"aws:EpochTime", date, one, derived, key_always, global, "condition-keys-epochtime"},  // numeric operators suit it as well
    {"aws:referer", string, one, given, key_referer, global, "condition-keys-referer"},
    {"aws:RequestedRegion", string, one, derived, key_always, global, "condition-keys-requestedregion"},
    {"aws:RequestTag/", string, one, derived, key_request_tag, global, "condition-keys-requesttag"},
    {"aws:TagKeys", string, many, derived, key_request_tags, global, "condition-keys-tagkeys"},
    {"aws:SecureTransport", boolean, one, derived, key_always, global, "condition-keys-securetransport"},
    {"aws:SourceAccount", string, one, given, key_service_for_resource, global, "condition-keys-sourceaccount"},
    {"aws:SourceArn", arn, one, given, key_service_for_resource, global, "condition-keys-sourcearn"},
    {"aws:SourceOrgID", string, one, derived, key_service_for_organization, global, "condition-keys-sourceorgid"},
    {"aws:SourceOrgPaths", string, many, derived, key_service_for_organization, global, "condition-keys-sourceorgpaths"},
    {"aws:UserAgent", string, one, given, key_always_but_given, global, "condition-keys-useragent"},
    {"aws:IsMcpServiceAction", boolean, one, given, key_mcp_action, global, "condition-keys-ismcpserviceaction"},
    // STS. IdentityTokenAudience, RoleAuthorizedByIdp and SigningAlgorithm:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
    {"sts:AWSServiceName", string, one, given, bearer_token, iam, "ck_awsservicename"},
    {"sts:DurationSeconds", numeric, one, given, token_duration, iam, "ck_durationseconds"},
    {"sts:ExternalId", string, one, derived, external_id, iam, "ck_externalid"},
    {"sts:IdentityTokenAudience", string, many, derived, identity_token, iam, "ck_identitytokenaudience"},
    {"sts:RequestContext/", string, one, given, provided_context, iam, "condition-keys-sts"},
    {"sts:RequestContextProviders", arn, many, derived, provided_context, iam, "condition-keys-sts"},
    {"sts:RoleAuthorizedByIdp", boolean, one, derived, role_claim, iam, "condition-keys-sts"},
    {"sts:RoleSessionName", string, one, derived, role_assumed, iam, "ck_rolesessionname"},
    {"sts:SigningAlgorithm", string, one, derived, identity_token, iam, "ck_signingalgorithm"},
    {"sts:SourceIdentity", string, one, derived, source_identity_set, iam, "ck_sourceidentity"},
    {"sts:TaskPolicyArn", arn, one, derived, assume_root, iam, "ck_taskpolicyarn"},
    {"sts:TransitiveTagKeys", string, many, derived, transitive_tags, iam, "ck_transitivetagkeys"},
    // IAM. The keys of delegation requests:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
    {"iam:AssociatedResourceArn", arn, one, given, pass_role, iam, "ck_AssociatedResourceArn"},
    {"iam:AWSServiceName", string, one, given, service_linked_role, iam, "ck_AWSServiceName"},
    {"iam:DelegationDuration", string, one, given, key_delegation, iam, "ck_DelegationDuration"},
    {"iam:DelegationRequestOwner", arn, one, given, key_delegation, iam, "ck_DelegationRequestOwner"},
    {"iam:FIDO-certification", string, one, given, key_security_key, iam, "ck_FIDO-certification"},
    {"iam:FIDO-FIPS-140-2-certification", string, one, given, key_security_key, iam, "ck_FIDO-FIPS-140-2-certification"},
    {"iam:FIDO-FIPS-140-3-certification", string, one, given, key_security_key, iam, "ck_FIDO-FIPS-140-3-certification"},
    {"iam:NotificationChannel", string, one, given, key_delegation, iam, "ck_NotificationChannel"},
    {"iam:OrganizationsPolicyId", string, one, given, key_organizations_policy, iam, "ck_OrganizationsPolicyId"},
    {"iam:PassedToService", string, one, given, pass_role, iam, "ck_PassedToService"},
    {"iam:PermissionsBoundary", arn, one, derived, key_boundary, iam, "ck_PermissionsBoundary"},
    {"iam:PolicyARN", arn, one, derived, managed_policy, iam, "ck_PolicyARN"},
    {"iam:RegisterSecurityKey", string, one, given, key_security_key, iam, "ck_RegisterSecurityKey"},
    {"iam:ResourceTag/", string, one, derived, key_iam_resource_tag, iam, "ck_ResourceTag"},
    {"iam:ServiceSpecificCredentialAgeDays", numeric, one, given, key_service_credential, iam, "ck_ServiceSpecificCredentialAgeDays"},
    {"iam:ServiceSpecificCredentialServiceName", string, one, given, key_service_credential, iam,
     "ck_ServiceSpecificCredentialServiceName"},
    {"iam:TemplateArn", arn, one, given, key_delegation, iam, "ck_TemplateArn"},
    // KMS
    {"kms:CallerAccount", string, one, derived, key_kms_caller, kms, "conditions-kms-caller-account"},
    {"kms:ViaService", string, one, derived, key_kms_via_service, kms, "conditions-kms-via-service"},
    // SAML assertions. "[]" behind a name on the page: several values.
    {"saml:aud", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:cn", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:commonName", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:doc", string, one, derived, saml_always, iam, "condition-keys-saml"},
    {"saml:edupersonaffiliation", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonassurance", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonentitlement", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonnickname", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonorgdn", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonorgunitdn", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonprimaryaffiliation", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonprimaryorgunitdn", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonprincipalname", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersonscopedaffiliation", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:edupersontargetedid", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:eduorghomepageuri", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:eduorgidentityauthnpolicyuri", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:eduorglegalname", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:eduorgsuperioruri", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:eduorgwhitepagesuri", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:givenName", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:iss", string, one, derived, saml, iam, "condition-keys-saml"},
    {"saml:mail", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:name", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:namequalifier", string, one, derived, key_saml_kept, iam, "ck_saml-namequalifier"},
    {"saml:organizationStatus", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:primaryGroupSID", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:sub", string, one, derived, key_saml_kept, iam, "ck_saml-sub"},
    {"saml:sub_type", string, one, derived, key_saml_kept, iam, "ck_saml-subtype"},
    {"saml:surname", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:uid", string, many, derived, saml, iam, "condition-keys-saml"},
    {"saml:x500UniqueIdentifier", string, many, derived, saml, iam, "condition-keys-saml"},
    // Built-in OIDC providers
    {"accounts.google.com:amr", string, many, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"accounts.google.com:aud", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"accounts.google.com:email", string, one, derived, oidc, iam, "condition-keys-wif"},
    {"accounts.google.com:oaud", string, one, derived, oidc_original_audience, iam, "condition-keys-wif"},
    {"accounts.google.com:sub", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"cognito-identity.amazonaws.com:amr", string, many, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"cognito-identity.amazonaws.com:aud", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"cognito-identity.amazonaws.com:oaud", string, one, derived, oidc_original_audience, iam, "condition-keys-wif"},
    {"cognito-identity.amazonaws.com:sub", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"www.amazon.com:app_id", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"www.amazon.com:sub", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"www.amazon.com:user_id", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"graph.facebook.com:app_id", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {"graph.facebook.com:id", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    // Further claims that AWS reads from the tokens of some providers since February 2026, for trust policies and resource control
    // policies, not for the later calls of the session; the first of two issuers of one product stands for all (have_same_claims).
    // https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
    // Observed of GitHub, Google, CircleCI and Oracle: https://dev.classmethod.jp/en/articles/aws-sts-oidc-github-google-circleci-oci
    // https://github.com/chanzuckerberg/cztack/pull/908, https://github.com/circleci/circleci-docs/pull/10376
    {"accounts.google.com:google/organization_number", numeric, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"idcs-TENANT.identity.oraclecloud.com:rpst_id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"oidc.circleci.com/org/ORGANIZATION:oidc.circleci.com/project-id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:actor", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:actor_id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:enterprise_id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:environment", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:job_workflow_ref", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:ref", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:repository", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:repository_id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:repository_owner_id", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    {"token.actions.githubusercontent.com:workflow", string, one, derived, oidc_claim, iam, "condition-keys-wif"},
    // Documented on the same page; no report of their use is known.
    {"agent.buildkite.com:build_branch", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:cluster_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:cluster_name", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:organization_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:organization_slug", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:pipeline_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"agent.buildkite.com:pipeline_slug", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:namespace_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:pipeline_source", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:project_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:ref_protected", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:runner_environment", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:user_access_level", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:user_email", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:user_id", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    {"gitlab.com:user_login", string, one, derived, oidc_listed_claim, iam, "condition-keys-wif"},
    // Any other OIDC provider
    {":amr", string, many, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {":aud", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
    {":email", string, one, derived, oidc, iam, "condition-keys-wif"},
    {":oaud", string, one, derived, oidc_original_audience, iam, "condition-keys-wif"},
    {":sub", string, one, derived, key_oidc_kept, iam, "condition-keys-wif"},
};

// Login with Amazon and Facebook name the audience app_id.
bool is_claim_of(std::string_view host, std::string_view suffix) {
  // The prefixes of services have no dot; the hosts of providers have one.
  if (host.find('.') == std::string_view::npos) return false;
  const BuiltInProvider* built_in = find_built_in_provider(ascii_lower(host));
  return !built_in || suffix.substr(1) != "aud" || built_in->audience == "aud";
}

bool matches(const ConditionKeyRow& row, std::string_view key) {
  if (row.name.back() == '/') return key.size() > row.name.size() && starts_with_ignoring_case(key, row.name);
  if (row.name.front() != ':') {
    if (equals_ignoring_case(key, row.name)) return true;
    const auto wanted = provider_key(row.name);
    const auto asked = wanted ? provider_key(key) : std::nullopt;
    return asked && equals_ignoring_case(asked->claim, wanted->claim) && have_same_claims(asked->host, wanted->host);
  }
  if (key.size() <= row.name.size()) return false;
  const std::size_t host_size = key.size() - row.name.size();
  return equals_ignoring_case(key.substr(host_size), row.name) && is_claim_of(key.substr(0, host_size), row.name);
}

}  // namespace

std::span<const ConditionKeyRow> condition_keys() { return rows; }

// Whole names stand before the endings, so that the first row that matches is the closest.
const ConditionKeyRow* find_condition_key(std::string_view key) {
  for (const ConditionKeyRow& row : rows) {
    if (matches(row, key)) return &row;
  }
  return nullptr;
}

std::vector<std::string_view> claims_read(std::string_view host) {
  std::vector<std::string_view> out;
  const auto add = [&out](std::string_view claim) {
    if (std::find(out.begin(), out.end(), claim) == out.end()) out.push_back(claim);
  };
  for (const ConditionKeyRow& row : rows) {
    const auto key = provider_key(row.name);
    if (key && have_same_claims(key->host, host)) add(key->claim);
  }
  for (const ConditionKeyRow& row : rows) {
    const bool of_any = row.name.front() == ':' && is_claim_of(host, row.name);
    // Of the providers that are built into AWS only the rows of their own are documented, but for the audience's names.
    if (of_any && !find_built_in_provider(ascii_lower(host))) add(row.name.substr(1));
  }
  return out;
}

std::string documentation_address(const ConditionKeyRow& row) { return std::string(row.page).append("#").append(row.anchor); }

}  // namespace sts_playground
