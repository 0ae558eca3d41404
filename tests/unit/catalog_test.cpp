// The catalog of editors and forms: complete, in both languages, and every address one of AWS's documentation.
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "core/api/api.h"
#include "core/assist/catalog_texts.h"
#include "core/catalog/condition_keys.h"
#include "core/catalog/managed_policies.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/scenario/operations.h"
#include "core/scenario/run.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using Json = nlohmann::json;

// The entry of a list by its name, or null.
Json named(const Json& list, std::string_view name) {
  for (const Json& entry : list) {
    if (entry.at("name") == name) return entry;
  }
  return nullptr;
}

bool has_hangul(const std::string& text) {
  // The syllables U+AC00 to U+D7A3 begin with the bytes EA B0 to ED 9E.
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0xEA && static_cast<unsigned char>(c) <= 0xED) return true;
  }
  return false;
}

void check_words(const Json& value, bool korean) {
  if (value.is_object() && value.contains("text")) {
    const std::string text = value.at("text");
    INFO(value.dump());
    CHECK(text.size() > 3);
    CHECK(has_hangul(text) == korean);
    CHECK(text.back() == '.');
  }
  if (value.is_object() && value.contains("documentation")) {
    const std::string address = value.at("documentation");
    INFO(value.dump());
    CHECK(address.starts_with("https://docs.aws.amazon.com/"));
    CHECK(address.find(".html") != std::string::npos);
  }
  if (!value.is_structured()) return;
  for (const Json& inner : value) check_words(inner, korean);
}

}  // namespace

TEST_CASE("no row of the catalog is empty, and the Korean ones are Korean", "[catalog]") {
  std::set<std::string> seen;
  for (const CatalogText& row : catalog_texts()) {
    CAPTURE(row.name);
    CHECK_FALSE(row.name.empty());
    CHECK_FALSE(row.english.empty());
    CHECK_FALSE(has_hangul(std::string(row.english)));
    CHECK(has_hangul(std::string(row.korean)));
    // A parameter may be told again for one operation.
    const std::string detail = row.section == CatalogSection::parameter ? std::string(row.detail) : "";
    CHECK(seen.insert(std::to_string(static_cast<int>(row.section)) + "|" + std::string(row.name) + "|" + detail).second);
  }
}

TEST_CASE("every text of the catalog is there, and every address is one of AWS", "[catalog]") {
  check_words(Json::parse(catalog("en")), false);
  check_words(Json::parse(catalog("ko")), true);
  CHECK(catalog("xx") == catalog("en"));
}

TEST_CASE("the catalog has every operator, key, parameter and managed policy of the engine", "[catalog]") {
  const Json all = Json::parse(catalog("en"));
  CHECK(all.at("operators").size() == condition_operators().size());
  for (const ConditionOperator& row : condition_operators()) {
    CAPTURE(row.name);
    CHECK(named(all.at("operators"), row.name).at("negated") == row.negated);
  }
  CHECK(all.at("conditionKeys").size() == condition_keys().size());
  for (const ConditionKeyRow& row : condition_keys()) {
    CAPTURE(row.name);
    CHECK(named(all.at("conditionKeys"), row.name).at("derived") == row.derived);
  }
  for (const Parameter& row : parameters()) {
    CAPTURE(row.operation, row.name);
    const Json operation = named(all.at("operations"), row.operation);
    REQUIRE_FALSE(operation.is_null());
    const Json found = named(operation.at("parameters"), row.name);
    REQUIRE_FALSE(found.is_null());
    CHECK(found.at("required") == row.required);
    CHECK_FALSE(found.at("means").get<std::string>().empty());
  }
  CHECK(named(all.at("operations"), "sts:GetCallerIdentity").at("parameters").empty());
  CHECK(all.at("managedPolicies").size() == managed_policy_rows().size());
  CHECK(named(all.at("managedPolicies"), "AWSLambdaBasicExecutionRole").at("arn") ==
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
}

TEST_CASE("the catalog has every operation that a step can call, and its action", "[catalog]") {
  const Json all = Json::parse(catalog("en"));
  for (const auto& table : operation_tables()) {
    for (const OperationRow& row : table) {
      CAPTURE(row.name);
      CHECK_FALSE(named(all.at("operations"), row.name).is_null());
      if (!row.name.starts_with("console:")) CHECK_FALSE(named(all.at("actions"), row.name).is_null());
    }
  }
}

TEST_CASE("a call without credentials is turned away where the catalog says that it is signed", "[catalog]") {
  const World world;
  for (const CatalogOperation& row : catalog_operations()) {
    if (!row.name.starts_with("sts:") && !row.name.starts_with("iam:")) continue;
    CAPTURE(row.name);
    Call call;
    call.operation = row.name;
    call.caller.kind = CallerKind::anonymous;
    const CallResult result = perform(world, call);
    REQUIRE(result.refusal.has_value());
    CHECK((result.refusal->error.code == "MissingAuthenticationToken") == (row.credentials == Credentials::of_caller));
  }
}

TEST_CASE("of an operation no two parameters mean the same", "[catalog]") {
  std::set<std::pair<std::string_view, Means>> seen;
  for (const Parameter& row : parameters()) {
    CAPTURE(row.operation, row.name);
    CHECK(find_catalog_operation(row.operation));
    CHECK(seen.emplace(row.operation, row.means).second);
  }
}

TEST_CASE("every part that the page's own calls have is played by one operation, with the parameters for it", "[catalog]") {
  std::multiset<Plays> parts;
  for (const CatalogOperation& row : catalog_operations()) {
    parts.insert(row.plays);
    if (row.plays != Plays::revoke_sessions) continue;
    for (const Means means : {Means::role_name, Means::inline_policy_name, Means::inline_policy}) CHECK(find_parameter(row.name, means));
  }
  CHECK(parts.count(Plays::new_call) == 1);
  CHECK(parts.count(Plays::revoke_sessions) == 1);
}

TEST_CASE("facts of the catalog, as AWS documents them", "[catalog]") {
  const Json all = Json::parse(catalog("en"));
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  const Json assume = named(all.at("operations"), "sts:AssumeRole");
  CHECK(assume.at("documentation") == "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html");
  const Json name = named(assume.at("parameters"), "RoleSessionName");
  CHECK(name.at("type") == "string");
  CHECK(name.at("means") == "session_name");
  CHECK(name.at("required") == true);
  CHECK(name.at("minimum") == 2);
  CHECK(name.at("maximum") == 64);
  CHECK(name.at("pattern") == "[\\w+=,.@-]*");
  CHECK(named(assume.at("parameters"), "DurationSeconds").at("pattern").is_null());
  CHECK(named(named(all.at("operations"), "sts:AssumeRoleWithSAML").at("parameters"), "assertion").at("maximum").is_null());
  // reference_policies_iam-condition-keys.html: only AssumeRole takes an external id; saml:sub stays in the session
  CHECK(named(all.at("conditionKeys"), "sts:ExternalId").at("operations") == Json::array({"sts:AssumeRole"}));
  CHECK(named(all.at("conditionKeys"), "saml:aud").at("operations") == Json::array({"sts:AssumeRoleWithSAML"}));
  CHECK(named(all.at("conditionKeys"), "saml:sub").at("operations").is_null());
  CHECK(named(all.at("conditionKeys"), "aws:SourceIp").at("operations").is_null());
  CHECK(named(all.at("conditionKeys"), "aws:PrincipalTag/").at("match") == "prefix");
  CHECK(named(all.at("conditionKeys"), ":sub").at("match") == "suffix");
  CHECK(named(all.at("actions"), "sts:TagSession").at("resourceTypes") == Json::array({"role", "user"}));
  CHECK(all.at("oidcProviders").at(0).at("claims").at("aud") == "sts.amazonaws.com");
  for (const Json& provider : all.at("oidcProviders")) {
    CHECK(provider.at("claims").at("iss") == "https://" + provider.at("host").get<std::string>());
  }
}
