#include <utility>

#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/encoding.h"
#include "core/values/instant.h"
#include "core/world/principal.h"

namespace sts_playground::sts {

// Credentials are the same in every run, and obviously fake.
std::string make_access_key_id(std::string_view prefix, std::string_view seed) { return make_unique_id(prefix, seed); }

void issue_session(Session session, const Call& call, std::int64_t seconds, CallResult& result) {
  session.id = call.step;
  session.issued_by = call.step;
  session.issued_at = call.now;
  session.expires_at = call.now + seconds;
  session.requested_seconds = call.parameters.integer("DurationSeconds");
  const std::string seed = call.step + "@" + std::to_string(call.now) + session.arn;
  session.access_key_id = make_access_key_id("ASIA", seed);
  if (call.session) session.chained_from = call.session->id;
  const std::string digest = encode_base64(hex(std::string_view(reinterpret_cast<const char*>(sha1(seed).data()), 20)));
  result.session = session.id;
  result.response.push_back({"Credentials.AccessKeyId", session.access_key_id});
  result.response.push_back({"Credentials.SecretAccessKey", "EXAMPLE/NotARealSecret/" + digest.substr(0, 17)});
  result.response.push_back({"Credentials.SessionToken", "EXAMPLE-not-a-real-session-token-" + digest});
  result.response.push_back({"Credentials.Expiration", format_iso(session.expires_at)});
  result.events.emplace_back(SessionIssued{std::make_shared<Session>(std::move(session))});
}

std::optional<CallResult> check_long_term_call(const World& world, const Call& call, std::string_view session_text) {
  if (call.caller.kind == CallerKind::anonymous) {
    return refuse(to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (call.caller.kind == CallerKind::service) {
    return deny(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::service_may_not_call, {call.operation}));
  }
  if (auto error = check_region(world, call, call.caller.account)) return refuse(std::move(*error));
  if (auto error = check_parameters(call)) return refuse(std::move(*error));
  if (call.session) return deny(std::string(session_text), Message(MessageId::needs_long_term_keys, {call.operation}));
  return std::nullopt;
}

Session own_session(const World& world, const Call& call, SessionKind kind, bool mfa) {
  Session session;
  session.kind = kind;
  session.account = call.caller.account;
  session.partition = call.caller.partition;
  session.arn = call.caller.arn;
  session.principal_name = call.caller.user_name;
  session.unique_id = call.caller.unique_id;
  session.effective_tags = principal_tags(world, call.caller, nullptr);
  if (mfa) session.mfa_authenticated_at = call.now;
  return session;
}

void add_role_response(const Session& session, const SessionPolicies& policies, CallResult& result) {
  result.response.push_back({"AssumedRoleUser.AssumedRoleId", session.unique_id + ":" + session.session_name});
  result.response.push_back({"AssumedRoleUser.Arn", session.arn});
  // A plain call's recorded reply has no PackedPolicySize: localstack tests/aws/services/sts/test_sts.snapshot.json
  if (policies.given || !session.tags.empty()) {
    result.response.push_back({"PackedPolicySize", std::to_string(estimate_packed_size(policies, session.tags)), true});
  }
  if (!session.source_identity.empty()) result.response.push_back({"SourceIdentity", session.source_identity});
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html: the role's own tags, overridden by inherited and passed ones.
Session role_session(const Role& role, const RoleRequest& request, const std::string& session_name) {
  const auto arn = parse_arn(role.arn);
  Session session;
  session.kind = SessionKind::role_session;
  session.account = std::string(arn->account);
  session.partition = std::string(arn->partition);
  session.arn = assumed_role_arn(arn->partition, arn->account, role.name, session_name);
  session.principal_name = role.name;
  session.unique_id = role.unique_id;
  session.role_arn = role.arn;
  session.session_name = session_name;
  session.service_linked = !role.service_linked_for.empty();
  session.source_identity = request.source_identity;
  session.tags = request.inherited;
  for (const Tag& tag : request.tags) session.tags.set(tag.key, tag.value);
  session.effective_tags = role.tags;
  for (const Tag& tag : session.tags) session.effective_tags.set(tag.key, tag.value);
  for (const Tag& tag : request.inherited) session.transitive_tag_keys.push_back(tag.key);
  // A transitive key may be spelled in another letter case than its tag; the tag's spelling is kept.
  for (const std::string& key : request.transitive_keys) {
    const Tag* tag = session.tags.find(key);
    session.transitive_tag_keys.push_back(tag ? tag->key : key);
  }
  return session;
}

}  // namespace sts_playground::sts
