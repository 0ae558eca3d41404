#include "core/catalog/evidence.h"

#include <cassert>
#include <cstddef>
#include <iterator>

#include "core/text/messages.h"

namespace sts_playground {
namespace {

using enum EvidenceClass;

constexpr EvidenceRow rows[] = {
    {EvidenceRule::documented_logic, documented,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html", MessageId::evidence_documented},
    {EvidenceRule::role_session_has_no_mfa, observed, "https://github.com/aws/aws-sdk-java-v2/issues/2554",
     MessageId::evidence_role_session_has_no_mfa},
    {EvidenceRule::chaining_cap_of_session_tokens, observed, "https://github.com/99designs/aws-vault/issues/263",
     MessageId::evidence_chaining_cap_of_session_tokens},
    {EvidenceRule::order_of_duration_checks, inferred, "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
     MessageId::evidence_order_of_duration_checks},
    {EvidenceRule::fixed_source_identity, inferred,
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html",
     MessageId::evidence_fixed_source_identity},
    {EvidenceRule::reserved_tag_keys, inferred, "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html",
     MessageId::evidence_reserved_tag_keys},
    {EvidenceRule::age_of_tokens, inferred, "https://github.com/mozilla-iam/mozilla-aws-cli/issues/146", MessageId::evidence_age_of_tokens},
    {EvidenceRule::token_without_issuer, inferred, "https://github.com/aws/aws-sdk-ruby/issues/2698",
     MessageId::evidence_token_without_issuer},
    {EvidenceRule::federated_user_assumes, inferred, "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html",
     MessageId::evidence_federated_user_assumes},
    {EvidenceRule::saml_session_duration, inferred, "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
     MessageId::evidence_saml_session_duration},
    {EvidenceRule::authorization_message_text, inferred,
     "https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html",
     MessageId::evidence_authorization_message_text},
    {EvidenceRule::stored_policies, recorded,
     "https://github.com/radkawar/stackd/tree/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata",
     MessageId::evidence_stored_policies},
    {EvidenceRule::session_opens_no_iam, observed, "https://github.com/hashicorp/terraform-provider-aws/issues/12111",
     MessageId::evidence_session_opens_no_iam},
    {EvidenceRule::missing_role_is_denied, observed, "https://github.com/uswitch/kiam/issues/33",
     MessageId::evidence_missing_role_is_denied},
    {EvidenceRule::mfa_code_counts_once, observed, "https://github.com/1Password/shell-plugins/issues/180",
     MessageId::evidence_mfa_code_counts_once},
    {EvidenceRule::session_of_a_service, observed, "https://github.com/JuliaCloud/AWS.jl/issues/57",
     MessageId::evidence_session_of_a_service},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    if (static_cast<std::size_t>(rows[i].rule) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::span<const EvidenceRow> evidence_rows() { return rows; }

const EvidenceRow& evidence_row(EvidenceRule rule) {
  assert(static_cast<std::size_t>(rule) < std::size(rows));
  return rows[static_cast<std::size_t>(rule)];
}

const EvidenceRow& weakest_evidence(std::span<const EvidenceRule> rules) {
  const EvidenceRow* weakest = &rows[0];
  for (const EvidenceRule rule : rules) {
    const EvidenceRow& row = evidence_row(rule);
    if (row.kind < weakest->kind) weakest = &row;
  }
  return *weakest;
}

}  // namespace sts_playground
