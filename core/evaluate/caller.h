// Who makes a request, in the terms that policies compare.
#pragma once

#include <string>
#include <string_view>

namespace sts_playground {

enum class CallerKind { anonymous, root, user, session_token, role_session, federated_user, assumed_root, service, federated };
// As reports write it.
constexpr std::string_view name_of(CallerKind kind) {
  switch (kind) {
    case CallerKind::anonymous: return "anonymous";
    case CallerKind::root: return "root";
    case CallerKind::user: return "user";
    case CallerKind::session_token: return "session-token";
    case CallerKind::role_session: return "role-session";
    case CallerKind::federated_user: return "federated-user";
    case CallerKind::assumed_root: return "assumed-root";
    case CallerKind::service: return "service";
    case CallerKind::federated: return "federated";
  }
  return "";
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
struct Caller {
  CallerKind kind = CallerKind::anonymous;
  std::string account;  // twelve digits; "" for services, federated and anonymous callers
  std::string partition = "aws";
  std::string arn;              // as in AWS's messages: the session's ARN for sessions of roles
  std::string principal_arn;    // aws:PrincipalArn; "" where the key is absent
  std::string unique_id;        // AIDA... or AROA... of the user or role behind the credentials
  std::string user_id;          // aws:userid
  std::string user_name;        // aws:username; "" where the key is absent
  std::string parent_user_arn;  // federated_user: the user who called GetFederationToken ("" for root)
  std::string service;          // service: the service principal
  std::string provider;         // federated: provider ARN, or the name of a built-in provider
  bool service_linked = false;  // a session of a service-linked role
  bool has_boundary = false;    // a permissions boundary is set on the user or role behind the credentials

  bool has_account() const { return !account.empty(); }
};

}  // namespace sts_playground
