#include "core/trust/graph.h"

#include <algorithm>
#include <utility>

#include "core/call/context.h"
#include "core/call/endpoints.h"
#include "core/call/layers.h"
#include "core/catalog/limits.h"
#include "core/trust/callers.h"
#include "core/trust/sides.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

BareCall bare_call(const World& world, const TrustCaller& caller, const Role& role, std::int64_t now) {
  Call call;
  call.operation = std::string(caller.action);
  call.caller = caller.caller;
  call.session = caller.session;
  call.now = now;
  call.parameters.strings["RoleArn"] = role.arn;
  call.region = default_region(call);
  RequestContext context = derive_context(world, call, role.arn);
  // reference_policies_condition-keys.html#condition-keys-federatedprovider: OIDC providers only
  if (caller.action == "sts:AssumeRoleWithWebIdentity" && !caller.unknown) context.set("aws:FederatedProvider", caller.caller.provider);
  return {caller, authorization_input(world, call, caller.action, role.arn, &role), std::move(context)};
}

std::size_t policy_bytes_of(const AuthorizationInput& input) {
  std::size_t bytes = 0;
  for (const Layer& layer : input.layers) {
    for (const PolicyPtr& policy : layer.policies) bytes += policy->document.span.end - policy->document.span.begin;
  }
  return bytes;
}

bool is_worth_an_edge(const TrustCaller& caller, const TrustSide& role, const TrustSide& own) {
  if (!is_open(role.verdict) && !is_open(own.verdict)) return false;
  if (role.verdict == TrustVerdict::none) {
    // The caller's side only: for those whose own policies say so.
    return !caller.unknown && own.verdict != TrustVerdict::not_needed && own.specific;
  }
  // A Deny about everyone is told where there is something to deny.
  if (role.verdict == TrustVerdict::deny) return role.named || (!caller.unknown && own.specific);
  // An Allow that names an account or everyone leaves it to each principal's own policies: those who have none are not told one by one.
  return own.verdict != TrustVerdict::none || role.named_itself || caller.node.kind == TrustNodeKind::outside;
}

// An OIDC provider serves the roles of its own account: STS looks the issuer up in the account of the role (inferred).
bool is_foreign_provider(const TrustCaller& caller, const Role& role) {
  if (caller.caller.kind != CallerKind::federated || caller.node.account.empty()) return false;
  return caller.action == "sts:AssumeRoleWithWebIdentity" && caller.node.account != parse_arn(role.arn)->account;
}

class GraphBuilder {
 public:
  GraphBuilder(const World& world, std::int64_t now)
      : world_(world), now_(now), callers_(trust_callers(world, now)), used_(callers_.size()) {}

  TrustGraph build() {
    for (const auto& [id, account] : world_.accounts) {
      for (const auto& [name, role] : account->roles) {
        for (std::size_t i = 0; i < callers_.size(); ++i) look_at(i, role);
      }
    }
    for (std::size_t i = 0; i < callers_.size(); ++i) {
      TrustNode& node = callers_[i].node;
      // Everyone is several callers, one for each action, side by side.
      const bool again = !graph_.nodes.empty() && graph_.nodes.back().id == node.id;
      const bool listed = node.kind == TrustNodeKind::user || world_.role(node.id) != nullptr;
      if (!again && (listed || used_[i])) graph_.nodes.push_back(std::move(node));
    }
    return std::move(graph_);
  }

 private:
  void look_at(std::size_t index, const Role& role) {
    const TrustCaller& caller = callers_[index];
    if (is_foreign_provider(caller, role)) return;
    if (pairs_ >= limits::trust_pairs || policy_bytes_ >= limits::trust_policy_bytes) {
      ++graph_.omitted;
      return;
    }
    ++pairs_;
    const BareCall call = bare_call(world_, caller, role, now_);
    const std::size_t bytes = policy_bytes_of(call.input);
    policy_bytes_ += bytes;
    if (!call.input.same_partition) return;
    // Unknown keys are judged with the same policies again and again.
    const std::size_t cost = std::max<std::size_t>(bytes, 1'000);
    const std::size_t most = std::min(limits::unknown_judgements, unknown_bytes_ / cost);
    std::size_t judgements = most;
    TrustSide of_role = role_side(call, judgements);
    TrustSide own = caller_side(call, of_role, judgements);
    unknown_bytes_ -= (most - judgements) * cost;
    if (!is_worth_an_edge(caller, of_role, own)) return;
    TrustEdge edge{caller.node.id,          role.arn, caller.action, of_role.verdict, own.verdict, std::move(of_role.needs),
                   std::move(of_role.place)};
    for (TrustNeed& need : own.needs) edge.needs.push_back(std::move(need));
    used_[index] = add(std::move(edge)) || used_[index];
  }

  static std::size_t size_of(const TrustEdge& edge) {
    std::size_t bytes = 300;
    for (const TrustNeed& need : edge.needs) {
      bytes += 300 + need.key.size() + need.place.pointer.size();
      for (const std::string& value : need.values) bytes += value.size() + 3;
    }
    return bytes;
  }

  bool add(TrustEdge edge) {
    const std::size_t bytes = size_of(edge);
    if (graph_.edges.size() >= limits::trust_edges || edge_bytes_ + bytes > limits::trust_edge_bytes) {
      ++graph_.omitted;
      return false;
    }
    edge_bytes_ += bytes;
    graph_.edges.push_back(std::move(edge));
    return true;
  }

  const World& world_;
  std::int64_t now_;
  std::vector<TrustCaller> callers_;
  TrustGraph graph_;
  std::vector<bool> used_;  // whether a caller has an edge
  std::size_t pairs_ = 0;
  std::size_t policy_bytes_ = 0;
  std::size_t unknown_bytes_ = limits::trust_policy_bytes;  // of policies that may still be judged for unknown keys
  std::size_t edge_bytes_ = 0;
};

}  // namespace

TrustGraph trust_graph(const World& world, std::int64_t now) { return GraphBuilder(world, now).build(); }

}  // namespace sts_playground
