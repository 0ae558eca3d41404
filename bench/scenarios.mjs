// The scenarios of bench/scenarios.h, and longer ones.

const statement = (externalId) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: ["sts:AssumeRole", "sts:TagSession"],
  Condition: {
    Bool: { "aws:MultiFactorAuthPresent": "true" },
    StringEquals: { "sts:ExternalId": externalId, "aws:RequestTag/team": ["red", "blue"] },
    "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost-center"] },
  },
});

const SERIAL_NUMBER = "arn:aws:iam::111122223333:mfa/alice";

/** A role of another account, assumed with MFA, an external id and a tag; the last statement of its trust policy matches. */
export function assumeRole(others, steps = 1) {
  const allow = { Effect: "Allow", Action: ["sts:AssumeRole", "sts:TagSession"], Resource: "arn:aws:iam::444455556666:role/Target" };
  const alice = { mfaDevices: [SERIAL_NUMBER], policies: { P: { Version: "2012-10-17", Statement: [allow] } } };
  const Statement = [...Array.from({ length: others }, (_, i) => statement(`Cust-${1000 + i}`)), statement("Cust-0042")];
  const step = (_, i) => ({
    id: `assume-${i}`,
    at: i === 0 ? "+0s" : "+30s", // a code of an MFA device works once
    as: "arn:aws:iam::111122223333:user/alice",
    call: "sts:AssumeRole",
    with: {
      RoleArn: "arn:aws:iam::444455556666:role/Target",
      RoleSessionName: "sess",
      ExternalId: "Cust-0042",
      SerialNumber: SERIAL_NUMBER,
      TokenCode: "current",
      Tags: [
        { Key: "team", Value: "red" },
        { Key: "cost-center", Value: "12" },
      ],
    },
    expect: { decision: "Allow" },
  });
  return {
    format: "sts-playground/1",
    now: "2026-01-15T09:00:00Z",
    accounts: {
      111122223333: { users: { alice } },
      444455556666: { roles: { Target: { trust: { Version: "2012-10-17", Statement } } } },
    },
    steps: Array.from({ length: steps }, step),
  };
}

/** A pattern that backtracks where matching is naive, against 10,000 letters. */
export function hostilePattern() {
  const allow = { Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { StringLike: { "example:Key": "*a*a*a*a*a*a*a*a*a*a*ab" } } };
  return {
    format: "sts-playground/1",
    accounts: { 111122223333: { users: { alice: { policies: { P: { Version: "2012-10-17", Statement: [allow] } } } } } },
    steps: [
      {
        as: "arn:aws:iam::111122223333:user/alice",
        call: "s3:GetObject",
        context: { "example:Key": "a".repeat(10_000) },
        expect: { decision: "Deny" },
      },
    ],
  };
}
