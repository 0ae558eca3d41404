// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
#include "core/json/parse.h"
#include "core/sts/operations.h"
#include "core/sts/support.h"
#include "core/text/messages.h"
#include "core/values/encoding.h"
#include "core/world/principal.h"

namespace sts_playground::sts {
namespace {

constexpr json::Limits message_limits{10240, 32, 10000};

// The services encrypt what they encode; here an encoded message is the base64 of the JSON that decoding gives.
std::optional<std::string> decode(const std::string& encoded) {
  auto text = decode_base64(encoded);
  if (!text) return std::nullopt;
  const auto tree = json::parse(SourceText(*text), message_limits);
  if (!tree.value || !tree.value->find("allowed")) return std::nullopt;
  return text;
}

}  // namespace

CallResult decode_authorization_message(const World& world, const Call& call) {
  if (call.caller.kind == CallerKind::anonymous) {
    return refuse(to_error(aws_errors::missing_token), Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (auto error = check_parameters(call)) return refuse(std::move(*error));
  // GetSessionToken and GetFederationToken credentials open nothing of STS but what their pages name: id_credentials_temp_request.html
  if (call.caller.kind == CallerKind::federated_user || call.caller.kind == CallerKind::session_token) {
    return deny(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  CallResult result;
  result.context = derive_context(world, call, "*");
  apply_given_keys(result.context, call);
  const auto input = authorization_input(world, call, call.operation, "*", nullptr);
  result.authorizations.push_back(authorize(input, call.caller, result.context));
  if (const Authorization* denial = first_denial(result)) {
    fail(result, {"AccessDenied", 403, denied_message(call.caller, *denial)});
    return result;
  }
  const auto decoded = decode(*call.parameters.string("EncodedMessage"));
  if (!decoded) {
    result.decision = Decision::error;
    result.error = to_error(aws_errors::not_an_authorization_message);
    return result;
  }
  result.response.push_back({"DecodedMessage", *decoded});
  return result;
}

}  // namespace sts_playground::sts
