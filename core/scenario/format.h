// The shape of a scenario document, one row a field: what may stand where, of what kind, and which sentence says what it means. The reader,
// the editor's catalog, the JSON Schema and the page of reference follow the table; a field is written down nowhere else.
#pragma once

#include <span>
#include <string_view>

#include "core/catalog/parameters.h"

namespace sts_playground::format {

// What a document's `format` says.
constexpr std::string_view version = "sts-playground/1";
// What an organization's `centralizedRootAccess` lists as its features.
constexpr std::string_view root_credentials_management = "RootCredentialsManagement";
constexpr std::string_view root_sessions = "RootSessions";
// An account's `globalEndpointTokenVersion`.
constexpr std::string_view regional_token = "v1Token";
constexpr std::string_view token_for_every_region = "v2Token";

// The objects whose fields the format names; their names in JSON: object_name().
enum class Object : unsigned char {
  document,
  localized_text,
  organization,
  centralized_root_access,
  root,
  unit,
  attachment,  // what is attached to an account itself
  account,
  group,
  user,
  role,
  saml_provider,
  oidc_provider,
  resource,
  workstation,
  token_file,
  step,
  expect,
  policy_arn,
  tag,
  provided_context,
  assertion,
  vpc_endpoint,
  count_
};

enum class Form : unsigned char { one, list, map, list_or_map };
// As the catalog writes it.
constexpr std::string_view name_of(Form form) {
  switch (form) {
    case Form::one: return "one";
    case Form::list: return "list";
    case Form::map: return "map";
    case Form::list_or_map: return "list-or-map";
  }
  return "";
}

// One value; a field's form says whether there is one, or many.
enum class Kind : unsigned char {
  text,
  localized,  // a text, or an object of texts by language
  instant,    // ISO 8601
  instant_or_offset,
  boolean,
  integer,
  object,           // its fields are rows of the table too
  policy,           // an object, or the text of one
  policy_or_arn,    // or {"arn": "..."}
  parameters,       // of the step's call: catalog/parameters.h
  scalar_or_null,   // a text, number or boolean, several of them, or null
  scalar_or_texts,  // a text, number or boolean, or a list of texts
  json              // any value
};
constexpr std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::text: return "text";
    case Kind::localized: return "localized";
    case Kind::instant: return "instant";
    case Kind::instant_or_offset: return "instant-or-offset";
    case Kind::boolean: return "boolean";
    case Kind::integer: return "integer";
    case Kind::object: return "object";
    case Kind::policy: return "policy";
    case Kind::policy_or_arn: return "policy-or-arn";
    case Kind::parameters: return "parameters";
    case Kind::scalar_or_null: return "scalar-or-null";
    case Kind::scalar_or_texts: return "scalar-or-texts";
    case Kind::json: return "json";
  }
  return "";
}

// What a text says or a map's members are named by, beyond its kind: the editor offers what there is of it. Of a policy: which policy it
// is.
enum class Source : unsigned char {
  none,
  account,
  attached,
  call,
  caller,
  claim,
  context_key,
  context_value,
  decision,
  format,
  group,
  mfa,
  oidc_host,
  partition,
  region,
  root_feature,
  token_version,
  resource,
  resource_arn,
  role_arn,
  policy_arn,
  saml_arn,
  saml_attribute,
  service,
  sts_operation,
  tag,
  workstation,
  role_name,
  user_name,
  mfa_code,
  action,
  boundary_policy,
  identity_policy,
  managed_policy,
  rcp,
  resource_policy,
  scp,
  session_policy,
  trust_policy,
  disputed_fact,
  disputed_side,
  vpc_endpoint_policy,
  count_
};

// The rows of text/messages/format.inc. What they say is in format_texts.h.
enum class Text : unsigned char {
#define STS_PLAYGROUND_FORMAT(id, page, english, korean) id,
#include "core/text/messages/format.inc"
#undef STS_PLAYGROUND_FORMAT
  count_
};

struct Shape {
  Form form = Form::one;
  Kind kind = Kind::text;
  Source source = Source::none;
  Source names = Source::none;         // what the members of a map are named by
  Object of = Object::localized_text;  // where the kind is an object or a localized text
};

struct Field {
  Object object;
  std::string_view name;
  Shape shape;
  bool required;
  Text text;
};

// In the order of the objects, those of one object together.
std::span<const Field> fields();
std::span<const Field> fields_of(Object object);
// Null where the object has no such field.
const Field* find_field(Object object, std::string_view name);

// What a text must be one of; empty: anything.
std::span<const std::string_view> choices(Source source);
bool is_choice(Source source, std::string_view text);

// The shape of a value in a step's `with`: its type says the kind, what it means the source.
Shape parameter_shape(const Parameter& row);

}  // namespace sts_playground::format
