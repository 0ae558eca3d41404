// Session tags: those that are handed on, and those that are refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/call/call.h"

namespace sts_playground::sts {

// Transitive tags that the calling session hands on. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
Tags inherited_tags(const Call& call);
// Keys that are the same but for letter case.
std::optional<Refusal> check_duplicate_tags(const std::vector<Tag>& tags);
std::optional<Refusal> check_tags(const std::vector<Tag>& passed, const std::vector<std::string>& transitive_keys, const Tags& inherited);

}  // namespace sts_playground::sts
