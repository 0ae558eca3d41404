// From a policy document to a compiled policy: operators looked up, operands parsed, patterns built. After this, evaluation cannot
// fail: what is wrong in a statement makes the part that is wrong never match.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/condition_operators.h"
#include "core/policy/document.h"
#include "core/text/source_text.h"
#include "core/values/cidr.h"
#include "core/values/instant.h"
#include "core/values/pattern.h"

namespace sts_playground {

// Tells the unique id (AIDA..., AROA...) of a user or role that exists, by its ARN.
class PrincipalDirectory {
 public:
  virtual std::optional<std::string> unique_id(std::string_view principal_arn) const = 0;

 protected:
  ~PrincipalDirectory() = default;
};

enum class PrincipalMatch {
  everyone,
  everyone_aws,
  account,
  user,
  role,
  assumed_role,
  federated_user,
  service,
  federated,
  unique_id,
  never
};

struct CompiledPrincipal {
  PrincipalMatch match = PrincipalMatch::never;
  std::string text;  // account id, ARN, service or provider, as the caller's counterpart is spelled
  // IAM keeps the unique id of a user or role that a stored policy names, so that a namesake created later does not match; "" where
  // the principal did not exist when the policy was stored (it is then compared as text).
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  std::string bound_unique_id;
};

// A policy's value for one key of one operator, in the shape that the operator compares.
struct Operand {
  Pattern pattern;                 // string, arn (whole text)
  std::vector<Pattern> arn_parts;  // arn: six where the text has six parts, else none
  std::optional<Cidr> cidr;
  std::optional<Instant> instant;
  std::string text;   // numeric, binary: as written; boolean, null: "true" or "false"
  bool valid = true;  // false: the value is none for this operator, and equals nothing; of an ARN a variable can make it so as well
};

struct CompiledCondition {
  OperatorName name;
  std::string key;         // as written
  std::string folded_key;  // ASCII lower case, for look-ups
  std::vector<Operand> operands;
  bool of_deny = false;  // it stands in a Deny statement
};

struct CompiledResource {
  std::array<Pattern, 6> parts;
  bool everything = false;  // "*"
  bool valid = true;        // false: neither an ARN nor "*"
};

struct CompiledStatement {
  Effect effect = Effect::invalid;  // invalid: counts neither as Allow nor as Deny
  bool has_principal = false;
  bool not_principal = false;
  std::vector<CompiledPrincipal> principals;
  bool has_action = false;
  bool not_action = false;
  std::vector<Pattern> actions;
  bool has_resource = false;
  bool not_resource = false;
  std::vector<CompiledResource> resources;
  std::vector<CompiledCondition> conditions;
};

struct CompiledPolicy {
  PolicyKind kind = PolicyKind::identity;
  std::vector<CompiledStatement> statements;
};

// `directory` may be null: principals are then compared as text.
CompiledPolicy compile_policy(const PolicyDocument& document, PolicyKind kind, const PrincipalDirectory* directory);
// True for a Resource that begins as an ARN and has fewer than six parts.
bool is_incomplete_arn(std::string_view resource);
Operand compile_operand(const ConditionOperator& condition_operator, std::string_view text, bool variables);

// Where a policy comes from and how it is called.
struct PolicySource {
  std::string pointer;                     // JSON pointer of the policy in the scenario
  std::string name;                        // policy name, or the owner's name for a trust, boundary or resource policy
  std::string owner;                       // ARN, organization id or unit id of what it is attached to
  std::shared_ptr<const SourceText> text;  // the policy's own text where the scenario holds it as a string, else null
  Span document_span;                      // of the whole JSON value in the scenario's text
  std::size_t quota_characters = 0;        // what counts against IAM's quotas: white space outside of strings does not
};

// A policy as the world keeps it. Never changed once made.
struct Policy {
  PolicySource source;
  PolicyDocument document;
  CompiledPolicy compiled;
};
using PolicyPtr = std::shared_ptr<const Policy>;

PolicyPtr make_policy(PolicySource source, PolicyDocument document, PolicyKind kind, const PrincipalDirectory* directory);

}  // namespace sts_playground
