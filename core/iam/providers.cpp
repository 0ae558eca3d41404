#include "core/iam/providers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/call/authorization.h"
#include "core/iam/entities.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground::iam {
namespace {

// The URL without its scheme, which is the provider's name, in its letter case and with its trailing slash. A port 443 is left out.
// Recorded 2026-09:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/iam/testdata/federation/oidc.json
// Nothing where it is no https URL.
std::optional<std::string> provider_name(const std::string& url) {
  constexpr std::string_view scheme = "https://";
  if (url.substr(0, scheme.size()) != scheme) return std::nullopt;
  std::string name = url.substr(scheme.size());
  const std::size_t host_end = std::min(name.find('/'), name.size());
  constexpr std::string_view port = ":443";
  if (host_end > port.size() && name.substr(host_end - port.size(), port.size()) == port) name.erase(host_end - port.size(), port.size());
  if (name.empty() || name.front() == '/' || name.find(' ') != std::string::npos) return std::nullopt;
  return name;
}

std::vector<Tag> tags_of(const Call& call) { return call.parameters.tags.value_or(std::vector<Tag>()); }

std::vector<std::string> client_ids_of(const Call& call) {
  std::vector<std::string> ids;
  const std::vector<std::string>* given = call.parameters.list("ClientIDList");
  if (!given) return ids;
  std::set<std::string_view> seen;
  for (const std::string& id : *given) {
    if (seen.insert(id).second) ids.push_back(id);
  }
  return ids;
}

// Recorded 2026-02 and 2026-09: localstack tests/aws/services/iam/test_iam_oidc.snapshot.json, and the capture above
std::optional<Refusal> check_oidc_lists(const Call& call, std::size_t client_ids) {
  constexpr std::size_t most_thumbprints = 5, most_client_ids = 100;
  const std::vector<std::string>* thumbprints = call.parameters.list("ThumbprintList");
  if (thumbprints && thumbprints->size() > most_thumbprints) return Refusal(aws_errors::too_many_thumbprints);
  if (client_ids > most_client_ids) return Refusal(aws_errors::too_many_client_ids);
  return std::nullopt;
}

// The ARN that a deletion names. What IAM says of one that names something else is not recorded: inferred from other operations.
std::optional<Refusal> check_provider_arn(const std::string& text, PrincipalArnKind kind) {
  const auto arn = parse_principal_arn(text);
  if (arn && arn->kind == kind && arn->arn.service == "iam") return std::nullopt;
  return Refusal("InvalidInput", 400, "ARN " + text + " is not valid.", Message(MessageId::iam_wants_provider_arn, {text}));
}

}  // namespace

CallResult create_oidc_provider(const World& world, const Call& call) {
  const std::string& url = *call.parameters.string("Url");
  const auto name = provider_name(url);
  // Recorded 2026-02: localstack tests/aws/services/iam/test_iam_oidc.snapshot.json. That it comes before the authorisation is inferred.
  if (!name) return Refusal(aws_errors::oidc_provider_url, Message(MessageId::iam_provider_url, {url}));
  const std::string arn = make_arn({call.caller.partition, "iam", "", call.caller.account, "oidc-provider/" + *name});
  CallResult result = authorize_on(world, call, arn);
  if (result.refusal) return result;
  // Recorded 2026-09, the capture above: "Unknown" is all that IAM says of a query or fragment.
  if (name->find_first_of("?#") != std::string::npos) {
    return refuse(result, Refusal("InvalidInput", 400, "Unknown", Message(MessageId::iam_provider_url, {url})));
  }
  if (auto refusal = check_tags(call, TagKeys::exact)) return refuse(result, std::move(*refusal));
  OidcProvider provider{*name, client_ids_of(call)};
  if (auto refusal = check_oidc_lists(call, provider.client_ids.size())) return refuse(result, std::move(*refusal));
  const Account* account = world.account(call.caller.account);
  if (account->oidc_providers.count(*name) != 0) {
    return refuse(result, Refusal("EntityAlreadyExists", 409, "Provider with url " + url + " already exists."));
  }
  result.events.emplace_back(OidcProviderCreated{call.caller.account, arn, std::move(provider), tags_of(call)});
  result.response.push_back({"OpenIDConnectProviderArn", arn});
  return result;
}

CallResult delete_oidc_provider(const World& world, const Call& call) {
  const std::string& arn = *call.parameters.string("OpenIDConnectProviderArn");
  if (auto refusal = check_provider_arn(arn, PrincipalArnKind::oidc_provider)) return std::move(*refusal);
  CallResult result = authorize_on(world, call, arn);
  if (result.refusal) return result;
  const auto parsed = parse_principal_arn(arn);
  const Account* account = parsed->arn.account == call.caller.account ? world.account(call.caller.account) : nullptr;
  // Recorded 2026-09, the capture above, although API_DeleteOpenIDConnectProvider.html says that it does not fail.
  if (!account || account->oidc_providers.count(std::string(parsed->name)) == 0) {
    return refuse(result, Refusal("NoSuchEntity", 404, "OpenId connect Provider " + arn + " cannot be found."));
  }
  result.events.emplace_back(ProviderDeleted{arn});
  return result;
}

CallResult create_saml_provider(const World& world, const Call& call) {
  const std::string& name = *call.parameters.string("Name");
  const std::string arn = make_arn({call.caller.partition, "iam", "", call.caller.account, "saml-provider/" + name});
  CallResult result = authorize_on(world, call, arn);
  if (result.refusal) return result;
  if (auto refusal = check_tags(call, TagKeys::exact)) return refuse(result, std::move(*refusal));
  const auto& names = world.account(call.caller.account)->saml_providers;
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    // https://github.com/org-formation/aws-resource-providers/issues/59
    return refuse(result, Refusal("EntityAlreadyExists", 409, "Provider with name " + name + " already exists."));
  }
  result.events.emplace_back(SamlProviderCreated{call.caller.account, arn, name, tags_of(call)});
  result.response.push_back({"SAMLProviderArn", arn});
  return result;
}

CallResult delete_saml_provider(const World& world, const Call& call) {
  const std::string& arn = *call.parameters.string("SAMLProviderArn");
  if (auto refusal = check_provider_arn(arn, PrincipalArnKind::saml_provider)) return std::move(*refusal);
  CallResult result = authorize_on(world, call, arn);
  if (result.refusal) return result;
  const auto parsed = parse_principal_arn(arn);
  const auto& names = world.account(call.caller.account)->saml_providers;
  const bool own = parsed->arn.account == call.caller.account;
  if (!own || std::find(names.begin(), names.end(), parsed->name) == names.end()) {
    // Recorded 2026-02: localstack tests/aws/services/iam/test_iam_saml_providers.snapshot.json
    return refuse(result, Refusal("NoSuchEntity", 404, "Manifest not found for arn " + arn));
  }
  result.events.emplace_back(ProviderDeleted{arn});
  return result;
}

}  // namespace sts_playground::iam
