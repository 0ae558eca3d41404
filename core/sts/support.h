// What the operations share: parameter checks, tags, session policies, MFA, authorisation, and the making of sessions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/aws_errors.h"
#include "core/world/call.h"

namespace sts_playground::sts {

CallError to_error(const aws_errors::Text& text);

// ---- parameters (parameter_checks.cpp)

// All violations of a call's parameters in one ValidationError in AWS's wording, or nothing.
std::optional<CallError> check_parameters(const Call& call);
// "<value> is invalid" where a role's ARN is none. Recorded: localstack tests/aws/services/sts/test_sts.snapshot.json
std::optional<CallError> check_role_arn(const std::string& role_arn);
// RegionDisabledException where the account that issues the credentials has STS off in the Region.
std::optional<CallError> check_region(const World& world, const Call& call, std::string_view account);

// GetSessionToken and GetFederationToken: Region, parameters, and a caller with long-term credentials, a user or root. `session_text`: what
// a caller with temporary credentials is told. Nothing where the call may go on.
std::optional<CallResult> check_long_term_call(const World& world, const Call& call, std::string_view session_text);
// The session of a user or of root itself, of GetSessionToken or of a console sign-in.
Session own_session(const World& world, const Call& call, SessionKind kind, bool mfa);

// ---- tags (session_tags.cpp)

// Transitive tags that the calling session hands on. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
Tags inherited_tags(const Call& call);
std::optional<CallError> check_tags(const std::vector<Tag>* tags, const std::vector<std::string>* transitive_keys, const Tags& inherited);

// ---- session policies (session_policies.cpp)

struct SessionPolicies {
  std::vector<PolicyPtr> policies;
  bool given = false;
  std::size_t characters = 0;  // inline document and ARNs together
};
struct SessionPoliciesResult {
  SessionPolicies policies;
  std::optional<CallError> error;
  std::optional<Message> reason;
};
// Reads Policy and PolicyArns of a call. `account`: whose managed policies the ARNs may name.
SessionPoliciesResult read_session_policies(const World& world, const Call& call, std::string_view account);
// An estimate of PackedPolicySize in percent: AWS does not publish how it packs. See the function for what it is calibrated against.
int estimate_packed_size(const SessionPolicies& policies, const Tags& tags);
std::optional<CallError> check_packed_size(const SessionPolicies& policies, const Tags& tags);

// ---- MFA (mfa.cpp)

struct MfaCheck {
  bool used = false;  // a code was given and is right
  std::optional<CallError> error;
  std::optional<Message> reason;
  std::int64_t period = 0;
};
MfaCheck check_mfa(const World& world, const Call& call);
// The code that a virtual device shows at an instant (epoch seconds). Its seed is derived from the serial number.
std::string mfa_code(std::string_view serial_number, std::int64_t now);

// ---- authorisation (role_authorization.cpp)

// "User: X is not authorized to perform: A on resource: R because no ... allows the A action" and its like.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
std::string denied_message(const Caller& caller, const Authorization& authorization);
std::string base_denied_message(const Caller& caller, std::string_view action, std::string_view resource);

// What is asked of a role in one sts:Assume* call.
struct RoleRequest {
  std::string action;    // sts:AssumeRole, sts:AssumeRoleWithSAML, ...
  std::string role_arn;  // as requested
  const Role* role = nullptr;
  std::vector<Tag> tags;  // passed now
  std::vector<std::string> transitive_keys;
  Tags inherited;
  std::string source_identity;  // passed or inherited; ""
  bool mfa = false;
};
// Adds the keys that an sts:Assume* call brings: sts:ExternalId, sts:RoleSessionName, aws:RequestTag/..., aws:TagKeys, ...
void add_role_request_keys(RequestContext& context, const Call& call, const RoleRequest& request);
// Authorises the call and its permission-only companions sts:TagSession and sts:SetSourceIdentity; each is kept in `result`, also
// after one was denied. True where all allow.
bool authorize_role_request(const World& world, const Call& call, const RoleRequest& request, CallResult& result);
const Authorization* first_denial(const CallResult& result);

// ---- sessions (session.cpp)

std::string make_access_key_id(std::string_view prefix, std::string_view seed);
// Fills what all sessions have: id, issue time, expiry, key id. Adds it to the result as event, with AWS's Credentials fields.
void issue_session(Session session, const Call& call, std::int64_t seconds, CallResult& result);
// AssumedRoleUser, PackedPolicySize and SourceIdentity of a response.
void add_role_response(const Session& session, const SessionPolicies& policies, CallResult& result);
// A session of a role, with tags and source identity of the request.
Session role_session(const Role& role, const RoleRequest& request, const std::string& session_name);

}  // namespace sts_playground::sts
