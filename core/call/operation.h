// One operation, and what stands before it: who may call, what is checked of every call in the same way and in the same order.
// A folder of operations has a table of rows; core/scenario/operations.h puts the tables together.
#pragma once

#include <optional>
#include <string_view>

#include "core/call/call.h"

namespace sts_playground {

// What a call made by an AWS service is told.
enum class ServiceCalls {
  allowed,
  denied,    // AccessDenied
  unsigned_  // as if nobody called
};

// In whose account STS must be active in the call's Region, before anything else is looked at.
enum class RegionOf { nobody, caller, role };

// How RoleArn is refused where it is no ARN of IAM.
enum class BadRoleArn {
  unchecked,   // the operation has no RoleArn
  is_invalid,  // "VALUE is invalid"
  of_request   // "Request ARN is invalid"
};

// The defaults are those of most operations. What comes to be known of operations becomes a member with a default, and a check of
// check_before_operation() where it stands before the operation.
struct OperationRow {
  std::string_view name;  // service:Name
  CallResult (*perform)(const World& world, const Call& call) = nullptr;
  bool is_signed = true;  // false: whose credentials call is not asked, or asked by the operation itself
  ServiceCalls services = ServiceCalls::denied;
  bool regional_endpoints_only = false;
  const aws_errors::Text* on_global_endpoint = nullptr;  // what the global endpoint answers then; null: that it knows no such operation
  RegionOf region_of = RegionOf::nobody;
  std::optional<Refusal> (*check_first)(const World& world, const Call& call) = nullptr;  // what comes before the parameters
  BadRoleArn bad_role_arn = BadRoleArn::unchecked;
  bool authorised_where_resource_is_named = false;  // a step with a `resource` is authorised only
  std::string_view temporary_credentials = {};      // what callers with temporary credentials are told; empty: they may call
};

// What the row says, and the parameters. Nothing where the operation may go on: then required parameters are there.
std::optional<Refusal> check_before_operation(const OperationRow& row, const World& world, const Call& call);

// The checks, then the operation.
CallResult perform_operation(const OperationRow& row, const World& world, const Call& call);

}  // namespace sts_playground
