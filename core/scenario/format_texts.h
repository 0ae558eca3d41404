// What the format's table is called and what its fields mean, in words. Only what is made outside of the page's module reads this.
#pragma once

#include <string>
#include <string_view>

#include "core/scenario/format.h"
#include "core/text/messages.h"

namespace sts_playground::format {

// camelCase, as in the catalog and in the schema's definitions.
std::string_view object_name(Object object);
// "" where there is none.
std::string_view source_name(Source source);

Text kind_text(Kind kind);
std::string_view words(Text text, Language language);
// AWS's page about it; "" where the field is the product's own.
std::string address(Text text);

}  // namespace sts_playground::format
