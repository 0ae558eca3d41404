#include "core/scenario/format.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/catalog/disputed.h"
#include "core/values/arn.h"

namespace sts_playground::format {
namespace {

using O = Object;
using S = Source;
using T = Text;

constexpr bool required = true;
constexpr bool optional = false;

constexpr Shape text(Source source = S::none) { return {Form::one, Kind::text, source}; }
constexpr Shape of_kind(Kind kind) { return {Form::one, kind}; }
constexpr Shape object(Object of) { return {Form::one, Kind::object, S::none, S::none, of}; }
constexpr Shape policy(Source which) { return {Form::one, Kind::policy, which}; }
constexpr Shape list(Shape item) {
  item.form = Form::list;
  return item;
}
constexpr Shape map(Shape member, Source names = S::none) {
  member.form = Form::map;
  member.names = names;
  return member;
}

constexpr Shape policies(Source which) { return map(policy(which)); }
constexpr Shape tags = map(text(), S::tag);
constexpr Shape boundary{Form::one, Kind::policy_or_arn, S::boundary_policy};
// A list of account ids, or what is attached to each.
constexpr Shape members{Form::list_or_map, Kind::object, S::account, S::account, O::attachment};

constexpr Field rows[] = {
    {O::document, "format", text(S::format), required, T::document_format},
    {O::document, "title", of_kind(Kind::localized), optional, T::document_title},
    {O::document, "description", of_kind(Kind::localized), optional, T::document_description},
    {O::document, "now", of_kind(Kind::instant), optional, T::document_now},
    {O::document, "organizations", map(object(O::organization)), optional, T::document_organizations},
    {O::document, "accounts", map(object(O::account), S::account), optional, T::document_accounts},
    {O::document, "workstations", map(object(O::workstation)), optional, T::document_workstations},
    {O::document, "awsManagedPolicies", map(policy(S::managed_policy), S::policy_arn), optional, T::document_aws_managed_policies},
    {O::document, "disputed", map(text(S::disputed_side), S::disputed_fact), optional, T::document_disputed},
    {O::document, "steps", list(object(O::step)), optional, T::document_steps},

    {O::localized_text, "en", text(), optional, T::localized_text_en},
    {O::localized_text, "ko", text(), optional, T::localized_text_ko},

    {O::organization, "managementAccount", text(S::account), required, T::organization_management_account},
    {O::organization, "centralizedRootAccess", object(O::centralized_root_access), optional, T::organization_centralized_root_access},
    {O::organization, "root", object(O::root), optional, T::organization_root},

    {O::centralized_root_access, "delegatedAdministrator", text(S::account), optional, T::centralized_root_access_delegated_administrator},
    {O::centralized_root_access, "features", list(text(S::root_feature)), optional, T::centralized_root_access_features},

    {O::root, "id", text(), optional, T::root_id},
    {O::root, "scps", policies(S::scp), optional, T::unit_scps},
    {O::root, "rcps", policies(S::rcp), optional, T::unit_rcps},
    {O::root, "accounts", members, optional, T::unit_accounts},
    {O::root, "units", map(object(O::unit)), optional, T::unit_units},

    {O::unit, "name", text(), optional, T::unit_name},
    {O::unit, "scps", policies(S::scp), optional, T::unit_scps},
    {O::unit, "rcps", policies(S::rcp), optional, T::unit_rcps},
    {O::unit, "accounts", members, optional, T::unit_accounts},
    {O::unit, "units", map(object(O::unit)), optional, T::unit_units},

    {O::attachment, "scps", policies(S::scp), optional, T::attachment_scps},
    {O::attachment, "rcps", policies(S::rcp), optional, T::attachment_rcps},

    {O::account, "name", text(), optional, T::account_name},
    {O::account, "partition", text(S::partition), optional, T::account_partition},
    {O::account, "managedPolicies", policies(S::managed_policy), optional, T::account_managed_policies},
    {O::account, "groups", map(object(O::group)), optional, T::account_groups},
    {O::account, "users", map(object(O::user)), optional, T::account_users},
    {O::account, "roles", map(object(O::role)), optional, T::account_roles},
    {O::account, "samlProviders", map(object(O::saml_provider)), optional, T::account_saml_providers},
    {O::account, "oidcProviders", map(object(O::oidc_provider), S::oidc_host), optional, T::account_oidc_providers},
    {O::account, "resources", map(object(O::resource), S::resource_arn), optional, T::account_resources},
    {O::account, "vpcEndpoints", map(object(O::vpc_endpoint)), optional, T::account_vpc_endpoints},
    {O::account, "outboundWebIdentityFederation", of_kind(Kind::boolean), optional, T::account_outbound_federation},
    {O::account, "cognitoIdentityPools", list(text()), optional, T::account_cognito_identity_pools},
    {O::account, "stsInactiveRegions", list(text(S::region)), optional, T::account_sts_inactive_regions},
    {O::account, "globalEndpointTokenVersion", text(S::token_version), optional, T::account_global_endpoint_token_version},

    {O::group, "path", text(), optional, T::iam_path},
    {O::group, "policies", policies(S::identity_policy), optional, T::inline_policies},
    {O::group, "attached", list(text(S::attached)), optional, T::attached_policies},

    {O::user, "path", text(), optional, T::iam_path},
    {O::user, "groups", list(text(S::group)), optional, T::user_groups},
    {O::user, "policies", policies(S::identity_policy), optional, T::inline_policies},
    {O::user, "attached", list(text(S::attached)), optional, T::attached_policies},
    {O::user, "boundary", boundary, optional, T::boundary},
    {O::user, "tags", tags, optional, T::user_tags},
    {O::user, "mfaDevices", list(text(S::mfa)), optional, T::user_mfa_devices},
    {O::user, "accessKeys", list(text()), optional, T::user_access_keys},
    {O::user, "uniqueId", text(), optional, T::unique_id},

    {O::role, "path", text(), optional, T::iam_path},
    {O::role, "trust", policy(S::trust_policy), required, T::role_trust},
    {O::role, "policies", policies(S::identity_policy), optional, T::inline_policies},
    {O::role, "attached", list(text(S::attached)), optional, T::attached_policies},
    {O::role, "boundary", boundary, optional, T::boundary},
    {O::role, "maxSessionDuration", of_kind(Kind::integer), optional, T::role_max_session_duration},
    {O::role, "tags", tags, optional, T::role_tags},
    {O::role, "serviceLinkedFor", text(S::service), optional, T::role_service_linked_for},
    {O::role, "uniqueId", text(), optional, T::unique_id},

    {O::oidc_provider, "clientIds", list(text()), optional, T::oidc_provider_client_ids},

    {O::resource, "policy", policy(S::resource_policy), optional, T::resource_policy},
    {O::resource, "tags", tags, optional, T::resource_tags},

    {O::workstation, "config", text(), optional, T::workstation_config},
    {O::workstation, "credentials", text(), optional, T::workstation_credentials},
    {O::workstation, "env", map(text()), optional, T::workstation_env},
    {O::workstation, "instanceRole", text(S::role_arn), optional, T::workstation_instance_role},
    {O::workstation, "files", map(object(O::token_file)), optional, T::workstation_files},
    {O::workstation, "processes", map(of_kind(Kind::json)), optional, T::workstation_processes},

    {O::token_file, "token", map(of_kind(Kind::json), S::claim), optional, T::token_file_token},

    {O::step, "id", text(), optional, T::step_id},
    {O::step, "at", of_kind(Kind::instant_or_offset), optional, T::step_at},
    {O::step, "as", text(S::caller), optional, T::step_as},
    {O::step, "on", text(S::workstation), optional, T::step_on},
    {O::step, "region", text(S::region), optional, T::step_region},
    {O::step, "call", text(S::call), required, T::step_call},
    {O::step, "with", of_kind(Kind::parameters), optional, T::step_with},
    {O::step, "resource", text(S::resource), optional, T::step_resource},
    {O::step, "context", {Form::map, Kind::scalar_or_null, S::context_value, S::context_key}, optional, T::step_context},
    {O::step, "expect", object(O::expect), optional, T::step_expect},

    {O::expect, "decision", text(S::decision), optional, T::expect_decision},
    {O::expect, "errorCode", text(), optional, T::expect_error_code},
    {O::expect, "message", text(), optional, T::expect_message},
    {O::expect, "messageContains", text(), optional, T::expect_message_contains},
    {O::expect, "expiresAt", of_kind(Kind::instant), optional, T::expect_expires_at},
    {O::expect, "sessionTags", tags, optional, T::expect_session_tags},
    {O::expect, "sourceIdentity", text(), optional, T::expect_source_identity},
    {O::expect, "arn", text(), optional, T::expect_arn},
    {O::expect, "transitiveTagKeys", list(text(S::tag)), optional, T::expect_transitive_tag_keys},
    {O::expect, "session", of_kind(Kind::boolean), optional, T::expect_session},
    {O::expect, "calls", list(text(S::sts_operation)), optional, T::expect_calls},

    {O::policy_arn, "arn", text(S::policy_arn), required, T::policy_arn_arn},

    {O::tag, "Key", text(S::tag), required, T::tag_key},
    {O::tag, "Value", text(), required, T::tag_value},

    {O::provided_context, "ProviderArn", text(), optional, T::provided_context_provider_arn},
    {O::provided_context, "ContextAssertion", text(), optional, T::provided_context_assertion},

    {O::assertion, "provider", text(S::saml_arn), optional, T::assertion_provider},
    {O::assertion, "attributes", map(of_kind(Kind::scalar_or_texts), S::saml_attribute), optional, T::assertion_attributes},
    {O::assertion, "issuedAt", of_kind(Kind::instant), optional, T::assertion_issued_at},
    {O::assertion, "sessionNotOnOrAfter", of_kind(Kind::instant), optional, T::assertion_session_not_on_or_after},

    {O::vpc_endpoint, "vpc", text(), optional, T::vpc_endpoint_vpc},
    {O::vpc_endpoint, "policy", policy(S::vpc_endpoint_policy), optional, T::vpc_endpoint_policy},
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < std::size(rows); ++i) {
    if (rows[i].object < rows[i - 1].object) return false;
  }
  return true;
}
static_assert(in_order(), "fields_of() takes the rows of an object in one piece");

constexpr std::string_view formats[] = {version};
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html
constexpr std::string_view root_features[] = {root_credentials_management, root_sessions};
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html
constexpr std::string_view token_versions[] = {regional_token, token_for_every_region};
constexpr std::string_view decisions[] = {"Allow", "Deny", "Error"};
constexpr std::string_view disputed_sides[] = {name_of(DisputeSide::documented), name_of(DisputeSide::observed)};

}  // namespace

std::span<const Field> fields() { return rows; }

std::span<const Field> fields_of(Object object) {
  const auto of_object = [object](const Field& row) { return row.object == object; };
  const auto begin = std::find_if(std::begin(rows), std::end(rows), of_object);
  const auto end = std::find_if_not(begin, std::end(rows), of_object);
  return {begin, end};
}

const Field* find_field(Object object, std::string_view name) {
  for (const Field& row : fields_of(object)) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::span<const std::string_view> choices(Source source) {
  switch (source) {
    case S::format: return formats;
    case S::decision: return decisions;
    case S::disputed_side: return disputed_sides;
    case S::partition: return partitions();
    case S::root_feature: return root_features;
    case S::token_version: return token_versions;
    default: return {};
  }
}

bool is_choice(Source source, std::string_view text) {
  const auto all = choices(source);
  return std::find(all.begin(), all.end(), text) != all.end();
}

namespace {

// What a parameter's texts are chosen from; of a policy, which one it is.
Source parameter_source(Means means) {
  switch (means) {
    case Means::role_arn: return S::role_arn;
    case Means::saml_provider: return S::saml_arn;
    case Means::mfa_device: return S::mfa;
    case Means::mfa_code: return S::mfa_code;
    case Means::root_user: return S::account;
    case Means::boundary:
    case Means::attached_policy: return S::policy_arn;
    case Means::role_name: return S::role_name;
    case Means::user_name: return S::user_name;
    case Means::transitive_tag_keys:
    case Means::tag_keys: return S::tag;
    case Means::action: return S::action;
    case Means::resource: return S::resource;
    case Means::session_policy: return S::session_policy;
    case Means::trust_policy: return S::trust_policy;
    case Means::inline_policy: return S::identity_policy;
    default: return S::none;
  }
}

Shape type_shape(ParameterType type) {
  switch (type) {
    case ParameterType::string: return text();
    case ParameterType::integer: return of_kind(Kind::integer);
    case ParameterType::boolean: return of_kind(Kind::boolean);
    case ParameterType::string_list: return list(text());
    case ParameterType::tag_list: return list(object(O::tag));
    case ParameterType::policy: return of_kind(Kind::policy);
    case ParameterType::policy_arn_list: return list(object(O::policy_arn));
    case ParameterType::policy_arn: return object(O::policy_arn);
    case ParameterType::assertion: return object(O::assertion);
    case ParameterType::token: return map(of_kind(Kind::json), S::claim);
    case ParameterType::provided_contexts: return list(object(O::provided_context));
  }
  return {};
}

}  // namespace

Shape parameter_shape(const Parameter& row) {
  Shape shape = type_shape(row.type);
  if (shape.kind == Kind::text || shape.kind == Kind::policy) shape.source = parameter_source(row.means);
  return shape;
}

}  // namespace sts_playground::format
