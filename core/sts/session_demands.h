// What a call that asks for a session needs beside its own action, and why.
#pragma once

#include <vector>

#include "core/sts/session_request.h"

namespace sts_playground::sts {

// sts:TagSession is needed where tags are passed or handed on, sts:SetSourceIdentity where a source identity is set or handed on; each
// is authorised on its own against the same resource.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
std::vector<Demand> session_demands(const World& world, const Call& call, const SessionRequest& request);

}  // namespace sts_playground::sts
