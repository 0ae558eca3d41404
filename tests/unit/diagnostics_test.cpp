// What a person is told of a document that is wrong: the diagnostic's code, place and pointer, as they stand in the report.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/api.h"
#include "core/text/messages.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

// Where the fault is shown; taken out before the text is read.
constexpr std::string_view mark = "§";

struct Row {
  std::string name;
  std::string code;
  std::string pointer;
  std::string text;  // with the mark
};

struct Place {
  std::size_t line = 1;
  std::size_t column = 1;  // the rows are ASCII up to the mark
};

struct Marked {
  std::string text;
  Place place;
};

Marked without_mark(std::string text) {
  const std::size_t at = text.find(mark);
  REQUIRE(at != std::string::npos);
  text.erase(at, mark.size());
  const std::string before = text.substr(0, at);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = lines == 0 ? 0 : before.rfind('\n') + 1;
  return {std::move(text), {lines + 1, at - line_start + 1}};
}

json report_of(const std::string& text) {
  json report = json::parse(run_scenario(text, "en").report, nullptr, false);
  REQUIRE(report.is_object());
  return report;
}

json find_diagnostic(const json& report, const std::string& code) {
  for (const json& diagnostic : report.at("diagnostics")) {
    if (diagnostic.at("code") == code) return diagnostic;
  }
  FAIL("no diagnostic " << code << " in " << report.at("diagnostics").dump(1));
  return {};
}

void check_place(const json& diagnostic, const Place& place) {
  CHECK(diagnostic.at("range").at("start").at("line") == place.line);
  CHECK(diagnostic.at("range").at("start").at("column") == place.column);
}

void check_row(const Row& row) {
  const Marked marked = without_mark(row.text);
  CAPTURE(marked.text.substr(0, 500));
  const json report = report_of(marked.text);
  const json diagnostic = find_diagnostic(report, row.code);
  CHECK(diagnostic.at("pointer") == row.pointer);
  const json document = json::parse(marked.text, nullptr, false);
  CHECK((document.is_discarded() || document.contains(json::json_pointer(diagnostic.at("pointer").get<std::string>()))));
  CHECK(diagnostic.at("in") == "document");
  CHECK(diagnostic.at("range") == diagnostic.at("documentRange"));
  check_place(diagnostic, marked.place);
  CHECK_FALSE(diagnostic.at("message").get<std::string>().empty());
  const bool error = diagnostic.at("severity") == "error";
  CHECK(report.at("valid") == !error);
  CHECK(report.at("steps").empty() == error);
}

// ---- texts that are no JSON: https://www.rfc-editor.org/rfc/rfc8259

std::string many_repeated_keys() {
  std::string text = "{\"format\": \"sts-playground/1\"";
  for (int i = 0; i < 2000; ++i) text += (i == 100 ? ", §" : ", ") + std::string("\"format\": \"sts-playground/1\"");
  return text + "}";
}

std::vector<Row> json_rows() {
  std::string values = "[0";
  for (std::size_t i = 1; i < 199'999; ++i) values += ",0";
  return {
      {"an empty text", "json-empty", "", "§ \n"},
      {"a byte order mark", "json-byte-order-mark", "", "§\xEF\xBB\xBF{}"},
      {"bytes that are no UTF-8", "json-invalid-utf8", "", "{\"title\":\n \"§\xFF\"}"},
      {"a trailing comma", "json-trailing-comma", "", "{\"steps\": []§,\n}"},
      {"a missing comma", "json-missing-comma", "", "{\"steps\": []\n  §\"accounts\": {}}"},
      {"a comment", "json-comment", "", "{\n  §// my world\n}"},
      {"single quotation marks", "json-quotation-marks", "", "{§'format': 1}"},
      {"a key without quotation marks", "json-unquoted-key", "", "{\n§format: 1}"},
      {"a word that is no value", "json-unknown-word", "", "{\"steps\": §True}"},
      {"a number with a leading zero", "json-invalid-number", "", "{\"steps\": §012}"},
      {"a number out of range", "json-number-range", "", "{\"steps\": §1e999}"},
      {"a string without an end", "json-unfinished-string", "", "{\"title\": §\"open\n}"},
      {"a tab in a string", "json-control-character", "", "{\"title\": \"a§\tb\"}"},
      {"an escape that does not exist", "json-invalid-escape", "", "{\"title\": \"a§\\x\"}"},
      {"half of a surrogate pair", "json-lone-surrogate", "", "{\"title\": \"§\\ud83d\"}"},
      {"a document that ends early", "json-unexpected-end", "", "{\"title\": \"x\"§"},
      {"the wrong bracket", "json-mismatched-bracket", "", "{\"steps\": [1§}"},
      {"text behind the end", "json-text-after-end", "", "{}\n§{}"},
      {"no value", "json-expected-value", "", "{\"title\": §,}"},
      {"no key", "json-expected-key", "", "{\"title\": \"x\", §[1]}"},
      {"no colon", "json-expected-colon", "", "{\"title\" §\"x\"}"},
      {"an equals sign for a comma", "json-expected-comma", "", "{\"steps\": [1 §= 2]}"},
      {"a repeated key", "json-repeated-key", "", "{\"format\": \"sts-playground/1\",\n §\"format\": \"sts-playground/1\"}"},
      {"very many repeated keys", "json-more-repeated-keys", "", many_repeated_keys()},
      {"a quotation mark in a string", "json-unescaped-quotation-mark", "", "{\"title\": \"say §\"hi\"\"}"},
      {"a scenario that is too long", "limit-text-bytes", "", std::string(4 * 1024 * 1024, ' ') + "§ "},
      {"brackets that are nested too deep", "limit-json-depth", "", std::string(64, '[') + "§["},
      {"too many values", "limit-json-values", "", values + ",§0]"},
  };
}

// ---- JSON that is no scenario

std::string document(const std::string& fields) { return "{\"format\": \"sts-playground/1\",\n" + fields + "}"; }

std::vector<Row> document_rows() {
  return {
      {"a list", "scenario-not-an-object", "", "§[]"},
      {"no format", "scenario-missing-format", "", "§{\"steps\": []}"},
      {"another format", "scenario-other-format", "/format", "{\"format\": §\"sts-playground/9\"}"},
      {"an unknown field", "scenario-unknown-field", "/acounts", document("§\"acounts\": {}")},
      {"an unknown field whose name has a slash", "scenario-unknown-field", "/a~1b~0c", document("§\"a/b~c\": {}")},
      {"accounts in a list", "scenario-wants-object", "/accounts", document("\"accounts\": §[]")},
      {"steps in an object", "scenario-wants-list", "/steps", document("\"steps\": §{}")},
      {"a disputed fact that there is not", "scenario-no-such-dispute", "/disputed/C-99",
       document("\"disputed\": {\"C-99\": §\"observed\"}")},
      {"a disputed fact of which one side is modelled", "scenario-not-modelled", "/disputed/C-11",
       document("\"disputed\": {\"C-11\": §\"observed\"}")},
      {"a side of a disputed fact that there is not", "scenario-bad-dispute-side", "/disputed/C-15",
       document("\"disputed\": {\"C-15\": §\"guessed\"}")},
      {"a customer's policy as one of AWS's", "scenario-bad-aws-policy-arn", "/awsManagedPolicies/arn:aws:iam::111122223333:policy~1P",
       document("\"awsManagedPolicies\": {\"arn:aws:iam::111122223333:policy/P\": §{}}")},
      {"a number as format", "scenario-wants-string", "/format", "{\"format\": §1}"},
      {"a number as title", "scenario-wants-text", "/title", document("\"title\": §1")},
      {"a day that does not exist", "scenario-bad-instant", "/now", document("\"now\": §\"2026-02-30T00:00:00Z\"")},
      {"an organization without a management account", "scenario-missing-field", "/organizations/o-1",
       document("\"organizations\": {\"o-1\": §{\"root\": {\"id\": \"r-1\"}}}")},
      {"an account in two places", "scenario-account-twice", "/organizations/o-1/root/units/ou-1/accounts/0",
       document("\"organizations\": {\"o-1\": {\"managementAccount\": \"999988887777\", \"root\": {\"accounts\": [\"111122223333\"],\n"
                "\"units\": {\"ou-1\": {\"accounts\": [§\"111122223333\"]}}}}}")},
      {"a member account without an id", "scenario-bad-account", "/organizations/o-1/root/accounts/0",
       document("\"organizations\": {\"o-1\": {\"managementAccount\": \"999988887777\", \"root\": {\"accounts\": [§\"production\"]}}}")},
      {"a workstation with an unknown field", "scenario-unknown-field", "/workstations/laptop/files/~1tmp~1t/text",
       document("\"workstations\": {\"laptop\": {\"files\": {\"/tmp/t\": {§\"text\": \"\"}}}}")},
  };
}

std::string deep_units() {
  std::string text = "\"organizations\": {\"o-1\": {\"managementAccount\": \"999988887777\", \"root\": {";
  for (int i = 1; i <= 11; ++i) text += "\"units\": {\"ou-" + std::to_string(i) + "\": " + (i == 11 ? "§{" : "{");
  return document(text + std::string(11 * 2, '}') + "}}}");
}

std::string deep_pointer() {
  std::string pointer = "/organizations/o-1/root";
  for (int i = 1; i <= 11; ++i) pointer += "/units/ou-" + std::to_string(i);
  return pointer;
}

std::string account(const std::string& fields) { return document("\"accounts\": {\"111122223333\":\n{" + fields + "}}"); }

std::string many_policies() {
  std::string policies;
  for (int i = 0; i < 20'000; ++i) policies += "\"p" + std::to_string(i) + "\": {\"Statement\": []},";
  return "\"users\": {\"alice\": {\"policies\": {" + policies + "\n\"p20000\": §{\"Statement\": []}}}}";
}

std::vector<Row> world_rows() {
  const std::string at = "/accounts/111122223333";
  const std::string trust = R"("trust": {"Version": "2012-10-17", "Statement": []})";
  const std::string managed = R"("managedPolicies": {"Reader": {"Version": "2012-10-17", "Statement": []}}, )";
  return {
      {"an account id with eleven digits", "scenario-bad-account", "/accounts/11112222333",
       document("\"accounts\": {\"11112222333\": §{}}")},
      {"a partition that does not exist", "scenario-bad-partition", at + "/partition", account("\"partition\": §\"aws-eu\"")},
      {"a version of tokens that does not exist", "scenario-bad-choice", at + "/globalEndpointTokenVersion",
       account("\"globalEndpointTokenVersion\": §\"v3Token\"")},
      {"a path without its last slash", "scenario-bad-path", at + "/users/alice/path",
       account("\"users\": {\"alice\": {\"path\": §\"/team\"}}")},
      {"a role of thirteen hours", "scenario-bad-duration", at + "/roles/Admin/maxSessionDuration",
       account("\"roles\": {\"Admin\": {" + trust + ",\n\"maxSessionDuration\": §46800}}")},
      {"half a second", "scenario-wants-integer", at + "/roles/Admin/maxSessionDuration",
       account("\"roles\": {\"Admin\": {" + trust + ",\n\"maxSessionDuration\": §3600.5}}")},
      {"a role that trusts nobody", "scenario-missing-field", at + "/roles/Admin", account("\"roles\": {\"Admin\": §{}}")},
      {"a resource that is no ARN", "scenario-bad-arn", at + "/resources/data", account("\"resources\": {\"data\": §{}}")},
      {"a tag key in two letter cases", "scenario-repeated-tag", at + "/users/alice/tags/TEAM",
       account("\"users\": {\"alice\": {\"tags\": {\"team\": \"a\",\n\"TEAM\": §\"b\"}}}")},
      {"a group that does not exist", "scenario-no-such-group", at + "/users/alice/groups/1",
       account("\"groups\": {\"Auditors\": {}}, \"users\": {\"alice\": {\"groups\": [\"Auditors\",\n§\"auditors\"]}}")},
      {"a managed policy that does not exist", "scenario-no-such-policy", at + "/users/alice/attached/0",
       account("\"users\": {\"alice\": {\"attached\": [§\"Reader\"]}}")},
      {"an attached policy of another account", "scenario-no-such-policy", at + "/users/alice/attached/0",
       account(managed + "\"users\": {\"alice\": {\"attached\": [§\"arn:aws:iam::999988887777:policy/Reader\"]}}")},
      {"a group's policy of another account", "scenario-no-such-policy", at + "/groups/Auditors/attached/1",
       account(managed + "\"groups\": {\"Auditors\": {\"attached\": [\"Reader\", §\"arn:aws:iam::999988887777:policy/Reader\"]}}")},
      {"a boundary of another account", "scenario-no-such-policy", at + "/users/alice/boundary/arn",
       account(managed + "\"users\": {\"alice\": {\"boundary\": {\"arn\": §\"arn:aws:iam::999988887777:policy/Reader\"}}}")},
      {"an AWS managed policy that is not shipped", "scenario-unshipped-policy", at + "/users/alice/attached/0",
       account("\"users\": {\"alice\": {\"attached\": [§\"arn:aws:iam::aws:policy/NoSuchPolicyAnywhere\"]}}")},
      {"twenty thousand and one policies", "scenario-too-many-policies", at + "/users/alice/policies/p20000", account(many_policies())},
      {"units nested eleven deep", "scenario-units-too-deep", deep_pointer(), deep_units()},
  };
}

// ---- steps

std::string steps(const std::string& items) {
  return document(R"("accounts": {"111122223333": {"users": {"alice": {"path": "/team/"}},
"roles": {"Admin": {"trust": {"Version": "2012-10-17", "Statement": []}}}}},
"steps": [)" + items +
                  "]");
}

std::string step(const std::string& fields) { return steps("\n{" + fields + "}"); }

const std::string one_step = "\"steps\": [{\"call\": \"sts:GetCallerIdentity\"}]";

std::vector<Row> step_rows() {
  const std::string alice = R"("as": "arn:aws:iam::111122223333:user/team/alice", )";
  const std::string who = R"("call": "sts:GetCallerIdentity")";
  std::string many = "{" + who + "}";
  for (int i = 1; i < 2001; ++i) many += ",{" + who + "}";
  std::string many_steps = steps(many);
  many_steps.insert(many_steps.find("\"steps\": [") + 9, mark);
  return {
      {"two thousand and one steps", "scenario-too-many-steps", "/steps", many_steps},
      {"a step without a call", "scenario-missing-field", "/steps/0", steps("§{}")},
      {"a step that is a text", "scenario-wants-object", "/steps/0", steps("§\"sts:GetCallerIdentity\"")},
      {"an empty id", "scenario-empty-id", "/steps/0/id", step("\"id\": §\"\", " + who)},
      {"two steps with one id", "scenario-repeated-id", "/steps/1/id",
       steps("{\"id\": \"who\", " + who + "},\n{\"id\": §\"who\", " + who + "}")},
      {"a step with the id that another gets of itself", "scenario-repeated-id", "/steps/1",
       steps("{\"id\": \"step-2\", " + who + "},\n§{" + who + "}")},
      {"a time that is none", "scenario-bad-time", "/steps/0/at", step("\"at\": §\"tomorrow\", " + who)},
      {"time that runs backwards", "scenario-time-backwards", "/steps/1/at",
       steps("{\"at\": \"+1h\", " + who + "},\n{\"at\": §\"2026-01-15T09:59:59Z\", " + who + "}")},
      {"a clock that leaves the century", "scenario-clock-too-far", "/steps/0/at", step("\"at\": §\"2300-01-01T00:00:00Z\", " + who)},
      {"a call without a service", "scenario-bad-call", "/steps/0/call", step("\"call\": §\"AssumeRole\"")},
      {"a call in the wrong letter case", "scenario-call-spelling", "/steps/0/call", step("\"call\": §\"sts:assumerole\"")},
      {"a resource that is no ARN", "scenario-bad-resource", "/steps/0/resource",
       step(alice + R"("call": "s3:GetObject", "resource": §"data/x")")},
      {"a workstation for a call", "scenario-on-without-cli", "/steps/0/on", step("\"on\": §\"laptop\", " + who)},
      {"a workstation that does not exist", "scenario-no-such-workstation", "/steps/0/on", step("\"on\": §\"laptop\", \"call\": \"cli\"")},
      {"a session before it is issued", "scenario-session-before-issue", "/steps/0/as",
       steps("{\"as\": §\"assume\", " + who + "},\n{\"id\": \"assume\", " + who + "}")},
      {"a session of its own", "scenario-session-before-issue", "/steps/0/as", step("\"id\": \"assume\", \"as\": §\"assume\", " + who)},
      {"a caller that is nothing", "scenario-bad-caller", "/steps/0/as", step("\"as\": §\"alice\", " + who)},
      {"a group as caller", "scenario-bad-caller", "/steps/0/as", step("\"as\": §\"arn:aws:iam::111122223333:group/Auditors\", " + who)},
      {"a caller of an account that is not there", "scenario-caller-account", "/steps/0/as",
       step("\"as\": §\"arn:aws:iam::444455556666:user/alice\", " + who)},
      {"a user without the path", "scenario-no-such-caller", "/steps/0/as",
       step("\"as\": §\"arn:aws:iam::111122223333:user/alice\", " + who)},
      {"a session of a role that does not exist", "scenario-no-such-caller", "/steps/0/as",
       step("\"as\": §\"arn:aws:sts::111122223333:assumed-role/admin/x\", " + who)},
      {"a role as caller", "scenario-role-is-no-caller", "/steps/0/as", step("\"as\": §\"arn:aws:iam::111122223333:role/Admin\", " + who)},
      {"a parameter that does not exist", "scenario-unknown-parameter", "/steps/0/with/RoleARN",
       step(alice + R"("call": "sts:AssumeRole", "with": {"RoleARN": §"arn:aws:iam::111122223333:role/Admin"})")},
      {"a context that is no object", "scenario-wants-object", "/steps/0/with/ProvidedContexts/0",
       step(alice + R"("call": "sts:AssumeRole", "with": {"ProvidedContexts": [§"a"]})")},
      {"a duration in quotation marks", "scenario-wants-integer", "/steps/0/with/DurationSeconds",
       step(alice + R"("call": "sts:AssumeRole", "with": {"DurationSeconds": §"900"})")},
      {"MFA that is neither true nor false", "scenario-wants-boolean", "/steps/0/with/MFA",
       step(alice + R"("call": "console:SignIn", "with": {"MFA": §"yes"})")},
      {"tags as they stand in a world", "scenario-wants-list", "/steps/0/with/Tags",
       step(alice + R"("call": "sts:AssumeRole", "with": {"Tags": §{"team": "a"}})")},
      {"a session policy that is a list", "scenario-wants-policy", "/steps/0/with/Policy",
       step(alice + R"("call": "sts:AssumeRole", "with": {"Policy": §[]})")},
      {"a condition key whose value is an object", "scenario-context-value", "/steps/0/context/aws:SourceIp",
       step("\"context\": {\"aws:SourceIp\": §{}}, " + who)},
      {"a condition key with a list in its list", "scenario-context-value", "/steps/0/context/aws:TagKeys/1",
       step("\"context\": {\"aws:TagKeys\": [\"a\", §[]]}, " + who)},
      {"a decision that is none", "scenario-bad-decision", "/steps/0/expect/decision",
       step("\"expect\": {\"decision\": §\"allow\"}, " + who)},
      {"an expectation that is none", "scenario-unknown-field", "/steps/0/expect/error", step("\"expect\": {§\"error\": \"x\"}, " + who)},
  };
}

// ---- policies: each row is read twice, as an object of the document and as a string with the policy's text

std::string many_statements(std::size_t count) {
  std::string text = R"({"Version": "2012-10-17", "Statement": [)";
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + std::string(R"({"Effect":"Deny","Action":"s3:*","Resource":"*"})");
  return text + "]}";
}

std::vector<Row> policy_rows() {
  return {
      {"a statement is missing", "policy-no-statement", "", "§{\"Version\": \"2012-10-17\"}"},
      {"a statement is a text", "policy-statement-not-an-object", "/Statement/0", "{\"Statement\": [\n §\"Allow\"]}"},
      {"an effect is true", "policy-element-not-a-string", "/Statement/Effect", "{\"Statement\": {\n \"Effect\": §true}}"},
      {"an action is an object", "policy-element-not-strings", "/Statement/0/Action", "{\"Statement\": [{\"Action\": §{}}]}"},
      {"an action of a list is a number", "policy-element-not-strings", "/Statement/0/Action/1",
       "{\"Statement\": [{\"Action\": [\"s3:*\",\n\n §1]}]}"},
      {"a principal is an ARN without its type", "policy-principal-shape", "/Statement/0/Principal",
       "{\"Statement\": [{\"Principal\": §\"arn:aws:iam::111122223333:root\"}]}"},
      {"a principal is a list", "policy-principal-shape", "/Statement/0/NotPrincipal", "{\"Statement\": [{\"NotPrincipal\": §[\"*\"]}]}"},
      {"a condition is a list", "policy-condition-shape", "/Statement/0/Condition", "{\"Statement\": [{\"Condition\": §[]}]}"},
      {"a condition has no key", "policy-condition-operator-shape", "/Statement/0/Condition/StringEquals",
       "{\"Statement\": [{\"Condition\": {\n  \"StringEquals\": §\"x\"}}]}"},
      {"a condition's value is null", "policy-element-not-strings", "/Statement/0/Condition/StringEquals/sts:ExternalId",
       "{\"Statement\": [{\"Condition\": {\"StringEquals\": {\"sts:ExternalId\": §null}}}]}"},
      {"there are too many statements", "policy-too-large", "", std::string(mark) + many_statements(2001)},
      {"a key is repeated", "json-repeated-key", "/Statement/0", "{\"Statement\": [{\"Action\": \"s3:*\",\n§\"Action\": \"s3:Get*\"}]}"},
  };
}

// Read only as strings.
std::vector<Row> policy_text_rows() {
  return {
      {"the text is no JSON", "json-trailing-comma", "", "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {}§,\n  ]\n}"},
      {"the text is empty", "json-empty", "", "§"},
      {"the text is a list", "policy-not-an-object", "", "§[]"},
      {"the text is too long", "limit-text-bytes", "", std::string(131'072, ' ') + "§{}"},
      {"the text is nested too deep", "limit-json-depth", "", std::string(64, '[') + "§["},
  };
}

Row policy_as_object(const Row& row) {
  return {row.name, row.code, "/accounts/111122223333/users/alice/policies/P" + row.pointer,
          account("\"users\": {\"alice\": {\"policies\": {\n\"P\": " + row.text + "}}}")};
}

void check_policy_text(const Row& row) {
  const Marked marked = without_mark(row.text);
  CAPTURE(marked.text.substr(0, 500));
  const std::string value = json(marked.text).dump();
  const json report = report_of(account("\"users\": {\"alice\": {\"policies\": {\n\"P\": " + value + "}}}"));
  const json diagnostic = find_diagnostic(report, row.code);
  const std::string policy = "/accounts/111122223333/users/alice/policies/P";
  CHECK(diagnostic.at("pointer") == policy + row.pointer);
  CHECK(diagnostic.at("in") == "policy");
  check_place(diagnostic, marked.place);
  CHECK(diagnostic.at("severity") == "error");
  CHECK(report.at("valid") == false);
}

// ---- policies that are read, and judged as written, though AWS would not store them: warnings

std::string scp(const std::string& policies) {
  return document("\"organizations\": {\"o-1\": {\"managementAccount\": \"999988887777\", \"root\": {" + policies + "}}},\n" + one_step);
}

std::string boundary(const std::string& policy) {
  return document("\"accounts\": {\"111122223333\": {\"users\": {\"alice\": {\"boundary\":\n" + policy + "}}}}, " + one_step);
}

std::string bucket_policy(const std::string& policy) {
  return document("\"accounts\": {\"111122223333\": {\"resources\": {\"arn:aws:s3:::data\": {\"policy\":\n" + policy + "}}}}, " + one_step);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
std::vector<Row> warning_rows() {
  const std::string alice = "/accounts/111122223333/users/alice";
  const std::string data = "/accounts/111122223333/resources/arn:aws:s3:::data/policy/Statement/0";
  const std::string rcp = "/organizations/o-1/root/rcps/R/Statement/0";
  const auto rcp_text = [](const std::string& statement) { return scp("\"rcps\": {\"R\": {\"Statement\": [{" + statement + "}]}}"); };
  return {
      {"an action without its service", "policy-refused-by-iam", alice + "/policies/P",
       document("\"accounts\": {\"111122223333\": {\"users\": {\"alice\": {\"policies\": {\"P\": {\"Version\": \"2012-10-17\",\n"
                "\"Statement\": [{\"Effect\": \"Allow\", \"Action\": §\"s3\", \"Resource\": \"*\"}]}}}}}}, " +
                one_step)},
      {"a boundary without Resource", "policy-element-missing", alice + "/boundary/Statement/0",
       boundary("{\"Statement\": [§{\"Effect\": \"Allow\", \"Action\": \"*\"}]}")},
      {"a boundary with Principal", "policy-element-forbidden", alice + "/boundary/Statement/0/Principal",
       boundary("{\"Statement\": [{\"Effect\": \"Allow\", §\"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}]}")},
      {"a boundary of one statement with Principal", "policy-element-forbidden", alice + "/boundary/Statement/Principal",
       boundary("{\"Statement\": {\"Effect\": \"Allow\", §\"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}")},
      {"an element whose name has a slash", "policy-element-forbidden", alice + "/boundary/Statement/0/Not~1Action",
       boundary("{\"Statement\": [{\"Effect\": \"Allow\", §\"Not/Action\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}]}")},
      {"a bucket policy that lets in everybody else", "policy-allow-not-principal", data + "/NotPrincipal",
       bucket_policy("{\"Statement\": [{\"Effect\": \"Allow\", §\"NotPrincipal\": {\"AWS\": \"111122223333\"}, \"Action\": \"s3:*\"}]}")},
      {"an RCP that allows", "policy-rcp-allows", rcp + "/Effect",
       rcp_text("\"Effect\": §\"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"")},
      {"an RCP about one principal", "policy-rcp-principal", rcp + "/Principal",
       rcp_text("\"Effect\": \"Deny\", \"Principal\": §{\"AWS\": \"111122223333\"}, \"Action\": \"s3:*\", \"Resource\": \"*\"")},
      {"an RCP about every action", "policy-rcp-action", rcp + "/Action",
       rcp_text("\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": §\"*\", \"Resource\": \"*\"")},
  };
}

std::vector<Row> all_rows() {
  std::vector<Row> rows;
  for (auto part : {json_rows(), document_rows(), world_rows(), step_rows(), warning_rows()})
    rows.insert(rows.end(), part.begin(), part.end());
  for (const Row& row : policy_rows()) rows.push_back(policy_as_object(row));
  rows.push_back({"a policy that is a number", "policy-not-an-object", "/accounts/111122223333/users/alice/policies/P",
                  account("\"users\": {\"alice\": {\"policies\": {\"P\": §1}}}")});
  return rows;
}

}  // namespace

TEST_CASE("a wrong document is told what is wrong and where", "[diagnostics]") {
  for (const Row& row : all_rows()) {
    DYNAMIC_SECTION(row.code << ": " << row.name) { check_row(row); }
  }
}

TEST_CASE("a wrong policy text is told where in its own text", "[diagnostics]") {
  for (const Row& row : policy_rows()) {
    DYNAMIC_SECTION(row.code << ": " << row.name) { check_policy_text(row); }
  }
  for (const Row& row : policy_text_rows()) {
    DYNAMIC_SECTION(row.code << ": " << row.name) { check_policy_text(row); }
  }
}

TEST_CASE("a wrong policy text is told where it stands in the document too", "[diagnostics]") {
  const std::string policy = "/accounts/111122223333/users/alice/policies/P";
  const json report = report_of(account("\"users\": {\"alice\": {\"policies\": {\n  \"P\": \"{\\\"Statement\\\": [1]}\"}}}"));
  const json diagnostic = find_diagnostic(report, "policy-statement-not-an-object");
  CHECK(diagnostic.at("pointer") == policy + "/Statement/0");
  CHECK(diagnostic.at("policy") == policy);
  CHECK(diagnostic.at("documentRange").at("start").dump() == json{{"line", 4}, {"column", 8}}.dump());
  CHECK(diagnostic.at("documentRange").at("end").dump() == json{{"line", 4}, {"column", 30}}.dump());
}

TEST_CASE("every code of a wrong document is in the table", "[diagnostics]") {
  std::set<std::string_view> told;
  const std::vector<Row> rows = all_rows();
  for (const Row& row : rows) told.insert(row.code);
  for (unsigned short i = 0; i < static_cast<unsigned short>(MessageId::count_); ++i) {
    const std::string_view code = message_code(static_cast<MessageId>(i));
    for (const std::string_view prefix : {"json-", "scenario-", "policy-", "limit-"}) {
      if (!code.starts_with(prefix)) continue;
      INFO("no row for " << code);
      CHECK(told.count(code) == 1);
    }
  }
}

TEST_CASE("all faults of a document are told at once", "[diagnostics]") {
  const json report = report_of(R"({"format": "sts-playground/9", "titel": "x", "now": "soon",
    "accounts": {"1": {}, "111122223333": {"users": {"alice": {"policies": {"P": {"Statement": [1, 2]}}}}}},
    "steps": [{"call": "x"}, {"as": "nobody", "call": "sts:GetCallerIdentity", "with": {"A": 1, "B": 2}}]})");
  std::map<std::string, int> counts;
  for (const json& diagnostic : report.at("diagnostics")) ++counts[diagnostic.at("code").get<std::string>()];
  const std::map<std::string, int> expected = {
      {"scenario-other-format", 1}, {"scenario-unknown-field", 1},         {"scenario-bad-instant", 1}, {"scenario-bad-account", 1},
      {"scenario-bad-call", 1},     {"policy-statement-not-an-object", 2}, {"scenario-bad-caller", 1},  {"scenario-unknown-parameter", 2},
  };
  CHECK(counts == expected);
}

TEST_CASE("columns count as editors count them", "[diagnostics]") {
  // A column is a UTF-16 code unit: the emoji is two, the Korean letters one each.
  const json report = report_of("{\"format\": \"sts-playground/1\", \"title\": \"🔑역할\", \"stepz\": []}");
  const json diagnostic = find_diagnostic(report, "scenario-unknown-field");
  CHECK(diagnostic.at("range").at("start").at("line") == 1);
  CHECK(diagnostic.at("range").at("start").at("column") == 49);
  CHECK(diagnostic.at("range").at("end").at("column") == 56);
}

TEST_CASE("a diagnostic has words in both languages and one place", "[diagnostics]") {
  const std::string text = R"({"format": "sts-playground/1", "steps": 1})";
  const json english = json::parse(run_scenario(text, "en").report);
  const json korean = json::parse(run_scenario(text, "ko").report);
  const json& in_english = english.at("diagnostics").at(0);
  const json& in_korean = korean.at("diagnostics").at(0);
  CHECK(in_english.at("message") != in_korean.at("message"));
  CHECK(in_english.at("range") == in_korean.at("range"));
  CHECK(in_english.at("code") == in_korean.at("code"));
}
