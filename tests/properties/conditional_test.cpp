// Theorems of authorisation with unknown keys, on random policies: where it says allow or deny, so does the ordinary authorisation
// whatever the unknown keys are; where it says conditional, both can be had.
// STS_PLAYGROUND_SEED=... draws other policies.
#include "core/authorize/conditional.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/condition_keys.h"
#include "core/compile/read_policy_text.h"
#include "tests/catch_json.h"
#include "tests/unit/random.h"

using namespace sts_playground;
using Json = nlohmann::json;
using sts_playground::test::Random;

namespace {

constexpr int cases = 2000;
constexpr int completions = 40;

// The same every time, unless a seed is given.
Random fixed_random() { return Random(std::getenv("STS_PLAYGROUND_SEED") != nullptr ? test::random_seed() : 20260115U); }

using Texts = std::vector<std::string>;

// A key, the operators that suit it, what policies compare it with, and what else it may hold: near values, another case, what is not of
// its kind. Policies' values are among what it may hold too.
struct KeyRow {
  std::string key;
  Texts operators;
  Texts compared;
  Texts others;
};

const std::vector<KeyRow>& key_rows() {
  const Texts strings = {"StringEquals",  "StringNotEquals",        "StringLike",
                         "StringNotLike", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"};
  const Texts words = {"red", "Red", "blue", "r*", "*d", "?ed", "*", "b*e", "re", "", "k"};
  const Texts near = {"RED", "rEd", "bred", "reda", "rd", "r", "d", "BLUE", "be", "xyz", " red", "K", "\u212A"};
  static const std::vector<KeyRow> rows = {
      {"aws:RequestTag/team", strings, words, near},
      {"aws:PrincipalTag/team", strings, words, near},
      {"aws:TagKeys", strings, words, near},
      {"example:List", strings, words, near},
      {"sts:ExternalId", strings, words, near},
      {"aws:MultiFactorAuthPresent", {"Bool"}, {"true", "false", "TRUE", "yes"}, {"True", "maybe", "", "1"}},
      {"aws:MultiFactorAuthAge",
       {"NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"},
       {"0", "300", "-5", "3600", "many", "+300.", ".5"},
       {"NaN", "0.50", "299", "301", "300.0", "3600.0001", "-4.9", "-6", "1e9", "many"}},
      {"aws:CurrentTime",
       {"DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"},
       {"2026-01-15T09:00:00Z", "2026-01-16", "1700000000", "never", "2026-01-15T09:00:00.0015Z"},
       {"2026-01-15T09:00:00", "2026-01-15T09:00:00.0011Z", "2026-01-15T09:00:00.002Z", "2026-01-15T09:00:01Z", "2026-01-15T08:59:59Z",
        "1768467600", "1969-12-31T23:59:59Z", "2099-01-01", "never"}},
      {"aws:SourceIp",
       {"IpAddress", "NotIpAddress"},
       {"203.0.113.0/24", "203.0.113.128/25", "0.0.0.0/0", "2001:db8::/32", "198.51.100.7", "home", "203.0.113.9/024", "2001:db8::5/64",
        "::/0", "::ffff:cb00:7100/120"},
       {"::ffff:203.0.113.7", "203.000.113.1", "203.0.113.1/32", "2001:db8:::1", ":2001:db8::1", "2001:db8::192.0.2.1", "203.0.113.0",
        "203.0.113.127", "203.0.113.200", "203.0.114.0", "198.51.100.8", "2001:db8::1", "2001:db9::", "home"}},
      {"aws:SourceArn",
       {"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"},
       {"arn:aws:s3:::data", "arn:aws:s3:::*", "arn:aws:sns:*:111122223333:t", "*", "arn:*:s3:::d?ta", "data", "arn:aws:s3:*"},
       {"arn:aws:s3:::data/x", "arn:aws:s3:::date", "arn:aws:sns:us-east-1:111122223333:t", "arn:aws:sns:us:x:111122223333:t", "data"}}};
  return rows;
}

template <typename List>
const auto& one_of(Random& random, const List& list) {
  return list[random.below(list.size())];
}

struct Drawn {
  AuthorizationInput input;
  Caller caller;
  RequestContext context;
  Texts unknown;  // keys
  bool has_variables = false;
  std::string text;  // of all policies, for failures
};

Json draw_condition(Random& random, Drawn& drawn) {
  const KeyRow& row = one_of(random, key_rows());
  if (random.chance(6)) return {{"Null", {{row.key, random.chance(2) ? "true" : "false"}}}};
  std::string name = one_of(random, row.operators);
  const std::string prefix = random.chance(3) ? (random.chance(2) ? "ForAllValues:" : "ForAnyValue:") : "";
  if (random.chance(5)) name += "IfExists";
  Json values = Json::array();
  for (std::size_t count = 1 + random.below(2); count > 0; --count) values.push_back(one_of(random, row.compared));
  if (row.key == "aws:SourceArn" && random.chance(25)) {
    values.push_back("${aws:PrincipalTag/team}");
    drawn.has_variables = true;
  }
  if (row.operators.size() == 6 && row.operators.front() == "StringEquals" && random.chance(12)) {
    values.push_back(random.chance(2) ? "${aws:PrincipalTag/team}" : "r${sts:ExternalId}");
    drawn.has_variables = true;
  }
  return {{prefix + name, {{row.key, values}}}};
}

Json draw_statement(Random& random, Drawn& drawn, bool with_principal) {
  Json statement = {{"Effect", random.chance(3) ? "Deny" : "Allow"}, {"Action", random.chance(6) ? "s3:Put*" : "s3:*"}, {"Resource", "*"}};
  if (random.chance(15)) {
    statement["Resource"] = "arn:aws:s3:::data/${aws:PrincipalTag/team}/*";
    drawn.has_variables = true;
  }
  if (with_principal) {
    const Texts who = {"111122223333", "arn:aws:iam::111122223333:role/Audit", "arn:aws:sts::111122223333:assumed-role/Audit/s"};
    statement["Principal"] = {{"AWS", one_of(random, who)}};
  }
  Json conditions = Json::object();
  for (std::size_t count = random.below(4); count > 0; --count) conditions.merge_patch(draw_condition(random, drawn));
  if (!conditions.empty()) statement["Condition"] = conditions;
  return statement;
}

void add_layer(Random& random, Drawn& drawn, LayerKind kind, PolicyKind policy_kind) {
  Json statements = Json::array();
  for (std::size_t count = 1 + random.below(3); count > 0; --count) {
    statements.push_back(draw_statement(random, drawn, policy_kind == PolicyKind::resource));
  }
  json::Value value;
  value.kind = json::Kind::string;
  value.text = Json{{"Version", "2012-10-17"}, {"Statement", statements}}.dump();
  drawn.text += value.text + "\n";
  const PolicyReading reading = read_policy_value(value, PolicySource{}, policy_kind, nullptr);
  REQUIRE(reading.policy);
  Layer layer;
  layer.kind = kind;
  layer.policies.push_back(reading.policy);
  drawn.input.layers.push_back(std::move(layer));
}

// Absent, an empty list, or one to three values, where the key can have more than one.
Texts draw_values(Random& random, const KeyRow& row) {
  Texts values;
  if (random.chance(4)) return values;
  const ConditionKeyRow* known = find_condition_key(row.key);
  const bool single = known && !known->multivalued;
  for (std::size_t count = !single && random.chance(3) ? 1 + random.below(3) : 1; count > 0; --count) {
    values.push_back(random.chance(2) ? one_of(random, row.compared) : one_of(random, row.others));
  }
  return values;
}

void put(Random& random, RequestContext& context, const KeyRow& row) {
  const Texts values = draw_values(random, row);
  if (values.empty() && random.chance(2)) context.remove(row.key);
  else context.set(row.key, values, values.size() > 1 || is_list_key(row.key), Origin::derived);
}

Drawn draw_case(Random& random) {
  Drawn drawn;
  drawn.caller.kind = CallerKind::role_session;
  drawn.caller.account = "111122223333";
  drawn.caller.arn = "arn:aws:sts::111122223333:assumed-role/Audit/s";
  drawn.caller.principal_arn = "arn:aws:iam::111122223333:role/Audit";
  drawn.input.action = "s3:PutObject";
  drawn.input.resource = "arn:aws:s3:::data/red/x";
  drawn.input.same_account = !random.chance(3);
  add_layer(random, drawn, LayerKind::identity, PolicyKind::identity);
  if (!drawn.input.same_account || random.chance(2)) add_layer(random, drawn, LayerKind::resource, PolicyKind::resource);
  if (random.chance(5)) add_layer(random, drawn, LayerKind::boundary, PolicyKind::identity);
  if (random.chance(5)) add_layer(random, drawn, LayerKind::session, PolicyKind::session);
  if (random.chance(5)) add_layer(random, drawn, LayerKind::scp, PolicyKind::scp);
  for (const KeyRow& row : key_rows()) {
    if (random.chance(3)) {
      put(random, drawn.context, row);
      continue;
    }
    drawn.unknown.push_back(row.key);
    // Whatever is set of an unknown key must not count.
    if (random.chance(4)) put(random, drawn.context, row);
    const std::size_t slash = row.key.find('/');
    drawn.context.set_unknown(slash == std::string::npos || random.chance(2) ? row.key : row.key.substr(0, slash + 1) + "*");
  }
  return drawn;
}

bool allowed_with(Random& random, const Drawn& drawn, RequestContext context) {
  for (const KeyRow& row : key_rows()) {
    if (context.is_unknown(row.key)) put(random, context, row);
  }
  context.set_known("*");
  REQUIRE_FALSE(context.is_unknown("aws:TagKeys"));
  return authorize(drawn.input, drawn.caller, context).allowed;
}

std::string described(const RequestContext& context) {
  std::string out;
  for (const ContextEntry& entry : context.entries()) {
    out += entry.key + (context.is_unknown(entry.folded_key) ? " unknown" : "");
    for (const std::string& value : entry.values) out += " [" + value + "]";
    out += "; ";
  }
  return out;
}

// Every need is a condition whose truth is not known.
void check_needs(const Drawn& drawn, const ConditionalAuthorization& answer) {
  for (const ConditionNeed& need : answer.needs) {
    const ConditionElement& written = need.written();
    bool unknown = drawn.context.is_unknown(written.key.value);
    for (const PolicyString& value : written.values.values) unknown = unknown || value.value.find("${") != std::string::npos;
    CHECK(unknown);
    const Effect effect = need.policy->document.statements[need.statement].effect;
    CHECK(effect == (need.of_deny ? Effect::deny : Effect::allow));
  }
  if (!drawn.has_variables) CHECK_FALSE(answer.needs.empty());
}

}  // namespace

TEST_CASE("what is said of unknown keys holds whatever they are", "[properties][conditional]") {
  Random random = fixed_random();
  int allow = 0;
  int deny = 0;
  int conditional = 0;
  int inexact = 0;
  for (int i = 0; i < cases; ++i) {
    const Drawn drawn = draw_case(random);
    INFO(drawn.text << described(drawn.context));
    const ConditionalAuthorization answer = authorize_conditionally(drawn.input, drawn.caller, drawn.context);
    // Only the value of an unknown key inside of a pattern is beyond analysis.
    if (!drawn.has_variables) CHECK(answer.exact);
    if (answer.answer == Answer::conditional) {
      ++conditional;
      inexact += answer.exact ? 0 : 1;
      check_needs(drawn, answer);
      if (answer.exact) REQUIRE((answer.allowed && answer.denied));
    } else {
      ++(answer.answer == Answer::allow ? allow : deny);
      CHECK(answer.needs.empty());
    }
    for (int j = 0; j < completions; ++j) {
      if (answer.answer != Answer::conditional) CHECK(allowed_with(random, drawn, drawn.context) == (answer.answer == Answer::allow));
      if (j > 5 && answer.answer == Answer::conditional) break;
      if (answer.allowed) CHECK(allowed_with(random, drawn, answer.allowed->context));
      if (answer.denied) CHECK_FALSE(allowed_with(random, drawn, answer.denied->context));
    }
  }
  INFO(allow << " allow, " << deny << " deny, " << conditional << " conditional, " << inexact << " of them inexact");
  CHECK(allow > cases / 50);
  CHECK(deny > cases / 10);
  CHECK(conditional > cases / 5);
  CHECK(inexact < cases / 50);
}

TEST_CASE("without unknown keys both authorisations say the same", "[properties][conditional]") {
  Random random = fixed_random();
  for (int i = 0; i < cases / 5; ++i) {
    Drawn drawn = draw_case(random);
    for (const std::string& key : drawn.unknown) drawn.context.remove(key);
    drawn.context.set_known("*");
    const bool allowed = authorize(drawn.input, drawn.caller, drawn.context).allowed;
    const ConditionalAuthorization answer = authorize_conditionally(drawn.input, drawn.caller, drawn.context);
    CHECK(answer.answer == (allowed ? Answer::allow : Answer::deny));
    CHECK(answer.exact);
  }
}
