// The tables of answers.h as TypeScript and as JSON.
#include <nlohmann/json.hpp>

#include "core/api/answers.h"

namespace sts_playground {
namespace {

using namespace answer;

using Json = nlohmann::ordered_json;

std::string comment(std::string_view about, std::string_view indent) {
  if (about.empty()) return "";
  return std::string(indent) + "/** " + std::string(about) + " */\n";
}

std::string member_type(const AnswerMember& member) {
  std::string type(member.type);
  if (member.is(list)) type += "[]";
  if (member.is(map)) type = "Record<string, " + type + ">";
  if (member.is(nullable)) type += " | null";
  return type;
}

std::string one_of(std::span<const std::string_view> names, std::string_view quote) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += " | ";
    out.append(quote).append(name).append(quote);
  }
  return out;
}

std::string alias(std::string_view name, const std::string& type, std::string_view about) {
  return "\n" + comment(about, "") + "export type " + std::string(name) + " = " + type + ";\n";
}

Json texts(std::span<const std::string_view> names) {
  Json out = Json::array();
  for (const std::string_view name : names) out.push_back(name);
  return out;
}

}  // namespace

std::string answer_types() {
  std::string out = "// What the engine answers. Written by `sts-playground types` from core/api/answers.cpp.\n";
  for (const AnswerEnumeration& row : answer_enumerations()) out += alias(row.name, one_of(row.values, "'"), row.about);
  for (const AnswerObject& object : answer_objects()) {
    out += "\n" + comment(object.about, "") + "export interface " + std::string(object.name) + " {\n";
    for (const AnswerMember& member : object.members) {
      out += comment(member.about, "  ") + "  " + std::string(member.name) + (member.is(optional) ? "?: " : ": ") + member_type(member) +
             ";\n";
    }
    out += "}\n";
  }
  for (const AnswerUnion& row : answer_unions()) out += alias(row.name, one_of(row.objects, ""), row.about);
  return out;
}

std::string answer_tables() {
  Json out = {{"objects", Json::object()}, {"enumerations", Json::object()}, {"unions", Json::object()}};
  for (const AnswerObject& object : answer_objects()) {
    Json& members = out["objects"][std::string(object.name)];
    for (const AnswerMember& member : object.members) {
      Json& row = members[std::string(member.name)];
      row["type"] = member.type;
      if (member.is(nullable)) row["nullable"] = true;
      if (member.is(list)) row["list"] = true;
      if (member.is(map)) row["map"] = true;
      if (member.is(optional)) row["optional"] = true;
    }
  }
  for (const AnswerEnumeration& row : answer_enumerations()) out["enumerations"][std::string(row.name)] = texts(row.values);
  for (const AnswerUnion& row : answer_unions()) out["unions"][std::string(row.name)] = texts(row.objects);
  return out.dump();
}

}  // namespace sts_playground
