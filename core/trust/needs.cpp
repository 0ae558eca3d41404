#include "core/trust/needs.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "core/json/value.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// What a condition wants in the end, its negations and the Deny around it taken together.
enum class Relation { equal, not_equal, like, not_like, less, not_greater, greater, not_less, present, absent };

Relation opposite(Relation relation) {
  switch (relation) {
    case Relation::equal: return Relation::not_equal;
    case Relation::not_equal: return Relation::equal;
    case Relation::like: return Relation::not_like;
    case Relation::not_like: return Relation::like;
    case Relation::less: return Relation::not_less;
    case Relation::not_less: return Relation::less;
    case Relation::greater: return Relation::not_greater;
    case Relation::not_greater: return Relation::greater;
    case Relation::present: return Relation::absent;
    case Relation::absent: return Relation::present;
  }
  return relation;
}

Relation relation_of(const ConditionOperator& row, const std::vector<std::string>& values) {
  if (row.family == OperatorFamily::null) {
    return !values.empty() && equals_ignoring_case(values.front(), "true") ? Relation::absent : Relation::present;
  }
  switch (row.comparison) {
    case Comparison::equals: return row.negated ? Relation::not_equal : Relation::equal;
    case Comparison::like: return row.negated ? Relation::not_like : Relation::like;
    case Comparison::less_than: return Relation::less;
    case Comparison::less_than_equals: return Relation::not_greater;
    case Comparison::greater_than: return Relation::greater;
    case Comparison::greater_than_equals: return Relation::not_less;
  }
  return Relation::equal;
}

std::string_view sign(Relation relation) {
  switch (relation) {
    case Relation::not_equal: return "≠";
    case Relation::less: return "<";
    case Relation::not_greater: return "≤";
    case Relation::greater: return ">";
    case Relation::not_less: return "≥";
    default: return "=";
  }
}

std::string join(const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < limits::listed_values; ++i) out += (i > 0 ? ", " : "") + shortened(values[i]);
  if (values.size() > limits::listed_values) out += ", +" + std::to_string(values.size() - limits::listed_values);
  return out;
}

bool wants_true(Relation relation, const std::vector<std::string>& values) {
  const bool says_true = !values.empty() && equals_ignoring_case(values.front(), "true");
  return relation == Relation::present || says_true == (relation == Relation::equal);
}

Message need_text(const TrustNeed& need, std::string_view folded_key, const ConditionOperator* row) {
  const std::string name = shortened(need.key.substr(need.key.rfind(':') + 1));
  const std::string values = join(need.values);
  // What stands for itself in any language: a name, a sign, values.
  const auto plain = [&](std::string_view middle) { return Message(MessageId::need_comparison, {name, std::string(middle), values}); };
  if (!row) return plain(need.condition_operator);
  const Relation written = relation_of(*row, need.values);
  const Relation relation = need.negated ? opposite(written) : written;
  if (folded_key == "aws:multifactorauthpresent" && relation != Relation::absent) {
    return Message(wants_true(relation, need.values) ? MessageId::need_mfa : MessageId::need_no_mfa);
  }
  switch (relation) {
    case Relation::like: return Message(MessageId::need_like, {name, values});
    case Relation::not_like: return Message(MessageId::need_not_like, {name, values});
    case Relation::present: return Message(MessageId::need_present, {name});
    case Relation::absent: return Message(MessageId::need_absent, {name});
    default: return plain(sign(relation));
  }
}

struct KindRow {
  std::string_view key;  // what the folded key begins with
  TrustNeedKind kind;
};
// The first row that the key begins with counts.
constexpr KindRow kinds[] = {
    {"aws:multifactorauth", TrustNeedKind::mfa},
    {"sts:externalid", TrustNeedKind::external_id},
    {"aws:requesttag/", TrustNeedKind::tags},
    {"aws:principaltag/", TrustNeedKind::tags},
    {"aws:tagkeys", TrustNeedKind::tags},
    {"sts:transitivetagkeys", TrustNeedKind::tags},
    {"sts:sourceidentity", TrustNeedKind::source_identity},
    {"aws:sourceidentity", TrustNeedKind::source_identity},
    {"sts:rolesessionname", TrustNeedKind::session_name},
    {"aws:sourceip", TrustNeedKind::network},
    {"aws:sourcevpc", TrustNeedKind::network},  // aws:SourceVpcArn and aws:SourceVpce too
    {"aws:vpc", TrustNeedKind::network},        // aws:VpceAccount, aws:VpceOrgID, aws:VpceOrgPaths, aws:VpcSourceIp
    {"aws:securetransport", TrustNeedKind::network},
    {"aws:currenttime", TrustNeedKind::time},
    {"aws:epochtime", TrustNeedKind::time},
    {"aws:tokenissuetime", TrustNeedKind::time},
    {"aws:principalorg", TrustNeedKind::organization},  // aws:PrincipalOrgID and aws:PrincipalOrgPaths
    {"aws:sourceorg", TrustNeedKind::organization},
};

PolicyPlace place_in(const Policy& policy, std::string pointer, Span span) {
  const PolicySource& source = policy.source;
  return {source.pointer.empty() ? source.owner : source.pointer, std::move(pointer), source.text, span};
}

}  // namespace

// Which keys belong to whom: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
void mark_unknown_keys(RequestContext& context, const TrustCaller& caller) {
  const auto know = [&context](std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) context.set_known(name);
  };
  const CallerKind kind = caller.caller.kind;
  const TrustNodeKind node = caller.node.kind;
  context.set_unknown("*");
  know({"aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:ResourceTag/*", "iam:ResourceTag/*",
        "aws:PrincipalIsAWSService", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"});
  if (node == TrustNodeKind::anyone) return;
  know({"aws:PrincipalAccount"});
  // Which organization an account of the document is in is known; of any other account it is not.
  if (!caller.unknown) know({"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"});
  if (kind != CallerKind::service) know({"aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"});
  // An account stands for all its principals.
  if (node == TrustNodeKind::root || (caller.unknown && caller.caller.principal_arn.empty())) return;
  know({"aws:PrincipalArn", "aws:PrincipalType", "aws:username", "aws:AssumedRoot", "aws:FederatedProvider"});
  // The credentials of a role session do not carry MFA, and a role has no device: id_credentials_mfa_configure-api-require.html
  if (kind != CallerKind::user) know({"aws:MultiFactorAuth*"});
  // A session may bring tags; a user has those that IAM keeps.
  if (kind == CallerKind::user && !caller.unknown) know({"aws:PrincipalTag/*", "aws:userid"});
  if (kind == CallerKind::federated) know({"sts:ExternalId", "aws:userid"});
}

TrustNeed make_need(const Policy& policy, std::size_t statement, std::size_t index, bool negated) {
  const ConditionElement& source = policy.document.statements[statement].conditions[index];
  const CompiledCondition& compiled = policy.compiled.statements[statement].conditions[index];
  TrustNeed need;
  need.key = source.key.value;
  need.condition_operator = source.condition_operator.value;
  for (const PolicyString& value : source.values.values) need.values.push_back(value.value);
  need.negated = negated;
  const auto* const row =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const KindRow& each) { return compiled.folded_key.starts_with(each.key); });
  if (row != std::end(kinds)) need.kind = row->kind;
  need.text = need_text(need, compiled.folded_key, compiled.name.condition_operator);
  std::string pointer = statement_pointer(policy.document, policy.source.pointer, statement) + "/Condition";
  pointer = json::pointer_append(json::pointer_append(pointer, need.condition_operator), need.key);
  need.place = place_in(policy, std::move(pointer), source.span);
  return need;
}

PolicyPlace statement_place(const Policy& policy, std::size_t statement) {
  return place_in(policy, statement_pointer(policy.document, policy.source.pointer, statement), policy.document.statements[statement].span);
}

}  // namespace sts_playground
