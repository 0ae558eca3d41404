// Amazon Resource Names: arn:partition:service:region:account-id:resource
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sts_playground {

// Views into the text that was parsed. The resource takes everything after the fifth colon.
struct Arn {
  std::string_view partition;
  std::string_view service;
  std::string_view region;
  std::string_view account;
  std::string_view resource;
};

// Splits at the first five colons; nothing where the text does not start with "arn:" or has fewer than five colons.
// Parts may be empty: what a part may hold is the business of whoever asked.
std::optional<Arn> parse_arn(std::string_view text);

// The ARN with these parts: parse_arn() the other way round. ARNs of IAM and STS have no Region.
std::string make_arn(const Arn& parts);

// An ARN of IAM or STS, understood: what follows the account id.
enum class PrincipalArnKind { root, user, role, group, policy, mfa, saml_provider, oidc_provider, assumed_role, federated_user, other };
struct PrincipalArn {
  Arn arn;
  PrincipalArnKind kind = PrincipalArnKind::other;
  std::string_view path;     // "/" or "/a/b/"; for user, role, group, policy and mfa
  std::string_view name;     // last segment; for providers all after the first slash; for assumed_role the role, without its path
  std::string_view session;  // assumed_role: the session name
};
// Understands arn:*:iam::ACCOUNT:(root|user/..|role/..|group/..|policy/..|mfa/..|saml-provider/..|oidc-provider/..) and
// arn:*:sts::ACCOUNT:(assumed-role/ROLE/SESSION|federated-user/NAME). Nothing where the text is no ARN of `iam` or `sts`.
std::optional<PrincipalArn> parse_principal_arn(std::string_view text);

// True for exactly twelve ASCII digits.
bool is_account_id(std::string_view text);
// aws, aws-cn and aws-us-gov. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
std::span<const std::string_view> partitions();
bool is_partition(std::string_view text);

}  // namespace sts_playground
