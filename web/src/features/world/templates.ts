// Policies to start from, one row each. What they mean is the engine's to say; the words for people are in texts.*.ts.

import type { World } from '../../document/world';
import type { Texts } from './texts.en';

export type TemplateKind = 'trust' | 'identity' | 'scp' | 'rcp' | 'resource';

/** What a template asks for. `list` is typed or chosen, `check` is yes or no. */
export interface TemplateField {
  id: keyof Texts['templateFields'];
  type: 'list' | 'check';
  required: boolean;
  initial?: string;
  /** What the world offers. `account`: whose policy it is. */
  choices?(world: World, account: string): readonly string[];
}

export interface Template {
  id: keyof Texts['templates'];
  kind: TemplateKind;
  /** A policy's name, where it needs one. */
  name: string;
  fields: readonly TemplateField[];
  /** `values`: by the fields' ids; a `check` that is set is "true". */
  policy(values: Readonly<Record<string, string>>): unknown;
}

type Condition = Record<string, Record<string, string>>;

const policyOf = (statement: Record<string, unknown>): unknown => ({ Version: '2012-10-17', Statement: [statement] });
const withCondition = (condition: Condition): Record<string, unknown> => (Object.keys(condition).length > 0 ? { Condition: condition } : {});

const externalId: TemplateField = { id: 'externalId', type: 'list', required: false };
const mfa: TemplateField = { id: 'mfa', type: 'check', required: false };

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html and
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
function trustOfPrincipal(principal: string, values: Readonly<Record<string, string>>): unknown {
  const condition: Condition = {};
  if (values['externalId']) condition['StringEquals'] = { 'sts:ExternalId': values['externalId'] };
  if (values['mfa']) condition['Bool'] = { 'aws:MultiFactorAuthPresent': 'true' };
  return policyOf({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', ...withCondition(condition) });
}

const partitionOf = (world: World, id: string): string => world.accounts.find((account) => account.id === id)?.partition ?? 'aws';
const rootArns = (world: World): string[] => world.accounts.map(({ id }) => `arn:${partitionOf(world, id)}:iam::${id}:root`);

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html
const SERVICES = ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com', 'codebuild.amazonaws.com', 'states.amazonaws.com'];

const TRUST: Template[] = [
  {
    id: 'trustUser',
    kind: 'trust',
    name: 'Trust',
    fields: [{ id: 'user', type: 'list', required: true, choices: (world) => world.users.map(({ arn }) => arn) }, externalId, mfa],
    policy: (values) => trustOfPrincipal(values['user'] ?? '', values),
  },
  {
    id: 'trustAccount',
    kind: 'trust',
    name: 'Trust',
    fields: [{ id: 'account', type: 'list', required: true, choices: rootArns }, externalId, mfa],
    policy: (values) => trustOfPrincipal(values['account'] ?? '', values),
  },
  {
    id: 'trustRole',
    kind: 'trust',
    name: 'Trust',
    fields: [{ id: 'role', type: 'list', required: true, choices: (world) => world.roles.map(({ arn }) => arn) }, externalId],
    policy: (values) => trustOfPrincipal(values['role'] ?? '', values),
  },
  {
    id: 'trustService',
    kind: 'trust',
    name: 'Trust',
    fields: [{ id: 'service', type: 'list', required: true, initial: 'ec2.amazonaws.com', choices: () => SERVICES }],
    policy: ({ service }) => policyOf({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }),
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
    id: 'trustSaml',
    kind: 'trust',
    name: 'Trust',
    fields: [
      { id: 'samlProvider', type: 'list', required: true, choices: (world) => world.samlProviders.map(({ arn }) => arn) },
      { id: 'samlAudience', type: 'list', required: true, initial: 'https://signin.aws.amazon.com/saml' },
    ],
    policy: ({ samlProvider, samlAudience = '' }) =>
      policyOf({
        Effect: 'Allow',
        Principal: { Federated: samlProvider },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': samlAudience } },
      }),
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
    id: 'trustOidc',
    kind: 'trust',
    name: 'Trust',
    fields: [
      { id: 'oidcProvider', type: 'list', required: true, choices: (world) => world.oidcProviders.map(({ arn }) => arn) },
      { id: 'audience', type: 'list', required: true, initial: 'sts.amazonaws.com' },
      { id: 'subject', type: 'list', required: false },
    ],
    policy: oidcTrust,
  },
];

function oidcTrust({ oidcProvider = '', audience = '', subject = '' }: Readonly<Record<string, string>>): unknown {
  const host = oidcProvider.replace(/^arn:[^:]*:iam::[^:]*:oidc-provider\//, '');
  const operator = /[*?]/.test(subject) ? 'StringLike' : 'StringEquals';
  const condition: Condition = { StringEquals: { [`${host}:aud`]: audience } };
  if (subject) condition[operator] = { ...condition[operator], [`${host}:sub`]: subject };
  return policyOf({
    Effect: 'Allow',
    Principal: { Federated: oidcProvider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });
}

const bucket: TemplateField = {
  id: 'bucket',
  type: 'list',
  required: true,
  choices: (world) => world.resources.map(({ arn }) => arn).filter((arn) => arn.includes(':s3:::')),
};

const IDENTITY: Template[] = [
  {
    id: 'assumeRole',
    kind: 'identity',
    name: 'AssumeRole',
    fields: [{ id: 'targetRole', type: 'list', required: true, choices: (world) => world.roles.map(({ arn }) => arn) }],
    policy: ({ targetRole }) => policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: targetRole }),
  },
  {
    id: 'readBucket',
    kind: 'identity',
    name: 'ReadBucket',
    fields: [bucket],
    policy: ({ bucket: arn = '' }) => policyOf({ Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: [arn, `${arn}/*`] }),
  },
  {
    id: 'allowAll',
    kind: 'identity',
    name: 'AllowAll',
    fields: [],
    policy: () => policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
  },
];

const region: TemplateField = {
  id: 'region',
  type: 'list',
  required: true,
  initial: 'eu-west-1',
  choices: () => ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-2', 'ap-northeast-1'],
};
const organization: TemplateField = {
  id: 'organization',
  type: 'list',
  required: true,
  choices: (world) => world.organizations.map(({ id }) => id),
};

/** An RCP names principals, an SCP does not. */
const withoutMfa = (kind: TemplateKind, principal: Record<string, unknown>): Template => ({
  id: 'denyAssumeWithoutMfa',
  kind,
  name: 'AssumeRoleNeedsMfa',
  fields: [],
  policy: () =>
    policyOf({
      Sid: 'NoMfa',
      Effect: 'Deny',
      ...principal,
      Action: 'sts:AssumeRole',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    }),
});

const LEVELS: Template[] = [
  {
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
    id: 'denyOtherRegions',
    kind: 'scp',
    name: 'OneRegionOnly',
    fields: [region],
    policy: ({ region: name = '' }) =>
      policyOf({
        Sid: 'OtherRegions',
        Effect: 'Deny',
        NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': name } },
      }),
  },
  withoutMfa('scp', {}),
  {
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
    id: 'fullAccess',
    kind: 'scp',
    name: 'FullAWSAccess',
    fields: [],
    policy: () => policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
  },
  {
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
    id: 'organizationOnly',
    kind: 'rcp',
    name: 'OurOrganizationOnly',
    fields: [organization],
    policy: ({ organization: id = '' }) =>
      policyOf({
        Sid: 'CallersOfTheOrganization',
        Effect: 'Deny',
        Principal: '*',
        Action: ['sts:AssumeRole', 's3:*'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': id },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
  },
  withoutMfa('rcp', { Principal: '*' }),
];

const RESOURCE: Template[] = [
  {
    id: 'bucketForPrincipal',
    kind: 'resource',
    name: 'Policy',
    fields: [
      {
        id: 'principal',
        type: 'list',
        required: true,
        choices: (world) => [...world.roles.map(({ arn }) => arn), ...world.users.map(({ arn }) => arn), ...rootArns(world)],
      },
      bucket,
    ],
    policy: ({ principal, bucket: arn = '' }) =>
      policyOf({
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: ['s3:ListBucket', 's3:GetObject'],
        Resource: [arn, `${arn}/*`],
      }),
  },
];

/** The last of each kind is a policy without statements, to be written in the editor. */
const EMPTY = (['trust', 'identity', 'scp', 'rcp', 'resource'] as const).map(
  (kind): Template => ({ id: 'empty', kind, name: 'Policy', fields: [], policy: () => ({ Version: '2012-10-17', Statement: [] }) }),
);

const TEMPLATES: readonly Template[] = [...TRUST, ...IDENTITY, ...LEVELS, ...RESOURCE, ...EMPTY];

export const templatesOf = (kind: TemplateKind): Template[] => TEMPLATES.filter((template) => template.kind === kind);
