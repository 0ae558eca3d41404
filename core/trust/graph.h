// Who can become whom: every pair of a caller and a role for which a bare call of sts:Assume* (no MFA, no tags, no external id, nothing
// optional) is allowed on one side at least. Nothing is decided here: authorize() is asked for each side.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/explain/explain.h"
#include "core/world/world.h"

namespace sts_playground {

enum class TrustNodeKind { user, role, root, service, saml_provider, oidc_provider, federated_provider, anyone, outside };
// As reports write it.
constexpr std::string_view name_of(TrustNodeKind kind) {
  switch (kind) {
    case TrustNodeKind::user: return "user";
    case TrustNodeKind::role: return "role";
    case TrustNodeKind::root: return "root";
    case TrustNodeKind::service: return "service";
    case TrustNodeKind::saml_provider: return "saml-provider";
    case TrustNodeKind::oidc_provider: return "oidc-provider";
    case TrustNodeKind::federated_provider: return "federated-provider";
    case TrustNodeKind::anyone: return "anyone";
    case TrustNodeKind::outside: return "outside";
  }
  return "";
}

struct TrustNode {
  std::string id;  // ARN, service principal, host of a built-in provider, or "*"
  TrustNodeKind kind = TrustNodeKind::outside;
  std::string name;
  std::string account;  // "" where it belongs to none
};

// allow: the bare call is allowed. conditional: an Allow names caller and action, but its conditions want more, or a Deny depends on
// conditions. deny: a Deny that no condition of the call can change. none: nothing allows it.
enum class TrustVerdict { allow, conditional, deny, none, not_needed };
// As reports write it.
constexpr std::string_view name_of(TrustVerdict verdict) {
  switch (verdict) {
    case TrustVerdict::allow: return "allow";
    case TrustVerdict::conditional: return "conditional";
    case TrustVerdict::deny: return "deny";
    case TrustVerdict::none: return "none";
    case TrustVerdict::not_needed: return "not-needed";
  }
  return "";
}

enum class TrustNeedKind { mfa, external_id, tags, source_identity, session_name, network, time, organization, other };
// As reports write it.
constexpr std::string_view name_of(TrustNeedKind kind) {
  switch (kind) {
    case TrustNeedKind::mfa: return "mfa";
    case TrustNeedKind::external_id: return "external-id";
    case TrustNeedKind::tags: return "tags";
    case TrustNeedKind::source_identity: return "source-identity";
    case TrustNeedKind::session_name: return "session-name";
    case TrustNeedKind::network: return "network";
    case TrustNeedKind::time: return "time";
    case TrustNeedKind::organization: return "organization";
    case TrustNeedKind::other: return "other";
  }
  return "";
}

// A condition that stands between the bare call and being allowed.
struct TrustNeed {
  TrustNeedKind kind = TrustNeedKind::other;
  std::string key;
  std::string condition_operator;
  std::vector<std::string> values;
  bool negated = false;  // it stands in a Deny, which must not match
  Message text;
  PolicyPlace place;
};

struct TrustEdge {
  std::string from;  // ids of nodes
  std::string to;
  std::string_view action;
  TrustVerdict trust = TrustVerdict::none;
  TrustVerdict caller = TrustVerdict::none;
  std::vector<TrustNeed> needs;
  std::optional<PolicyPlace> place;  // of the trust policy's statement that names the caller
};

struct TrustGraph {
  std::vector<TrustNode> nodes;  // all users and roles, and whoever else has an edge
  std::vector<TrustEdge> edges;
  std::size_t omitted = 0;  // pairs that were not judged and edges that were left out: catalog/limits.h
};

// `now`: epoch seconds of the bare calls.
TrustGraph trust_graph(const World& world, std::int64_t now);

// True where a side does not refuse.
inline bool is_open(TrustVerdict verdict) { return verdict != TrustVerdict::deny && verdict != TrustVerdict::none; }

}  // namespace sts_playground
