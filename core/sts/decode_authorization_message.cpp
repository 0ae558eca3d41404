// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
#include "core/call/authorization.h"
#include "core/call/context.h"
#include "core/json/parse.h"
#include "core/sts/operations.h"
#include "core/text/messages.h"
#include "core/values/encoding.h"

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
  // GetSessionToken and GetFederationToken credentials open nothing of STS but what their pages name: id_credentials_temp_request.html
  if (call.caller.kind == CallerKind::federated_user || call.caller.kind == CallerKind::session_token) {
    return access_denied(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::session_opens_no_sts, {call.operation}));
  }
  CallResult result;
  result.context = derive_context(world, call, "*");
  if (!authorize_action(world, call, call.operation, "*", nullptr, result)) return refuse(result, denial(call.caller, result));
  const auto decoded = decode(*call.parameters.string("EncodedMessage"));
  if (!decoded)
    return refuse(result, Refusal(aws_errors::not_an_authorization_message).resting_on(EvidenceRule::authorization_message_text));
  result.response.push_back({"DecodedMessage", *decoded});
  return result;
}

}  // namespace sts_playground::sts
