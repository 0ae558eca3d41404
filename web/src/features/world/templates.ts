// Policies to start from, one row each. What they mean is the engine's to say; the words for people are in texts.*.ts.

import { policyOf, type Template, type TemplateField, type TemplateKind } from './template';
import { rootArns, TRUST } from './trust-templates';

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
const EMPTY = (['trust', 'identity', 'scp', 'rcp', 'resource'] as const).map((kind): Template => ({
  id: 'empty',
  kind,
  name: 'Policy',
  fields: [],
  policy: () => ({ Version: '2012-10-17', Statement: [] }),
}));

const TEMPLATES: readonly Template[] = [...TRUST, ...IDENTITY, ...LEVELS, ...RESOURCE, ...EMPTY];

export const templatesOf = (kind: TemplateKind): Template[] => TEMPLATES.filter((template) => template.kind === kind);
