// Trust policies to start from. The words for people are in texts.*.ts.

import type { World } from '../../document/world';
import { policyOf, type Template, type TemplateField } from './template';

type Condition = Record<string, Record<string, string>>;

const withCondition = (condition: Condition): Record<string, unknown> =>
  Object.keys(condition).length > 0 ? { Condition: condition } : {};

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

/** ARNs that stand for whole accounts. */
export const rootArns = (world: World): string[] => world.accounts.map(({ id, partition }) => `arn:${partition}:iam::${id}:root`);

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html
const SERVICES = ['ec2', 'lambda', 'ecs-tasks', 'codebuild', 'states'].map((service) => `${service}.amazonaws.com`);

export const TRUST: readonly Template[] = [
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
