#include "core/sts/session_demands.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/catalog/limits.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"

namespace sts_playground::sts {
namespace {

// "Team, Project": names of tags, a long list shortened.
template <typename TagList>
std::string names_of(const TagList& tags) {
  std::string out;
  std::size_t count = 0;
  for (const Tag& tag : tags) {
    if (count < limits::listed_values) out += (count > 0 ? ", " : "") + tag.key;
    ++count;
  }
  if (count > limits::listed_values) out += ", +" + std::to_string(count - limits::listed_values);
  return out;
}

bool hands_on(const Session& session, std::string_view key) {
  const auto same = [key](const std::string& other) { return equals_ignoring_case(other, key); };
  return std::any_of(session.transitive_tag_keys.begin(), session.transitive_tag_keys.end(), same);
}

// The session in which a transitive tag began: the first of the chain that has it, as far as the world knows the chain.
const Session& origin_of_tag(const World& world, const Session& session, std::string_view key) {
  const Session* origin = &session;
  while (!origin->chained_from.empty()) {
    const SessionPtr before = world.session(origin->chained_from);
    if (!before || before.get() == origin || !hands_on(*before, key)) break;
    origin = before.get();
  }
  return *origin;
}

const Session& origin_of_source_identity(const World& world, const Session& session) {
  const Session* origin = &session;
  while (!origin->chained_from.empty()) {
    const SessionPtr before = world.session(origin->chained_from);
    if (!before || before.get() == origin || before->source_identity != session.source_identity) break;
    origin = before.get();
  }
  return *origin;
}

MessageId tags_passed_by(const Call& call) {
  if (call.operation == "sts:AssumeRoleWithSAML") return MessageId::demand_tags_of_assertion;
  if (call.operation == "sts:AssumeRoleWithWebIdentity") return MessageId::demand_tags_of_token;
  return call.caller.kind == CallerKind::service ? MessageId::demand_tags_of_service : MessageId::demand_tags_passed;
}

// The tags that are handed on, by the session in which they began.
std::vector<Message> inherited_reasons(const World& world, const Call& call, const SessionRequest& request) {
  std::vector<std::pair<const Session*, std::vector<Tag>>> groups;
  for (const Tag& tag : request.inherited) {
    const Session* origin = &origin_of_tag(world, *call.session, tag.key);
    const auto found = std::find_if(groups.begin(), groups.end(), [origin](const auto& group) { return group.first == origin; });
    if (found != groups.end()) found->second.push_back(tag);
    else groups.emplace_back(origin, std::vector<Tag>{tag});
  }
  std::vector<Message> reasons;
  for (const auto& [origin, tags] : groups) {
    const bool own = origin->id == call.session->id;
    reasons.emplace_back(own ? MessageId::demand_tags_inherited : MessageId::demand_tags_inherited_from,
                         std::vector<std::string>{names_of(tags), call.session->id, origin->id});
  }
  return reasons;
}

Message source_identity_reason(const World& world, const Call& call, const SessionRequest& request) {
  const std::string& value = request.source_identity;
  if (call.operation == "sts:AssumeRoleWithSAML") return Message(MessageId::demand_source_identity_of_assertion, {value});
  if (call.operation == "sts:AssumeRoleWithWebIdentity") return Message(MessageId::demand_source_identity_of_token, {value});
  if (!call.session || call.session->source_identity.empty()) return Message(MessageId::demand_source_identity_passed, {value});
  const Session& origin = origin_of_source_identity(world, *call.session);
  return Message(
      origin.id == call.session->id ? MessageId::demand_source_identity_inherited : MessageId::demand_source_identity_inherited_from,
      {call.session->source_identity, call.session->id, origin.id});
}

}  // namespace

std::vector<Demand> session_demands(const World& world, const Call& call, const SessionRequest& request) {
  std::vector<Demand> demands;
  if (!request.tags.empty() || !request.inherited.empty()) {
    Demand tags{"sts:TagSession", {}};
    if (!request.tags.empty())
      tags.reasons.emplace_back(tags_passed_by(call), std::vector<std::string>{names_of(request.tags), call.caller.service});
    if (!request.inherited.empty()) {
      for (Message& reason : inherited_reasons(world, call, request)) tags.reasons.push_back(std::move(reason));
    }
    demands.push_back(std::move(tags));
  }
  if (!request.source_identity.empty()) demands.push_back({"sts:SetSourceIdentity", {source_identity_reason(world, call, request)}});
  return demands;
}

}  // namespace sts_playground::sts
