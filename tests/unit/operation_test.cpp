// What stands before an operation, in its order, by a row of its own: what the rows of STS and IAM say, tests/sts/ checks.
#include <set>
#include <string>

#include "core/scenario/operations.h"
#include "core/scenario/run.h"
#include "tests/catch.h"

namespace {

using namespace sts_playground;

CallResult answer(const World&, const Call&) {
  CallResult result;
  result.response.push_back({"Done", "yes"});
  return result;
}

std::optional<Refusal> refuse_first(const World&, const Call&) { return access_denied("first"); }

World world_without_sts() {
  auto account = std::make_shared<Account>();
  account->id = "111122223333";
  account->sts_inactive_regions = {"eu-south-2"};
  World world;
  world.accounts[account->id] = account;
  return world;
}

// A call of a user that every check lets through. The parameters of the operation are sts:AssumeRole's.
Call good_call() {
  Call call;
  call.operation = "sts:AssumeRole";
  call.caller.kind = CallerKind::user;
  call.caller.account = "111122223333";
  call.caller.arn = "arn:aws:iam::111122223333:user/alice";
  call.parameters.strings = {{"RoleArn", "arn:aws:iam::111122223333:role/Target"}, {"RoleSessionName", "alice"}};
  return call;
}

std::string code(const OperationRow& row, const Call& call) {
  const CallResult result = perform_operation(row, world_without_sts(), call);
  if (!result.refusal) return result.response.front().name;
  CHECK(result.decision == (result.refusal->error.code == "AccessDenied" ? Decision::deny : Decision::error));
  return result.refusal->error.code + ": " + result.refusal->error.message;
}

const OperationRow all_checks = {.name = "sts:AssumeRole",
                                 .perform = answer,
                                 .services = ServiceCalls::denied,
                                 .regional_endpoints_only = true,
                                 .region_of = RegionOf::caller,
                                 .check_first = refuse_first,
                                 .bad_role_arn = BadRoleArn::is_invalid,
                                 .temporary_credentials = "no sessions"};

}  // namespace

TEST_CASE("each check before an operation hides those after it", "[operation]") {
  OperationRow row = all_checks;
  Call call = good_call();
  call.caller.kind = CallerKind::anonymous;
  call.region = "global";
  call.parameters.strings = {{"RoleArn", "no ARN but twenty characters"}, {"RoleSessionName", "a b"}};
  call.session = std::make_shared<Session>();
  CHECK(code(row, call) == "MissingAuthenticationToken: Request is missing Authentication Token");
  call.caller.kind = CallerKind::service;
  CHECK(code(row, call).starts_with("AccessDenied: User: arn:aws:iam::111122223333:user/alice is not authorized to perform"));
  call.caller.kind = CallerKind::user;
  CHECK(code(row, call) == "InvalidAction: Unknown Operation");
  call.region = "eu-south-2";
  CHECK(code(row, call).starts_with("RegionDisabledException"));
  call.region = "us-east-1";
  CHECK(code(row, call) == "AccessDenied: first");
  row.check_first = nullptr;
  CHECK(code(row, call).starts_with("ValidationError: 1 validation error detected: Value 'a b' at 'roleSessionName'"));
  call.parameters.strings["RoleSessionName"] = "alice";
  CHECK(code(row, call) == "ValidationError: no ARN but twenty characters is invalid");
  row.bad_role_arn = BadRoleArn::of_request;
  CHECK(code(row, call) == "ValidationError: Request ARN is invalid");
  call.parameters.strings["RoleArn"] = "arn:aws:iam::111122223333:role/Target";
  CHECK(code(row, call) == "AccessDenied: no sessions");
  call.session = nullptr;
  CHECK(code(row, call) == "Done");
}

TEST_CASE("the columns of an operation", "[operation]") {
  Call call = good_call();
  SECTION("an operation that asks nobody's credentials") {
    call.caller.kind = CallerKind::anonymous;
    CHECK(code({.name = "sts:AssumeRole", .perform = answer, .is_signed = false}, call) == "Done");
  }
  SECTION("services") {
    call.caller.kind = CallerKind::service;
    CHECK(code({.name = "sts:AssumeRole", .perform = answer, .services = ServiceCalls::allowed}, call) == "Done");
    CHECK(code({.name = "sts:AssumeRole", .perform = answer, .services = ServiceCalls::unsigned_}, call).starts_with("MissingAuth"));
  }
  SECTION("what the global endpoint answers") {
    call.region = "global";
    const OperationRow row = {.name = "sts:AssumeRole",
                              .perform = answer,
                              .regional_endpoints_only = true,
                              .on_global_endpoint = &aws_errors::not_on_global_endpoint};
    CHECK(code(row, call) == "InvalidAction: Operation not supported on STS global endpoint");
  }
  SECTION("the Region of the role's account, not of the caller's") {
    call.region = "eu-south-2";
    const OperationRow row = {.name = "sts:AssumeRole", .perform = answer, .region_of = RegionOf::role};
    CHECK(code(row, call).starts_with("RegionDisabledException"));
    call.parameters.strings["RoleArn"] = "arn:aws:iam::999988887777:role/Target";
    CHECK(code(row, call) == "Done");
  }
}

TEST_CASE("every operation stands in one table, once", "[operation]") {
  std::set<std::string_view> names;
  for (const auto& table : operation_tables()) {
    for (const OperationRow& row : table) {
      INFO(row.name);
      CHECK(names.insert(row.name).second);
      CHECK(row.perform != nullptr);
      CHECK(find_operation(row.name) == &row);
    }
  }
  CHECK(find_operation("s3:GetObject") == nullptr);
  CHECK(find_operation("STS:AssumeRole") == nullptr);
}

TEST_CASE("what a check found, or why it refuses", "[operation]") {
  Checked<int> found = 3;
  CHECK_FALSE(found.refused());
  CHECK(*found == 3);
  Checked<int> refused = Refusal(aws_errors::missing_token);
  REQUIRE(refused.refused());
  CHECK(refused.refusal().error.code == "MissingAuthenticationToken");
  CHECK_FALSE(refused.refusal().reason.has_value());

  CallResult result;
  result.context.set("aws:SecureTransport", "true");
  const CallResult denied = refuse(result, access_denied("no"));
  CHECK(denied.decision == Decision::deny);
  CHECK(denied.refusal->error.http_status == 403);
  CHECK(denied.context.find("aws:securetransport") != nullptr);
  CHECK(CallResult(Refusal("ValidationError", 400, "no")).decision == Decision::error);
}

// Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/sts/managed_session_policy.json
// No step changes a managed policy, so that a scenario cannot say it.
TEST_CASE("a managed session policy is read at each request", "[operation]") {
  const SourceText text(R"({"format": "sts-playground/1", "accounts": {"111122223333": {
    "managedPolicies": {"Limit": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]},
                        "Other": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}},
    "users": {"alice": {}},
    "roles": {"Target": {"trust": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:AssumeRole"}]},
      "policies": {"P": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}}}}},
    "steps": [{"id": "s", "as": "arn:aws:iam::111122223333:user/alice", "call": "sts:AssumeRole", "with": {
        "RoleArn": "arn:aws:iam::111122223333:role/Target", "RoleSessionName": "alice",
        "PolicyArns": [{"arn": "arn:aws:iam::111122223333:policy/Limit"}]}},
      {"as": "s", "call": "iam:ListUsers"}]})");
  const auto parsed = read_scenario(text);
  REQUIRE(parsed.value.has_value());
  REQUIRE_FALSE(has_error(parsed.diagnostics));
  const Run run = run_scenario_steps(*parsed.value);
  CHECK(run.steps.back().result.decision == Decision::allow);
  World world = run.world;
  auto account = std::make_shared<Account>(*world.account("111122223333"));
  account->managed_policies["Limit"] = account->managed_policies["Other"];
  world.accounts["111122223333"] = account;
  CHECK(run_step(world, parsed.value->steps.back()).result.decision == Decision::deny);
}
