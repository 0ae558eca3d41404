#include <algorithm>
#include <set>
#include <utility>

#include "core/catalog/limits.h"
#include "core/catalog/operations.h"
#include "core/catalog/parameters.h"
#include "core/catalog/services.h"
#include "core/scenario/reader.h"
#include "core/text/ascii.h"
#include "core/values/arn.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

std::optional<Decision> parse_decision(std::string_view text) {
  for (const Decision decision : {Decision::allow, Decision::deny, Decision::error}) {
    if (name_of(decision) == text) return decision;
  }
  return std::nullopt;
}

// A value of `context`: its text, or its texts where it is a list.
std::optional<std::string> scalar_text(const json::Value& value) {
  if (value.is(json::Kind::string) || value.is(json::Kind::number) || value.is(json::Kind::boolean)) return value.text;
  return std::nullopt;
}

class StepsReader {
 public:
  StepsReader(ScenarioReader& reader, Scenario& scenario) : reader_(reader), scenario_(scenario), clock_(scenario.now) {}

  void read(const Located& steps) {
    const auto items = reader_.list(steps);
    if (items.size() > limits::steps) {
      return reader_.error(steps, MessageId::scenario_too_many_steps, {std::to_string(items.size()), std::to_string(limits::steps)});
    }
    for (const Located& item : items) collect_id(item);
    for (std::size_t i = 0; i < items.size(); ++i) read_step(items[i], i);
  }

 private:
  void collect_id(const Located& at) {
    const Located id = ScenarioReader::field(at, "id");
    if (id && id.value->is(json::Kind::string)) all_ids_.insert(id.value->text);
  }

  void read_step(const Located& at, std::size_t index) {
    if (!reader_.fields(at, format::Object::step)) return;
    Step step;
    step.pointer = at.pointer;
    step.span = at.value->span;
    read_id(step, at, index);
    read_time(step, at);
    step.region = reader_.string_field(at, "region", "");
    read_call(step, at);
    read_caller(step, at);
    read_parameters(step, ScenarioReader::field(at, "with"));
    read_context(step, ScenarioReader::field(at, "context"));
    if (const Located expect = ScenarioReader::field(at, "expect")) read_expectation(step, expect);
    earlier_ids_.insert(step.id);
    remember_created(step);
    scenario_.steps.push_back(std::move(step));
  }

  void read_id(Step& step, const Located& at, std::size_t index) {
    const Located id = ScenarioReader::field(at, "id");
    step.id = reader_.string(id).value_or("");
    if (step.id.empty()) {
      step.id = "step-" + std::to_string(index + 1);
      if (id) reader_.error(id, MessageId::scenario_empty_id);
    }
    if (earlier_ids_.count(step.id) != 0) reader_.error(id ? id : at, MessageId::scenario_repeated_id, {step.id});
  }

  void read_time(Step& step, const Located& at) {
    const Located field = ScenarioReader::field(at, "at");
    if (const auto text = reader_.string(field)) {
      if (const auto offset = parse_offset_seconds(*text)) {
        clock_ += *offset;
      } else if (const auto instant = parse_iso_instant(*text)) {
        if (instant->seconds < clock_) reader_.error(field, MessageId::scenario_time_backwards, {*text, format_iso(clock_)});
        else clock_ = instant->seconds;
      } else {
        reader_.error(field, MessageId::scenario_bad_time, {*text});
      }
      if (clock_ - scenario_.now > limits::clock_years * 366 * 86400) {
        reader_.error(field, MessageId::scenario_clock_too_far, {std::to_string(limits::clock_years)});
        clock_ = scenario_.now;
      }
    }
    step.at = clock_;
  }

  void read_call(Step& step, const Located& at) {
    if (!reader_.require(at, format::Object::step)) return;
    const Located field = ScenarioReader::field(at, "call");
    step.call = reader_.string(field).value_or("");
    const std::size_t colon = step.call.find(':');
    const bool has_service =
        colon != std::string::npos && colon > 0 && colon + 1 < step.call.size() && step.call.find(':', colon + 1) == std::string::npos;
    const bool clean = std::all_of(step.call.begin(), step.call.end(),
                                   [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == ':' || c == '-' || c == '_'; });
    if (step.call != "cli" && (!has_service || !clean)) return reader_.error(field, MessageId::scenario_bad_call, {step.call});
    check_spelling(step, field);
    if (const Located resource = ScenarioReader::field(at, "resource")) {
      step.resource = reader_.string(resource).value_or("*");
      step.names_resource = true;
      if (step.resource != "*" && !parse_arn(step.resource)) reader_.error(resource, MessageId::scenario_bad_resource, {step.resource});
    }
  }

  // An operation in another letter case would only be authorised, not performed: surely a slip.
  void check_spelling(const Step& step, const Located& at) {
    for (const CatalogOperation& row : catalog_operations()) {
      if (row.name == step.call || !equals_ignoring_case(row.name, step.call)) continue;
      return reader_.error(at, MessageId::scenario_call_spelling, {step.call, std::string(row.name)});
    }
  }

  // ---- who calls

  void read_caller(Step& step, const Located& at) {
    if (const Located on = ScenarioReader::field(at, "on")) {
      step.on = reader_.string(on).value_or("");
      if (step.call != "cli") reader_.error(on, MessageId::scenario_on_without_cli);
      else if (scenario_.workstations.count(step.on) == 0) reader_.error(on, MessageId::scenario_no_such_workstation, {step.on});
    } else if (step.call == "cli") {
      reader_.error(at, MessageId::scenario_missing_field, {"on"});
    }
    const Located as = ScenarioReader::field(at, "as");
    if (!as) return;
    const auto text = reader_.string(as);
    if (!text) return;
    step.as = *text;
    if (all_ids_.count(step.as) != 0) {
      step.reference = CallerReference::session;
      if (earlier_ids_.count(step.as) == 0) reader_.error(as, MessageId::scenario_session_before_issue, {step.as});
      return;
    }
    if (const auto principal = parse_principal_arn(step.as)) return read_principal(step, *principal, as);
    if (is_service_principal(step.as)) {
      step.reference = CallerReference::service;
      return;
    }
    reader_.error(as, MessageId::scenario_bad_caller, {step.as});
  }

  void read_principal(Step& step, const PrincipalArn& principal, const Located& as) {
    const std::string account_id(principal.arn.account);
    const Account* account = scenario_.world.account(account_id);
    if (!account) return reader_.error(as, MessageId::scenario_caller_account, {step.as, account_id});
    const std::string name(principal.name);
    if (principal.kind == PrincipalArnKind::root) {
      step.reference = CallerReference::root;
    } else if (principal.kind == PrincipalArnKind::user) {
      step.reference = CallerReference::user;
      if (!scenario_.world.user(step.as) && created_.count("user/" + account_id + "/" + name) == 0) {
        reader_.error(as, MessageId::scenario_no_such_caller, {step.as});
      }
    } else if (principal.kind == PrincipalArnKind::assumed_role) {
      step.reference = CallerReference::assumed_role;
      if (account->roles.count(name) == 0 && created_.count("role/" + account_id + "/" + name) == 0) {
        reader_.error(as, MessageId::scenario_no_such_caller, {step.as});
      }
    } else if (principal.kind == PrincipalArnKind::role) {
      reader_.error(as, MessageId::scenario_role_is_no_caller, {step.as});
    } else {
      reader_.error(as, MessageId::scenario_bad_caller, {step.as});
    }
  }

  // A later step may name what this one creates.
  void remember_created(const Step& step) {
    const auto remember = [&](const char* kind, Means means) {
      const Parameter* row = find_parameter(step.call, means);
      const std::string* name = row ? step.parameters.string(row->name) : nullptr;
      std::string account;
      if (const auto arn = parse_arn(step.as)) account = std::string(arn->account);
      if (name && !account.empty()) created_.insert(std::string(kind) + account + "/" + *name);
      // Created by a session: its account is known only when the scenario runs.
      if (name && account.empty()) {
        for (const auto& [id, any] : scenario_.world.accounts) created_.insert(std::string(kind) + id + "/" + *name);
      }
    };
    remember("user/", Means::new_user_name);
    remember("role/", Means::new_role_name);
  }

  // ---- parameters

  void read_parameters(Step& step, const Located& with) {
    if (!with || !reader_.object(with)) return;
    for (const auto& [name, value] : reader_.map(with)) {
      const Parameter* row = find_parameter(step.call, name);
      if (!row) {
        reader_.error(value, MessageId::scenario_unknown_parameter, {step.call, name, known_parameters(step.call)});
        continue;
      }
      read_parameter(step, *row, value);
    }
  }

  static std::string known_parameters(std::string_view operation) {
    std::string names;
    for (const Parameter& row : parameters()) {
      if (row.operation == operation) names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    return names.empty() ? "-" : names;
  }

  void read_parameter(Step& step, const Parameter& row, const Located& at) {
    CallParameters& out = step.parameters;
    const std::string name(row.name);
    switch (row.type) {
      case ParameterType::string:
        if (auto text = reader_.string(at)) out.strings[name] = std::move(*text);
        break;
      case ParameterType::integer:
        if (const auto number = reader_.integer(at)) out.integers[name] = *number;
        break;
      case ParameterType::boolean:
        if (const auto flag = reader_.boolean(at)) out.booleans[name] = *flag;
        break;
      case ParameterType::string_list: out.lists[name] = reader_.strings(at); break;
      case ParameterType::tag_list: out.tags = read_tags(at); break;
      case ParameterType::policy: read_policy(step, row, at); break;
      case ParameterType::policy_arn_list: out.policy_arns = read_policy_arns(at); break;
      case ParameterType::policy_arn:
        if (auto arn = read_policy_arn(at)) out.strings[name] = std::move(*arn);
        break;
      case ParameterType::assertion: out.assertion = read_assertion(at); break;
      case ParameterType::token: out.token = read_token(reader_, at); break;
      case ParameterType::provided_contexts: out.provided_contexts = read_provided_contexts(at); break;
    }
  }

  std::vector<Tag> read_tags(const Located& at) {
    std::vector<Tag> tags;
    for (const Located& item : reader_.list(at)) {
      if (!reader_.fields(item, format::Object::tag)) continue;
      reader_.require(item, format::Object::tag);
      tags.push_back({reader_.string_field(item, "Key", ""), reader_.string_field(item, "Value", "")});
    }
    return tags;
  }

  std::optional<std::string> read_policy_arn(const Located& at) {
    if (!reader_.fields(at, format::Object::policy_arn)) return std::nullopt;
    reader_.require(at, format::Object::policy_arn);
    return reader_.string(ScenarioReader::field(at, "arn"));
  }

  std::vector<std::string> read_policy_arns(const Located& at) {
    std::vector<std::string> arns;
    for (const Located& item : reader_.list(at)) {
      if (auto arn = read_policy_arn(item)) arns.push_back(std::move(*arn));
    }
    return arns;
  }

  std::vector<ProvidedContext> read_provided_contexts(const Located& at) {
    std::vector<ProvidedContext> contexts;
    for (const Located& item : reader_.list(at)) {
      if (!reader_.fields(item, format::Object::provided_context)) continue;
      contexts.push_back(
          {reader_.string(ScenarioReader::field(item, "ProviderArn")), reader_.string(ScenarioReader::field(item, "ContextAssertion"))});
    }
    return contexts;
  }

  // The operation answers for what the document says; only its JSON type is checked here.
  void read_policy(Step& step, const Parameter& row, const Located& at) {
    const bool is_text = at.value->is(json::Kind::string);
    if (!is_text && !at.value->is(json::Kind::object)) return reader_.error(at, MessageId::scenario_wants_policy);
    PolicyText policy;
    policy.value = *at.value;
    policy.text = is_text ? at.value->text : json::write(*at.value);
    policy.pointer = at.pointer;
    policy.span = at.value->span;
    const PolicyKind kind = row.means == Means::session_policy ? PolicyKind::session
                            : row.means == Means::trust_policy ? PolicyKind::trust
                                                               : PolicyKind::identity;
    scenario_.policies.push_back({at.pointer, kind, false, std::string(row.name), step.id, is_text, at.value->span});
    step.parameters.policy = std::move(policy);
  }

  SamlAssertion read_assertion(const Located& at) {
    SamlAssertion assertion;
    if (!reader_.fields(at, format::Object::assertion)) return assertion;
    assertion.provider = reader_.string_field(at, "provider", "");
    assertion.issued_at = reader_.instant(ScenarioReader::field(at, "issuedAt"));
    assertion.session_not_on_or_after = reader_.instant(ScenarioReader::field(at, "sessionNotOnOrAfter"));
    for (const auto& [name, value] : reader_.map(ScenarioReader::field(at, "attributes"))) {
      std::vector<std::string>& values = assertion.attributes[name];
      if (const auto text = scalar_text(*value.value)) values.push_back(*text);
      else values = reader_.strings(value);
    }
    return assertion;
  }

  // ---- context and expectations

  void read_context(Step& step, const Located& context) {
    if (!context) return;
    for (const auto& [key, value] : reader_.map(context)) {
      GivenKey given;
      given.key = key;
      if (value.value->is(json::Kind::null)) {
        given.removed = true;
      } else if (auto text = scalar_text(*value.value)) {
        given.values.push_back(std::move(*text));
      } else if (value.value->is(json::Kind::array)) {
        given.multivalued = true;
        for (const Located& item : reader_.list(value)) {
          if (auto item_text = scalar_text(*item.value)) given.values.push_back(std::move(*item_text));
          else reader_.error(item, MessageId::scenario_context_value, {key});
        }
      } else {
        reader_.error(value, MessageId::scenario_context_value, {key});
      }
      step.given.push_back(std::move(given));
    }
  }

  void read_expectation(Step& step, const Located& at) {
    if (!reader_.fields(at, format::Object::expect)) return;
    Expectation expect;
    const auto text = [&](std::string_view name) { return reader_.string(ScenarioReader::field(at, name)); };
    if (const auto decision = text("decision")) {
      expect.decision = parse_decision(*decision);
      if (!expect.decision) reader_.error(ScenarioReader::field(at, "decision"), MessageId::scenario_bad_decision, {*decision});
    }
    expect.error_code = text("errorCode");
    expect.message = text("message");
    expect.message_contains = text("messageContains");
    expect.expires_at = reader_.instant(ScenarioReader::field(at, "expiresAt"));
    expect.source_identity = text("sourceIdentity");
    expect.arn = text("arn");
    expect.session = reader_.boolean(ScenarioReader::field(at, "session"));
    if (const Located keys = ScenarioReader::field(at, "transitiveTagKeys")) expect.transitive_tag_keys = reader_.strings(keys);
    if (const Located calls = ScenarioReader::field(at, "calls")) expect.calls = reader_.strings(calls);
    if (const Located tags = ScenarioReader::field(at, "sessionTags")) {
      expect.session_tags.emplace();
      for (const auto& [key, value] : reader_.map(tags)) {
        if (const auto tag_value = reader_.string(value)) (*expect.session_tags)[key] = *tag_value;
      }
    }
    step.expect = std::move(expect);
  }

  ScenarioReader& reader_;
  Scenario& scenario_;
  std::int64_t clock_;
  std::set<std::string> all_ids_;
  std::set<std::string> earlier_ids_;
  std::set<std::string> created_;
};

}  // namespace

WebIdentityToken read_token(ScenarioReader& reader, const Located& at) {
  WebIdentityToken token;
  for (const auto& [name, value] : reader.map(at)) token.claims[name] = *value.value;
  return token;
}

void read_steps(ScenarioReader& reader, const Located& steps, Scenario& scenario) { StepsReader(reader, scenario).read(steps); }

void read_workstations(ScenarioReader& reader, const Located& workstations, Scenario& scenario) {
  for (const auto& [name, at] : reader.map(workstations)) {
    if (!reader.fields(at, format::Object::workstation)) continue;
    Workstation workstation;
    workstation.name = name;
    workstation.config = reader.string_field(at, "config", "");
    workstation.credentials = reader.string_field(at, "credentials", "");
    workstation.instance_role = reader.string_field(at, "instanceRole", "");
    for (const auto& [variable, value] : reader.map(ScenarioReader::field(at, "env"))) {
      if (auto text = reader.string(value)) workstation.environment[variable] = std::move(*text);
    }
    for (const auto& [path, file] : reader.map(ScenarioReader::field(at, "files"))) {
      if (!reader.fields(file, format::Object::token_file)) continue;
      if (const Located token = ScenarioReader::field(file, "token")) workstation.token_files[path] = read_token(reader, token);
    }
    for (const auto& [command, output] : reader.map(ScenarioReader::field(at, "processes"))) workstation.processes[command] = *output.value;
    scenario.workstations[name] = std::move(workstation);
  }
}

}  // namespace sts_playground
