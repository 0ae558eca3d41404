#include "core/call/parameter_checks.h"

#include "core/catalog/parameters.h"
#include "core/catalog/regions.h"
#include "core/text/ascii.h"
#include "core/text/messages.h"
#include "core/text/utf8.h"
#include "core/values/arn.h"

namespace sts_playground {
namespace {

// Collects violations; one message tells all of them.
// https://github.com/fwdcloudsec/granted/issues/108 and localstack tests/aws/services/sts/test_sts.snapshot.json
// IAM leaves values out and stops at ten. Recorded 2026-02 and 2026-09: localstack tests/aws/services/iam/test_iam_roles.snapshot.json,
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/tag_inputs.json
class Violations {
 public:
  explicit Violations(bool of_iam) : of_iam_(of_iam) {}
  bool of_iam() const { return of_iam_; }

  void add(std::string_view value, const std::string& name, const std::string& constraint) {
    std::string quoted = " '";
    quoted.append(value).append("'");
    add_words(of_iam_ ? "" : quoted, name, constraint);
  }
  void add_null(const std::string& name) { add_words(of_iam_ ? "" : " null", name, "Member must not be null"); }

  void check_text(const std::string& text, const std::string& name, std::int64_t minimum, std::int64_t maximum, Characters characters) {
    check_characters(text, name, characters);
    const auto length = static_cast<std::int64_t>(utf16_length(text));
    if (length < minimum) add(text, name, "Member must have length greater than or equal to " + std::to_string(minimum));
    if (length > maximum) add(text, name, "Member must have length less than or equal to " + std::to_string(maximum));
  }
  // The length is told before the pattern where `length_first`.
  void check_tag_text(const std::string& text, const std::string& name, std::int64_t minimum, std::int64_t maximum, Characters characters,
                      bool length_first) {
    if (!length_first) return check_text(text, name, minimum, maximum, characters);
    check_text(text, name, minimum, maximum, Characters::any);
    check_characters(text, name, characters);
  }
  void check_characters(const std::string& text, const std::string& name, Characters characters) {
    if (!matches_pattern(characters, text)) {
      add(text, name, "Member must satisfy regular expression pattern: " + std::string(characters_pattern(characters)));
    }
  }
  void check_number(std::int64_t number, const std::string& name, const Parameter& row) {
    const std::string text = std::to_string(number);
    if (number < row.minimum) add(text, name, "Member must have value greater than or equal to " + std::to_string(row.minimum));
    if (number > row.maximum) add(text, name, "Member must have value less than or equal to " + std::to_string(row.maximum));
  }
  void check_count(std::size_t count, const std::string& name, const Parameter& row, std::string_view shown = "[...]") {
    if (static_cast<std::int64_t>(count) <= row.maximum) return;
    add(shown, name, "Member must have length less than or equal to " + std::to_string(row.maximum));
  }

  std::optional<Refusal> refusal() const {
    if (count_ == 0) return std::nullopt;
    return Refusal("ValidationError", 400,
                   std::to_string(count_) + (count_ == 1 ? " validation error" : " validation errors") + " detected: " + text_);
  }

 private:
  void add_words(std::string_view value, const std::string& name, const std::string& constraint) {
    if (of_iam_ && count_ == 10) return;
    if (count_++ > 0) text_ += "; ";
    text_.append("Value").append(value).append(" at '").append(name).append("' failed to satisfy constraint: ").append(constraint);
  }

  bool of_iam_;
  int count_ = 0;
  std::string text_;
};

// AWS's messages spell parameters with a small first letter.
std::string lower_camel(std::string_view name) {
  std::string out(name);
  if (!out.empty()) out[0] = ascii_lower(out[0]);
  return out;
}

std::string shown(const std::vector<std::string>& list) {
  std::string text = "[";
  for (const std::string& item : list) text += (text.size() > 1 ? ", " : "") + item;
  return text + "]";
}

std::string shown(const std::vector<Tag>& tags) {
  std::vector<std::string> items;
  items.reserve(tags.size());
  for (const Tag& tag : tags) items.push_back("Tag(key=" + tag.key + ", value=" + tag.value + ")");
  return shown(items);
}

void check_tag_list(Violations& violations, const Parameter& row, const std::vector<Tag>& tags) {
  const std::string name = lower_camel(row.name);
  // How a list shows is recorded of GetWebIdentityToken (2026-09-11), as is the length that comes before the pattern; that all operations
  // of STS write so is inferred.
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_identity.json
  const bool of_sts = starts_with_ignoring_case(row.operation, "sts:");
  violations.check_count(tags.size(), name, row, of_sts ? shown(tags) : "[...]");
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string member = name + "." + std::to_string(i + 1) + ".member.";
    if (violations.of_iam()) {
      violations.check_text(tags[i].value, member + "value", 0, 256, Characters::tag_value);
      violations.check_text(tags[i].key, member + "key", 1, 128, Characters::tag_key);
      continue;
    }
    violations.check_tag_text(tags[i].key, member + "key", 1, 128, Characters::tag_key, of_sts);
    violations.check_tag_text(tags[i].value, member + "value", 0, 256, Characters::tag_value, of_sts);
  }
}

// IAM tells all that a list's texts must satisfy, of all of them at once. Recorded 2026-02: localstack
// tests/aws/services/iam/test_iam_roles.snapshot.json, test_role_tag_errors, and test_iam_oidc.snapshot.json
void check_iam_list(Violations& violations, const Parameter& row, const std::vector<std::string>& list) {
  for (const std::string& text : list) {
    const auto length = static_cast<std::int64_t>(utf16_length(text));
    if (length >= row.shortest && length <= row.longest && matches_pattern(row.characters, text)) continue;
    std::string constraint = "Member must satisfy constraint: [Member must have length less than or equal to " +
                             std::to_string(row.longest) + ", Member must have length greater than or equal to " +
                             std::to_string(row.shortest);
    if (row.characters != Characters::any) {
      constraint.append(", Member must satisfy regular expression pattern: ").append(characters_pattern(row.characters));
      constraint.append(", Member must not be null");
    }
    return violations.add("", lower_camel(row.name), constraint + "]");
  }
}

// A list whose entries are too short or too long is told as a whole. Recorded 2026-09-11:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/outbound_identity.json
void check_audiences(Violations& violations, const Parameter& row, const std::vector<std::string>& list) {
  const std::string name = lower_camel(row.name);
  violations.check_count(list.size(), name, row, shown(list));
  for (const std::string& audience : list) {
    const std::size_t length = utf16_length(audience);
    if (length >= 1 && length <= 1000) continue;
    return violations.add(shown(list), name,
                          "Member must satisfy constraint: [Member must have length less than or equal to 1000, Member must have length "
                          "greater than or equal to 1]");
  }
}

// https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html; the members' names in messages are those of the other
// lists.
void check_provided_contexts(Violations& violations, const Parameter& row, const std::vector<ProvidedContext>& contexts) {
  const std::string name = lower_camel(row.name);
  violations.check_count(contexts.size(), name, row);
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const std::string member = name + "." + std::to_string(i + 1) + ".member.";
    if (contexts[i].provider_arn) violations.check_text(*contexts[i].provider_arn, member + "providerArn", 20, 2048, Characters::arn);
    if (contexts[i].assertion) violations.check_text(*contexts[i].assertion, member + "contextAssertion", 4, 2048, Characters::any);
  }
}

void check_string_list(Violations& violations, const Parameter& row, const std::vector<std::string>& list) {
  if (row.means == Means::audiences) return check_audiences(violations, row, list);
  const std::string name = lower_camel(row.name);
  violations.check_count(list.size(), name, row);
  if (violations.of_iam()) return check_iam_list(violations, row, list);
  const bool is_arn = row.characters == Characters::arn;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string member = name + "." + std::to_string(i + 1) + ".member" + (is_arn ? ".arn" : "");
    violations.check_text(list[i], member, is_arn ? 20 : row.shortest, is_arn ? 2048 : row.longest, row.characters);
  }
}

bool is_missing(const Parameter& row, const CallParameters& parameters) {
  const std::string name(row.name);
  switch (row.type) {
    case ParameterType::string:
    case ParameterType::policy_arn: return parameters.strings.count(name) == 0;
    case ParameterType::integer: return parameters.integers.count(name) == 0;
    case ParameterType::boolean: return parameters.booleans.count(name) == 0;
    case ParameterType::string_list: {
      // An empty list is not sent. Recorded 2026-09-11 of Audience, which must have an entry: testdata/aws/iam/outbound_identity.json
      const auto* list = parameters.list(name);
      return !list || (list->empty() && row.minimum > 0);
    }
    case ParameterType::tag_list: return !parameters.tags;
    case ParameterType::policy: return !parameters.policy;
    case ParameterType::policy_arn_list: return !parameters.policy_arns;
    case ParameterType::assertion: return !parameters.assertion;
    case ParameterType::token: return !parameters.token;
    case ParameterType::provided_contexts: return !parameters.provided_contexts;
  }
  return true;
}

std::string wire_name(const Parameter& row) {
  if (row.type == ParameterType::assertion) return "sAMLAssertion";
  if (row.type == ParameterType::token) return "webIdentityToken";
  return lower_camel(row.name);
}

// The pattern is told before the length, and parameters in the order of the API model: https://github.com/mmmorris1975/aws-runas/issues/80
void check_row(Violations& violations, const Parameter& row, const CallParameters& parameters) {
  const std::string name = wire_name(row);
  if (is_missing(row, parameters)) {
    if (row.required) violations.add_null(name);
    return;
  }
  switch (row.type) {
    case ParameterType::string:
    case ParameterType::policy_arn:
      return violations.check_text(*parameters.string(row.name), row.type == ParameterType::policy_arn ? name + ".arn" : name, row.minimum,
                                   row.maximum, row.characters);
    case ParameterType::integer: return violations.check_number(*parameters.integer(row.name), name, row);
    case ParameterType::string_list: return check_string_list(violations, row, *parameters.list(row.name));
    case ParameterType::tag_list: return check_tag_list(violations, row, *parameters.tags);
    case ParameterType::policy_arn_list: return check_string_list(violations, row, *parameters.policy_arns);
    case ParameterType::provided_contexts: return check_provided_contexts(violations, row, *parameters.provided_contexts);
    case ParameterType::policy: return violations.check_text(parameters.policy->text, name, row.minimum, row.maximum, row.characters);
    default: return;
  }
}

}  // namespace

std::optional<Refusal> check_parameters(const Call& call) {
  // A number that is none of the API's is refused before its range is looked at. Recorded:
  // https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/sts/query_inputs.json
  for (const auto& [name, number] : call.parameters.integers) {
    if (number >= INT32_MIN && number <= INT32_MAX) continue;
    return Refusal(aws_errors::malformed_number, Message(MessageId::malformed_number, {name, std::to_string(number)}));
  }
  Violations violations(starts_with_ignoring_case(call.operation, "iam:"));
  for (const Parameter& row : parameters()) {
    if (row.operation == call.operation && !row.name.empty()) check_row(violations, row, call.parameters);
  }
  // id_credentials_temp_control-access_monitor.html: a source identity does not begin with "aws:". The colon fails the pattern, which
  // is therefore the violation that is told.
  return violations.refusal();
}

std::optional<Refusal> check_role_arn(const std::string& role_arn) {
  const auto principal = parse_principal_arn(role_arn);
  const bool good = principal && is_partition(principal->arn.partition) && principal->arn.service == "iam" &&
                    principal->arn.region.empty() && is_account_id(principal->arn.account) && !principal->arn.resource.empty();
  if (good) return std::nullopt;
  return Refusal("ValidationError", 400, role_arn + " is invalid");
}

std::optional<Refusal> check_region(const World& world, const Call& call, std::string_view account_id) {
  // The global endpoint and us-east-1 cannot be deactivated: id_credentials_temp_region-endpoints.html
  if (call.region == global_endpoint || call.region == home_region("aws")) return std::nullopt;
  // STS must be on where the credentials are made: the newest text of id_credentials_temp_enable-regions.html asks it of the role's
  // account only, where that of 2023 asked it of both. In an opt-in Region that the caller's account has, the same is inferred; where the
  // caller's account has it not, its credentials are not known there: check_endpoint_knows_caller().
  const Account* account = world.account(account_id);
  if (!account) return std::nullopt;
  for (const std::string& region : account->sts_inactive_regions) {
    if (region != call.region) continue;
    // https://github.com/aws/aws-sdk-go-v2/issues/2846
    return Refusal("RegionDisabledException", 403,
                   "STS is not activated in this region for account:" + std::string(account_id) +
                       ". Your account administrator can activate STS in this region using the IAM Console.",
                   Message(MessageId::region_disabled, {call.region, std::string(account_id)}));
  }
  return std::nullopt;
}

}  // namespace sts_playground
