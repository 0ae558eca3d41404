#include "core/catalog/disputed.h"

#include "core/text/messages.h"

namespace sts_playground {
namespace {

using D = Dispute;
using M = MessageId;
constexpr DisputeSide documented = DisputeSide::documented;
constexpr DisputeSide observed = DisputeSide::observed;

constexpr DisputeRow rows[] = {
    {D::inherited_resource_tag, "C-2", documented, M::disputed_resource_tag, M::disputed_resource_tag_documented,
     M::disputed_resource_tag_observed,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining",
     "https://github.com/awsdocs/iam-user-guide/blob/main/doc_source/id_session-tags.md"},
    {D::wildcard_with_principal_arn, "C-3", documented, M::disputed_wildcard, M::disputed_wildcard_documented,
     M::disputed_wildcard_observed,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"},
    {D::chaining_cap_of_users, "C-7", observed, M::disputed_chaining, M::disputed_chaining_documented, M::disputed_chaining_observed,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining",
     "https://github.com/99designs/aws-vault/issues/263"},
    {D::switch_role_hour, "C-8", documented, M::disputed_switch_role, M::disputed_switch_role_documented, M::disputed_switch_role_observed,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html",
     "https://github.com/awsdocs/iam-user-guide/blob/main/doc_source/id_roles_use.md"},
    {D::mfa_after_assume_role, "C-15", documented, M::disputed_mfa, M::disputed_mfa_documented, M::disputed_mfa_observed,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html",
     "https://github.com/miquella/vaulted/issues/43"},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < dispute_count; ++i) {
    if (static_cast<std::size_t>(rows[i].dispute) != i) return false;
  }
  return true;
}
static_assert(sizeof rows / sizeof rows[0] == dispute_count && in_order());

}  // namespace

std::span<const DisputeRow> disputes() { return rows; }

const DisputeRow& dispute_row(Dispute dispute) { return rows[static_cast<std::size_t>(dispute)]; }

const DisputeRow* find_dispute(std::string_view id) {
  for (const DisputeRow& row : rows) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

void DisputeChoice::take(Dispute dispute, DisputeSide side) {
  turned_.remove(dispute);
  if (side != dispute_row(dispute).usual) turned_.add(dispute);
}

}  // namespace sts_playground
