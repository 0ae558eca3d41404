// Why a request does not have a key: because this caller or this call never has it, else when a request has it at all.
#include <algorithm>

#include "core/catalog/condition_keys.h"
#include "core/explain/sentences.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// Prefixes whose keys are all in the catalogue; other services have keys of their own.
bool is_catalogued(std::string_view key) {
  return starts_with_ignoring_case(key, "aws:") || starts_with_ignoring_case(key, "sts:") || starts_with_ignoring_case(key, "saml:");
}

// Keys of who calls: they stand for a principal of an account, which comes to be only by a federated call's success.
bool tells_of_principal(std::string_view key) {
  constexpr std::string_view others[] = {
      "aws:username", "aws:userid", "aws:TokenIssueTime", "aws:SourceIdentity", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"};
  const auto same = [key](std::string_view other) { return equals_ignoring_case(other, key); };
  return starts_with_ignoring_case(key, "aws:Principal") || std::any_of(std::begin(others), std::end(others), same);
}

// What a service says when it calls with its own service principal; sessions of roles that it assumed never have these.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn
// Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/eventbridge/target_roles.json
bool comes_from_services(std::string_view key) {
  constexpr std::string_view keys[] = {"aws:SourceArn",      "aws:SourceAccount",        "aws:SourceOrgID",
                                       "aws:SourceOrgPaths", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"};
  const auto same = [key](std::string_view other) { return equals_ignoring_case(other, key); };
  return std::any_of(std::begin(keys), std::end(keys), same);
}

// Where it is this caller or this resource that keeps a request from having a key, that says more than when requests have it at all.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid
std::optional<MessageId> presence_for_this_request(std::string_view folded_key, const Request& request) {
  if (folded_key == "aws:principalorgid" || folded_key == "aws:principalorgpaths") {
    if (request.caller->kind == CallerKind::service) return MessageId::key_organization_of_service;
    if (request.caller->kind == CallerKind::federated) return MessageId::key_organization_of_federated;
    if (request.caller->kind == CallerKind::anonymous) return MessageId::key_organization_of_anonymous;
  }
  const auto arn = parse_arn(request.resource);
  const bool of_bucket = arn && arn->service == "s3" && arn->region.empty() && arn->account.empty();
  const bool about_tags = folded_key.starts_with("aws:resourcetag/") || folded_key.starts_with("s3:buckettag/");
  if (of_bucket && about_tags) return MessageId::key_bucket_tag;
  return std::nullopt;
}

std::optional<Message> never_of_this_caller(const JudgedStatement& judged, const std::string& key) {
  switch (judged.request.caller->kind) {
    case CallerKind::federated:
      if (tells_of_principal(key)) return Message(MessageId::absent_of_federated, {key});
      break;
    case CallerKind::anonymous:
      if (tells_of_principal(key)) return Message(MessageId::absent_of_anonymous, {key});
      break;
    case CallerKind::service:
      if (tells_of_principal(key) && !comes_from_services(key)) return Message(MessageId::absent_of_service, {key});
      break;
    default:
      if (comes_from_services(key)) return Message(MessageId::absent_from_principals, {key});
  }
  return std::nullopt;
}

// The key belongs to other calls than this one.
std::optional<Message> of_other_calls(const JudgedStatement& judged, const ConditionKeyRow& row) {
  const auto& operations = row.presence.operations;
  if (operations.empty()) return std::nullopt;
  const auto same = [&](std::string_view other) { return equals_ignoring_case(other, judged.request.action); };
  if (std::any_of(operations.begin(), operations.end(), same)) return std::nullopt;
  std::string names;
  for (const std::string_view operation : operations) names += (names.empty() ? "" : ", ") + std::string(operation);
  return Message(MessageId::absent_of_other_calls, {names, std::string(judged.request.action)});
}

}  // namespace

std::optional<Message> why_absent(const JudgedStatement& judged, const std::string& key) {
  if (const auto here = presence_for_this_request(ascii_lower(key), judged.request)) return Message(*here);
  if (auto never = never_of_this_caller(judged, key)) return never;
  if (auto claim = explain_absent_claim(key, *judged.request.caller)) return claim;
  const ConditionKeyRow* row = find_condition_key(key);
  if (!row) return is_catalogued(key) ? std::optional(Message(MessageId::key_unknown)) : std::nullopt;
  Message when(row->presence.sentence);
  const auto others = of_other_calls(judged, *row);
  return others ? then(std::move(when), *others) : std::move(when);
}

}  // namespace sts_playground
