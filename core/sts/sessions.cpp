#include "core/sts/sessions.h"

#include <utility>

#include "core/call/callers.h"
#include "core/text/messages.h"
#include "core/values/encoding.h"
#include "core/values/instant.h"

namespace sts_playground::sts {
namespace {

constexpr std::int64_t user_seconds = 43200;
constexpr std::int64_t root_seconds = 3600;  // a longer request of root silently becomes this: API_GetSessionToken.html

// AssumedRoleUser, PackedPolicySize, SourceIdentity and the token's size: botocore/data/sts/2011-06-15/service-2.json, AssumeRoleResponse
void add_role_response(const Session& session, const SessionToken& token, CallResult& result) {
  result.response.push_back({"AssumedRoleUser.AssumedRoleId", session.unique_id + ":" + session.session_name});
  result.response.push_back({"AssumedRoleUser.Arn", session.arn});
  add_packed_policy_size(token, result);
  if (!session.source_identity.empty()) result.response.push_back({"SourceIdentity", session.source_identity});
  add_session_token(token, result);
}

}  // namespace

// Credentials are the same in every run, and obviously fake.
void issue_session(const World& world, Session session, const Call& call, std::int64_t seconds, CallResult& result) {
  session.id = call.step;
  session.issued_at = call.now;
  session.expires_at = call.now + seconds;
  session.of_global_endpoint = issues_global_token(world, call, session.account);
  session.requested_seconds = call.parameters.integer("DurationSeconds");
  const std::string seed = call.step + "@" + std::to_string(call.now) + session.arn;
  session.access_key_id = make_unique_id("ASIA", seed);
  if (call.session) session.chained_from = call.session->id;
  const std::string digest = encode_base64(hex(std::string_view(reinterpret_cast<const char*>(sha1(seed).data()), 20)));
  result.session = session.id;
  result.response.push_back({"Credentials.AccessKeyId", session.access_key_id});
  result.response.push_back({"Credentials.SecretAccessKey", "EXAMPLE/NotARealSecret/" + digest.substr(0, 17)});
  result.response.push_back({"Credentials.SessionToken", "EXAMPLE-not-a-real-session-token-" + digest});
  result.response.push_back({"Credentials.Expiration", format_iso(session.expires_at)});
  result.events.emplace_back(SessionIssued{std::make_shared<Session>(std::move(session))});
}

Session own_session(const World& world, const Call& call, SessionKind kind, bool mfa) {
  Session session;
  session.kind = kind;
  session.account = call.caller.account;
  session.partition = call.caller.partition;
  session.arn = call.caller.arn;
  session.principal_name = call.caller.user_name;
  if (call.caller.kind == CallerKind::user) session.principal_arn = call.caller.arn;
  session.unique_id = call.caller.unique_id;
  session.effective_tags = principal_tags(world, call.caller, nullptr);
  if (mfa) session.mfa_authenticated_at = call.now;
  return session;
}

// id_session-tags.html: the role's own tags, overridden by inherited and passed ones.
Session requested_session(const SessionRequest& request, const std::string& session_name) {
  Session session = role_session(*request.role, session_name);
  session.source_identity = request.source_identity;
  session.mfa_code_at_issue = request.mfa;
  session.tags = request.inherited;
  for (const Tag& tag : request.tags) session.tags.set(tag.key, tag.value);
  for (const Tag& tag : session.tags) session.effective_tags.set(tag.key, tag.value);
  for (const Tag& tag : request.inherited) session.transitive_tag_keys.push_back(tag.key);
  // A transitive key may be spelled in another letter case than its tag; the tag's spelling is kept.
  for (const std::string& key : request.transitive_keys) {
    const Tag* tag = session.tags.find(key);
    session.transitive_tag_keys.push_back(tag ? tag->key : key);
  }
  return session;
}

std::int64_t own_seconds(const Call& call, CallResult& result) {
  const bool root = call.caller.kind == CallerKind::root;
  const std::int64_t seconds = call.parameters.integer("DurationSeconds").value_or(root ? root_seconds : user_seconds);
  if (!root || seconds <= root_seconds) return seconds;
  result.notes.emplace_back(MessageId::root_session_is_capped, std::vector<std::string>{std::to_string(seconds)});
  return root_seconds;
}

CallResult issue_role_session(const World& world, Session session, const SessionPolicies& policies, const TokenContents& contents,
                              const Call& call, std::int64_t seconds, CallResult& result) {
  const SessionToken token = session_token(world, call, contents);
  if (auto refusal = check_session_token(token)) return refuse(result, std::move(*refusal));
  session.session_policies = policies.policies;
  session.managed_session_policies = policies.managed;
  session.has_session_policies = policies.given;
  issue_session(world, session, call, seconds, result);
  add_role_response(session, token, result);
  return std::move(result);
}

Refusal exceeds_role_maximum(std::int64_t seconds, const Role& role) {
  Refusal refusal(
      aws_errors::duration_exceeds_role,
      Message(MessageId::duration_exceeds_role, {std::to_string(seconds), role.name, std::to_string(role.max_session_duration)}));
  refusal.duration = RefusedDuration{seconds, role.max_session_duration};
  return refusal;
}

}  // namespace sts_playground::sts
