// A scenario document, read: the world at its start, and the steps.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/call/call.h"
#include "core/json/value.h"
#include "core/text/diagnostic.h"
#include "core/world/world.h"

namespace sts_playground {

// A text in one language, or in both.
struct LocalizedText {
  std::string english;
  std::string korean;
};

// What a step expects; only what is there is compared.
struct Expectation {
  std::optional<Decision> decision;
  std::optional<std::string> error_code;
  std::optional<std::string> message;
  std::optional<std::string> message_contains;
  std::optional<std::int64_t> expires_at;
  std::optional<std::map<std::string, std::string>> session_tags;
  std::optional<std::string> source_identity;
  std::optional<std::string> arn;
  std::optional<std::vector<std::string>> transitive_tag_keys;
  std::optional<bool> session;
  std::optional<std::vector<std::string>> calls;
};

// How a step's `as` names the caller.
enum class CallerReference { nobody, user, root, session, service, assumed_role };

struct Step {
  std::string id;
  std::string pointer;
  Span span;
  std::int64_t at = 0;  // epoch seconds, resolved
  CallerReference reference = CallerReference::nobody;
  std::string as;
  std::string on;      // workstation
  std::string region;  // "": the caller's partition's own
  std::string call;
  std::string resource = "*";
  bool names_resource = false;
  CallParameters parameters;
  std::vector<GivenKey> given;
  std::optional<Expectation> expect;
};

struct Workstation {
  std::string name;
  std::string config;
  std::string credentials;
  std::map<std::string, std::string> environment;
  std::string instance_role;
  std::map<std::string, WebIdentityToken> token_files;
  std::map<std::string, json::Value> processes;
};

// Every policy of the document, in its order, for editors.
struct PolicyEntry {
  std::string pointer;
  PolicyKind kind = PolicyKind::identity;
  bool is_managed = false;  // a customer managed policy, which counts as one of identity wherever it is attached
  std::string name;
  std::string owner;  // ARN, organization or unit id, or step id
  bool is_text = false;
  Span span;
};

struct Scenario {
  LocalizedText title;
  LocalizedText description;
  std::int64_t now = 0;  // epoch seconds
  World world;
  std::vector<Step> steps;
  std::map<std::string, Workstation> workstations;
  std::vector<PolicyEntry> policies;
};

// Reads a scenario document. All faults are told. `value` is also there with errors, for the places of its policies: only a scenario
// without an error may be run.
Parsed<Scenario> read_scenario(const SourceText& source);

}  // namespace sts_playground
