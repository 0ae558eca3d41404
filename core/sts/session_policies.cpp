#include "core/sts/session_policies.h"

#include <optional>
#include <utility>

#include "core/catalog/condition_operators.h"
#include "core/compile/read_policy_text.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

// Characters of inline document and managed policy ARNs together: API_AssumeRole.html, "Policy". The model of the API has no maximum for
// Policy; we enforce the documented 2,048.
constexpr std::size_t maximum_characters = 2048;

// A session policy's ARNs must be complete: reference_policies_grammar.html
const PolicyString* incomplete_resource(const PolicyDocument& document) {
  for (const Statement& statement : document.statements) {
    const auto& element = statement.resource ? statement.resource : statement.not_resource;
    if (!element) continue;
    for (const PolicyString& value : element->values) {
      if (is_incomplete_arn(value.value)) return &value;
    }
  }
  return nullptr;
}

struct Misfit {
  const PolicyString* condition_operator;
  const PolicyString* value;
};

// AssumeRole checks no condition values but Base64. Recorded; for the other operations it is inferred, as it is that Base64 without its
// padding or with unused bits is none.
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json
std::optional<Misfit> malformed_base64(const PolicyDocument& document) {
  for (const Statement& statement : document.statements) {
    for (const ConditionElement& condition : statement.conditions) {
      const ConditionOperator* row = parse_operator_name(condition.condition_operator.value).condition_operator;
      if (!row || row->family != OperatorFamily::binary) continue;
      for (const PolicyString& value : condition.values.values) {
        if (!compile_operand(*row, value.value, false).valid) return Misfit{&condition.condition_operator, &value};
      }
    }
  }
  return std::nullopt;
}

Checked<PolicyPtr> read_inline(const World& world, const Call& call, const PolicyText& policy) {
  PolicySource source;
  source.pointer = policy.pointer;
  source.name = "Policy";
  source.owner = call.step;
  PolicyReading reading = read_policy_value(policy.value, source, PolicyKind::session, &world);
  // The service answers with the words of its JSON parser, which change; ours say the same without them.
  // https://github.com/ansible-collections/amazon.aws/issues/2778
  if (!reading.policy) {
    const Message fault = reading.diagnostics.empty() ? Message(MessageId::session_policy_no_object) : reading.diagnostics.front().message;
    Message reason(MessageId::session_policy_malformed);
    reason.parts.push_back(fault);
    return Refusal("MalformedPolicyDocument", 400, "The policy is not in the valid JSON format. " + render(fault, Language::english),
                   std::move(reason));
  }
  if (const PolicyString* resource = incomplete_resource(reading.policy->document)) {
    return Refusal("MalformedPolicyDocument", 400, "The policy is not in the valid JSON format.",
                   Message(MessageId::session_policy_incomplete_arn, {resource->value}));
  }
  if (const auto misfit = malformed_base64(reading.policy->document)) {
    return Refusal("MalformedPolicyDocument", 400, "The policy is not in the valid JSON format.",
                   Message(MessageId::session_policy_base64, {misfit->value->value, misfit->condition_operator->value}));
  }
  return reading.policy;
}

}  // namespace

Checked<SessionPolicies> read_session_policies(const World& world, const Call& call, std::string_view account) {
  SessionPolicies policies;
  if (const auto& policy = call.parameters.policy) {
    auto read = read_inline(world, call, *policy);
    if (read.refused()) return std::move(read.refusal());
    policies.given = true;
    policies.characters += utf16_length(policy->text);
    policies.text += policy->text;
    policies.policies.push_back(std::move(*read));
  }
  if (const auto& arns = call.parameters.policy_arns) {
    const Account* owner = world.account(account);
    policies.given = policies.given || !arns->empty();
    for (const std::string& arn : *arns) {
      policies.characters += utf16_length(arn);
      policies.text += arn;
      PolicyPtr policy = owner ? owner->managed_policy(arn) : nullptr;
      // The code is IAM's for a policy that is not there; what STS answers is not documented.
      if (!policy) {
        return Refusal("NoSuchEntity", 404, "Policy " + arn + " does not exist or is not attachable.",
                       Message(MessageId::session_policy_not_found, {arn, std::string(account)}));
      }
      // AWS's own policies stay as they are; the account's are looked up again at each request.
      if (parse_arn(arn)->account == "aws") policies.policies.push_back(std::move(policy));
      else policies.managed.push_back(arn);
    }
  }
  if (policies.characters > maximum_characters) {
    return Refusal("ValidationError", 400,
                   "1 validation error detected: Value '...' at 'policy' failed to satisfy constraint: Member must have length less than "
                   "or equal to 2048",
                   Message(MessageId::session_policies_too_long, {std::to_string(policies.characters)}));
  }
  return policies;
}

}  // namespace sts_playground::sts
