// What IAM says when a policy document is stored: trust policies by CreateRole and UpdateAssumeRolePolicy, identity-based policies by
// PutRolePolicy and PutUserPolicy. A policy that is there already is never checked again.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
#pragma once

#include <string_view>
#include <vector>

#include "core/call/call.h"
#include "core/compile/read_policy_text.h"
#include "core/policy/document.h"
#include "core/text/message.h"

namespace sts_playground::iam {

struct PolicyFault {
  CallError error;  // IAM's code, HTTP status and message, word for word where its text is known
  Message reason;   // the same in plain words, with what to do
  Span span;        // in the policy's text
};

// All that IAM would refuse the document for; the first is what it answers. Empty: it would be stored. What is wrong with the shape
// of the document comes first, then each statement's values as they stand in the text, then repeated Sids, then the size.
// `characters`: of the document as it is sent, as quotas count them (quota_characters). `world`: users and roles of its accounts must exist
// to be named as principals; what is in other accounts is not known and accepted. `owner`: ARN of the user or role that the policy is for.
// `self_arn`: the role that is being created with this trust policy, or "".
std::vector<PolicyFault> check_stored_policy(const PolicyDocument& document, PolicyKind kind, std::size_t characters, const World& world,
                                             std::string_view owner, std::string_view self_arn);

// The fault of a text that could not be read as a policy (`reading.policy` is null): not JSON, or JSON of another shape.
PolicyFault unreadable_policy_fault(const PolicyReading& reading, PolicyKind kind);

}  // namespace sts_playground::iam
