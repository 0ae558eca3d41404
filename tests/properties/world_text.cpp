#include "tests/properties/world_text.h"

namespace sts_playground::test {
namespace {

// The types are taken apart with structured bindings: a new member does not compile until it is told here.
class Teller {
 public:
  std::string take() { return std::move(out_); }

  void tell(const World& world) {
    const auto& [accounts, organizations, sessions, session_order, mfa_records, generations, deleted_users, vpc_endpoints, disputed] =
        world;
    for (const auto& [id, account] : accounts) tell(id, *account);
    for (const auto& organization : organizations) tell(*organization);
    for (const auto& [id, session] : sessions) tell(id, *session);
    strings("session order", session_order);
    for (const auto& [serial, record] : mfa_records) {
      const auto& [window, tries, used_periods] = record;
      line("mfa codes of " + serial, std::to_string(window) + " " + std::to_string(tries));
      for (const std::int64_t period : used_periods) line("mfa code of " + serial, period);
    }
    for (const auto& [arn, generation] : generations) line("generation of " + arn, std::to_string(generation));
    strings("deleted users", deleted_users);
    for (const DisputeRow& row : disputes()) line("disputed " + std::string(row.id), std::string(name_of(disputed.side(row.dispute))));
    if (!vpc_endpoints) return;
    for (const auto& [key, endpoint] : *vpc_endpoints) {
      const auto& [id, vpc, account, endpoint_policy] = endpoint;
      line("endpoint " + key, id + " " + vpc + " " + account);
      policy("policy", endpoint_policy);
    }
  }

 private:
  void line(const std::string& name, const std::string& value) { out_ += within_ + name + ": " + value + "\n"; }
  void line(const std::string& name, std::int64_t value) { line(name, std::to_string(value)); }
  void optional(const std::string& name, const std::optional<std::int64_t>& value) { line(name, value ? std::to_string(*value) : "-"); }
  void strings(const std::string& name, const std::vector<std::string>& values) {
    for (const std::string& value : values) line(name, value);
  }
  void tags(const std::string& name, const Tags& tags) {
    for (const Tag& tag : tags) {
      const auto& [key, value] = tag;
      line(name + " " + key, value);
    }
  }

  static std::string words(const PolicyString& string) {
    const auto& [value, span, kind] = string;
    return value + " " + std::to_string(static_cast<int>(kind)) + " " + words(span);
  }
  static std::string words(const Span& span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }
  void optional(const std::string& name, const std::optional<PolicyString>& string) { line(name, string ? words(*string) : "-"); }
  void elements(const std::string& name, const PolicyStrings& element) {
    const auto& [values, span, key_span, is_array] = element;
    line(name, words(span) + " " + words(key_span) + (is_array ? " list" : ""));
    for (const PolicyString& value : values) line(name, words(value));
  }
  void elements(const std::string& name, const std::optional<PolicyStrings>& element) {
    if (element) elements(name, *element);
  }
  void principal(const std::string& name, const std::optional<PrincipalElement>& element) {
    if (!element) return;
    const auto& [entries, span, key_span, bare_star] = *element;
    line(name, words(span) + " " + words(key_span) + (bare_star ? " bare" : ""));
    for (const PrincipalEntry& entry : entries) {
      const auto& [type, type_name, value] = entry;
      line(name, std::to_string(static_cast<int>(type)) + " " + type_name + " " + words(value));
    }
  }

  void tell(const Statement& statement) {
    const auto& [span, sid, effect_text, effect, the_principal, not_principal, action, not_action, resource, not_resource, conditions,
                 condition_span, unknown_elements] = statement;
    line("statement", words(span) + " " + std::to_string(static_cast<int>(effect)) + (condition_span ? " " + words(*condition_span) : ""));
    optional("sid", sid);
    optional("effect", effect_text);
    principal("principal", the_principal);
    principal("not principal", not_principal);
    elements("action", action);
    elements("not action", not_action);
    elements("resource", resource);
    elements("not resource", not_resource);
    for (const ConditionElement& condition : conditions) {
      const auto& [condition_operator, key, values, condition_place] = condition;
      line("condition", words(condition_operator) + " " + words(key) + " " + words(condition_place));
      elements("values", values);
    }
    for (const PolicyString& name : unknown_elements) line("unknown", words(name));
  }

  // What compiling adds to a document: to whom its principals are bound. The rest is a function of the document.
  void tell(const CompiledPolicy& compiled) {
    const auto& [kind, statements] = compiled;
    line("kind", static_cast<std::int64_t>(kind));
    for (const CompiledStatement& statement : statements) {
      for (const CompiledPrincipal& compiled_principal : statement.principals) {
        const auto& [match, text, bound_unique_id] = compiled_principal;
        line("bound", std::to_string(static_cast<int>(match)) + " " + text + " " + bound_unique_id);
      }
    }
  }

  void policy(const std::string& name, const PolicyPtr& policy) {
    if (!policy) return;
    const std::string outer = within_;
    within_ += name + ": ";
    const auto& [source, document, compiled] = *policy;
    const auto& [pointer, policy_name, owner, text, document_span, quota_characters] = source;
    line("policy", pointer + " " + policy_name + " " + owner + " " + words(document_span) + " " + std::to_string(quota_characters));
    if (text) line("text", std::string(text->text()));
    const auto& [span, version, id, statements, single_statement, unknown_elements] = document;
    (void)single_statement;  // how the list was written, not what it says
    line("document", words(span));
    optional("version", version);
    optional("id", id);
    for (const Statement& statement : statements) tell(statement);
    for (const PolicyString& unknown : unknown_elements) line("unknown", words(unknown));
    tell(compiled);
    within_ = outer;
  }
  void policies(const std::string& name, const Policies& policies) {
    for (const auto& [policy_name, each] : policies) policy(name + " " + policy_name, each);
  }
  void policies(const std::string& name, const std::vector<PolicyPtr>& policies) {
    for (const PolicyPtr& each : policies) policy(name, each);
  }

  void tell(const User& user) {
    const auto& [name, path, arn, unique_id, groups, the_policies, attached, boundary, the_tags, mfa_devices, access_keys] = user;
    line("user", name + " " + path + " " + arn + " " + unique_id);
    strings("group", groups);
    policies("policy", the_policies);
    policies("attached", attached);
    policy("boundary", boundary);
    tags("tag", the_tags);
    strings("mfa device", mfa_devices);
    strings("access key", access_keys);
  }

  void tell(const Role& role) {
    const auto& [name, path, arn, unique_id, trust, the_policies, attached, boundary, max_session_duration, the_tags, service_linked_for] =
        role;
    line("role", name + " " + path + " " + arn + " " + unique_id + " " + service_linked_for);
    policy("trust", trust);
    policies("policy", the_policies);
    policies("attached", attached);
    policy("boundary", boundary);
    line("maximum", max_session_duration);
    tags("tag", the_tags);
  }

  void tell(const std::string& key, const Account& account) {
    within_ = key + ": ";
    const auto& [id, name, partition, managed_policies, groups, users, roles, saml_providers, oidc_providers, provider_tags, resources,
                 cognito_identity_pools, sts_inactive_regions, global_tokens_everywhere, outbound_federation, aws_managed] = account;
    line("account", id + " " + name + " " + partition);
    policies("managed", managed_policies);
    if (aws_managed) policies("aws managed", *aws_managed);
    line("outbound federation", outbound_federation ? "on" : "off");
    for (const auto& [group_key, group] : groups) {
      const auto& [group_name, path, group_policies, attached] = group;
      line("group " + group_key, group_name + " " + path);
      policies("policy", group_policies);
      policies("attached", attached);
    }
    for (const auto& [user_key, user] : users) {
      line("user at", user_key);
      tell(user);
    }
    for (const auto& [role_key, role] : roles) {
      line("role at", role_key);
      tell(role);
    }
    strings("saml provider", saml_providers);
    for (const auto& [provider_key, provider] : oidc_providers) {
      const auto& [url, client_ids] = provider;
      line("oidc provider", provider_key + " " + url);
      strings("client of " + provider_key, client_ids);
    }
    for (const auto& [provider_arn, its_tags] : provider_tags) {
      for (const auto& [tag_key, tag_value] : its_tags) line("tag of " + provider_arn + " " + tag_key, tag_value);
    }
    for (const auto& [resource_key, resource] : resources) {
      const auto& [arn, resource_policy, resource_tags] = resource;
      line("resource " + resource_key, arn);
      policy("policy", resource_policy);
      tags("tag", resource_tags);
    }
    strings("cognito identity pool", cognito_identity_pools);
    strings("inactive region", sts_inactive_regions);
    line("tokens of the global endpoint", global_tokens_everywhere ? "v2Token" : "v1Token");
    within_.clear();
  }

  void tell(const Organization& organization) {
    const auto& [id, management_account, root, centralized_root_access, root_credentials_management, root_sessions, delegated_administrator,
                 accounts] = organization;
    line("organization",
         id + " " + root + " " + management_account + " " + delegated_administrator + (centralized_root_access ? " root access" : ""));
    line("features", std::string(root_credentials_management ? "credentials " : "") + (root_sessions ? "sessions" : ""));
    for (const auto& [account, levels] : accounts) {
      for (const OrganizationLevel& level : levels) {
        const auto& [level_id, name, scps, full_access, rcps] = level;
        line("level of " + account, level_id + " " + name + (full_access ? " full access" : ""));
        policies("scp", scps);
        policies("rcp", rcps);
      }
    }
  }

  void tell(const std::string& key, const Session& session) {
    within_ = "session " + key + ": ";
    const auto& [id, kind, account, partition, arn, principal_name, principal_arn, unique_id, session_name, issued_at, expires_at,
                 requested_seconds, the_tags, effective_tags, transitive_tag_keys, source_identity, mfa_authenticated_at, caller_mfa_at,
                 session_policies, managed_session_policies, has_session_policies, chained_from, access_key_id, federated_provider,
                 federation_keys, sign_in_session, service_linked, mfa_code_at_issue, of_global_endpoint] = session;
    line("ids", id + " " + account + " " + partition + " " + arn + " " + unique_id + " " + principal_arn + " " + access_key_id);
    line("names", principal_name + " " + session_name + " " + source_identity + " " + federated_provider);
    line("kind", static_cast<std::int64_t>(kind));
    line("issued", issued_at);
    line("expires", expires_at);
    optional("requested", requested_seconds);
    optional("mfa", mfa_authenticated_at);
    optional("mfa of the caller", caller_mfa_at);
    tags("tag", the_tags);
    tags("effective tag", effective_tags);
    strings("transitive", transitive_tag_keys);
    policies("session policy", session_policies);
    strings("managed session policy", managed_session_policies);
    line("flags", std::string(has_session_policies ? "limited" : "") + (service_linked ? " service-linked" : "") +
                      (of_global_endpoint ? " global" : ""));
    line("chain", chained_from + " " + sign_in_session);
    for (const ContextEntry& entry : federation_keys) {
      const auto& [name, folded_key, values, multivalued, origin] = entry;
      line("federation key", name + " " + folded_key + (multivalued ? " list " : " ") + std::to_string(static_cast<int>(origin)));
      strings(name, values);
    }
    within_.clear();
  }

  std::string out_;
  std::string within_;
};

}  // namespace

std::string world_text(const World& world) {
  Teller teller;
  teller.tell(world);
  return teller.take();
}

}  // namespace sts_playground::test
