// What belongs into a parameter of a call: its type and its meaning say it, which the engine's catalog has.

import type { Catalog, CatalogParameter, ParameterMeaning } from '../engine/assist';
import type { PolicyKind } from '../engine/report';
import { named } from './lookup';
import type { Shape, Source } from './scenario-shape';

const value = (source: Source): Shape => ({ is: 'value', source });
const list = (of: Shape): Shape => ({ is: 'list', of });
const map = (of: Shape, names: Source): Shape => ({ is: 'map', of, names });
const object = (name: string, fields: Record<string, Shape>): Shape => ({ is: 'object', name, fields });

const text = value('text');
const policyArn = object('policyArn', { arn: value('policy-arn') });

/** What the texts of a parameter are chosen from; of others nothing is known. */
export const PARAMETER_SOURCES: Partial<Record<ParameterMeaning, Source>> = {
  role_arn: 'role-arn',
  saml_provider: 'saml-arn',
  mfa_device: 'mfa',
  mfa_code: 'mfa-code',
  root_user: 'account',
  boundary: 'policy-arn',
  role_name: 'role-name',
  user_name: 'user-name',
  transitive_tag_keys: 'tag',
  tag_keys: 'tag',
  action: 'action',
  resource: 'resource',
};

/** What a policy among the parameters is; another one is an identity-based policy. */
export const PARAMETER_POLICIES: Partial<Record<ParameterMeaning, PolicyKind>> = { session_policy: 'session', trust_policy: 'trust' };

/** A parameter of an operation; null where the catalog has none of that name. */
export const parameterOf = ({ operations }: Catalog, call: string, name: string): CatalogParameter | null =>
  named(named(operations, call)?.parameters ?? [], name);

/** What belongs into a parameter; any text where the catalog does not have it. */
export function parameterShape(catalog: Catalog, call: string, name: string): Shape {
  const parameter = parameterOf(catalog, call, name);
  return parameter ? shapeOf(parameter) : text;
}

function shapeOf({ type, means }: CatalogParameter): Shape {
  const texts = value(PARAMETER_SOURCES[means] ?? 'text');
  switch (type) {
    case 'string':
      return texts;
    case 'integer':
      return value('number');
    case 'boolean':
      return value('boolean');
    case 'string_list':
      return list(texts);
    case 'tag_list':
      return list(object('tag', { Key: value('tag'), Value: text }));
    case 'policy':
      return { is: 'policy', kind: PARAMETER_POLICIES[means] ?? 'identity' };
    case 'policy_arn_list':
      return list(policyArn);
    case 'policy_arn':
      return policyArn;
    case 'provided_contexts':
      return list(object('none', { ProviderArn: text, ContextAssertion: text }));
    case 'token':
      return map(text, 'claim');
    case 'assertion':
      return object('assertion', {
        provider: value('saml-arn'),
        attributes: map(text, 'saml-attribute'),
        issuedAt: value('instant'),
        sessionNotOnOrAfter: value('instant'),
      });
  }
}
