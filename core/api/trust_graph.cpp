// Who can become whom, as JSON. Shape: web/src/engine/assist.ts.
#include "core/assist/trust_graph.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/api/api.h"
#include "core/api/report_parts.h"
#include "core/api/request.h"

namespace sts_playground {
namespace {

using Json = nlohmann::ordered_json;

// In the order of the enumerations.
constexpr std::string_view node_kinds[] = {"user",   "role",   "root", "service", "saml-provider", "oidc-provider", "federated-provider",
                                           "anyone", "outside"};
constexpr std::string_view need_kinds[] = {"mfa",  "external-id",  "tags", "source-identity", "session-name", "network",
                                           "time", "organization", "other"};
constexpr std::string_view verdicts[] = {"allow", "conditional", "deny", "none", "not-needed"};
static_assert(std::size(node_kinds) == static_cast<std::size_t>(TrustNodeKind::outside) + 1);
static_assert(std::size(need_kinds) == static_cast<std::size_t>(TrustNeedKind::other) + 1);
static_assert(std::size(verdicts) == static_cast<std::size_t>(TrustVerdict::not_needed) + 1);

template <typename Value, std::size_t N>
std::string_view word(const std::string_view (&words)[N], Value value) {
  return words[static_cast<std::size_t>(value)];
}

std::string_view sides_text(const TrustEdge& edge) {
  if (!is_open(edge.trust)) return "caller-only";
  return is_open(edge.caller) ? "both" : "trust-only";
}

// One field after the other: the module is smaller than with lists of fields.
void put(Json& object, const char* name, std::string_view text) { object[name] = text; }

Json need_json(const TrustNeed& need, const SourceText& source, Language language) {
  Json out;
  put(out, "kind", word(need_kinds, need.kind));
  put(out, "key", need.key);
  put(out, "operator", need.condition_operator);
  out["values"] = need.values;
  out["negated"] = need.negated;
  put(out, "text", render(need.text, language));
  out["location"] = place_json(source, need.place);
  return out;
}

Json edge_json(const TrustEdge& edge, std::size_t index, const SourceText& source, Language language) {
  Json out;
  put(out, "id", "e" + std::to_string(index));
  put(out, "from", edge.from);
  put(out, "to", edge.to);
  put(out, "action", edge.action);
  put(out, "trust", word(verdicts, edge.trust));
  put(out, "caller", word(verdicts, edge.caller));
  put(out, "sides", sides_text(edge));
  Json& needs = out["needs"] = Json::array();
  for (const TrustNeed& need : edge.needs) needs.push_back(need_json(need, source, language));
  out["location"] = edge.place ? place_json(source, *edge.place) : Json(nullptr);
  return out;
}

Json node_json(const TrustNode& node) {
  Json out;
  put(out, "id", node.id);
  put(out, "kind", word(node_kinds, node.kind));
  put(out, "name", node.name);
  out["account"] = node.account.empty() ? Json(nullptr) : Json(node.account);
  return out;
}

}  // namespace

std::string trust_graph(const std::string& request) {
  const Json parsed = parse_request(request);
  const Language language = parse_language(text_field(parsed, "language", "en")).value_or(Language::english);
  const SourceText source{text_field(parsed, "scenario", "")};
  const auto scenario = read_scenario(source);
  TrustGraph graph;
  if (scenario.value && !has_error(scenario.diagnostics)) graph = trust_graph(scenario.value->world, scenario.value->now);
  Json nodes = Json::array();
  for (const TrustNode& node : graph.nodes) nodes.push_back(node_json(node));
  Json edges = Json::array();
  for (const TrustEdge& edge : graph.edges) edges.push_back(edge_json(edge, edges.size(), source, language));
  Json answer;
  answer["nodes"] = std::move(nodes);
  answer["edges"] = std::move(edges);
  answer["omitted"] = graph.omitted;
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sts_playground
