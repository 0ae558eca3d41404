// What is asked for, and what is written, when something is added to the world.

import type { JSONPath } from '../../document/edit';
import type { ThingKind } from '../../document/things';
import { type Json, objectOf, textOf, valueAt } from '../../document/values';
import type { World } from '../../document/world';
import { freeAccountId, freeName, type ValueChange } from './changes';
import type { NewAnswer, NewQuestion } from './sts-world-new';
import type { TemplateKind } from './template';
import type { FormTexts } from './meanings';
import type { Texts } from './texts.en';

/** A thing that can be added. */
export type NewKind = keyof Texts['add'];

export const isNewKind = (kind: ThingKind, t: Texts): kind is NewKind => kind in t.add;

interface NewThing {
  label: keyof Texts['labels'] & ('id' | 'name' | 'arn' | 'host' | 'organizationId' | 'unitId' | 'policyName');
  hint?: keyof Texts['hints'] & ('id' | 'arn' | 'host' | 'organization' | 'unit');
  /** A name to begin with; that of the template where there is none. */
  name?: string;
  template?: TemplateKind;
}

const NEW: Record<NewKind, NewThing> = {
  account: { label: 'id', hint: 'id', name: '' },
  user: { label: 'name', name: 'User' },
  group: { label: 'name', name: 'Group' },
  role: { label: 'name', name: 'Role', template: 'trust' },
  managedPolicy: { label: 'policyName', template: 'identity' },
  samlProvider: { label: 'name', name: 'IdP' },
  oidcProvider: { label: 'host', hint: 'host', name: 'token.actions.githubusercontent.com' },
  resource: { label: 'arn', hint: 'arn', name: 'arn:aws:s3:::reports' },
  organization: { label: 'organizationId', hint: 'organization', name: 'o-exampleorg1' },
  unit: { label: 'unitId', hint: 'unit', name: '' },
  policy: { label: 'policyName', template: 'identity' },
  scp: { label: 'policyName', template: 'scp' },
  rcp: { label: 'policyName', template: 'rcp' },
};

/** Names that a new thing must not have. */
export const takenAt = (scenario: Json, at: JSONPath): string[] => Object.keys(objectOf(valueAt(scenario, at)));

/** What a place in a scenario already has. */
export interface Surroundings {
  scenario: Json;
  world: World;
  t: FormTexts;
}

export function questionFor(kind: NewKind, at: JSONPath, template: TemplateKind | undefined, around: Surroundings): NewQuestion {
  const { scenario, world, t } = around;
  const row = NEW[kind];
  const taken = takenAt(scenario, at);
  const account = at[0] === 'accounts' ? String(at[1] ?? '') : '';
  const ids = world.accounts.map(({ id }) => id);
  const hint = row.hint ? t.hints[row.hint] : '';
  const name = { label: t.labels[row.label], hint, proposal: proposal(kind, at, row.name ?? '', taken, scenario), taken };
  const manager = { label: t.labels.managementAccount, hint: t.hints.managementAccount, proposal: ids[0] ?? '', suggestions: ids };
  const asked = template ?? row.template;
  return {
    heading: account ? t.addIn(t.add[kind], account) : t.add[kind],
    name,
    ...(asked ? { template: asked, namedByTemplate: row.name === undefined } : {}),
    ...(kind === 'organization' ? { extra: manager } : {}),
    world,
  };
}

function proposal(kind: NewKind, at: JSONPath, name: string, taken: readonly string[], scenario: Json): string {
  if (kind === 'account') return freeAccountId(taken);
  if (kind !== 'unit') return freeName(name, taken);
  // A unit's id holds the root's. https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html
  const root = textOf(valueAt(scenario, ['organizations', String(at[1]), 'root', 'id'])).replace(/^r-/, '') || 'root';
  const known = JSON.stringify(scenario['organizations'] ?? '');
  for (let number = 1; ; number++) {
    const id = `ou-${root}-${String(number).repeat(8).slice(0, 8)}`;
    if (!known.includes(`"${id}"`)) return id;
  }
}

const FULL_AWS_ACCESS = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/** The change that writes a new thing. */
export function newThing(kind: NewKind, at: JSONPath, answer: NewAnswer, scenario: Json): ValueChange {
  const { name, policy, extra } = answer;
  const path = [...at, name];
  if (kind === 'role') return { path, value: { trust: policy } };
  if (kind === 'oidcProvider') return { path, value: { clientIds: ['sts.amazonaws.com'] } };
  if (kind === 'organization') return { path, value: { managementAccount: extra, root: { id: 'r-ab12', accounts: [extra] } } };
  // Where nothing is written, FullAWSAccess is attached; it stays attached when an SCP is added to it, as in AWS.
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
  const isFirst = kind === 'scp' && valueAt(scenario, at) === undefined && name !== 'FullAWSAccess';
  if (isFirst) return { path: at, value: { FullAWSAccess: FULL_AWS_ACCESS, [name]: policy } };
  return { path, value: policy ?? {} };
}

/** Another name for a policy, which has no form of its own to type it in. */
export function nameQuestion(path: JSONPath, { scenario, world, t }: Surroundings): NewQuestion {
  const proposal = String(path.at(-1));
  const taken = takenAt(scenario, path.slice(0, -1)).filter((other) => other !== proposal);
  const name = { label: t.labels.policyName, hint: '', proposal, taken };
  return { heading: t.actions.renameIt(proposal), submit: t.actions.rename, name, world };
}

/** A policy in place of one, or of none. */
export function templateQuestion(path: JSONPath, template: TemplateKind, { scenario, world, t }: Surroundings): NewQuestion {
  const there = valueAt(scenario, path) !== undefined;
  return { heading: there ? t.actions.replace : t.add.policy, submit: there ? t.actions.ok : t.actions.add, template, world };
}
