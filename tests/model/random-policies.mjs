// Random small policies and requests for comparing two evaluators.
//   randomCase(seed)  the same case for the same seed; see naive-evaluator.mjs for its fields
//   asScenario(case)  the same case as a scenario document, with one step "probe" to be judged
// Vocabularies are small so that policies and requests meet; every value of the context is one that
// the scenario's world or the step's own context also supplies.

import { decide } from "./naive-evaluator.mjs";

const HOME = "111122223333";
const AWAY = "444455556666";
const SETUP = "777788889999";
const MANAGEMENT = "999988887777";

const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const BOB = `arn:aws:iam::${HOME}:user/bob`;
const WORKER = `arn:aws:iam::${HOME}:role/Worker`;
const IDLE = `arn:aws:iam::${HOME}:role/Idle`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/Worker/sess`;
const OTHER_SESSION = `arn:aws:sts::${HOME}:assumed-role/Worker/other`;
const SETUP_USER = `arn:aws:iam::${SETUP}:user/setup`;
const BUCKET = "arn:aws:s3:::data";

// ---------------------------------------------------------------------------
// Randomness: a small generator with a 32-bit state (mulberry32)

function dice(seed) {
  let state = (Math.imul(seed, 2654435761) + 97) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (items) => items[below(items.length)];
  const chance = (p) => next() < p;
  const some = (items, n) => {
    const left = [...items];
    const out = [];
    while (out.length < n && left.length > 0) out.push(left.splice(below(left.length), 1)[0]);
    return out;
  };
  return { below, pick, chance, some, between: (a, b) => a + below(b - a + 1) };
}

// ---------------------------------------------------------------------------
// Vocabularies

const VARIABLES = [
  "${aws:username}",
  "${aws:PrincipalTag/team}",
  "${example:Key}",
  "${example:Missing, 'blue'}",
  "${AWS:PrincipalTag/Team}",
  "${aws:username, 'red'}",
];
const ESCAPES = ["${*}", "${?}", "${$}"];

/** Keys with a single value, what a request may hold and what a policy may ask for. */
const KEYS = {
  "aws:username": { family: "String", policy: ["alice", "bob", "ALICE", "al*", "?lice", "*"] },
  "aws:PrincipalTag/team": { family: "String", policy: ["red", "blue", "RED", "r*", "?ed", ""] },
  "example:Key": {
    family: "String",
    request: ["red", "blue", "Red", "a*b", "axb", "a?b", "", "ÉTÉ", "ος", "οσα", "a𐐀b", "K", "ı"],
    policy: [
      "red",
      "blue",
      "RED",
      "r*",
      "a*b",
      "a?b",
      "a??b",
      "a${*}b",
      "a${?}b",
      "*",
      "",
      "été",
      "ΟΣ",
      "ΟΣΑ",
      "a𐐨b",
      "\u212A",
      "I",
      "${example:List, 'red'}",
    ],
  },
  "s3:prefix": {
    family: "String",
    request: ["", "home/", "home/alice/", "home/red/", "$home"],
    policy: ["", "home/", "home/*", "home/${aws:username}/", "home/${aws:PrincipalTag/team}/", "${$}home", "home/?*/"],
  },
  "example:Count": {
    family: "Numeric",
    request: ["3", "10", "10.5", "-2", "10.0", "+3", "03", "1e1", "3.", "many", "NaN", ""],
    policy: ["3", "10", "10.5", "-2", "0", "7.25", "+10", "1.05e1", "010", "3.", "9007199254740993", "NaN", "few"],
  },
  "example:When": {
    family: "Date",
    request: [
      "2026-01-15T09:00:00Z",
      "2026-01-01",
      "2025-12-31T23:59:59Z",
      "1768467600",
      "2026-01-15T09:00:00.0004Z",
      "2026-01-15T09:00:00",
      "+1768467600",
      "soon",
      "",
    ],
    policy: [
      "2026-01-15T09:00:00.0009Z",
      "2026-01-15T09:00:00",
      "never",
      "2026-01-15T09:00:00Z",
      "2026-01-15T10:00:00+01:00",
      "2026-01-01T00:00:00Z",
      "2026-01-01",
      "1768467600",
      "2025-06-30T12:00:00Z",
    ],
  },
  "example:Flag": { family: "Bool", request: ["true", "false", "True", "yes", "1", ""], policy: ["true", "false", "TRUE", "yes", ""] },
  "example:Blob": { family: "Binary", request: ["QUJD", "QUJE", "YQ==", "YQ", "YR==", " QUJD", ""], policy: ["QUJD", "QUJE", "YQ=="] },
  "aws:SourceIp": {
    family: "Ip",
    request: [
      "203.0.113.7",
      "198.51.100.9",
      "2001:db8::7",
      "203.000.113.007",
      "::ffff:203.0.113.7",
      "::FFFF:cb00:7107",
      "2001:db8:::7",
      ":2001:db8::7",
      "2001:db8::7:",
      "2001:db8::192.0.2.1",
      "203.0.113.7/32",
      "here",
      "",
    ],
    policy: [
      "203.0.113.9/24",
      "203.000.113.0/+024",
      "203.0.113.0/33",
      "2001:db8::5/64",
      "2001:db8::4/126",
      "2001:db8:::7",
      "::/0",
      "::ffff:cb00:7100/120",
      "::ffff:203.0.113.7",
      "there",
      "203.0.113.0/24",
      "203.0.113.7",
      "203.0.113.8/29",
      "198.51.100.0/25",
      "0.0.0.0/0",
      "2001:db8::/32",
      "2001:db8:1::/48",
    ],
  },
  "example:Arn": {
    family: "Arn",
    request: ["arn:aws:s3:::data", "arn:aws:sns:us-east-1:111122223333:topic", "arn:aws:s3:::data/red/x:y", "no-arn", ""],
    policy: [
      "no-arn",
      "no-arn",
      "${example:Key}",
      "urn:aws:s3:::data",
      "arn:aws:s3:::data",
      "arn:aws:s3:::*",
      "arn:aws:sns:*:111122223333:*",
      "arn:aws:*:*:*:t?pic",
      "arn:aws:s3:::data/${aws:PrincipalTag/team}/*",
      "arn:aws:s3:::d*",
      "*",
    ],
  },
  "aws:PrincipalArn": {
    family: "Arn",
    policy: [
      ALICE,
      WORKER,
      `arn:aws:iam::${HOME}:*`,
      `arn:aws:iam::*:user/${"${aws:username}"}`,
      `arn:aws:iam::${AWAY}:*`,
      `arn:aws:iam::${HOME}:role/W?rker`,
    ],
  },
};

/** Keys with several values, mostly under a set operator. */
const LISTS = {
  "aws:TagKeys": { request: ["team", "cost", "Team", "x"], policy: ["team", "cost", "Team", "t*", "*o*"] },
  "example:List": { request: ["red", "blue", "green"], policy: ["red", "blue", "r*", "${aws:PrincipalTag/team}"] },
};

const FAMILIES = {
  String: ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"],
  Numeric: [
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
  ],
  Date: ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  Bool: ["Bool"],
  Binary: ["BinaryEquals"],
  Ip: ["IpAddress", "NotIpAddress"],
  Arn: ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
};

const OBJECT_KEYS = ["red/x", "blue/x", "alice/x", "*/x", "a*b/x", "red/y:z"];

// ---------------------------------------------------------------------------
// Parts of a policy

/** Sometimes another spelling: key names have no letter case. */
function spell(d, key) {
  if (!d.chance(0.15)) return key;
  return d.chance(0.5) ? key.toLowerCase() : key.toUpperCase();
}

/** Escapes are variables too, so policies of the old version do without. */
function values(d, vocabulary, version) {
  const usable = version === "2012-10-17" ? vocabulary : vocabulary.filter((v) => !ESCAPES.some((e) => v.includes(e)));
  const chosen = d.some(usable, d.chance(0.65) ? 1 : 2);
  return chosen.length === 1 && d.chance(0.6) ? chosen[0] : chosen;
}

/** Booleans and numbers may stand without quotation marks. */
function bare(d, family, value) {
  if (Array.isArray(value) || !d.chance(0.3)) return value;
  if (family === "Bool" && (value === "true" || value === "false")) return value === "true";
  if (family === "Numeric" && Number.isFinite(Number(value)) && String(Number(value)) === value) return Number(value);
  return value;
}

function condition(d, world) {
  const out = {};
  const n = d.chance(0.8) ? 1 : 2;
  for (let i = 0; i < n; i += 1) {
    if (d.chance(0.18)) {
      const key = d.pick([...Object.keys(KEYS), ...Object.keys(LISTS)].filter((k) => !world.trust || k !== "aws:TagKeys"));
      out.Null = { [spell(d, key)]: d.chance(0.5) ? d.pick(["true", "false", "TRUE", "no"]) : d.chance(0.5) };
      continue;
    }
    if (d.chance(0.25)) {
      const key = world.trust ? "example:List" : d.pick(Object.keys(LISTS));
      // Without a set operator they are never satisfied, so that is drawn less often.
      const set = d.pick(["ForAllValues:", "ForAnyValue:", "ForAllValues:", "ForAnyValue:", ""]);
      const suffix = set !== "ForAnyValue:" && d.chance(0.2) ? "IfExists" : "";
      out[`${set}${d.pick(FAMILIES.String)}${suffix}`] = { [spell(d, key)]: values(d, LISTS[key].policy, world.version) };
      continue;
    }
    const key = d.pick(Object.keys(KEYS));
    const { family, policy } = KEYS[key];
    const operator = d.pick(FAMILIES[family]);
    const suffix = d.chance(0.2) ? "IfExists" : "";
    const set = d.chance(0.05) ? "ForAllValues:" : "";
    const chosen = family === "Bool" ? d.pick(policy) : values(d, policy, world.version);
    out[`${set}${operator}${suffix}`] = { [spell(d, key)]: bare(d, family, chosen) };
  }
  return out;
}

const S3_ACTIONS = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:*",
  "s3:Get*",
  "S3:getobject",
  "s3:?etObject",
  "s3:*Object",
  "*",
  "s3:DeleteObject",
  "dynamodb:*",
];
const TRUST_ACTIONS = ["sts:AssumeRole", "sts:*", "STS:assumerole", "sts:AssumeRole", "sts:TagSession"];

function actions(d, world) {
  const vocabulary = world.trust ? (world.layer === "resource" ? TRUST_ACTIONS : [...TRUST_ACTIONS, "*", "s3:*"]) : S3_ACTIONS;
  const usable = world.layer === "rcp" ? vocabulary.filter((a) => a.startsWith(world.trust ? "sts:" : "s3:")) : vocabulary;
  return d.chance(0.6) ? d.pick(usable) : d.some(usable, 2);
}

function resources(d, world) {
  const s3 = [
    "*",
    `${BUCKET}/*`,
    `${BUCKET}/red/*`,
    "arn:aws:s3:::d?ta/*",
    "arn:aws:s3:::*",
    "arn:aws:s3:::other/*",
    "arn:aws:s3:*:*:data/*",
    `${BUCKET}/*/x`,
    `${BUCKET}/a?b/x`,
    ...VARIABLES.map((v) => `${BUCKET}/${v}/*`),
  ];
  const escaped = [`${BUCKET}/\${*}/x`, `${BUCKET}/a\${*}b/x`];
  const roles = ["Target", "T*", "Targe?", "Other"].map((n) => `arn:aws:iam::${world.resourceAccount}:role/${n}`);
  let vocabulary = world.trust ? roles : s3;
  if (world.trust && world.layer !== "rcp") vocabulary = [...roles, "*", "arn:aws:iam::*:role/Target"];
  if (!world.trust && world.version === "2012-10-17") vocabulary = [...s3, ...escaped];
  return d.chance(0.6) ? d.pick(vocabulary) : d.some(vocabulary, 2);
}

function principal(d, world) {
  const own = world.caller.kind === "user" ? [ALICE, ALICE] : [WORKER, WORKER, SESSION];
  const any = [...own, HOME, `arn:aws:iam::${HOME}:root`, "*", BOB, IDLE, OTHER_SESSION, `arn:aws:iam::${AWAY}:root`];
  if (!world.trust && d.chance(0.1)) return "*";
  const chosen = d.some(any, d.chance(0.7) ? 1 : 2);
  return { AWS: chosen.length === 1 ? chosen[0] : chosen };
}

function statement(d, world, effect) {
  const s = { Effect: effect };
  if (world.layer === "resource") s.Principal = principal(d, world);
  if (world.layer === "rcp") s.Principal = "*";
  const inverted = world.layer !== "rcp" && !(world.trust && world.layer === "resource");
  if (inverted && d.chance(0.1))
    s.NotAction = world.trust ? d.pick(["sts:TagSession", "s3:*", "sts:AssumeRole"]) : d.pick(["s3:PutObject", "s3:Get*", "dynamodb:*"]);
  else s.Action = actions(d, world);
  if (!(world.trust && world.layer === "resource")) {
    if (inverted && d.chance(0.1)) s.NotResource = resources(d, world);
    else s.Resource = resources(d, world);
  }
  if (d.chance(effect === "Deny" ? 0.8 : 0.45)) s.Condition = condition(d, world);
  return s;
}

const NEW_VERSION_ONLY = new Set(["session", "scp", "rcp"]);

function policy(d, world) {
  let version = "2012-10-17";
  if (!NEW_VERSION_ONLY.has(world.layer) && d.chance(0.15)) version = d.chance(0.6) ? "2008-10-17" : undefined;
  const inside = { ...world, version };
  const statements = [];
  const n = d.between(1, 3);
  for (let i = 0; i < n; i += 1) {
    const effect = world.layer === "rcp" ? "Deny" : d.chance(world.layer === "resource" ? 0.85 : 0.8) ? "Allow" : "Deny";
    statements.push(statement(d, inside, effect));
  }
  return { ...(version === undefined ? {} : { Version: version }), Statement: n === 1 && d.chance(0.3) ? statements[0] : statements };
}

const FULL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** A layer that only limits; broad ones are frequent, else everything would be denied. */
function limit(d, world) {
  if (d.chance(0.35)) return FULL;
  const p = policy(d, world);
  const broad = { Effect: "Allow", Action: world.trust ? "sts:*" : "s3:*", Resource: "*" };
  return d.chance(0.5) ? { ...p, Statement: [broad, ...[p.Statement].flat()] } : p;
}

// ---------------------------------------------------------------------------
// Cases

function requestContext(d, trust, caller, team) {
  const context = { "aws:PrincipalArn": caller.principalArn };
  if (caller.kind === "user") context["aws:username"] = "alice";
  if (team !== undefined) context["aws:PrincipalTag/team"] = team;
  for (const [key, { request }] of Object.entries(KEYS)) if (request && d.chance(0.65)) context[key] = d.pick(request);
  for (const [key, { request }] of Object.entries(LISTS)) {
    if (trust && key === "aws:TagKeys") continue;
    if (d.chance(0.6)) context[key] = d.some(request, d.between(1, 3));
  }
  return context;
}

function draw(d) {
  const trust = d.chance(0.3);
  const resourceAccount = d.chance(0.6) ? HOME : AWAY;
  const caller = d.chance(0.5)
    ? { kind: "user", arn: ALICE, principalArn: ALICE, account: HOME }
    : { kind: "role-session", arn: SESSION, principalArn: WORKER, account: HOME };
  const world = { trust, resourceAccount, caller };
  const at = (layer) => ({ ...world, layer });
  const many = (from, to, make) => Array.from({ length: d.between(from, to) }, make);

  const identity = many(0, 2, () => policy(d, at("identity")));
  const boundary = d.chance(0.25) ? limit(d, at("boundary")) : null;
  const session = caller.kind === "role-session" && d.chance(0.4) ? many(1, 2, () => limit(d, at("session"))) : null;
  const resource = trust || d.chance(0.6) ? policy(d, at("resource")) : null;
  const scps = d.chance(0.3) ? many(1, 3, () => many(1, 2, () => limit(d, at("scp")))) : null;
  const rcps = d.chance(0.2) ? many(1, 3, () => many(0, 1, () => policy(d, at("rcp")))) : null;
  const context = requestContext(d, trust, caller, d.chance(0.75) ? d.pick(["red", "blue", "a=b"]) : undefined);
  const action = trust ? "sts:AssumeRole" : d.pick(["s3:GetObject", "s3:GetObject", "s3:PutObject"]);
  const resourceArn = trust ? `arn:aws:iam::${resourceAccount}:role/Target` : `${BUCKET}/${d.pick(OBJECT_KEYS)}`;
  return { identity, boundary, session, resource, scps, rcps, caller, resourceAccount, action, resourceArn, trust, context };
}

/** Most random policies deny, so a few are drawn until one has the decision that was wished for. */
export function randomCase(seed) {
  const d = dice(seed);
  const wish = d.chance(0.5) ? "Allow" : "Deny";
  let drawn = draw(d);
  for (let n = 0; n < 12 && decide(drawn).decision !== wish; n += 1) drawn = draw(d);
  return drawn;
}

// ---------------------------------------------------------------------------
// Scenarios

const named = (policies, prefix) => Object.fromEntries(policies.map((p, n) => [`${prefix}${n}`, p]));

/** Levels from the top: root, unit, account. A level that is not given keeps what is attached by default. */
function organization({ scps, rcps, resourceAccount }) {
  if (scps === null && rcps === null) return undefined;
  const attached = (n, withScps, withRcps) => ({
    ...(withScps && scps?.[n] ? { scps: named(scps[n], "Scp") } : {}),
    ...(withRcps && rcps?.[n] ? { rcps: named(rcps[n], "Rcp") } : {}),
  });
  const unit = (name, account, withScps, withRcps) => ({
    name,
    ...attached(1, withScps, withRcps),
    accounts: { [account]: attached(2, withScps, withRcps) },
    units: {},
  });
  const units = { "ou-ab12-11111111": unit("Home", HOME, true, resourceAccount === HOME) };
  if (resourceAccount === AWAY) units["ou-ab12-22222222"] = unit("Away", AWAY, false, true);
  return { "o-a1b2c3d4e5": { managementAccount: MANAGEMENT, root: { id: "r-ab12", ...attached(0, true, true), accounts: [], units } } };
}

const trustIn = (arn) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" }] });
const NOBODY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

/** What the world of the scenario derives by itself is not given again with the step. */
function stepContext(context) {
  const derived = ["aws:PrincipalArn", "aws:username", "aws:PrincipalTag/team"];
  return Object.fromEntries(Object.entries(context).filter(([key]) => !derived.includes(key)));
}

/** A session policy is sent in letters up to U+00FF; with others it is a text in which they are escaped. */
function inLatinLetters(policy) {
  const text = JSON.stringify(policy);
  const escaped = text.replace(/[\u0100-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return escaped === text ? policy : escaped;
}

export function asScenario(c) {
  const user = c.caller.kind === "user";
  const team = c.context["aws:PrincipalTag/team"];
  const subject = {
    policies: named(c.identity, "Identity"),
    ...(c.boundary === null ? {} : { boundary: c.boundary }),
    ...(team === undefined ? {} : { tags: { team } }),
  };
  const sessionPolicies = c.session ?? [];
  const home = {
    managedPolicies: named(sessionPolicies.slice(1), "Session"),
    users: { alice: user ? subject : {}, bob: {} },
    roles: { Worker: { trust: trustIn(SETUP_USER), ...(user ? {} : subject) }, Idle: { trust: NOBODY } },
  };
  const accounts = {
    [HOME]: home,
    [AWAY]: {},
    [SETUP]: {
      users: {
        setup: {
          policies: { Assume: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: WORKER }] } },
        },
      },
    },
    [MANAGEMENT]: {},
  };
  const owner = accounts[c.resourceAccount];
  if (c.trust) owner.roles = { ...owner.roles, Target: { trust: c.resource } };
  else owner.resources = { [BUCKET]: c.resource === null ? {} : { policy: c.resource } };

  const steps = [];
  let as = c.caller.arn;
  if (sessionPolicies.length > 0) {
    as = "caller";
    steps.push({
      id: "caller",
      as: SETUP_USER,
      call: "sts:AssumeRole",
      with: {
        RoleArn: WORKER,
        RoleSessionName: "sess",
        Policy: inLatinLetters(sessionPolicies[0]),
        ...(sessionPolicies.length > 1
          ? { PolicyArns: sessionPolicies.slice(1).map((_, n) => ({ arn: `arn:aws:iam::${HOME}:policy/Session${n}` })) }
          : {}),
      },
      expect: { decision: "Allow" },
    });
  }
  steps.push({
    id: "probe",
    as,
    call: c.action,
    ...(c.trust ? { with: { RoleArn: c.resourceArn, RoleSessionName: "probe" } } : { resource: c.resourceArn }),
    context: stepContext(c.context),
    expect: { decision: decide(c).decision },
  });
  const organizations = organization(c);
  return {
    format: "sts-playground/1",
    title: "A random case",
    now: "2026-01-15T09:00:00Z",
    ...(organizations === undefined ? {} : { organizations }),
    accounts,
    steps,
  };
}
