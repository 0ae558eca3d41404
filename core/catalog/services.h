// Facts about AWS services as such.
#pragma once

#include <string_view>

namespace sts_playground {

// True for what has the shape of a service principal: ec2.amazonaws.com, states.cn-north-1.amazonaws.com.cn.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
// AWS's list of services is not published, so any name will do.
bool is_service_principal(std::string_view text);

// Whether resource control policies judge an action, in any letter case, on a resource ("*": on none).
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
enum class RcpCoverage {
  covered,
  unsettled,         // it has no resource type, yet a recorded RCP denied it: judged, and said to be unsettled
  no_resource_type,  // RCPs are about resources, and the action has none
  exempt_action,
  other_service
};
RcpCoverage rcp_coverage(std::string_view action, std::string_view resource);
constexpr bool rcps_judge(RcpCoverage coverage) { return coverage == RcpCoverage::covered || coverage == RcpCoverage::unsettled; }

}  // namespace sts_playground
