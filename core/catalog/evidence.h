// What the rules of AWS rest on that its documentation does not plainly tell. A verdict carries the rules that it rested on; all others
// are documented.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/text/message.h"

namespace sts_playground {

// The weakest first; documented is what rests on none of the rules below.
enum class EvidenceClass : std::uint8_t {
  inferred,    // concluded from other rules
  observed,    // reported by people, undated or once
  recorded,    // seen in a recorded answer of AWS
  documented,  // told by AWS's documentation
};
// As reports write it.
constexpr std::string_view name_of(EvidenceClass kind) {
  switch (kind) {
    case EvidenceClass::inferred: return "inferred";
    case EvidenceClass::observed: return "observed";
    case EvidenceClass::recorded: return "recorded";
    case EvidenceClass::documented: return "documented";
  }
  return "";
}

// In the order of the rows of evidence.cpp.
enum class EvidenceRule : std::uint8_t {
  documented_logic,
  role_session_has_no_mfa,
  chaining_cap_of_session_tokens,
  order_of_duration_checks,
  fixed_source_identity,
  reserved_tag_keys,
  age_of_tokens,
  token_without_issuer,
  federated_user_assumes,
  saml_session_duration,
  authorization_message_text,
  stored_policies,
  session_opens_no_iam,
  missing_role_is_denied,
  mfa_code_counts_once,
  session_of_a_service,
};

struct EvidenceRow {
  EvidenceRule rule;
  EvidenceClass kind;
  std::string_view address;
  MessageId sentence;  // without arguments
};

std::span<const EvidenceRow> evidence_rows();
const EvidenceRow& evidence_row(EvidenceRule rule);
// The row that a verdict is said to rest on: the weakest, the first of equals; the documented one where there are none.
const EvidenceRow& weakest_evidence(std::span<const EvidenceRule> rules);

}  // namespace sts_playground
