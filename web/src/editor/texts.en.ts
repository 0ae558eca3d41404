// Words of the editor's help: hover and completion. What AWS defines is in the engine's catalog; this is about the scenario's
// own fields and what the world holds.

import type { CatalogConditionKey } from '../engine/assist';

type Type = CatalogConditionKey['type'];

export const en = {
  documentation: 'AWS documentation',
  undo: 'Undo',
  redo: 'Redo',
  format: 'Format',
  palette: 'Commands',
  help: 'Explain what is at the cursor',
  nextProblem: 'Next problem',
  previousProblem: 'Previous problem',
  type: {
    string: 'Type: string.',
    numeric: 'Type: number.',
    date: 'Type: date.',
    bool: 'Type: Boolean.',
    ip: 'Type: IP address.',
    arn: 'Type: ARN.',
  } satisfies Record<Type, string>,
  multivalued: 'Can have several values: use ForAllValues: or ForAnyValue:.',
  derived: 'The engine computes its value.',
  given: 'A step’s context gives its value.',
  resourceTypes: (types: string) => `Resource types: ${types}.`,
  noResource: 'Has no resource types: Resource must be "*".',
  required: 'Required.',
  limits: (least: number | null, most: number | null) =>
    least !== null && most !== null ? `From ${least} to ${most}.` : most !== null ? `At most ${most}.` : `At least ${least}.`,
  account: (id: string, name: string) => (name ? `Account ${id}, ${name}` : `Account ${id}`),
  accountRoot: (id: string, name: string) => `Account ${id}${name ? `, ${name}` : ''}: all its principals that its own policies allow`,
  rootUser: (id: string, name: string) => `Root user of account ${id}${name ? `, ${name}` : ''}`,
  thing: {
    user: 'User',
    role: 'Role',
    group: 'Group',
    policy: 'Customer managed policy',
    'saml-provider': 'SAML provider',
    'oidc-provider': 'OIDC provider',
    resource: 'Resource',
  },
  ofAccount: (thing: string, name: string, account: string) => `${thing} ${name} of account ${account}`,
  awsManaged: 'AWS managed policy',
  sessionOf: (step: string) => `The session that step ${step} issues`,
  anyone: 'Everyone',
  everything: 'All of them',
  allActions: (service: string) => `All actions of ${service}`,
  allBelow: 'Everything below this resource',
  variable: 'Policy variable: the request’s own value takes its place',
  seen: 'In this scenario',
  example: 'Example',
  cli: 'The AWS CLI on a workstation, with a profile',
  currentCode: 'The code that the device shows at that instant',
  format_: 'The version of the scenario format',
};

export type Texts = typeof en;
