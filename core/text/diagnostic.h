// What is wrong with a text, and where. Wrong text is data: every fault is kept, never only the first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/message.h"
#include "core/text/source_text.h"
#include "core/text/span.h"

namespace sts_playground {

enum class Severity { error, warning, info };
// As reports and the terminal write it.
constexpr std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
  }
  return "";
}

struct Diagnostic {
  Severity severity = Severity::error;
  Message message;                           // its row's code is the diagnostic's stable code
  std::string pointer;                       // JSON pointer (RFC 6901) into the scenario; "" is the whole document
  Span span;                                 // bytes of `source`
  std::shared_ptr<const SourceText> source;  // the text that `span` is in; null: the scenario's own text
  std::optional<Message> detail{};           // a second sentence: what to do
};

// What reading a text gives: a value if there is anything to go on with, and all that is wrong.
template <typename T>
struct Parsed {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;
};

inline bool has_error(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) return true;
  }
  return false;
}

}  // namespace sts_playground
