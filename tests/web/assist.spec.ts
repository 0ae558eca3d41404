// Without a browser: what the editor knows of a place in a text, with the catalog that the build makes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { worldOf } from '../../web/src/document/world';
import type { Catalog } from '../../web/src/engine/assist';
import { completionsAt, hoverAt, type Knowledge, placeAt, type TextKind } from '../../web/src/editor/assist';
import type { PolicyPart } from '../../web/src/editor/place';
import { en } from '../../web/src/editor/texts.en';

const generated = join(__dirname, '../../web/src/engine/generated');
const catalog = JSON.parse(readFileSync(join(generated, 'catalog.en.json'), 'utf8')) as Catalog;

const SCENARIO = JSON.stringify({
  format: 'sts-playground/1',
  now: '2026-01-15T09:00:00Z',
  organizations: { 'o-exampleorg1': {} },
  accounts: {
    '111122223333': {
      name: 'Customer',
      managedPolicies: { ReadLogs: {} },
      groups: { Auditors: {} },
      users: { Li: { mfaDevices: ['arn:aws:iam::111122223333:mfa/Li'], tags: { department: 'finance' } } },
      roles: { Audit: { trust: {}, path: '/teams/' } },
      oidcProviders: { 'token.actions.githubusercontent.com': {} },
      resources: { 'arn:aws:s3:::reports': {} },
    },
  },
  steps: [
    { id: 'audit', as: 'arn:aws:iam::111122223333:user/Li', call: 'sts:AssumeRole' },
    { id: 'look', as: 'audit', call: 's3:GetObject' },
  ],
});
const knowledge: Knowledge = { catalog, world: worldOf(SCENARIO), words: en };

/** A text with "|" where the cursor is. */
function split(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

const complete = (marked: string, kind: TextKind, known = knowledge): ReturnType<typeof completionsAt> => {
  const { text, offset } = split(marked);
  return completionsAt(text, offset, kind, known);
};
const labels = (marked: string, kind: TextKind): string[] => complete(marked, kind).map(({ label }) => label);
const hover = (marked: string, kind: TextKind): ReturnType<typeof hoverAt> => {
  const { text, offset } = split(marked);
  return hoverAt(text, offset, kind, knowledge);
};
const part = (marked: string, kind: TextKind): PolicyPart | undefined => {
  const { text, offset } = split(marked);
  return placeAt(text, offset, kind, catalog).policy?.part;
};

test.describe('the place', () => {
  const cases: [string, object][] = [
    ['{ "|" }', { what: 'policy-element' }],
    ['{ "Version": "|', { what: 'value', element: 'Version' }],
    ['{ "Statement": [{ "Ef|', { what: 'statement-element' }],
    ['{ "Statement": [{ }, { "Effect": "|" }] }', { what: 'value', element: 'Effect' }],
    ['{ "Statement": { "Effect": |', { what: 'value', element: 'Effect' }],
    ['{ "Statement": [{ "Principal": { "|', { what: 'principal-type' }],
    ['{ "Statement": [{ "Principal": { "AWS": ["a", "|', { what: 'principal', type: 'AWS' }],
    ['{ "Statement": [{ "Action": ["sts:AssumeRole", "|"', { what: 'value', element: 'Action' }],
    ['{ "Statement": [{ "Condition": { "|', { what: 'operator' }],
    ['{ "Statement": [{ "Condition": { "Bool": { "|" } } }] }', { what: 'condition-key', operator: 'Bool' }],
    ['{ "Statement": [{ "Condition": { "Bool": { "aws:x": "|', { what: 'condition-value', operator: 'Bool', key: 'aws:x' }],
  ];
  for (const [marked, expected] of cases) {
    test(marked, () => expect(part(marked, 'trust')).toEqual(expected));
  }

  test('in a scenario, policies are where the format has them', () => {
    const kindAt = (marked: string): string | undefined => {
      const { text, offset } = split(marked);
      return placeAt(text, offset, 'scenario', catalog).policy?.kind;
    };
    expect(kindAt('{"accounts":{"1":{"roles":{"A":{"trust":{"|')).toBe('trust');
    expect(kindAt('{"accounts":{"1":{"roles":{"A":{"policies":{"P":{"Statement":[{"|')).toBe('identity');
    expect(kindAt('{"accounts":{"1":{"resources":{"arn:aws:s3:::b":{"policy":{"|')).toBe('resource');
    expect(kindAt('{"organizations":{"o":{"root":{"units":{"ou":{"units":{"x":{"scps":{"P":{"|')).toBe('scp');
    expect(kindAt('{"organizations":{"o":{"root":{"rcps":{"P":{"|')).toBe('rcp');
    expect(kindAt('{"steps":[{"call":"sts:AssumeRole","with":{"Policy":{"|')).toBe('session');
    expect(kindAt('{"steps":[{"call":"iam:UpdateAssumeRolePolicy","with":{"PolicyDocument":{"|')).toBe('trust');
    expect(kindAt('{"accounts":{"1":{"roles":{"A":{"|')).toBeUndefined();
  });

  test('nothing that somebody types makes it fail', () => {
    const text = '{ "Statement": [{ "Condition": { "StringEquals": { "aws:x": ["a\\", ${", 1e9, tru] }}}, "Principal": ';
    for (const kind of ['trust', 'scenario'] as const) {
      for (let offset = 0; offset <= text.length; offset++) {
        expect(Array.isArray(completionsAt(text, offset, kind, knowledge))).toBe(true);
        hoverAt(text.slice(0, offset), offset, kind, knowledge);
      }
    }
    expect(completionsAt('['.repeat(500), 500, 'trust', knowledge)).toEqual([]);
  });
});

test.describe('hover', () => {
  test('tells what an element is, with AWS’s page about it', () => {
    const found = hover('{ "Statement": [{ "Eff|ect": "Allow" }] }', 'identity');
    expect(found?.title).toBe('Effect');
    expect(found?.documentation).toBe('https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html');
  });

  test('tells of an operator and each of its parts', () => {
    const found = hover('{"Statement":[{"Condition":{"ForAnyValue:String|LikeIfExists":{}}}]}', 'identity');
    expect(found?.lines).toHaveLength(3);
    expect(found?.documentation).toContain('#Conditions_String');
  });

  test('tells of a condition key, of one with a tag, and of one with a provider’s host', () => {
    expect(hover('{"Statement":[{"Condition":{"StringEquals":{"sts:Ext|ernalId":"x"}}}]}', 'trust')?.lines.join(' ')).toContain(
      'ExternalId',
    );
    const tag = hover('{"Statement":[{"Condition":{"StringEquals":{"aws:PrincipalTag/t|eam":"x"}}}]}', 'trust');
    expect(tag?.title).toBe('aws:PrincipalTag/team');
    expect(tag?.documentation).toContain('principaltag');
    const host = hover('{"Statement":[{"Condition":{"StringEquals":{"id.example.com:s|ub":"x"}}}]}', 'trust');
    expect(host?.lines.join(' ')).toContain('sts:AssumeRoleWithWebIdentity');
  });

  test('tells of actions, principals that exist, and policy variables', () => {
    expect(hover('{"Statement":[{"Action":"sts:Assume|Role"}]}', 'trust')?.lines.join(' ')).toContain('Resource types: role.');
    const principal = hover('{"Statement":[{"Principal":{"AWS":"arn:aws:iam::111122223333:role/teams/Au|dit"}}]}', 'trust');
    expect(principal?.lines).toEqual(['Role Audit of account 111122223333']);
    expect(hover('{"Statement":[{"Principal":{"AWS":"arn:aws:iam::111122223333:role/No|ne"}}]}', 'trust')).toBeNull();
    const variable = hover('{"Statement":[{"Resource":"arn:aws:s3:::home/${aws:user|name}/*"}]}', 'identity');
    expect(variable?.title).toBe('aws:username');
  });

  test('tells of a field what it means, whether it is required, and AWS’s page about it', () => {
    const trust = hover('{"accounts":{"1":{"roles":{"A":{"tr|ust":{}}}}}}', 'scenario');
    expect(trust?.lines).toEqual(['The trust policy: who may assume the role.', 'Required.']);
    expect(trust?.documentation).toBe('https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html');
    const workstations = hover('{"workst|ations":{}}', 'scenario');
    expect(workstations).toMatchObject({ lines: ['Machines on which the AWS CLI runs, by name.'], documentation: null });
  });

  test('tells of the scenario’s own fields, calls and parameters', () => {
    expect(hover('{"steps":[{"expect":{"deci|sion":"Allow"}}]}', 'scenario')?.lines[0]).toContain('AccessDenied');
    expect(hover('{"steps":[{"call":"sts:Get|SessionToken"}]}', 'scenario')?.documentation).toContain('API_GetSessionToken');
    expect(hover('{"steps":[{"call":"sts:AssumeRole","with":{"Duration|Seconds":900}}]}', 'scenario')?.lines.join(' ')).toContain(
      'From 900 to 43200.',
    );
    expect(hover('{"steps":[{},{"as":"aud|it"}]}', 'scenario')?.lines).toEqual(['The session that step audit issues.']);
  });
});

test.describe('completion in a policy', () => {
  test('offers the elements that are missing and that the kind of policy has', () => {
    const written = '{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "|" }] }';
    expect(labels(written, 'trust')).toEqual(['Sid', 'Principal', 'Condition']);
    expect(labels(written, 'identity')).toEqual(['Sid', 'Resource', 'NotResource', 'Condition']);
    expect(labels(written, 'resource')).toEqual(['Sid', 'Principal', 'NotPrincipal', 'Resource', 'NotResource', 'Condition']);
    expect(labels('{ "Version": "2012-10-17", "|" }', 'scp')).toEqual(['Id', 'Statement']);
  });

  test('writes a name with its value, and only the name where there is one', () => {
    const [version] = complete('{ "Ver|" }', 'trust').filter(({ label }) => label === 'Version');
    expect(version).toMatchObject({ start: 2, end: 7, insert: '"Version": "2012-10-17"', filter: '"Version"' });
    const [before] = complete('{ "Ver|" "Statement": [] }', 'trust').filter(({ label }) => label === 'Version');
    expect(before?.insert).toBe('"Version": "2012-10-17",');
    const [renamed] = complete('{ "Ver|": 1 }', 'trust').filter(({ label }) => label === 'Version');
    expect(renamed?.insert).toBe('"Version"');
  });

  test('an unfinished string is replaced up to the cursor only', () => {
    const [action] = complete('{ "Statement": [{ "Action": "sts:Ass|,\n"Effect": "Allow" }] }', 'trust');
    expect(action).toMatchObject({ start: 28, end: 36, insert: '"sts:AssumeRole"' });
    // A reader of JSON would see the string end where the next one begins.
    const [inLine] = complete('{ "Statement": [{ "Action": "sts:Ass|, "Effect": "Allow" }] }', 'trust');
    expect(inLine).toMatchObject({ start: 28, end: 36 });
  });

  test('offers effects and versions', () => {
    expect(labels('{ "Statement": [{ "Effect": "|" }] }', 'identity')).toEqual(['Allow', 'Deny']);
    expect(labels('{ "Statement": [{ "Effect": "|" }] }', 'rcp')).toEqual(['Deny']);
    expect(labels('{ "Version": | }', 'identity')).toEqual(['2012-10-17', '2008-10-17']);
  });

  test('offers principals of the type that is asked for', () => {
    const within = (type: string): string[] => labels(`{ "Statement": [{ "Principal": { "${type}": "|" } }] }`, 'trust');
    expect(within('AWS')).toEqual([
      'arn:aws:iam::111122223333:root',
      'arn:aws:iam::111122223333:role/teams/Audit',
      'arn:aws:iam::111122223333:user/Li',
      '111122223333',
      '*',
    ]);
    expect(within('Service')).toContain('ec2.amazonaws.com');
    expect(within('Federated')[0]).toBe('arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com');
    expect(within('Federated')).toContain('cognito-identity.amazonaws.com');
  });

  test('offers actions, in a trust policy only those of STS', () => {
    const trust = labels('{ "Statement": [{ "Action": ["|"] }] }', 'trust');
    // Those that a trust policy can allow come first.
    const allowed = [
      'sts:AssumeRole',
      'sts:AssumeRoleWithSAML',
      'sts:AssumeRoleWithWebIdentity',
      'sts:SetContext',
      'sts:SetSourceIdentity',
      'sts:TagSession',
    ];
    expect(trust.slice(0, 7)).toEqual([...allowed, 'sts:AssumeRoot']);
    expect(trust.filter((name) => !name.startsWith('sts:'))).toEqual([]);
    const identity = labels('{ "Statement": [{ "Action": "|" }] }', 'identity');
    expect(identity).toContain('s3:GetObject');
    expect(identity).toContain('s3:*');
    expect(identity).toContain('*');
  });

  test('offers roles first where a role is assumed, and resources first elsewhere', () => {
    expect(labels('{ "Statement": [{ "Action": "sts:AssumeRole", "Resource": "|" }] }', 'identity')[0]).toBe(
      'arn:aws:iam::111122223333:role/teams/Audit',
    );
    expect(labels('{ "Statement": [{ "Action": "s3:GetObject", "Resource": "|" }] }', 'identity').slice(0, 2)).toEqual([
      'arn:aws:s3:::reports',
      'arn:aws:s3:::reports/*',
    ]);
  });

  test('offers operators with IfExists and for several values', () => {
    const operators = labels('{ "Statement": [{ "Condition": { "|" } }] }', 'trust');
    for (const name of ['StringEquals', 'StringEqualsIfExists', 'ForAllValues:StringLike', 'ForAnyValue:ArnLikeIfExists', 'Null']) {
      expect(operators).toContain(name);
    }
    expect(operators).not.toContain('NullIfExists');
  });

  test('offers condition keys that the action can have, those of the operator’s type first', () => {
    const keys = (action: string, operator: string): string[] =>
      labels(`{ "Statement": [{ "Action": "${action}", "Condition": { "${operator}": { "|" } } }] }`, 'trust');
    expect(keys('sts:AssumeRole', 'StringEquals').slice(0, 12)).toContain('sts:ExternalId');
    expect(keys('sts:Assume*', 'StringEquals')).toContain('sts:ExternalId');
    expect(keys('s3:GetObject', 'StringEquals')).not.toContain('sts:ExternalId');
    expect(keys('sts:AssumeRole', 'StringEquals')).toContain('aws:PrincipalTag/department');
    const bool = keys('sts:AssumeRole', 'BoolIfExists');
    expect(bool.indexOf('aws:MultiFactorAuthPresent')).toBeLessThan(bool.indexOf('aws:PrincipalArn'));
  });

  test('offers the keys of the provider that the statement names', () => {
    const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
    const statement = `"Principal": { "Federated": "${provider}" }, "Action": "sts:AssumeRoleWithWebIdentity"`;
    const keys = labels(`{ "Statement": [{ ${statement}, "Condition": { "StringLike": { "|" } } }] }`, 'trust');
    const own = keys.filter((key) => key.startsWith('token.actions.githubusercontent.com:'));
    expect(own).toContain('token.actions.githubusercontent.com:sub');
    expect(keys.slice(0, own.length).sort()).toEqual([...own].sort());
    const values = labels(
      `{ "Statement": [{ ${statement}, "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "|" } } }] }`,
      'trust',
    );
    expect(values[0]).toBe('repo:acme@123456/app@456789:ref:refs/heads/main');
  });

  test('offers values where they are known', () => {
    const values = (operator: string, key: string): string[] =>
      labels(`{ "Statement": [{ "Condition": { "${operator}": { "${key}": "|" } } }] }`, 'identity');
    expect(values('Bool', 'aws:MultiFactorAuthPresent')).toEqual(['true', 'false']);
    expect(values('Null', 'sts:ExternalId')).toEqual(['true', 'false']);
    expect(values('StringEquals', 'aws:PrincipalAccount')).toEqual(['111122223333']);
    expect(values('StringEquals', 'aws:PrincipalOrgID')).toEqual(['o-exampleorg1']);
    expect(values('ArnLike', 'aws:PrincipalArn')).toContain('arn:aws:iam::111122223333:role/teams/Audit');
    expect(values('StringEquals', 'aws:ResourceTag/department').slice(0, 1)).toEqual(['finance']);
    expect(values('StringEquals', 'sts:RoleSessionName')).toContain('${aws:username}');
  });

  test('a name with a dollar sign is written as it is', () => {
    const [variable] = complete('{ "Statement": [{ "Condition": { "StringEquals": { "sts:RoleSessionName": "|" } } }] }', 'trust').filter(
      ({ label }) => label === '${aws:username}',
    );
    // In a snippet, a dollar sign and a closing brace are escaped.
    expect(variable?.insert).toBe('"\\${aws:username\\}"');
  });
});

test.describe('completion in a scenario', () => {
  test('offers fields that are not there yet', () => {
    expect(labels('{ "format": "sts-playground/1", "|" }', 'scenario')).toEqual([
      'title',
      'description',
      'now',
      'organizations',
      'accounts',
      'workstations',
      'awsManagedPolicies',
      'disputed',
      'steps',
    ]);
    expect(labels('{ "accounts": { "1": { "roles": { "A": { "trust": {}, "|" } } } } }', 'scenario')).toContain('maxSessionDuration');
    expect(labels('{ "steps": [{ "expect": { "|" } }] }', 'scenario')).toContain('messageContains');
  });

  test('offers what the format has at each place, what is required first', () => {
    expect(labels('{ "organizations": { "o": { "root": { "|" } } } }', 'scenario')).toEqual(['id', 'scps', 'rcps', 'accounts', 'units']);
    expect(labels('{ "organizations": { "o": { "root": { "accounts": ["|"] } } } }', 'scenario')).toEqual(['111122223333']);
    expect(labels('{ "organizations": { "o": { "root": { "accounts": { "|" } } } } }', 'scenario')).toEqual(['111122223333']);
    expect(labels('{ "accounts": { "1": { "roles": { "A": { "|" } } } } }', 'scenario').slice(0, 2)).toEqual(['trust', 'path']);
    expect(labels('{ "title": { "|" } }', 'scenario')).toEqual(['en', 'ko']);
    expect(labels('{ "steps": [{ "call": "sts:AssumeRole", "with": { "Tags": [{ "|" }] } }] }', 'scenario')).toEqual(['Key', 'Value']);
    expect(labels('{ "accounts": { "1": { "partition": "|" } } }', 'scenario')).toEqual(['aws', 'aws-cn', 'aws-us-gov']);
    expect(labels('{ "steps": [{ "expect": { "decision": "|" } }] }', 'scenario')).toEqual(['Allow', 'Deny', 'Error']);
  });

  test('a title is written as a text, in one language', () => {
    const [title] = complete('{ "tit|" }', 'scenario').filter(({ label }) => label === 'title');
    expect(title?.insert).toBe('"title": "$1"');
  });

  test('offers callers: sessions of earlier steps, users, root users, services', () => {
    const callers = labels('{ "steps": [{ "id": "audit" }, { "as": "|" }] }', 'scenario');
    expect(callers.slice(0, 3)).toEqual(['audit', 'arn:aws:iam::111122223333:user/Li', 'arn:aws:iam::111122223333:root']);
    expect(callers).toContain('lambda.amazonaws.com');
    expect(labels('{ "steps": [{ "as": "|" }] }', 'scenario')).not.toContain('audit');
  });

  test('offers calls, their parameters, and values for these', () => {
    expect(labels('{ "steps": [{ "call": "|" }] }', 'scenario')).toEqual(
      expect.arrayContaining(['sts:AssumeRoot', 'iam:CreateRole', 's3:GetObject', 'cli']),
    );
    const parameters = labels('{ "steps": [{ "call": "sts:AssumeRole", "with": { "RoleSessionName": "x", "|" } }] }', 'scenario');
    expect(parameters).toContain('ExternalId');
    expect(parameters).not.toContain('RoleSessionName');
    const values = (name: string): string[] =>
      labels(`{ "steps": [{ "call": "sts:AssumeRole", "with": { "${name}": "|" } }] }`, 'scenario');
    expect(values('RoleArn')).toEqual(['arn:aws:iam::111122223333:role/teams/Audit']);
    expect(values('SerialNumber')).toEqual(['arn:aws:iam::111122223333:mfa/Li']);
    expect(values('TokenCode')).toEqual(['current']);
    const names = (call: string): string[] => labels(`{ "steps": [{ "call": "${call}", "with": { "RoleName": "|" } }] }`, 'scenario');
    expect(names('iam:DeleteRole')).toEqual(['Audit']);
    // The name of what is made is not one of those that there are.
    expect(names('iam:CreateRole')).toEqual([]);
    const claims = labels('{ "steps": [{ "call": "sts:AssumeRoleWithWebIdentity", "with": { "token": { "iss": "|" } } }] }', 'scenario');
    expect(claims).toContain('https://token.actions.githubusercontent.com');
  });

  test('offers what an account has, in that account', () => {
    const inUser = (field: string): string[] =>
      labels(`{ "accounts": { "111122223333": { "users": { "Li": { "${field}": ["|"] } } } } }`, 'scenario');
    expect(inUser('groups')).toEqual(['Auditors']);
    expect(inUser('attached')[0]).toBe('ReadLogs');
    expect(inUser('attached')).toContain('arn:aws:iam::aws:policy/AdministratorAccess');
    expect(labels('{ "accounts": { "9": { "users": { "Li": { "groups": ["|"] } } } } }', 'scenario')).toEqual([]);
  });

  test('offers condition keys as context, and the policy grammar inside of policies', () => {
    expect(labels('{ "steps": [{ "context": { "|" } }] }', 'scenario')).toContain('aws:SourceIp');
    expect(labels('{ "accounts": { "1": { "roles": { "A": { "trust": { "Statement": [{ "Effect": "|" }] } } } } } }', 'scenario')).toEqual([
      'Allow',
      'Deny',
    ]);
  });

  test('offers nothing behind a finished value', () => {
    expect(labels('{ "format": "x" | }', 'scenario')).toEqual([]);
  });
});
