#include "core/evaluate/matchers.h"

#include "core/values/arn.h"

namespace sts_playground {
namespace {

// A stored principal is bound to a unique id; where it could not be bound, its text is compared.
bool same_principal(const CompiledPrincipal& principal, std::string_view arn, const Caller& caller) {
  if (principal.text != arn) return false;
  return principal.bound_unique_id.empty() || principal.bound_unique_id == caller.unique_id;
}

bool is_user_like(const Caller& caller) { return caller.kind == CallerKind::user || caller.kind == CallerKind::session_token; }

PrincipalNaming everyone_naming(const CompiledPrincipal& principal, const Caller& caller, Effect effect, PolicyKind kind) {
  // {"AWS": "*"} of an Allow in a trust policy lets in AWS principals only; services and identity providers have principal types of
  // their own. In a Deny, and in other policies, it is the same as "*".
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
  const bool has_own_type = caller.kind == CallerKind::service || caller.kind == CallerKind::federated;
  if (principal.match == PrincipalMatch::everyone_aws && has_own_type && effect == Effect::allow && kind == PolicyKind::trust) {
    return PrincipalNaming::none;
  }
  return PrincipalNaming::everyone;
}

// What a Deny's NotPrincipal lacks to spare the caller; 0: it is spared. It and everything above it (role, account) must be listed.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
std::uint16_t lacks_of_not_principal(const CompiledStatement& statement, const Caller& caller) {
  namespace lacks = not_principal_lacks;
  // A Deny with NotPrincipal always denies whoever has a permissions boundary, listed or not: the same page.
  if (caller.has_boundary) return lacks::boundary;
  const bool is_root = caller.kind == CallerKind::root || caller.kind == CallerKind::assumed_root;
  bool itself = false;
  bool account = !caller.has_account();
  bool role = caller.kind != CallerKind::role_session;
  for (const CompiledPrincipal& principal : statement.principals) {
    switch (principal.match) {
      case PrincipalMatch::everyone:
      case PrincipalMatch::everyone_aws: return 0;
      case PrincipalMatch::account:
        account = account || principal.text == caller.account;
        itself = itself || (is_root && principal.text == caller.account);
        break;
      case PrincipalMatch::role: role = role || same_principal(principal, caller.principal_arn, caller); break;
      case PrincipalMatch::user:
        itself = itself || (is_user_like(caller) && same_principal(principal, caller.principal_arn, caller));
        break;
      // A unique id stands for the user or role that had it: reference_identifiers.html#identifiers-unique-ids
      case PrincipalMatch::unique_id:
        if (principal.text != caller.unique_id) break;
        role = role || caller.kind == CallerKind::role_session;
        itself = itself || is_user_like(caller);
        break;
      case PrincipalMatch::assumed_role:
      case PrincipalMatch::federated_user: itself = itself || principal.text == caller.arn; break;
      case PrincipalMatch::service: itself = itself || (caller.kind == CallerKind::service && principal.text == caller.service); break;
      case PrincipalMatch::federated: itself = itself || (caller.kind == CallerKind::federated && principal.text == caller.provider); break;
      default: break;
    }
  }
  return static_cast<std::uint16_t>((itself ? 0 : lacks::caller) | (role ? 0 : lacks::role) | (account ? 0 : lacks::account));
}

}  // namespace

PrincipalNaming principal_naming(const CompiledPrincipal& principal, const Caller& caller, Effect effect, PolicyKind kind) {
  switch (principal.match) {
    case PrincipalMatch::everyone:
    case PrincipalMatch::everyone_aws: return everyone_naming(principal, caller, effect, kind);
    case PrincipalMatch::account: return caller.account == principal.text ? PrincipalNaming::account : PrincipalNaming::none;
    case PrincipalMatch::user:
      if (is_user_like(caller) && same_principal(principal, caller.principal_arn, caller)) return PrincipalNaming::user;
      if (caller.kind == CallerKind::federated_user && same_principal(principal, caller.parent_user_arn, caller)) {
        return PrincipalNaming::federated_user_by_user;
      }
      return PrincipalNaming::none;
    case PrincipalMatch::role:
      return caller.kind == CallerKind::role_session && same_principal(principal, caller.principal_arn, caller) ? PrincipalNaming::role
                                                                                                                : PrincipalNaming::none;
    case PrincipalMatch::assumed_role:
      return caller.kind == CallerKind::role_session && principal.text == caller.arn ? PrincipalNaming::role_session
                                                                                     : PrincipalNaming::none;
    case PrincipalMatch::federated_user:
      return caller.kind == CallerKind::federated_user && principal.text == caller.arn ? PrincipalNaming::federated_user
                                                                                       : PrincipalNaming::none;
    case PrincipalMatch::unique_id:
      if (caller.unique_id != principal.text) return PrincipalNaming::none;
      return caller.kind == CallerKind::role_session ? PrincipalNaming::role : PrincipalNaming::user;
    case PrincipalMatch::service:
      return caller.kind == CallerKind::service && principal.text == caller.service ? PrincipalNaming::service : PrincipalNaming::none;
    case PrincipalMatch::federated:
      return caller.kind == CallerKind::federated && principal.text == caller.provider ? PrincipalNaming::federated : PrincipalNaming::none;
    case PrincipalMatch::never: return PrincipalNaming::none;
  }
  return PrincipalNaming::none;
}

PrincipalMatching match_principal(const CompiledStatement& statement, const Caller& caller, PolicyKind kind) {
  if (statement.not_principal && statement.effect == Effect::deny) {
    const std::uint16_t lacks = lacks_of_not_principal(statement, caller);
    return lacks == 0 ? PrincipalMatching{} : PrincipalMatching{true, lacks, PrincipalNaming::everyone};
  }
  // An Allow with NotPrincipal lets in everyone but whom it names: that the account, too, must be listed is said of Deny only.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html (text of May 2023). That a role spares
  // every session of it, and an account everyone in it, is inferred: to be named in any way is to be named.
  if (statement.not_principal) {
    for (std::size_t i = 0; i < statement.principals.size(); ++i) {
      const PrincipalNaming naming = principal_naming(statement.principals[i], caller, Effect::deny, kind);
      if (naming != PrincipalNaming::none) return {false, i, naming};
    }
    return {true, 0, PrincipalNaming::everyone};
  }
  for (std::size_t i = 0; i < statement.principals.size(); ++i) {
    const PrincipalNaming naming = principal_naming(statement.principals[i], caller, statement.effect, kind);
    if (naming != PrincipalNaming::none) return {true, i, naming};
  }
  return {};
}

bool match_action(const CompiledStatement& statement, std::string_view action) {
  if (!statement.has_action) return false;
  for (const Pattern& pattern : statement.actions) {
    if (pattern.match(action) == Pattern::Result::match) return !statement.not_action;
  }
  return statement.not_action;
}

namespace {

Outcome match_resource_pattern(const CompiledResource& pattern, std::string_view resource, const RequestContext& context) {
  if (pattern.everything) return Outcome::match;
  if (!pattern.valid) return Outcome::no_match;
  const auto arn = parse_arn(resource);
  // "*" as a request's resource stands for an action that has no resource types: only "*" covers it.
  // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  if (!arn) return Outcome::no_match;
  const std::string_view parts[6] = {"arn", arn->partition, arn->service, arn->region, arn->account, arn->resource};
  Outcome all = Outcome::match;
  for (std::size_t i = 0; i < 6 && all != Outcome::no_match; ++i) all = both(all, match_pattern(pattern.parts[i], parts[i], context));
  return all;
}

}  // namespace

Outcome match_resource(const CompiledStatement& statement, std::string_view resource, const RequestContext& context) {
  if (!statement.has_resource) return Outcome::no_match;
  Outcome any = Outcome::no_match;
  for (const CompiledResource& pattern : statement.resources) {
    any = either(any, match_resource_pattern(pattern, resource, context));
    if (any == Outcome::match) break;
  }
  return statement.not_resource ? negation(any) : any;
}

Outcome match_pattern(const Pattern& pattern, std::string_view value, const RequestContext& context) {
  if (pattern.has_variables() && context.has_unknown()) {
    for (const PatternVariable& variable : pattern.variables()) {
      if (context.is_unknown(variable.key)) return Outcome::unknown;
    }
  }
  // What has a variable without a value matches nothing: reference_policies_variables.html#policy-vars-no-value
  return outcome_of(pattern.match(value, &context) == Pattern::Result::match);
}

}  // namespace sts_playground
