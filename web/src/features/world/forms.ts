// The form of whatever is selected: the scenario, accounts and their collections, organizations and their levels.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons';
import type { JSONPath } from '../../document/edit';
import { pointerOf, type ThingKind } from '../../document/things';
import { isObject, objectOf, textOf, valueAt } from '../../document/values';
import { checkBox } from '../../forms/fields';
import { levelsOf, membersOf } from './changes';
import { addButton, choiceField, fieldOf, type FormContext, freeText, heading, listField, nameField, textField } from './form-parts';
import { IAM_FORMS } from './iam-forms';
import { kindIcon } from './icons';
import { allowedTexts } from './meanings';
import { policiesField } from './policies-field';
import type { Texts } from './texts.en';
import type { TreeNode } from './tree';

type Form = (context: FormContext, node: TreeNode) => TemplateResult;

/** A text that is one for both languages, or one for each. */
function localized(context: FormContext, field: 'title' | 'description'): TemplateResult {
  const { t, scenario, wish } = context;
  const value = scenario[field];
  const inEach = isObject(value);
  const en = inEach ? textOf(value['en']) : textOf(value);
  const ko = textOf(objectOf(value)['ko']);
  const multiline = field === 'description';
  const set = (path: JSONPath, text: unknown): void => wish({ wish: 'set', path, value: text });
  const putEnglish = (text: string): void => (inEach ? set([field, 'en'], text) : set([field], text || undefined));
  const putKorean = (text: string): void => {
    if (text === '') set([field], en || undefined);
    else if (inEach) set([field, 'ko'], text);
    else set([field], { en, ko: text });
  };
  const korean = { id: `${field}-ko`, label: t.labels[`${field}Ko`], mono: false };
  return html`${freeText(context, en, fieldOf(context, [field], t.labels[field], t.hints[field]), [field], { multiline, commit: putEnglish })}
  ${freeText(context, ko, korean, [field, 'ko'], { multiline, commit: putKorean })}`;
}

const scenarioForm: Form = (context, node) => html`${heading(context, node)} ${localized(context, 'title')}
${textField(context, ['now'], context.t.labels.now, { hint: context.t.hints.now, mono: true })} ${localized(context, 'description')}`;

const accountForm: Form = (context, node) => {
  const { t, wish, scenario, catalog } = context;
  const { path } = node;
  const id = String(path.at(-1));
  const partition = textOf(valueAt(scenario, [...path, 'partition'])) || 'aws';
  const choices = [...new Set<string>([...allowedTexts(catalog, 'account', 'partition'), partition])].map((value) => ({
    value,
    text: value,
  }));
  const choosePartition = (value: string): void =>
    wish({ wish: 'set', path: [...path, 'partition'], value: value === 'aws' ? undefined : value });
  return html`${heading(context, node)} ${nameField(context, path, t.labels.id, t.hints.id)}
  ${textField(context, [...path, 'name'], t.labels.displayName)}
  <ul class="collections" role="list">
    ${node.children.map((child) => innerRow(context, child))}
  </ul>
  ${placementField(context, id)} ${choiceField('partition', t.labels.partition, '', partition, choices, choosePartition)}
  ${listField(context, [...path, 'stsInactiveRegions'], t.labels.stsInactiveRegions, { hint: t.hints.stsInactiveRegions })}
  ${listField(context, [...path, 'cognitoIdentityPools'], t.labels.cognitoIdentityPools, { hint: t.hints.cognitoIdentityPools })}`;
};

/** What belongs to the thing: a collection with how many it holds, or a thing. */
function innerRow(context: FormContext, { pointer, kind, label, count, detail, adds, path }: TreeNode): TemplateResult {
  return html`<li>
    <button type="button" class="go" @click=${() => context.wish({ wish: 'select', pointer, focus: 'form' })}>
      ${kindIcon(kind)}<span>${label}</span><span class="count">${count ?? detail}</span>
    </button>
    ${adds && adds in context.t.add ? addButton(context, adds as keyof Texts['add'], path) : nothing}
  </li>`;
}

/** Where the account stands; an account belongs to one level of one organization. */
function placementField(context: FormContext, account: string): TemplateResult | typeof nothing {
  const { t, scenario, wish } = context;
  const levels = levelsOf(scenario);
  if (levels.length === 0) return nothing;
  const present = levels.find(({ members }) => members.includes(account));
  const choices = [{ value: '', text: t.noPlace }, ...levels.map(({ path, label }) => ({ value: pointerOf(path), text: label }))];
  const choose = (value: string): void =>
    wish({ wish: 'place', account, level: levels.find(({ path }) => pointerOf(path) === value)?.path ?? null });
  return choiceField('placement', t.labels.placement, '', present ? pointerOf(present.path) : '', choices, choose);
}

const collectionForm: Form = (context, node) => {
  const { t } = context;
  const about = node.kind in t.about ? t.about[node.kind as keyof Texts['about']] : '';
  const adds = node.adds && node.adds in t.add ? (node.adds as keyof Texts['add']) : null;
  const begins = node.kind === 'accounts' && node.children.length === 0;
  return html`${heading(context, node)}
    ${begins ? beginning(context, node.path) : html`<p class="about">${about}</p>`}
    ${
      node.children.length > 0
        ? html`<ul class="collections" role="list">
          ${node.children.map((child) => innerRow(context, { ...child, adds: null }))}
        </ul>`
        : begins
          ? nothing
          : html`<p class="none">${t.none}</p>`
    }
    ${adds && !begins ? html`<div>${addButton(context, adds, node.path, true)}</div>` : nothing}`;
};

const beginning = (context: FormContext, path: JSONPath): TemplateResult => html`<div class="begin">
  <p class="begin-title">${context.t.emptyTitle}</p>
  <p>${context.t.emptyText}</p>
  ${addButton(context, 'account', path, true)}
</div>`;

const organizationForm: Form = (context, node) => {
  const { t, scenario, wish, world } = context;
  const { path } = node;
  const access = [...path, 'centralizedRootAccess'];
  const enabled = valueAt(scenario, access) !== undefined;
  const ids = world.accounts.map(({ id }) => id);
  const label = t.labels.centralizedRootAccess;
  const toggle = (checked: boolean): void => wish({ wish: 'set', path: access, value: checked ? {} : undefined });
  const needed = (text: string): string | null => (text === '' ? t.errors.needed : null);
  const manager = { hint: t.hints.managementAccount, suggestions: ids, mono: true, check: needed };
  const delegate = { suggestions: ids, mono: true };
  return html`${heading(context, node)} ${nameField(context, path, t.labels.organizationId, t.hints.organization)}
    ${textField(context, [...path, 'managementAccount'], t.labels.managementAccount, manager)}
    <div>
      ${checkBox({ label, checked: enabled, describedBy: 'access-hint', change: toggle })}
      <p class="hint" id="access-hint">${t.hints.centralizedRootAccess}</p>
    </div>
    ${enabled ? textField(context, [...access, 'delegatedAdministrator'], t.labels.delegatedAdministrator, delegate) : nothing}`;
};

/** SCPs and RCPs of a root, a unit or an account in one. */
function levelPolicies(context: FormContext, path: JSONPath): TemplateResult {
  const { t, scenario, wish } = context;
  const scps = valueAt(scenario, [...path, 'scps']);
  const none = Object.keys(objectOf(scps)).length === 0;
  const restore = (): void => wish({ wish: 'set', path: [...path, 'scps'], value: undefined });
  const hint = scps === undefined ? t.hints.scpsDefault : none ? t.hints.scpsEmpty : t.hints.scps;
  return html`<div class="group">
      ${policiesField(context, [...path, 'scps'], t.labels.scps, { kind: 'scp', template: 'scp', adds: 'scp', hint })}
      ${
        scps === undefined
          ? nothing
          : html`<div><button type="button" class="button" @click=${restore}>${icon('undo')}${t.restoreScps}</button></div>`
      }
    </div>
    ${policiesField(context, [...path, 'rcps'], t.labels.rcps, { kind: 'rcp', template: 'rcp', adds: 'rcp', hint: t.hints.rcps })}`;
}

function membersField(context: FormContext, path: JSONPath): TemplateResult {
  const { t, scenario, world } = context;
  const level = valueAt(scenario, path);
  const placed = levelsOf(scenario).flatMap(({ members }) => members);
  const free = world.accounts.map(({ id }) => id).filter((id) => !placed.includes(id));
  return listField(context, [...path, 'accounts'], t.labels.members, {
    values: membersOf(level),
    suggestions: free,
    proposal: free[0] ?? '',
  });
}

const levelForm: Form = (context, node) => {
  const { t } = context;
  const { path } = node;
  const isRoot = node.kind === 'root';
  return html`${heading(context, node)}
    <p class="about">${isRoot ? t.about.root : t.about.unit}</p>
    ${nameField(context, path, isRoot ? t.labels.rootId : t.labels.unitId, isRoot ? t.hints.root : t.hints.unit)}
    ${isRoot ? nothing : textField(context, [...path, 'name'], t.labels.displayName)} ${membersField(context, path)}
    ${levelPolicies(context, path)}
    <div>${addButton(context, 'unit', [...path, 'units'])}</div>`;
};

const memberForm: Form = (context, node) => {
  const { t, wish, world } = context;
  const account = world.accounts.find(({ id }) => id === node.label);
  const go = (): void => wish({ wish: 'select', pointer: pointerOf(['accounts', node.label]), focus: 'form' });
  return html`${heading(context, node)}
    <p class="about">${t.about.member}</p>
    ${
      account
        ? html`<div><button type="button" class="button" @click=${go}>${kindIcon('account')}${t.kinds.account} ${account.id}</button></div>`
        : nothing
    }
    ${levelPolicies(context, node.path)}`;
};

const FORMS: Partial<Record<ThingKind, Form>> = {
  ...IAM_FORMS,
  scenario: scenarioForm,
  account: accountForm,
  organization: organizationForm,
  root: levelForm,
  unit: levelForm,
  member: memberForm,
};

export const formOf = (context: FormContext, node: TreeNode): TemplateResult => (FORMS[node.kind] ?? collectionForm)(context, node);
