// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
// Texts: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
#include <cstdint>

#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

const std::string not_authorized = "Not authorized to perform sts:AssumeRoleWithSAML";

constexpr std::string_view federated_role =
    R"("accounts": {"111122223333": {"samlProviders": {"CorpIdP": {}, "OtherIdP": {}}, "roles": {"Saml": {
  "path": "/team/", "maxSessionDuration": 7200,
  "trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/CorpIdP"},
    "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
    "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}}}}}, "step": {"as": null})";

constexpr std::string_view good_parameters = R"("RoleArn": "arn:aws:iam::111122223333:role/team/Saml",
  "PrincipalArn": "arn:aws:iam::111122223333:saml-provider/CorpIdP",
  "assertion": {"provider": "arn:aws:iam::111122223333:saml-provider/CorpIdP", "attributes": {
    "SAML:aud": "https://signin.aws.amazon.com/saml", "SAML:iss": "https://idp.example.com/saml", "SAML:sub": "dana@example.com",
    "SAML:sub_type": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    "https://aws.amazon.com/SAML/Attributes/RoleSessionName": "dana",
    "https://aws.amazon.com/SAML/Attributes/Role":
      "arn:aws:iam::111122223333:role/team/Saml,arn:aws:iam::111122223333:saml-provider/CorpIdP"}})";

json attribute(const std::string& name, const std::string& value) {
  const json parsed = json::parse(value);
  return {{"step", {{"with", {{"assertion", {{"attributes", {{"https://aws.amazon.com/SAML/Attributes/" + name, parsed}}}}}}}}}};
}

json assertion(const std::string& fields) { return with(R"("assertion": {)" + fields + "}"); }

Row invalid(std::string wrong, const std::string& parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}
Row bad_assertion(int place, std::string wrong, json change, std::string code, std::string message) {
  return {place, std::move(wrong), std::move(change), "Error", std::move(code), 400, std::move(message)};
}
Row denied(int place, std::string wrong, json change) {
  return {place, std::move(wrong), std::move(change), "Deny", "AccessDenied", 403, not_authorized};
}

// botocore/data/sts/2011-06-15/service-2.json, AssumeRoleWithSAMLRequest
std::vector<Row> parameter_rows() {
  const std::string long_policy(2049, ' ');
  return {
      inactive_region(),
      invalid("899 seconds", R"("DurationSeconds": 899)",
              violation("899", "durationSeconds", "Member must have value greater than or equal to 900")),
      invalid("43201 seconds", R"("DurationSeconds": 43201)",
              violation("43201", "durationSeconds", "Member must have value less than or equal to 43200")),
      invalid("a short provider ARN", R"("PrincipalArn": "arn:aws:iam")", violation("arn:aws:iam", "principalArn", at_least(20))),
      invalid("a policy of 2049 characters", R"("Policy": ")" + long_policy + "\"", violation(long_policy, "policy", at_most(2048))),
      {4, "a role ARN that is none", with(R"("RoleArn": "nothing-valid-in-here")"), "Error", "ValidationError", 400,
       "Request ARN is invalid"},
      // https://github.com/physera/onelogin-aws-cli/issues/12, https://github.com/cevoaustralia/aws-google-auth/issues/163
      {4, "a provider where the role should stand", with(R"("RoleArn": "arn:aws:iam::111122223333:saml-provider/CorpIdP")"), "Error",
       "ValidationError", 400, "Request ARN is invalid"},
      {4, "a role where the provider should stand", with(R"("PrincipalArn": "arn:aws:iam::111122223333:role/team/Saml")"), "Error",
       "ValidationError", 400, "Principal ARN is invalid"},
  };
}

std::vector<Row> assertion_rows() {
  const std::string name_rule = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}";
  const std::string source_rule = "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"";
  const std::string no_pair = "SAML Assertion doesn't contain the requested Role and Metadata in the attributes";
  return {
      {5, "a provider that does not exist", with(R"("PrincipalArn": "arn:aws:iam::111122223333:saml-provider/Missing")"), "Error", "", 400,
       "Specified provider doesn't exist"},
      bad_assertion(6, "an assertion of another provider", with(R"("PrincipalArn": "arn:aws:iam::111122223333:saml-provider/OtherIdP")"),
                    "InvalidIdentityToken", "Issuer not present in specified provider"),
      bad_assertion(7, "an assertion of 301 seconds ago", assertion(R"("issuedAt": "2026-01-15T09:54:59Z")"), "ExpiredTokenException",
                    "Token must be redeemed within 5 minutes of issuance"),
      bad_assertion(8, "an assertion that has expired", assertion(R"("sessionNotOnOrAfter": "2026-01-15T10:00:00Z")"),
                    "ExpiredTokenException", "Response has expired"),
      bad_assertion(9, "no session name", attribute("RoleSessionName", "null"), "InvalidIdentityToken",
                    "RoleSessionName is required in AuthnResponse"),
      bad_assertion(9, "a session name with a blank", attribute("RoleSessionName", R"("Da na")"), "InvalidIdentityToken", name_rule),
      bad_assertion(9, "a session name of one character", attribute("RoleSessionName", R"("D")"), "InvalidIdentityToken", name_rule),
      bad_assertion(9, "a session name of 65 characters", attribute("RoleSessionName", "\"" + std::string(65, 'd') + "\""),
                    "InvalidIdentityToken", name_rule),
      bad_assertion(10, "a source identity that begins with aws:", attribute("SourceIdentity", R"("aws:dana")"), "InvalidIdentityToken",
                    source_rule),
      bad_assertion(10, "a source identity of one character", attribute("SourceIdentity", R"("d")"), "InvalidIdentityToken", source_rule),
      // The place among these is inferred, and the text is ours.
      bad_assertion(10, "a session duration that is not a number", attribute("SessionDuration", R"("12h")"), "InvalidIdentityToken", ""),
      bad_assertion(10, "a session duration with a fraction", attribute("SessionDuration", R"("1800.5")"), "InvalidIdentityToken", ""),
      // Recorded:
      // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/saml_aws.json
      bad_assertion(11, "the assertion has no roles", attribute("Role", "null"), "InvalidIdentityToken", no_pair),
      bad_assertion(11, "the assertion has another role",
                    attribute("Role", R"("arn:aws:iam::111122223333:role/Other,)"
                                      R"(arn:aws:iam::111122223333:saml-provider/CorpIdP")"),
                    "InvalidIdentityToken", no_pair),
      denied(11, "no NameID", assertion(R"("attributes": {"SAML:sub": null})")),
  };
}

json trust(std::string_view actions, std::string_view provider) {
  return world(R"("accounts": {"111122223333": {"roles": {"Saml": {"trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/)" +
               std::string(provider) + R"("}, "Action": [)" + std::string(actions) + "]}]}}}}}");
}

std::vector<Row> last_rows() {
  const json missing = with(R"("RoleArn": "arn:aws:iam::111122223333:role/Missing")");
  const json both = together(missing, attribute("Role", R"("arn:aws:iam::111122223333:role/Missing,)"
                                                        R"(arn:aws:iam::111122223333:saml-provider/CorpIdP")"));
  const json tag = attribute("PrincipalTag:Team", R"("search")");
  json tags = json::object();
  std::uint32_t seed = 7;
  for (int i = 0; i < 50; ++i) {
    std::string value;
    for (; value.size() < 256; value += static_cast<char>('a' + (seed >> 16U) % 26)) seed = seed * 1664525 + 1013904223;
    tags = together(tags, attribute("PrincipalTag:key" + std::to_string(i), "\"" + value + "\""));
  }
  return {
      // No source tells the text and the place among these: MalformedPolicyDocument is declared in the API model.
      {12, "a session policy that is no JSON", with(R"("Policy": "{")"), "Error", "MalformedPolicyDocument", 400, ""},
      denied(13, "a role that does not exist", both),
      denied(13, "the trust policy names another provider", trust(R"("sts:AssumeRoleWithSAML", "sts:TagSession")", "OtherIdP")),
      denied(13, "the trust policy allows another action", trust(R"("sts:AssumeRole")", "CorpIdP")),
      denied(13, "another recipient", assertion(R"("attributes": {"SAML:aud": "https://example.com/saml"})")),
      denied(13, "tags without sts:TagSession", together(tag, trust(R"("sts:AssumeRoleWithSAML")", "CorpIdP"))),
      denied(13, "a source identity without sts:SetSourceIdentity",
             together(attribute("SourceIdentity", R"("dana")"), trust(R"("sts:AssumeRoleWithSAML")", "CorpIdP"))),
      {14, "a second more than the role's maximum", with(R"("DurationSeconds": 7201)"), "Error", "ValidationError", 400,
       "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."},
      {15, "tags beyond the packed limit", tags, "Error", "PackedPolicyTooLarge", 400,
       "Packed size of session tags consumes N% of allotted space."},
  };
}

}  // namespace

Suite saml_suite() {
  Suite suite{"sts:AssumeRoleWithSAML", changed(base_document("sts:AssumeRoleWithSAML", good_parameters), world(federated_role)), {}};
  for (const auto& rows : {parameter_rows(), assertion_rows(), last_rows()}) suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("AssumeRoleWithSAML answers each fault, and of two the earlier", "[sts]") { check_suite(saml_suite()); }

// botocore/data/sts/2011-06-15/service-2.json, AssumeRoleWithSAMLResponse
TEST_CASE("the response of AssumeRoleWithSAML", "[sts]") {
  const json step_answer = answer(saml_suite().base);
  const auto field = [&](const std::string& name) { return text_at(step_answer, "/response/" + name); };
  CHECK(field("Credentials/AccessKeyId").substr(0, 4) == "ASIA");
  CHECK(field("AssumedRoleUser/Arn") == "arn:aws:sts::111122223333:assumed-role/Saml/dana");
  CHECK(field("AssumedRoleUser/AssumedRoleId").substr(0, 4) == "AROA");
  CHECK(field("Subject") == "dana@example.com");
  CHECK(field("SubjectType") == "persistent");  // without urn:oasis:names:tc:SAML:2.0:nameid-format:
  CHECK(field("Issuer") == "https://idp.example.com/saml");
  CHECK(field("Audience") == "https://signin.aws.amazon.com/saml");
  // BASE64(SHA1("https://idp.example.com/saml" + "111122223333" + "/CorpIdP")), computed by openssl
  CHECK(field("NameQualifier") == "6MUKiCsClJf3To7zk7mvbftiFoU=");
  CHECK(field("PackedPolicySize") == field("SessionTokenUtilization"));
  CHECK(field("SessionTokenSize") != "(absent)");
  CHECK(step_answer.at("sizeEstimated") == true);
  CHECK(field("SourceIdentity") == "(absent)");
}

TEST_CASE("optional fields of AssumeRoleWithSAML's response", "[sts]") {
  const json base = saml_suite().base;
  const json full =
      answer(changed(base, together(attribute("SourceIdentity", R"("dana")"), attribute("PrincipalTag:Team", R"("search")"))));
  CHECK(text_at(full, "/response/SourceIdentity") == "dana");
  CHECK(text_at(full, "/response/PackedPolicySize") != "(absent)");
  // A type that is none of the known ones is told whole: AssumeRoleWithSAMLResponse, SubjectType
  const json other = answer(changed(base, assertion(R"("attributes": {"SAML:sub_type": "urn:example:kind"})")));
  CHECK(text_at(other, "/response/SubjectType") == "urn:example:kind");
}

// API_AssumeRoleWithSAML.html: the shorter of DurationSeconds and SessionNotOnOrAfter; id_roles_providers_create_saml_assertions.html
TEST_CASE("how long a session of AssumeRoleWithSAML lasts", "[sts]") {
  const json base = saml_suite().base;
  const auto expiration = [&](const json& change) { return text_at(answer(changed(base, change)), "/response/Credentials/Expiration"); };
  CHECK(expiration(json::object()) == "2026-01-15T11:00:00Z");
  CHECK(expiration(assertion(R"("sessionNotOnOrAfter": "2026-01-15T10:20:00Z")")) == "2026-01-15T10:20:00Z");
  CHECK(expiration(attribute("SessionDuration", R"("1800")")) == "2026-01-15T10:30:00Z");
  CHECK(expiration(assertion(R"("issuedAt": "2026-01-15T09:55:00Z")")) == "2026-01-15T11:00:00Z");
}
