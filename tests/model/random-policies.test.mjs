import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionHolds, decide, operatorNames } from "./naive-evaluator.mjs";
import { asScenario, randomCase } from "./random-policies.mjs";

const HOME = "111122223333";
const AWAY = "444455556666";

// ---------------------------------------------------------------------------
// Tables of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

const table = (name, condition, rows) =>
  test(name, () => {
    for (const [context, expected] of rows) assert.equal(conditionHolds(condition, context), expected, JSON.stringify(context));
  });

table("StringEquals on a tag of the principal", { StringEquals: { "aws:PrincipalTag/job-category": "iamuser-admin" } }, [
  [{ "aws:PrincipalTag/job-category": "iamuser-admin" }, true],
  [{ "aws:PrincipalTag/job-category": "dev" }, false],
  [{}, false],
]);

const PREFIXES = { StringLike: { "s3:prefix": ["", "home/", "home/${aws:username}/"] } };
table("StringLike with a variable", PREFIXES, [
  [{ "s3:prefix": "home/alice/", "aws:username": "alice" }, true],
  [{ "s3:prefix": "home/bob/", "aws:username": "alice" }, false],
  [{ "s3:prefix": "" }, true],
  [{ "s3:prefix": "home/" }, true],
  [{ "s3:prefix": "home/alice/" }, false],
  [{ "s3:prefix": "home//" }, false],
]);

table(
  "ForAnyValue on tag keys together with a tag of the request",
  {
    "ForAnyValue:StringEquals": { "aws:TagKeys": ["environment", "cost-center"] },
    StringEqualsIgnoreCase: { "aws:RequestTag/environment": ["preprod", "production"] },
  },
  [
    [{ "aws:TagKeys": ["environment"], "aws:RequestTag/environment": "preprod" }, true],
    [{ "aws:TagKeys": ["Environment"], "aws:RequestTag/Environment": "preprod" }, false],
    [{ "aws:TagKeys": ["environment"], "aws:RequestTag/environment": "storage" }, false],
    [{ "aws:TagKeys": ["cost-center"], "aws:RequestTag/cost-center": "preprod" }, false],
    [{}, false],
  ],
);

table("Bool", { Bool: { "aws:SecureTransport": "false" } }, [
  [{ "aws:SecureTransport": "false" }, true],
  [{ "aws:SecureTransport": "true" }, false],
]);

// What follows is what AWS was seen to answer; sources in naive-evaluator.mjs.
table("Bool takes any text", { Bool: { "example:Flag": "yes" } }, [
  [{ "example:Flag": "false" }, true],
  [{ "example:Flag": "1" }, true],
  [{ "example:Flag": "TRUE" }, false],
]);

table("numbers", { NumericEquals: { "example:Count": ["1.", "9007199254740993"] } }, [
  [{ "example:Count": "+01" }, true],
  [{ "example:Count": "1e0" }, true],
  [{ "example:Count": "9007199254740992" }, false],
  [{ "example:Count": "one" }, false],
]);

table("dates", { DateEquals: { "example:When": "2030-01-01T00:00:00.1231Z" } }, [
  [{ "example:When": "2030-01-01T00:00:00.1239" }, true],
  [{ "example:When": "+1893456000.123" }, true],
  [{ "example:When": "2030-01-01" }, false],
]);

table("IPv6 ranges", { IpAddress: { "aws:SourceIp": ["2001:db8::4/127", "2001:db8::9/64", "::ffff:c000:200/120"] } }, [
  [{ "aws:SourceIp": "2001:db8:::5" }, true],
  [{ "aws:SourceIp": "2001:db8::4:" }, true],
  [{ "aws:SourceIp": ":2001:db8::4" }, false],
  [{ "aws:SourceIp": "2001:db8::9" }, false],
  [{ "aws:SourceIp": "192.0.2.1" }, false],
]);

table("an address that is none", { NotIpAddress: { "aws:SourceIp": "192.0.2.0/33" } }, [
  [{ "aws:SourceIp": "::ffff:192.0.2.1" }, true],
  [{ "aws:SourceIp": "192.0.2.1/32" }, false],
  [{ "aws:SourceIp": "2001:db8::192.0.2.1" }, false],
]);

table("a list without a set operator", { StringNotEqualsIfExists: { "aws:TagKeys": "team" } }, [
  [{}, true],
  [{ "aws:TagKeys": ["env"] }, false],
]);

table("letters", { StringEqualsIgnoreCase: { "example:Key": ["ΟΣ", "K", "𐐀"] } }, [
  [{ "example:Key": "ος" }, true],
  [{ "example:Key": "οσ" }, false],
  [{ "example:Key": "\u212a" }, true],
  [{ "example:Key": "𐐨" }, false],
]);

test("a value of the policy that is no ARN", () => {
  const context = { "example:Arn": "arn:aws:s3:::data" };
  for (const [name, values, allow, deny] of [
    ["ArnLike", ["no-arn", "arn:aws:s3:::*"], false, true],
    ["ArnLike", ["arn:aws:s3:::*", "no-arn"], true, true],
    ["ArnNotLike", ["arn:aws:s3:::*", "no-arn"], false, false],
    ["ArnNotLike", ["arn:aws:sns:::*", "no-arn"], false, true],
  ]) {
    assert.equal(conditionHolds({ [name]: { "example:Arn": values } }, context, "2012-10-17", "Allow"), allow);
    assert.equal(conditionHolds({ [name]: { "example:Arn": values } }, context, "2012-10-17", "Deny"), deny);
  }
});

table("ForAllValues and an absent key", { "ForAllValues:ArnLike": { "example:Arn": "arn:aws:s3:::x" } }, [[{}, true]]);

table("StringLikeIfExists", { StringLikeIfExists: { "ec2:InstanceType": "t2.*" } }, [
  [{}, true],
  [{ "ec2:InstanceType": "t2.micro" }, true],
  [{ "ec2:InstanceType": "m3.large" }, false],
]);

table("ForAllValues together with Null", { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] }, Null: { "aws:TagKeys": "false" } }, [
  [{}, false],
  [{ "aws:TagKeys": ["a"] }, true],
  [{ "aws:TagKeys": ["a", "b"] }, true],
  [{ "aws:TagKeys": ["a", "c"] }, false],
]);

// ---------------------------------------------------------------------------
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html

const SET = { k: ["red", "green"] };
for (const [operator, policyValues, expected] of [
  ["ForAllValues:StringEquals", ["red", "green", "blue"], true],
  ["ForAllValues:StringEquals", ["red"], false],
  ["ForAnyValue:StringEquals", ["red", "blue"], true],
  ["ForAnyValue:StringEquals", ["blue"], false],
  ["ForAllValues:StringNotEquals", ["blue"], true],
  ["ForAllValues:StringNotEquals", ["red"], false],
  ["ForAnyValue:StringNotEquals", ["red"], true],
  ["ForAnyValue:StringNotEquals", ["red", "green"], false],
]) {
  test(`${operator} ${policyValues}`, () => assert.equal(conditionHolds({ [operator]: { k: policyValues } }, SET), expected));
}

test("an absent key", () => {
  for (const [operator, expected] of [
    ["StringEquals", false],
    ["StringNotEquals", true],
    ["StringEqualsIfExists", true],
    ["StringNotEqualsIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["NumericLessThan", false],
    ["NumericNotEquals", true],
    ["NotIpAddress", true],
    ["IpAddress", false],
    ["ArnNotLike", true],
    ["DateNotEquals", true],
    ["BinaryEquals", false],
    ["Bool", false],
  ])
    assert.equal(conditionHolds({ [operator]: { "example:Key": "1" } }, {}), expected, operator);
});

test("several values of a negated operator work as NOR", () => {
  const condition = { StringNotEquals: { k: ["a", "b"] } };
  assert.equal(conditionHolds(condition, { k: "a" }), false);
  assert.equal(conditionHolds(condition, { k: "c" }), true);
});

test("wildcards, escapes and defaults", () => {
  assert.equal(conditionHolds({ StringEquals: { k: "a*" } }, { k: "ab" }), false);
  assert.equal(conditionHolds({ StringLike: { k: "a*" } }, { k: "a" }), true);
  assert.equal(conditionHolds({ StringLike: { k: "a?c" } }, { k: "ac" }), false);
  assert.equal(conditionHolds({ StringLike: { k: "a${*}c" } }, { k: "abc" }), false);
  assert.equal(conditionHolds({ StringLike: { k: "a${*}c" } }, { k: "a*c" }), true);
  assert.equal(conditionHolds({ StringEquals: { k: "${x, 'd'}" } }, { k: "d" }), true);
  assert.equal(conditionHolds({ StringNotEquals: { k: "${x}" } }, { k: "d" }), true);
  assert.equal(conditionHolds({ StringLike: { k: "${x}" } }, { k: "abc", x: "a*" }), false);
  assert.equal(conditionHolds({ StringEquals: { k: "${aws:username}" } }, { k: "bob", "aws:username": "bob" }, "2008-10-17"), false);
});

test("numbers, dates, addresses and ARNs", () => {
  assert.equal(conditionHolds({ NumericEquals: { k: "10" } }, { k: "10.0" }), true);
  assert.equal(conditionHolds({ DateEquals: { k: "2026-01-15T10:00:00+01:00" } }, { k: "2026-01-15T09:00:00Z" }), true);
  assert.equal(conditionHolds({ DateEquals: { k: "1768467600" } }, { k: "2026-01-15T09:00:00Z" }), true);
  assert.equal(conditionHolds({ DateLessThan: { k: "2026-01-15T09:00:00Z" } }, { k: "2026-01-15T09:00:00Z" }), false);
  assert.equal(conditionHolds({ IpAddress: { k: "203.0.113.8/29" } }, { k: "203.0.113.9" }), true);
  assert.equal(conditionHolds({ IpAddress: { k: "203.0.113.8/29" } }, { k: "203.0.113.7" }), false);
  assert.equal(conditionHolds({ IpAddress: { k: "2001:db8::/32" } }, { k: "2001:db8:7::1" }), true);
  assert.equal(conditionHolds({ IpAddress: { k: "0.0.0.0/0" } }, { k: "2001:db8::1" }), false);
  assert.equal(conditionHolds({ ArnEquals: { k: "arn:aws:sns:*:111122223333:*" } }, { k: "arn:aws:sns:us-east-1:111122223333:a:b" }), true);
  assert.equal(conditionHolds({ ArnLike: { k: "arn:aws:sns:*" } }, { k: "arn:aws:sns:us-east-1:111122223333:a" }), false);
});

// ---------------------------------------------------------------------------
// Who is named decides what else counts:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html

const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const ROLE = `arn:aws:iam::${HOME}:role/Worker`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/Worker/sess`;
const p = (Effect, Action = "*") => ({ Version: "2012-10-17", Statement: [{ Effect, Action, Resource: "*" }] });
const grant = (AWS) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS }, Action: "s3:*", Resource: "*" }] });
const user = { kind: "user", arn: ALICE, principalArn: ALICE, account: HOME };
const session = { kind: "role-session", arn: SESSION, principalArn: ROLE, account: HOME };
const ask = (more) =>
  decide({
    identity: [],
    boundary: null,
    session: null,
    resource: null,
    scps: null,
    rcps: null,
    caller: user,
    resourceAccount: HOME,
    action: "s3:GetObject",
    resourceArn: "arn:aws:s3:::data/x",
    trust: false,
    context: {},
    ...more,
  });
const ELSE = p("Allow", "ec2:*");

const rows = [
  // caller, principal, ignores the identity-based policy, the boundary, the session policy
  [user, ALICE, true, true, null],
  [session, ROLE, true, false, false],
  [session, SESSION, true, true, true],
  [user, HOME, false, false, null],
  [session, `arn:aws:iam::${HOME}:root`, false, false, false],
  [user, "*", true, true, null],
  [session, "*", true, true, true],
];
for (const [caller, principal, identity, boundary, sessionPolicy] of rows) {
  test(`${caller.kind} and a policy that names ${principal}`, () => {
    for (const trust of [false, true]) {
      const full = { caller, trust, resource: grant(principal), identity: [p("Allow")] };
      assert.equal(ask(full).decision, "Allow");
      assert.equal(ask({ ...full, identity: [] }).decision, identity ? "Allow" : "Deny");
      assert.equal(ask({ ...full, boundary: ELSE }).decision, boundary ? "Allow" : "Deny");
      if (sessionPolicy !== null) assert.equal(ask({ ...full, session: [ELSE] }).decision, sessionPolicy ? "Allow" : "Deny");
      assert.deepEqual(ask({ ...full, identity: [p("Deny")] }), { decision: "Deny", explicit: true });
      assert.equal(ask({ ...full, resourceAccount: AWAY, identity: [] }).decision, "Deny");
      assert.equal(ask({ ...full, resourceAccount: AWAY }).decision, "Allow");
    }
  });
}

test("the layers that only limit", () => {
  assert.equal(ask({}).decision, "Deny");
  assert.equal(ask({ identity: [p("Allow")] }).decision, "Allow");
  assert.equal(ask({ identity: [p("Allow")], trust: true }).decision, "Deny");
  assert.equal(ask({ boundary: p("Allow") }).decision, "Deny");
  assert.equal(ask({ identity: [p("Allow")], scps: [[p("Allow")], [ELSE]] }).decision, "Deny");
  assert.equal(ask({ identity: [p("Allow")], scps: [[p("Allow")], [ELSE, p("Allow", "s3:*")]] }).decision, "Allow");
  assert.equal(ask({ resource: grant(ALICE), scps: [[ELSE]] }).decision, "Deny");
  assert.equal(ask({ identity: [p("Allow")], rcps: [[], []] }).decision, "Allow");
  assert.deepEqual(
    ask({
      identity: [p("Allow")],
      rcps: [[], [{ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }] }]],
    }),
    { decision: "Deny", explicit: true },
  );
});

test("a resource with a variable that has no value", () => {
  const variable = (Effect, element) => ({
    Version: "2012-10-17",
    Statement: [{ Effect, Action: "*", [element]: "arn:aws:s3:::data/${aws:username}" }],
  });
  assert.equal(ask({ identity: [variable("Allow", "Resource")] }).decision, "Deny");
  assert.equal(ask({ identity: [variable("Allow", "Resource")], context: { "aws:username": "x" } }).decision, "Allow");
  assert.deepEqual(ask({ identity: [p("Allow"), variable("Deny", "NotResource")] }), { decision: "Deny", explicit: true });
  assert.equal(ask({ identity: [p("Allow"), variable("Deny", "NotResource")], context: { "aws:username": "x" } }).decision, "Allow");
});

// ---------------------------------------------------------------------------
// The generator

const SEEDS = 2000;
const cases = Array.from({ length: SEEDS }, (_, seed) => randomCase(seed));

test("decisions are mixed", () => {
  const share = (some) => some.filter((c) => decide(c).decision === "Allow").length / some.length;
  const groups = {
    all: cases,
    "one account": cases.filter((c) => c.resourceAccount === HOME),
    "two accounts": cases.filter((c) => c.resourceAccount === AWAY),
    users: cases.filter((c) => c.caller.kind === "user"),
    "role sessions": cases.filter((c) => c.caller.kind === "role-session"),
    "trust policies": cases.filter((c) => c.trust),
  };
  for (const [name, group] of Object.entries(groups)) {
    const [low, high] = name === "all" ? [0.4, 0.6] : [0.2, 0.75];
    assert.ok(share(group) >= low && share(group) <= high, `${name}: ${share(group)}`);
  }
  assert.ok(cases.filter((c) => decide(c).explicit).length > SEEDS / 20);
});

test("every operator, variable, wildcard, principal and layer occurs", () => {
  const text = JSON.stringify(cases);
  for (const name of operatorNames) assert.ok(text.includes(`"${name}":`), name);
  for (const name of operatorNames.filter((n) => n !== "Null")) assert.ok(text.includes(`"${name}IfExists":`), `${name}IfExists`);
  for (const part of [
    "ForAllValues:",
    "ForAnyValue:",
    "${aws:username}",
    "${aws:PrincipalTag/team}",
    "${example:Missing, 'blue'}",
    "${*}",
    "${?}",
    "${$}",
    "2008-10-17",
    "NotAction",
    "NotResource",
    '"Principal":"*"',
    '"AWS":"*"',
    ALICE,
    ROLE,
    SESSION,
    `"${HOME}"`,
    `${HOME}:root`,
  ])
    assert.ok(text.includes(part), part);
  for (const layer of ["boundary", "session", "resource", "scps", "rcps"]) {
    assert.ok(
      cases.some((c) => c[layer] !== null),
      layer,
    );
    assert.ok(
      cases.some((c) => c[layer] === null),
      layer,
    );
  }
  // A layer counts if leaving it out changes a decision somewhere.
  for (const layer of ["boundary", "session", "resource", "scps", "rcps"]) {
    assert.ok(
      cases.some((c) => !(layer === "resource" && c.trust) && decide({ ...c, [layer]: null }).decision !== decide(c).decision),
      layer,
    );
  }
});

test("a seed gives one case", () => {
  for (const seed of [0, 1, 17, 123456789]) assert.deepEqual(randomCase(seed), randomCase(seed));
  assert.notDeepEqual(randomCase(1), randomCase(2));
});

test("scenarios say the same as their cases", () => {
  for (const c of cases) {
    const scenario = asScenario(c);
    const probe = scenario.steps.at(-1);
    assert.equal(probe.id, "probe");
    assert.equal(probe.call, c.action);
    assert.equal(scenario.steps.length, c.session === null ? 1 : 2);
    if (c.session !== null) {
      const { Policy, PolicyArns = [] } = scenario.steps[0].with;
      const length =
        (typeof Policy === "string" ? Policy : JSON.stringify(Policy)).length +
        PolicyArns.map(({ arn }) => arn.length).reduce((a, b) => a + b, 0);
      assert.ok(length <= 2048, `session policies of ${length} characters`);
    }
    const given = JSON.stringify(scenario, (key, value) => (key === "Policy" && typeof value === "string" ? JSON.parse(value) : value));
    for (const policy of [
      ...c.identity,
      ...(c.session ?? []),
      ...[c.boundary, c.resource].filter(Boolean),
      ...(c.scps ?? []).flat(),
      ...(c.rcps ?? []).flat(),
    ]) {
      assert.ok(given.includes(JSON.stringify(policy)));
    }
  }
});
