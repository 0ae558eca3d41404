// One call: who, when, where, what, with which parameters. And what came of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authorize/authorize.h"
#include "core/call/refusal.h"
#include "core/evaluate/request_context.h"
#include "core/json/value.h"
#include "core/text/message.h"
#include "core/world/event.h"
#include "core/world/world.h"

namespace sts_playground {

// A policy document given as a parameter, unread: the operation answers for it.
struct PolicyText {
  std::string text;                          // as a service would receive it
  json::Value value;                         // the tree, where the scenario holds it as an object
  std::shared_ptr<const SourceText> source;  // of `text`, where the scenario holds it as a string
  std::string pointer;
  Span span;  // of the JSON value in the scenario's text
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
struct SamlAssertion {
  std::string provider;
  std::map<std::string, std::vector<std::string>> attributes;
  std::optional<std::int64_t> issued_at;  // epoch seconds
  std::optional<std::int64_t> session_not_on_or_after;
};

// The claims of a web identity token. Lists and objects are kept as JSON.
struct WebIdentityToken {
  std::map<std::string, json::Value> claims;
};

// A trusted context that a caller hands on: https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html
struct ProvidedContext {
  std::optional<std::string> provider_arn;
  std::optional<std::string> assertion;
};

// A step's `with`, typed as catalog/parameters.h says. Absent parameters are absent here.
struct CallParameters {
  std::map<std::string, std::string> strings;
  std::map<std::string, std::int64_t> integers;
  std::map<std::string, bool> booleans;
  std::map<std::string, std::vector<std::string>> lists;
  std::optional<std::vector<Tag>> tags;
  std::optional<PolicyText> policy;  // Policy, PolicyDocument or AssumeRolePolicyDocument
  std::optional<std::vector<std::string>> policy_arns;
  std::optional<SamlAssertion> assertion;
  std::optional<WebIdentityToken> token;
  std::optional<std::vector<ProvidedContext>> provided_contexts;

  const std::string* string(std::string_view name) const;
  std::optional<std::int64_t> integer(std::string_view name) const;
  const std::vector<std::string>* list(std::string_view name) const;
};

// One key of a step's `context`. No values and `removed`: the key is taken away.
struct GivenKey {
  std::string key;
  std::vector<std::string> values;
  bool multivalued = false;
  bool removed = false;
};

struct Call {
  std::string step;             // id of the step
  std::string operation;        // service:Name
  std::string resource = "*";   // of calls that are authorised only
  bool names_resource = false;  // the step has a `resource`
  Caller caller;
  SessionPtr session;                // whose credentials call; null for long-term keys, services and nobody
  std::string region = "us-east-1";  // or global_endpoint of catalog/regions.h
  std::int64_t now = 0;              // epoch seconds
  CallParameters parameters;
  std::vector<GivenKey> given;
};

// Of a refused call: `deny` where the code is AccessDenied, else `error`.
enum class Decision { allow, deny, error };
// As scenarios and reports write it.
constexpr std::string_view name_of(Decision decision) {
  switch (decision) {
    case Decision::allow: return "Allow";
    case Decision::deny: return "Deny";
    case Decision::error: return "Error";
  }
  return "";
}

// A field of AWS's response, in its order; `name` may be a path such as "Credentials.AccessKeyId".
struct ResponseField {
  std::string name;
  std::string value;
  bool is_number = false;
};

// Why a call needs an action beside its own, such as sts:TagSession: a sentence for each of its reasons.
struct Demand {
  std::string action;
  std::vector<Message> reasons;
};

struct CallResult {
  CallResult() = default;
  // A call that came to nothing before anything was authorised.
  CallResult(Refusal why);

  Decision decision = Decision::allow;
  std::optional<Refusal> refusal;
  std::vector<Event> events;                  // in the order in which they happened
  std::vector<Authorization> authorizations;  // every authorisation that was needed, in order
  RequestContext context;
  std::string session;  // id of the session that was issued; ""
  std::vector<ResponseField> response;
  std::vector<Message> notes;  // what else a person should know
  std::vector<Demand> demands;
  std::vector<EvidenceRule> evidence;   // rules that the answer rests on and that are not plainly documented
  SessionPtr caller_session;            // whose credentials called, for explanations; null where none did
  bool token_size_is_estimate = false;  // SessionTokenSize and its like in the response
};

// Moves the result out as a refusal; authorisations and context stay, so that it can be explained.
CallResult refuse(CallResult& result, Refusal why);

}  // namespace sts_playground
