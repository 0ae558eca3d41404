#include "core/compile/read_policy_text.h"

#include <utility>

#include "core/catalog/limits.h"
#include "core/json/parse.h"
#include "core/policy/read.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"

namespace sts_playground {
namespace {

constexpr json::Limits text_limits{limits::policy_bytes, limits::json_depth, limits::json_values};

bool too_large(const PolicyDocument& document) {
  if (document.statements.size() > limits::policy_statements) return true;
  for (const Statement& statement : document.statements) {
    if (statement.conditions.size() > limits::statement_conditions) return true;
    const auto& principal = statement.principal ? statement.principal : statement.not_principal;
    if (principal && principal->entries.size() > limits::statement_conditions) return true;
  }
  return false;
}

void move_into(std::vector<Diagnostic>& out, std::vector<Diagnostic> in) {
  for (Diagnostic& diagnostic : in) out.push_back(std::move(diagnostic));
}

}  // namespace

// IAM does not count white space when it calculates the size of a policy: reference_iam-quotas.html
std::size_t quota_characters(std::string_view document_text) {
  std::size_t blanks = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < document_text.size(); ++i) {
    const char c = document_text[i];
    if (in_string && c == '\\') ++i;
    else if (c == '"') in_string = !in_string;
    else if (!in_string && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) ++blanks;
  }
  return utf16_length(document_text) - blanks;
}

PolicyReading read_policy_value(const json::Value& value, PolicySource source, PolicyKind kind, const PrincipalDirectory* directory) {
  PolicyReading reading;
  source.document_span = value.span;
  Parsed<json::Value> tree;
  const json::Value* root = &value;
  if (value.is(json::Kind::string)) {
    source.text = std::make_shared<SourceText>(value.text);
    tree = json::parse(*source.text, text_limits, source.pointer);
    for (Diagnostic& diagnostic : tree.diagnostics) diagnostic.source = source.text;
    move_into(reading.diagnostics, std::move(tree.diagnostics));
    reading.is_json = tree.value.has_value();
    if (!tree.value) return reading;
    root = &*tree.value;
  }
  auto document = read_policy(*root, source.pointer, source.text);
  const bool broken = has_error(document.diagnostics) || has_error(reading.diagnostics);
  move_into(reading.diagnostics, std::move(document.diagnostics));
  if (document.value && too_large(*document.value)) {
    reading.diagnostics.push_back({Severity::error, Message(MessageId::policy_too_large, {std::to_string(limits::policy_statements)}),
                                   source.pointer, root->span, source.text});
    return reading;
  }
  source.quota_characters = source.text ? quota_characters(source.text->text()) : utf16_length(json::write(value));
  if (document.value && !broken) reading.policy = make_policy(std::move(source), std::move(*document.value), kind, directory);
  return reading;
}

}  // namespace sts_playground
