// Calls that another part of the page begins: what an edge of the graph stands for, and the revocation of a role's sessions.
// Each becomes a step at the end of the scenario, which the author can change, or undo.

import type { CatalogOperation, ParameterMeaning, TrustNeed } from '../../engine/assist';
import { operationOf, parameterThat } from '../../engine/operations';
import type { Session } from '../../engine/report';
import type { Principal, World } from '../../document/world';
import type { Json } from '../../document/values';
import type { TryCall } from '../../state/wishes';
import { appendStep, freeId } from './step-text';

const SESSION_NAME = 'playground';

const idOf = (wanted: string, { steps }: World): string =>
  freeId(
    wanted,
    steps.map(({ id }) => id),
  );

/** The value that a condition wants, where it wants exactly one of some; the first of them. */
const wantedValue = ({ negated, operator, values }: TrustNeed): string | null =>
  !negated && /Equals(IgnoreCase)?(IfExists)?$/.test(operator) && !operator.includes('Not') ? (values[0] ?? null) : null;

/** What the parameters of a call are to be, by what they mean. */
type Values = Partial<Record<ParameterMeaning, unknown>>;

const NEEDED: Partial<Record<TrustNeed['kind'], ParameterMeaning>> = {
  'external-id': 'external_id',
  'source-identity': 'source_identity',
  'session-name': 'session_name',
};

/** The parameters and the context that meet what a role's trust policy needs, as far as they are known. */
function meet(
  needs: readonly TrustNeed[],
  operation: CatalogOperation | null,
  caller: Principal | undefined,
): { values: Values; context: Json } {
  const values: Values = {};
  const context: Json = {};
  const tags: Json[] = [];
  for (const need of needs) {
    const value = wantedValue(need);
    const means = NEEDED[need.kind];
    const [, tag] = /^aws:RequestTag\/(.+)$/i.exec(need.key) ?? [];
    if (need.kind === 'mfa') Object.assign(values, mfaOf(operation, caller));
    else if (need.kind === 'network' && !need.negated) context[need.key] = (need.values[0] ?? '').replace(/\/\d+$/, '');
    else if (value === null) continue;
    else if (means) values[means] = value;
    else if (tag !== undefined) tags.push({ Key: tag, Value: value });
  }
  return { values: tags.length > 0 ? { ...values, session_tags: tags } : values, context };
}

function mfaOf(operation: CatalogOperation | null, caller: Principal | undefined): Values {
  const device = caller?.mfaDevices[0];
  return device ? { mfa_device: device, mfa_code: parameterThat(operation, 'mfa_code')?.filledIn ?? '' } : {};
}

/** An operation's parameters of which the values are known. */
const withValues = (operation: CatalogOperation | null, values: Values): Json =>
  Object.fromEntries(
    (operation?.parameters ?? []).flatMap(({ name, means }) => (values[means] === undefined ? [] : [[name, values[means]]])),
  );

/** A role acts by a session: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
function callerOf(node: string | null, { roles }: World): string | null {
  const role = roles.find(({ arn }) => arn === node);
  if (!role) return node;
  return `${role.arn.replace(/^(arn:[^:]+):iam:(:\d+):.*$/, '$1:sts:$2')}:assumed-role/${role.name}/${SESSION_NAME}`;
}

/**
 * Claims as the trust policy wants them: its keys are the provider's host and the claim's name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function tokenOf(provider: string | null, needs: readonly TrustNeed[]): Json {
  const host = (provider ?? '').replace(/^.*:oidc-provider\//, '');
  const claims = needs.flatMap((need) => {
    const [, claim] = /^.+:(\w+)$/.exec(need.key) ?? [];
    const value = claim === undefined ? null : (wantedValue(need) ?? need.values[0] ?? null);
    return claim === undefined || value === null ? [] : [[claim, value] as const];
  });
  return { iss: `https://${host}`, sub: 'subject', aud: 'sts.amazonaws.com', ...Object.fromEntries(claims) };
}

/** What an assertion has at least: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
function assertionOf(provider: string | null, roleArn: string): Json {
  const attributes = {
    'SAML:aud': 'https://signin.aws.amazon.com/saml',
    'https://aws.amazon.com/SAML/Attributes/Role': `${roleArn},${provider ?? ''}`,
    'https://aws.amazon.com/SAML/Attributes/RoleSessionName': SESSION_NAME,
  };
  return { provider: provider ?? '', attributes };
}

function stepOfEdge({ as, call, roleArn, needs }: TryCall, world: World, operation: CatalogOperation | null): Json {
  const isSigned = operation?.credentials === 'caller';
  const caller = isSigned ? callerOf(as, world) : null;
  const { values, context } = meet(
    needs,
    operation,
    world.users.find(({ arn }) => arn === as),
  );
  const identity = { saml_provider: as ?? '', saml_assertion: assertionOf(as, roleArn), web_identity_token: tokenOf(as, needs) };
  return {
    id: idOf('try', world),
    at: '+1m',
    ...(caller === null ? {} : { as: caller }),
    call,
    with: withValues(operation, { role_arn: roleArn, session_name: SESSION_NAME, ...identity, ...values }),
    ...(Object.keys(context).length > 0 ? { context } : {}),
  };
}

/** The scenario with the call of an edge behind its other steps. */
export const withTriedCall = (text: string, world: World, call: TryCall, operations: readonly CatalogOperation[]): string =>
  appendStep(text, stepOfEdge(call, world, operationOf(operations, call.call)));

/** A minute after the last call. */
const REVOKED_AFTER = 60_000;

/**
 * The scenario with the revocation of all sessions of a session's role, as the console does it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 * `last`: the instant of the last step, ISO 8601. `operations`: the catalog's.
 */
export function withRevocation(
  text: string,
  world: World,
  session: Session,
  last: string,
  operations: readonly CatalogOperation[],
): string {
  const operation = operations.find(({ plays }) => plays === 'revoke_sessions') ?? null;
  const [, partition = 'aws', account = '', name = ''] = /^arn:([^:]+):iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(session.role ?? '') ?? [];
  const at = new Date(Math.max(Date.parse(last), Date.parse(session.issuedAt)) + REVOKED_AFTER).toISOString().replace(/\.\d+Z$/, 'Z');
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: ['*'], Resource: ['*'], Condition: { DateLessThan: { 'aws:TokenIssueTime': at } } }],
  };
  return appendStep(text, {
    id: idOf('revoke', world),
    at,
    as: `arn:${partition}:iam::${account}:root`,
    call: operation?.name ?? '',
    with: withValues(operation, { role_name: name, inline_policy_name: 'AWSRevokeOlderSessions', inline_policy: policy }),
  });
}
