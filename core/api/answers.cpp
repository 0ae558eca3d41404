#include "core/api/answers.h"

#include <array>
#include <cstddef>

#include "core/api/report.h"
#include "core/catalog/condition_operators.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/scenario/format.h"
#include "core/trust/graph.h"

namespace sts_playground {
namespace {

using namespace answer;

// The names of an enumeration's values, from one to another.
template <auto first, auto last>
constexpr auto names_between() {
  constexpr auto begin = static_cast<std::size_t>(first);
  std::array<std::string_view, static_cast<std::size_t>(last) - begin + 1> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = name_of(static_cast<decltype(first)>(begin + i));
  return out;
}
template <auto first, auto last>
constexpr auto names = names_between<first, last>();

template <std::size_t size>
constexpr auto with(const std::array<std::string_view, size>& some, std::string_view more) {
  std::array<std::string_view, size + 1> out{};
  for (std::size_t i = 0; i < size; ++i) out[i] = some[i];
  out[size] = more;
  return out;
}

constexpr auto caller_kinds = with(names<CallerKind::anonymous, CallerKind::service>, name_of(SessionKind::console));
constexpr auto policy_kinds = with(names<PolicyKind::identity, PolicyKind::vpc_endpoint>, managed_policy_kind);
constexpr auto element_origins = with(names<Origin::derived, Origin::overridden>, absent_key_origin);
constexpr std::string_view texts[] = {"document", "policy"};
constexpr std::string_view policy_forms[] = {"object", "text"};
constexpr std::string_view trust_actions[] = {"sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"};
constexpr std::string_view trust_sides[] = {"both", "trust-only", "caller-only"};
constexpr auto key_types =
    with(with(names<OperatorFamily::string, OperatorFamily::boolean>, name_of(OperatorFamily::ip_address)), name_of(OperatorFamily::arn));
constexpr std::string_view key_matches[] = {"exact", "prefix", "suffix"};

constexpr AnswerEnumeration enumerations[] = {
    {"Decision", names<Decision::allow, Decision::error>, "Deny: the answer's code is AccessDenied. Error: it is another."},
    {"Severity", names<Severity::error, Severity::info>, ""},
    {"TextKind", texts, "Which text a place is in: the scenario, or a policy that stands in it as a string."},
    {"PolicyKind", policy_kinds, ""},
    {"PolicyForm", policy_forms, "How a policy stands in the scenario."},
    {"Effect", names<Effect::allow, Effect::deny>, ""},
    {"Verdict", names<LayerVerdict::allow, LayerVerdict::implicit_deny>, ""},
    {"LayerVerdict", names<LayerVerdict::not_applicable, LayerVerdict::implicit_deny>, ""},
    {"LayerKind", names<LayerKind::rcp, LayerKind::session>, ""},
    {"DisputeSide", names<DisputeSide::documented, DisputeSide::observed>, "Which side is taken of a fact about AWS that is disputed."},
    {"ContextOrigin", names<Origin::derived, Origin::removed>,
     "Where a request's key comes from: the engine, the step's context, or both."},
    {"ElementOrigin", element_origins, "Where the key of a condition comes from."},
    {"CallerKind", caller_kinds, ""},
    {"EvidenceClass", names<EvidenceClass::inferred, EvidenceClass::documented>, "The weakest first."},
    {"SessionKind", names<SessionKind::role_session, SessionKind::assumed_root>, ""},
    {"TrustNodeKind", names<TrustNodeKind::user, TrustNodeKind::outside>,
     "root: an account of the document that a trust policy names; it stands for the root user, who may not assume roles, and so its edges "
     "show that the account is trusted. outside: who is named and not in the document, or the account of such. A role whose id is an sts "
     "ARN is one session of a role, by its name."},
    {"TrustVerdict", names<TrustVerdict::allow, TrustVerdict::none>,
     "allow: allows the bare call (no MFA, no tags, no ExternalId, none of the optional parameters). conditional: an Allow names caller "
     "and action but its conditions want more, or a Deny depends on conditions. deny: an explicit Deny without open conditions. none: no "
     "statement allows it."},
    {"TrustCallerVerdict", names<TrustVerdict::allow, TrustVerdict::not_needed>, ""},
    {"TrustNeedKind", names<TrustNeedKind::mfa, TrustNeedKind::other>, ""},
    {"TrustAction", trust_actions, ""},
    {"TrustSides", trust_sides, "both: neither side refuses. Else the only side that does not: the other one is open."},
    {"CatalogOperatorFamily", names<OperatorFamily::string, OperatorFamily::null>, ""},
    {"CatalogKeyMatch", key_matches, ""},
    {"CatalogKeyType", key_types, "Of the keys that there are: none is binary."},
    {"CatalogParameterType", names<ParameterType::string, ParameterType::provided_contexts>, ""},
    {"ParameterMeaning", names<Means::role_arn, Means::resource>, "What a parameter is, whatever its operation calls it."},
    {"CatalogCredentials", names<Credentials::of_caller, Credentials::of_profile>,
     "caller: the step's caller's. none: an assertion or a token says who it is. profile: those of a profile of the AWS CLI."},
    {"CatalogIssues", names<Issues::role_session, Issues::console>, "As the kind of a session in a report."},
    {"CatalogPlays", names<Plays::new_call, Plays::revoke_sessions>,
     "new_call: what a call that is put together begins as. revoke_sessions: stores the policy that revokes a role's sessions."},
    {"CatalogShapeForm", names<format::Form::one, format::Form::list_or_map>, ""},
    {"CatalogShapeKind", names<format::Kind::text, format::Kind::json>, ""},
};

// ---- run: core/api/report.cpp and report_explanation.cpp

constexpr AnswerMember position[] = {{"line", "number"}, {"column", "number", one, "In UTF-16 units."}};
constexpr AnswerMember range[] = {{"start", "Position"}, {"end", "Position"}};
constexpr AnswerMember location[] = {
    {"pointer", "string", one, "JSON pointer of the thing."},
    {"policy", "string", one, "JSON pointer of the policy; the ARN of one that AWS keeps and no document holds."},
    {"start", "Position"},
    {"end", "Position"},
    {"in", "TextKind"},
};
constexpr AnswerMember diagnostic[] = {
    {"severity", "Severity"},
    {"code", "string", one, "Stays the same from version to version."},
    {"message", "string"},
    {"pointer", "string"},
    {"range", "Range", one, "In the text that `in` names."},
    {"in", "TextKind"},
    {"documentRange", "Range", one, "In the scenario's text: of a place in a policy's text, the whole policy."},
    {"policy", "string", optional, "Of a place in a policy's text: the policy's pointer."},
};
constexpr AnswerMember policy_entry[] = {
    {"pointer", "string"},  {"kind", "PolicyKind"},
    {"name", "string"},     {"owner", "string", one, "ARN, organization or unit id, or step id."},
    {"form", "PolicyForm"}, {"start", "number", one, "UTF-16 offset of the whole JSON value in the scenario's text."},
    {"end", "number"},
};
constexpr AnswerMember element_reason[] = {
    {"element", "string", one, "As the policy spells it: Principal, NotAction, Condition, ..."},
    {"matched", "boolean"},
    {"text", "string"},
    {"location", "Location"},
    {"operator", "string", optional, "This and what follows: of a condition only."},
    {"key", "string", optional},
    {"wanted", "string", optional | list},
    {"actual", "string", optional | nullable | list, "Null where the request does not carry the key."},
    {"origin", "ElementOrigin", optional},
};
constexpr AnswerMember statement_reason[] = {
    {"index", "number"},
    {"sid", "string", nullable},
    {"effect", "Effect", nullable, "Null where the statement has neither: it never matches."},
    {"matched", "boolean"},
    {"decisive", "boolean"},
    {"location", "Location"},
    {"elements", "ElementReason", list},
};
constexpr AnswerMember policy_reason[] = {
    {"name", "string"},
    {"pointer", "string", one, "Empty where no document holds the policy."},
    {"owner", "string"},
    {"verdict", "Verdict"},
    {"statements", "StatementReason", list},
    {"omitted", "number", one, "How many statements that do not match are left out of `statements`, because the report is long enough."},
};
constexpr AnswerMember layer[] = {
    {"kind", "LayerKind"},
    {"title", "string"},
    {"verdict", "LayerVerdict"},
    {"decisive", "boolean", one, "The decision is what it is because of this layer."},
    {"ignored", "boolean", one, "An implicit denial that makes no difference, because of how the resource's policy names the caller."},
    {"text", "string"},
    {"policies", "PolicyReason", list},
};
constexpr AnswerMember authorization[] = {
    {"action", "string"},
    {"resource", "string"},
    {"decision", "Decision"},
    {"summary", "string"},
    {"layers", "Layer", list, "In AWS's order."},
};
constexpr AnswerMember context_value[] = {
    {"key", "string"},
    {"values", "string", list},
    {"multivalued", "boolean"},
    {"origin", "ContextOrigin"},
};
constexpr AnswerMember explanation[] = {
    {"summary", "string", one, "The decision and the reason in one sentence."},
    {"reason", "string", one, "The reason alone; it goes on from a colon, and so may begin with a small letter."},
    {"notes", "string", list},
    {"authorizations", "Authorization", list},
    {"context", "ContextValue", list},
    {"explained", "boolean", one, "False where only the summary was asked for: notes, authorizations and context are empty then."},
};
constexpr AnswerMember caller[] = {
    {"arn", "string", nullable},
    {"kind", "CallerKind"},
    {"session", "string", nullable},
    {"credential", "string", nullable, "In words, the token or assertion of a caller without AWS credentials."}};
constexpr AnswerMember evidence[] = {{"class", "EvidenceClass"},
                                     {"address", "string", one, "Of the source."},
                                     {"text", "string", one, "What is known from it, and what is not."}};
constexpr AnswerMember refused_duration[] = {{"asked", "number", one, "In seconds."},
                                             {"longest", "number", one, "The longest that would have been given, in seconds."}};
constexpr AnswerMember service_error[] = {{"code", "string"}, {"httpStatus", "number"}, {"message", "string"}};
constexpr AnswerMember expectation_failure[] = {{"step", "string"}, {"field", "string"}, {"expected", "unknown"}, {"actual", "unknown"}};
constexpr AnswerMember expectation[] = {{"passed", "boolean"}, {"failures", "ExpectationFailure", list}};
constexpr AnswerMember expectations[] = {{"passed", "number"}, {"failed", "number"}, {"failures", "ExpectationFailure", list}};
constexpr AnswerMember other_answer[] = {
    {"decision", "Decision"},
    {"errorCode", "string", nullable},
    {"expiresAt", "string", nullable, "Of the session that would be issued."},
    {"address", "string", one, "Where the evidence for that side is."},
};
constexpr AnswerMember disputed[] = {
    {"id", "string", one, "As a scenario's `disputed` names it: C-15."},
    {"question", "string"},
    {"taken", "DisputeSide"},
    {"other", "OtherAnswer", one, "The answer with the other side of the fact."},
    {"text", "string", one, "All of it in sentences, and how to choose the other side."},
    {"address", "string", one, "Where the evidence for the side that is taken is."},
};
constexpr AnswerMember step[] = {
    {"id", "string"},
    {"index", "number", one, "In the scenario's steps."},
    {"at", "string", one, "ISO 8601 in UTC, as every instant here."},
    {"call", "string", one, "service:Name."},
    {"resource", "string"},
    {"caller", "Caller"},
    {"decision", "Decision"},
    {"error", "ServiceError", nullable},
    {"session", "string", nullable, "The id of the session that was issued."},
    {"refusedDuration", "RefusedDuration", nullable, "Where a session was refused for its length."},
    {"response", "unknown", nullable | map, "As AWS's API names its fields."},
    {"sizeEstimated", "boolean", one, "Where the sizes of the session token in the response are an estimate."},
    {"disputed", "Disputed", list, "The disputed facts on which the answer rests."},
    {"explanation", "Explanation"},
    {"evidence", "Evidence", one, "The weakest rule that the answer rests on."},
    {"expectation", "Expectation", nullable},
    {"subSteps", "Step", list},
};
constexpr AnswerMember session[] = {
    {"id", "string"},
    {"arn", "string"},
    {"kind", "SessionKind"},
    {"issuedAt", "string"},
    {"expiresAt", "string"},
    {"issuedBy", "string", one, "The id of the step."},
    {"chainedFrom", "string", nullable, "The session whose credentials asked for it."},
    {"tags", "string", map},
    {"transitiveTagKeys", "string", list},
    {"sourceIdentity", "string", nullable},
    {"mfaAuthenticatedAt", "string", nullable},
    {"accessKeyId", "string"},
    {"requestedSeconds", "number", nullable},
    {"role", "string", nullable, "The role's ARN."},
    {"revokedAt", "string", nullable,
     "When the session lost its life before it expires: its role or user was deleted, or its sessions were revoked."},
};
constexpr AnswerMember report[] = {
    {"format", "string"},
    {"diagnostics", "Diagnostic", list},
    {"policies", "PolicyEntry", list, "Every policy of the document, in its order."},
    {"steps", "Step", list},
    {"sessions", "Session", list},
    {"expectations", "Expectations"},
    {"now", "string", nullable, "Null where the document could not be read."},
    {"title", "string"},
    {"description", "string"},
    {"valid", "boolean"},
};

// ---- judgeAt, mfaCode: core/api/assist.cpp; engineInfo: core/api/api.cpp

constexpr AnswerMember judge_at_answer[] = {
    {"step", "Step", nullable, "Without an expectation. Null where the document is not valid, or there is no such step."},
    {"at", "string", one, "The instant at which the call was judged; the request's text where `step` is null."},
};
constexpr AnswerMember mfa_code[] = {{"code", "string", one, "Six digits."},
                                     {"secondsLeft", "number", one, "For how long the device shows them: 1 to 30."}};
constexpr AnswerMember refusal[] = {{"error", "string", one, "What is wrong with the request."}};
constexpr std::string_view mfa_code_answers[] = {"MfaCode", "Refusal"};
constexpr AnswerMember engine_info[] = {
    {"name", "string"}, {"version", "string"}, {"scenarioFormat", "string"}, {"reportFormat", "string"}};

// ---- trustGraph: core/api/trust_graph.cpp

constexpr AnswerMember trust_node[] = {
    {"id", "string", one, "An ARN, a service principal (ec2.amazonaws.com), a provider's ARN or host, or *."},
    {"kind", "TrustNodeKind"},
    {"name", "string", one, "Short: a user's or role's name, a service principal, a provider's name."},
    {"account", "string", nullable, "Twelve digits; null where the node belongs to no account."},
};
constexpr AnswerMember trust_need[] = {
    {"kind", "TrustNeedKind"},
    {"key", "string", one, "The condition key as the policy writes it."},
    {"operator", "string", one, "The condition operator as the policy writes it."},
    {"values", "string", list, "As the policy writes them."},
    {"negated", "boolean", one, "The condition stands in a Deny statement, which must not match: the call has to fail it."},
    {"text", "string", one, "What the call needs, a Deny turned round; short words in the language asked for: ExternalId = Example-1."},
    {"location", "Location"},
};
constexpr AnswerMember trust_edge[] = {
    {"id", "string", one, "e0, e1, ...: in the order of the edges."},
    {"from", "string", one, "A node's id."},
    {"to", "string", one, "The ARN of the role that is assumed: a node's id."},
    {"action", "TrustAction"},
    {"trust", "TrustVerdict", one, "What the role's trust policy says, with the RCPs of its account."},
    {"caller", "TrustCallerVerdict", one,
     "What the caller's policies say, with permissions boundary and SCPs. Of outside and anyone, whose policies are in other hands: "
     "conditional, without needs. Of root: deny."},
    {"sides", "TrustSides"},
    {"needs", "TrustNeed", list},
    {"location", "Location", nullable, "The trust policy's statement that names the caller; null where none does."},
};
constexpr AnswerMember trust_graph[] = {
    {"nodes", "TrustNode", list},
    {"edges", "TrustEdge", list},
    {"omitted", "number", one, "How many pairs or edges were left out, because there are too many."},
};

// ---- the catalog: core/api/catalog.cpp

constexpr AnswerMember catalog_element[] = {{"name", "string"}, {"text", "string"}, {"documentation", "string"}};
constexpr AnswerMember catalog_operator[] = {
    {"name", "string", one, "StringEquals; without set operator and IfExists."},
    {"family", "CatalogOperatorFamily"},
    {"negated", "boolean", one, "The negated operators (StringNotEquals, ...) are true where the key is absent."},
    {"text", "string", one, "What it tests."},
    {"documentation", "string"},
};
constexpr AnswerMember catalog_condition_key[] = {
    {"name", "string", one, "For prefix it ends with / (aws:PrincipalTag/), for suffix it starts with : (:sub, behind a provider's host)."},
    {"match", "CatalogKeyMatch"},
    {"type", "CatalogKeyType"},
    {"multivalued", "boolean"},
    {"derived", "boolean", one, "The engine sets it itself; otherwise a step's context has to give it."},
    {"text", "string", one, "When a request has it."},
    {"documentation", "string"},
    {"operations", "string", nullable | list, "The calls that can have it (sts:AssumeRole); null: any call."},
};
constexpr AnswerMember catalog_action[] = {
    {"name", "string", one, "sts:AssumeRole, s3:GetObject."},
    {"text", "string"},
    {"documentation", "string"},
    {"resourceTypes", "string", list, "As the Service Authorization Reference names them (role, object); empty: only *."},
    {"inTrustPolicies", "boolean", one, "A role's trust policy can allow it."},
};
constexpr AnswerMember catalog_shape[] = {
    {"form", "CatalogShapeForm"},
    {"kind", "CatalogShapeKind"},
    {"object", "string", optional, "Of the kinds object and localized: the name of the object in the catalog's format."},
    {"source", "string", optional, "What a text names, as far as the editor can offer it; of a policy, its kind."},
    {"names", "string", optional, "What the members of a map are named by."},
    {"choices", "string", optional | list, "What a text must be one of."},
};
constexpr AnswerMember catalog_field[] = {
    {"name", "string"},
    {"shape", "CatalogShape"},
    {"required", "boolean"},
    {"text", "string"},
    {"documentation", "string", optional, "Where AWS has a page about the field."},
};
constexpr AnswerMember catalog_parameter[] = {
    {"name", "string"},
    {"type", "CatalogParameterType"},
    {"means", "ParameterMeaning"},
    {"shape", "CatalogShape"},
    {"required", "boolean"},
    {"minimum", "number", nullable, "Of a string's or list's length, or of an integer; null where there is none."},
    {"maximum", "number", nullable},
    {"pattern", "string", nullable, "As AWS writes it: a regular expression that holds for the whole text; null where there is none."},
    {"filledIn", "string", nullable, "A word in whose place the engine puts the value that is right at the call."},
    {"text", "string"},
    {"documentation", "string"},
};
constexpr AnswerMember catalog_operation[] = {
    {"name", "string", one, "As a step's call: sts:AssumeRole, iam:CreateRole, console:SwitchRole."},
    {"text", "string"},
    {"documentation", "string"},
    {"credentials", "CatalogCredentials"},
    {"issues", "CatalogIssues", nullable, "The kind of session that it returns; null: none."},
    {"plays", "CatalogPlays", nullable, "What the page needs it for."},
    {"parameters", "CatalogParameter", list},
};
constexpr AnswerMember catalog_managed_policy[] = {{"name", "string"}, {"arn", "string"}};
constexpr AnswerMember catalog_fact[] = {{"name", "string"}, {"text", "string"}};
constexpr AnswerMember catalog_oidc_provider[] = {
    {"host", "string", one,
     "token.actions.githubusercontent.com; may hold placeholders in angle brackets: oidc.eks.<region>.amazonaws.com/id/<id>."},
    {"text", "string"},
    {"claims", "unknown", map, "Example claims of a token: a string each, or a list of strings."},
};
constexpr AnswerMember catalog_saml_attribute[] = {
    {"name", "string", one, "An attribute's name as IAM reads it, or SAML:aud and the like for what stands outside of the attributes."},
    {"text", "string"},
    {"required", "boolean"},
};
constexpr AnswerMember catalog_versions[] = {{"engine", "string"}};
constexpr AnswerMember catalog[] = {
    {"elements", "CatalogElement", list},
    {"principalTypes", "CatalogElement", list, "AWS, Service, Federated, CanonicalUser."},
    {"operators", "CatalogOperator", list},
    {"operatorParts", "CatalogElement", list, "ForAllValues:, ForAnyValue:, IfExists."},
    {"conditionKeys", "CatalogConditionKey", list},
    {"actions", "CatalogAction", list},
    {"operations", "CatalogOperation", list},
    {"managedPolicies", "CatalogManagedPolicy", list},
    {"services", "CatalogFact", list},
    {"oidcProviders", "CatalogOidcProvider", list},
    {"samlAttributes", "CatalogSamlAttribute", list},
    {"format", "CatalogField", map | list, "The fields of each object of a scenario: document, role, step, ..."},
    {"modelled", "CatalogFact", list, "What the engine models."},
    {"notModelled", "CatalogFact", list, "What it does not, or only roughly."},
    {"versions", "CatalogVersions"},
};

constexpr AnswerObject objects[] = {
    {"Position", position, "Line and column count from 1."},
    {"Range", range, ""},
    {"Location", location, "A place in a policy."},
    {"Diagnostic", diagnostic, ""},
    {"PolicyEntry", policy_entry, ""},
    {"ElementReason", element_reason, ""},
    {"StatementReason", statement_reason, ""},
    {"PolicyReason", policy_reason, ""},
    {"Layer", layer, ""},
    {"Authorization", authorization, ""},
    {"ContextValue", context_value, ""},
    {"Explanation", explanation, ""},
    {"Caller", caller, ""},
    {"Evidence", evidence, ""},
    {"RefusedDuration", refused_duration, ""},
    {"ServiceError", service_error, ""},
    {"ExpectationFailure", expectation_failure, ""},
    {"Expectation", expectation, ""},
    {"Expectations", expectations, ""},
    {"OtherAnswer", other_answer, ""},
    {"Disputed", disputed, ""},
    {"Step", step, ""},
    {"Session", session, ""},
    {"Report", report, ""},
    {"JudgeAtAnswer", judge_at_answer, ""},
    {"MfaCode", mfa_code, ""},
    {"Refusal", refusal, ""},
    {"EngineInfo", engine_info, ""},
    {"TrustNode", trust_node, ""},
    {"TrustNeed", trust_need, "A condition that the bare call does not meet."},
    {"TrustEdge", trust_edge,
     "There is none where both sides refuse; where an Allow names an account or everyone and the principal itself may not call; and where "
     "only the caller's side allows, by a policy about everything."},
    {"TrustGraph", trust_graph, ""},
    {"CatalogElement", catalog_element, "Every `documentation` of the catalog is an address on https://docs.aws.amazon.com/."},
    {"CatalogOperator", catalog_operator, ""},
    {"CatalogConditionKey", catalog_condition_key, ""},
    {"CatalogAction", catalog_action, ""},
    {"CatalogShape", catalog_shape, "What a value of a scenario looks like: core/scenario/format.h."},
    {"CatalogField", catalog_field, ""},
    {"CatalogParameter", catalog_parameter, ""},
    {"CatalogOperation", catalog_operation, ""},
    {"CatalogManagedPolicy", catalog_managed_policy, ""},
    {"CatalogFact", catalog_fact, ""},
    {"CatalogOidcProvider", catalog_oidc_provider, ""},
    {"CatalogSamlAttribute", catalog_saml_attribute, ""},
    {"CatalogVersions", catalog_versions, ""},
    {"Catalog", catalog, "Every `text` is one or a few sentences in the catalog's language."},
};

constexpr AnswerUnion unions[] = {{"MfaCodeAnswer", mfa_code_answers, ""}};

}  // namespace

std::span<const AnswerObject> answer_objects() { return objects; }
std::span<const AnswerEnumeration> answer_enumerations() { return enumerations; }
std::span<const AnswerUnion> answer_unions() { return unions; }

}  // namespace sts_playground
