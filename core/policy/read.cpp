#include "core/policy/read.h"

#include <string>
#include <utility>

#include "core/text/messages.h"

namespace sts_playground {
namespace {

class Reader {
 public:
  explicit Reader(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {}

  Parsed<PolicyDocument> read(const json::Value& value, const std::string& pointer) {
    Parsed<PolicyDocument> parsed;
    if (!value.is(json::Kind::object)) {
      error(MessageId::policy_not_an_object, pointer, value.span);
    } else {
      parsed.value = read_document(value, pointer);
    }
    parsed.diagnostics = std::move(diagnostics_);
    return parsed;
  }

 private:
  void error(MessageId id, const std::string& pointer, Span span, MessageArguments arguments = {}) {
    diagnostics_.push_back({Severity::error, Message(id, arguments), pointer, span, source_});
  }

  std::optional<PolicyString> read_string(const json::Value& value, const std::string& pointer, const std::string& name) {
    if (!value.is(json::Kind::string)) {
      error(MessageId::policy_element_not_a_string, pointer, value.span, {name});
      return std::nullopt;
    }
    return PolicyString{value.text, value.span, value.kind};
  }

  // IAM reads numbers and booleans in conditions as their text: reference_policies_grammar.html, "policies grammar notes".
  void read_strings_into(PolicyStrings& strings, const json::Value& value, const std::string& pointer, const std::string& name,
                         bool scalars) {
    const bool is_scalar = value.is(json::Kind::number) || value.is(json::Kind::boolean);
    if (value.is(json::Kind::string) || (scalars && is_scalar)) {
      strings.values.push_back({value.text, value.span, value.kind});
    } else {
      error(MessageId::policy_element_not_strings, pointer, value.span, {name});
    }
  }

  PolicyStrings read_strings(const json::Member& member, const std::string& pointer, bool scalars = false) {
    PolicyStrings strings;
    strings.span = member.value.span;
    strings.key_span = member.key_span;
    if (member.value.is(json::Kind::array)) {
      strings.is_array = true;
      for (std::size_t i = 0; i < member.value.items.size(); ++i) {
        read_strings_into(strings, member.value.items[i], json::pointer_append(pointer, std::to_string(i)), member.key, scalars);
      }
    } else {
      read_strings_into(strings, member.value, pointer, member.key, scalars);
    }
    return strings;
  }

  static PrincipalType principal_type(std::string_view name) {
    if (name == "AWS") return PrincipalType::aws;
    if (name == "Service") return PrincipalType::service;
    if (name == "Federated") return PrincipalType::federated;
    if (name == "CanonicalUser") return PrincipalType::canonical_user;
    return PrincipalType::unknown;
  }

  PrincipalElement read_principal(const json::Member& member, const std::string& pointer) {
    PrincipalElement principal;
    principal.span = member.value.span;
    principal.key_span = member.key_span;
    if (member.value.is(json::Kind::string)) {
      const bool star = member.value.text == "*";
      principal.bare_star = star;
      principal.entries.push_back({star ? PrincipalType::everyone : PrincipalType::unknown, "", {member.value.text, member.value.span}});
      if (!star) error(MessageId::policy_principal_shape, pointer, member.value.span, {member.key});
      return principal;
    }
    if (!member.value.is(json::Kind::object)) {
      error(MessageId::policy_principal_shape, pointer, member.value.span, {member.key});
      return principal;
    }
    for (const json::Member& type : member.value.members) {
      const std::string type_pointer = json::pointer_append(pointer, type.key);
      for (PolicyString& value : read_strings(type, type_pointer).values) {
        principal.entries.push_back({principal_type(type.key), type.key, std::move(value)});
      }
    }
    return principal;
  }

  void read_conditions(Statement& statement, const json::Value& block, const std::string& pointer) {
    statement.condition_span = block.span;
    if (!block.is(json::Kind::object)) {
      error(MessageId::policy_condition_shape, pointer, block.span);
      return;
    }
    for (const json::Member& by_operator : block.members) {
      const std::string operator_pointer = json::pointer_append(pointer, by_operator.key);
      if (!by_operator.value.is(json::Kind::object)) {
        error(MessageId::policy_condition_operator_shape, operator_pointer, by_operator.value.span, {by_operator.key});
        continue;
      }
      for (const json::Member& by_key : by_operator.value.members) {
        ConditionElement condition;
        condition.condition_operator = {by_operator.key, by_operator.key_span};
        condition.key = {by_key.key, by_key.key_span};
        condition.values = read_strings(by_key, json::pointer_append(operator_pointer, by_key.key), true);
        condition.span = {by_key.key_span.begin, by_key.value.span.end};
        statement.conditions.push_back(std::move(condition));
      }
    }
  }

  void read_element(Statement& statement, const json::Member& member, const std::string& pointer) {
    const std::string& name = member.key;
    if (name == "Sid") {
      statement.sid = read_string(member.value, pointer, name);
    } else if (name == "Effect") {
      statement.effect_text = read_string(member.value, pointer, name);
      if (statement.effect_text && statement.effect_text->value == "Allow") statement.effect = Effect::allow;
      if (statement.effect_text && statement.effect_text->value == "Deny") statement.effect = Effect::deny;
    } else if (name == "Principal") {
      statement.principal = read_principal(member, pointer);
    } else if (name == "NotPrincipal") {
      statement.not_principal = read_principal(member, pointer);
    } else if (name == "Action") {
      statement.action = read_strings(member, pointer);
    } else if (name == "NotAction") {
      statement.not_action = read_strings(member, pointer);
    } else if (name == "Resource") {
      statement.resource = read_strings(member, pointer);
    } else if (name == "NotResource") {
      statement.not_resource = read_strings(member, pointer);
    } else if (name == "Condition") {
      read_conditions(statement, member.value, pointer);
    } else {
      statement.unknown_elements.push_back({name, member.key_span});
    }
  }

  std::optional<Statement> read_statement(const json::Value& value, const std::string& pointer) {
    if (!value.is(json::Kind::object)) {
      error(MessageId::policy_statement_not_an_object, pointer, value.span);
      return std::nullopt;
    }
    Statement statement;
    statement.span = value.span;
    for (const json::Member& member : value.members) read_element(statement, member, json::pointer_append(pointer, member.key));
    return statement;
  }

  void read_statements(PolicyDocument& document, const json::Value& value, const std::string& pointer) {
    if (value.is(json::Kind::array)) {
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        auto statement = read_statement(value.items[i], json::pointer_append(pointer, std::to_string(i)));
        if (statement) document.statements.push_back(std::move(*statement));
      }
    } else if (auto statement = read_statement(value, pointer)) {
      document.single_statement = true;
      document.statements.push_back(std::move(*statement));
    }
  }

  PolicyDocument read_document(const json::Value& value, const std::string& pointer) {
    PolicyDocument document;
    document.span = value.span;
    bool has_statement = false;
    for (const json::Member& member : value.members) {
      const std::string member_pointer = json::pointer_append(pointer, member.key);
      if (member.key == "Version") {
        document.version = read_string(member.value, member_pointer, member.key);
      } else if (member.key == "Id") {
        document.id = read_string(member.value, member_pointer, member.key);
      } else if (member.key == "Statement") {
        has_statement = true;
        read_statements(document, member.value, member_pointer);
      } else {
        document.unknown_elements.push_back({member.key, member.key_span});
      }
    }
    if (!has_statement) error(MessageId::policy_no_statement, pointer, value.span);
    return document;
  }

  std::shared_ptr<const SourceText> source_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Parsed<PolicyDocument> read_policy(const json::Value& value, std::string_view pointer, const std::shared_ptr<const SourceText>& source) {
  return Reader(source).read(value, std::string(pointer));
}

}  // namespace sts_playground
