#include "core/explain/aws_cli_text.h"

#include "core/catalog/parameters.h"
#include "core/json/value.h"
#include "core/text/ascii.h"

namespace sts_playground {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// AssumeRoleWithSAML -> assume-role-with-saml: a hyphen before a capital that follows a small letter or begins a word.
std::string kebab(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = is_upper(name[i]) && i > 0 && (!is_upper(name[i - 1]) || (i + 1 < name.size() && !is_upper(name[i + 1])));
    if (begins && out.back() != '-') out += '-';
    out += ascii_lower(name[i]);
  }
  return out;
}

// For a POSIX shell: single quotation marks where anything but plain characters occurs.
std::string shell(std::string_view text) {
  constexpr std::string_view plain = "+,-./:=@_%";
  bool quote = text.empty();
  for (const char c : text) quote = quote || !(is_ascii_letter(c) || is_ascii_digit(c) || plain.find(c) != std::string_view::npos);
  if (!quote) return std::string(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string operation_name(const Call& call) { return call.operation.substr(call.operation.find(':') + 1); }

void add_lists(std::string& out, const CallParameters& parameters) {
  if (parameters.tags) {
    out += " --tags";
    for (const Tag& tag : *parameters.tags) out += " " + shell("Key=" + tag.key + ",Value=" + tag.value);
  }
  for (const auto& [name, values] : parameters.lists) {
    out += " --" + kebab(name);
    for (const std::string& value : values) out += " " + shell(value);
  }
  if (parameters.policy_arns) {
    out += " --policy-arns";
    for (const std::string& arn : *parameters.policy_arns) out += " " + shell("arn=" + arn);
  }
}

// An operation has one policy at most.
std::string policy_option(const Call& call) {
  for (const Parameter& row : parameters()) {
    if (row.operation == call.operation && row.type == ParameterType::policy) return "--" + kebab(row.name);
  }
  return "";
}

std::string json_text(const ResponseField& field) {
  if (field.is_number) return field.value;
  std::string out;
  json::write_string(out, field.value);
  return out;
}

std::string answer_json(const std::vector<ResponseField>& fields) {
  std::string out = "{";
  std::string open;  // the object whose members are being written
  bool first = true;
  for (const ResponseField& field : fields) {
    const std::size_t dot = field.name.find('.');
    const std::string object = dot == std::string::npos ? "" : field.name.substr(0, dot);
    if (object != open && !open.empty()) out += "\n    }";
    const bool opens = object != open && !object.empty();
    if (!first && !(object == open && out.back() == '{')) out += ",";
    if (opens) out += "\n    \"" + object + "\": {";
    open = object;
    out += object.empty() ? "\n    \"" : "\n        \"";
    out += (dot == std::string::npos ? field.name : field.name.substr(dot + 1)) + "\": " + json_text(field);
    first = false;
  }
  if (!open.empty()) out += "\n    }";
  return out + "\n}\n";
}

}  // namespace

std::string aws_cli_command(const Call& call) {
  const std::string service = call.operation.substr(0, call.operation.find(':'));
  std::string out = "aws " + service + " " + kebab(operation_name(call));
  for (const auto& [name, value] : call.parameters.strings) out += " --" + kebab(name) + " " + shell(value);
  for (const auto& [name, value] : call.parameters.integers) out += " --" + kebab(name) + " " + std::to_string(value);
  add_lists(out, call.parameters);
  if (call.parameters.policy) out += " " + policy_option(call) + " " + shell(call.parameters.policy->text);
  if (call.parameters.assertion) out += " --saml-assertion file://assertion.b64";
  if (call.parameters.token) out += " --web-identity-token file://token.jwt";
  if (call.region != "us-east-1" && call.region != "global") out += " --region " + call.region;
  return out;
}

std::string aws_cli_answer(const Call& call, const CallResult& result) {
  if (result.refusal) {
    const CallError& error = result.refusal->error;
    return "\nAn error occurred (" + error.code + ") when calling the " + operation_name(call) + " operation: " + error.message + "\n";
  }
  return result.response.empty() ? "" : answer_json(result.response);
}

}  // namespace sts_playground
