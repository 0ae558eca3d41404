// Who can become whom. What is expected follows from AWS's documentation of role trust:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/api/api.h"
#include "core/catalog/limits.h"
#include "tests/catch_json.h"

namespace {

using namespace sts_playground;
using nlohmann::json;

const std::string home = "111122223333";
const std::string other = "444455556666";
const std::string nowhere = "999988887777";

std::string user(const std::string& name, const std::string& account = home) { return "arn:aws:iam::" + account + ":user/" + name; }
std::string role(const std::string& name, const std::string& account = home) { return "arn:aws:iam::" + account + ":role/" + name; }
std::string root(const std::string& account) { return "arn:aws:iam::" + account + ":root"; }

json statement(const std::string& effect, const json& principal, const json& condition = nullptr) {
  json out = {{"Effect", effect}, {"Principal", principal}, {"Action", "sts:AssumeRole"}};
  if (!condition.is_null()) out["Condition"] = condition;
  return out;
}
// `statements`: one, or a list.
json document(const json& statements) {
  return {{"Version", "2012-10-17"}, {"Statement", statements.is_array() ? statements : json::array({statements})}};
}
json aws(const json& who) { return {{"AWS", who}}; }
json trust(const json& principal, const json& condition = nullptr) {
  return {{"trust", document({statement("Allow", principal, condition)})}};
}
// A user or role whose own policy allows sts:AssumeRole.
json may_assume(const json& resource, json rest = json::object()) {
  rest["policies"]["assume"] = document({{{"Effect", "Allow"}, {"Action", "sts:AssumeRole"}, {"Resource", resource}}});
  return rest;
}

struct Graph {
  json answer;

  // The one edge between two, or null.
  json edge(const std::string& from, const std::string& to) const {
    json found = nullptr;
    for (const json& each : answer.at("edges")) {
      if (each.at("from") != from || each.at("to") != to) continue;
      CHECK(found.is_null());
      found = each;
    }
    return found;
  }
  json node(const std::string& id) const {
    for (const json& each : answer.at("nodes")) {
      if (each.at("id") == id) return each;
    }
    return nullptr;
  }
};

Graph graph_of(const json& accounts, const std::string& language = "en", const json& organizations = nullptr) {
  json scenario = {{"format", "sts-playground/1"}, {"now", "2026-01-15T09:00:00Z"}, {"accounts", accounts}};
  if (!organizations.is_null()) scenario["organizations"] = organizations;
  const json report = json::parse(run_scenario(scenario.dump(), "en").report);
  INFO(report.at("diagnostics").dump());
  REQUIRE(report.at("valid") == true);
  return {json::parse(trust_graph(json{{"scenario", scenario.dump()}, {"language", language}}.dump()))};
}

void check_sides(const json& edge, const std::string& role_side, const std::string& caller, const std::string& sides) {
  INFO(edge.dump());
  REQUIRE(edge.is_object());
  CHECK(edge.at("trust") == role_side);
  CHECK(edge.at("caller") == caller);
  CHECK(edge.at("sides") == sides);
}

// Makes the bare call of every user and role to every role of a scenario's world. Gives their number.
std::size_t check_against_calls(json scenario) {
  if (!scenario.is_object() || !scenario.contains("accounts")) return 0;
  scenario["steps"] = json::array();
  const Graph graph{json::parse(trust_graph(json{{"scenario", scenario.dump()}, {"language", "en"}}.dump()))};
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const json& from : graph.answer.at("nodes")) {
    const bool is_role = from.at("kind") == "role" && from.at("id").get<std::string>().find(":iam:") != std::string::npos;
    if (!is_role && from.at("kind") != "user") continue;
    for (const json& to : graph.answer.at("nodes")) {
      if (to.at("kind") != "role" || to.at("id").get<std::string>().find(":iam:") == std::string::npos) continue;
      const std::string id = from.at("id");
      const std::string session =
          "arn:aws:sts::" + from.at("account").get<std::string>() + ":assumed-role/" + from.at("name").get<std::string>();
      if (is_role && !id.starts_with("arn:aws:")) continue;
      scenario["steps"].push_back({{"as", is_role ? session + "/probe" : id},
                                   {"call", "sts:AssumeRole"},
                                   {"with", {{"RoleArn", to.at("id")}, {"RoleSessionName", "probe"}}}});
      pairs.emplace_back(id, to.at("id"));
    }
  }
  if (pairs.empty() || pairs.size() > limits::steps) return 0;
  const json report = json::parse(run_scenario(scenario.dump(), "en").report);
  if (report.at("valid") == false) return 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const json edge = graph.edge(pairs[i].first, pairs[i].second);
    const bool allowed =
        edge.is_object() && edge.at("trust") == "allow" && (edge.at("caller") == "allow" || edge.at("caller") == "not-needed");
    INFO(report.at("steps").at(i).at("explanation").at("summary").dump());
    INFO(pairs[i].first + " " + pairs[i].second + " " + edge.dump());
    CHECK(allowed == (report.at("steps").at(i).at("decision") == "Allow"));
  }
  return pairs.size();
}

}  // namespace

TEST_CASE("a user whom the trust policy of its own account names needs no policy of its own", "[trust-graph]") {
  const Graph graph =
      graph_of({{home, {{"users", {{"Jo", json::object()}, {"Max", json::object()}}}, {"roles", {{"Audit", trust(aws(user("Jo")))}}}}}});
  const json edge = graph.edge(user("Jo"), role("Audit"));
  check_sides(edge, "allow", "not-needed", "both");
  CHECK(edge.at("action") == "sts:AssumeRole");
  CHECK(edge.at("needs").empty());
  CHECK(edge.at("location").at("pointer") == "/accounts/111122223333/roles/Audit/trust/Statement/0");
  CHECK(graph.edge(user("Max"), role("Audit")).is_null());
  CHECK(graph.node(user("Jo")) == json{{"id", user("Jo")}, {"kind", "user"}, {"name", "Jo"}, {"account", home}});
  CHECK(graph.node(user("Max")).at("kind") == "user");
  CHECK(graph.node(role("Audit")).at("kind") == "role");
  CHECK(graph.answer.at("edges").at(0).at("id") == "e0");
  CHECK(graph.answer.at("omitted") == 0);
}

TEST_CASE("across accounts both sides must allow", "[trust-graph]") {
  const Graph graph = graph_of({{home, {{"roles", {{"Audit", trust(aws({user("Jo", other), user("Max", other)}))}}}}},
                                {other, {{"users", {{"Jo", may_assume(role("Audit"))}, {"Max", json::object()}}}}}});
  check_sides(graph.edge(user("Jo", other), role("Audit")), "allow", "allow", "both");
  check_sides(graph.edge(user("Max", other), role("Audit")), "allow", "none", "trust-only");
}

TEST_CASE("an account that is trusted leaves it to its principals' own policies", "[trust-graph]") {
  const Graph graph = graph_of({{home, {{"roles", {{"Audit", trust(aws(root(other)))}}}}},
                                {other, {{"name", "Company"}, {"users", {{"Jo", may_assume("*")}, {"Max", json::object()}}}}}});
  check_sides(graph.edge(user("Jo", other), role("Audit")), "allow", "allow", "both");
  CHECK(graph.edge(user("Max", other), role("Audit")).is_null());
  // The root user itself may not assume roles: API_AssumeRole.html
  check_sides(graph.edge(root(other), role("Audit")), "allow", "deny", "trust-only");
  CHECK(graph.node(root(other)) == json{{"id", root(other)}, {"kind", "root"}, {"name", "Company"}, {"account", other}});
  CHECK(graph.node(root(home)).is_null());
}

TEST_CASE("a permission without trust", "[trust-graph]") {
  const json admin = {{"attached", {"arn:aws:iam::aws:policy/AdministratorAccess"}}};
  const Graph graph =
      graph_of({{home,
                 {{"roles", {{"Audit", trust(aws(user("Jo")))}}},
                  {"users", {{"Jo", json::object()}, {"Admin", admin}, {"Max", may_assume(role("Audit"))}, {"Any", may_assume("*")}}}}},
                {other, {{"users", {{"Far", may_assume(role("Audit"))}, {"Any", may_assume("*")}}}}}});
  check_sides(graph.edge(user("Max"), role("Audit")), "none", "allow", "caller-only");
  CHECK(graph.edge(user("Max"), role("Audit")).at("location").is_null());
  check_sides(graph.edge(user("Far", other), role("Audit")), "none", "allow", "caller-only");
  // Whoever may do anything is not told about each role; nor may everybody who may assume any role be trusted by another account.
  check_sides(graph.edge(user("Any"), role("Audit")), "none", "allow", "caller-only");
  CHECK(graph.edge(user("Admin"), role("Audit")).is_null());
  CHECK(graph.edge(user("Any", other), role("Audit")).is_null());
}

TEST_CASE("MFA that a trust policy wants", "[trust-graph]") {
  const json mfa = {{"Bool", {{"aws:MultiFactorAuthPresent", "true"}}}};
  const json accounts = {
      {home,
       {{"users", {{"Jo", may_assume("*")}}},
        {"roles", {{"Audit", trust(aws(root(home)), mfa)}, {"Machine", may_assume("*", trust({{"Service", "ec2.amazonaws.com"}}))}}}}}};
  const json edge = graph_of(accounts).edge(user("Jo"), role("Audit"));
  check_sides(edge, "conditional", "allow", "both");
  REQUIRE(edge.at("needs").size() == 1);
  const json need = edge.at("needs").at(0);
  CHECK(need.at("kind") == "mfa");
  CHECK(need.at("key") == "aws:MultiFactorAuthPresent");
  CHECK(need.at("operator") == "Bool");
  CHECK(need.at("values") == json::array({"true"}));
  CHECK(need.at("negated") == false);
  CHECK(need.at("text") == "MFA");
  CHECK(need.at("location").at("pointer") ==
        "/accounts/111122223333/roles/Audit/trust/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent");
  CHECK(graph_of(accounts, "ko").edge(user("Jo"), role("Audit")).at("needs").at(0).at("text") == "MFA 인증");
  // The sessions of a role do not carry MFA, so a role is none of those whom this lets in: id_credentials_mfa_configure-api-require.html
  check_sides(graph_of(accounts).edge(role("Machine"), role("Audit")), "none", "allow", "caller-only");
}

TEST_CASE("an external id that a trust policy wants of another account", "[trust-graph]") {
  const json edge =
      graph_of({{home, {{"roles", {{"Audit", trust(aws(root(nowhere)), {{"StringEquals", {{"sts:ExternalId", "Example-1"}}}})}}}}}})
          .edge(root(nowhere), role("Audit"));
  check_sides(edge, "conditional", "conditional", "both");
  CHECK(edge.at("needs").at(0).at("kind") == "external-id");
  CHECK(edge.at("needs").at(0).at("text") == "ExternalId = Example-1");
}

TEST_CASE("principals that the document does not have", "[trust-graph]") {
  const Graph graph = graph_of({{home,
                                 {{"roles",
                                   {{"A", trust(aws({nowhere, user("Gone"), role("Far", nowhere)}))},
                                    {"B", trust("*", {{"StringEquals", {{"aws:PrincipalOrgID", "o-exampleorg1"}}}})}}}}}});
  CHECK(graph.node(root(nowhere)) == json{{"id", root(nowhere)}, {"kind", "outside"}, {"name", nowhere}, {"account", nowhere}});
  CHECK(graph.node(role("Far", nowhere)).at("kind") == "outside");
  check_sides(graph.edge(role("Far", nowhere), role("A")), "allow", "conditional", "both");
  check_sides(graph.edge(user("Gone"), role("A")), "allow", "not-needed", "both");
  const json anyone = graph.edge("*", role("B"));
  check_sides(anyone, "conditional", "conditional", "both");
  CHECK(anyone.at("needs").at(0).at("kind") == "organization");
  CHECK(graph.node("*") == json{{"id", "*"}, {"kind", "anyone"}, {"name", "*"}, {"account", nullptr}});
  // Neither A's sessions nor anybody else of the account is in that organization.
  CHECK(graph.edge(role("A"), role("B")).is_null());
}

TEST_CASE("a service needs nothing but the trust policy", "[trust-graph]") {
  const Graph graph =
      graph_of({{home,
                 {{"roles",
                   {{"Machine", trust({{"Service", "ec2.amazonaws.com"}})},
                    {"Job", trust({{"Service", "ecs-tasks.amazonaws.com"}}, {{"StringEquals", {{"aws:SourceAccount", home}}}})}}}}}});
  check_sides(graph.edge("ec2.amazonaws.com", role("Machine")), "allow", "not-needed", "both");
  check_sides(graph.edge("ecs-tasks.amazonaws.com", role("Job")), "conditional", "not-needed", "both");
  CHECK(graph.edge("ec2.amazonaws.com", role("Job")).is_null());
  CHECK(graph.node("ec2.amazonaws.com") ==
        json{{"id", "ec2.amazonaws.com"}, {"kind", "service"}, {"name", "ec2.amazonaws.com"}, {"account", nullptr}});
}

TEST_CASE("GitHub's tokens and a SAML provider", "[trust-graph]") {
  const std::string github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
  const std::string saml = "arn:aws:iam::111122223333:saml-provider/CorpIdP";
  json deploy = trust({{"Federated", github}}, {{"StringEquals", {{"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"}}},
                                                {"StringLike", {{"token.actions.githubusercontent.com:sub", "repo:acme/app:*"}}}});
  deploy["trust"]["Statement"][0]["Action"] = "sts:AssumeRoleWithWebIdentity";
  json people = trust({{"Federated", saml}}, {{"StringEquals", {{"SAML:aud", "https://signin.aws.amazon.com/saml"}}}});
  people["trust"]["Statement"][0]["Action"] = "sts:AssumeRoleWithSAML";
  const Graph graph = graph_of({{home,
                                 {{"roles", {{"Deploy", deploy}, {"People", people}}},
                                  {"oidcProviders", {{"token.actions.githubusercontent.com", {{"clientIds", {"sts.amazonaws.com"}}}}}},
                                  {"samlProviders", {{"CorpIdP", json::object()}}}}}});
  const json edge = graph.edge(github, role("Deploy"));
  check_sides(edge, "conditional", "not-needed", "both");
  CHECK(edge.at("action") == "sts:AssumeRoleWithWebIdentity");
  REQUIRE(edge.at("needs").size() == 2);
  CHECK(edge.at("needs").at(0).at("text") == "aud = sts.amazonaws.com");
  CHECK(edge.at("needs").at(1).at("text") == "sub like repo:acme/app:*");
  CHECK(graph.node(github) ==
        json{{"id", github}, {"kind", "oidc-provider"}, {"name", "token.actions.githubusercontent.com"}, {"account", home}});
  check_sides(graph.edge(saml, role("People")), "conditional", "not-needed", "both");
  CHECK(graph.edge(saml, role("People")).at("action") == "sts:AssumeRoleWithSAML");
  CHECK(graph.node(saml).at("kind") == "saml-provider");
  CHECK(graph.edge(saml, role("Deploy")).is_null());
}

TEST_CASE("a Deny, with conditions and without", "[trust-graph]") {
  const auto with_deny = [](const json& deny) {
    return json{{home,
                 {{"users", {{"Jo", may_assume(role("Audit"))}}},
                  {"roles", {{"Audit", {{"trust", document({statement("Allow", aws(user("Jo"))), deny})}}}}}}}};
  };
  const json flat = graph_of(with_deny(statement("Deny", aws("*")))).edge(user("Jo"), role("Audit"));
  check_sides(flat, "deny", "not-needed", "caller-only");
  // aws:SourceIp is the call's own: only outside of the range is it denied.
  const json network = graph_of(with_deny(statement("Deny", aws("*"), {{"NotIpAddress", {{"aws:SourceIp", "203.0.113.0/24"}}}})))
                           .edge(user("Jo"), role("Audit"));
  check_sides(network, "conditional", "not-needed", "both");
  REQUIRE(network.at("needs").size() == 1);
  CHECK(network.at("needs").at(0).at("kind") == "network");
  CHECK(network.at("needs").at(0).at("negated") == true);
  CHECK(network.at("needs").at(0).at("text") == "SourceIp = 203.0.113.0/24");
  const json mfa = graph_of(with_deny(statement("Deny", aws("*"), {{"BoolIfExists", {{"aws:MultiFactorAuthPresent", "false"}}}})))
                       .edge(user("Jo"), role("Audit"));
  check_sides(mfa, "conditional", "not-needed", "both");
  CHECK(mfa.at("needs").at(0).at("text") == "MFA");
  // Who Jo is does not change.
  const json settled = graph_of(with_deny(statement("Deny", aws("*"), {{"ArnNotLike", {{"aws:PrincipalArn", user("Max")}}}})))
                           .edge(user("Jo"), role("Audit"));
  check_sides(settled, "deny", "not-needed", "caller-only");
}

TEST_CASE("what no call can bring along is not a condition", "[trust-graph]") {
  const json mfa = {{"Bool", {{"aws:MultiFactorAuthPresent", "true"}}}};
  const json accounts = {
      {home,
       {{"users", {{"Jo", json::object()}}},
        {"roles",
         {{"Machine", trust({{"Service", "ec2.amazonaws.com"}})},
          {"Audit", trust(aws({user("Jo"), role("Machine")}), mfa)},
          {"Closed", {{"trust", document({statement("Allow", aws(user("Jo")), mfa), statement("Deny", aws("*"), mfa)})}}}}}}}};
  const Graph graph = graph_of(accounts);
  check_sides(graph.edge(user("Jo"), role("Audit")), "conditional", "not-needed", "both");
  // The sessions of a role do not carry MFA, though the role is named: id_credentials_mfa_configure-api-require.html
  CHECK(graph.edge(role("Machine"), role("Audit")).is_null());
  // What the Allow wants, the Deny refuses: no call is allowed.
  CHECK(graph.edge(user("Jo"), role("Closed")).is_null());
}

TEST_CASE("a chain of roles", "[trust-graph]") {
  const Graph graph = graph_of(
      {{home, {{"users", {{"Jo", json::object()}}}, {"roles", {{"First", may_assume(role("Second", other), trust(aws(user("Jo"))))}}}}},
       {other,
        {{"roles",
          {{"Second", trust(aws(role("First")))}, {"Third", trust(aws("arn:aws:sts::444455556666:assumed-role/Second/nightly"))}}}}}});
  check_sides(graph.edge(user("Jo"), role("First")), "allow", "not-needed", "both");
  check_sides(graph.edge(role("First"), role("Second", other)), "allow", "allow", "both");
  // One session of the role is named, not the role.
  CHECK(graph.edge(role("Second", other), role("Third", other)).is_null());
  check_sides(graph.edge("arn:aws:sts::444455556666:assumed-role/Second/nightly", role("Third", other)), "allow", "not-needed", "both");
  CHECK(graph.node("arn:aws:sts::444455556666:assumed-role/Second/nightly").at("name") == "Second/nightly");
}

TEST_CASE("a boundary and an SCP stand on the caller's side", "[trust-graph]") {
  const json nothing = document({{{"Effect", "Allow"}, {"Action", "s3:*"}, {"Resource", "*"}}});
  const json no_roles = document({{{"Effect", "Deny"}, {"Action", "sts:AssumeRole"}, {"Resource", "*"}}});
  const json bounded = {{"boundary", nothing}};
  const json accounts = {{home,
                          {{"users", {{"Bounded", may_assume("*", bounded)}}},
                           {"roles", {{"Audit", trust(aws({root(home), user("Jo", other)}))}, {"Own", trust(aws(user("Bounded")))}}}}},
                         {other, {{"users", {{"Jo", may_assume("*")}}}}}};
  const json organizations = {
      {"o-exampleorg1",
       {{"managementAccount", home},
        {"root",
         {{"id", "r-ab12"},
          {"scps", {{"All", document({{{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}}})}, {"NoRoles", no_roles}}},
          {"accounts", {other}}}}}}};
  const Graph graph = graph_of(accounts, "en", organizations);
  // reference_policies_evaluation-logic_policy-eval-denyallow.html: a user who is named by ARN is not limited by the boundary's silence.
  check_sides(graph.edge(user("Bounded"), role("Own")), "allow", "not-needed", "both");
  CHECK(graph.edge(user("Bounded"), role("Audit")).is_null());
  check_sides(graph.edge(user("Jo", other), role("Audit")), "allow", "deny", "trust-only");
}

TEST_CASE("an account's organization is settled, everyone's is not", "[trust-graph]") {
  const json inside = {{"StringEquals", {{"aws:PrincipalOrgID", "o-exampleorg1"}}}};
  const json accounts = {{home, {{"roles", {{"Audit", trust(aws({root(other), nowhere}), inside)}}}}}, {other, json::object()}};
  const Graph graph = graph_of(accounts);
  // The document has the account, and it is in no organization; of an account that it does not have it cannot say.
  CHECK(graph.edge(root(other), role("Audit")).is_null());
  check_sides(graph.edge(root(nowhere), role("Audit")), "conditional", "conditional", "both");
}

TEST_CASE("a call without anything optional is allowed exactly where the graph says so", "[trust-graph]") {
  std::size_t judged = 0;
  for (const std::string folder : {"/examples", "/tests/conformance"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(STS_PLAYGROUND_ROOT + folder)) {
      if (file.path().extension() != ".json") continue;
      CAPTURE(file.path().string());
      std::ifstream in(file.path());
      judged += check_against_calls(json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false));
    }
  }
  CHECK(judged > 500);
}

TEST_CASE("what is no valid document has an empty graph", "[trust-graph]") {
  const json empty = {{"nodes", json::array()}, {"edges", json::array()}, {"omitted", 0}};
  for (const std::string request : {"", "[]", "{", "{\"scenario\":1}", "{\"scenario\":\"{}\"}", "\xff"})
    CHECK(json::parse(trust_graph(request)) == empty);
}

TEST_CASE("the graph's limits", "[trust-graph][limits]") {
  json accounts;
  const auto fill = [&](std::size_t users, std::size_t roles, const json& principal) {
    accounts = json::object();
    for (std::size_t i = 0; i < users; ++i) accounts[home]["users"]["u" + std::to_string(i)] = json::object();
    for (std::size_t i = 0; i < roles; ++i) accounts[home]["roles"]["r" + std::to_string(i)] = trust(principal);
    return graph_of(accounts).answer;
  };
  // Pairs: each role with each user and each role, and with the user whom all name.
  const json inside = fill(60, 100, aws(user("u0")));
  CHECK(inside.at("omitted") == 0);
  CHECK(inside.at("edges").size() == 100);
  CHECK(fill(101, 100, aws(user("u0"))).at("omitted") == 100 * 201 - limits::trust_pairs);
  // Edges: every user is named by every role.
  std::vector<std::string> all;
  for (int i = 0; i < 50; ++i) all.push_back(user("u" + std::to_string(i)));
  CHECK(fill(50, 40, aws(all)).at("omitted") == 0);
  const json many = fill(50, 41, aws(all));
  CHECK(many.at("edges").size() == limits::trust_edges);
  CHECK(many.at("omitted") == 50);
}

TEST_CASE("large policies end the graph early instead of late", "[trust-graph][limits]") {
  // A trust policy as long as one may be, that 2,000 callers are judged by: twice what is judged.
  const std::string pad(limits::policy_bytes - 2000, 'x');
  json accounts;
  accounts[home]["roles"]["Big"] = trust(aws(user("u0")), {{"StringNotEquals", {{"aws:UserAgent", pad}}}});
  for (int i = 0; i < 2000; ++i) accounts[home]["users"]["u" + std::to_string(i)] = json::object();
  const json cut = graph_of(accounts).answer;
  const std::size_t omitted = cut.at("omitted");
  CHECK(omitted > 900);
  CHECK(omitted < 1100);
  // The same policy's condition as a need of every caller: the answer stays near its limit.
  std::vector<std::string> all;
  for (int i = 0; i < 100; ++i) all.push_back(user("u" + std::to_string(i)));
  accounts[home]["users"] = json::object();
  for (int i = 0; i < 100; ++i) accounts[home]["users"]["u" + std::to_string(i)] = json::object();
  accounts[home]["roles"]["Big"] = trust(aws(all), {{"StringEquals", {{"aws:UserAgent", pad.substr(0, 100'000)}}}});
  const json wide = graph_of(accounts).answer;
  CHECK(wide.dump().size() < limits::trust_edge_bytes + 100'000);
  CHECK(wide.at("edges").size() + wide.at("omitted").get<std::size_t>() == 100);
  CHECK(wide.at("edges").size() > 30);
}
