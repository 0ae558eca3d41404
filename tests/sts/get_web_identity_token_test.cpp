// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html. Texts and figures were recorded on 2026-09-11:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_identity.json
#include <algorithm>

#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

json feature(bool on) {
  return world(std::string(R"("accounts": {"111122223333": {"outboundWebIdentityFederation": )") + (on ? "true}}" : "false}}"));
}

Suite token_suite() {
  Suite suite{"sts:GetWebIdentityToken",
              changed(base_document("sts:GetWebIdentityToken", R"("Audience": ["one"], "SigningAlgorithm": "RS256")"), feature(true)),
              {no_credentials(), expired_credentials(), deleted_caller()}};
  const std::string self = " on resource: arn:aws:sts::111122223333:self";
  const std::string base = "User: {caller} is not authorized to perform: ";
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  const std::string deny_tags = R"({"Effect": "Deny", "Action": "sts:TagGetWebIdentityToken", "Resource": "*"})";
  const std::vector<Row> rows = {
      {2, "the global endpoint", step(R"("region": "global")"), "Error", "InvalidAction", 400,
       "Operation not supported on STS global endpoint"},
      {3, "no audience", with(R"("Audience": [])"), "Error", "ValidationError", 400,
       "1 validation error detected: Value null at 'audience' failed to satisfy constraint: Member must not be null"},
      {3, "59 seconds", with(R"("DurationSeconds": 59)"), "Error", "ValidationError", 400,
       violation("59", "durationSeconds", "Member must have value greater than or equal to 60")},
      {4, "another algorithm", with(R"("SigningAlgorithm": "ES256")"), "Error", "ValidationError", 400,
       "Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported algorithms"},
      {5, "a tag twice", with(R"("Tags": [{"Key": "a", "Value": "b"}, {"Key": "A", "Value": "c"}])"), "Error", "InvalidParameterValue", 400,
       "Duplicate tag keys found. Please note that Tag keys are case insensitive."},
      {6, "credentials of GetFederationToken", step(R"("as": "federated")"), "Deny", "AccessDenied", 403,
       "GetWebIdentityToken does not support federated user sessions"},
      {7, "no policy allows", nothing, "Deny", "AccessDenied", 403,
       base + "sts:GetWebIdentityToken" + self + " because no identity-based policy allows the sts:GetWebIdentityToken action"},
      {8, "tags without sts:TagGetWebIdentityToken",
       together(with(R"("Tags": [{"Key": "a", "Value": "b"}])"), policy_of_alice("T", deny_tags)), "Deny", "AccessDenied", 403,
       base + "sts:TagGetWebIdentityToken" + self + " with an explicit deny in an identity-based policy"},
      {9, "the feature is off", feature(false), "Error", "OutboundWebIdentityFederationDisabledException", 403,
       "OutboundWebIdentityFederation is disabled."},
  };
  suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
  return suite;
}

}  // namespace
}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("GetWebIdentityToken answers each fault, and of two the earlier", "[sts]") { check_suite(token_suite()); }

TEST_CASE("GetWebIdentityToken gives a token of three parts and its end", "[sts]") {
  const json step = answer(token_suite().base);
  const std::string token = text_at(step, "/response/WebIdentityToken");
  CHECK(std::count(token.begin(), token.end(), '.') == 2);
  CHECK(text_at(step, "/response/Expiration").ends_with("Z"));
}
