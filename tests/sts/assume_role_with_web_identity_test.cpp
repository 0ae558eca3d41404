// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
// Texts: https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors where no other address stands
#include <cstdint>

#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

const std::string not_authorized = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

constexpr std::string_view federated_role = R"("accounts": {"111122223333": {
  "oidcProviders": {"oidc.example.com/id/1": {"clientIds": ["sts.amazonaws.com"]}},
  "roles": {"Web": {"maxSessionDuration": 7200,
    "trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.example.com/id/1"},
      "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
      "Condition": {"StringEquals": {"oidc.example.com/id/1:sub": "system:serviceaccount:shop:web"}}}]}}}}}, "step": {"as": null})";

// 10:00:00 is 1768471200.
constexpr std::string_view good_parameters = R"("RoleArn": "arn:aws:iam::111122223333:role/Web", "RoleSessionName": "web",
  "token": {"iss": "https://oidc.example.com/id/1", "sub": "system:serviceaccount:shop:web", "aud": "sts.amazonaws.com",
            "iat": 1768471200, "exp": 1768474800})";

json token(const std::string& claims) { return with(R"("token": {)" + claims + "}"); }

json trust(const std::string& actions, const std::string& subject) {
  return world(R"("accounts": {"111122223333": {"roles": {"Web": {"trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.example.com/id/1"}, "Action": [)" +
               actions + R"(], "Condition": {"StringEquals": {"oidc.example.com/id/1:sub": ")" + subject + R"("}}}]}}}}})");
}

Row invalid(std::string wrong, const std::string& parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}
Row bad_token(int place, std::string wrong, json change, std::string code, std::string message) {
  return {place, std::move(wrong), std::move(change), "Error", std::move(code), 400, std::move(message)};
}
Row denied(std::string wrong, json change) {
  return {13, std::move(wrong), std::move(change), "Deny", "AccessDenied", 403, not_authorized};
}

std::vector<Row> parameter_rows() {
  const std::string long_policy(2049, ' ');
  return {
      inactive_region(),
      // botocore/data/sts/2011-06-15/service-2.json, AssumeRoleWithWebIdentityRequest
      invalid("899 seconds", R"("DurationSeconds": 899)",
              violation("899", "durationSeconds", "Member must have value greater than or equal to 900")),
      invalid("43201 seconds", R"("DurationSeconds": 43201)",
              violation("43201", "durationSeconds", "Member must have value less than or equal to 43200")),
      invalid("a session name with a colon", R"("RoleSessionName": "a:b")",
              violation("a:b", "roleSessionName", R"(Member must satisfy regular expression pattern: [\w+=,.@-]*)")),
      invalid("a short provider id", R"("ProviderId": "www")", violation("www", "providerId", at_least(4))),
      invalid("a policy of 2049 characters", R"("Policy": ")" + long_policy + "\"", violation(long_policy, "policy", at_most(2048))),
      {4, "a role ARN that is none", with(R"("RoleArn": "nothing-valid-in-here")"), "Error", "ValidationError", 400,
       "Request ARN is invalid"},
  };
}

// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws.json where no
// other address stands; the order is inferred.
std::vector<Row> token_rows() {
  const std::string not_validated =
      "The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.";
  const std::string missing = "Missing a required claim: ";
  return {
      // aws-trust.json beside it
      bad_token(5, "the provider id of Login with Amazon", with(R"("ProviderId": "www.amazon.com")"), "InvalidIdentityToken",
                "Provided Token is not a Login With Amazon token"),
      bad_token(6, "no issuer", token(R"("iss": null)"), "InvalidIdentityToken", missing + "iss"),
      bad_token(6, "an issuer without a provider", token(R"("iss": "https://other.example.com")"), "InvalidIdentityToken", not_validated),
      bad_token(6, "a slash behind the issuer", token(R"("iss": "https://oidc.example.com/id/1/")"), "InvalidIdentityToken", not_validated),
      bad_token(6, "a role of another account", with(R"("RoleArn": "arn:aws:iam::444455556666:role/Web")"), "InvalidIdentityToken",
                not_validated),
      bad_token(7, "no subject", token(R"("sub": null)"), "InvalidIdentityToken", missing + "sub"),
      bad_token(7, "no audience", token(R"("aud": null)"), "InvalidIdentityToken", missing + "aud"),
      bad_token(7, "no time of issue", token(R"("iat": null)"), "InvalidIdentityToken", missing + "iat"),
      bad_token(7, "no expiry", token(R"("exp": null)"), "InvalidIdentityToken", missing + "exp"),
      bad_token(8, "a time with a fraction", token(R"("nbf": 1768471200.5)"), "InvalidIdentityToken", "Invalid timestamp in token claims."),
      bad_token(8, "a token that expired 300 seconds ago", token(R"("exp": 1768470900)"), "ExpiredTokenException",
                "Token expired: current date/time 1768470900 must be before the expiration date/time 1768470900"),
      bad_token(8, "a token of the future", token(R"("iat": 1768471501)"), "InvalidIdentityToken",
                "Token issued in the future: 1768471501"),
      bad_token(8, "a token for later", token(R"("nbf": 1768471501)"), "InvalidIdentityToken",
                "Token not yet valid: current date/time 1768471500 must be after or equal to the not-before date/time 1768471501"),
      // https://github.com/mozilla-iam/mozilla-aws-cli/issues/146: 441398 seconds are too many. The limit is not known.
      bad_token(8, "a token that is too old", token(R"("iat": 1768029802)"), "ExpiredTokenException", "Token too old: 441398"),
      bad_token(9, "an empty list of audiences", token(R"("aud": [])"), "InvalidIdentityToken", "Claim is not allowed to be empty: aud"),
      bad_token(9, "an authorized party that is no client id", token(R"("azp": "elsewhere")"), "InvalidIdentityToken", not_validated),
      bad_token(9, "an audience that is no client id", token(R"("aud": "elsewhere")"), "InvalidIdentityToken", not_validated),
      // aws-roles.json beside it
      bad_token(10, "roles that are a number", token(R"("https://aws.amazon.com/roles": 1)"), "InvalidIdentityToken",
                "The roles claim is not in a supported format"),
      bad_token(10, "another role", token(R"("https://aws.amazon.com/roles": "arn:aws:iam::111122223333:role/Other")"),
                "InvalidIdentityToken", "The target role ARN is not present in the roles claim of the identity token"),
      bad_token(11, "a tag that is no list", token(R"("https://aws.amazon.com/tags": {"principal_tags": {"Team": "search"}})"),
                "InvalidIdentityToken", "principal_tags passed in claim is not in correct format."),
  };
}

std::vector<Row> last_rows() {
  const json tag = token(R"("https://aws.amazon.com/tags": {"principal_tags": {"Team": ["search"]}})");
  json tags = json::object();
  std::uint32_t seed = 3;
  for (int i = 0; i < 50; ++i) {
    std::string value;
    for (; value.size() < 256; value += static_cast<char>('a' + (seed >> 16U) % 26)) seed = seed * 1664525 + 1013904223;
    tags["key" + std::to_string(i)] = json::array({value});
  }
  const json many = {{"step", {{"with", {{"token", {{"https://aws.amazon.com/tags", {{"principal_tags", tags}}}}}}}}}};
  return {
      // The API model declares it; the text is that of a JSON parser.
      {12, "a session policy that is no JSON", with(R"("Policy": "{")"), "Error", "MalformedPolicyDocument", 400, ""},
      // https://github.com/aws-actions/configure-aws-credentials/issues/306
      denied("a role that does not exist", with(R"("RoleArn": "arn:aws:iam::111122223333:role/Missing")")),
      denied("another subject", trust(R"("sts:AssumeRoleWithWebIdentity")", "somebody")),
      denied("the trust policy allows another action", trust(R"("sts:AssumeRole")", "system:serviceaccount:shop:web")),
      denied("tags without sts:TagSession", together(tag, trust(R"("sts:AssumeRoleWithWebIdentity")", "system:serviceaccount:shop:web"))),
      denied("a source identity without sts:SetSourceIdentity",
             together(token(R"("https://aws.amazon.com/source_identity": "web")"),
                      trust(R"("sts:AssumeRoleWithWebIdentity")", "system:serviceaccount:shop:web"))),
      {14, "a second more than the role's maximum", with(R"("DurationSeconds": 7201)"), "Error", "ValidationError", 400,
       "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."},
      // https://github.com/aws/containers-roadmap/issues/2413
      {15, "tags beyond the packed limit", many, "Error", "PackedPolicyTooLarge", 400,
       "Packed size of session tags consumes N% of allotted space."},
  };
}

}  // namespace

Suite web_identity_suite() {
  Suite suite{
      "sts:AssumeRoleWithWebIdentity", changed(base_document("sts:AssumeRoleWithWebIdentity", good_parameters), world(federated_role)), {}};
  for (const auto& rows : {parameter_rows(), token_rows(), last_rows()}) suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("AssumeRoleWithWebIdentity answers each fault, and of two the earlier", "[sts]") { check_suite(web_identity_suite()); }

// botocore/data/sts/2011-06-15/service-2.json, AssumeRoleWithWebIdentityResponse
TEST_CASE("the response of AssumeRoleWithWebIdentity", "[sts]") {
  const json step_answer = answer(web_identity_suite().base);
  const auto field = [&](const std::string& name) { return text_at(step_answer, "/response/" + name); };
  CHECK(field("Credentials/AccessKeyId").substr(0, 4) == "ASIA");
  CHECK(field("Credentials/Expiration") == "2026-01-15T11:00:00Z");
  CHECK(field("AssumedRoleUser/Arn") == "arn:aws:sts::111122223333:assumed-role/Web/web");
  CHECK(field("AssumedRoleUser/AssumedRoleId").substr(0, 4) == "AROA");
  CHECK(field("SubjectFromWebIdentityToken") == "system:serviceaccount:shop:web");
  CHECK(field("Provider") == "arn:aws:iam::111122223333:oidc-provider/oidc.example.com/id/1");
  CHECK(field("Audience") == "sts.amazonaws.com");
  // 25 without policies or tags, 34 with a subject of 300 characters, recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws.json
  CHECK(field("PackedPolicySize") == "25");
  CHECK(field("SessionTokenUtilization") == "25");
  CHECK(step_answer.at("sizeEstimated") == true);
  CHECK(field("SourceIdentity") == "(absent)");
}

TEST_CASE("optional fields of AssumeRoleWithWebIdentity's response", "[sts]") {
  const json change = token(R"("https://aws.amazon.com/source_identity": "web",
    "https://aws.amazon.com/tags": {"principal_tags": {"Team": ["search"]}})");
  const json step_answer = answer(changed(web_identity_suite().base, change));
  CHECK(text_at(step_answer, "/response/SourceIdentity") == "web");
  CHECK(text_at(step_answer, "/response/PackedPolicySize") != "(absent)");
}

// Recorded: oidc/aws.json, as above
TEST_CASE("a token is good for 299 seconds after it has expired", "[sts]") {
  CHECK(text_at(answer(changed(web_identity_suite().base, token(R"("exp": 1768470901)"))), "/decision") == "Allow");
}
