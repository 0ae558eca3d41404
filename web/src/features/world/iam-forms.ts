// The forms of what an account has: users, groups, roles, policies, providers, resources.

import { html, nothing, type TemplateResult } from 'lit';
import type { JSONPath } from '../../document/edit';
import type { ThingKind } from '../../document/things';
import { objectOf, textOf, valueAt } from '../../document/values';
import { iamArn, type PrincipalKind } from '../../document/world';
import {
  choiceField,
  type FormContext,
  heading,
  listField,
  nameField,
  pathField,
  policiesField,
  policyField,
  problemsOf,
  tagsField,
  textField,
} from './form-parts';
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
  return listField(context, [...path, 'attached'], labels.attached, hints.attached, [...own, ...context.awsPolicies]);
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
  const choices = (['none', 'arn', 'own'] as const).map((each) => ({ value: each, label: t.boundaryChoices[each] }));
  return html`<div class="group">
    ${choiceField('boundary', t.labels.boundary, t.hints.boundary, form, choices, choose)}
    ${form === 'arn'
      ? textField(context, [...path, 'arn'], t.labels.boundaryArn, { suggestions: arns, mono: true, check: needed })
      : nothing}
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
  ${listField(context, [...path, 'groups'], t.labels.groups, '', namesIn(context, ['accounts', account, 'groups']))}
  ${inlineField(context, path)} ${attachedField(context, path)} ${boundaryField(context, path)}
  ${listField(context, [...path, 'mfaDevices'], t.labels.mfaDevices, t.hints.mfaDevices, [], serial)}
  ${tagsField(context, [...path, 'tags'])}
  ${pathField(context, path)} ${listField(context, [...path, 'accessKeys'], t.labels.accessKeys, t.hints.accessKeys)}`;
};

const groupForm: Form = (context, node) => html`${heading(context, node, arnOf(context, node, 'group'))}
${nameField(context, node.path, context.t.labels.name)} ${inlineField(context, node.path)} ${attachedField(context, node.path)}
${pathField(context, node.path)}`;

const roleForm: Form = (context, node) => {
  const { t, scenario } = context;
  const { path } = node;
  const duration = valueAt(scenario, [...path, 'maxSessionDuration']);
  return html`${heading(context, node, arnOf(context, node, 'role'))} ${nameField(context, path, t.labels.name)}
    ${policyField(context, [...path, 'trust'], t.labels.trust, 'trust', 'trust', true)} ${inlineField(context, path)}
    ${attachedField(context, path)} ${boundaryField(context, path)}
    <sts-world-duration
      .label=${t.labels.maxSessionDuration}
      .hint=${t.hints.maxSessionDuration}
      .path=${[...path, 'maxSessionDuration']}
      .value=${typeof duration === 'number' ? duration : null}
      .problems=${problemsOf(context, [...path, 'maxSessionDuration'])}
    ></sts-world-duration>
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
  ${listField(context, [...node.path, 'clientIds'], labels.clientIds, hints.clientIds, ['sts.amazonaws.com'])}`;
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
