// Sentences about the keys of OIDC providers: whose key it is, whether AWS reads the claim, and the two forms of GitHub's subject.
#include <algorithm>
#include <tuple>
#include <utility>

#include "core/catalog/condition_keys.h"
#include "core/catalog/oidc_providers.h"
#include "core/explain/explain.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// The issuer of the token that calls, without scheme; "" where none does.
std::string_view issuer_of(const Caller& caller) {
  if (caller.kind != CallerKind::federated) return "";
  const auto arn = parse_principal_arn(caller.provider);
  if (!arn) return caller.provider;  // built into AWS
  return arn->kind == PrincipalArnKind::oidc_provider ? arn->name : std::string_view();
}

std::string listed(const std::vector<std::string_view>& values) {
  std::string out;
  for (const std::string_view value : values) out.append(out.empty() ? "" : ", ").append(value);
  return out;
}

// "repo:OWNER/REPO:REST", or since 2026-07-15 "repo:OWNER@ID/REPO@ID:REST"; names of owners and repositories have no "@".
// https://docs.github.com/en/actions/reference/security/oidc, https://github.com/aws-actions/configure-aws-credentials/issues/1888
struct GithubSubject {
  std::string_view owner, owner_id, repository, repository_id, rest;  // ids and rest with their first sign; "" where absent

  bool has_ids() const { return !owner_id.empty() || !repository_id.empty(); }
};

std::pair<std::string_view, std::string_view> split_before(std::string_view text, char sign) {
  const std::size_t at = std::min(text.find(sign), text.size());
  return {text.substr(0, at), text.substr(at)};
}

std::optional<GithubSubject> read_subject(std::string_view text) {
  constexpr std::string_view prefix = "repo:";
  if (!text.starts_with(prefix)) return std::nullopt;
  GithubSubject subject;
  std::string_view name;
  std::tie(name, subject.rest) = split_before(text.substr(prefix.size()), ':');
  const auto [owner, repository] = split_before(name, '/');
  if (repository.empty()) return std::nullopt;
  std::tie(subject.owner, subject.owner_id) = split_before(owner, '@');
  std::tie(subject.repository, subject.repository_id) = split_before(repository.substr(1), '@');
  return subject;
}

bool has_wildcard(std::string_view text) { return text.find_first_of("*?") != std::string_view::npos; }

// The policy's value in the form that the token has; nothing where the form is the same, or not what keeps them apart.
std::optional<std::string> in_form_of(const GithubSubject& token, std::string_view wanted) {
  const auto policy = read_subject(wanted);
  if (!policy || policy->has_ids() == token.has_ids()) return std::nullopt;
  const bool any_repository = has_wildcard(policy->repository);
  const bool same_repository = any_repository || equals_ignoring_case(policy->repository, token.repository);
  if (!equals_ignoring_case(policy->owner, token.owner) || !same_repository) return std::nullopt;
  std::string out = "repo:";
  out.append(token.owner).append(token.owner_id).append("/");
  if (any_repository) out.append(policy->repository);
  else out.append(token.repository).append(token.repository_id);
  if (any_repository && token.has_ids() && !policy->repository.ends_with('*')) out.append("@*");
  return out.append(policy->rest);
}

}  // namespace

std::optional<Message> explain_absent_claim(const std::string& key, const Caller& caller) {
  const auto of_provider = provider_key(key);
  if (!of_provider) return std::nullopt;
  const std::string_view issuer = issuer_of(caller);
  if (!issuer.empty() && !equals_ignoring_case(of_provider->host, issuer)) {
    return Message(MessageId::key_of_other_provider, {of_provider->host, issuer});
  }
  if (!find_condition_key(key)) {
    return Message(MessageId::key_claim_unread, {of_provider->claim, of_provider->host, listed(claims_read(of_provider->host))});
  }
  if (issuer.empty()) return std::nullopt;
  return Message(MessageId::key_claim_missing, {of_provider->claim});
}

std::optional<Message> explain_subject_form(const ElementExplanation& element) {
  const auto key = provider_key(element.key);
  if (!key || !equals_ignoring_case(key->claim, "sub") || !is_github_actions(key->host)) return std::nullopt;
  if (!element.actual || element.actual->size() != 1) return std::nullopt;
  const auto token = read_subject(element.actual->front());
  if (!token) return std::nullopt;
  for (const std::string& wanted : element.wanted) {
    const auto other = in_form_of(*token, wanted);
    if (!other) continue;
    return Message(token->has_ids() ? MessageId::github_subject_with_ids : MessageId::github_subject_without_ids, {shortened(*other)});
  }
  return std::nullopt;
}

}  // namespace sts_playground
