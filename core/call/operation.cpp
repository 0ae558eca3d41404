#include "core/call/operation.h"

#include <string>
#include <utility>

#include "core/call/authorization.h"
#include "core/call/parameter_checks.h"
#include "core/catalog/regions.h"
#include "core/text/messages.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

std::optional<Refusal> check_signature(const OperationRow& row, const Call& call) {
  const bool by_service = call.caller.kind == CallerKind::service;
  if (call.caller.kind == CallerKind::anonymous || (by_service && row.services == ServiceCalls::unsigned_)) {
    return Refusal(aws_errors::missing_token, Message(MessageId::call_needs_credentials, {call.operation}));
  }
  if (by_service && row.services == ServiceCalls::denied) {
    return access_denied(base_denied_message(call.caller, call.operation, "*"), Message(MessageId::service_may_not_call, {call.operation}));
  }
  return std::nullopt;
}

std::optional<Refusal> check_endpoint(const OperationRow& row, const World& world, const Call& call) {
  // https://github.com/boto/boto3/issues/4461
  if (row.regional_endpoints_only && call.region == global_endpoint) {
    return Refusal(row.on_global_endpoint ? *row.on_global_endpoint : aws_errors::unknown_operation,
                   Message(MessageId::regional_endpoint_only, {call.operation}));
  }
  if (row.region_of == RegionOf::caller) return check_region(world, call, call.caller.account);
  const std::string* role_arn = row.region_of == RegionOf::role ? call.parameters.string("RoleArn") : nullptr;
  const auto role = role_arn ? parse_principal_arn(*role_arn) : std::nullopt;
  return role ? check_region(world, call, role->arn.account) : std::nullopt;
}

}  // namespace

std::optional<Refusal> check_before_operation(const OperationRow& row, const World& world, const Call& call) {
  if (row.is_signed) {
    if (auto refusal = check_signature(row, call)) return refusal;
  }
  if (auto refusal = check_endpoint(row, world, call)) return refusal;
  if (row.check_first) {
    if (auto refusal = row.check_first(world, call)) return refusal;
  }
  if (auto refusal = check_parameters(call)) return refusal;
  if (row.bad_role_arn != BadRoleArn::unchecked) {
    auto refusal = check_role_arn(*call.parameters.string("RoleArn"));
    if (refusal && row.bad_role_arn == BadRoleArn::of_request) return Refusal(aws_errors::request_arn);
    if (refusal) return refusal;
  }
  if (!row.temporary_credentials.empty() && call.session) {
    return access_denied(std::string(row.temporary_credentials), Message(MessageId::needs_long_term_keys, {call.operation}));
  }
  return std::nullopt;
}

CallResult perform_operation(const OperationRow& row, const World& world, const Call& call) {
  if (row.authorised_where_resource_is_named && call.names_resource) {
    CallResult result = authorize_only(world, call);
    if (!result.refusal) result.notes.emplace_back(MessageId::call_only_authorised);
    return result;
  }
  if (auto refusal = check_before_operation(row, world, call)) return std::move(*refusal);
  return row.perform(world, call);
}

}  // namespace sts_playground
