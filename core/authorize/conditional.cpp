#include "core/authorize/conditional.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/authorize/completions.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

const CompiledStatement& statement_of(const Trace& trace, const TraceEvent& event) {
  return trace.policies[event.policy]->compiled.statements[event.statement];
}
constexpr std::size_t work_of_a_judgement = 1'000;  // comparisons, about

bool is_unknown_statement(const TraceEvent& event) { return event.step == TraceStep::statement && event.outcome == Outcome::unknown; }
bool same_statement(const TraceEvent& a, const TraceEvent& b) { return a.policy == b.policy && a.statement == b.statement; }

// Calls `visit` with each element of a statement that depends on unknown keys, for each such statement.
template <typename Visit>
void for_each_unknown(const Trace& trace, Visit visit) {
  const auto& events = trace.events;
  for (std::size_t end = 0; end < events.size(); ++end) {
    if (!is_unknown_statement(events[end])) continue;
    std::size_t first = end;
    while (first > 0 && same_statement(events[first - 1], events[end])) --first;
    for (std::size_t i = first; i < end; ++i) {
      if (events[i].outcome == Outcome::unknown) visit(events[i]);
    }
  }
}

// The unknown keys that make statements unknown, and how they are used.
class KeyUses {
 public:
  KeyUses(const Authorization& authorization, const RequestContext& context) : authorization_(authorization), context_(context) {
    for_each_unknown(authorization.trace, [this](const TraceEvent& event) { add(event); });
  }

  // Policy variables first: what other keys are compared with depends on them. Null: there is none.
  const KeyUse* first() const {
    const auto variable = std::find_if(uses_.begin(), uses_.end(), [](const KeyUse& use) { return use.is_variable; });
    if (variable != uses_.end()) return &*variable;
    return uses_.empty() ? nullptr : &uses_.front();
  }

 private:
  KeyUse& use_of(std::string_view key) {
    const auto found = std::find_if(uses_.begin(), uses_.end(), [&](const KeyUse& use) { return equals_ignoring_case(use.key, key); });
    if (found != uses_.end()) return *found;
    uses_.emplace_back();
    uses_.back().key = ascii_lower(key);
    return uses_.back();
  }

  void add(const TraceEvent& event) {
    const CompiledStatement& statement = statement_of(authorization_.trace, event);
    if (event.step == TraceStep::resource) {
      const auto arn = parse_arn(authorization_.resource);
      for (const CompiledResource& resource : statement.resources) {
        if (arn) add_variables(resource.parts[5], {std::string(arn->resource)});
      }
    }
    if (event.step != TraceStep::condition) return;
    const CompiledCondition& condition = statement.conditions[event.item];
    if (context_.is_unknown(condition.folded_key)) use_of(condition.folded_key).conditions.push_back(&condition);
    const ContextEntry* entry = context_.is_unknown(condition.folded_key) ? nullptr : context_.find(condition.folded_key);
    for (const Operand& operand : condition.operands) add_variables(operand.pattern, entry ? entry->values : std::vector<std::string>());
  }

  // `compared`: what the pattern is compared with, as far as that is known.
  void add_variables(const Pattern& pattern, const std::vector<std::string>& compared) {
    for (const PatternVariable& variable : pattern.variables()) {
      if (!context_.is_unknown(variable.key)) continue;
      KeyUse& use = use_of(variable.key);
      use.is_variable = true;
      for (const std::string& value : compared) add_likely_values(use, pattern, variable, value);
    }
  }

  // What the variable must stand for where the pattern equals the value: what is left of it between the variable's neighbours.
  void add_likely_values(KeyUse& use, const Pattern& pattern, const PatternVariable& variable, const std::string& value) const {
    const std::string text = pattern.resolved_text(&context_);
    const std::string written = "${" + variable.key + "}";
    const std::size_t at = text.find(written);
    use.variable_values.push_back(value);
    if (at == std::string::npos || value.compare(0, at, text, 0, at) != 0) return;
    const std::string rest = value.substr(at);
    const char behind = at + written.size() < text.size() ? text[at + written.size()] : '\0';
    use.variable_values.push_back(rest);
    for (std::size_t end = 0; end < rest.size() && use.variable_values.size() < limits::unknown_key_values / 2; ++end) {
      if (behind == '*' || rest[end] == behind) use.variable_values.push_back(rest.substr(0, end));
    }
  }

  const Authorization& authorization_;
  const RequestContext& context_;
  std::vector<KeyUse> uses_;
};

class Search {
 public:
  Search(const AuthorizationInput& input, const Caller& caller, std::size_t& judgements)
      : input_(input), caller_(caller), judgements_(judgements) {}

  ConditionalAuthorization run(const RequestContext& context) {
    explore(context);
    if (result_.exact && !result_.denied) result_.answer = Answer::allow;
    if (result_.exact && !result_.allowed) result_.answer = Answer::deny;
    if (result_.allowed && result_.denied) result_.exact = true;
    return std::move(result_);
  }

 private:
  bool is_done() const { return result_.allowed && result_.denied; }

  // One key after the other gets its values. What is allowed whatever the other keys are needs no more of them; nor what is denied.
  void explore(const RequestContext& context) {
    if (is_done()) return;
    if (judgements_ == 0) {
      result_.exact = false;
      return;
    }
    --judgements_;
    Authorization refusing = authorize(input_, caller_, context, Leaning::refuse);
    if (refusing.allowed) return keep(result_.allowed, std::move(refusing), context);
    Authorization permitting = authorize(input_, caller_, context, Leaning::permit);
    if (!permitting.allowed) return keep(result_.denied, std::move(permitting), context);
    const KeyUses uses(permitting, context);
    const KeyUse* use = uses.first();
    if (!use) {
      result_.exact = false;
      return;
    }
    const Completions completions = completions_of(*use, context);
    if (!completions.complete) result_.exact = false;
    judgements_ -= std::min(judgements_, completions.work / work_of_a_judgement);
    RequestContext next = context;
    next.set_known(use->key);
    for (const std::vector<std::string>& values : completions.values) {
      if (values.empty()) next.remove(use->key);
      else next.set(use->key, values, values.size() > 1 || is_list_key(use->key), Origin::derived);
      explore(next);
    }
  }

  static void keep(std::optional<Completed>& kept, Authorization authorization, const RequestContext& context) {
    if (!kept) kept = Completed{std::move(authorization), context};
  }

  const AuthorizationInput& input_;
  const Caller& caller_;
  std::size_t& judgements_;
  ConditionalAuthorization result_;
};

bool matches_in(const Trace& trace, const TraceEvent& statement) {
  return std::any_of(trace.events.begin(), trace.events.end(), [&](const TraceEvent& event) {
    return event.step == TraceStep::statement && event.outcome == Outcome::match && same_statement(event, statement);
  });
}

bool is_of(const LayerResult& layer, const TraceEvent& event) {
  return event.policy >= layer.first_policy && event.policy < layer.first_policy + layer.policy_count;
}

// The Allow statement by which a layer comes to allow in the example; null where it allows anyhow, or does not.
const TraceEvent* missing_allow(const Authorization& open, const LayerResult& layer, const Authorization& allowed) {
  const TraceEvent* found = nullptr;
  if (layer.full_access) return nullptr;
  for (const TraceEvent& event : open.trace.events) {
    if (event.step != TraceStep::statement || !is_of(layer, event) || statement_of(open.trace, event).effect != Effect::allow) continue;
    if (event.outcome == Outcome::match) return nullptr;
    if (!found && matches_in(allowed.trace, event)) found = &event;
  }
  return found;
}

// The conditions that are unknown: of every Deny, and of the Allow statements that are missing; without an example, of every Allow.
std::vector<ConditionNeed> needs_of(const Authorization& open, const Authorization* allowed) {
  std::vector<ConditionNeed> needs;
  std::vector<const TraceEvent*> missing;
  for (const LayerResult& layer : open.layers) {
    const TraceEvent* found = allowed ? missing_allow(open, layer, *allowed) : nullptr;
    if (found) missing.push_back(found);
  }
  for_each_unknown(open.trace, [&](const TraceEvent& event) {
    if (event.step != TraceStep::condition) return;
    const bool of_deny = statement_of(open.trace, event).effect == Effect::deny;
    const bool is_missing =
        std::any_of(missing.begin(), missing.end(), [&](const TraceEvent* each) { return same_statement(*each, event); });
    if (!of_deny && !is_missing && allowed) return;
    needs.push_back({open.trace.policies[event.policy], event.policy, event.statement, event.item, of_deny});
  });
  return needs;
}

}  // namespace

ConditionalAuthorization authorize_conditionally(const AuthorizationInput& input, const Caller& caller, const RequestContext& context,
                                                 std::size_t& judgements) {
  ConditionalAuthorization result = Search(input, caller, judgements).run(context);
  if (result.answer != Answer::conditional) return result;
  const Authorization open = authorize(input, caller, context, Leaning::refuse);
  result.needs = needs_of(open, result.allowed ? &result.allowed->authorization : nullptr);
  // How an Allow names the caller may be what is missing, beside another Allow that does not name it closely enough.
  if (result.needs.empty()) result.needs = needs_of(open, nullptr);
  return result;
}

}  // namespace sts_playground
