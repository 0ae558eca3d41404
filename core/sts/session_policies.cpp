#include "core/sts/session_policies.h"

#include <optional>
#include <utility>

#include "core/catalog/condition_operators.h"
#include "core/compile/read_policy_text.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"

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
    const std::string words = reading.diagnostics.empty() ? "" : render(reading.diagnostics.front().message, Language::english);
    return Refusal("MalformedPolicyDocument", 400, "The policy is not in the valid JSON format. " + words,
                   Message(MessageId::session_policy_malformed, {words}));
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

// How many bytes a text takes where what was seen before is cheap: three characters that are new cost one byte, known ones a quarter.
// The scale of a compression, with no claim to be AWS's.
std::size_t packed_bytes(std::string_view text) {
  std::vector<bool> seen(1U << 16U);
  std::size_t fresh = 0;
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(text[i + at])); };
    const unsigned hash = (byte(0) * 961U + byte(1) * 31U + byte(2)) & 0xFFFFU;
    if (!seen[hash]) ++fresh;
    seen[hash] = true;
  }
  return fresh + (text.size() - fresh + 3) / 4;
}

int percent(std::size_t bytes, std::size_t of) { return static_cast<int>((bytes * 100 + of - 1) / of); }

// Calibrated against one report: the six tags of EKS Pod Identity take 74 %, and sizes add up.
// https://github.com/aws/containers-roadmap/issues/2413
constexpr std::size_t tag_bytes_of_100_percent = 350;
// Chosen so that any inline session policy of ordinary wording within 2,048 characters fits.
constexpr std::size_t policy_bytes_of_100_percent = 1600;

int packed_tags_percent(const Tags& tags) {
  std::string text;
  for (const Tag& tag : tags) text += tag.key + tag.value;
  return percent(packed_bytes(text), tag_bytes_of_100_percent);
}

int packed_policies_percent(const SessionPolicies& policies) {
  std::size_t bytes = 0;
  for (const PolicyPtr& policy : policies.policies) {
    const auto& text = policy->source.text;
    bytes += text ? packed_bytes(text->text()) : policy->source.owner.size();
  }
  return percent(bytes, policy_bytes_of_100_percent);
}

}  // namespace

Checked<SessionPolicies> read_session_policies(const World& world, const Call& call, std::string_view account) {
  SessionPolicies policies;
  if (const auto& policy = call.parameters.policy) {
    auto read = read_inline(world, call, *policy);
    if (read.refused()) return std::move(read.refusal());
    policies.given = true;
    policies.characters += utf16_length(policy->text);
    policies.policies.push_back(std::move(*read));
  }
  if (const auto& arns = call.parameters.policy_arns) {
    const Account* owner = world.account(account);
    policies.given = policies.given || !arns->empty();
    for (const std::string& arn : *arns) {
      policies.characters += utf16_length(arn);
      PolicyPtr policy = owner ? owner->managed_policy(arn) : nullptr;
      // The code is IAM's for a policy that is not there; what STS answers is not documented.
      if (!policy) {
        return Refusal("NoSuchEntity", 404, "Policy " + arn + " does not exist or is not attachable.",
                       Message(MessageId::session_policy_not_found, {arn, std::string(account)}));
      }
      policies.policies.push_back(std::move(policy));
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

int estimate_packed_size(const SessionPolicies& policies, const Tags& tags) {
  return packed_policies_percent(policies) + packed_tags_percent(tags);
}

std::optional<Refusal> check_packed_size(const SessionPolicies& policies, const Tags& tags) {
  const int size = estimate_packed_size(policies, tags);
  if (size <= 100) return std::nullopt;
  const std::string consumed = " consumes " + std::to_string(size) + "% of allotted space";
  // https://github.com/aws-actions/configure-aws-credentials/issues/1803 and https://repost.aws/knowledge-center/iam-role-aws-sts-error
  const bool tags_weigh_more = packed_tags_percent(tags) >= packed_policies_percent(policies);
  return Refusal(
      "PackedPolicyTooLarge", 400,
      tags_weigh_more ? "Packed size of session tags" + consumed + "." : "Packed policy" + consumed + ", please use smaller policy.",
      Message(MessageId::packed_size_is_an_estimate));
}

}  // namespace sts_playground::sts
