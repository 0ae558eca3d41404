#include "core/compile/managed_policy.h"

#include "core/catalog/managed_policies.h"
#include "core/compile/read_policy_text.h"
#include "core/values/arn.h"

namespace sts_playground {

PolicyPtr aws_managed_policy(std::string_view arn) {
  const auto parsed = parse_arn(arn);
  constexpr std::string_view prefix = "policy/";
  if (!parsed || parsed->service != "iam" || parsed->account != "aws" || parsed->resource.substr(0, prefix.size()) != prefix)
    return nullptr;
  const std::string_view name = parsed->resource.substr(prefix.size());
  for (const ManagedPolicyRow& row : managed_policy_rows()) {
    if (row.name != name) continue;
    json::Value text;
    text.kind = json::Kind::string;
    text.text = std::string(row.document);
    PolicySource source;
    source.name = std::string(name);
    source.owner = std::string(arn);
    return read_policy_value(text, source, PolicyKind::identity, nullptr).policy;
  }
  return nullptr;
}

}  // namespace sts_playground
