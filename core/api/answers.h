// What the engine's answers look like: every member of every object, once. The page's types are printed from this, and the tests hold every
// answer against it. Only the terminal program and the tests use it; the module that the page loads does not hold it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sts_playground {

// How a member's values stand in an answer; several may hold.
namespace answer {
enum Mark : unsigned {
  one = 0,
  nullable = 1,  // null stands where there is no value
  list = 2,      // an array of such values
  map = 4,       // an object whose members are such values, by names that no table knows
  optional = 8,  // some of these objects do not have the member
};
}  // namespace answer

struct AnswerMember {
  std::string_view name;
  std::string_view type;  // string, number (a whole one), boolean, unknown (any JSON), or a name in the tables below
  unsigned marks = answer::one;
  std::string_view about = {};  // "" where the name says it all

  bool is(answer::Mark mark) const { return (marks & mark) != 0; }
};

struct AnswerObject {
  std::string_view name;
  std::span<const AnswerMember> members;  // in the order in which they are written
  std::string_view about;
};

// A string that is one of a few.
struct AnswerEnumeration {
  std::string_view name;
  std::span<const std::string_view> values;
  std::string_view about;
};

// An object that is one of a few, each with members of its own.
struct AnswerUnion {
  std::string_view name;
  std::span<const std::string_view> objects;
  std::string_view about;
};

std::span<const AnswerObject> answer_objects();
std::span<const AnswerEnumeration> answer_enumerations();
std::span<const AnswerUnion> answer_unions();

// The tables as TypeScript: a module of types.
std::string answer_types();
// The tables as JSON: {"objects": {"Range": {"start": {"type": "Position"}, ...}, ...}, "enumerations": {"Decision": ["Allow", ...], ...},
// "unions": {...}}; a member has "nullable", "list", "map" and "optional" where they are true.
std::string answer_tables();

}  // namespace sts_playground
