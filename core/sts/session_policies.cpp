#include <utility>
#include <vector>

#include "core/compile/managed_policy.h"
#include "core/compile/read_policy_text.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

// Characters of inline document and managed policy ARNs together: API_AssumeRole.html, "Policy". The model of the API has no maximum for
// Policy; we enforce the documented 2,048.
constexpr std::size_t maximum_characters = 2048;

PolicyPtr find_managed(const World& world, const std::string& arn, std::string_view account_id) {
  const auto principal = parse_principal_arn(arn);
  if (!principal || principal->kind != PrincipalArnKind::policy) return nullptr;
  if (principal->arn.account == "aws") return aws_managed_policy(arn);
  const Account* account = world.account(account_id);
  if (!account || principal->arn.account != account_id) return nullptr;
  const auto found = account->managed_policies.find(std::string(principal->name));
  return found == account->managed_policies.end() ? nullptr : found->second;
}

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

SessionPoliciesResult failed(CallError error, Message reason) {
  SessionPoliciesResult result;
  result.error = std::move(error);
  result.reason = std::move(reason);
  return result;
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

SessionPoliciesResult read_session_policies(const World& world, const Call& call, std::string_view account) {
  SessionPoliciesResult result;
  SessionPolicies& policies = result.policies;
  if (const auto& policy = call.parameters.policy) {
    policies.given = true;
    policies.characters += utf16_length(policy->text);
    PolicySource source;
    source.pointer = policy->pointer;
    source.name = "Policy";
    source.owner = call.step;
    PolicyReading reading = read_policy_value(policy->value, source, PolicyKind::session, &world);
    // The service answers with the words of its JSON parser, which change; ours say the same without them.
    // https://github.com/ansible-collections/amazon.aws/issues/2778
    if (!reading.policy) {
      const std::string words = reading.diagnostics.empty() ? "" : render(reading.diagnostics.front().message, Language::english);
      return failed({"MalformedPolicyDocument", 400, "The policy is not in the valid JSON format. " + words},
                    Message(MessageId::session_policy_malformed, {words}));
    }
    if (const PolicyString* resource = incomplete_resource(reading.policy->document)) {
      return failed({"MalformedPolicyDocument", 400, "The policy is not in the valid JSON format."},
                    Message(MessageId::session_policy_incomplete_arn, {resource->value}));
    }
    policies.policies.push_back(reading.policy);
  }
  if (const auto& arns = call.parameters.policy_arns) {
    policies.given = policies.given || !arns->empty();
    for (const std::string& arn : *arns) {
      policies.characters += utf16_length(arn);
      PolicyPtr policy = find_managed(world, arn, account);
      // The code is IAM's for a policy that is not there; what STS answers is not documented.
      if (!policy) {
        return failed({"NoSuchEntity", 404, "Policy " + arn + " does not exist or is not attachable."},
                      Message(MessageId::session_policy_not_found, {arn, std::string(account)}));
      }
      policies.policies.push_back(std::move(policy));
    }
  }
  if (policies.characters > maximum_characters) {
    return failed(
        {"ValidationError", 400,
         "1 validation error detected: Value '...' at 'policy' failed to satisfy constraint: Member must have length less than or "
         "equal to 2048"},
        Message(MessageId::session_policies_too_long, {std::to_string(policies.characters)}));
  }
  return result;
}

int estimate_packed_size(const SessionPolicies& policies, const Tags& tags) {
  return packed_policies_percent(policies) + packed_tags_percent(tags);
}

std::optional<CallError> check_packed_size(const SessionPolicies& policies, const Tags& tags) {
  const int size = estimate_packed_size(policies, tags);
  if (size <= 100) return std::nullopt;
  // https://github.com/aws-actions/configure-aws-credentials/issues/1803 and https://repost.aws/knowledge-center/iam-role-aws-sts-error
  if (packed_tags_percent(tags) >= packed_policies_percent(policies)) {
    return CallError{"PackedPolicyTooLarge", 400, "Packed size of session tags consumes " + std::to_string(size) + "% of allotted space."};
  }
  return CallError{"PackedPolicyTooLarge", 400,
                   "Packed policy consumes " + std::to_string(size) + "% of allotted space, please use smaller policy."};
}

}  // namespace sts_playground::sts
