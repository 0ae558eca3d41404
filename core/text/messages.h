// Every sentence that the product says, in English and Korean: one row a sentence, in the tables of text/messages/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/message.h"

namespace sts_playground {

// The rows of the tables, in their order. A diagnostic's stable code is its row's code. The build reads the names from the tables
// (cmake/message_ids.cmake), so that a changed sentence compiles one file anew and not each that names a sentence.
enum class MessageId : unsigned short {
#include "core/text/message_ids.inc"
  count_
};

enum class Language { english, korean };

// "en" and "ko" (with any region after it); anything else is nothing.
std::optional<Language> parse_language(std::string_view tag);

struct MessageRow {
  std::string_view code;
  std::string_view english;
  std::string_view korean;
};

const MessageRow& message_row(MessageId id);
inline std::string_view message_code(MessageId id) { return message_row(id).code; }

// The sentence with its arguments in place of {0}, {1}, ... In Korean texts "{0|을/를}" puts the particle that fits the argument's
// last sound behind it (both, as "을(를)", where that cannot be told from the spelling). "{0:time}" tells a number of seconds as a time
// ("4 h 24 min"). An argument that is missing shows as "?".
std::string render(const Message& message, Language language);

}  // namespace sts_playground
