#include "core/catalog/service_roles.h"

namespace sts_playground {
namespace {

constexpr ServiceRoleRow rows[] = {
    // About six hours, not limited by the role: botocore/data/iam/2010-05-08/service-2.json (MaxSessionDuration) says exempt; the length
    // is observed: https://github.com/JuliaCloud/AWS.jl/issues/57
    {"ec2.amazonaws.com", 21600, true, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html"},
    // Six hours, fixed: https://github.com/awsdocs/amazon-ecs-developer-guide/issues/173
    {"ecs-tasks.amazonaws.com", 21600, true, "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"},
};

}  // namespace

std::span<const ServiceRoleRow> service_role_rows() { return rows; }

const ServiceRoleRow* find_service_role(std::string_view service) {
  for (const ServiceRoleRow& row : rows) {
    if (row.service == service) return &row;
  }
  return nullptr;
}

}  // namespace sts_playground
