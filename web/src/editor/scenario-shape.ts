// What a scenario document may hold and where: for completion and for words about a field. Whether a document is valid is
// the engine's to say.

import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import type { Catalog } from '../engine/assist';
import type { PolicyKind } from '../engine/report';
import { parameterShape } from './parameter-shape';

/** Where the values of a field, or the names of a map's members, come from. */
export type Source =
  | 'account'
  | 'action'
  | 'attached'
  | 'boolean'
  | 'call'
  | 'caller'
  | 'claim'
  | 'context-key'
  | 'context-value'
  | 'decision'
  | 'format'
  | 'group'
  | 'instant'
  | 'mfa'
  | 'mfa-code'
  | 'number'
  | 'oidc-host'
  | 'parameter'
  | 'partition'
  | 'policy-arn'
  | 'region'
  | 'resource'
  | 'resource-arn'
  | 'role-arn'
  | 'role-name'
  | 'saml-arn'
  | 'saml-attribute'
  | 'service'
  | 'session'
  | 'sts-operation'
  | 'tag'
  | 'text'
  | 'user-name'
  | 'workstation';

export type Shape =
  /** `name`: the key of its fields' words in texts.en.ts. */
  | { is: 'object'; name: string; fields: Readonly<Record<string, Shape>> }
  | { is: 'map'; of: Shape; names: Source }
  | { is: 'list'; of: Shape }
  | { is: 'policy'; kind: PolicyKind }
  /** What a step's call takes: the engine's catalog says it. */
  | { is: 'parameters' }
  | { is: 'value'; source: Source };

const value = (source: Source): Shape => ({ is: 'value', source });
const list = (of: Shape): Shape => ({ is: 'list', of });
const map = (of: Shape, names: Source = 'text'): Shape => ({ is: 'map', of, names });
const policy = (kind: PolicyKind): Shape => ({ is: 'policy', kind });
const object = (name: string, fields: Record<string, Shape>): Shape => ({ is: 'object', name, fields });

const text = value('text');
const tags = map(value('text'), 'tag');
const policies = (kind: PolicyKind): Shape => map(policy(kind));

const attachedTo = { scps: policies('scp'), rcps: policies('rcp') };
const memberAccounts = map(object('attachment', attachedTo), 'account');
const units: Record<string, Shape> = { name: text, ...attachedTo, accounts: memberAccounts };
const unit = object('unit', units);
// A unit holds units.
units['units'] = map(unit);

const organization = object('organization', {
  managementAccount: value('account'),
  centralizedRootAccess: object('centralizedRootAccess', { delegatedAdministrator: value('account') }),
  root: object('unit', { id: text, ...units }),
});

const principal = { path: text, policies: policies('identity'), attached: list(value('attached')) };

const account = object('account', {
  name: text,
  partition: value('partition'),
  managedPolicies: policies('managed'),
  groups: map(object('group', principal)),
  users: map(
    object('user', {
      ...principal,
      groups: list(value('group')),
      boundary: policy('boundary'),
      tags,
      mfaDevices: list(value('mfa')),
      accessKeys: list(text),
    }),
  ),
  roles: map(
    object('role', {
      trust: policy('trust'),
      ...principal,
      boundary: policy('boundary'),
      maxSessionDuration: value('number'),
      tags,
      serviceLinkedFor: value('service'),
    }),
  ),
  samlProviders: map(object('none', {})),
  oidcProviders: map(object('oidcProvider', { clientIds: list(text) }), 'oidc-host'),
  resources: map(object('resource', { policy: policy('resource'), tags }), 'resource-arn'),
  cognitoIdentityPools: list(text),
  stsInactiveRegions: list(value('region')),
});

const workstation = object('workstation', {
  config: text,
  credentials: text,
  env: map(text),
  instanceRole: value('role-arn'),
  files: map(object('none', { token: map(text, 'claim') })),
  processes: map(map(text)),
});

const expectations = object('expect', {
  decision: value('decision'),
  errorCode: text,
  message: text,
  messageContains: text,
  expiresAt: value('instant'),
  sessionTags: tags,
  sourceIdentity: text,
  arn: text,
  transitiveTagKeys: list(value('tag')),
  session: value('boolean'),
  calls: list(value('sts-operation')),
});

const step = object('step', {
  id: text,
  at: value('instant'),
  as: value('caller'),
  on: value('workstation'),
  region: value('region'),
  call: value('call'),
  resource: value('resource'),
  with: { is: 'parameters' },
  context: map(value('context-value'), 'context-key'),
  expect: expectations,
});

export const SCENARIO: Shape = object('document', {
  format: value('format'),
  title: text,
  description: text,
  now: value('instant'),
  organizations: map(organization),
  accounts: map(account),
  workstations: map(workstation),
  steps: list(step),
});

/** The call of the step that a path of the document leads into; empty where it is not written yet. */
export function callOf(path: JSONPath, tree: Node | null): string {
  const node = tree && path[0] === 'steps' ? findNodeAtLocation(tree, ['steps', Number(path[1]), 'call']) : null;
  const call: unknown = node ? getNodeValue(node) : '';
  return typeof call === 'string' ? call : '';
}

/** What belongs at a path of a scenario; null where nothing is known of it. */
export function shapeAt(path: JSONPath, tree: Node | null, catalog: Catalog): Shape | null {
  let shape: Shape | undefined = SCENARIO;
  for (const segment of path) {
    if (!shape) return null;
    const name = String(segment);
    if (shape.is === 'list') shape = typeof segment === 'number' ? shape.of : undefined;
    else if (shape.is === 'map') shape = shape.of;
    else if (shape.is === 'parameters') shape = parameterShape(catalog, callOf(path, tree), name);
    else if (shape.is === 'object') shape = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    else if (shape.is === 'value' && typeof segment === 'number') continue;
    else return null;
  }
  return shape ?? null;
}
