// Nothing that the engine can answer goes untested: every text of core/catalog/aws_errors.h and every modelled operation occurs in a
// conformance case or in a table of tests/sts.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/api/api.h"
#include "core/catalog/aws_errors.h"
#include "core/scenario/operations.h"
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace {

namespace fs = std::filesystem;
using namespace sts_playground;
using nlohmann::json;

const fs::path root = STS_PLAYGROUND_ROOT;

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What the conformance cases call, and what they and the rows of the tables are answered.
struct Seen {
  std::set<std::string> errors;  // "code status message"
  std::set<std::string> calls;
};

std::string error_text(std::string_view code, int status, std::string_view message) {
  return std::string(code) + " " + std::to_string(status) + " " + std::string(message);
}

void look_at(const json& steps, Seen& seen) {
  for (const json& step : steps) {
    if (step.contains("subSteps")) look_at(step.at("subSteps"), seen);
    const std::string message = test::text_at(step, "/error/message");
    seen.errors.insert(test::text_at(step, "/error/code") + " " + test::text_at(step, "/error/httpStatus") + " " + message);
  }
}

std::vector<test::Suite> all_suites() {
  std::vector<test::Suite> suites = test::iam_suites();
  for (test::Suite& suite : test::console_suites()) suites.push_back(std::move(suite));
  for (test::Suite (*const make)() :
       {test::assume_role_suite, test::saml_suite, test::web_identity_suite, test::assume_root_suite, test::session_token_suite,
        test::federation_token_suite, test::caller_identity_suite, test::decode_suite}) {
    suites.push_back(make());
  }
  return suites;
}

Seen look() {
  Seen seen;
  for (const test::Suite& suite : all_suites()) {
    for (const test::Row& row : suite.rows) look_at(json::array({test::answer(test::changed(suite.base, row.change))}), seen);
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "tests/conformance")) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = read(entry.path());
    look_at(json::parse(run_scenario(text, "en").report).at("steps"), seen);
    const json scenario = json::parse(text, nullptr, false);
    if (!scenario.contains("steps")) continue;
    for (const json& step : scenario.at("steps")) seen.calls.insert(test::text_at(step, "/call"));
  }
  return seen;
}

const Seen& seen() {
  static const Seen all = look();
  return all;
}

const std::vector<aws_errors::Text>& texts() {
  using namespace aws_errors;
  static const std::vector<Text> all = {
      expired_token,
      invalid_client_token,
      missing_token,
      unknown_operation,
      duration_exceeds_role,
      duration_exceeds_chain,
      transitive_not_a_tag,
      duplicate_tag,
      transitive_collision,
      request_arn,
      oidc_not_validated,
      oidc_no_issuer,
      oidc_no_subject,
      oidc_no_audience,
      oidc_no_issue_time,
      oidc_no_expiry,
      oidc_null_subject,
      oidc_time_format,
      oidc_empty_audience,
      oidc_several_audiences,
      oidc_tag_format,
      oidc_role_not_named,
      oidc_no_role_named,
      oidc_roles_format,
      oidc_not_of_amazon,
      oidc_not_of_facebook,
      saml_too_old,
      saml_expired,
      saml_no_session_name,
      saml_session_name,
      saml_source_identity,
      saml_principal_arn,
      saml_no_such_pair,
      saml_no_provider,
      saml_other_provider,
      saml_session_duration,
      not_an_authorization_message,
      unrecognized_client,
      malformed_number,
      root_target,
      root_task,
      not_on_global_endpoint,
      signing_algorithm,
      token_outlives_session,
      outbound_federation_off,
      token_too_large,
      outbound_already_on,
      outbound_already_off,
      outbound_is_off,
      delete_policies_first,
      detach_policies_first,
      delete_access_keys_first,
      leave_groups_first,
      delete_mfa_device_first,
      reserved_tag_key,
      duplicate_tag_key,
      empty_tags,
      duplicate_exact_tag_key,
      too_many_tags,
      service_role_policy,
      reserved_policy,
      oidc_provider_url,
      too_many_thumbprints,
      too_many_client_ids,
  };
  return all;
}

// Texts of AccessDenied
const std::vector<std::string_view>& denials() {
  using namespace aws_errors;
  static const std::vector<std::string_view> all = {root_may_not_assume,
                                                    session_token_by_session,
                                                    federation_token_by_session,
                                                    mfa_wrong_code,
                                                    mfa_wrong_device,
                                                    mfa_half,
                                                    root_access_off,
                                                    root_credentials_off,
                                                    root_sessions_off,
                                                    no_token_for_federated_users,
                                                    oidc_unknown_oauth_provider};
  return all;
}

}  // namespace

TEST_CASE("the lists above have every constant of the catalogue", "[errors]") {
  const std::string header = read(root / "core/catalog/aws_errors.h");
  std::size_t count = 0;
  for (std::size_t at = header.find("\nconstexpr "); at != std::string::npos; at = header.find("\nconstexpr ", at + 1)) ++count;
  CHECK(count == texts().size() + denials().size());
}

TEST_CASE("every error of the catalogue is answered in a conformance case or a table", "[errors]") {
  for (const aws_errors::Text& text : texts()) {
    std::string wanted = error_text(text.code, text.http_status, text.message);
    // The account's id follows.
    if (wanted.ends_with("account ")) wanted += "111122223333";
    INFO(wanted);
    CHECK(seen().errors.count(wanted) == 1);
  }
  for (const std::string_view message : denials()) {
    const std::string wanted = error_text("AccessDenied", 403, message);
    INFO(wanted);
    CHECK(seen().errors.count(wanted) == 1);
  }
}

// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and the errors of each operation's page, as far as modelled
TEST_CASE("every code of STS and IAM occurs in a table", "[errors]") {
  std::set<std::string> codes;
  for (const test::Suite& suite : all_suites()) {
    for (const test::Row& row : suite.rows) codes.insert(row.code);
  }
  for (const std::string code :
       {"AccessDenied", "ValidationError", "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "MissingAuthenticationToken",
        "InvalidAction", "RegionDisabledException", "InvalidParameterValue", "MalformedPolicyDocument", "PackedPolicyTooLarge",
        "InvalidIdentityToken", "InvalidAuthorizationMessageException", "NoSuchEntity", "EntityAlreadyExists", "DeleteConflict",
        "LimitExceeded", "UnmodifiableEntity"}) {
    INFO(code);
    CHECK(codes.count(code) == 1);
  }
}

TEST_CASE("every modelled operation occurs in a conformance case", "[errors]") {
  for (const auto& table : operation_tables()) {
    for (const OperationRow& row : table) {
      INFO(row.name);
      CHECK(seen().calls.count(std::string(row.name)) == 1);
    }
  }
}
