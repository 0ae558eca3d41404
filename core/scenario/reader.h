// Reading located JSON field by field: types, unknown fields and missing ones become diagnostics, all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/value.h"
#include "core/scenario/format.h"
#include "core/scenario/scenario.h"
#include "core/text/messages.h"

namespace sts_playground {

// Where a value stands: the value and its JSON pointer.
struct Located {
  const json::Value* value = nullptr;
  std::string pointer;

  explicit operator bool() const { return value != nullptr; }
};

class ScenarioReader {
 public:
  void report(Severity severity, const Located& at, MessageId id, MessageArguments arguments = {});
  void error(const Located& at, MessageId id, MessageArguments arguments = {}) { report(Severity::error, at, id, arguments); }
  void add(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

  // True for an object; else says so.
  bool object(const Located& at);
  // An object whose fields are all those of the format; the others are errors, told at their keys.
  bool fields(const Located& at, format::Object kind);
  // Says which required fields of the format an object lacks; true where it lacks none.
  bool require(const Located& at, format::Object kind);
  // A field of an object, or nothing.
  static Located field(const Located& object, std::string_view name);
  // Every member of an object that is a map, or every item of a list; says so where it is none.
  std::vector<std::pair<std::string, Located>> map(const Located& at);
  std::vector<Located> list(const Located& at);

  std::optional<std::string> string(const Located& at);
  std::optional<bool> boolean(const Located& at);
  std::optional<std::int64_t> integer(const Located& at);
  std::vector<std::string> strings(const Located& at);
  std::optional<std::int64_t> instant(const Located& at);  // epoch seconds
  LocalizedText localized(const Located& at);
  Tags tags(const Located& at);  // {"key": "value"}
  std::string string_field(const Located& object, std::string_view name, std::string_view fallback);

 private:
  std::vector<Diagnostic> diagnostics_;
};

// read_world.cpp and read_steps.cpp
void read_world(ScenarioReader& reader, const Located& document, Scenario& scenario);
void read_workstations(ScenarioReader& reader, const Located& workstations, Scenario& scenario);
void read_steps(ScenarioReader& reader, const Located& steps, Scenario& scenario);
WebIdentityToken read_token(ScenarioReader& reader, const Located& at);

}  // namespace sts_playground
