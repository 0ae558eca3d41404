// The forms of what an account has: users, groups, roles, policies, providers, resources.

import { html, nothing, type TemplateResult } from 'lit';
import type { JSONPath } from '../../document/edit';
import type { ThingKind } from '../../document/things';
import { objectOf, textOf, valueAt } from '../../document/values';
import '../../forms/sts-duration-field';
import { iamArn, type PrincipalKind } from '../../document/world';
import { choiceField, fieldOf, type FormContext, heading, listField, nameField, pathField, tagsField, textField } from './form-parts';
import { policiesField, policyField } from './policies-field';
import type { TreeNode } from './tree';

type Form = (context: FormContext, node: TreeNode) => TemplateResult;

const partitionOf = ({ scenario }: FormContext, account: string): string =>
  textOf(valueAt(scenario, ['accounts', account, 'partition'])) || 'aws';

function arnOf(context: FormContext, { path }: TreeNode, kind: PrincipalKind): string {
  const account = String(path[1]);
  const iamPath = textOf(valueAt(context.scenario, [...path, 'path'])) || '/';
  const hasPath = kind === 'user' || kind === 'role' || kind === 'group';
  return iamArn(partitionOf(context, account), account, kind, hasPath ? iamPath : '/', String(path.at(-1)));
}

const namesIn = ({ scenario }: FormContext, path: JSONPath): string[] => Object.keys(objectOf(valueAt(scenario, path)));

const attachedField = (context: FormContext, path: JSONPath): TemplateResult => {
  const own = namesIn(context, ['accounts', String(path[1]), 'managedPolicies']);
  const { labels, hints } = context.t;
  return listField(context, [...path, 'attached'], labels.attached, {
    hint: hints.attached,
    suggestions: [...own, ...context.awsPolicies],
  });
};

const inlineField = (context: FormContext, path: JSONPath): TemplateResult =>
  policiesField(context, [...path, 'policies'], context.t.labels.policies, { kind: 'identity', template: 'identity' });

/** A managed policy by its ARN, a document of its own, or nothing. */
function boundaryField(context: FormContext, thing: JSONPath): TemplateResult {
  const { t, scenario, wish, world } = context;
  const path = [...thing, 'boundary'];
  const value = valueAt(scenario, path);
  const arn = objectOf(value)['arn'];
  const form = value === undefined ? 'none' : arn === undefined ? 'own' : 'arn';
  const own = world.managedPolicies.filter(({ account }) => account === thing[1]).map((policy) => policy.arn);
  const arns = [...own, ...context.awsPolicies];
  const anyArn = `arn:${partitionOf(context, String(thing[1]))}:iam::aws:policy/ReadOnlyAccess`;
  const needed = (text: string): string | null => (text === '' ? t.errors.needed : null);
  const choose = (chosen: string): void => {
    if (chosen === form) return;
    if (chosen === 'none') wish({ wish: 'set', path, value: undefined });
    else if (chosen === 'arn') wish({ wish: 'set', path, value: { arn: arns[0] ?? anyArn } });
    else wish({ wish: 'template', path, template: 'identity' });
  };
  const choices = (['none', 'arn', 'own'] as const).map((each) => ({ value: each, text: t.boundaryChoices[each] }));
  return html`<div class="group">
    ${choiceField('boundary', t.labels.boundary, t.hints.boundary, form, choices, choose)}
    ${
      form === 'arn'
        ? textField(context, [...path, 'arn'], t.labels.boundaryArn, { suggestions: arns, mono: true, check: needed })
        : nothing
    }
    ${form === 'own' ? policyField(context, path, t.ownDocument, 'boundary', 'identity', true) : nothing}
  </div>`;
}

const userForm: Form = (context, node) => {
  const { t } = context;
  const { path } = node;
  const name = String(path.at(-1));
  const account = String(path[1]);
  const devices = valueAt(context.scenario, [...path, 'mfaDevices']);
  const serial = Array.isArray(devices) && devices.length > 0 ? '' : `arn:${partitionOf(context, account)}:iam::${account}:mfa/${name}`;
  return html`${heading(context, node, arnOf(context, node, 'user'))} ${nameField(context, path, t.labels.name)}
  ${listField(context, [...path, 'groups'], t.labels.groups, { suggestions: namesIn(context, ['accounts', account, 'groups']) })}
  ${inlineField(context, path)} ${attachedField(context, path)} ${boundaryField(context, path)}
  ${listField(context, [...path, 'mfaDevices'], t.labels.mfaDevices, { hint: t.hints.mfaDevices, proposal: serial })}
  ${tagsField(context, [...path, 'tags'])}
  ${pathField(context, path)} ${listField(context, [...path, 'accessKeys'], t.labels.accessKeys, { hint: t.hints.accessKeys })}`;
};

const groupForm: Form = (context, node) => html`${heading(context, node, arnOf(context, node, 'group'))}
${nameField(context, node.path, context.t.labels.name)} ${inlineField(context, node.path)} ${attachedField(context, node.path)}
${pathField(context, node.path)}`;

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (MaxSessionDuration)
const SHORTEST = 3600;
const LONGEST = 43200;

/** The longest that a role's sessions may last. */
function lengthField(context: FormContext, path: JSONPath): TemplateResult {
  const { labels, hints } = context.t;
  return html`<sts-duration-field
    whole
    .field=${fieldOf(context, path, labels.maxSessionDuration, hints.maxSessionDuration)}
    .value=${valueAt(context.scenario, path)}
    .minimum=${SHORTEST}
    .maximum=${LONGEST}
    .otherwise=${SHORTEST}
    @duration=${(event: CustomEvent<number | null>) => context.wish({ wish: 'set', path, value: event.detail ?? undefined })}
  ></sts-duration-field>`;
}

const roleForm: Form = (context, node) => {
  const { t } = context;
  const { path } = node;
  return html`${heading(context, node, arnOf(context, node, 'role'))} ${nameField(context, path, t.labels.name)}
    ${policyField(context, [...path, 'trust'], t.labels.trust, 'trust', 'trust', true)} ${inlineField(context, path)}
    ${attachedField(context, path)} ${boundaryField(context, path)}
    ${lengthField(context, [...path, 'maxSessionDuration'])}
    ${tagsField(context, [...path, 'tags'])} ${pathField(context, path)}
    ${textField(context, [...path, 'serviceLinkedFor'], t.labels.serviceLinkedFor, { hint: t.hints.serviceLinkedFor, mono: true })}`;
};

const managedPolicyForm: Form = (context, node) => html`${heading(context, node, arnOf(context, node, 'policy'))}
${nameField(context, node.path, context.t.labels.name)}
${policyField(context, node.path, context.t.labels.managedPolicy, 'managed', 'identity', true)}`;

const samlForm: Form = (context, node) => html`${heading(context, node, arnOf(context, node, 'saml-provider'))}
${nameField(context, node.path, context.t.labels.name)}`;

const oidcForm: Form = (context, node) => {
  const { labels, hints } = context.t;
  return html`${heading(context, node, arnOf(context, node, 'oidc-provider'))} ${nameField(context, node.path, labels.host, hints.host)}
  ${listField(context, [...node.path, 'clientIds'], labels.clientIds, { hint: hints.clientIds, suggestions: ['sts.amazonaws.com'] })}`;
};

const resourceForm: Form = (context, node) => {
  const { labels, hints } = context.t;
  return html`${heading(context, node)} ${nameField(context, node.path, labels.arn, hints.arn)}
  ${policyField(context, [...node.path, 'policy'], labels.policy, 'resource', 'resource', false)}
  ${tagsField(context, [...node.path, 'tags'])}`;
};

export const IAM_FORMS: Partial<Record<ThingKind, Form>> = {
  user: userForm,
  group: groupForm,
  role: roleForm,
  managedPolicy: managedPolicyForm,
  samlProvider: samlForm,
  oidcProvider: oidcForm,
  resource: resourceForm,
};
