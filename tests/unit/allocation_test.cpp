// Evaluation allocates nothing per statement: a statement costs what it looks at. Only the trace grows, and here it has room.
#include <cstdlib>
#include <new>
#include <string>

#include "core/compile/read_policy_text.h"
#include "core/evaluate/evaluate.h"
#include "tests/catch.h"

namespace {

std::size_t allocations = 0;

}  // namespace

// Counts every allocation of this program. https://en.cppreference.com/w/cpp/memory/new/operator_new#Global_replacements
void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
// std::stable_sort takes its buffer this way.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace sts_playground;

struct Row {
  std::string name;
  std::string statement;
  bool matches;
};

// What a statement can look at. The values are longer than what a std::string holds without allocating.
const std::vector<Row>& rows() {
  const auto condition = [](const std::string& block) {
    return R"({"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":)" + block + "}";
  };
  static const std::vector<Row> all = {
      {"another action", R"({"Effect":"Allow","Action":["dynamodb:*","sts:AssumeRole","s3:Put*"],"Resource":"*"})", false},
      {"another resource",
       R"({"Effect":"Deny","Action":"*","Resource":["arn:aws:s3:::a-bucket-with-a-long-name/*","arn:aws:s3:::*/${aws:PrincipalTag/team}/y"]})",
       false},
      {"NotAction and NotResource", R"({"Effect":"Deny","NotAction":"s3:Get*","NotResource":"arn:aws:s3:::*"})", false},
      {"string conditions",
       condition(R"({"StringEquals":{"example:Name":["the value that the request does not have","${aws:PrincipalTag/team}"]},
        "StringNotLike":{"example:Name":"*request*"},"StringEqualsIgnoreCase":{"example:Name":"ANOTHER VALUE THAT IS LONG ENOUGH"}})"),
       false},
      {"number conditions", condition(R"({"NumericLessThan":{"example:Number":["10","10.0000000000000000000000001"]}})"), false},
      {"date conditions", condition(R"({"DateLessThan":{"aws:CurrentTime":["2026-01-15T09:00:00Z","1768467600.123456789012345"]}})"),
       false},
      {"address conditions",
       condition(R"({"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:0db8:0000:0000:0000:0000:0000:0001/128"]}})"), false},
      {"ARN conditions",
       condition(R"({"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::444455556666:*","arn:aws:iam::*:user/${aws:PrincipalTag/team}"]}})"),
       false},
      {"truth and absence", condition(R"({"Bool":{"aws:SecureTransport":"false"},"Null":{"example:Name":"true"}})"), false},
      {"base64 conditions", condition(R"({"BinaryEquals":{"example:Bytes":"dGhlIGJ5dGVzIHRoYXQgdGhlIHJlcXVlc3QgZG9lcyBub3QgaGF2ZQ=="}})"),
       false},
      {"set operators",
       condition(
           R"({"ForAllValues:StringEquals":{"aws:TagKeys":["the first tag key of the list"]},"ForAnyValue:StringLike":{"aws:TagKeys":"x*"}})"),
       false},
      {"a condition on an absent key", condition(R"({"StringEquals":{"example:Absent":"a value that is long enough to count"}})"), false},
      {"an operator that does not exist", condition(R"({"StringResembles":{"example:Name":"a value that is long enough to count"}})"),
       false},
      {"a match", condition(R"({"StringLike":{"example:Name":"*that the*"},"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}})"), true},
  };
  return all;
}

RequestContext make_context() {
  RequestContext context;
  context.set("example:Name", "a value that the request does have");
  context.set("example:Number", "10.00000000000000000000000010");
  context.set("example:Bytes", "dGhlIGJ5dGVzIHRoYXQgdGhlIHJlcXVlc3QgaGFz");
  context.set("aws:CurrentTime", "2026-01-15T09:00:01Z");
  context.set("aws:SourceIp", "198.51.100.7");
  context.set("aws:PrincipalArn", "arn:aws:iam::111122223333:user/a/rather/long/path/alice");
  context.set("aws:PrincipalTag/team", "a team with a long name");
  context.set("aws:SecureTransport", "true");
  context.set_list("aws:TagKeys", {"the first tag key of the list", "the second tag key of the list"});
  return context;
}

PolicyPtr make_policy_of(const std::string& statement, std::size_t count, PolicyKind kind) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = R"({"Version":"2012-10-17","Statement":[)";
  for (std::size_t i = 0; i < count; ++i) value.text += (i == 0 ? "" : ",") + statement;
  value.text += "]}";
  const PolicyReading reading = read_policy_value(value, PolicySource{}, kind, nullptr);
  INFO(value.text);
  REQUIRE(reading.policy);
  return reading.policy;
}

std::size_t count_allocations(const PolicyPtr& policy, bool matches) {
  const RequestContext context = make_context();
  Caller caller;
  caller.kind = CallerKind::user;
  caller.account = "111122223333";
  caller.arn = caller.principal_arn = "arn:aws:iam::111122223333:user/a/rather/long/path/alice";
  const Request request{&caller, "s3:GetObject", "arn:aws:s3:::a-bucket-with-a-very-long-name/and/a/very/long/key", &context};
  Trace trace;
  trace.policies.reserve(1);
  trace.events.reserve(1000);
  const std::size_t before = allocations;
  evaluate_policy(policy, request, trace);
  const std::size_t counted = allocations - before;
  bool matched = false;
  for (const TraceEvent& event : trace.events) matched = matched || event.step == TraceStep::statement;
  CHECK(matched == matches);
  return counted;
}

}  // namespace

TEST_CASE("evaluating a statement allocates nothing", "[evaluate]") {
  CHECK(allocations > 0);  // they are counted
  for (const Row& row : rows()) {
    DYNAMIC_SECTION(row.name) {
      CHECK(count_allocations(make_policy_of(row.statement, 1, PolicyKind::identity), row.matches) == 0);
      CHECK(count_allocations(make_policy_of(row.statement, 50, PolicyKind::identity), row.matches) == 0);
    }
  }
}

TEST_CASE("evaluating principals allocates nothing", "[evaluate]") {
  const std::string users =
      R"({"AWS":["arn:aws:iam::111122223333:user/another/rather/long/path/bob","444455556666","arn:aws:sts::111122223333:assumed-role/R/s"]})";
  for (const char* const element : {"Principal", "NotPrincipal"}) {
    const std::string statement = std::string(R"({"Effect":"Deny",")") + element + "\":" + users + R"(,"Action":"s3:Put*","Resource":"*"})";
    CHECK(count_allocations(make_policy_of(statement, 50, PolicyKind::resource), false) == 0);
  }
}

TEST_CASE("only the trace grows with the number of statements", "[evaluate]") {
  const PolicyPtr policy = make_policy_of(rows().front().statement, 50, PolicyKind::identity);
  const RequestContext context = make_context();
  const Caller caller;
  const Request request{&caller, "s3:GetObject", "arn:aws:s3:::data/x", &context};
  Trace trace;
  const std::size_t before = allocations;
  evaluate_policy(policy, request, trace);
  // A vector that doubles reaches 50 events in 7 steps; one more is the list of policies.
  CHECK(allocations - before <= 8);
  CHECK(trace.events.size() == 50);
}
