// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

Row invalid(std::string wrong, std::string_view parameters, std::string message) {
  return {3, std::move(wrong), with(parameters), "Error", "ValidationError", 400, std::move(message)};
}

void add(Suite& suite, const std::vector<Row>& rows) { suite.rows.insert(suite.rows.end(), rows.begin(), rows.end()); }

// 900 to 129600 seconds: botocore/data/sts/2011-06-15/service-2.json, durationSecondsType
std::vector<Row> duration_rows() {
  return {
      invalid("899 seconds", R"("DurationSeconds": 899)",
              violation("899", "durationSeconds", "Member must have value greater than or equal to 900")),
      invalid("more than 36 hours", R"("DurationSeconds": 129601)",
              violation("129601", "durationSeconds", "Member must have value less than or equal to 129600")),
  };
}

std::vector<Row> session_rows(int place, const std::string& message) {
  std::vector<Row> rows;
  for (const std::string session : {"token", "federated", "role", "chained"}) {
    rows.push_back(
        {place, "credentials of the session " + session, step(R"("as": ")" + session + "\""), "Deny", "AccessDenied", 403, message});
  }
  return rows;
}

}  // namespace

Suite session_token_suite() {
  Suite suite{"sts:GetSessionToken",
              base_document("sts:GetSessionToken", ""),
              {no_credentials(), expired_credentials(), deleted_caller(), inactive_region()}};
  add(suite, duration_rows());
  add(suite,
      {invalid("a serial number of eight characters", R"("SerialNumber": "GAHT1234")", violation("GAHT1234", "serialNumber", at_least(9))),
       // https://github.com/fwdcloudsec/granted/issues/108
       invalid("an empty code", R"("TokenCode": "")", violation("", "tokenCode", at_least(6)))});
  // https://github.com/aws/aws-sdk-net/issues/1704
  add(suite, session_rows(4, "Cannot call GetSessionToken with session credentials"));
  add(suite, code_checks(5));
  return suite;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("GetSessionToken answers each fault, and of two the earlier", "[sts]") { check_suite(session_token_suite()); }

// id_credentials_temp_control-access_getsessiontoken.html
TEST_CASE("no policy denies GetSessionToken", "[sts]") {
  const json deny = policy_of_alice("D", R"({"Effect": "Deny", "Action": "*", "Resource": "*"})");
  CHECK(text_at(answer(changed(session_token_suite().base, deny)), "/decision") == "Allow");
}

// API_GetSessionToken.html: 12 hours by default, 36 at most; of root one hour, whatever it asks for
TEST_CASE("how long credentials of GetSessionToken last", "[sts]") {
  const json base = session_token_suite().base;
  const auto expiration = [&](const json& change) { return text_at(answer(changed(base, change)), "/response/Credentials/Expiration"); };
  const json root = step(R"("as": "arn:aws:iam::111122223333:root")");
  CHECK(expiration(json::object()) == "2026-01-15T22:00:00Z");
  CHECK(expiration(with(R"("DurationSeconds": 900)")) == "2026-01-15T10:15:00Z");
  CHECK(expiration(with(R"("DurationSeconds": 129600)")) == "2026-01-16T22:00:00Z");
  CHECK(expiration(root) == "2026-01-15T11:00:00Z");
  CHECK(expiration(together(root, with(R"("DurationSeconds": 129600)"))) == "2026-01-15T11:00:00Z");
  CHECK(expiration(together(root, with(R"("DurationSeconds": 900)"))) == "2026-01-15T10:15:00Z");
}

// botocore/data/sts/2011-06-15/service-2.json, GetSessionTokenResponse
TEST_CASE("the response of GetSessionToken", "[sts]") {
  const json token = answer(session_token_suite().base);
  CHECK(token.at("response").size() == 3);
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
  CHECK(text_at(token, "/response/SessionTokenSize") == "688");
  CHECK(text_at(token, "/response/SessionTokenUtilization") == "16");
  CHECK(text_at(token, "/response/PackedPolicySize") == "(absent)");
  CHECK(token.at("sizeEstimated") == false);
  const json global = answer(changed(session_token_suite().base, step(R"("region": "global")")));
  CHECK(text_at(global, "/response/SessionTokenSize") == "288");
  CHECK(text_at(global, "/response/SessionTokenUtilization") == "7");
  CHECK(text_at(token, "/response/Credentials/AccessKeyId").substr(0, 4) == "ASIA");
  CHECK(text_at(token, "/response/Credentials/SecretAccessKey").find("EXAMPLE") != std::string::npos);
}

TEST_CASE("GetSessionToken takes a right code", "[sts]") {
  const json code = with(R"("SerialNumber": "arn:aws:iam::111122223333:mfa/alice", "TokenCode": "current")");
  CHECK(text_at(answer(changed(session_token_suite().base, together(code, step(R"("at": "+30s")")))), "/decision") == "Allow");
}
