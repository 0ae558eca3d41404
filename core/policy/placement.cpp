#include "core/policy/placement.h"

#include <optional>
#include <string>
#include <utility>

#include "core/text/messages.h"

namespace sts_playground {
namespace {

enum class Rule { free, required, forbidden };

// One row a kind.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
struct PlacementRow {
  PolicyKind kind;
  Rule principal;      // Principal or NotPrincipal
  Rule resource;       // Resource or NotResource
  bool not_principal;  // whether NotPrincipal may stand
  bool not_action;     // whether NotAction may stand
  bool deny_only;
};
constexpr PlacementRow rows[] = {
    {PolicyKind::boundary, Rule::forbidden, Rule::required, false, true, false},
    {PolicyKind::session, Rule::forbidden, Rule::required, false, true, false},
    {PolicyKind::resource, Rule::required, Rule::free, true, true, false},
    {PolicyKind::scp, Rule::forbidden, Rule::required, false, true, false},
    {PolicyKind::rcp, Rule::required, Rule::required, false, false, true},
    // https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
    {PolicyKind::vpc_endpoint, Rule::required, Rule::required, true, true, false},
};

std::string_view kind_name(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::boundary: return "permissions boundary";
    case PolicyKind::session: return "session policy";
    case PolicyKind::resource: return "resource-based policy";
    case PolicyKind::scp: return "service control policy (SCP)";
    case PolicyKind::rcp: return "resource control policy (RCP)";
    case PolicyKind::vpc_endpoint: return "VPC endpoint policy";
    default: return "policy";
  }
}

class Checker {
 public:
  Checker(const PlacementRow& row, std::string pointer, std::shared_ptr<const SourceText> source)
      : row_(row), pointer_(std::move(pointer)), source_(std::move(source)) {}

  void check(const PolicyDocument& document, std::size_t index) {
    const Statement& statement = document.statements[index];
    const std::string at = statement_pointer(document, pointer_, index);
    check_principal(statement, at);
    if (row_.resource == Rule::required && !statement.resource && !statement.not_resource) missing(at, statement.span, "Resource");
    if (!statement.action && !statement.not_action) missing(at, statement.span, "Action");
    if (statement.effect == Effect::invalid) missing(at, statement.effect_text ? statement.effect_text->span : statement.span, "Effect");
    if (!row_.not_action && statement.not_action) forbidden(at + "/NotAction", statement.not_action->key_span, "NotAction");
    if (row_.deny_only) check_rcp(statement, at);
    for (const PolicyString& name : statement.unknown_elements) forbidden(json::pointer_append(at, name.value), name.span, name.value);
  }

  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  void warn(MessageId id, std::string pointer, Span span, MessageArguments arguments) {
    diagnostics_.push_back({Severity::warning, Message(id, arguments), std::move(pointer), span, source_, std::nullopt});
  }
  void missing(const std::string& pointer, Span span, std::string_view element) {
    warn(MessageId::policy_element_missing, pointer, span, {std::string(kind_name(row_.kind)), std::string(element)});
  }
  void forbidden(const std::string& pointer, Span span, std::string_view element) {
    warn(MessageId::policy_element_forbidden, pointer, span, {std::string(kind_name(row_.kind)), std::string(element)});
  }

  void check_principal(const Statement& statement, const std::string& at) {
    const bool there = statement.principal || statement.not_principal;
    if (row_.principal == Rule::required && !there) missing(at, statement.span, "Principal");
    if (row_.principal == Rule::forbidden && statement.principal) forbidden(at + "/Principal", statement.principal->key_span, "Principal");
    if (!row_.not_principal && statement.not_principal) forbidden(at + "/NotPrincipal", statement.not_principal->key_span, "NotPrincipal");
    if (row_.not_principal && statement.not_principal && statement.effect == Effect::allow) {
      // It would let in everybody else, anonymous callers included: reference_policies_elements_notprincipal.html
      warn(MessageId::policy_allow_not_principal, at + "/NotPrincipal", statement.not_principal->key_span, {});
    }
  }

  // orgs_manage_policies_rcps_syntax.html: Deny, for everyone, and an action with its service.
  void check_rcp(const Statement& statement, const std::string& at) {
    if (statement.effect == Effect::allow) warn(MessageId::policy_rcp_allows, at + "/Effect", statement.effect_text->span, {});
    if (statement.principal && !statement.principal->bare_star)
      warn(MessageId::policy_rcp_principal, at + "/Principal", statement.principal->span, {});
    if (!statement.action) return;
    for (const PolicyString& action : statement.action->values) {
      if (action.value == "*") warn(MessageId::policy_rcp_action, at + "/Action", action.span, {});
    }
  }

  const PlacementRow& row_;
  std::string pointer_;
  std::shared_ptr<const SourceText> source_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_placement(const PolicyDocument& document, PolicyKind kind, std::string_view pointer,
                                        const std::shared_ptr<const SourceText>& source) {
  for (const PlacementRow& row : rows) {
    if (row.kind != kind) continue;
    Checker checker(row, std::string(pointer), source);
    for (std::size_t i = 0; i < document.statements.size(); ++i) checker.check(document, i);
    return checker.take();
  }
  return {};
}

}  // namespace sts_playground
