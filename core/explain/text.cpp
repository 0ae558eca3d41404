#include "core/explain/text.h"

namespace sts_playground {
namespace {

std::string dim(const std::string& text, const TextStyle& style) { return style.color ? "\x1b[2m" + text + "\x1b[0m" : text; }

std::string mark(bool matched, const TextStyle& style) {
  if (!style.color) return matched ? "+ " : "- ";
  return matched ? "\x1b[32m+\x1b[0m " : "\x1b[31m-\x1b[0m ";
}

std::string_view verdict_word(const LayerExplanation& layer) {
  switch (layer.verdict) {
    case LayerVerdict::allow: return "Allow";
    case LayerVerdict::explicit_deny: return "Deny";
    case LayerVerdict::implicit_deny: return "no Allow";
    case LayerVerdict::not_applicable: return "n/a";
  }
  return "";
}

std::string statement_text(const StatementExplanation& statement, const SourceText& source, const TextStyle& style) {
  std::string name = statement.effect == Effect::deny ? "Deny" : "Allow";
  if (statement.sid) name += " " + *statement.sid;
  std::string out =
      "        " + mark(statement.matched, style) + name + "  " + dim(place_text(statement.place, source, style), style) + "\n";
  for (const ElementExplanation& element : statement.elements) {
    out += "          " + mark(element.matched, style) + render(element.text, style.language) + "  " +
           dim(place_text(element.place, source, style), style) + "\n";
  }
  return out;
}

// Statements that decided; where nothing allowed, all that might have.
bool worth_telling(const LayerExplanation& layer, const StatementExplanation& statement) {
  if (!layer.decisive) return false;
  if (layer.verdict == LayerVerdict::implicit_deny) return statement.effect != Effect::deny;
  return statement.decisive;
}

// Those that were left out would have been told only where every Allow is.
std::string omitted_text(const LayerExplanation& layer, const PolicyExplanation& policy, const TextStyle& style) {
  if (policy.omitted == 0 || !layer.decisive || layer.verdict != LayerVerdict::implicit_deny) return "";
  const Message message =
      policy.omitted == 1 ? Message(MessageId::explain_one_omitted) : Message(MessageId::explain_omitted, {std::to_string(policy.omitted)});
  return "        " + dim(render(message, style.language), style) + "\n";
}

}  // namespace

std::string place_text(const PolicyPlace& place, const SourceText& source, const TextStyle& style) {
  if (!place.text && place.policy.empty()) return std::string(place.pointer);
  const Position position = (place.text ? *place.text : source).position(place.span.begin);
  std::string out(style.file_name);
  if (place.text) out += ", " + place.policy;
  return out + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string explanation_text(const Explanation& explanation, const SourceText& source, const TextStyle& style) {
  std::string out = "  " + render(explanation.summary, style.language) + "\n";
  for (const Message& note : explanation.notes) out += "  " + dim(render(note, style.language), style) + "\n";
  if (explanation.evidence && explanation.evidence->kind != EvidenceClass::documented) {
    Message line(MessageId::evidence_line, {name_of(explanation.evidence->kind), explanation.evidence->address});
    line.parts.emplace_back(explanation.evidence->sentence);
    out += "  " + dim(render(line, style.language), style) + "\n";
  }
  for (const AuthorizationExplanation& authorization : explanation.authorizations) {
    out += "    " + mark(authorization.allowed, style) + authorization.action + "  " + authorization.resource + "\n";
    for (const LayerExplanation& layer : authorization.layers) {
      if (layer.verdict == LayerVerdict::not_applicable) continue;
      out += "      " + std::string(verdict_word(layer)) + "  " + render(layer.title, style.language) + "\n";
      for (const PolicyExplanation& policy : layer.policies) {
        for (const StatementExplanation& statement : policy.statements) {
          if (worth_telling(layer, statement)) out += statement_text(statement, source, style);
        }
        out += omitted_text(layer, policy, style);
      }
    }
  }
  return out;
}

}  // namespace sts_playground
