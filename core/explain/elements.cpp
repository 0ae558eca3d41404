#include <algorithm>

#include "core/explain/sentences.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

std::string texts(const std::vector<PolicyString>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < limits::listed_values; ++i) out += (i > 0 ? ", " : "") + shortened(values[i].value);
  if (values.size() > limits::listed_values) out += ", +" + std::to_string(values.size() - limits::listed_values);
  return out;
}

std::string caller_name(const Caller& caller) {
  if (caller.kind == CallerKind::federated) return caller.provider;
  return caller.arn.empty() ? "anonymous" : caller.arn;
}

MessageId naming_message(PrincipalNaming naming) {
  switch (naming) {
    case PrincipalNaming::everyone: return MessageId::principal_everyone;
    case PrincipalNaming::account: return MessageId::principal_account;
    case PrincipalNaming::user: return MessageId::principal_user;
    case PrincipalNaming::federated_user_by_user: return MessageId::principal_federated_by_user;
    case PrincipalNaming::role: return MessageId::principal_role;
    case PrincipalNaming::role_session: return MessageId::principal_session;
    case PrincipalNaming::federated_user: return MessageId::principal_session;
    case PrincipalNaming::service: return MessageId::principal_service;
    case PrincipalNaming::federated: return MessageId::principal_federated;
    case PrincipalNaming::none: return MessageId::principal_differs;
  }
  return MessageId::principal_differs;
}

std::string listed_names(const PrincipalElement& element) {
  std::vector<PolicyString> entries;
  for (const PrincipalEntry& entry : element.entries) entries.push_back(entry.value);
  return texts(entries);
}

bool is_federated(const PrincipalEntry& entry) { return entry.type == PrincipalType::federated; }

// Why no entry names the caller: the likely slip first.
Message explain_no_principal(const CompiledStatement& compiled, const PrincipalElement& element, const Caller& caller) {
  const std::string listed = listed_names(element);
  for (const CompiledPrincipal& principal : compiled.principals) {
    const bool named = principal.text == caller.principal_arn || principal.text == caller.parent_user_arn;
    if (named && !principal.bound_unique_id.empty() && principal.bound_unique_id != caller.unique_id) {
      return Message(MessageId::principal_recreated, {principal.text, principal.bound_unique_id, caller.unique_id});
    }
    if (!caller.principal_arn.empty() && principal.text != caller.principal_arn &&
        equals_ignoring_case(principal.text, caller.principal_arn)) {
      return Message(MessageId::principal_letter_case, {principal.text, caller.principal_arn});
    }
    if (principal.match == PrincipalMatch::assumed_role && caller.kind == CallerKind::role_session) {
      return Message(MessageId::principal_other_session, {principal.text, caller.arn});
    }
    if (principal.match == PrincipalMatch::everyone_aws && caller.kind == CallerKind::federated) {
      return Message(MessageId::principal_aws_is_not_federated, {caller.provider});
    }
  }
  if (caller.kind == CallerKind::federated && std::none_of(element.entries.begin(), element.entries.end(), is_federated)) {
    return Message(MessageId::principal_not_by_token, {listed, caller.provider});
  }
  return Message(MessageId::principal_differs, {listed, caller_name(caller)});
}

// What a Deny's NotPrincipal would have to list beside what it lists, separated by commas.
std::string lacking_arns(std::uint16_t lacks, const Caller& caller) {
  std::string out;
  const auto add = [&](std::uint16_t bit, const std::string& name) {
    if ((lacks & bit) != 0) out += (out.empty() ? "" : ", ") + name;
  };
  // Who is the account's root user is listed by the account.
  const bool is_root = caller.kind == CallerKind::root || caller.kind == CallerKind::assumed_root;
  const bool names_account = (lacks & not_principal_lacks::account) != 0;
  if (!is_root || !names_account) add(not_principal_lacks::caller, caller_name(caller));
  add(not_principal_lacks::role, caller.principal_arn);
  add(not_principal_lacks::account, make_arn({caller.partition, "iam", "", caller.account, "root"}));
  return out;
}

Message explain_not_principal(const CompiledStatement& compiled, const PrincipalElement& element, const TraceEvent& judgement,
                              const Caller& caller) {
  const std::string name = caller_name(caller);
  const bool matched = judgement.outcome == Outcome::match;
  if (compiled.effect == Effect::allow) {
    if (matched) return Message(MessageId::not_principal_allows, {name});
    const bool is_listed = judgement.item < element.entries.size();
    return Message(MessageId::not_principal_keeps_out, {name, is_listed ? element.entries[judgement.item].value.value : name});
  }
  if (!matched) return Message(MessageId::not_principal_exempts, {name});
  if ((judgement.item & not_principal_lacks::boundary) != 0) return Message(MessageId::not_principal_and_boundary, {name});
  return Message(MessageId::not_principal_applies, {name, lacking_arns(judgement.item, caller)});
}

ElementExplanation explain_principal(const JudgedStatement& judged, const TraceEvent& judgement) {
  const CompiledStatement& compiled = judged.compiled();
  const Statement& statement = judged.written();
  const Caller& caller = *judged.request.caller;
  ElementExplanation out;
  const auto& element = statement.principal ? statement.principal : statement.not_principal;
  out.element = compiled.not_principal ? "NotPrincipal" : "Principal";
  if (!element) {
    out.text = Message(MessageId::principal_missing);
    out.place.span = statement.span;
    return out;
  }
  out.place.span = {element->key_span.begin, element->span.end};
  out.matched = judgement.outcome == Outcome::match;
  if (compiled.not_principal) {
    out.text = explain_not_principal(compiled, *element, judgement, caller);
    return out;
  }
  if (!out.matched && !caller.principal_arn.empty() && caller.principal_arn == judged.request.resource) {
    out.text = Message(MessageId::principal_own_role, {listed_names(*element), short_name(caller.principal_arn)});
    return out;
  }
  if (!out.matched) {
    out.text = explain_no_principal(compiled, *element, caller);
    return out;
  }
  const bool denies_account = judgement.naming() == PrincipalNaming::account && compiled.effect == Effect::deny;
  const MessageId id = denies_account ? MessageId::principal_account_denied : naming_message(judgement.naming());
  out.text = Message(id, {element->entries[judgement.item].value.value, caller_name(caller), caller.account});
  return out;
}

ElementExplanation explain_action(const JudgedStatement& judged, const TraceEvent& judgement) {
  const CompiledStatement& compiled = judged.compiled();
  const Statement& statement = judged.written();
  ElementExplanation out;
  out.element = compiled.not_action ? "NotAction" : "Action";
  const auto& element = statement.action ? statement.action : statement.not_action;
  if (!element) {
    out.text = Message(MessageId::action_missing);
    out.place.span = statement.span;
    return out;
  }
  out.place.span = {element->key_span.begin, element->span.end};
  out.matched = judgement.outcome == Outcome::match;
  const std::vector<std::string> arguments = {texts(element->values), std::string(judged.request.action)};
  if (compiled.not_action) out.text = Message(out.matched ? MessageId::not_action_covers : MessageId::not_action_excludes, arguments);
  else out.text = Message(out.matched ? MessageId::action_matches : MessageId::action_differs, arguments);
  return out;
}

ElementExplanation explain_resource(const JudgedStatement& judged, const TraceEvent& judgement) {
  const CompiledStatement& compiled = judged.compiled();
  const Statement& statement = judged.written();
  ElementExplanation out;
  out.element = compiled.not_resource ? "NotResource" : "Resource";
  const auto& element = statement.resource ? statement.resource : statement.not_resource;
  if (!element) {
    out.text = Message(MessageId::resource_missing);
    out.place.span = statement.span;
    return out;
  }
  out.place.span = {element->key_span.begin, element->span.end};
  out.matched = judgement.outcome == Outcome::match;
  const std::vector<std::string> arguments = {texts(element->values), std::string(judged.request.resource)};
  if (compiled.not_resource) out.text = Message(out.matched ? MessageId::not_resource_covers : MessageId::not_resource_excludes, arguments);
  else out.text = Message(out.matched ? MessageId::resource_matches : MessageId::resource_differs, arguments);
  // A pattern that would match but for a variable without a value is the likeliest slip.
  for (const CompiledResource& pattern : compiled.resources) {
    for (const PatternVariable& variable : pattern.parts[5].variables()) {
      if (out.matched || variable.has_default || judged.request.context->variable(variable.key).data() != nullptr) continue;
      out.text = Message(MessageId::resource_unresolved_variable, {texts(element->values), variable.key});
    }
  }
  return out;
}

}  // namespace

std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 400;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

ElementExplanation explain_element(const JudgedStatement& judged, const TraceEvent& element) {
  switch (element.step) {
    case TraceStep::principal: return explain_principal(judged, element);
    case TraceStep::action: return explain_action(judged, element);
    case TraceStep::resource: return explain_resource(judged, element);
    default: return explain_condition(judged, element);
  }
}

}  // namespace sts_playground
