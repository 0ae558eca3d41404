// Who can become whom, as JSON. Shape: web/src/engine/assist.ts.
#include "core/assist/trust_graph.h"

#include <nlohmann/json.hpp>
#include <string>

#include "core/api/api.h"
#include "core/api/report_parts.h"
#include "core/api/request.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;

std::string_view kind_text(TrustNodeKind kind) {
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

std::string_view need_kind_text(TrustNeedKind kind) {
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

std::string_view verdict_text(TrustVerdict verdict) {
  switch (verdict) {
    case TrustVerdict::allow: return "allow";
    case TrustVerdict::conditional: return "conditional";
    case TrustVerdict::deny: return "deny";
    case TrustVerdict::none: return "none";
    case TrustVerdict::not_needed: return "not-needed";
  }
  return "";
}

std::string_view sides_text(const TrustEdge& edge) {
  if (!is_open(edge.trust)) return "caller-only";
  return is_open(edge.caller) ? "both" : "trust-only";
}

Json need_json(const TrustNeed& need, const SourceText& source, Language language) {
  return {{"kind", need_kind_text(need.kind)},
          {"key", need.key},
          {"operator", need.condition_operator},
          {"values", need.values},
          {"negated", need.negated},
          {"text", render(need.text, language)},
          {"location", place_json(source, need.place)}};
}

Json edge_json(const TrustEdge& edge, std::size_t index, const SourceText& source, Language language) {
  Json needs = Json::array();
  for (const TrustNeed& need : edge.needs) needs.push_back(need_json(need, source, language));
  return {{"id", "e" + std::to_string(index)},
          {"from", edge.from},
          {"to", edge.to},
          {"action", edge.action},
          {"trust", verdict_text(edge.trust)},
          {"caller", verdict_text(edge.caller)},
          {"sides", sides_text(edge)},
          {"needs", std::move(needs)},
          {"location", edge.place ? place_json(source, *edge.place) : Json(nullptr)}};
}

}  // namespace

std::string trust_graph(const std::string& request) {
  const Json parsed = parse_request(request);
  const Language language = parse_language(text_field(parsed, "language", "en")).value_or(Language::english);
  const SourceText source{text_field(parsed, "scenario", "")};
  const auto scenario = read_scenario(source);
  TrustGraph graph;
  if (scenario.value && !has_error(scenario.diagnostics)) graph = trust_graph(scenario.value->world, scenario.value->now);
  Json answer = {{"nodes", Json::array()}, {"edges", Json::array()}, {"omitted", graph.omitted}};
  for (const TrustNode& node : graph.nodes) {
    answer["nodes"].push_back({{"id", node.id},
                               {"kind", kind_text(node.kind)},
                               {"name", node.name},
                               {"account", node.account.empty() ? Json(nullptr) : Json(node.account)}});
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) answer["edges"].push_back(edge_json(graph.edges[i], i, source, language));
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sts_playground
