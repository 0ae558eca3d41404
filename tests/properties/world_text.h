// Everything that a world holds, as text: two worlds are the same where their texts are.
#pragma once

#include <string>

#include "core/world/world.h"

namespace sts_playground::test {

// One line a fact. Policies are told with their contents, not by address.
std::string world_text(const World& world);

}  // namespace sts_playground::test
