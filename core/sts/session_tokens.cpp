#include "core/sts/session_tokens.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/catalog/parameters.h"
#include "core/catalog/regions.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::sts {
namespace {

// One limit on the finished token, in place of one on it and one on packed policies and tags. Documented:
// https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/
constexpr std::size_t longest_token = 4096;

struct TokenKind {
  std::string_view operation;
  bool by_service;
  std::size_t regional;  // bytes
  std::size_t global;    // of the global endpoint, as long as the account's setting is v1Token
  bool is_recorded;      // of tokens that carry nothing more
};
// Recorded: GetSessionToken, and AssumeRole at the global endpoint, in
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json (2026-09-11);
// AssumeRole of a user at a Regional endpoint (732 bytes, 17 %, whatever the length of the role's name) and of EventBridge (876 bytes,
// 21 %) in .../testdata/aws/eventbridge/target_roles.json and role_audit.json (2026-09-15). Tokens of the global endpoint were 400 bytes
// shorter in every pair. The others are inferred from these.
constexpr TokenKind kinds[] = {
    {"sts:GetSessionToken", false, 688, 288, true},     {"sts:AssumeRole", false, 732, 352, true},
    {"sts:AssumeRole", true, 876, 476, true},           {"sts:GetFederationToken", false, 696, 296, false},
    {"sts:AssumeRoleWithSAML", false, 892, 492, false}, {"sts:AssumeRoleWithWebIdentity", false, 892, 492, false},
    {"sts:AssumeRoot", false, 732, 732, false},
};

const TokenKind& kind_of(const Call& call) {
  const bool by_service = call.caller.kind == CallerKind::service;
  const auto found = std::find_if(std::begin(kinds), std::end(kinds),
                                  [&](const TokenKind& row) { return row.operation == call.operation && row.by_service == by_service; });
  return found == std::end(kinds) ? kinds[1] : *found;
}

// Words that nearly every policy has, which a compression that knows policies need not spell out.
constexpr std::string_view usual_words = R"({"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Action":["","Resource":["*"],)"
                                         R"("Resource":"*"}]}"Effect":"Deny","Action":"Condition":{"StringEquals":{"arn:aws:)";

// How many bytes a text takes where what was seen before is cheap: three characters that are new cost one byte, known ones a quarter.
// The scale of a compression, with no claim to be AWS's.
class Packing {
 public:
  explicit Packing(std::string_view known = "") : seen_(1U << 16U) { pack(known); }

  std::size_t pack(std::string_view text) {
    std::size_t fresh = 0;
    for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
      const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(text[i + at])); };
      const unsigned hash = (byte(0) * 961U + byte(1) * 31U + byte(2)) & 0xFFFFU;
      if (!seen_[hash]) ++fresh;
      seen_[hash] = true;
    }
    return fresh + (text.size() - fresh + 3) / 4;
  }

 private:
  std::vector<bool> seen_;
};

// Bytes become four letters for three: Base64, as tokens are written.
std::size_t in_token(std::size_t bytes) { return (bytes + 2) / 3 * 4; }

int utilization(std::size_t bytes) { return static_cast<int>(bytes * 100 / longest_token); }

// Of services the role's account issues, as of every role; of the others the caller's own.
std::string issuing_account(const Call& call) {
  const std::string* role_arn = call.parameters.string("RoleArn");
  const auto arn = role_arn ? parse_arn(*role_arn) : std::nullopt;
  return arn ? std::string(arn->account) : call.caller.account;
}

}  // namespace

TokenContents session_contents(const Session& session, const SessionPolicies& policies) {
  TokenContents contents;
  contents.policies = policies.text;
  for (const Tag& tag : session.tags) contents.tags += tag.key + tag.value;
  contents.other = session.source_identity;
  return contents;
}

bool issues_global_token(const World& world, const Call& call, std::string_view account_id) {
  // Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
  // That for roles it is the role's account's setting is inferred.
  if (call.region != global_endpoint) return false;
  const Account* account = world.account(account_id);
  return !account || !account->global_tokens_everywhere;
}

SessionToken session_token(const World& world, const Call& call, const TokenContents& contents) {
  const TokenKind& kind = kind_of(call);
  // Calibrated against GetFederationToken with a policy of 98 characters and a name of 17: 776 bytes, recorded in sts_preferences.json.
  const std::size_t policies = contents.policies.empty() ? 0 : Packing(usual_words).pack(contents.policies);
  const std::size_t tags = Packing().pack(contents.tags);
  SessionToken token;
  token.bytes = issues_global_token(world, call, issuing_account(call)) ? kind.global : kind.regional;
  token.bytes += in_token(policies + tags + contents.other.size());
  token.is_estimate = !kind.is_recorded || policies + tags + contents.other.size() > 0;
  token.tags_weigh_most = tags > 0 && tags >= policies;
  // MinimumSessionTokenSize makes a token at least so long. Documented: https://aws.amazon.com/about-aws/whats-new/2026/09/aws-sts/
  const Parameter* minimum = find_parameter(call.operation, Means::minimum_token_size);
  const auto asked = minimum ? call.parameters.integer(minimum->name) : std::nullopt;
  if (asked) token.bytes = std::max(token.bytes, static_cast<std::size_t>(*asked));
  return token;
}

std::optional<Refusal> check_session_token(const SessionToken& token) {
  if (token.bytes <= longest_token) return std::nullopt;
  const std::size_t percent = (token.bytes * 100 + longest_token - 1) / longest_token;
  const std::string consumed = " consumes " + std::to_string(percent) + "% of allotted space";
  // https://github.com/aws-actions/configure-aws-credentials/issues/1803 and https://repost.aws/knowledge-center/iam-role-aws-sts-error
  return Refusal(
      "PackedPolicyTooLarge", 400,
      token.tags_weigh_most ? "Packed size of session tags" + consumed + "." : "Packed policy" + consumed + ", please use smaller policy.",
      Message(MessageId::token_size_is_an_estimate, {std::to_string(token.bytes), std::to_string(longest_token)}));
}

void add_session_token(const SessionToken& token, CallResult& result) {
  result.response.push_back({"SessionTokenUtilization", std::to_string(utilization(token.bytes)), true});
  result.response.push_back({"SessionTokenSize", std::to_string(token.bytes), true});
  result.token_size_is_estimate = token.is_estimate;
}

void add_packed_policy_size(const SessionToken& token, CallResult& result) {
  result.response.push_back({"PackedPolicySize", std::to_string(utilization(token.bytes)), true});
}

}  // namespace sts_playground::sts
