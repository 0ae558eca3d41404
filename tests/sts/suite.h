// Tables of faults in the order in which a service finds them: each alone gets its own answer, and of two the earlier one is told.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sts_playground::test {

using nlohmann::json;

// Expected values come from AWS's documentation, its API models and recorded answers; the address stands beside the row.
struct Row {
  int place = 0;         // the lower place wins; the order within one place is not known, or both are told together
  std::string wrong;     // in words
  json change;           // RFC 7396 patch of the base document
  std::string decision;  // Deny where the service answers AccessDenied, else Error
  std::string code;      // "": no source tells it
  int http_status = 0;   // 0: no source tells it
  std::string message;   // "": no source tells it. {caller} and {RoleArn} stand for the step's, N for a number in "N%"
};

// A base document is a scenario with `setup` (steps before) and `step` (the call under test) in place of `steps`.
struct Suite {
  std::string operation;
  json base;
  std::vector<Row> rows;
};

// Account 111122223333 with the users alice, who calls, and admin, the role Target that trusts the account, and sessions of each kind:
// expired, token, federated, chained (transitive tag Project, source identity admin), role, console, unmade, mfa.
json base_document(std::string_view call, std::string_view with);

// Patches: of the step's fields, of its parameters, of the whole document, and of alice's policies. Text without the outer braces.
json step(std::string_view fields);
json with(std::string_view fields);
json world(std::string_view fields);
json policy_of_alice(std::string_view name, std::string_view statement);
json together(const json& a, const json& b);
json changed(const json& base, const json& change);

// The last step of the report.
json answer(const json& document);
// What a JSON pointer leads to, as text; "(absent)" where it leads nowhere.
std::string text_at(const json& value, const std::string& pointer);
json report_of(const json& document);
std::string scenario_text(const json& document);
// The ARN that stands behind a step's `as`.
std::string caller_arn(const json& document);

// The base itself must be allowed. Then every row alone, and with a row of each later place that it can be combined with. Rows are sorted
// by place.
void check_suite(const Suite& suite);

// Rows that operations share.
Row no_credentials();
Row expired_credentials();
Row deleted_caller();
Row inactive_region();
std::vector<Row> code_checks(int place);
std::string violation(std::string_view value, std::string_view parameter, std::string_view constraint);
std::string at_least(int length);
std::string at_most(int length);

Suite assume_role_suite();
Suite saml_suite();
Suite web_identity_suite();
Suite assume_root_suite();
Suite session_token_suite();
Suite federation_token_suite();
Suite caller_identity_suite();
Suite decode_suite();
std::vector<Suite> console_suites();
std::vector<Suite> iam_suites();

}  // namespace sts_playground::test
