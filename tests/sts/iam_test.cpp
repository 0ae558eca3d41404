// The operations of IAM that change the world: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
#include <algorithm>

#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
namespace {

constexpr std::string_view additions = R"("accounts": {"111122223333": {
  "users": {"bob": {"policies": {"P": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}},
            "holder": {"attached": ["ReadLogs"]}, "idle": {}, "keyed": {"accessKeys": ["AKIAEXAMPLE00000001"]},
            "guarded": {"mfaDevices": ["arn:aws:iam::111122223333:mfa/guarded"]}},
  "roles": {
    "Idle": {"trust": {"Version": "2012-10-17", "Statement": []}},
    "Bounded": {"boundary": {"arn": "arn:aws:iam::111122223333:policy/ReadLogs"}, "trust": {"Version": "2012-10-17", "Statement": []}},
    "Attached": {"attached": ["ReadLogs"], "trust": {"Version": "2012-10-17", "Statement": []}},
    "Linked": {"path": "/aws-service-role/support.amazonaws.com/", "serviceLinkedFor": "support.amazonaws.com",
               "trust": {"Version": "2012-10-17", "Statement": []}}}}})";

constexpr std::string_view good_trust =
    R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
      "Action": "sts:AssumeRole"}]})";
constexpr std::string_view good_policy =
    R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})";

struct Operation {
  std::string name;        // without iam:
  std::string subject;     // RoleName or UserName
  std::string good_name;   // of a role or user that it may be called for
  std::string denied_on;   // what a refusal calls it: gardener/dashboard pull request 725, aws/aws-cdk issue 27067
  std::string parameters;  // the others
};

// IAM's names: botocore/data/iam/2010-05-08/service-2.json
std::vector<Operation> operations() {
  const std::string role = "role ";
  const std::string user = "user ";
  const std::string arn = "arn:aws:iam::111122223333:";
  const std::string read_logs = R"(, "PolicyArn": "arn:aws:iam::111122223333:policy/ReadLogs")";
  const std::string document = R"(, "PolicyName": "New", "PolicyDocument": )" + std::string(good_policy);
  return {
      {"CreateRole", "RoleName", "New", arn + "role/New", R"(, "AssumeRolePolicyDocument": )" + std::string(good_trust)},
      {"DeleteRole", "RoleName", "Idle", role + "Idle", ""},
      {"UpdateAssumeRolePolicy", "RoleName", "Idle", role + "Idle", R"(, "PolicyDocument": )" + std::string(good_trust)},
      {"UpdateRole", "RoleName", "Idle", role + "Idle", R"(, "MaxSessionDuration": 7200)"},
      {"PutRolePolicy", "RoleName", "Idle", role + "Idle", document},
      {"DeleteRolePolicy", "RoleName", "Target", role + "Target", R"(, "PolicyName": "Permissions")"},
      {"TagRole", "RoleName", "Idle", role + "Idle", R"(, "Tags": [{"Key": "a", "Value": "b"}])"},
      {"UntagRole", "RoleName", "Idle", role + "Idle", R"(, "TagKeys": ["a"])"},
      {"CreateUser", "UserName", "new", arn + "user/new", ""},
      {"DeleteUser", "UserName", "idle", user + "idle", ""},
      {"PutUserPolicy", "UserName", "idle", user + "idle", document},
      {"DeleteUserPolicy", "UserName", "bob", user + "bob", R"(, "PolicyName": "P")"},
      {"AttachRolePolicy", "RoleName", "Idle", role + "Idle", read_logs},
      {"DetachRolePolicy", "RoleName", "Attached", role + "Attached", read_logs},
      {"AttachUserPolicy", "UserName", "idle", user + "idle", read_logs},
      {"DetachUserPolicy", "UserName", "holder", user + "holder", read_logs},
      {"PutRolePermissionsBoundary", "RoleName", "Idle", role + "Idle",
       R"(, "PermissionsBoundary": "arn:aws:iam::111122223333:policy/ReadLogs")"},
      {"DeleteRolePermissionsBoundary", "RoleName", "Bounded", role + "Bounded", ""},
  };
}

// IAM's message leaves the value out: localstack tests/aws/services/iam/test_iam_roles.snapshot.json, recorded 2026-02
std::string fault(std::string_view parameter, std::string_view constraint) {
  return "1 validation error detected: Value at '" + std::string(parameter) + "' failed to satisfy constraint: " + std::string(constraint);
}

json name(const Operation& operation, const std::string& value) { return with("\"" + operation.subject + R"(": ")" + value + "\""); }

Row malformed(std::string wrong, json change, std::string message) {
  return {9, std::move(wrong), std::move(change), "Error", "MalformedPolicyDocument", 400, std::move(message)};
}

// What every operation answers.
std::vector<Row> common_rows(const Operation& operation) {
  const std::string camel = operation.subject == "RoleName" ? "roleName" : "userName";
  const std::string long_name(129, 'n');
  const std::string action = "iam:" + operation.name;
  const std::string base = "User: {caller} is not authorized to perform: " + action + " on resource: " + operation.denied_on;
  const json nothing = world(R"("accounts": {"111122223333": {"users": {"alice": {"policies": {"Permissions": null}}}}})");
  const bool is_short = operation.name == "CreateUser" || operation.name == "AttachUserPolicy" || operation.name == "DetachUserPolicy";
  const int longest = operation.subject == "RoleName" || is_short ? 64 : 128;
  return {
      no_credentials(),
      expired_credentials(),
      deleted_caller(),
      // id_credentials_temp_request.html; the code: https://github.com/hashicorp/terraform-provider-aws/issues/12111
      {5, "credentials of GetSessionToken without MFA", step(R"("as": "token")"), "Error", "InvalidClientTokenId", 403,
       "The security token included in the request is invalid"},
      // Versity S3 gateway's IAM emulation, modelled on AWS
      {3, "a name with a blank", name(operation, "a b"), "Error", "ValidationError", 400,
       "The specified value for " + camel + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"},
      // botocore/data/iam/2010-05-08/service-2.json: roleNameType 64, userNameType 64, existingUserNameType 128
      {4, "a name of 129 characters", name(operation, long_name), "Error", "ValidationError", 400, fault(camel, at_most(longest))},
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
      {6, "a policy denies", policy_of_alice("D", R"({"Effect": "Deny", "Action": ")" + action + R"(", "Resource": "*"})"), "Deny",
       "AccessDenied", 403, base + " with an explicit deny in an identity-based policy"},
      {6, "no policy allows", nothing, "Deny", "AccessDenied", 403,
       base + " because no identity-based policy allows the " + action + " action"},
  };
}

// Roles and users that are not there or may not be changed. Codes and statuses: botocore/data/iam/2010-05-08/service-2.json
std::vector<Row> entity_rows(const Operation& operation) {
  const bool is_role = operation.subject == "RoleName";
  if (operation.name.substr(0, 6) == "Create") {
    const std::string taken = is_role ? "TARGET" : "ALICE";  // names are unique without regard to letter case: API_CreateRole.html
    return {{7, "the name is taken", name(operation, taken), "Error", "EntityAlreadyExists", 409, ""}};
  }
  // localstack's IAM provider and Versity S3 gateway have the text for roles.
  std::vector<Row> rows = {{7, "it does not exist", name(operation, "Missing"), "Error", "NoSuchEntity", 404,
                            std::string(is_role ? "The role" : "The user") + " with name Missing cannot be found."}};
  // Recorded 2026-09: a service-linked role's description and tags may change.
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/iam/testdata/service_linked_roles_aws.json
  const bool free = operation.name == "TagRole" || operation.name == "UntagRole";
  if (is_role && !free) rows.push_back({7, "a service-linked role", name(operation, "Linked"), "Error", "UnmodifiableEntity", 400, ""});
  return rows;
}

// What IAM refuses to store: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, MalformedPolicyDocument.
// Texts: localstack's test_iam.snapshot.json, https://github.com/aws/aws-cdk/issues/5732,
// https://github.com/hashicorp/terraform-provider-aws/issues/8905
std::vector<Row> trust_rows(const std::string& parameter) {
  const auto document = [&](const std::string& text) { return with("\"" + parameter + "\": " + text); };
  const auto statement = [&](const std::string& text) { return document(R"({"Version": "2012-10-17", "Statement": [)" + text + "]}"); };
  const std::string long_sid(2049, 'a');
  return {
      malformed("no JSON", document(R"("{,}")"), "This policy contains invalid Json"),
      malformed("any principal as a bare text", statement(R"({"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"})"),
                "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\"."),
      malformed(
          "a user that does not exist",
          statement(R"({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/none"}, "Action": "sts:AssumeRole"})"),
          "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/none\""),
      malformed("an unknown operator", statement(R"({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole",
                  "Condition": {"ForAllValuesStringEquals": {"aws:TagKeys": "a"}}})"),
                "Invalid Condition type : ForAllValuesStringEquals"),
      // https://github.com/kubeflow/kubeflow/issues/6687
      {9, "longer than the quota",
       statement(R"({"Sid": ")" + long_sid + R"(", "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"})"),
       "Error", "LimitExceeded", 409, "Cannot exceed quota for ACLSizePerRole: 2048"},
  };
}

// https://github.com/hashicorp/terraform/issues/13449, moto's tests/test_iam/test_iam_policies.py,
// https://github.com/aws-amplify/amplify-backend/issues/2615
std::vector<Row> policy_rows(const Operation& operation) {
  const auto statement = [](const std::string& text) {
    return with(R"("PolicyDocument": {"Version": "2012-10-17", "Statement": [)" + text + "]}");
  };
  const bool is_role = operation.subject == "RoleName";
  const std::string quota = is_role ? "10240" : "2048";
  const std::string owner = is_role ? "role Idle" : "user idle";
  std::string resources;
  for (int i = 0; i < (is_role ? 500 : 100); ++i)
    resources += (i == 0 ? "\"" : ", \"") + std::string("arn:aws:s3:::example-bucket/") + "*\"";
  return {
      malformed("no JSON", with(R"("PolicyDocument": "{,}")"), "Syntax errors in policy."),
      malformed("no actions", statement(R"({"Effect": "Allow", "Resource": "*"})"), "Policy statement must contain actions."),
      malformed("no resources", statement(R"({"Effect": "Allow", "Action": "s3:GetObject"})"), "Policy statement must contain resources."),
      malformed("an action without a service", statement(R"({"Effect": "Allow", "Action": "GetObject", "Resource": "*"})"),
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
      malformed("a resource that is no ARN", statement(R"({"Effect": "Allow", "Action": "s3:*", "Resource": "bucket"})"),
                "Resource bucket must be in ARN format or \"*\"."),
      {10, "longer than the quota", statement(R"({"Effect": "Allow", "Action": "s3:*", "Resource": [)" + resources + "]}"), "Error",
       "LimitExceeded", 409, "Maximum policy size of " + quota + " bytes exceeded for " + owner},
  };
}

Row bad_maximum(const std::string& seconds, const std::string& relation, const std::string& bound) {
  // The wording: Versity S3 gateway's tests; the range: botocore/data/iam/2010-05-08/service-2.json, roleMaxSessionDurationType
  return {4,
          seconds + " seconds",
          with(R"("MaxSessionDuration": )" + seconds),
          "Error",
          "ValidationError",
          400,
          fault("maxSessionDuration", "Member must have value " + relation + " than or equal to " + bound)};
}

Row conflict(std::string wrong, json change, std::string message) {
  return {8, std::move(wrong), std::move(change), "Error", "DeleteConflict", 409, std::move(message)};
}

std::vector<Row> own_rows(const Operation& operation) {
  const std::string& called = operation.name;
  if (called == "CreateRole") return trust_rows("AssumeRolePolicyDocument");
  if (called == "UpdateAssumeRolePolicy") return trust_rows("PolicyDocument");
  if (called == "PutRolePolicy" || called == "PutUserPolicy") return policy_rows(operation);
  // Texts of DeleteConflict: issues of hashicorp/terraform-provider-aws
  if (called == "DeleteRole") {
    return {conflict("inline policies are left", name(operation, "Target"), "Cannot delete entity, must delete policies first."),
            conflict("attached policies are left", name(operation, "Attached"), "Cannot delete entity, must detach all policies first.")};
  }
  if (called == "DeleteUser") {
    return {conflict("inline policies are left", name(operation, "bob"), "Cannot delete entity, must delete policies first."),
            conflict("attached policies are left", name(operation, "holder"), "Cannot delete entity, must detach all policies first."),
            conflict("an access key is left", name(operation, "keyed"), "Cannot delete entity, must delete access keys first."),
            conflict("an MFA device is left", name(operation, "guarded"), "Cannot delete entity, must delete MFA device first.")};
  }
  if (called == "UpdateRole") return {bad_maximum("3599", "greater", "3600"), bad_maximum("43201", "less", "43200")};
  // Recorded 2026-02: localstack tests/aws/services/iam/test_iam_roles.snapshot.json
  const std::string missing = "arn:aws:iam::111122223333:policy/Missing";
  if (called == "AttachRolePolicy" || called == "AttachUserPolicy") {
    return {{8, "no such policy", with(R"("PolicyArn": ")" + missing + "\""), "Error", "NoSuchEntity", 404,
             "Policy " + missing + " does not exist or is not attachable."}};
  }
  if (called == "DetachRolePolicy" || called == "DetachUserPolicy") {
    return {{8, "not attached", with(R"("PolicyArn": ")" + missing + "\""), "Error", "NoSuchEntity", 404,
             "Policy " + missing + " was not found."}};
  }
  if (called == "PutRolePermissionsBoundary") {
    return {{8, "no such policy", with(R"("PermissionsBoundary": ")" + missing + "\""), "Error", "NoSuchEntity", 404,
             "Scope ARN: " + missing + " does not exist or is not attachable."}};
  }
  if (called == "TagRole") {
    return {{8, "a reserved key", with(R"("Tags": [{"Key": "aws:a", "Value": "b"}])"), "Error", "InvalidInput", 400,
             "Tag keys beginning with aws: are reserved for system use."}};
  }
  if (called == "DeleteRolePolicy" || called == "DeleteUserPolicy") {
    return {{8, "a policy that is not there", with(R"("PolicyName": "Missing")"), "Error", "NoSuchEntity", 404, ""}};
  }
  return {};
}

}  // namespace

std::vector<Suite> iam_suites() {
  std::vector<Suite> suites;
  for (const Operation& operation : operations()) {
    const std::string parameters = "\"" + operation.subject + R"(": ")" + operation.good_name + "\"" + operation.parameters;
    Suite suite{"iam:" + operation.name, changed(base_document("iam:" + operation.name, parameters), world(additions)), {}};
    for (const auto& rows : {common_rows(operation), entity_rows(operation), own_rows(operation)}) {
      suite.rows.insert(suite.rows.end(), rows.begin(), rows.end());
    }
    if (operation.name == "CreateRole") {
      suite.rows.push_back(bad_maximum("3599", "greater", "3600"));
      suite.rows.push_back(bad_maximum("43201", "less", "43200"));
    }
    std::stable_sort(suite.rows.begin(), suite.rows.end(), [](const Row& a, const Row& b) { return a.place < b.place; });
    suites.push_back(std::move(suite));
  }
  return suites;
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("IAM's operations answer each fault, and of two the earlier", "[sts][iam]") {
  for (const Suite& suite : iam_suites()) check_suite(suite);
}

// API_CreateRole.html and API_CreateUser.html
TEST_CASE("responses of CreateRole and CreateUser", "[sts][iam]") {
  for (const Suite& suite : iam_suites()) {
    const json step_answer = answer(suite.base);
    if (suite.operation == "iam:CreateRole") CHECK(text_at(step_answer, "/response/Role/Arn") == "arn:aws:iam::111122223333:role/New");
    if (suite.operation == "iam:CreateUser") CHECK(text_at(step_answer, "/response/User/Arn") == "arn:aws:iam::111122223333:user/new");
  }
}
