// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
#include <algorithm>

#include "core/catalog/condition_keys.h"
#include "core/catalog/parameters.h"
#include "core/catalog/regions.h"
#include "core/sts/federation.h"
#include "core/sts/operations.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"
#include "core/values/arn.h"
#include "core/values/decimal.h"
#include "core/values/encoding.h"

namespace sts_playground::sts {
namespace {

constexpr std::string_view attribute_prefix = "https://aws.amazon.com/SAML/Attributes/";
constexpr std::int64_t redeem_seconds = 300;  // troubleshoot_saml.html

// Attributes of directories and the condition keys that hold them: reference_policies_iam-condition-keys.html#condition-keys-saml
struct DirectoryAttribute {
  std::string_view name;
  std::string_view key;
};
constexpr DirectoryAttribute directory_attributes[] = {
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "saml:edupersonaffiliation"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "saml:edupersonnickname"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "saml:edupersonorgdn"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "saml:edupersonorgunitdn"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "saml:edupersonprimaryaffiliation"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "saml:edupersonprincipalname"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "saml:edupersonentitlement"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "saml:edupersonprimaryorgunitdn"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "saml:edupersonscopedaffiliation"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "saml:edupersontargetedid"},
    {"urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "saml:edupersonassurance"},
    {"urn:oid:2.5.4.3", "saml:cn"},
    {"urn:oid:0.9.2342.19200300.100.1.3", "saml:mail"},
};
const std::vector<std::string>* attribute(const SamlAssertion& assertion, const std::string& name) {
  const auto found = assertion.attributes.find(name);
  return found == assertion.attributes.end() || found->second.empty() ? nullptr : &found->second;
}

const std::string* first(const SamlAssertion& assertion, std::string_view aws_attribute) {
  const auto* values = attribute(assertion, std::string(attribute_prefix) + std::string(aws_attribute));
  return values ? &values->front() : nullptr;
}

// A claim that is named by its condition key, in any letter case: SAML:aud, saml:iss.
const std::string* claim(const SamlAssertion& assertion, std::string_view key) {
  for (const auto& [name, values] : assertion.attributes) {
    if (equals_ignoring_case(name, key) && !values.empty()) return &values.front();
  }
  return nullptr;
}

bool good_name(const std::string& name) {
  const std::size_t length = utf16_length(name);
  return length >= 2 && length <= 64 && matches_pattern(Characters::session_name, name);
}

// "roleArn,providerArn" in either order.
bool pair_names(const std::string& pair, const std::string& role_arn, const std::string& provider_arn) {
  const std::size_t comma = pair.find(',');
  if (comma == std::string::npos) return false;
  const auto trim = [](std::string text) {
    text.erase(0, text.find_first_not_of(" \t\n"));
    text.erase(text.find_last_not_of(" \t\n") + 1);
    return text;
  };
  const std::string a = trim(pair.substr(0, comma));
  const std::string b = trim(pair.substr(comma + 1));
  return (a == role_arn && b == provider_arn) || (b == role_arn && a == provider_arn);
}

// The kinds of the two ARNs are looked at before anything else: https://github.com/physera/onelogin-aws-cli/issues/12
// https://github.com/cevoaustralia/aws-google-auth/issues/163
std::optional<Refusal> check_kinds(const std::string& role_arn, const std::string& provider_arn) {
  const auto role = parse_principal_arn(role_arn);
  const auto provider = parse_principal_arn(provider_arn);
  const bool good_role = role && role->kind == PrincipalArnKind::role;
  const bool good_provider = provider && provider->kind == PrincipalArnKind::saml_provider && is_partition(provider->arn.partition) &&
                             is_account_id(provider->arn.account);
  if (!good_role) return Refusal(aws_errors::request_arn, Message(MessageId::saml_role_arn_kind, {role_arn}));
  if (!good_provider) return Refusal(aws_errors::saml_principal_arn, Message(MessageId::saml_provider_arn_kind, {provider_arn}));
  return std::nullopt;
}

// Roles of IAM Identity Center are assumed through Identity Center only: API_AssumeRoleWithSAML.html. Its own providers have names that
// begin so (https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html); the refusal's text is inferred.
bool is_closed_to(const std::string& role_arn, const std::string& provider_arn) {
  constexpr std::string_view path = "/aws-reserved/sso.amazonaws.com/";
  return parse_principal_arn(role_arn)->path.starts_with(path) && !parse_principal_arn(provider_arn)->name.starts_with("AWSSSO_");
}

bool provider_exists(const World& world, const std::string& provider_arn) {
  const auto principal = parse_principal_arn(provider_arn);
  const Account* account = world.account(principal->arn.account);
  if (!account || account->partition != principal->arn.partition) return false;
  return std::find(account->saml_providers.begin(), account->saml_providers.end(), principal->name) != account->saml_providers.end();
}

// SessionDuration: a whole number of seconds in the range of DurationSeconds, id_roles_providers_create_saml_assertions.html
std::optional<std::int64_t> session_duration(std::string_view text) {
  const auto seconds = parse_whole_number(text);
  const Parameter& range = *find_parameter("sts:AssumeRoleWithSAML", "DurationSeconds");
  return seconds && *seconds >= range.minimum && *seconds <= range.maximum ? seconds : std::nullopt;
}

// The faults of an assertion, in the order of troubleshoot_saml.html as far as one hides another (inferred).
std::optional<Refusal> check_assertion(const World& world, const Call& call, const SamlAssertion& assertion) {
  const std::string& provider = *call.parameters.string("PrincipalArn");
  const std::string& role_arn = *call.parameters.string("RoleArn");
  if (auto refusal = check_kinds(role_arn, provider)) return refusal;
  // Another partition's endpoint knows neither role nor provider: https://github.com/Versent/saml2aws/issues/187
  for (const std::string& arn : {provider, role_arn}) {
    if (at_endpoint_of(call, parse_arn(arn)->partition)) continue;
    return Refusal(aws_errors::saml_no_provider, Message(MessageId::federated_other_partition, {call.region, arn}));
  }
  if (!provider_exists(world, provider)) return Refusal(aws_errors::saml_no_provider, Message(MessageId::saml_no_provider, {provider}));
  if (!assertion.provider.empty() && assertion.provider != provider) {
    return Refusal(aws_errors::saml_other_provider, Message(MessageId::saml_other_provider, {assertion.provider, provider}));
  }
  const std::int64_t issued_at = assertion.issued_at.value_or(call.now);
  if (call.now - issued_at > redeem_seconds) {
    return Refusal(aws_errors::saml_too_old, Message(MessageId::saml_too_old, {std::to_string(call.now - issued_at)}));
  }
  if (assertion.session_not_on_or_after && call.now >= *assertion.session_not_on_or_after) return Refusal(aws_errors::saml_expired);
  const std::string* name = first(assertion, "RoleSessionName");
  if (!name) return Refusal(aws_errors::saml_no_session_name);
  if (!good_name(*name)) return Refusal(aws_errors::saml_session_name);
  const std::string* source_identity = first(assertion, "SourceIdentity");
  if (source_identity && (!good_name(*source_identity) || source_identity->substr(0, 4) == "aws:")) {
    return Refusal(aws_errors::saml_source_identity);
  }
  if (const std::string* seconds = first(assertion, "SessionDuration"); seconds && !session_duration(*seconds)) {
    return Refusal(aws_errors::saml_session_duration, Message(MessageId::saml_session_duration, {*seconds}))
        .resting_on(EvidenceRule::saml_session_duration);
  }
  const auto* roles = attribute(assertion, std::string(attribute_prefix) + "Role");
  const auto names_pair = [&](const std::string& pair) { return pair_names(pair, role_arn, provider); };
  if (!roles || std::none_of(roles->begin(), roles->end(), names_pair)) {
    return Refusal(aws_errors::saml_no_such_pair, Message(MessageId::saml_role_not_in_assertion, {role_arn}));
  }
  if (is_closed_to(role_arn, provider)) {
    return federated_denial(call.operation, Message(MessageId::saml_identity_center_role, {role_arn}));
  }
  if (!claim(assertion, "saml:sub")) return federated_denial(call.operation, Message(MessageId::saml_no_name_id));
  return std::nullopt;
}

ContextEntry entry(std::string_view key, std::vector<std::string> values) {
  const std::string folded = ascii_lower(key);
  const ConditionKeyRow* row = find_condition_key(key);
  const bool single = row && !row->multivalued;
  return {std::string(key), folded, std::move(values), !single, Origin::derived};
}

// BASE64(SHA1(issuer + account id + "/" + provider name)): reference_policies_iam-condition-keys.html, saml:namequalifier
std::string name_qualifier(const std::string& issuer, const std::string& document) {
  const auto digest = sha1(issuer + document);
  return encode_base64(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::string subject_type(const std::string* given) {
  constexpr std::string_view prefix = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
  if (!given) return "";
  return given->substr(0, prefix.size()) == prefix ? given->substr(prefix.size()) : *given;
}

void add_claims(FederatedRequest& request, const SamlAssertion& assertion) {
  for (const auto& [name, values] : assertion.attributes) {
    if (starts_with_ignoring_case(name, "saml:")) {
      const bool is_type = equals_ignoring_case(name, "saml:sub_type");
      request.keys.push_back(entry(ascii_lower(name), is_type ? std::vector<std::string>{subject_type(&values.front())} : values));
    }
    for (const DirectoryAttribute& row : directory_attributes) {
      if (row.name == name) request.keys.push_back(entry(row.key, values));
    }
    constexpr std::string_view tag = "PrincipalTag:";
    const std::string prefix = std::string(attribute_prefix) + std::string(tag);
    if (name.substr(0, prefix.size()) == prefix && !values.empty()) request.tags.push_back({name.substr(prefix.size()), values.front()});
  }
}

FederatedRequest make_request(const Call& call, const SamlAssertion& assertion) {
  FederatedRequest request;
  request.operation = call.operation;
  request.role_arn = *call.parameters.string("RoleArn");
  request.provider = *call.parameters.string("PrincipalArn");
  request.session_name = *first(assertion, "RoleSessionName");
  if (const std::string* source_identity = first(assertion, "SourceIdentity")) request.source_identity = *source_identity;
  if (const auto* keys = attribute(assertion, std::string(attribute_prefix) + "TransitiveTagKeys")) request.transitive_keys = *keys;
  add_claims(request, assertion);
  const auto provider = parse_principal_arn(request.provider);
  const std::string document = std::string(provider->arn.account) + "/" + std::string(provider->name);
  request.keys.push_back(entry("saml:doc", {document}));
  if (const std::string* issuer = claim(assertion, "saml:iss")) {
    request.keys.push_back(entry("saml:namequalifier", {name_qualifier(*issuer, document)}));
  }
  // What the session keeps: reference_policies_iam-condition-keys.html#condition-keys-saml
  request.kept_keys = {"saml:namequalifier", "saml:sub", "saml:sub_type"};
  // The shortest of DurationSeconds, SessionDuration and SessionNotOnOrAfter: API_AssumeRoleWithSAML.html
  if (assertion.session_not_on_or_after) request.maximum_seconds = *assertion.session_not_on_or_after - call.now;
  if (const std::string* seconds = first(assertion, "SessionDuration")) {
    const std::int64_t value = *session_duration(*seconds);
    request.maximum_seconds = std::min(request.maximum_seconds.value_or(value), value);
  }
  return request;
}

}  // namespace

CallResult assume_role_with_saml(const World& world, const Call& call) {
  const SamlAssertion& assertion = *call.parameters.assertion;
  if (auto refusal = check_assertion(world, call, assertion)) return std::move(*refusal);
  const FederatedRequest request = make_request(call, assertion);
  CallResult result = assume_federated(world, call, request);
  if (!result.session.empty()) {
    const std::string* subject = claim(assertion, "saml:sub");
    const std::string* issuer = claim(assertion, "saml:iss");
    const std::string* audience = claim(assertion, "saml:aud");
    result.response.push_back({"Subject", subject ? *subject : ""});
    result.response.push_back({"SubjectType", subject_type(claim(assertion, "saml:sub_type"))});
    if (issuer) result.response.push_back({"Issuer", *issuer});
    if (audience) result.response.push_back({"Audience", *audience});
    for (const ContextEntry& key : request.keys) {
      if (key.folded_key == "saml:namequalifier") result.response.push_back({"NameQualifier", key.values.front()});
    }
  }
  return result;
}

}  // namespace sts_playground::sts
