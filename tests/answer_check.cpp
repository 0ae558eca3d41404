#include "tests/answer_check.h"

#include <algorithm>

namespace sts_playground {
namespace {

using nlohmann::json;

template <typename Row>
const Row* find(std::span<const Row> rows, std::string_view name) {
  for (const Row& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

bool has_all_members(const json& value, const AnswerObject& object) {
  return std::all_of(object.members.begin(), object.members.end(),
                     [&](const AnswerMember& member) { return member.is(answer::optional) || value.contains(std::string(member.name)); });
}

std::string member_place(std::string_view object, std::string_view member) { return std::string(object) + "." + std::string(member); }

}  // namespace

void AnswerCheck::check(const json& answer, std::string_view type) { check_value(answer, type, std::string(type)); }

void AnswerCheck::check_value(const json& value, std::string_view type, const std::string& place) {
  if (type == "unknown") return;
  const auto wants = [&](bool holds) {
    if (!holds) faults_.insert(place + ": " + value.type_name() + " is not " + std::string(type));
  };
  if (type == "string") return wants(value.is_string());
  if (type == "number") return wants(value.is_number_integer());
  if (type == "boolean") return wants(value.is_boolean());
  if (const AnswerEnumeration* row = find(answer_enumerations(), type)) {
    if (!value.is_string()) return wants(false);
    const std::string text = value;
    if (std::find(row->values.begin(), row->values.end(), text) == row->values.end()) {
      faults_.insert(place + ": \"" + text + "\" is not in " + std::string(type));
    }
    seen_.insert(std::string(type) + " " + text);
    return;
  }
  if (!value.is_object()) return wants(false);
  const AnswerUnion* row = find(answer_unions(), type);
  if (!row) return check_object(value, type);
  for (const std::string_view name : row->objects) {
    const AnswerObject* object = find(answer_objects(), name);
    if (object && has_all_members(value, *object)) return check_object(value, name);
  }
  wants(false);
}

void AnswerCheck::check_object(const json& value, std::string_view type) {
  const AnswerObject* object = find(answer_objects(), type);
  if (!object) {
    faults_.insert(std::string(type) + " is not in the tables");
    return;
  }
  for (const auto& [name, ignored] : value.items()) {
    if (!find(object->members, name)) faults_.insert(member_place(type, name) + " is not in the tables");
  }
  for (const AnswerMember& member : object->members) {
    const std::string place = member_place(type, member.name);
    const auto found = value.find(std::string(member.name));
    if (found == value.end()) {
      if (!member.is(answer::optional)) faults_.insert(place + " is missing");
      continue;
    }
    seen_.insert(place);
    check_member(*found, member, place);
  }
}

void AnswerCheck::check_member(const json& value, const AnswerMember& member, const std::string& place) {
  const bool is_list = member.is(answer::list);
  if (value.is_null() && member.is(answer::nullable)) {
    seen_.insert(place + " null");
    return;
  }
  if (!member.is(answer::map)) return is_list ? check_list(value, member.type, place) : check_value(value, member.type, place);
  if (!value.is_object()) faults_.insert(place + ": " + value.type_name() + " is no map");
  if (!value.is_object()) return;
  for (const json& item : value) {
    is_list ? check_list(item, member.type, place) : check_value(item, member.type, place);
  }
}

void AnswerCheck::check_list(const json& value, std::string_view type, const std::string& place) {
  if (!value.is_array()) faults_.insert(place + ": " + value.type_name() + " is no list");
  if (!value.is_array()) return;
  for (const json& item : value) check_value(item, type, place);
}

std::vector<std::string> AnswerCheck::never_seen() const {
  std::vector<std::string> out;
  const auto want = [&](const std::string& what) {
    if (seen_.count(what) == 0) out.push_back(what);
  };
  for (const AnswerObject& object : answer_objects()) {
    for (const AnswerMember& member : object.members) {
      const std::string place = member_place(object.name, member.name);
      want(place);
      if (member.is(answer::nullable)) want(place + " null");
    }
  }
  for (const AnswerEnumeration& row : answer_enumerations()) {
    for (const std::string_view value : row.values) want(std::string(row.name) + " " + std::string(value));
  }
  return out;
}

}  // namespace sts_playground
