#include "core/compile/compile.h"

#include <utility>

#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/decimal.h"
#include "core/values/encoding.h"

namespace sts_playground {
namespace {

// Splits at the first five colons that are outside of ${...}; nothing where there are fewer.
std::optional<std::array<std::string_view, 6>> split_arn_pattern(std::string_view text) {
  std::array<std::string_view, 6> parts;
  std::size_t begin = 0;
  std::size_t part = 0;
  int braces = 0;
  for (std::size_t i = 0; i < text.size() && part < 5; ++i) {
    if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') ++braces;
    if (text[i] == '}' && braces > 0) --braces;
    if (text[i] == ':' && braces == 0) {
      parts[part++] = text.substr(begin, i - begin);
      begin = i + 1;
    }
  }
  if (part < 5) return std::nullopt;
  parts[5] = text.substr(begin);
  return parts;
}

CompiledPrincipal compile_aws_principal(const std::string& text, const PrincipalDirectory* directory) {
  // "*" names everyone: reference_policies_elements_principal.html#principal-anonymous
  if (text == "*") return {PrincipalMatch::everyone_aws, text, ""};
  if (is_account_id(text)) return {PrincipalMatch::account, text, ""};
  // A deleted user or role shows as its unique id: reference_policies_elements_principal.html#principal-roles
  if (text.size() >= 16 && (text.substr(0, 4) == "AIDA" || text.substr(0, 4) == "AROA")) return {PrincipalMatch::unique_id, text, text};
  const auto principal = parse_principal_arn(text);
  if (!principal) return {PrincipalMatch::never, text, ""};
  const auto bound = [&] { return directory ? directory->unique_id(text).value_or("") : std::string(); };
  switch (principal->kind) {
    // ":root" names the whole account, not its root user: reference_policies_elements_principal.html#principal-accounts
    case PrincipalArnKind::root: return {PrincipalMatch::account, std::string(principal->arn.account), ""};
    case PrincipalArnKind::user: return {PrincipalMatch::user, text, bound()};
    case PrincipalArnKind::role: return {PrincipalMatch::role, text, bound()};
    case PrincipalArnKind::assumed_role: return {PrincipalMatch::assumed_role, text, ""};
    case PrincipalArnKind::federated_user: return {PrincipalMatch::federated_user, text, ""};
    default: return {PrincipalMatch::never, text, ""};
  }
}

CompiledPrincipal compile_principal(const PrincipalEntry& entry, const PrincipalDirectory* directory) {
  const std::string& text = entry.value.value;
  switch (entry.type) {
    case PrincipalType::everyone: return {PrincipalMatch::everyone, text, ""};
    case PrincipalType::aws: return compile_aws_principal(text, directory);
    case PrincipalType::service: return {PrincipalMatch::service, text, ""};
    case PrincipalType::federated: return {PrincipalMatch::federated, text, ""};
    default: return {PrincipalMatch::never, text, ""};
  }
}

// Variables count in Resource only after the fifth colon: reference_policies_variables.html#policy-vars-wheretouse
CompiledResource compile_resource(const std::string& text, bool variables) {
  CompiledResource resource;
  if (text == "*") {
    resource.everything = true;
    return resource;
  }
  // An ARN with fewer than six parts is completed with stars: reference_policies_grammar.html
  std::string completed = text;
  while (is_incomplete_arn(completed)) completed += ":*";
  const auto parts = split_arn_pattern(completed);
  if (!parts) {
    // A text of wildcards only still means everything.
    resource.everything = text.find_first_not_of('*') == std::string::npos && !text.empty();
    resource.valid = resource.everything;
    return resource;
  }
  for (std::size_t i = 0; i < 6; ++i) resource.parts[i] = Pattern((*parts)[i], {true, variables && i == 5, false});
  return resource;
}

void compile_arn_operand(Operand& operand, std::string_view text, bool variables) {
  operand.pattern = Pattern(text, {true, variables, false});
  const auto parts = split_arn_pattern(text);
  if (parts) {
    operand.arn_parts.reserve(parts->size());
    for (const std::string_view part : *parts) operand.arn_parts.emplace_back(part, PatternSyntax{true, variables, false});
  }
  // A variable may hold the whole ARN, and "*" is any ARN; any other text without six parts, or of which the first cannot be "arn", is
  // none. That a "*" for several parts ("arn:aws:*") is none either is inferred.
  const bool names_arn = parts && (operand.arn_parts[0].has_variables() || operand.arn_parts[0].match("arn") == Pattern::Result::match);
  operand.valid = parts ? names_arn : operand.pattern.has_variables() || operand.pattern.matches_everything();
}

CompiledCondition compile_condition(const ConditionElement& element, bool variables, Effect effect) {
  CompiledCondition condition;
  condition.of_deny = effect == Effect::deny;
  condition.name = parse_operator_name(element.condition_operator.value);
  condition.key = element.key.value;
  condition.folded_key = ascii_lower(element.key.value);
  if (!condition.name.condition_operator) return condition;
  for (const PolicyString& value : element.values.values) {
    condition.operands.push_back(compile_operand(*condition.name.condition_operator, value.value, variables));
  }
  return condition;
}

void compile_principals(CompiledStatement& compiled, const Statement& statement, const PrincipalDirectory* directory) {
  compiled.not_principal = !statement.principal && statement.not_principal.has_value();
  const auto& element = statement.principal ? statement.principal : statement.not_principal;
  if (!element) return;
  compiled.has_principal = true;
  for (const PrincipalEntry& entry : element->entries) compiled.principals.push_back(compile_principal(entry, directory));
}

CompiledStatement compile_statement(const Statement& statement, bool variables, const PrincipalDirectory* directory) {
  CompiledStatement compiled;
  compiled.effect = statement.effect;
  compile_principals(compiled, statement, directory);
  compiled.not_action = !statement.action && statement.not_action.has_value();
  if (const auto& element = statement.action ? statement.action : statement.not_action) {
    compiled.has_action = true;
    // Action names have no letter case: reference_policies_elements_action.html
    for (const PolicyString& action : element->values) compiled.actions.emplace_back(action.value, PatternSyntax{true, false, true});
  }
  compiled.not_resource = !statement.resource && statement.not_resource.has_value();
  if (const auto& element = statement.resource ? statement.resource : statement.not_resource) {
    compiled.has_resource = true;
    for (const PolicyString& resource : element->values) compiled.resources.push_back(compile_resource(resource.value, variables));
  }
  for (const ConditionElement& condition : statement.conditions) {
    compiled.conditions.push_back(compile_condition(condition, variables, statement.effect));
  }
  return compiled;
}

}  // namespace

bool is_incomplete_arn(std::string_view resource) { return resource.substr(0, 4) == "arn:" && !split_arn_pattern(resource); }

Operand compile_operand(const ConditionOperator& condition_operator, std::string_view text, bool variables) {
  Operand operand;
  switch (condition_operator.family) {
    case OperatorFamily::string:
      operand.pattern = Pattern(text, {condition_operator.comparison == Comparison::like, variables, condition_operator.ignore_case});
      break;
    case OperatorFamily::arn: compile_arn_operand(operand, text, variables); break;
    case OperatorFamily::numeric:
      operand.text = std::string(text);
      operand.valid = parse_decimal(text).has_value();
      break;
    case OperatorFamily::date:
      operand.instant = parse_condition_instant(text);
      operand.valid = operand.instant.has_value();
      break;
    case OperatorFamily::ip_address:
      operand.cidr = parse_cidr(text);
      operand.valid = operand.cidr.has_value();
      break;
    // Base64 is read strictly (padding, no blanks, zero pad bits), so equal bytes have equal texts: nothing needs decoding to compare.
    case OperatorFamily::binary:
      operand.text = std::string(text);
      operand.valid = decode_base64(text).has_value();
      break;
    // Any text but "true", in any letter case, is false. Recorded (session policies):
    // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json
    // Whether Bool takes variables is disputed between two pages; we follow the variables page (they are not substituted):
    // reference_policies_variables.html against reference_policies_elements_condition_operators.html.
    case OperatorFamily::boolean:
    case OperatorFamily::null: operand.text = equals_ignoring_case(text, "true") ? "true" : "false"; break;
  }
  return operand;
}

CompiledPolicy compile_policy(const PolicyDocument& document, PolicyKind kind, const PrincipalDirectory* directory) {
  CompiledPolicy compiled;
  compiled.kind = kind;
  compiled.statements.reserve(document.statements.size());
  for (const Statement& statement : document.statements) {
    compiled.statements.push_back(compile_statement(statement, document.has_variables(), directory));
  }
  return compiled;
}

PolicyPtr make_policy(PolicySource source, PolicyDocument document, PolicyKind kind, const PrincipalDirectory* directory) {
  auto policy = std::make_shared<Policy>();
  policy->compiled = compile_policy(document, kind, directory);
  policy->source = std::move(source);
  policy->document = std::move(document);
  return policy;
}

}  // namespace sts_playground
