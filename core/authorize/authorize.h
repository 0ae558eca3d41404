// All layers of policies folded into one decision, in AWS's order.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/disputed.h"
#include "core/evaluate/evaluate.h"

namespace sts_playground {

// In the order in which AWS evaluates them; that the policy of the VPC endpoint stands before the resource's is inferred. `resource` is the
// trust policy where a role is assumed.
enum class LayerKind { rcp, scp, vpc_endpoint, trust, resource, identity, boundary, session };
// As reports write it.
constexpr std::string_view name_of(LayerKind kind) {
  switch (kind) {
    case LayerKind::rcp: return "rcp";
    case LayerKind::scp: return "scp";
    case LayerKind::vpc_endpoint: return "vpc-endpoint";
    case LayerKind::trust: return "trust";
    case LayerKind::resource: return "resource";
    case LayerKind::identity: return "identity";
    case LayerKind::boundary: return "boundary";
    case LayerKind::session: return "session";
  }
  return "";
}

enum class LayerVerdict { not_applicable, allow, explicit_deny, implicit_deny };
// As reports write it.
constexpr std::string_view name_of(LayerVerdict verdict) {
  switch (verdict) {
    case LayerVerdict::not_applicable: return "not-applicable";
    case LayerVerdict::allow: return "allow";
    case LayerVerdict::explicit_deny: return "explicit-deny";
    case LayerVerdict::implicit_deny: return "implicit-deny";
  }
  return "";
}

// Why a layer does not take part.
enum class LayerAbsence {
  none,                 // it takes part
  no_policy,            // nothing of the kind is set
  no_organization,      // the account is in no organization
  management_account,   // SCPs and RCPs do not apply to the management account
  service_linked_role,  // nor to service-linked roles
  service_caller,       // services have no identity side, and no SCPs apply to them
  federated_caller,     // only the trust policy (and RCPs) judge a federated call
  anonymous_caller,     // nobody has no identity side
  unsupported_service,  // the service does not support RCPs
  no_resource_type,     // the action has no resource that an RCP could be about
  exempt_action,        // RCPs spare this one action of a service that they cover
  root_user,            // root has no identity-based policies: everything is allowed to it
};

// What one layer brings along. SCPs and RCPs have one layer for each level.
struct Layer {
  LayerKind kind = LayerKind::identity;
  std::string name;  // unit or account id of an SCP's or RCP's level; ARN of the resource or principal otherwise
  std::vector<PolicyPtr> policies;
  bool full_access = false;  // FullAWSAccess, RCPFullAWSAccess, or the root user's own access: everything is allowed
  LayerAbsence absence = LayerAbsence::none;
  std::string policy_arns;  // of an SCP's or RCP's level: what the ARN of a policy of this organization begins with
};

struct AuthorizationInput {
  std::string action;
  std::string resource;
  std::vector<Layer> layers;  // any order; at most one each of trust/resource, identity, boundary, session
  bool same_account = true;   // caller and resource are of one account
  bool same_partition = true;
  // Role trust policies and KMS key policies must themselves allow: an identity-based Allow is not enough.
  bool resource_policy_must_allow = false;
  // Services, federated callers and the anonymous caller have nothing but the resource's side.
  bool resource_side_only = false;
  DisputeChoice disputed;
};

struct LayerResult {
  LayerKind kind = LayerKind::identity;
  std::string name;
  LayerVerdict verdict = LayerVerdict::not_applicable;
  LayerAbsence absence = LayerAbsence::none;
  bool full_access = false;
  bool ignored = false;          // an implicit denial that the way the caller is named overrides
  bool decisive = false;         // this layer is why the decision is what it is
  std::size_t first_policy = 0;  // range in the trace's policies
  std::size_t policy_count = 0;
  std::string policy_arns;  // as in Layer
};

struct Authorization {
  bool allowed = false;
  Caller caller;  // as it was judged: the identity provider's subject in federated calls, the signed-in user in Switch Role
  std::string action;
  std::string resource;
  std::string resource_words;       // what AWS's messages call the resource; "": its ARN
  std::vector<LayerResult> layers;  // in AWS's order
  Trace trace;
  // Of a denial: the layer that AWS's message names, and whether a Deny statement matched there. Nothing for a call between partitions.
  std::optional<LayerKind> denied_by;
  bool explicit_deny = false;
  bool same_account = true;
  bool same_partition = true;
  PrincipalNaming naming = PrincipalNaming::none;  // how the Allow of the resource's policy that counted names the caller
  DisputeSet asked;                                // disputed facts that were asked for
};

// What statements count for that depend on unknown keys (RequestContext::set_unknown).
enum class Leaning {
  refuse,  // a Deny as if it matched, an Allow as if it did not: what is allowed so is allowed whatever the unknown keys are
  permit   // the other way round: what is denied so is denied whatever they are
};

// Two-valued. What is answered where keys are unknown: authorize_conditionally() in conditional.h.
Authorization authorize(const AuthorizationInput& input, const Caller& caller, const RequestContext& context,
                        Leaning leaning = Leaning::refuse);

// Every way in which Allow statements of the role's or resource's own policy that match (or may match) name the caller.
std::vector<PrincipalNaming> resource_namings(const Authorization& authorization, Leaning leaning);

// Which implicit denials a resource-based Allow overrides within one account, by how it names the caller.
struct NamingEffect {
  bool grants = false;  // counts without an identity-based Allow
  bool ignores_boundary = false;
  bool ignores_session_policy = false;
};
NamingEffect naming_effect(PrincipalNaming naming);

}  // namespace sts_playground
