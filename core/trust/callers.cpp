#include "core/trust/callers.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "core/call/callers.h"
#include "core/catalog/oidc_providers.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

constexpr std::string_view assume_role = "sts:AssumeRole";
constexpr std::string_view with_saml = "sts:AssumeRoleWithSAML";
constexpr std::string_view with_web_identity = "sts:AssumeRoleWithWebIdentity";

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

  // A new caller, or the one that is there already.
  TrustCaller& entry(const std::string& id, TrustNodeKind kind, std::string_view name, std::string_view account, std::string_view action) {
    TrustCaller& out = found_[id + " " + std::string(action)];
    out.node.id = id;
    out.node.kind = kind;
    out.node.name = std::string(name);
    out.node.account = std::string(account);
    out.action = action;
    return out;
  }

  void add_anyone() {
    for (const std::string_view action : {assume_role, with_saml, with_web_identity}) {
      TrustCaller& out = entry("*", TrustNodeKind::anyone, "*", "", action);
      // Without an account nothing but the resource's side judges it.
      out.caller.kind = action == assume_role ? CallerKind::user : CallerKind::federated;
      out.unknown = true;
    }
  }

  // ":root" names the whole account, not its root user: reference_policies_elements_principal.html#principal-accounts
  void add_account(const std::string& id, const std::string& partition) {
    const std::string arn = make_arn({partition, "iam", "", id, "root"});
    TrustCaller& out = entry(arn, TrustNodeKind::outside, id, id, assume_role);
    const Account* account = world_.account(id);
    if (!account) return describe_outside(out, CallerKind::user, partition);
    out.caller = root_caller(*account);
    out.node.kind = TrustNodeKind::root;
    if (!account->name.empty()) out.node.name = account->name;
  }

  void describe_outside(TrustCaller& out, CallerKind kind, std::string_view partition) const {
    out.caller.kind = kind;
    out.caller.account = out.node.account;
    out.caller.partition = std::string(partition);
    out.caller.arn = out.node.id;
    // Of an account that the document has, all principals are known: one that is not there has no policies.
    out.unknown = world_.account(out.node.account) == nullptr;
  }

  TrustCaller& outside(CallerKind kind, const std::string& arn, const PrincipalArn& parsed) {
    TrustCaller& out = entry(arn, TrustNodeKind::outside, parsed.name, parsed.arn.account, assume_role);
    describe_outside(out, kind, parsed.arn.partition);
    return out;
  }

  void add_outside_user(const std::string& arn) {
    if (world_.user(arn)) return;
    TrustCaller& out = outside(CallerKind::user, arn, *parse_principal_arn(arn));
    out.caller.principal_arn = arn;
    out.caller.user_name = out.node.name;
  }

  void add_outside_role(const std::string& arn) {
    if (world_.role(arn)) return;
    TrustCaller& out = outside(CallerKind::role_session, arn, *parse_principal_arn(arn));
    out.caller.principal_arn = arn;
    out.caller.arn = assumed_role_arn(out.caller.partition, out.caller.account, out.node.name, "");
  }

  // One session of a role, by its name.
  void add_session(const std::string& arn) {
    const auto parsed = *parse_principal_arn(arn);
    TrustCaller& out = outside(CallerKind::role_session, arn, parsed);
    out.node.name.append("/").append(parsed.session);
    const Account* account = world_.account(parsed.arn.account);
    if (!account) return;
    const auto role = account->roles.find(std::string(parsed.name));
    if (role == account->roles.end()) return;
    out.session = outside_session(role->second, parsed.session, now_);
    out.caller = session_caller(*out.session);
    out.node.kind = TrustNodeKind::role;
  }

  void add_service(const std::string& service) {
    entry(service, TrustNodeKind::service, service, "", assume_role).caller = service_caller(service);
  }

  void add_provider(const std::string& provider) {
    const auto parsed = parse_principal_arn(provider);
    const bool saml = parsed && parsed->kind == PrincipalArnKind::saml_provider;
    TrustCaller& out = entry(provider, TrustNodeKind::outside, parsed ? parsed->name : provider, parsed ? parsed->arn.account : "",
                             saml ? with_saml : with_web_identity);
    out.caller.kind = CallerKind::federated;
    out.caller.provider = provider;
    if (find_built_in_provider(provider)) out.node.kind = TrustNodeKind::federated_provider;
    const Account* account = world_.account(out.node.account);
    if (!account) return;
    const auto& names = account->saml_providers;
    if (saml && std::find(names.begin(), names.end(), out.node.name) != names.end()) out.node.kind = TrustNodeKind::saml_provider;
    if (!saml && account->oidc_providers.count(out.node.name) != 0) out.node.kind = TrustNodeKind::oidc_provider;
  }

  const World& world_;
  std::int64_t now_;
  std::map<std::string, TrustCaller> found_;  // by node and action
};

}  // namespace

std::vector<TrustCaller> trust_callers(const World& world, std::int64_t now) {
  std::vector<TrustCaller> callers;
  NamedCallers named(world, now);
  const auto add = [&](const std::string& arn, TrustNodeKind kind, const std::string& name, const std::string& account) -> TrustCaller& {
    TrustCaller& out = callers.emplace_back();
    out.node = {arn, kind, name, account};
    out.action = assume_role;
    return out;
  };
  for (const auto& [id, account] : world.accounts) {
    for (const auto& [name, user] : account->users) {
      add(user.arn, TrustNodeKind::user, name, id).caller = user_caller(user, *account);
    }
    for (const auto& [name, role] : account->roles) {
      TrustCaller& out = add(role.arn, TrustNodeKind::role, name, id);
      // A name that no session can have: a policy that names one session does not name them all.
      out.session = outside_session(role, "", now);
      out.caller = session_caller(*out.session);
      named.add_all_of(role.trust->compiled, *account);
    }
  }
  named.append_to(callers);
  return callers;
}

}  // namespace sts_playground
