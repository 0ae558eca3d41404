// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
#include <utility>

#include "core/call/authorization.h"
#include "core/call/callers.h"
#include "core/call/context.h"
#include "core/json/writer.h"
#include "core/sts/operations.h"
#include "core/sts/session_request.h"
#include "core/sts/session_tags.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/encoding.h"
#include "core/values/instant.h"

// What is not said otherwise was recorded on 2026-09-11:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_identity.json
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_issuance.json
namespace sts_playground::sts {
namespace {

constexpr std::int64_t default_seconds = 300;
constexpr std::size_t claims_limit = 14984;  // bytes

std::int64_t seconds_of(const Call& call) { return call.parameters.integer("DurationSeconds").value_or(default_seconds); }
std::vector<Tag> tags_of(const Call& call) { return call.parameters.tags ? *call.parameters.tags : std::vector<Tag>(); }

// What is wrong with the request whoever calls. Keys that begin with "aws:" pass.
std::optional<Refusal> check_request(const Call& call) {
  const std::string& algorithm = *call.parameters.string("SigningAlgorithm");
  if (algorithm != "RS256" && algorithm != "ES384") {
    return Refusal(aws_errors::signing_algorithm, Message(MessageId::unsupported_signing_algorithm, {algorithm}));
  }
  return check_duplicate_tags(tags_of(call));
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
RequestContext token_keys(const Call& call) {
  RequestContext keys;
  keys.set_list("sts:IdentityTokenAudience", *call.parameters.list("Audience"));
  keys.set("sts:SigningAlgorithm", *call.parameters.string("SigningAlgorithm"));
  keys.set("sts:DurationSeconds", std::to_string(seconds_of(call)));
  add_tag_keys(keys, tags_of(call));
  return keys;
}

// The token's subject: of a role's session the role itself.
const std::string& subject_of(const Call& call) { return call.caller.principal_arn; }

template <typename Tags>
void write_tags(json::Writer& out, std::string_view member, const Tags& tags) {
  if (tags.begin() == tags.end()) return;
  out.open_object(member);
  for (const Tag& tag : tags) out.string(tag.key, tag.value);
  out.close_object();
}

// The claims of AWS's own; what has no value is left out. `federated_provider` is documented only:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html
void write_aws_claims(json::Writer& out, const World& world, const Call& call) {
  const std::string& account = call.caller.account;
  out.open_object("https://sts.amazonaws.com/");
  out.string("aws_account", account);
  out.string("source_region", call.region);
  if (const Organization* organization = world.organization_of(account)) {
    out.string("org_id", organization->id);
    out.strings("ou_path", std::vector<std::string>{world.organization_path(account)});
  }
  out.string("principal_id", subject_of(call));
  write_tags(out, "principal_tags", principal_tags(world, call.caller, call.session.get()));
  write_tags(out, "request_tags", tags_of(call));
  if (call.session) {
    out.string("original_session_exp", format_iso(call.session->expires_at));
    if (!call.session->source_identity.empty()) out.string("source_identity", call.session->source_identity);
    if (!call.session->federated_provider.empty()) out.string("federated_provider", call.session->federated_provider);
  }
  out.close_object();
}

std::string claims_of(const World& world, const Call& call) {
  std::string text;
  json::Writer out(text);
  const std::vector<std::string>& audiences = *call.parameters.list("Audience");
  out.open_object();
  if (audiences.size() == 1) out.string("aud", audiences.front());
  else out.strings("aud", audiences);
  out.string("sub", subject_of(call));
  write_aws_claims(out, world, call);
  out.string("iss", outbound_issuer(call.caller.account));
  out.number("exp", call.now + seconds_of(call));
  out.number("iat", call.now);
  out.string("jti", make_uuid(call.step + "@" + std::to_string(call.now) + subject_of(call)));
  out.close_object();
  return text;
}

// RFC 7515: Base64 with the letters for addresses, without padding.
std::string base64_url(std::string_view bytes) {
  std::string text = encode_base64(bytes);
  while (!text.empty() && text.back() == '=') text.pop_back();
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text;
}

std::string token_of(const Call& call, const std::string& claims) {
  const std::string& algorithm = *call.parameters.string("SigningAlgorithm");
  const std::string kid = algorithm == "RS256" ? "RSA_0" : "EC384_0";
  const std::string header = "{\"kid\":\"" + kid + "\",\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\"}";
  return base64_url(header) + "." + base64_url(claims) + "." + base64_url("EXAMPLE, not a signature");
}

// Tags need a permission of their own, which is asked for where the first is given; both on the caller's own account.
bool authorize_token(const World& world, const Call& call, const std::string& resource, CallResult& result) {
  if (!authorize_action(world, call, call.operation, resource, nullptr, result)) return false;
  return tags_of(call).empty() || authorize_action(world, call, "sts:TagGetWebIdentityToken", resource, nullptr, result);
}

// Beyond the session that calls; the text says "before", the API's page "beyond its original expiration time", which we follow.
std::optional<Refusal> check_end(const Call& call) {
  if (!call.session || call.now + seconds_of(call) <= call.session->expires_at) return std::nullopt;
  return Refusal(
      aws_errors::token_outlives_session,
      Message(MessageId::token_outlives_session, {std::to_string(seconds_of(call)), std::to_string(call.session->expires_at - call.now)}));
}

}  // namespace

// The request, the caller, the permissions, the session's end, and only then whether the feature is on: that it is last is recorded, and
// that the permissions come after the request and the kind of caller is inferred.
CallResult get_web_identity_token(const World& world, const Call& call) {
  if (auto refusal = check_request(call)) return std::move(*refusal);
  if (call.caller.kind == CallerKind::federated_user) {
    return access_denied(std::string(aws_errors::no_token_for_federated_users), Message(MessageId::no_token_for_federated_user));
  }
  const std::string resource = make_arn({call.caller.partition, "sts", "", call.caller.account, "self"});
  CallResult result;
  result.context = derive_context(world, call, resource, token_keys(call));
  if (!authorize_token(world, call, resource, result)) return refuse(result, denial(call.caller, result));
  if (auto refusal = check_end(call)) return refuse(result, std::move(*refusal));
  const Account* account = world.account(call.caller.account);
  if (!account || !account->outbound_federation) {
    return refuse(result,
                  Refusal(aws_errors::outbound_federation_off, Message(MessageId::outbound_federation_is_off, {call.caller.account})));
  }
  const std::string claims = claims_of(world, call);
  if (claims.size() > claims_limit) {
    return refuse(result, Refusal(aws_errors::token_too_large,
                                  Message(MessageId::token_too_large, {std::to_string(claims.size()), std::to_string(claims_limit)})));
  }
  result.response.push_back({"WebIdentityToken", token_of(call, claims)});
  result.response.push_back({"Expiration", format_iso(call.now + seconds_of(call))});
  result.notes.emplace_back(MessageId::token_claims, std::vector<std::string>{claims});
  return result;
}

}  // namespace sts_playground::sts
