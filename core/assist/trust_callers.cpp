#include "core/assist/trust_callers.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "core/catalog/oidc_providers.h"
#include "core/sts/support.h"
#include "core/values/arn.h"
#include "core/world/principal.h"

namespace sts_playground {
namespace {

constexpr std::string_view assume_role = "sts:AssumeRole";
constexpr std::string_view with_saml = "sts:AssumeRoleWithSAML";
constexpr std::string_view with_web_identity = "sts:AssumeRoleWithWebIdentity";

SessionPtr bare_session(const Role& role, const std::string& name, std::int64_t now) {
  Session session = sts::role_session(role, sts::RoleRequest(), name);
  session.issued_at = now;
  session.expires_at = now + role.max_session_duration;
  return std::make_shared<Session>(std::move(session));
}

TrustCaller role_caller(const Role& role, const std::string& account, std::int64_t now) {
  TrustCaller out;
  out.node = {role.arn, TrustNodeKind::role, role.name, account};
  // A name that no session can have: a policy that names one session does not name them all.
  out.session = bare_session(role, "", now);
  out.caller = session_caller(*out.session);
  out.action = assume_role;
  return out;
}

// Collects whom trust policies name, besides the users and roles of the world.
class NamedCallers {
 public:
  NamedCallers(const World& world, std::int64_t now) : world_(world), now_(now) {}

  void add_all_of(const CompiledPolicy& policy, const Account& owner) {
    for (const CompiledStatement& statement : policy.statements) {
      if (statement.effect != Effect::allow) continue;
      // An Allow with NotPrincipal names everyone who is not listed.
      if (statement.not_principal) add_anyone();
      if (statement.not_principal) continue;
      for (const CompiledPrincipal& principal : statement.principals) add(principal, owner);
    }
  }

  void append_to(std::vector<TrustCaller>& callers) {
    for (auto& [key, caller] : found_) callers.push_back(std::move(caller));
  }

 private:
  void add(const CompiledPrincipal& principal, const Account& owner) {
    switch (principal.match) {
      case PrincipalMatch::everyone:
      case PrincipalMatch::everyone_aws: return add_anyone();
      case PrincipalMatch::account: return add_account(principal.text, owner.partition);
      case PrincipalMatch::user: return add_outside_user(principal.text);
      case PrincipalMatch::role: return add_outside_role(principal.text);
      case PrincipalMatch::assumed_role: return add_session(principal.text);
      case PrincipalMatch::service: return add_service(principal.text);
      case PrincipalMatch::federated: return add_provider(principal.text);
      // A federated user may not assume roles (id_credentials_temp_request.html); a unique id is that of somebody who was deleted.
      case PrincipalMatch::federated_user:
      case PrincipalMatch::unique_id:
      case PrincipalMatch::never: return;
    }
  }

  void keep(TrustCaller caller) { found_.emplace(caller.node.id + " " + std::string(caller.action), std::move(caller)); }

  void add_anyone() {
    for (const std::string_view action : {assume_role, with_saml, with_web_identity}) {
      TrustCaller out;
      out.node = {"*", TrustNodeKind::anyone, "*", ""};
      // Without an account nothing but the resource's side judges it.
      out.caller.kind = action == assume_role ? CallerKind::user : CallerKind::federated;
      out.action = action;
      out.unknown = true;
      keep(std::move(out));
    }
  }

  // ":root" names the whole account, not its root user: reference_policies_elements_principal.html#principal-accounts
  void add_account(const std::string& id, const std::string& partition) {
    TrustCaller out;
    out.action = assume_role;
    if (const Account* account = world_.account(id)) {
      out.caller = root_caller(*account);
      out.node = {out.caller.arn, TrustNodeKind::root, account->name.empty() ? id : account->name, id};
    } else {
      out.caller = unknown_caller(CallerKind::user, id, partition, "arn:" + partition + ":iam::" + id + ":root");
      out.node = {out.caller.arn, TrustNodeKind::outside, id, id};
      out.unknown = true;
    }
    keep(std::move(out));
  }

  static Caller unknown_caller(CallerKind kind, const std::string& account, const std::string& partition, const std::string& arn) {
    Caller caller;
    caller.kind = kind;
    caller.account = account;
    caller.partition = partition;
    caller.arn = arn;
    return caller;
  }

  TrustCaller outside(CallerKind kind, const std::string& arn, const PrincipalArn& parsed) const {
    const std::string account(parsed.arn.account);
    TrustCaller out;
    out.node = {arn, TrustNodeKind::outside, std::string(parsed.name), account};
    out.caller = unknown_caller(kind, account, std::string(parsed.arn.partition), arn);
    out.action = assume_role;
    // Of an account that the document has, all principals are known: this one has no policies.
    out.unknown = world_.account(account) == nullptr;
    return out;
  }

  void add_outside_user(const std::string& arn) {
    if (world_.user(arn)) return;
    TrustCaller out = outside(CallerKind::user, arn, *parse_principal_arn(arn));
    out.caller.principal_arn = arn;
    out.caller.user_name = out.node.name;
    keep(std::move(out));
  }

  void add_outside_role(const std::string& arn) {
    if (world_.role(arn)) return;
    TrustCaller out = outside(CallerKind::role_session, arn, *parse_principal_arn(arn));
    out.caller.principal_arn = arn;
    out.caller.arn = assumed_role_arn(out.caller.partition, out.caller.account, out.node.name, "");
    keep(std::move(out));
  }

  // One session of a role, by its name.
  void add_session(const std::string& arn) {
    const auto parsed = *parse_principal_arn(arn);
    TrustCaller out = outside(CallerKind::role_session, arn, parsed);
    out.node.name += "/" + std::string(parsed.session);
    if (const Account* account = world_.account(parsed.arn.account)) {
      const auto role = account->roles.find(std::string(parsed.name));
      if (role != account->roles.end()) {
        out.session = bare_session(role->second, std::string(parsed.session), now_);
        out.caller = session_caller(*out.session);
        out.node.kind = TrustNodeKind::role;
      }
    }
    keep(std::move(out));
  }

  void add_service(const std::string& service) {
    TrustCaller out;
    out.node = {service, TrustNodeKind::service, service, ""};
    out.caller = service_caller(service);
    out.action = assume_role;
    keep(std::move(out));
  }

  void add_provider(const std::string& provider) {
    TrustCaller out;
    out.caller.kind = CallerKind::federated;
    out.caller.provider = provider;
    out.action = with_web_identity;
    out.node = {provider, TrustNodeKind::outside, provider, ""};
    if (find_built_in_provider(provider)) out.node.kind = TrustNodeKind::federated_provider;
    if (const auto parsed = parse_principal_arn(provider)) describe_provider(out, *parsed);
    keep(std::move(out));
  }

  void describe_provider(TrustCaller& out, const PrincipalArn& parsed) const {
    out.node.name = std::string(parsed.name);
    out.node.account = std::string(parsed.arn.account);
    const Account* account = world_.account(parsed.arn.account);
    if (parsed.kind == PrincipalArnKind::saml_provider) {
      out.action = with_saml;
      const auto& names = account ? account->saml_providers : std::vector<std::string>();
      if (std::find(names.begin(), names.end(), parsed.name) != names.end()) out.node.kind = TrustNodeKind::saml_provider;
    } else if (account && account->oidc_providers.count(out.node.name) != 0) {
      out.node.kind = TrustNodeKind::oidc_provider;
    }
  }

  const World& world_;
  std::int64_t now_;
  std::map<std::string, TrustCaller> found_;  // by node and action
};

}  // namespace

std::vector<TrustCaller> trust_callers(const World& world, std::int64_t now) {
  std::vector<TrustCaller> callers;
  NamedCallers named(world, now);
  for (const auto& [id, account] : world.accounts) {
    for (const auto& [name, user] : account->users) {
      TrustCaller caller;
      caller.node = {user.arn, TrustNodeKind::user, user.name, id};
      caller.caller = user_caller(user, *account);
      caller.action = assume_role;
      callers.push_back(std::move(caller));
    }
    for (const auto& [name, role] : account->roles) {
      callers.push_back(role_caller(role, id, now));
      named.add_all_of(role.trust->compiled, *account);
    }
  }
  named.append_to(callers);
  return callers;
}

}  // namespace sts_playground
