#include "core/call/endpoints.h"

#include <algorithm>
#include <string_view>

#include "core/catalog/operations.h"
#include "core/catalog/regions.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// Services whose code for credentials that they do not know is another one.
// KMS is recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
// DynamoDB is documented: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
constexpr std::string_view unrecognized_client_services[] = {"kms", "dynamodb"};

Refusal unknown_credentials(const Call& call, Message reason) {
  const std::string_view service = std::string_view(call.operation).substr(0, call.operation.find(':'));
  for (const std::string_view row : unrecognized_client_services) {
    if (equals_ignoring_case(row, service)) return Refusal(aws_errors::unrecognized_client, std::move(reason));
  }
  return Refusal(aws_errors::invalid_client_token, std::move(reason));
}

// IAM has one endpoint a partition, in its home Region, whatever Region a client is set to (documented):
// https://docs.aws.amazon.com/general/latest/gr/iam-service.html. The console and the AWS CLI choose their endpoints themselves, and calls
// that are not signed bring no credentials.
bool has_endpoint_of_region(const Call& call) {
  if (starts_with_ignoring_case(call.operation, "iam:") || starts_with_ignoring_case(call.operation, "console:")) return false;
  const CatalogOperation* row = find_catalog_operation(call.operation);
  return !row || row->credentials == Credentials::of_caller;
}

}  // namespace

std::string default_region(const Call& call) {
  if (call.caller.has_account()) return std::string(home_region(call.caller.partition));
  const std::string* role_arn = call.parameters.string("RoleArn");
  const auto arn = parse_arn(role_arn ? *role_arn : call.resource);
  return std::string(home_region(arn ? arn->partition : "aws"));
}

std::optional<Refusal> check_endpoint_knows_caller(const World& world, const Call& call) {
  const Caller& caller = call.caller;
  if (!caller.has_account() || !has_endpoint_of_region(call)) return std::nullopt;
  // Credentials do not cross partitions: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
  // and https://github.com/kubernetes-sigs/cluster-api-provider-aws/pull/4860
  const std::string_view partition = partition_of_region(call.region);
  if (partition != caller.partition) {
    const std::string home(home_region(caller.partition));
    return unknown_credentials(
        call, Message(MessageId::region_of_other_partition, {call.region, std::string(partition), caller.account, caller.partition, home}));
  }
  if (!is_opt_in_region(call.region)) return std::nullopt;
  // Observed: https://github.com/hashicorp/terraform-provider-aws/issues/32549. The caller's account counts, whatever the role's has.
  if (const Account* account = world.account(caller.account)) {
    const auto& off = account->sts_inactive_regions;
    if (std::find(off.begin(), off.end(), call.region) != off.end()) {
      return unknown_credentials(call, Message(MessageId::region_not_enabled, {call.region, caller.account}));
    }
  }
  // Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/sts_preferences.json
  // That of a role's session the role's account decides is inferred: it was never tried across accounts.
  if (!call.session || !call.session->of_global_endpoint) return std::nullopt;
  const bool of_role = call.session->kind == SessionKind::role_session;
  return unknown_credentials(call, Message(of_role ? MessageId::global_token_of_role : MessageId::global_token_of_user,
                                           {call.session->id, call.region, call.session->account}));
}

}  // namespace sts_playground
