#include "core/call/callers.h"

#include <utility>

#include "core/call/endpoints.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// False where the user or role behind a session was deleted.
bool principal_still_exists(const World& world, const Session& session) {
  const Caller caller = session_caller(session);
  switch (caller.kind) {
    case CallerKind::role_session: return role_behind(world, caller) != nullptr;
    case CallerKind::session_token: return user_behind(world, caller) != nullptr;
    case CallerKind::federated_user: return caller.parent_user_arn.empty() || user_behind(world, caller) != nullptr;
    default: return true;
  }
}

}  // namespace

const User* user_behind(const World& world, const Caller& caller) {
  const bool is_user = caller.kind == CallerKind::user || caller.kind == CallerKind::session_token;
  const User* user = is_user ? world.user(caller.principal_arn) : nullptr;
  if (!user && caller.kind == CallerKind::federated_user) user = world.user(caller.parent_user_arn);
  return user && user->unique_id == caller.unique_id ? user : nullptr;
}

const Role* role_behind(const World& world, const Caller& caller) {
  const Role* role = caller.kind == CallerKind::role_session ? world.role(caller.principal_arn) : nullptr;
  return role && role->unique_id == caller.unique_id ? role : nullptr;
}

Caller user_caller(const User& user, const Account& account) {
  Caller caller;
  caller.kind = CallerKind::user;
  caller.account = account.id;
  caller.partition = account.partition;
  caller.arn = user.arn;
  caller.principal_arn = user.arn;
  caller.unique_id = user.unique_id;
  caller.user_id = user.unique_id;
  caller.user_name = user.name;
  return caller;
}

Caller root_caller(const Account& account) {
  Caller caller;
  caller.kind = CallerKind::root;
  caller.account = account.id;
  caller.partition = account.partition;
  caller.arn = make_arn({account.partition, "iam", "", account.id, "root"});
  caller.principal_arn = caller.arn;
  caller.user_id = account.id;
  return caller;
}

Caller service_caller(std::string_view service_principal) {
  Caller caller;
  caller.kind = CallerKind::service;
  caller.arn = std::string(service_principal);
  caller.service = std::string(service_principal);
  return caller;
}

Caller session_caller(const Session& session) {
  Caller caller;
  caller.account = session.account;
  caller.partition = session.partition;
  caller.arn = session.arn;
  caller.unique_id = session.unique_id;
  caller.service_linked = session.service_linked;
  switch (session.kind) {
    case SessionKind::role_session:
      caller.kind = CallerKind::role_session;
      caller.principal_arn = session.principal_arn;
      caller.user_id = session.unique_id + ":" + session.session_name;
      break;
    case SessionKind::federated_user:
      caller.kind = CallerKind::federated_user;
      caller.principal_arn = session.arn;
      caller.user_id = session.account + ":" + session.session_name;
      caller.parent_user_arn = session.principal_arn;
      break;
    case SessionKind::assumed_root:
      caller.kind = CallerKind::assumed_root;
      caller.principal_arn = make_arn({session.partition, "iam", "", session.account, "root"});
      caller.user_id = session.account;
      break;
    // A GetSessionToken session and a console sign-in are the user: API_GetSessionToken.html
    case SessionKind::session_token:
    case SessionKind::console:
      caller.kind = session.principal_name.empty() ? CallerKind::root : CallerKind::session_token;
      caller.principal_arn = session.arn;
      caller.user_id = session.principal_name.empty() ? session.account : session.unique_id;
      caller.user_name = session.principal_name;
      break;
  }
  return caller;
}

Session role_session(const Role& role, std::string_view session_name) {
  const auto arn = parse_arn(role.arn);
  Session session;
  session.kind = SessionKind::role_session;
  session.account = std::string(arn->account);
  session.partition = std::string(arn->partition);
  session.arn = assumed_role_arn(arn->partition, arn->account, role.name, session_name);
  session.principal_name = role.name;
  session.principal_arn = role.arn;
  session.unique_id = role.unique_id;
  session.session_name = std::string(session_name);
  session.service_linked = !role.service_linked_for.empty();
  session.effective_tags = role.tags;
  return session;
}

SessionPtr outside_session(const Role& role, std::string_view session_name, std::int64_t now, std::string access_key_id) {
  Session session = role_session(role, session_name);
  session.issued_at = now;
  session.expires_at = now + role.max_session_duration;
  session.access_key_id = std::move(access_key_id);
  return std::make_shared<Session>(std::move(session));
}

Tags principal_tags(const World& world, const Caller& caller, const Session* session) {
  Tags tags;
  if (const User* user = user_behind(world, caller)) tags = user->tags;
  if (const Role* role = role_behind(world, caller)) tags = role->tags;
  if (session) {
    for (const Tag& tag : session->tags) tags.set(tag.key, tag.value);
  }
  return tags;
}

// That unknown credentials are told before expired ones is inferred: a Region that cannot read a token does not see when it ends.
std::optional<Refusal> check_credentials(const World& world, const Call& call) {
  if (auto refusal = check_endpoint_knows_caller(world, call)) return refusal;
  if (!call.session) return std::nullopt;
  // Expiry is the instant from which the credentials no longer work.
  if (call.now >= call.session->expires_at) {
    return Refusal(aws_errors::expired_token, Message(MessageId::session_expired, {call.session->id}));
  }
  if (!principal_still_exists(world, *call.session)) {
    return Refusal(aws_errors::invalid_client_token, Message(MessageId::caller_is_gone, {call.session->arn}));
  }
  return std::nullopt;
}

}  // namespace sts_playground
