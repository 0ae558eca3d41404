#include "core/values/arn.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// Names with a path before them: "role/NAME", "role/division/team/NAME".
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
void read_path_and_name(std::string_view after_type, PrincipalArnKind kind, PrincipalArn& principal) {
  const std::size_t slash = after_type.rfind('/');
  const std::string_view name = after_type.substr(slash + 1);
  if (name.empty()) return;
  principal.kind = kind;
  principal.path = after_type.substr(0, slash + 1);
  principal.name = name;
}

// A provider's name is all that follows: an OpenID Connect provider's is its URL, slashes included.
void read_name(std::string_view name, PrincipalArnKind kind, PrincipalArn& principal) {
  if (name.empty()) return;
  principal.kind = kind;
  principal.name = name;
}

void read_iam_resource(std::string_view resource, PrincipalArn& principal) {
  if (resource == "root") {
    principal.kind = PrincipalArnKind::root;
    return;
  }
  const std::size_t slash = resource.find('/');
  if (slash == std::string_view::npos) return;
  const std::string_view type = resource.substr(0, slash);
  const std::string_view rest = resource.substr(slash);  // with its slash
  if (type == "user") read_path_and_name(rest, PrincipalArnKind::user, principal);
  if (type == "role") read_path_and_name(rest, PrincipalArnKind::role, principal);
  if (type == "group") read_path_and_name(rest, PrincipalArnKind::group, principal);
  if (type == "policy") read_path_and_name(rest, PrincipalArnKind::policy, principal);
  if (type == "mfa") read_path_and_name(rest, PrincipalArnKind::mfa, principal);
  if (type == "saml-provider") read_name(rest.substr(1), PrincipalArnKind::saml_provider, principal);
  if (type == "oidc-provider") read_name(rest.substr(1), PrincipalArnKind::oidc_provider, principal);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session
void read_sts_resource(std::string_view resource, PrincipalArn& principal) {
  constexpr std::string_view assumed_role = "assumed-role/";
  constexpr std::string_view federated_user = "federated-user/";
  if (resource.starts_with(federated_user)) {
    read_name(resource.substr(federated_user.size()), PrincipalArnKind::federated_user, principal);
  } else if (resource.starts_with(assumed_role)) {
    const std::string_view rest = resource.substr(assumed_role.size());
    const std::size_t slash = rest.find('/');
    if (slash == 0 || slash == std::string_view::npos) return;
    const std::string_view session = rest.substr(slash + 1);
    if (session.empty() || session.find('/') != std::string_view::npos) return;
    principal.kind = PrincipalArnKind::assumed_role;
    principal.name = rest.substr(0, slash);
    principal.session = session;
  }
}

}  // namespace

std::optional<Arn> parse_arn(std::string_view text) {
  constexpr std::string_view prefix = "arn:";
  if (!text.starts_with(prefix)) return std::nullopt;
  std::string_view rest = text.substr(prefix.size());
  std::array<std::string_view, 4> parts;
  for (std::string_view& part : parts) {
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    part = rest.substr(0, colon);
    rest = rest.substr(colon + 1);
  }
  return Arn{parts[0], parts[1], parts[2], parts[3], rest};
}

std::string make_arn(const Arn& parts) {
  std::string text = "arn";
  for (const std::string_view part : {parts.partition, parts.service, parts.region, parts.account, parts.resource}) {
    text.append(":").append(part);
  }
  return text;
}

std::optional<PrincipalArn> parse_principal_arn(std::string_view text) {
  const std::optional<Arn> arn = parse_arn(text);
  if (!arn || (arn->service != "iam" && arn->service != "sts")) return std::nullopt;
  PrincipalArn principal;
  principal.arn = *arn;
  // IAM and STS are global in ARNs: a region there means something else.
  if (!arn->region.empty()) return principal;
  if (arn->service == "iam") read_iam_resource(arn->resource, principal);
  else read_sts_resource(arn->resource, principal);
  return principal;
}

bool is_account_id(std::string_view text) { return text.size() == 12 && std::all_of(text.begin(), text.end(), is_ascii_digit); }

std::span<const std::string_view> partitions() {
  static constexpr std::string_view all[] = {"aws", "aws-cn", "aws-us-gov"};
  return all;
}

bool is_partition(std::string_view text) {
  const auto all = partitions();
  return std::find(all.begin(), all.end(), text) != all.end();
}

}  // namespace sts_playground
