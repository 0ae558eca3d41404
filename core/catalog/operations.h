// The operations that a step can call with parameters, one row each: whose credentials a call has, and what comes of it.
// Every other call is a service's action, which is authorised and never performed.
#pragma once

#include <span>
#include <string_view>

namespace sts_playground {

enum class Credentials {
  of_caller,  // the step's `as` makes the call
  none,       // not signed: an assertion or a token among the parameters says who it is
  of_profile  // a workstation makes the call, and a profile of its AWS CLI says by whose credentials
};

// As the catalog writes it.
constexpr std::string_view name_of(Credentials credentials) {
  switch (credentials) {
    case Credentials::of_caller: return "caller";
    case Credentials::none: return "none";
    case Credentials::of_profile: return "profile";
  }
  return "";
}

// What kind of session a call returns.
enum class Issues { nothing, role_session, session_token, federated_user, assumed_root, console };
// As the `kind` of a session in a report; "": none.
constexpr std::string_view name_of(Issues issues) {
  switch (issues) {
    case Issues::nothing: return "";
    case Issues::role_session: return "role-session";
    case Issues::session_token: return "session-token";
    case Issues::federated_user: return "federated-user";
    case Issues::assumed_root: return "assumed-root";
    case Issues::console: return "console";
  }
  return "";
}

// What a form or a button needs an operation for, whatever it is called.
enum class Plays {
  nothing,
  new_call,        // what a call that is put together begins as
  revoke_sessions  // stores the inline policy by which a role's sessions are revoked
};
// As the catalog writes it; "": nothing.
constexpr std::string_view name_of(Plays plays) {
  switch (plays) {
    case Plays::nothing: return "";
    case Plays::new_call: return "new_call";
    case Plays::revoke_sessions: return "revoke_sessions";
  }
  return "";
}

struct CatalogOperation {
  std::string_view name;  // "sts:AssumeRole", as a step calls it
  Credentials credentials;
  Issues issues;
  Plays plays;
};

std::span<const CatalogOperation> catalog_operations();
// Null where no step can call it with parameters.
const CatalogOperation* find_catalog_operation(std::string_view name);

// The actions that a role's trust policy can allow, those that are permissions only among them.
std::span<const std::string_view> trust_policy_actions();

}  // namespace sts_playground
