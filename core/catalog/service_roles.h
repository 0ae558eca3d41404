// How long the sessions last that AWS services get for roles, where it differs from DurationSeconds' default of one hour.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sts_playground {

struct ServiceRoleRow {
  std::string_view service;       // service principal
  std::int64_t session_seconds;   // of a session whose duration was not asked for
  bool exempt_from_role_maximum;  // MaxSessionDuration does not count
  std::string_view documentation;
};
std::span<const ServiceRoleRow> service_role_rows();
const ServiceRoleRow* find_service_role(std::string_view service);

}  // namespace sts_playground
