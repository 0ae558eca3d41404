// Who can become whom, as JSON.
#include <iterator>
#include <string>

#include "core/api/api.h"
#include "core/api/report.h"
#include "core/api/request.h"
#include "core/trust/graph.h"

namespace sts_playground {
namespace {

std::string_view sides_text(const TrustEdge& edge) {
  if (!is_open(edge.trust)) return "caller-only";
  return is_open(edge.caller) ? "both" : "trust-only";
}

class GraphWriter {
 public:
  GraphWriter(json::Writer& out, const SourceText& source, Language language)
      : out_(out), places_(out, source, language), language_(language) {}

  void node(const TrustNode& node) {
    out_.open_object();
    out_.string("id", node.id);
    out_.string("kind", name_of(node.kind));
    out_.string("name", node.name);
    out_.string_or_null("account", node.account);
    out_.close_object();
  }

  void edge(const TrustEdge& edge, std::size_t index) {
    out_.open_object();
    out_.string("id", "e" + std::to_string(index));
    out_.string("from", edge.from);
    out_.string("to", edge.to);
    out_.string("action", edge.action);
    out_.string("trust", name_of(edge.trust));
    out_.string("caller", name_of(edge.caller));
    out_.string("sides", sides_text(edge));
    out_.open_array("needs");
    for (const TrustNeed& each : edge.needs) need(each);
    out_.close_array();
    out_.name("location");
    if (edge.place) places_.location(*edge.place);
    else out_.null();
    out_.close_object();
  }

 private:
  void need(const TrustNeed& need) {
    out_.open_object();
    out_.string("kind", name_of(need.kind));
    out_.string("key", need.key);
    out_.string("operator", need.condition_operator);
    out_.strings("values", need.values);
    out_.boolean("negated", need.negated);
    out_.string("text", render(need.text, language_));
    out_.name("location");
    places_.location(need.place);
    out_.close_object();
  }

  json::Writer& out_;
  ReportWriter places_;
  Language language_;
};

}  // namespace

std::string trust_graph(const std::string& request) {
  const json::Value parsed = parse_request(request);
  const Language language = parse_language(text_field(parsed, "language", "en")).value_or(Language::english);
  const SourceText source{text_field(parsed, "scenario", "")};
  const auto scenario = read_scenario(source);
  TrustGraph graph;
  if (scenario.value && !has_error(scenario.diagnostics)) graph = trust_graph(scenario.value->world, scenario.value->now);

  std::string answer;
  json::Writer out(answer);
  GraphWriter writer(out, source, language);
  out.open_object();
  out.open_array("nodes");
  for (const TrustNode& node : graph.nodes) writer.node(node);
  out.close_array();
  out.open_array("edges");
  for (std::size_t i = 0; i < graph.edges.size(); ++i) writer.edge(graph.edges[i], i);
  out.close_array();
  out.number("omitted", static_cast<std::int64_t>(graph.omitted));
  out.close_object();
  return answer;
}

}  // namespace sts_playground
