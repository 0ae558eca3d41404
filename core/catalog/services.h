// Facts about AWS services as such.
#pragma once

#include <string_view>

namespace sts_playground {

// True for what has the shape of a service principal: ec2.amazonaws.com, states.cn-north-1.amazonaws.com.cn.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
// AWS's list of services is not published, so any name will do.
bool is_service_principal(std::string_view text);

// True where resource control policies judge the action, in any letter case.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
bool supports_rcps(std::string_view action);

}  // namespace sts_playground
