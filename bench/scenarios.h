// What is measured: a role of another account, assumed with MFA, an external id and a tag. bench/scenarios.mjs says the same.
#pragma once

#include <cstddef>
#include <string>

namespace sts_playground::bench {

// A trust policy whose last statement matches; the `others` before it differ in the external id.
inline std::string trust_policy(std::size_t others) {
  const auto statement = [](const std::string& external_id) {
    return R"({"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":["sts:AssumeRole","sts:TagSession"],)"
           R"("Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"StringEquals":{"sts:ExternalId":")" +
           external_id + R"(","aws:RequestTag/team":["red","blue"]},"ForAllValues:StringEquals":{"aws:TagKeys":["team","cost-center"]}}})";
  };
  std::string text = R"({"Version":"2012-10-17","Statement":[)";
  for (std::size_t i = 0; i < others; ++i) text += statement("Cust-" + std::to_string(1000 + i)) + ",";
  return text + statement("Cust-0042") + "]}";
}

inline std::string assume_role(std::size_t others) {
  return R"({"format":"sts-playground/1","now":"2026-01-15T09:00:00Z","accounts":{"111122223333":{"users":{"alice":{)"
         R"("mfaDevices":["arn:aws:iam::111122223333:mfa/alice"],"policies":{"P":{"Version":"2012-10-17","Statement":)"
         R"([{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],"Resource":"arn:aws:iam::444455556666:role/Target"}]}}}}},)"
         R"("444455556666":{"roles":{"Target":{"trust":)" +
         trust_policy(others) +
         R"(}}}},"steps":[{"id":"assume","as":"arn:aws:iam::111122223333:user/alice","call":"sts:AssumeRole","with":{)"
         R"("RoleArn":"arn:aws:iam::444455556666:role/Target","RoleSessionName":"sess","ExternalId":"Cust-0042",)"
         R"("SerialNumber":"arn:aws:iam::111122223333:mfa/alice","TokenCode":"current",)"
         R"("Tags":[{"Key":"team","Value":"red"},{"Key":"cost-center","Value":"12"}]},"expect":{"decision":"Allow"}}]})";
}

inline std::string hostile_pattern() {
  return R"({"format":"sts-playground/1","accounts":{"111122223333":{"users":{"alice":{"policies":{"P":{"Version":"2012-10-17","Statement":)"
         R"([{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"example:Key":"*a*a*a*a*a*a*a*a*a*a*ab"}}}]}}}}}},)"
         R"("steps":[{"as":"arn:aws:iam::111122223333:user/alice","call":"s3:GetObject","context":{"example:Key":")" +
         std::string(10'000, 'a') + R"("},"expect":{"decision":"Deny"}}]})";
}

}  // namespace sts_playground::bench
