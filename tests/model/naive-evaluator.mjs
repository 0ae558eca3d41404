// A second evaluator of IAM policies, small, slow and obvious, to compare the product with.
// It is written from the documentation alone:
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
//   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
//   https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
//   https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
// and, of values, lists and letters, from what AWS was seen to answer:
//   https://github.com/radkawar/stackd/tree/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam
//   (condition_values.json, condition_ip.json, condition_sets.json, condition_strings.json)

const list = (x) => (x === undefined ? [] : Array.isArray(x) ? x : [x]);

// ---------------------------------------------------------------------------
// Patterns. A pattern is a list of tokens: {text} stands for itself, {any: true} for any run
// of characters, {one: true} for exactly one. `null` is a pattern that matches nothing.

/** The value of a context key as a list, or undefined. Key names have no letter case. */
function lookUp(context, key) {
  const wanted = key.toLowerCase();
  for (const [name, value] of Object.entries(context)) {
    if (name.toLowerCase() === wanted) return list(value).map(String);
  }
  return undefined;
}

/** A key that holds a list has several values, even where it is one alone. */
function isList(context, key) {
  const wanted = key.toLowerCase();
  return Object.entries(context).some(([name, value]) => name.toLowerCase() === wanted && Array.isArray(value) && value.length > 0);
}

/** Reads policy text into tokens. Variables exist only where `variables` is true. */
function pattern(text, { context, variables, wildcards }) {
  const tokens = [];
  let i = 0;
  while (i < text.length) {
    if (variables && text.startsWith("${", i)) {
      const end = text.indexOf("}", i);
      if (end > i) {
        const inner = text.slice(i + 2, end);
        i = end + 1;
        if (inner === "*" || inner === "?" || inner === "$") {
          tokens.push({ text: inner });
          continue;
        }
        const withDefault = /^([^,]+), '([^']*)'$/.exec(inner);
        const key = withDefault ? withDefault[1] : inner;
        if (isList(context, key)) return null;
        const found = lookUp(context, key);
        if (found !== undefined && found.length === 1) tokens.push({ text: found[0] });
        else if (withDefault) tokens.push({ text: withDefault[2] });
        else return null;
        continue;
      }
    }
    const c = text[i];
    i += 1;
    if (wildcards && c === "*") tokens.push({ any: true });
    else if (wildcards && c === "?") tokens.push({ one: true });
    else tokens.push({ text: c });
  }
  return tokens;
}

function matches(tokens, value) {
  if (tokens === null) return false;
  if (tokens.length === 0) return value === "";
  const [head, ...rest] = tokens;
  if (head.one) return value !== "" && matches(rest, value.slice(1));
  if (head.any) {
    for (let n = 0; n <= value.length; n += 1) if (matches(rest, value.slice(n))) return true;
    return false;
  }
  return value.startsWith(head.text) && matches(rest, value.slice(head.text.length));
}

const glob = (text, value) => matches(pattern(text, { context: {}, variables: false, wildcards: true }), value);

/** The six parts of an ARN; the sixth takes everything after the fifth colon. */
function arnParts(text) {
  const parts = [];
  let rest = text;
  for (let n = 0; n < 5; n += 1) {
    const colon = rest.indexOf(":");
    if (colon < 0) return null;
    parts.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  return [...parts, rest];
}

const isArn = (text) => text.startsWith("arn:") && arnParts(text) !== null;

/** Each part of an ARN on its own; a star alone is any ARN. */
function arnMatches(text, value, options) {
  if (text === "*") return true;
  const wanted = arnParts(text);
  const actual = arnParts(value);
  if (wanted === null || actual === null) return false;
  return wanted.every((part, n) => matches(pattern(part, { ...options, wildcards: true }), actual[n]));
}

/** What a policy's text comes to once its variables are filled in, for one that is no ARN as it stands. null: a variable has no value. */
function filledIn(text, options) {
  const tokens = pattern(text, { ...options, wildcards: false });
  return tokens === null ? null : tokens.map((t) => t.text).join("");
}

/** 'match', 'differs' or 'broken': the text of the policy is no ARN. */
function arnOutcome(text, value, options) {
  if (text === "*" || arnParts(text) !== null) {
    if (text !== "*" && !matches(pattern(arnParts(text)[0], { ...options, wildcards: true }), "arn")) return "broken";
    return arnMatches(text, value, options) ? "match" : "differs";
  }
  const filled = filledIn(text, options);
  if (filled === null) return "differs";
  if (!isArn(filled)) return "broken";
  return matches(pattern(text, { ...options, wildcards: true }), value) ? "match" : "differs";
}

// ---------------------------------------------------------------------------
// Condition operators: does one value of the request match one value of the policy?

/** A decimal number as a whole number and the power of ten that it is multiplied with; null for other text. */
function decimal(text) {
  const read = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/.exec(text);
  if (read === null) return null;
  const fraction = read[3] ?? read[4] ?? "";
  const whole = BigInt((read[2] ?? "") + fraction || "0");
  return { whole: read[1] === "-" ? -whole : whole, power: Number(read[5] ?? 0) - fraction.length };
}

/** The same numbers, as whole ones. */
function aligned(a, b) {
  const power = Math.min(a.power, b.power);
  const scaled = (n) => n.whole * 10n ** BigInt(n.power - power);
  return [scaled(a), scaled(b)];
}

/** Milliseconds since 1970; NaN for what is no date. */
function instant(text) {
  const epoch = /^([+-]?\d+)(?:\.(\d+))?$/.exec(text);
  if (epoch) return Number(epoch[1]) * 1000 + Number((epoch[2] ?? "").slice(0, 3).padEnd(3, "0"));
  const iso = /^(\d{4}-\d\d(?:-\d\d)?)(?:T(\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (iso === null) return NaN;
  const [, day, time, fraction, zone] = iso;
  if (time === undefined) return Date.parse(day);
  return Date.parse(`${day}T${time}${(fraction ?? "").slice(0, 4)}${zone ?? "Z"}`);
}

/** Four decimal numbers as a string of 0 and 1, or null. */
function quad(text) {
  const numbers = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text.split(".").map(Number) : [256];
  return numbers.some((n) => n > 255) ? null : numbers.map((n) => n.toString(2).padStart(8, "0")).join("");
}

/** Eight groups, one run of zeros left out, as bits; a colon too many at the end or in the run is overlooked, a first group may lack. */
function groups(text) {
  let t = text.replace(/:::/, "::");
  if (/[^:]:$/.test(t)) t = t.slice(0, -1);
  if (/^:[^:]/.test(t)) t = `0${t}`;
  const halves = t.split("::");
  if (halves.length > 2) return null;
  const [start, end] = halves.map((half) => (half === "" ? [] : half.split(":")));
  if (halves.length === 2 ? start.length + end.length > 7 : start.length !== 8) return null;
  const all = halves.length === 2 ? [...start, ...Array(8 - start.length - end.length).fill("0"), ...end] : start;
  if (!all.every((g) => /^[0-9a-f]{1,4}$/i.test(g))) return null;
  return all.map((g) => parseInt(g, 16).toString(2).padStart(16, "0")).join("");
}

const MAPPED = "0".repeat(80) + "1".repeat(16);

/** The bits of a request's address; those that map IPv4 are IPv4. */
function addressBits(text) {
  if (!text.includes(":")) return quad(text);
  const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
  let all = null;
  if (dotted) {
    const last = quad(dotted[2]);
    all = last === null ? null : groups(`${dotted[1]}${[0, 16].map((n) => parseInt(last.slice(n, n + 16), 2).toString(16)).join(":")}`);
    if (all !== null && !all.startsWith(MAPPED)) return null;
  } else {
    all = groups(text);
  }
  return all !== null && all.startsWith(MAPPED) ? all.slice(96) : all;
}

/** A policy's range: the bits that count and how many there are in all, or null. */
function range(text) {
  const [base, prefix, ...more] = text.split("/");
  const all = base.includes(":") ? groups(base) : quad(base);
  if (all === null || more.length > 0) return null;
  if (prefix !== undefined && !/^\+?\d+$/.test(prefix)) return null;
  const length = prefix === undefined ? all.length : Number(prefix);
  if (length > all.length) return null;
  if (all.length === 128 && all.slice(length).includes("1")) return null;
  return { start: all.slice(0, length), total: all.length };
}

function inRange(policy, value) {
  const wanted = range(policy);
  const actual = addressBits(value);
  return wanted !== null && actual.length === wanted.total && actual.startsWith(wanted.start);
}

/** Lower case, the sigma at a word's end included; what is beyond the basic plane keeps its case. */
function lowered(text) {
  const all = text.toLowerCase();
  let out = "";
  let at = 0;
  for (const c of text) {
    const length = c.toLowerCase().length;
    out += c.length > 1 ? c : all.slice(at, at + length);
    at += length;
  }
  return out;
}

const isTrue = (text) => text.toLowerCase() === "true";
const isBase64 = (text) => Buffer.from(text, "base64").toString("base64") === text;

const exact = (p, v, o) => matches(pattern(p, { ...o, wildcards: false }), v);
const like = (p, v, o) => matches(pattern(p, { ...o, wildcards: true }), v);
function exactIgnoringCase(p, v, o) {
  const tokens = pattern(p, { ...o, wildcards: false });
  return tokens !== null && lowered(tokens.map((t) => t.text).join("")) === lowered(v);
}
const numbers = (test) => (p, v) => {
  const [wanted, actual] = [decimal(p), decimal(v)];
  return wanted !== null && actual !== null && test(...aligned(actual, wanted));
};
const dates = (test) => (p, v) => {
  const [wanted, actual] = [instant(p), instant(v)];
  return !Number.isNaN(wanted) && !Number.isNaN(actual) && test(actual, wanted);
};
const eq = (a, b) => a === b;

/** name: [test, negated] — a negated operator is true where its test is false for every policy value. */
const OPERATORS = {
  StringEquals: [exact, false],
  StringNotEquals: [exact, true],
  StringEqualsIgnoreCase: [exactIgnoringCase, false],
  StringNotEqualsIgnoreCase: [exactIgnoringCase, true],
  StringLike: [like, false],
  StringNotLike: [like, true],
  NumericEquals: [numbers(eq), false],
  NumericNotEquals: [numbers(eq), true],
  NumericLessThan: [numbers((a, b) => a < b), false],
  NumericLessThanEquals: [numbers((a, b) => a <= b), false],
  NumericGreaterThan: [numbers((a, b) => a > b), false],
  NumericGreaterThanEquals: [numbers((a, b) => a >= b), false],
  DateEquals: [dates(eq), false],
  DateNotEquals: [dates(eq), true],
  DateLessThan: [dates((a, b) => a < b), false],
  DateLessThanEquals: [dates((a, b) => a <= b), false],
  DateGreaterThan: [dates((a, b) => a > b), false],
  DateGreaterThanEquals: [dates((a, b) => a >= b), false],
  Bool: [(p, v) => isTrue(p) === isTrue(v), false],
  BinaryEquals: [(p, v) => isBase64(p) && p === v, false],
  IpAddress: [inRange, false],
  NotIpAddress: [inRange, true],
  ArnEquals: [null, false],
  ArnLike: [null, false],
  ArnNotEquals: [null, true],
  ArnNotLike: [null, true],
};

export const operatorNames = [...Object.keys(OPERATORS), "Null"];

function readOperator(name) {
  const set = /^(ForAllValues|ForAnyValue):/.exec(name);
  const bare = set ? name.slice(set[0].length) : name;
  const ifExists = bare.endsWith("IfExists");
  return { set: set ? set[1] : null, base: ifExists ? bare.slice(0, -"IfExists".length) : bare, ifExists };
}

/** ARNs: the policy's values in their order, until one matches; one that is no ARN ends it, for a Deny and against an Allow. */
function arnSatisfies(policyValues, negated, value, options, effect) {
  if (!isArn(value)) return false;
  for (const p of policyValues) {
    const outcome = arnOutcome(p, value, options);
    if (outcome === "broken") return effect === "Deny";
    if (outcome === "match") return !negated;
  }
  return negated;
}

function oneCondition(name, key, policyValues, context, version, effect) {
  const { set, base, ifExists } = readOperator(name);
  const actual = lookUp(context, key);
  const absent = actual === undefined || actual.length === 0;
  if (base === "Null") return policyValues.some((v) => isTrue(v) === absent);
  const [test, negated] = OPERATORS[base];
  if (absent) {
    if (ifExists || set === "ForAllValues") return true;
    if (set === "ForAnyValue") return false;
    return negated;
  }
  if (set === null && isList(context, key)) return false;
  const options = { context, variables: version === "2012-10-17" };
  const satisfied = (value) => {
    if (base.startsWith("Arn")) return arnSatisfies(policyValues, negated, value, options, effect);
    if (base.endsWith("IpAddress") && addressBits(value) === null) return false;
    const any = policyValues.some((p) => test(p, value, options));
    return negated ? !any : any;
  };
  if (set === "ForAllValues") return actual.every(satisfied);
  return actual.some(satisfied);
}

/** All operators, and all keys under each, must be true. `effect`: of the statement. */
export function conditionHolds(condition, context, version = "2012-10-17", effect = "Allow") {
  return Object.entries(condition ?? {}).every(([name, keys]) =>
    Object.entries(keys).every(([key, values]) => oneCondition(name, key, list(values).map(String), context, version, effect)),
  );
}

// ---------------------------------------------------------------------------
// Statements

function actionMatches(text, action) {
  if (text === "*") return true;
  return glob(text.toLowerCase(), action.toLowerCase());
}

/** Variables may stand after the fifth colon only; stars count in every part. */
function resourceMatches(text, resourceArn, context, version) {
  if (text === "*") return true;
  return arnMatches(text, resourceArn, { context, variables: version === "2012-10-17" });
}

function covers(statement, policy, request) {
  const version = policy.Version ?? "2008-10-17";
  if (statement.Action !== undefined && !list(statement.Action).some((a) => actionMatches(a, request.action))) return false;
  if (statement.NotAction !== undefined && list(statement.NotAction).some((a) => actionMatches(a, request.action))) return false;
  const resource = (r) => resourceMatches(r, request.resourceArn, request.context, version);
  if (statement.Resource !== undefined && !list(statement.Resource).some(resource)) return false;
  if (statement.NotResource !== undefined && list(statement.NotResource).some(resource)) return false;
  return conditionHolds(statement.Condition, request.context, version, statement.Effect);
}

/** The statements of a policy with that effect which apply to the request (principals aside). */
function applying(policy, effect, request) {
  return list(policy.Statement).filter((s) => s.Effect === effect && covers(s, policy, request));
}

const denies = (policies, request) => policies.some((p) => applying(p, "Deny", request).length > 0);
const allows = (policies, request) => policies.some((p) => applying(p, "Allow", request).length > 0);

// ---------------------------------------------------------------------------
// Principals of resource-based policies

/** How a Principal element names the caller: a set of 'everyone', 'account', 'user', 'role', 'session'. */
function named(principal, caller) {
  if (principal === "*") return new Set(["everyone"]);
  const ways = new Set();
  for (const value of list(principal?.AWS)) {
    if (value === "*") ways.add("everyone");
    else if (value === caller.account || value === `arn:aws:iam::${caller.account}:root`) ways.add("account");
    else if (caller.kind === "user" && value === caller.arn) ways.add("user");
    else if (caller.kind === "role-session" && value === caller.principalArn) ways.add("role");
    else if (caller.kind === "role-session" && value === caller.arn) ways.add("session");
  }
  return ways;
}

function resourceAllows(policy, request) {
  const ways = new Set();
  if (policy === null) return ways;
  for (const s of applying(policy, "Allow", request)) for (const way of named(s.Principal, request.caller)) ways.add(way);
  return ways;
}

function resourceDenies(policy, request) {
  return policy !== null && applying(policy, "Deny", request).some((s) => named(s.Principal, request.caller).size > 0);
}

// ---------------------------------------------------------------------------
// The decision

/**
 * identity, session, each level of scps and rcps: lists of policies; boundary, resource: a policy or null.
 * session null: the session has no session policies; scps null: the caller's account is in no organization.
 * trust: the resource-based policy is a role trust policy, which must itself allow the caller.
 */
export function decide(request) {
  const { identity, boundary, session, resource, scps, rcps, caller, resourceAccount, trust } = request;
  const allow = { decision: "Allow", explicit: false };
  const implicitDeny = { decision: "Deny", explicit: false };

  // 1. An explicit Deny anywhere wins.
  const all = [...identity, ...list(boundary ?? undefined), ...(session ?? []), ...(scps ?? []).flat(), ...(rcps ?? []).flat()];
  if (denies(all, request) || resourceDenies(resource, request)) return { decision: "Deny", explicit: true };

  // 2. Resource control policies only deny: RCPFullAWSAccess is attached at every level.

  // 3. Service control policies need an Allow at every level.
  if (!(scps ?? []).every((level) => allows(level, request))) return implicitDeny;

  const byIdentity = allows(identity, request);
  const byBoundary = boundary === null || allows([boundary], request);
  const bySession = session === null || allows(session, request);
  const ways = resourceAllows(resource, request);

  // Across accounts both sides must allow, however the resource's side names the caller.
  if (caller.account !== resourceAccount) {
    return byIdentity && byBoundary && bySession && ways.size > 0 ? allow : implicitDeny;
  }

  // Within one account the way in which the policy names the caller decides what else counts.
  if (ways.has("user") || ways.has("session") || ways.has("everyone")) return allow;
  if (ways.has("role") && byBoundary && bySession) return allow;
  if (trust && ways.size === 0) return implicitDeny;
  return byIdentity && byBoundary && bySession ? allow : implicitDeny;
}
