// Without a browser: what refers to a thing of the world, and what a new name changes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Reference, referencesOf, referencesTo, renamed } from '../../web/src/document/references';
import type { Catalog } from '../../web/src/engine/assist';

const catalog = join(__dirname, '../../web/src/engine/generated/catalog.en.json');
const { operations } = JSON.parse(readFileSync(catalog, 'utf8')) as Catalog;

const POLICY_TEXT = JSON.stringify(
  '{\n  "Statement": [{ "Resource": ["arn:aws:iam::111122223333:role/Audit", "arn:aws:iam::111122223333:role/AuditX"] }]\n}',
);

const DOCUMENT = `{
  "format": "sts-playground/1",
  "title": "Audit of 111122223333",
  "organizations": {
    "o-exampleorg1": { "managementAccount": "111122223333",
      "root": { "id": "r-ab12", "accounts": ["111122223333"],
        "units": { "ou-ab12-11111111": { "accounts": { "444455556666": {} } } } } }
  },
  "accounts": {
    "111122223333": { "name": "Customer",
      "managedPolicies": { "ReadLogs": {}, "ReadLogsToo": {} },
      "groups": { "Auditors": {   "attached": ["ReadLogs", "ReadLogsToo"] } },
      "users": { "Mina": { "groups": [ "Auditors" ], "boundary": {"arn": "arn:aws:iam::111122223333:policy/ReadLogs"},
                 "mfaDevices": ["arn:aws:iam::111122223333:mfa/Mina"] } },
      "oidcProviders": { "id.example.com": {} },
      "roles": {
        "Audit": { "trust": { "Statement": [ { "Principal": { "AWS": "444455556666" },
            "Condition": { "StringEquals": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-ab12/ou-ab12-11111111/*" } } },
          { "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/id.example.com" },
            "Condition": { "StringEquals": { "id.example.com:sub": "me" } } } ] } },
        "AuditX": { "trust": ${POLICY_TEXT} }
      },
      "resources": { "arn:aws:s3:::reports": {}, "arn:aws:s3:::reports-old": {} }
    },
    "444455556666": {
      "users": { "Jo": { "path": "/teams/" } },
      "roles": { "Audit": { "trust": { "Principal": { "AWS": "arn:aws:iam::444455556666:user/teams/Jo" } } } }
    }
  },
  "workstations": { "laptop": { "config": "[profile a]\\nrole_arn = arn:aws:iam::111122223333:role/Audit\\n" } },
  "steps": [
    { "id": "Audit", "as": "arn:aws:iam::444455556666:user/teams/Jo", "call": "sts:AssumeRole",
      "with": { "RoleArn": "arn:aws:iam::111122223333:role/Audit", "RoleSessionName": "Audit" },
      "expect": { "arn": "arn:aws:sts::111122223333:assumed-role/Audit/Audit" } },
    { "as": "Audit", "call": "s3:GetObject", "resource": "arn:aws:s3:::reports/q1.csv" },
    { "as": "Audit", "call": "iam:DeleteRole", "with": { "RoleName": "Audit" } },
    { "as": "arn:aws:iam::444455556666:root", "call": "iam:DeleteRole", "with": { "RoleName": "Audit" } },
    { "call": "sts:AssumeRoleWithWebIdentity", "with": { "token": { "iss": "https://id.example.com" } } }
  ]
}
`;

const ROLES = ['accounts', '111122223333', 'roles'];
const pointers = (references: readonly Reference[]): string[] => references.map(({ pointer }) => pointer);

/** The lines that a renaming changes, as [before, after]. */
function changedLines(after: string): [string, string][] {
  const before = DOCUMENT.split('\n');
  const lines = after.split('\n');
  expect(lines).toHaveLength(before.length);
  return before.flatMap((line, index): [string, string][] => (line === lines[index] ? [] : [[line, lines[index] ?? '']]));
}

function rename(path: string[], name: string): string {
  return renamed(DOCUMENT, { path, name }, referencesOf(DOCUMENT, { path, name }, operations));
}

test('a role’s name is followed by ARNs, sessions, policies in strings, workstations and IAM’s parameters', () => {
  const path = [...ROLES, 'Audit'];
  const references = referencesOf(DOCUMENT, { path, name: 'Reviewer' }, operations);
  expect(pointers(references)).toEqual([
    '/accounts/111122223333/roles/AuditX/trust',
    '/workstations/laptop/config',
    '/steps/0/with/RoleArn',
    '/steps/0/expect/arn',
    '/steps/2/with/RoleName',
  ]);
  expect(references[3]).toMatchObject({
    before: 'arn:aws:sts::111122223333:assumed-role/Audit/Audit',
    after: 'arn:aws:sts::111122223333:assumed-role/Reviewer/Audit',
  });
});

test('nothing but the references changes, and longer names stay', () => {
  const after = rename([...ROLES, 'Audit'], 'Reviewer');
  const scenario = JSON.parse(after) as { accounts: Record<string, { roles: Record<string, { trust: unknown }> }> };
  expect(scenario.accounts['111122223333']?.roles['AuditX']?.trust).toBe(
    '{\n  "Statement": [{ "Resource": ["arn:aws:iam::111122223333:role/Reviewer", "arn:aws:iam::111122223333:role/AuditX"] }]\n}',
  );
  expect(changedLines(after)).toHaveLength(6);
  expect(after).toContain('"Audit of 111122223333"');
  expect(after).toContain('"id": "Audit"');
  expect(scenario.accounts['444455556666']?.roles).toHaveProperty('Audit');
  expect(after).toContain('"call": "iam:DeleteRole", "with": { "RoleName": "Audit" } },\n    { "call"');
});

test('only here leaves the references as they are', () => {
  const after = renamed(DOCUMENT, { path: [...ROLES, 'Audit'], name: 'Reviewer' }, []);
  expect(changedLines(after).map(([, line]) => line.trim().slice(0, 10))).toEqual(['"Reviewer"']);
});

test('an account’s id is followed in ARNs, MFA serials and organizations, not in words for people', () => {
  const after = rename(['accounts', '111122223333'], '777788889999');
  const [title, ...rest] = after.split('\n').filter((line) => line.includes('111122223333'));
  expect(title).toContain('"title"');
  expect(rest).toEqual([]);
  expect(after).toContain('"managementAccount": "777788889999"');
  expect(after).toContain('"accounts": ["777788889999"]');
  expect(after).toContain('mfa/Mina"');
  expect(rename(['accounts', '444455556666'], '999999999999')).toContain('"Principal": { "AWS": "999999999999" }');
});

test('a user is found by the ARN with its IAM path, and a new path is followed too', () => {
  const path = ['accounts', '444455556666', 'users', 'Jo'];
  expect(pointers(referencesOf(DOCUMENT, { path, name: 'Ann' }, operations))).toEqual([
    '/accounts/444455556666/roles/Audit/trust/Principal/AWS',
    '/steps/0/as',
  ]);
  const moved = referencesOf(DOCUMENT, { path, iamPath: '/' }, operations);
  expect(moved.map(({ after }) => after)).toEqual(Array(2).fill('arn:aws:iam::444455556666:user/Jo'));
  const elsewhere = DOCUMENT.replaceAll('user/teams/Jo', 'user/Jo');
  expect(referencesOf(elsewhere, { path, name: 'Ann' }, operations)).toEqual([]);
});

test('groups and managed policies are followed by name and by ARN', () => {
  expect(pointers(referencesOf(DOCUMENT, { path: ['accounts', '111122223333', 'groups', 'Auditors'], name: 'G' }, operations))).toEqual([
    '/accounts/111122223333/users/Mina/groups/0',
  ]);
  expect(
    pointers(referencesOf(DOCUMENT, { path: ['accounts', '111122223333', 'managedPolicies', 'ReadLogs'], name: 'P' }, operations)),
  ).toEqual(['/accounts/111122223333/groups/Auditors/attached/0', '/accounts/111122223333/users/Mina/boundary/arn']);
});

test('an OIDC provider is followed by condition keys and by the issuer of tokens', () => {
  const after = rename(['accounts', '111122223333', 'oidcProviders', 'id.example.com'], 'login.example.org');
  expect(after).not.toContain('id.example.com');
  expect(after).toContain('"login.example.org:sub": "me"');
  expect(after).toContain('"iss": "https://login.example.org"');
});

test('a resource is followed by what lies below it, and not by longer names', () => {
  const after = rename(['accounts', '111122223333', 'resources', 'arn:aws:s3:::reports'], 'arn:aws:s3:::papers');
  expect(after).toContain('"arn:aws:s3:::papers/q1.csv"');
  expect(after).toContain('"arn:aws:s3:::reports-old"');
});

test('ids of organization, root and unit are followed in organization paths', () => {
  const org = ['organizations', 'o-exampleorg1'];
  expect(rename(org, 'o-new')).toContain('"o-new/r-ab12/ou-ab12-11111111/*"');
  const root = rename([...org, 'root'], 'r-zz99');
  expect(root).toContain('"id": "r-zz99"');
  expect(root).toContain('"o-exampleorg1/r-zz99/ou-ab12-11111111/*"');
  expect(rename([...org, 'root', 'units', 'ou-ab12-11111111'], 'ou-ab12-2')).toContain('"o-exampleorg1/r-ab12/ou-ab12-2/*"');
});

test('what would point at nothing counts from outside only', () => {
  expect(pointers(referencesTo(DOCUMENT, ['accounts', '444455556666'], operations))).toEqual([
    '/organizations/o-exampleorg1/root/units/ou-ab12-11111111/accounts/444455556666',
    '/accounts/111122223333/roles/Audit/trust/Statement/0/Principal/AWS',
    '/steps/0/as',
    '/steps/3/as',
  ]);
  expect(referencesTo(DOCUMENT, [...ROLES, 'AuditX'], operations)).toEqual([]);
  expect(referencesTo(DOCUMENT, ['accounts', '111122223333', 'groups', 'Nobody'], operations)).toEqual([]);
});

test('text that is broken, or escaped in odd ways, is searched as far as it can be read', () => {
  const odd =
    '{"accounts": {"1": {"roles": {"A": {"trust": {}}}}}, "x": "arn:aws:iam::1:role\\/\\u0041", "y": "{ \\"arn:aws:iam::1:role/A", ';
  const references = referencesOf(odd, { path: ['accounts', '1', 'roles', 'A'], name: 'B"' }, operations);
  expect(references).toHaveLength(2);
  const after = renamed(odd, { path: ['accounts', '1', 'roles', 'A'], name: 'B"' }, references);
  expect(after).toContain('"x": "arn:aws:iam::1:role/B\\""');
  expect(after).toContain('"y": "{ \\"arn:aws:iam::1:role/B\\\\\\"');
});
