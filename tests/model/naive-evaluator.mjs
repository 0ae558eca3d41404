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
        const found = lookUp(context, withDefault ? withDefault[1] : inner);
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

/** Each part of an ARN on its own; a star alone is any ARN. */
function arnMatches(text, value, options) {
  if (text === "*") return true;
  const wanted = arnParts(text);
  const actual = arnParts(value);
  if (wanted === null || actual === null) return false;
  return wanted.every((part, n) => matches(pattern(part, { ...options, wildcards: true }), actual[n]));
}

// ---------------------------------------------------------------------------
// Condition operators: does one value of the request match one value of the policy?

const decimal = (text) => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);

function instant(text) {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  return Date.parse(text);
}

function compare(a, b, test) {
  return !Number.isNaN(a) && !Number.isNaN(b) && test(a, b);
}

/** The bits of an address as a string of 0 and 1, or null. */
function bits(address) {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    return address
      .split(".")
      .map((n) => Number(n).toString(2).padStart(8, "0"))
      .join("");
  }
  if (!address.includes(":")) return null;
  const [left, right] = address.split("::");
  const groups = (part) => (part ? part.split(":") : []);
  const start = groups(left);
  const end = groups(right);
  const middle = address.includes("::") ? Array(8 - start.length - end.length).fill("0") : [];
  return [...start, ...middle, ...end].map((g) => parseInt(g, 16).toString(2).padStart(16, "0")).join("");
}

function inRange(range, address) {
  const [base, prefix] = range.split("/");
  const wanted = bits(base);
  const actual = bits(address);
  if (wanted === null || actual === null || wanted.length !== actual.length) return false;
  const length = prefix === undefined ? wanted.length : Number(prefix);
  return wanted.slice(0, length) === actual.slice(0, length);
}

const exact = (p, v, o) => matches(pattern(p, { ...o, wildcards: false }), v);
const like = (p, v, o) => matches(pattern(p, { ...o, wildcards: true }), v);
function exactIgnoringCase(p, v, o) {
  const tokens = pattern(p, { ...o, wildcards: false });
  return (
    tokens !== null &&
    tokens
      .map((t) => t.text)
      .join("")
      .toLowerCase() === v.toLowerCase()
  );
}
const numbers = (test) => (p, v) => compare(decimal(v), decimal(p), test);
const dates = (test) => (p, v) => compare(instant(v), instant(p), test);
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
  Bool: [(p, v) => p.toLowerCase() === v.toLowerCase(), false],
  BinaryEquals: [(p, v) => Buffer.from(p, "base64").equals(Buffer.from(v, "base64")), false],
  IpAddress: [inRange, false],
  NotIpAddress: [inRange, true],
  ArnEquals: [arnMatches, false],
  ArnLike: [arnMatches, false],
  ArnNotEquals: [arnMatches, true],
  ArnNotLike: [arnMatches, true],
};

export const operatorNames = [...Object.keys(OPERATORS), "Null"];

function readOperator(name) {
  const set = /^(ForAllValues|ForAnyValue):/.exec(name);
  const bare = set ? name.slice(set[0].length) : name;
  const ifExists = bare.endsWith("IfExists");
  return { set: set ? set[1] : null, base: ifExists ? bare.slice(0, -"IfExists".length) : bare, ifExists };
}

function oneCondition(name, key, policyValues, context, version) {
  const { set, base, ifExists } = readOperator(name);
  const actual = lookUp(context, key);
  const absent = actual === undefined || actual.length === 0;
  if (base === "Null") return policyValues.some((v) => (v === "true") === absent);
  const [test, negated] = OPERATORS[base];
  if (absent) {
    if (ifExists || set === "ForAllValues") return true;
    if (set === "ForAnyValue") return false;
    return negated;
  }
  const options = { context, variables: version === "2012-10-17" };
  const satisfied = (value) => {
    const any = policyValues.some((p) => test(p, value, options));
    return negated ? !any : any;
  };
  if (set === "ForAllValues") return actual.every(satisfied);
  return actual.some(satisfied);
}

/** All operators, and all keys under each, must be true. */
export function conditionHolds(condition, context, version = "2012-10-17") {
  return Object.entries(condition ?? {}).every(([name, keys]) =>
    Object.entries(keys).every(([key, values]) => oneCondition(name, key, list(values).map(String), context, version)),
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
  return conditionHolds(statement.Condition, request.context, version);
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
