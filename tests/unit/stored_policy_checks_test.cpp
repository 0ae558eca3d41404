// What IAM answers when a policy document is stored: one row a rule.
#include "core/iam/stored_policy_checks.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/catalog/oidc_providers.h"
#include "core/text/messages.h"
#include "tests/catch.h"

using namespace sts_playground;
using namespace sts_playground::iam;

namespace {

World make_world() {
  auto account = std::make_shared<Account>();
  account->id = "111122223333";
  User alice;
  alice.name = "alice";
  alice.arn = "arn:aws:iam::111122223333:user/alice";
  alice.unique_id = "AIDAEXAMPLEALICE00000";
  account->users["alice"] = alice;
  Role deep;
  deep.name = "Deep";
  deep.path = "/team/x/";
  deep.arn = "arn:aws:iam::111122223333:role/team/x/Deep";
  deep.unique_id = "AROAEXAMPLEDEEP000000";
  account->roles["Deep"] = deep;
  account->groups["Auditors"] = Group{"Auditors", "/", {}, {}};
  World world;
  world.accounts["111122223333"] = account;
  return world;
}

PolicyReading read(const std::string& text, PolicyKind kind) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = text;
  return read_policy_value(value, PolicySource{}, kind, nullptr);
}

std::vector<PolicyFault> faults_of(const std::string& text, PolicyKind kind, std::string_view self_arn = "") {
  const PolicyReading reading = read(text, kind);
  if (!reading.policy) return {unreadable_policy_fault(reading, kind)};
  return check_stored_policy(reading.policy->document, kind, quota_characters(text), make_world(), "arn:aws:iam::111122223333:role/Deep",
                             self_arn);
}

struct Case {
  std::string text;     // of the document, or of one statement
  std::string message;  // "": stored
};

void check_cases(PolicyKind kind, const std::vector<Case>& cases) {
  for (const Case& row : cases) {
    const bool is_statement = row.text.starts_with(R"({"Effect")") || row.text.starts_with(R"({"Sid")") || row.text.starts_with(R"({"Pr)");
    const std::string text = is_statement ? R"({"Version":"2012-10-17","Statement":[)" + row.text + "]}" : row.text;
    CAPTURE(text);
    const auto faults = faults_of(text, kind);
    if (row.message.empty()) {
      CHECK(faults.empty());
      continue;
    }
    REQUIRE_FALSE(faults.empty());
    CHECK(faults[0].error.code == "MalformedPolicyDocument");
    CHECK(faults[0].error.http_status == 400);
    CHECK(faults[0].error.message == row.message);
    CHECK(faults[0].span.begin <= faults[0].span.end);
    CHECK(faults[0].span.end <= text.size());
    // An argument that is missing is shown as "?".
    if (row.text.find('?') != std::string::npos) continue;
    for (const PolicyFault& fault : faults) CHECK(render(fault.reason, Language::english).find('?') == std::string::npos);
  }
}

std::string trust(const std::string& principal, const std::string& more = R"("Action":"sts:AssumeRole")") {
  return R"({"Effect":"Allow","Principal":)" + principal + "," + more + "}";
}
std::string aws(const std::string& principal) { return trust(R"({"AWS":")" + principal + R"("})"); }
std::string federated(const std::string& provider, const std::string& condition) {
  return trust(R"({"Federated":")" + provider + R"("})", R"("Action":"sts:AssumeRoleWithWebIdentity")" + condition);
}
std::string trust_action(const std::string& action) { return trust(R"({"AWS":"111122223333"})", R"("Action":)" + action); }
std::string identity(const std::string& action, const std::string& resource) {
  return R"({"Effect":"Allow","Action":)" + action + R"(,"Resource":)" + resource + "}";
}
std::string invalid_aws(const std::string& principal) { return R"(Invalid principal in policy: "AWS":")" + principal + "\""; }

const std::string sts_actions_only = "AssumeRole policy may only specify STS AssumeRole actions.";
const std::string syntax = "Syntax errors in policy.";

}  // namespace

TEST_CASE("trust policies: the document", "[stored-policy]") {
  const std::string statement = aws("111122223333");
  check_cases(PolicyKind::trust,
              {
                  {R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",}]})", "This policy contains invalid Json"},
                  {"allow everybody", "This policy contains invalid Json"},
                  {R"({"Version":"2020-10-17","Statement":[)" + statement + "]}", "The policy must contain a valid version string"},
                  {R"({"Version":"2008-10-17","Statement":[)" + statement + "]}", ""},
                  {R"({"Statement":)" + statement + "}", ""},
                  {R"({"Version":"2012-10-17","Id":"x","Statement":[)" + statement + "]}", ""},
                  {R"({"Version":"2012-10-17"})", "Could not parse the policy: Statement is empty!"},
                  {R"({"Version":"2012-10-17","Statement":[]})", "Could not parse the policy: Statement is empty!"},
                  {R"({"Version":"2012-10-17","Comment":"x","Statement":[)" + statement + "]}", "Has prohibited field Comment"},
                  {R"({"Statement":[{"Effect":"Deny","Effect":"Allow"}]})", syntax},
                  {R"({"Statement":["x"]})", syntax},
                  {"[]", syntax},
              });
}

TEST_CASE("trust policies: the elements of a statement", "[stored-policy]") {
  const std::string root = R"({"AWS":"arn:aws:iam::111122223333:root"})";
  check_cases(
      PolicyKind::trust,
      {
          {trust(root, R"("Action":"sts:AssumeRole","Resource":"*")"), "Has prohibited field Resource"},
          {trust(root, R"("Action":"sts:AssumeRole","NotResource":"*")"), "AssumeRole policy must not contain resources."},
          {R"({"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"})", "Has prohibited field Resource"},
          {R"({"Effect":"Allow","NotPrincipal":{"AWS":"*"},"Action":"sts:AssumeRole"})", "Allow with NotPrincipal is not allowed."},
          {R"({"Effect":"Deny","NotPrincipal":{"AWS":"*"},"Action":"sts:AssumeRole"})",
           "AssumeRole policy must not contain NotPrincipal field."},
          {trust(root, R"("NotPrincipal":{"AWS":"*"},"Action":"sts:AssumeRole")"), "Allow with NotPrincipal is not allowed."},
          {R"({"Effect":"Allow","Action":"sts:AssumeRole"})", "Missing required field Principal"},
          {trust("{}"), "Missing required field Principal cannot be empty!"},
          {trust(R"({"AWS":[]})"), "Missing required field Principal cannot be empty!"},
          {R"({"Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"})", "Missing required field Effect"},
          {R"({"Effect":"Permit","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"})", "Invalid effect: Permit"},
          {R"({"Effect":"allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"})", "Invalid effect: allow"},
          {R"({"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"})", ""},
          {R"({"Effect":"Allow","Principal":{"AWS":"111122223333"}})", "Missing required field Action"},
          {trust(root, R"("Action":[])"), "Missing required field Action"},
          {trust(root, R"("Action":"sts:AssumeRole","NotAction":"sts:TagSession")"), syntax},
          {trust(root, R"("Action":"sts:AssumeRole","Comment":"x")"), "Has prohibited field Comment"},
          {R"({"Sid":"One",)" + aws("111122223333").substr(1), ""},
          {R"({"Sid":"",)" + aws("111122223333").substr(1), ""},
          {R"({"Sid":"a b",)" + aws("111122223333").substr(1),
           "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"},
          {R"({"Statement":[{"Sid":"One",)" + aws("111122223333").substr(1) + R"(,{"Sid":"One",)" + aws("444455556666").substr(1) + "]}",
           "The Statement Ids in the policy are not unique"},
          {R"({"Statement":[{"Sid":"",)" + aws("111122223333").substr(1) + R"(,{"Sid":"",)" + aws("444455556666").substr(1) + "]}", ""},
      });
}

TEST_CASE("trust policies: actions", "[stored-policy]") {
  check_cases(PolicyKind::trust, {
                                     {trust_action(R"("sts:AssumeRole")"), ""},
                                     {trust_action(R"("sts:AssumeRoleWithSAML")"), ""},
                                     {trust_action(R"("sts:AssumeRoleWithWebIdentity")"), ""},
                                     {trust_action(R"(["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity","sts:SetContext"])"), ""},
                                     {trust_action(R"("STS:assumerole")"), sts_actions_only},
                                     {trust_action(R"("sts:*")"), sts_actions_only},
                                     {trust_action(R"("sts:Assume*")"), sts_actions_only},
                                     {trust_action(R"("sts:TagSessio?")"), sts_actions_only},
                                     {trust_action(R"("*")"), sts_actions_only},
                                     {trust_action(R"("s3:GetObject")"), sts_actions_only},
                                     {trust_action(R"(["sts:AssumeRole","s3:GetObject"])"), sts_actions_only},
                                     {trust_action(R"("AssumeRole")"), sts_actions_only},
                                     {trust_action(R"("sts:GetCallerIdentity")"), sts_actions_only},
                                     {trust_action(R"("sts:Get*")"), sts_actions_only},
                                     {trust(R"({"AWS":"111122223333"})", R"("NotAction":"sts:TagSession")"), ""},
                                     {trust(R"({"AWS":"111122223333"})", R"("NotAction":"iam:PassRole")"), sts_actions_only},
                                 });
}

TEST_CASE("trust policies: principals that are stored", "[stored-policy]") {
  for (const std::string principal :
       {"*", "111122223333", "999988887777", "arn:aws:iam::111122223333:root", "arn:aws:iam::999988887777:root",
        "arn:aws-cn:iam::999988887777:root", "arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:role/team/x/Deep",
        "arn:aws:iam::999988887777:user/somebody", "arn:aws:iam::999988887777:role/team/Something",
        "arn:aws:sts::111122223333:assumed-role/Anything/s1", "arn:aws:sts::111122223333:federated-user/bob", "AIDAEXAMPLEALICE00000",
        "AROAEXAMPLEDEEP000000"}) {
    check_cases(PolicyKind::trust, {{aws(principal), ""}});
  }
  check_cases(PolicyKind::trust,
              {
                  {trust(R"({"Service":["ec2.amazonaws.com","codedeploy.us-east-1.amazonaws.com","ec2.amazonaws.com.cn"]})"), ""},
                  {trust(R"({"AWS":"arn:aws:iam::111122223333:user/alice","Service":"ec2.amazonaws.com"})"), ""},
                  {trust(R"({"Federated":"arn:aws:iam::111122223333:saml-provider/Corp"})", R"("Action":"sts:AssumeRoleWithSAML")"), ""},
                  {federated("arn:aws:iam::111122223333:oidc-provider/idp.example.com", ""), ""},
                  {federated("accounts.google.com", R"(,"Condition":{"StringEquals":{"accounts.google.com:aud":"app"}})"), ""},
              });
}

TEST_CASE("trust policies: principals that are refused", "[stored-policy]") {
  for (const std::string principal : {"arn:aws:iam::111122223333:user/nobody",
                                      "arn:aws:iam::111122223333:user/ALICE",
                                      "arn:aws:iam::111122223333:role/Deep",
                                      "arn:aws:iam::111122223333:role/Nothing",
                                      "arn:aws:iam::111122223333:group/Auditors",
                                      "arn:aws:iam::111122223333:user/*",
                                      "arn:aws:iam::999988887777:role/Some*",
                                      "arn:aws:iam::*:root",
                                      "arn:aws:sts::111122223333:assumed-role/Deep/*",
                                      "arn:aws:sts::111122223333:assumed-role/team/x/Deep/s1",
                                      "arn:aws:iam::1234:root",
                                      "arn:aws-cn:iam::111122223333:root",
                                      "arn:example:iam::111122223333:root",
                                      "arn:aws:iam::999988887777:user/${aws:username}",
                                      "arn:aws:s3:::example-bucket",
                                      "arn:aws:iam::111122223333:saml-provider/Corp",
                                      "alice",
                                      "1111-2222-3333",
                                      "",
                                      "AIDAEXAMPLENOBODY0000",
                                      "AROAEXAMPLEDELETED000"}) {
    check_cases(PolicyKind::trust, {{aws(principal), invalid_aws(principal)}});
  }
  check_cases(PolicyKind::trust,
              {
                  {trust(R"("*")"), R"(AssumeRolepolicy contained an invalid principal: "STAR":"*".)"},
                  {trust(R"("111122223333")"), syntax},
                  {trust(R"({"AWS":["arn:aws:iam::111122223333:user/alice","arn:aws:iam::111122223333:user/nobody"]})"),
                   invalid_aws("arn:aws:iam::111122223333:user/nobody")},
                  {trust(R"({"Service":"*"})"), R"(Invalid principal in policy: "SERVICE":"*")"},
                  {trust(R"({"Service":"ec2"})"), R"(Invalid principal in policy: "SERVICE":"ec2")"},
                  {trust(R"({"Service":".amazonaws.com"})"), R"(Invalid principal in policy: "SERVICE":".amazonaws.com")"},
                  {federated("*", ""), "Federated principals must be valid domain names or SAML metadata ARNs"},
                  {federated("idp.example.com", ""), R"(Invalid principal in policy: "FEDERATED":"idp.example.com")"},
                  {federated("arn:aws:iam::111122223333:oidc-provider/*", ""),
                   R"(Invalid principal in policy: "FEDERATED":"arn:aws:iam::111122223333:oidc-provider/*")"},
                  {federated("arn:aws:iam::111122223333:role/team/x/Deep", ""),
                   R"(Invalid principal in policy: "FEDERATED":"arn:aws:iam::111122223333:role/team/x/Deep")"},
                  {trust(R"({"User":"arn:aws:iam::111122223333:user/alice"})"), R"(Invalid principal in policy: "User")"},
                  {trust(R"({"CanonicalUser":"79a59d"})"), R"(Invalid principal in policy: "CanonicalUser")"},
              });
}

TEST_CASE("a role does not exist while it is being created", "[stored-policy]") {
  const std::string self = "arn:aws:iam::999988887777:role/Selfish";
  const std::string text = R"({"Statement":)" + aws(self) + "}";
  CHECK(faults_of(text, PolicyKind::trust).empty());
  const auto faults = faults_of(text, PolicyKind::trust, self);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].error.message == invalid_aws(self));
  CHECK(faults[0].reason.id == MessageId::stored_policy_principal_self);
}

TEST_CASE("trust policies: condition operators", "[stored-policy]") {
  const auto with = [](const std::string& condition) {
    return trust(R"({"AWS":"111122223333"})", R"("Action":"sts:AssumeRole","Condition":)" + condition);
  };
  check_cases(PolicyKind::trust,
              {
                  {with(R"({"StringEquals":{"sts:ExternalId":"x1"}})"), ""},
                  {with(R"({"StringEquals":{"example:Key":"x"}})"), ""},
                  {with(R"({"ForAllValues:StringLikeIfExists":{"aws:TagKeys":["a*"]}})"), ""},
                  {with(R"({"Bool":{"aws:MultiFactorAuthPresent":true},"NumericLessThan":{"aws:MultiFactorAuthAge":3600}})"), ""},
                  {with(R"({"ForAllValuesStringEquals":{"aws:TagKeys":["a"]}})"), "Invalid Condition type : ForAllValuesStringEquals"},
                  {with(R"({"StringMatches":{"a:b":"x","a:c":"x"}})"), "Invalid Condition type : StringMatches"},
                  {with(R"({"NullIfExists":{"a:b":"true"}})"), "Invalid Condition type : NullIfExists"},
                  {with(R"({"StringEquals":{"sts:ExternalId":null}})"), syntax},
              });
}

// Expected values: https://github.com/radkawar/stackd/tree/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata,
// oidc_trust_controls_*.json
TEST_CASE("shared identity providers: the claim that tells tenants apart", "[stored-policy]") {
  for (const SharedProvider& row : shared_providers()) {
    if (row.strict) continue;
    const std::string host(row.host);
    const bool is_cognito = host == "cognito-identity.amazonaws.com";
    const std::string principal = is_cognito ? host : "arn:aws:iam::111122223333:oidc-provider/" + host;
    const std::string key = required_keys(row, host).front();
    const std::string refused = "Trust policy with trusted principal " + host +
                                " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, " + key +
                                " which is not scoped to all.";
    const auto with = [&](const std::string& name, const std::string& name_of_key, const std::string& value) {
      return federated(principal, R"(,"Condition":{")" + name + R"(":{")" + name_of_key + "\":" + value + "}}");
    };
    check_cases(
        PolicyKind::trust,
        {
            {federated(principal, ""), is_cognito ? "A condition block must be present for the Cognito provider" : refused},
            {with("StringEquals", host + ":amr", R"("x")"), refused},
            {with("StringEquals", key, R"("x")"), ""},
            {with("StringEqualsIgnoreCase", key, R"(["x","y"])"), ""},
            {with("StringLike", key, R"("repo:acme/*")"), ""},
            {with("ForAnyValue:StringLike", key, R"("x*")"), ""},
            {with("ForAllValues:StringEquals", key, R"("x")"), ""},
            {with("StringLike", key, R"("*")"), refused},
            {with("StringLike", key, R"("?*?")"), ""},
            {with("StringLike", key, R"(["x*","*"])"), refused},
            {with("StringEquals", key, R"("")"), ""},
            {with("StringEquals", key, "[]"), ""},
            {with("StringNotEquals", key, R"("x")"), refused},
            {with("StringEqualsIfExists", key, R"("x")"), refused},
            {with("Null", key, R"("false")"), refused},
            {federated(principal, R"(,"Condition":{"StringEquals":{")" + key + R"(":"x"},"StringLike":{")" + key + R"(":"*"}})"), ""},
        });
  }
}

TEST_CASE("GitHub as identity provider: sub or job_workflow_ref, and a stricter rule", "[stored-policy]") {
  const std::string issuer = "token.actions.githubusercontent.com";
  const std::string arn = "arn:aws:iam::111122223333:oidc-provider/";
  const auto refused = [&](const std::string& of) {
    return "Trust policy with trusted principal " + arn + of +
           " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, " + of + ":sub or " + of +
           ":job_workflow_ref which is not scoped to all.";
  };
  const auto with = [&](const std::string& of, const std::string& conditions) {
    return federated(arn + of, R"(,"Condition":{)" + conditions + "}");
  };
  const std::string sub = "\"" + issuer + ":sub\":";
  const std::string job = "\"" + issuer + ":job_workflow_ref\":";
  const std::string bad = refused(issuer);
  check_cases(
      PolicyKind::trust,
      {
          {federated(arn + issuer, ""), bad},
          {with(issuer, R"("StringEquals":{)" + sub + R"("x"})"), ""},
          {with(issuer, R"("StringEquals":{)" + job + R"("x"})"), ""},
          {with(issuer, R"("StringEquals":{")" + issuer + R"(:SUB":"x"})"), ""},
          {with(issuer, R"("StringLike":{)" + sub + R"("??*"})"), ""},
          {with(issuer, R"("StringLike":{)" + sub + R"("${aws:username}"})"), ""},
          {with(issuer, R"("StringLike":{)" + sub + R"("*owned"})"), bad},
          {with(issuer, R"("StringEquals":{)" + sub + R"("**"})"), bad},
          {with(issuer, R"("StringEquals":{)" + sub + R"(""})"), bad},
          {with(issuer, R"("StringEquals":{)" + sub + R"(" "})"), bad},
          {with(issuer, R"("StringEquals":{)" + sub + "[]}"), ""},
          {with(issuer, R"("StringEquals":{)" + sub + R"("x",)" + job + R"("*"})"), bad},
          {with(issuer, R"("StringEquals":{)" + sub + R"("*",)" + job + R"("x"})"), bad},
          {with(issuer + "/private", R"("StringEquals":{)" + sub + R"("x"})"), refused(issuer + "/private")},
          {with(issuer + ".example.test", R"("StringEquals":{)" + sub + R"("x"})"), refused(issuer + ".example.test")},
          {with("vstoken.actions.githubusercontent.com/some/path", R"("Bool":{"aws:SecureTransport":"true"})"), ""},
          {R"({"Effect":"Deny","Principal":{"Federated":")" + arn + issuer + R"("},"Action":"sts:AssumeRoleWithWebIdentity"})", ""},
          {R"({"Effect":"Allow","Principal":{"Federated":")" + arn + issuer + R"("},"Action":"sts:TagSession"})", ""},
          // The condition of another statement does not count.
          {R"({"Statement":[)" + federated(arn + issuer, "") + "," + with(issuer, R"("StringEquals":{)" + sub + R"("x"})") + "]}", bad},
      });
}

TEST_CASE("Google, Amazon and Facebook: an equality on an application id", "[stored-policy]") {
  for (const BuiltInProvider& row : built_in_providers()) {
    if (row.application_keys.front().empty()) continue;
    const std::string host(row.host);
    const std::string refused = "Policy trusting " + host + " requires a StringEquals condition on an application id";
    const auto with = [&](const std::string& name, const std::string& key, const std::string& value) {
      return federated(host, R"(,"Condition":{")" + name + R"(":{")" + host + ":" + key + "\":" + value + "}}");
    };
    check_cases(PolicyKind::trust, {
                                       {federated(host, ""), refused},
                                       {with("StringEquals", std::string(row.application_keys.front()), R"("x")"), ""},
                                       {with("StringEqualsIgnoreCase", "sub", R"("*")"), ""},
                                       {with("ForAllValues:StringEquals", "sub", R"(["*"])"), ""},
                                       {with("StringEquals", "sub", R"("")"), ""},
                                       {with("StringEquals", "SUB", R"("x")"), refused},
                                       {with("StringEquals", "email", R"("x")"), refused},
                                       {with("StringLike", "sub", R"("x")"), refused},
                                       {with("StringEqualsIfExists", "sub", R"("x")"), refused},
                                   });
  }
}

// Sources beside the rules in core/iam/stored_policy_checks.cpp.
TEST_CASE("resources of identity-based policies: partition, and no Region in ARNs of IAM", "[stored-policy]") {
  const auto on = [](const std::string& resource) {
    return R"({"Effect":"Allow","Action":"iam:GetRole","Resource":")" + resource + R"("})";
  };
  check_cases(PolicyKind::identity, {
                                        {on("arn:aws:iam::111122223333:role/*"), ""},
                                        {on("arn:*:iam::111122223333:role/*"), ""},
                                        {on("arn:aws-cn:iam::111122223333:role/*"),
                                         "Partition \"aws-cn\" is not valid for resource \"arn:aws-cn:iam::111122223333:role/*\"."},
                                        {on("arn:${Partition}:s3:::bucket"),
                                         "Partition \"${Partition}\" is not valid for resource \"arn:${Partition}:s3:::bucket\"."},
                                        {on("arn:aws:iam:us-east-1:111122223333:role/*"),
                                         "IAM resource arn:aws:iam:us-east-1:111122223333:role/* cannot contain region information."},
                                        {on("arn:aws:ssm:us-east-1:111122223333:parameter/x"), ""},
                                    });
}

TEST_CASE("trust policies: the quota comes last", "[stored-policy]") {
  const std::string begin = R"({"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole",)";
  const auto sized = [&](std::size_t size, const std::string& space = "") {
    std::string text = begin + R"("Condition":{"StringEquals":{"sts:ExternalId":")";
    const std::string end = R"("}}}]})";
    text += std::string(size - text.size() - end.size(), 'x') + end;
    return space + text + space;
  };
  CHECK(faults_of(sized(2048), PolicyKind::trust).empty());
  CHECK(faults_of(sized(2048, " \t\r\n"), PolicyKind::trust).empty());
  const auto faults = faults_of(sized(2049), PolicyKind::trust);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].error.code == "LimitExceeded");
  CHECK(faults[0].error.http_status == 409);
  CHECK(faults[0].error.message == "Cannot exceed quota for ACLSizePerRole: 2048");
  const std::string statement = identity(R"("s3:GetObject")", R"("arn:aws:s3:::)" + std::string(3000, 'k') + "\"");
  CHECK(faults_of(R"({"Statement":)" + statement + "}", PolicyKind::identity).empty());
  CHECK(faults_of(R"({"Statement":)" + statement + "}", PolicyKind::trust).back().error.code == "LimitExceeded");
}

TEST_CASE("identity-based policies", "[stored-policy]") {
  const std::string vendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
  const std::string get = R"("s3:GetObject")";
  const std::string plain = identity(get, R"("*")");
  const auto more = [&](const std::string& element) { return plain.substr(0, plain.size() - 1) + "," + element + "}"; };
  check_cases(
      PolicyKind::identity,
      {
          {plain, ""},
          {R"({"Statement":)" + plain + "}", ""},
          {R"({"Version":"2008-10-17","Statement":)" + plain + "}", ""},
          {identity(R"(["s3:GetObject","s3:Put*","*"])", R"(["arn:aws:s3:::b","arn:aws:s3:::b/${aws:username}/*","arn:aws:dynamodb:*"])"),
           ""},
          {R"({"Effect":"Allow","NotAction":"iam:*","NotResource":"arn:aws:s3:::b"})", ""},
          {R"({"Version":"2012-10-17",})", syntax},
          {R"({"Version":"2012-10-17"})", syntax},
          {R"({"Version":"2012-10-17","Statement":[]})", syntax},
          {R"({"Version":"2020-10-17","Statement":)" + plain + "}", syntax},
          {more(R"("Principal":{"AWS":"*"})"), "Has prohibited field Principal"},
          {more(R"("NotPrincipal":{"AWS":"*"})"), "Has prohibited field NotPrincipal"},
          {more(R"("NotAction":"s3:PutObject")"), syntax},
          {more(R"("NotResource":"*")"), syntax},
          {more(R"("Comment":"x")"), syntax},
          {more(R"("Condition":{"StringIs":{"s3:prefix":"x"}})"), syntax},
          {R"({"Sid":"my-sid",)" + plain.substr(1),
           "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"},
          {R"({"Statement":[{"Sid":"One",)" + plain.substr(1) + R"(,{"Sid":"One",)" + plain.substr(1) + "]}",
           "Statement IDs (SID) in a single policy must be unique."},
          {R"({"Statement":{"Action":"s3:GetObject","Resource":"*"}})", syntax},
          {R"({"Effect":"Permit","Action":"s3:GetObject","Resource":"*"})", syntax},
          {R"({"Effect":"allow","Action":"s3:GetObject","Resource":"*"})", "The policy failed legacy parsing"},
          {R"({"Effect":"Allow","Resource":"*"})", "Policy statement must contain actions."},
          {identity("[]", R"("*")"), "Policy statement must contain actions."},
          {R"({"Effect":"Allow","Action":"s3:GetObject"})", "Policy statement must contain resources."},
          {identity(get, "[]"), "Policy statement must contain resources."},
          {identity(R"("GetObject")", R"("*")"), vendor},
          {identity(R"("")", R"("*")"), vendor},
          {identity(R"(":GetObject")", R"("*")"), vendor},
          {identity(R"("s3:Get:Object")", R"("*")"), "Actions/Condition can contain only one colon."},
          {identity(get, R"("example-bucket")"), R"(Resource example-bucket must be in ARN format or "*".)"},
          {identity(get, R"("")"), R"(Resource  must be in ARN format or "*".)"},
          {identity(get, R"("arn:aws:iam:111122223333:user/x")"), "The policy failed legacy parsing"},
      });
}

// condition_values.json and condition_ip.json of https://github.com/radkawar/stackd, recorded with PutUserPolicy
TEST_CASE("identity-based policies: values of conditions", "[stored-policy]") {
  const std::string refused = "The policy failed legacy parsing";
  const auto with = [](const std::string& name, const std::string& value) {
    return R"({"Effect":"Allow","Action":"iam:TagUser","Resource":"*","Condition":{")" + name + R"(":{"aws:RequestTag/value":")" + value +
           R"("}}})";
  };
  std::vector<std::pair<std::string, std::string>> cases;
  for (const auto& [name, value] : std::initializer_list<std::pair<std::string, std::string>>{{"NumericEquals", "01"},
                                                                                              {"NumericEquals", "1."},
                                                                                              {"Bool", "yes"},
                                                                                              {"Bool", ""},
                                                                                              {"Null", "yes"},
                                                                                              {"Null", "TRUE"},
                                                                                              {"DateEquals", "2030-01-01T00:00:00"},
                                                                                              {"DateEquals", "+1893456000"},
                                                                                              {"BinaryEquals", "YQ=="},
                                                                                              {"ArnLike", "*"},
                                                                                              {"ArnLike", "arn:aws:iam::*:user/*"},
                                                                                              {"ArnNotEquals", "${aws:PrincipalTag/arn}"},
                                                                                              {"IpAddress", "192.0.2.0/+24"},
                                                                                              {"IpAddress", "2001:DB8::/064"},
                                                                                              {"NotIpAddress", "::/0"},
                                                                                              {"ForAnyValue:NumericEquals", "-1e2"}}) {
    cases.emplace_back(with(name, value), "");
  }
  for (const auto& [name, value] : std::initializer_list<std::pair<std::string, std::string>>{{"NumericEquals", "NaN"},
                                                                                              {"NumericNotEquals", "no-number"},
                                                                                              {"NumericLessThanIfExists", ""},
                                                                                              {"DateEquals", "not-a-date"},
                                                                                              {"DateNotEquals", ""},
                                                                                              {"ArnLike", "not-an-arn"},
                                                                                              {"ArnNotLike", ""},
                                                                                              {"IpAddress", "not-an-ip"},
                                                                                              {"NotIpAddress", "192.0.2.0/33"},
                                                                                              {"IpAddress", "2001:db8::5/127"},
                                                                                              {"IpAddress", "::ffff:192.0.2.1"},
                                                                                              {"BinaryEquals", "no-binary"},
                                                                                              {"ForAllValues:NumericEquals", "x"},
                                                                                              {"IpAddressIfExists", "*"}}) {
    cases.emplace_back(with(name, value), refused);
  }
  for (const auto& [text, message] : cases) check_cases(PolicyKind::identity, {{text, message}});
}

TEST_CASE("all faults are told, the document's shape first, then values as they stand in the text", "[stored-policy]") {
  const std::string text =
      R"({"Statement":[{"Effect":"Allow","Action":"s3:Get","Principal":{"AWS":"x"},"Sid":"-"},{"Effect":"no","Action":"sts:AssumeRole","Principal":"*","Resource":"*"}]})";
  const auto faults = faults_of(text, PolicyKind::trust);
  std::vector<std::string> found;
  for (const PolicyFault& fault : faults) found.push_back(text.substr(fault.span.begin, fault.span.end - fault.span.begin));
  CHECK(found == std::vector<std::string>{"\"Resource\"", "\"no\"", "\"s3:Get\"", "\"x\"", "\"-\"", "\"*\""});
}

TEST_CASE("the fault of a text that is no policy says what is wrong and where", "[stored-policy]") {
  const PolicyReading reading = read(R"({"Statement":[],})", PolicyKind::trust);
  const PolicyFault fault = unreadable_policy_fault(reading, PolicyKind::trust);
  CHECK(fault.error.code == "MalformedPolicyDocument");
  CHECK(fault.error.http_status == 400);
  CHECK(fault.reason.id == MessageId::json_trailing_comma);
  CHECK(fault.span.begin == 15);
}

TEST_CASE("white space outside of strings does not count against quotas", "[stored-policy]") {
  CHECK(quota_characters("") == 0);
  CHECK(quota_characters(" {\n\t\"a b\" :\r\n\"c\" } ") == 11);
  CHECK(quota_characters(R"({"a": "x \" y \\" , "b": 1})") == 23);
  CHECK(quota_characters("\"\xC3\xA9\"") == 3);
}
