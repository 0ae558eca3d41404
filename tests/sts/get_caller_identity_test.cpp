// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
#include "tests/catch.h"
#include "tests/sts/suite.h"

namespace sts_playground::test {
Suite caller_identity_suite() {
  return {"sts:GetCallerIdentity",
          base_document("sts:GetCallerIdentity", ""),
          {no_credentials(),
           expired_credentials(),
           deleted_caller(),
           // A session of a role that was deleted; the code is inferred from that of deleted users.
           {1, "the session's role was deleted", step(R"("as": "unmade")"), "Error", "InvalidClientTokenId", 403,
            "The security token included in the request is invalid"}}};
}

}  // namespace sts_playground::test

using namespace sts_playground::test;

TEST_CASE("GetCallerIdentity answers each fault, and of two the earlier", "[sts]") { check_suite(caller_identity_suite()); }

namespace {

struct Identity {
  std::string as;
  std::string user_id;  // its beginning; where it ends with ":", what follows is a name and no unique id
  std::string name;     // what follows the unique id
  std::string arn;
};

}  // namespace

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, "Principal key values"
TEST_CASE("who GetCallerIdentity says one is", "[sts]") {
  const std::vector<Identity> identities = {
      {"arn:aws:iam::111122223333:root", "111122223333", "", "arn:aws:iam::111122223333:root"},
      {"arn:aws:iam::111122223333:user/alice", "AIDA", "", "arn:aws:iam::111122223333:user/alice"},
      {"arn:aws:iam::111122223333:user/ops/admin", "AIDA", "", "arn:aws:iam::111122223333:user/ops/admin"},
      {"token", "AIDA", "", "arn:aws:iam::111122223333:user/ops/admin"},
      {"console", "AIDA", "", "arn:aws:iam::111122223333:user/alice"},
      {"federated", "111122223333", ":fed", "arn:aws:sts::111122223333:federated-user/fed"},
      {"role", "AROA", ":plain", "arn:aws:sts::111122223333:assumed-role/Target/plain"},
      {"arn:aws:sts::111122223333:assumed-role/Target/i-0123456789abcdef0", "AROA", ":i-0123456789abcdef0",
       "arn:aws:sts::111122223333:assumed-role/Target/i-0123456789abcdef0"},
  };
  const json base = caller_identity_suite().base;
  for (const Identity& identity : identities) {
    INFO(identity.as);
    const json step_answer = answer(changed(base, step(R"("as": ")" + identity.as + "\"")));
    CHECK(step_answer.at("response").size() == 3);
    CHECK(text_at(step_answer, "/response/Account") == "111122223333");
    CHECK(text_at(step_answer, "/response/Arn") == identity.arn);
    const std::string user_id = text_at(step_answer, "/response/UserId");
    CHECK(user_id.substr(0, identity.user_id.size()) == identity.user_id);
    const std::size_t colon = user_id.find(':');
    CHECK((colon == std::string::npos ? "" : user_id.substr(colon)) == identity.name);
  }
}

// API_GetCallerIdentity.html: no permission is needed, a Deny has no effect. In an inactive Region: aws/aws-sdk-go-v2 issue 2846
TEST_CASE("GetCallerIdentity is never denied", "[sts]") {
  const json deny = policy_of_alice("D", R"({"Effect": "Deny", "Action": "*", "Resource": "*"})");
  CHECK(text_at(answer(changed(caller_identity_suite().base, deny)), "/decision") == "Allow");
  CHECK(text_at(answer(changed(caller_identity_suite().base, step(R"("region": "eu-west-3")"))), "/decision") == "Allow");
}
