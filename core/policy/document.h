// A policy document as its author wrote it: typed, wrong parts included, each with its place.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/value.h"
#include "core/text/span.h"

namespace sts_playground {

// What a policy is attached to decides which elements it may have and how it counts.
enum class PolicyKind { identity, boundary, session, trust, resource, scp, rcp, vpc_endpoint };
// As reports write it.
constexpr std::string_view name_of(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::identity: return "identity";
    case PolicyKind::boundary: return "boundary";
    case PolicyKind::session: return "session";
    case PolicyKind::trust: return "trust";
    case PolicyKind::resource: return "resource";
    case PolicyKind::scp: return "scp";
    case PolicyKind::rcp: return "rcp";
    case PolicyKind::vpc_endpoint: return "vpc-endpoint";
  }
  return "";
}

// One string of a policy with its place. Numbers and booleans are read as their text, as IAM reads them.
struct PolicyString {
  std::string value;
  Span span;
  json::Kind kind = json::Kind::string;
};

// A string or a list of strings; `span` covers the whole.
struct PolicyStrings {
  std::vector<PolicyString> values;
  Span span;
  Span key_span;
  bool is_array = false;
};

enum class Effect { allow, deny, invalid };
// As policies and reports write it; "" where the statement has another.
constexpr std::string_view name_of(Effect effect) {
  switch (effect) {
    case Effect::allow: return "Allow";
    case Effect::deny: return "Deny";
    case Effect::invalid: return "";
  }
  return "";
}

enum class PrincipalType { everyone, aws, service, federated, canonical_user, unknown };

struct PrincipalEntry {
  PrincipalType type = PrincipalType::unknown;
  std::string type_name;  // as written; "" for the bare "*"
  PolicyString value;
};

struct PrincipalElement {
  std::vector<PrincipalEntry> entries;
  Span span;
  Span key_span;
  bool bare_star = false;  // "Principal": "*"
};

// One key of one operator: "StringEquals": {"aws:PrincipalTag/x": ["a", "b"]}.
struct ConditionElement {
  PolicyString condition_operator;
  PolicyString key;
  PolicyStrings values;
  Span span;  // from the key to the end of its values
};

struct Statement {
  Span span;
  std::optional<PolicyString> sid;
  std::optional<PolicyString> effect_text;
  Effect effect = Effect::invalid;
  std::optional<PrincipalElement> principal;
  std::optional<PrincipalElement> not_principal;
  std::optional<PolicyStrings> action;
  std::optional<PolicyStrings> not_action;
  std::optional<PolicyStrings> resource;
  std::optional<PolicyStrings> not_resource;
  std::vector<ConditionElement> conditions;
  std::optional<Span> condition_span;
  std::vector<PolicyString> unknown_elements;  // names that the grammar does not have
};

struct PolicyDocument {
  Span span;
  std::optional<PolicyString> version;
  std::optional<PolicyString> id;
  std::vector<Statement> statements;
  bool single_statement = false;  // Statement is an object, not a list of them
  std::vector<PolicyString> unknown_elements;

  // Policy variables need this version.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
  bool has_variables() const { return version && version->value == "2012-10-17"; }
};

// JSON pointer of a statement, below the policy's own.
inline std::string statement_pointer(const PolicyDocument& document, const std::string& policy_pointer, std::size_t index) {
  return policy_pointer + "/Statement" + (document.single_statement ? "" : "/" + std::to_string(index));
}

}  // namespace sts_playground
