// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
#include "core/values/encoding.h"
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

// Its shape: https://github.com/aws/aws-sdk-go/issues/1536
constexpr std::string_view decoded = R"({"allowed":false,"explicitDeny":false,"matchedStatements":{"items":[]},"failures":{"items":[]},)"
                                     R"("context":{"principal":{"id":"AIDAEXAMPLE","arn":"arn:aws:iam::111122223333:user/alice"},)"
                                     R"("action":"ec2:RunInstances","resource":"*","conditions":{"items":[]}}})";

std::string encoded_parameter(const std::string& text) { return R"("EncodedMessage": ")" + text + "\""; }

}  // namespace

Suite decode_suite() {
  Suite suite{"sts:DecodeAuthorizationMessage",
              base_document("sts:DecodeAuthorizationMessage", encoded_parameter(encode_base64(decoded))),
              {no_credentials(), expired_credentials(), deleted_caller()}};
  const std::string action = "User: {caller} is not authorized to perform: sts:DecodeAuthorizationMessage";
  const std::string long_text(10241, 'a');
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  const std::vector<Row> rows = {
      // 1 to 10240 characters: botocore/data/sts/2011-06-15/service-2.json
      {3, "an empty message", with(encoded_parameter("")), "Error", "ValidationError", 400, violation("", "encodedMessage", at_least(1))},
      {3, "a message of 10241 characters", with(encoded_parameter(long_text)), "Error", "ValidationError", 400,
       violation(long_text, "encodedMessage", at_most(10240))},
      {3, "no message", with(R"("EncodedMessage": null)"), "Error", "ValidationError", 400,
       "1 validation error detected: Value null at 'encodedMessage' failed to satisfy constraint: Member must not be null"},
      // id_credentials_temp_request.html. No source tells the text.
      {4, "credentials of GetSessionToken", step(R"("as": "token")"), "Deny", "AccessDenied", 403, ""},
      {4, "credentials of GetFederationToken", step(R"("as": "federated")"), "Deny", "AccessDenied", 403, ""},
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
      {5, "a policy denies", policy_of_alice("D", R"({"Effect": "Deny", "Action": "sts:Decode*", "Resource": "*"})"), "Deny",
       "AccessDenied", 403, action + " with an explicit deny in an identity-based policy"},
      {5, "no policy allows", nothing, "Deny", "AccessDenied", 403,
       action + " because no identity-based policy allows the sts:DecodeAuthorizationMessage action"},
      // API_DecodeAuthorizationMessage.html has the code and the status, not the text.
      {6, "a message that is none", with(encoded_parameter("not-a-message")), "Error", "InvalidAuthorizationMessageException", 400, ""},
      {6, "a message with a line break", with(encoded_parameter("aGVs\\nbG8=")), "Error", "InvalidAuthorizationMessageException", 400, ""},
  };
  suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("DecodeAuthorizationMessage answers each fault, and of two the earlier", "[sts]") { check_suite(decode_suite()); }

TEST_CASE("DecodeAuthorizationMessage gives the message's JSON", "[sts]") {
  const json message = json::parse(text_at(answer(decode_suite().base), "/response/DecodedMessage"), nullptr, false);
  CHECK(text_at(message, "/allowed") == "false");
  CHECK(text_at(message, "/context/action") == "ec2:RunInstances");
}
