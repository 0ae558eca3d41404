#include "core/iam/stored_policy_checks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/catalog/condition_operators.h"
#include "core/catalog/oidc_providers.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/catalog/services.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/values/arn.h"
#include "core/values/pattern.h"

namespace sts_playground::iam {
namespace {

// Sources of the texts: "moto" is https://github.com/getmoto/moto/blob/master/moto/iam/policy_validation.py, "versitygw" is
// https://github.com/versity/versitygw (its IAM emulation); both are modelled on AWS.

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
constexpr std::size_t trust_policy_quota = 2048;

constexpr std::string_view syntax_errors = "Syntax errors in policy.";
constexpr std::string_view legacy_parsing = "The policy failed legacy parsing";

PolicyFault malformed(std::string text, Message reason, Span span) {
  return {{"MalformedPolicyDocument", 400, std::move(text)}, std::move(reason), span};
}

bool has_wildcard(std::string_view text) { return text.find_first_of("*?") != std::string_view::npos; }

bool is_name(std::string_view text) { return !text.empty() && matches_pattern(Characters::iam_name, text); }

// What is to be said about a principal, or nothing where IAM accepts it.
using Objection = std::optional<Message>;

Message about(MessageId id, std::string_view text) { return Message(id, {std::string(text)}); }

bool has_unique_id(const World& world, std::string_view id) {
  for (const auto& [account_id, account] : world.accounts) {
    for (const auto& [name, user] : account->users) {
      if (user.unique_id == id) return true;
    }
    for (const auto& [name, role] : account->roles) {
      if (role.unique_id == id) return true;
    }
  }
  return false;
}

// Users and roles must exist, with this path and in this letter case: https://github.com/hashicorp/terraform-provider-aws/issues/8905.
// A role that is being created does not: https://github.com/aws-samples/aws-secure-environment-accelerator/issues/1136
Objection refuse_user_or_role(const PrincipalArn& principal, std::string_view text, const World& world, std::string_view self_arn) {
  if (!self_arn.empty() && text == self_arn) return about(MessageId::stored_policy_principal_self, text);
  if (!is_name(principal.name)) return about(MessageId::stored_policy_principal_shape, text);
  if (!world.account(principal.arn.account)) return std::nullopt;
  if (world.user(text) || world.role(text)) return std::nullopt;
  return about(MessageId::stored_policy_principal_missing, text);
}

// The forms: reference_policies_elements_principal.html. No wildcards inside of an ARN, and no groups: same page.
Objection refuse_aws_principal(std::string_view text, const World& world, std::string_view self_arn) {
  if (text == "*" || is_account_id(text)) return std::nullopt;  // {"AWS": "*"}: https://github.com/aws/aws-cdk/issues/5746
  // A deleted user or role shows as its unique id, which cannot be stored again: reference_policies_elements_principal.html
  if (text.starts_with("AIDA") || text.starts_with("AROA")) {
    if (has_unique_id(world, text)) return std::nullopt;
    return about(MessageId::stored_policy_principal_deleted, text);
  }
  const auto principal = parse_principal_arn(text);
  if (principal && has_wildcard(text)) return about(MessageId::stored_policy_principal_wildcard, text);
  if (!principal || !is_partition(principal->arn.partition) || !is_account_id(principal->arn.account)) {
    return about(MessageId::stored_policy_principal_shape, text);
  }
  const Account* account = world.account(principal->arn.account);
  if (account && account->partition != principal->arn.partition) return about(MessageId::stored_policy_principal_missing, text);
  switch (principal->kind) {
    case PrincipalArnKind::root: return std::nullopt;
    case PrincipalArnKind::user:
    case PrincipalArnKind::role: return refuse_user_or_role(*principal, text, world, self_arn);
    case PrincipalArnKind::assumed_role:
      if (is_name(principal->name) && is_name(principal->session)) return std::nullopt;
      break;
    case PrincipalArnKind::federated_user:
      if (is_name(principal->name)) return std::nullopt;
      break;
    case PrincipalArnKind::group: return about(MessageId::stored_policy_principal_group, text);
    default: break;
  }
  return about(MessageId::stored_policy_principal_shape, text);
}

// "Federated principal must be a domain name or a SAML metadata ARN": access-analyzer-reference-policy-checks.html
Objection refuse_federated(std::string_view text) {
  if (find_built_in_provider(text)) return std::nullopt;
  const auto provider = parse_principal_arn(text);
  const bool is_provider =
      provider && (provider->kind == PrincipalArnKind::saml_provider || provider->kind == PrincipalArnKind::oidc_provider);
  if (is_provider && !has_wildcard(text) && is_partition(provider->arn.partition) && is_account_id(provider->arn.account))
    return std::nullopt;
  return about(MessageId::stored_policy_principal_federated, text);
}

// Names that IAM was seen to refuse though they look like a service's. AWS's list of services is not published, so this one is not whole.
// https://github.com/hashicorp/terraform/issues/35086, https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1904
constexpr std::string_view unknown_services[] = {"tagging.amazonaws.com", "eks.amazonaws.com.cn"};

// "amazonaws.com" alone: https://github.com/aws-samples/aws-cdk-examples/issues/801
Objection refuse_service(std::string_view text) {
  if (!is_service_principal(text)) return about(MessageId::stored_policy_principal_service, text);
  for (const std::string_view unknown : unknown_services) {
    if (text == unknown) return about(MessageId::stored_policy_principal_no_service, text);
  }
  return std::nullopt;
}

// IAM compares names of actions exactly: "sts:*" and "STS:assumerolewithwebidentity" are refused. Recorded for Federated principals
// (https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata/oidc_trust_controls_edges_aws.json);
// that it holds for others too is inferred.
bool is_trust_action(std::string_view text) {
  const auto actions = trust_policy_actions();
  return std::find(actions.begin(), actions.end(), text) != actions.end();
}

// Sources of the rules below, all recorded:
// https://github.com/radkawar/stackd/tree/9dc356f5e5cc49d2d334178a09c1398dd1c62617/iam/policy/testdata oidc_trust_controls_aws.json,
// ..._edges_aws.json, ..._details_aws.json, ..._github_aws.json

bool has_key(const ConditionElement& condition, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    if (equals_ignoring_case(condition.key.value, key)) return true;
  }
  return false;
}

// A value that scopes the claim. Only a value that is exactly "*" does not: "?", "**" and an empty one are stored; GitHub's rule is
// stricter.
bool is_scoped(std::string_view value, const SharedProvider& provider) {
  if (!provider.strict) return value != "*";
  return !value.starts_with('*') && value.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

// StringEquals, StringLike or StringEqualsIgnoreCase, also with ForAnyValue and ForAllValues; not with IfExists.
bool is_scoping_operator(const OperatorName& name) {
  return name.condition_operator && name.condition_operator->family == OperatorFamily::string && !name.condition_operator->negated &&
         !name.if_exists;
}

// One operator is enough that tests a required key and has nothing but scoped values in all of the required keys that it tests.
bool scopes_claim(const Statement& statement, const SharedProvider& provider, const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < statement.conditions.size();) {
    const Span operator_span = statement.conditions[i].condition_operator.span;
    bool tested = false;
    bool scoped = is_scoping_operator(parse_operator_name(statement.conditions[i].condition_operator.value));
    for (; i < statement.conditions.size() && statement.conditions[i].condition_operator.span == operator_span; ++i) {
      const ConditionElement& condition = statement.conditions[i];
      if (!has_key(condition, keys)) continue;
      tested = true;
      for (const PolicyString& value : condition.values.values) scoped = scoped && is_scoped(value.value, provider);
    }
    if (tested && scoped) return true;
  }
  return false;
}

// Google, Amazon and Facebook: StringEquals or StringEqualsIgnoreCase on a key spelled exactly so, whatever its values.
bool tests_application(const Statement& statement, const BuiltInProvider& provider) {
  for (const ConditionElement& condition : statement.conditions) {
    const OperatorName name = parse_operator_name(condition.condition_operator.value);
    if (!is_scoping_operator(name) || name.condition_operator->name == "StringLike") continue;
    for (const std::string_view key : provider.application_keys) {
      if (!key.empty() && condition.key.value == std::string(provider.host) + ":" + std::string(key)) return true;
    }
  }
  return false;
}

// The issuer that a Federated principal stands for, without scheme: a host, or what an OIDC provider's ARN names; "" for another.
std::string issuer_of(const PrincipalEntry& entry) {
  if (entry.type != PrincipalType::federated) return "";
  const auto provider = parse_principal_arn(entry.value.value);
  if (!provider) return entry.value.value;
  return provider->kind == PrincipalArnKind::oidc_provider ? std::string(provider->name) : "";
}

bool allows_web_identity(const Statement& statement) {
  if (statement.effect != Effect::allow || !statement.action || !statement.principal) return false;
  for (const PolicyString& action : statement.action->values) {
    if (action.value == "sts:AssumeRoleWithWebIdentity") return true;
  }
  return false;
}

// Puts the faults from `first` on in the order of the text; those of one place stay in theirs.
void put_in_order_of_text(std::vector<PolicyFault>& faults, std::size_t first) {
  if (faults.size() - first < 2) return;
  std::multimap<std::uint32_t, PolicyFault> ordered;
  for (std::size_t i = first; i < faults.size(); ++i) ordered.emplace(faults[i].span.begin, std::move(faults[i]));
  for (auto& [begin, fault] : ordered) faults[first++] = std::move(fault);
}

class Checker {
 public:
  Checker(PolicyKind kind, const World& world, std::string_view owner, std::string_view self_arn)
      : is_trust_(kind == PolicyKind::trust), world_(world), self_arn_(self_arn) {
    if (const auto arn = parse_arn(owner)) partition_ = arn->partition;
  }

  std::vector<PolicyFault> check(const PolicyDocument& document, std::size_t characters) {
    has_variables_ = document.has_variables();
    check_document_shape(document);
    for (const Statement& statement : document.statements) check_statement_shape(statement);
    for (const Statement& statement : document.statements) {
      const std::size_t first = faults_.size();
      check_values(statement);
      put_in_order_of_text(faults_, first);
    }
    // After the actions: "sts:*" for a shared provider is told as an action. Recorded: oidc_trust_controls_edges_aws.json
    if (is_trust_) {
      for (const Statement& statement : document.statements) check_providers(statement);
    }
    check_repeated_sids(document);
    // Text: https://github.com/kubeflow/kubeflow/issues/6687
    if (is_trust_ && characters > trust_policy_quota) {
      const std::string quota = std::to_string(trust_policy_quota);
      faults_.push_back({{"LimitExceeded", 409, "Cannot exceed quota for ACLSizePerRole: " + quota},
                         Message(MessageId::stored_policy_trust_quota, {std::to_string(characters), quota}),
                         document.span});
    }
    return std::move(faults_);
  }

 private:
  void refuse(std::string text, Message reason, Span span) { faults_.push_back(malformed(std::move(text), std::move(reason), span)); }
  // Trust policies and identity-based policies go through different parsers, with words of their own.
  void refuse(std::string_view trust_text, std::string_view identity_text, Message reason, Span span) {
    refuse(std::string(is_trust_ ? trust_text : identity_text), std::move(reason), span);
  }

  void check_document_shape(const PolicyDocument& document) {
    check_unknown(document.unknown_elements);
    // reference_policies_elements_version.html; texts: versitygw, moto
    if (document.version && document.version->value != "2012-10-17" && document.version->value != "2008-10-17") {
      refuse("The policy must contain a valid version string", syntax_errors,
             about(MessageId::stored_policy_version, document.version->value), document.version->span);
    }
    // versitygw, moto
    if (document.statements.empty()) {
      refuse("Could not parse the policy: Statement is empty!", syntax_errors, Message(MessageId::stored_policy_no_statements),
             document.span);
    }
  }

  // The elements: reference_policies_grammar.html
  void check_unknown(const std::vector<PolicyString>& elements) {
    for (const PolicyString& element : elements) {
      refuse("Has prohibited field " + element.value, syntax_errors, about(MessageId::stored_policy_unknown_element, element.value),
             element.span);
    }
  }

  void check_statement_shape(const Statement& statement) {
    check_unknown(statement.unknown_elements);
    if (is_trust_) {
      check_prohibited_in_trust(statement);
    } else {
      check_prohibited_in_identity(statement);
    }
    check_both(statement.action, statement.not_action, "Action", "NotAction");
    if (!is_trust_) check_both(statement.resource, statement.not_resource, "Resource", "NotResource");
    check_effect(statement);
    if (is_trust_) check_principal_presence(statement);
    // versitygw, moto
    if (!names_any(statement.action) && !names_any(statement.not_action)) {
      refuse("Missing required field Action", "Policy statement must contain actions.",
             about(MessageId::stored_policy_no_action, is_trust_ ? "\"sts:AssumeRole\"" : "\"s3:GetObject\""), statement.span);
    }
    // https://github.com/terraform-aws-modules/terraform-aws-iam/issues/603
    if (!is_trust_ && !names_any(statement.resource) && !names_any(statement.not_resource)) {
      refuse("Policy statement must contain resources.", Message(MessageId::stored_policy_no_resource), statement.span);
    }
  }

  static bool names_any(const std::optional<PolicyStrings>& strings) { return strings && !strings->values.empty(); }

  void check_prohibited_in_trust(const Statement& statement) {
    // https://github.com/kubernetes-sigs/external-dns/issues/3085; the other three texts: versitygw
    if (statement.resource) {
      refuse("Has prohibited field Resource", about(MessageId::stored_policy_trust_resource, "Resource"), statement.resource->key_span);
    }
    if (statement.not_resource) {
      refuse("AssumeRole policy must not contain resources.", about(MessageId::stored_policy_trust_resource, "NotResource"),
             statement.not_resource->key_span);
    }
    // access-analyzer-reference-policy-checks.html, "Unsupported NotPrincipal"
    if (statement.not_principal) {
      refuse(statement.effect == Effect::allow ? "Allow with NotPrincipal is not allowed."
                                               : "AssumeRole policy must not contain NotPrincipal field.",
             Message(MessageId::stored_policy_trust_not_principal), statement.not_principal->key_span);
    }
  }

  // moto; older text: https://github.com/hashicorp/terraform/issues/13449
  void check_prohibited_in_identity(const Statement& statement) {
    if (statement.principal) {
      refuse("Has prohibited field Principal", about(MessageId::stored_policy_identity_principal, "Principal"),
             statement.principal->key_span);
    }
    if (statement.not_principal) {
      refuse("Has prohibited field NotPrincipal", about(MessageId::stored_policy_identity_principal, "NotPrincipal"),
             statement.not_principal->key_span);
    }
  }

  // "statement ... must include either": reference_policies_grammar.html, "policies grammar notes"; text: moto
  void check_both(const std::optional<PolicyStrings>& one, const std::optional<PolicyStrings>& other, const std::string& name,
                  const std::string& other_name) {
    if (!one || !other) return;
    const Span later = one->key_span.begin > other->key_span.begin ? one->key_span : other->key_span;
    refuse(std::string(syntax_errors), Message(MessageId::stored_policy_both_elements, {name, other_name}), later);
  }

  // reference_policies_elements_effect.html; texts: versitygw, moto
  void check_effect(const Statement& statement) {
    if (!statement.effect_text) {
      refuse("Missing required field Effect", syntax_errors, Message(MessageId::stored_policy_no_effect), statement.span);
      return;
    }
    if (statement.effect != Effect::invalid) return;
    const std::string& text = statement.effect_text->value;
    const bool is_letter_case = equals_ignoring_case(text, "Allow") || equals_ignoring_case(text, "Deny");
    refuse("Invalid effect: " + text, is_letter_case ? legacy_parsing : syntax_errors, about(MessageId::stored_policy_effect, text),
           statement.effect_text->span);
  }

  // versitygw
  void check_principal_presence(const Statement& statement) {
    if (!statement.principal && !statement.not_principal) {
      refuse("Missing required field Principal", Message(MessageId::stored_policy_no_principal), statement.span);
    } else if (statement.principal && statement.principal->entries.empty()) {
      refuse("Missing required field Principal cannot be empty!", Message(MessageId::stored_policy_empty_principal),
             statement.principal->span);
    }
  }

  void check_values(const Statement& statement) {
    check_sid(statement);
    check_conditions(statement);
    if (is_trust_ && statement.principal) {
      for (const PrincipalEntry& entry : statement.principal->entries) {
        check_principal(entry);
      }
    }
    for (const auto* actions : {&statement.action, &statement.not_action}) {
      if (!actions->has_value()) continue;
      for (const PolicyString& action : (*actions)->values) check_action(action);
    }
    if (is_trust_) return;
    for (const auto* resources : {&statement.resource, &statement.not_resource}) {
      if (!resources->has_value()) continue;
      for (const PolicyString& resource : (*resources)->values) check_resource(resource);
    }
  }

  // Text: https://github.com/aws-cloudformation/cfn-lint/issues/1376
  void check_sid(const Statement& statement) {
    if (!statement.sid) return;
    for (const char c : statement.sid->value) {
      if (is_ascii_letter(c) || is_ascii_digit(c)) continue;
      refuse("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
             about(MessageId::stored_policy_sid_characters, statement.sid->value), statement.sid->span);
      return;
    }
  }

  // https://github.com/aws-samples/github-actions-oidc-cdk-construct/issues/5; identity-based policies: moto
  void check_conditions(const Statement& statement) {
    Span last_refused;
    for (const ConditionElement& condition : statement.conditions) {
      const PolicyString& name = condition.condition_operator;
      if (const ConditionOperator* row = parse_operator_name(name.value).condition_operator) {
        check_condition_values(condition, *row);
        continue;
      }
      if (name.span == last_refused) continue;
      last_refused = name.span;
      refuse("Invalid Condition type : " + name.value, syntax_errors, about(MessageId::stored_policy_operator, name.value), name.span);
    }
  }

  // Numbers, dates, addresses, ARNs and Base64 must be well formed; any text does for Bool and Null. Recorded with PutUserPolicy, for other
  // policies inferred:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_values.json and
  // condition_ip.json. Text: moto (dates), for other values inferred. An ARN that breaks off ("arn:aws:s3:*") is stored: inferred.
  void check_condition_values(const ConditionElement& condition, const ConditionOperator& row) {
    const auto kind = policy_value_kind(row.family);
    if (!kind) return;
    for (const PolicyString& value : condition.values.values) {
      if (compile_operand(row, value.value, has_variables_).valid) continue;
      if (row.family == OperatorFamily::arn && is_incomplete_arn(value.value)) continue;
      Message reason(MessageId::stored_policy_condition_value, {value.value, condition.condition_operator.value});
      reason.parts.emplace_back(*kind);
      refuse(std::string(legacy_parsing), std::move(reason), value.span);
    }
  }

  void check_principal(const PrincipalEntry& entry) {
    const std::string& text = entry.value.value;
    Objection objection;
    std::string shown;
    switch (entry.type) {
      case PrincipalType::everyone:
        refuse("AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".",  // https://github.com/aws/aws-cdk/issues/5732
               Message(MessageId::stored_policy_bare_star), entry.value.span);
        return;
      case PrincipalType::aws:
        objection = refuse_aws_principal(text, world_, self_arn_);
        shown = "AWS";
        break;
      case PrincipalType::service:
        objection = refuse_service(text);
        shown = "SERVICE";  // versitygw, as FEDERATED
        break;
      case PrincipalType::federated:
        if (text == "*") {
          // Recorded:
          // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/saml_trust_aws.json
          refuse("Federated principals must be valid domain names or SAML metadata ARNs",
                 about(MessageId::stored_policy_principal_federated, text), entry.value.span);
          return;
        }
        objection = refuse_federated(text);
        shown = "FEDERATED";
        break;
      default:  // CanonicalUser is Amazon S3's: reference_policies_elements_principal.html
        refuse("Invalid principal in policy: \"" + entry.type_name + "\"", about(MessageId::stored_policy_principal_type, entry.type_name),
               entry.value.span);
        return;
    }
    if (objection) refuse("Invalid principal in policy: \"" + shown + "\":\"" + text + "\"", std::move(*objection), entry.value.span);
  }

  // Only statements that allow AssumeRoleWithWebIdentity are looked at, each for itself. Recorded, see scopes_claim().
  void check_providers(const Statement& statement) {
    if (!allows_web_identity(statement)) return;
    for (const PrincipalEntry& entry : statement.principal->entries) {
      const std::string issuer = issuer_of(entry);
      if (issuer.empty()) continue;
      if (const SharedProvider* shared = find_shared_provider(ascii_lower(issuer)))
        check_shared_provider(statement, entry, *shared, issuer);
      const BuiltInProvider* built_in = find_built_in_provider(entry.value.value);
      if (!built_in || built_in->application_keys.front().empty() || tests_application(statement, *built_in)) continue;
      const std::string host(built_in->host);
      refuse("Policy trusting " + host + " requires a StringEquals condition on an application id",
             Message(MessageId::stored_policy_application, {host, host + ":" + std::string(built_in->application_keys.front())}),
             entry.value.span);
    }
  }

  // The text for Cognito without any condition: https://github.com/c6fc/npk/issues/98, recorded as well.
  void check_shared_provider(const Statement& statement, const PrincipalEntry& entry, const SharedProvider& provider, std::string issuer) {
    while (issuer.ends_with('/')) issuer.pop_back();
    const std::vector<std::string> keys = required_keys(provider, issuer);
    if (scopes_claim(statement, provider, keys)) return;
    const bool is_bare_cognito = issuer == "cognito-identity.amazonaws.com" && statement.conditions.empty();
    std::string claims = keys.front();
    for (std::size_t i = 1; i < keys.size(); ++i) claims += " or " + keys[i];
    refuse(is_bare_cognito
               ? "A condition block must be present for the Cognito provider"
               : "Trust policy with trusted principal " + (provider.strict ? entry.value.value : issuer) +
                     " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, " + claims + " which is not scoped to all.",
           Message(MessageId::stored_policy_shared_provider, {issuer, keys.front()}), entry.value.span);
  }

  void check_action(const PolicyString& action) {
    const std::string& text = action.value;
    if (is_trust_) {
      if (is_trust_action(text)) return;
      refuse("AssumeRole policy may only specify STS AssumeRole actions.",  // versitygw
             about(MessageId::stored_policy_trust_action, text), action.span);
      return;
    }
    // reference_policies_elements_action.html; texts: moto
    const auto colons = std::count(text.begin(), text.end(), ':');
    if (text != "*" && (colons == 0 || text.front() == ':')) {
      refuse("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
             about(MessageId::stored_policy_action_vendor, text), action.span);
    } else if (colons > 1) {
      refuse("Actions/Condition can contain only one colon.", about(MessageId::stored_policy_action_colons, text), action.span);
    }
  }

  // reference_policies_elements_resource.html; texts: moto. "arn:aws:dynamodb:*" is stored: a wildcard may stand for the parts that follow.
  void check_resource(const PolicyString& resource) {
    const std::string& text = resource.value;
    if (text == "*") return;
    if (!text.starts_with("arn:")) {
      refuse("Resource " + text + " must be in ARN format or \"*\".", about(MessageId::stored_policy_resource_shape, text), resource.span);
    } else if (!parse_arn(text) && !text.ends_with('*')) {
      refuse(std::string(legacy_parsing), about(MessageId::stored_policy_resource_shape, text), resource.span);
    } else {
      check_resource_parts(resource);
    }
  }

  // The partition is the account's own, or has a wildcard: https://github.com/terraform-aws-modules/terraform-aws-iam/issues/309 and
  // https://github.com/cloudera-labs/cloudera.exe/issues/112. Names of IAM have no Region: https://github.com/aws/aws-cdk/issues/13104
  void check_resource_parts(const PolicyString& resource) {
    const std::string& text = resource.value;
    const std::string partition = text.substr(4, text.find(':', 4) - 4);
    const bool is_own = partition_.empty() ? is_partition(partition) : partition == partition_;
    if (!is_own && !has_wildcard(partition)) {
      refuse("Partition \"" + partition + "\" is not valid for resource \"" + text + "\".",
             Message(MessageId::stored_policy_resource_partition, {partition, std::string(partition_), text}), resource.span);
      return;
    }
    const auto arn = parse_arn(text);
    if (!arn || arn->service != "iam" || arn->region.empty() || has_wildcard(arn->region)) return;
    refuse("IAM resource " + text + " cannot contain region information.",
           Message(MessageId::stored_policy_resource_region, {std::string(arn->region), text}), resource.span);
  }

  // versitygw, moto. Empty Sids are no names.
  void check_repeated_sids(const PolicyDocument& document) {
    std::set<std::string_view> sids;
    for (const Statement& statement : document.statements) {
      if (!statement.sid || statement.sid->value.empty() || sids.insert(statement.sid->value).second) continue;
      refuse("The Statement Ids in the policy are not unique", "Statement IDs (SID) in a single policy must be unique.",
             about(MessageId::stored_policy_sid_repeated, statement.sid->value), statement.sid->span);
    }
  }

  bool is_trust_;
  bool has_variables_ = false;  // of the document: policy variables are none in its first version
  const World& world_;
  std::string_view self_arn_;
  std::string_view partition_;  // of the account that stores the policy; "" is not known
  std::vector<PolicyFault> faults_;
};

}  // namespace

std::vector<PolicyFault> check_stored_policy(const PolicyDocument& document, PolicyKind kind, std::size_t characters, const World& world,
                                             std::string_view owner, std::string_view self_arn) {
  return Checker(kind, world, owner, self_arn).check(document, characters);
}

PolicyFault unreadable_policy_fault(const PolicyReading& reading, PolicyKind kind) {
  PolicyFault fault = malformed(std::string(syntax_errors), Message(MessageId::stored_policy_unreadable), Span{});
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    fault.reason = diagnostic.message;
    fault.span = diagnostic.span;
    break;
  }
  if (kind != PolicyKind::trust) return fault;  // also of what is not JSON: https://github.com/aws/aws-cli/issues/4555
  if (!reading.is_json) {
    // localstack/localstack tests/aws/services/iam/test_iam.snapshot.json, recorded against AWS
    fault.error.message = "This policy contains invalid Json";
  } else if (fault.reason.id == MessageId::policy_no_statement) {
    fault.error.message = "Could not parse the policy: Statement is empty!";  // versitygw
  }
  return fault;
}

}  // namespace sts_playground::iam
