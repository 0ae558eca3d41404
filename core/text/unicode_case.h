// Texts compared in lower case, as IAM's StringEqualsIgnoreCase does.
#pragma once

#include <string_view>

namespace sts_playground {

// Both texts are put into lower case and compared. Letters become what Unicode's default mapping makes of them, the sigma at the end of a
// word and the capital I with a dot included; this is no case folding, so that a long s is no s. Letters beyond U+FFFF keep their case.
// Recorded: https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_strings.json
bool equals_in_lower_case(std::string_view a, std::string_view b);

}  // namespace sts_playground
