// Whole walks through the page, each as a person would take it, ending at what that person wanted to see.
// `scripts/screenshots` takes a picture of where each ends, in light and in dark.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { Calls } from './calls-pane';
import { expect, type Playground, test } from './page';
import { Timeline } from './timeline-part';
import { openEmpty, type World } from './world-pane';

/** The folder of the pictures; absent: none are taken. */
const PICTURES = process.env['STS_PLAYGROUND_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A picture that is taken before the new colours are painted would lack what is drawn with a filter.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const JO = 'arn:aws:iam::444455556666:user/Jo';
const AUDIT = 'arn:aws:iam::111122223333:role/Audit';
const AUDIT_LABEL = 'Audit (111122223333)';

/** The auditor's story as a document, laid out as someone would type it. */
const AUDITOR = `{
  "format": "sts-playground/1",
  "title": "The auditor, typed",
  "now": "2026-01-15T09:00:00Z",
  "accounts": {
    "111122223333": {
      "roles": { "Audit": { "trust": {
        "Version": "2012-10-17",
        "Statement": {
          "Effect": "Allow",
          "Principal": { "AWS": "${JO}" },
          "Action": "sts:AssumeRole",
          "Condition": { "StringEquals": { "sts:ExternalId": "Example-1" } }
        }
      } } }
    },
    "444455556666": {
      "users": { "Jo": { "policies": { "AssumeAudit": {
        "Version": "2012-10-17",
        "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "${AUDIT}" }
      } } } }
    }
  },
  "steps": [
    { "id": "without", "as": "${JO}", "call": "sts:AssumeRole",
      "with": { "RoleArn": "${AUDIT}", "RoleSessionName": "jo" } },
    { "id": "with", "at": "+1m", "as": "${JO}", "call": "sts:AssumeRole",
      "with": { "RoleArn": "${AUDIT}", "RoleSessionName": "jo", "ExternalId": "Example-1" } }
  ]
}
`;

async function buildAuditorsWorld(world: World): Promise<void> {
  await world.form.getByRole('button', { name: 'Add an account' }).click();
  await world.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await world.add('Add an account', '444455556666');
  await world.add('Add a user: 444455556666', 'Jo');
  await world.add('Add a role: 111122223333', 'Audit', async () => {
    await world.dialog.getByLabel('Start from').selectOption('Trust a user');
    await world.dialog.getByLabel(/sts:ExternalId/).fill('Example-1');
  });
  await world.select('Jo');
  await world.add('Add a policy', 'AssumeAudit', async () => {
    await world.dialog.getByLabel('Start from').selectOption('Allow sts:AssumeRole on a role');
  });
}

test('the auditor’s story, from an empty page with forms only', async ({ playground, page }) => {
  const world = await openEmpty(playground, page);
  await buildAuditorsWorld(world);
  const calls = new Calls(playground, page);
  await calls.show();
  await calls.assumeRole(AUDIT_LABEL, 'jo');
  await expect(calls.verdict).toContainText('Denied');
  await expect(calls.verdict).toContainText('sts:ExternalId');
  await calls.button('Add this call').click();
  await expect(playground.steps).toHaveCount(1);
  await calls.begin();
  await calls.assumeRole(AUDIT_LABEL, 'jo');
  await calls.field('ExternalId').fill('Example-1');
  await expect(calls.verdict).toContainText('Allowed');
  await calls.button('Add this call').click();
  await expect(playground.steps).toHaveCount(2);
  await expect(playground.steps.nth(0)).toContainText('Denied');
  await expect(playground.steps.nth(1)).toContainText('Allowed');
  await expect(playground.verdict).toContainText('Issues the session');
  await expect(new Timeline(page).lane(/assumed-role\/Audit\/jo/)).toBeVisible();
  await expect(playground.errors).toHaveCount(0);
  await picture(page, 'auditor-by-forms');
});

/** Replaces all of the text in Monaco by typing; the closing brackets that Monaco adds by itself are not wanted. */
async function typeScenario(playground: Playground, page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'Scenario' }).click();
  await playground.moveTo('beginning');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Shift+Alt+F');
}

test('the same story by typing', async ({ playground, page }) => {
  await openEmpty(playground, page);
  await typeScenario(playground, page, AUDITOR);
  await expect(page.locator('sts-prose h2')).toHaveText('The auditor, typed');
  await expect(playground.steps.nth(0)).toContainText('Denied');
  await expect(playground.steps.nth(1)).toContainText('Allowed');
  await playground.steps.nth(0).click();
  await expect(playground.sentence).toContainText('sts:ExternalId');
  await expect(playground.sentence).toContainText('Example-1');
  await picture(page, 'auditor-by-typing');
});

test('a policy is broken and mended', async ({ playground, page }) => {
  await playground.open();
  const sentence = await playground.sentence.innerText();
  await playground.moveTo('end');
  await page.keyboard.type(' nonsense');
  await expect(playground.verdict).toContainText('this is the verdict from before it');
  await expect(playground.sentence).toHaveText(sentence);
  await expect(playground.monaco.locator('.squiggly-error').first()).toBeVisible();
  await expect(playground.errors.first()).toContainText(/scenario · line \d+, column \d+/);
  await picture(page, 'broken-policy');
  await page.keyboard.press('Control+Z');
  await expect(playground.errors).toHaveCount(0);
  await expect(playground.verdict).not.toContainText('this is the verdict from before it');
});

async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Example' }).selectOption({ label: title });
  await expect(page.locator('sts-prose h2')).toHaveText(title);
}

test('a code is read from the MFA device and typed', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('A role behind MFA');
  await calls.begin();
  await calls.assumeRole('Operator (111122223333)', 'mina');
  await calls.field('MFA device').selectOption({ label: 'arn:aws:iam::111122223333:mfa/mina-phone' });
  const shown = calls.form.getByText(/^The device shows/);
  await expect(shown).toContainText(/\d{6}/);
  await expect(shown).toContainText(/\d+ more seconds?/);
  await calls.field('TokenCode').fill(/\d{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '');
  await expect(calls.verdict).toContainText('Allowed');
  await picture(page, 'mfa-code');
  await calls.button('Add this call').click();
  await expect(playground.steps.last()).toContainText('Allowed');
});

const ORG = '111122223333';
const role = (name: string): string => `arn:aws:iam::${ORG}:role/${name}`;

/** Three roles, each of which may become the next one; the third hop asks for more than role chaining gives. */
function chain(): string {
  const document = (statement: object): object => ({ Version: '2012-10-17', Statement: [statement] });
  const trust = (principal: string): object => document({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' });
  const become = (next: string): object => ({ Next: document({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role(next) }) });
  const user = `arn:aws:iam::${ORG}:user/Ana`;
  const hop = (id: string, as: string, name: string, more: object = {}): object => ({
    id,
    at: '+5m',
    as,
    call: 'sts:AssumeRole',
    with: { RoleArn: role(name), RoleSessionName: 'ana', ...more },
  });
  const roles = {
    First: { maxSessionDuration: 14400, trust: trust(user), policies: become('Second') },
    Second: { maxSessionDuration: 14400, trust: trust(role('First')), policies: become('Third') },
    Third: { maxSessionDuration: 14400, trust: trust(role('Second')) },
  };
  const steps = [
    hop('first', user, 'First', { DurationSeconds: 14400 }),
    hop('second', 'first', 'Second'),
    hop('too-long', 'second', 'Third', { DurationSeconds: 14400 }),
    hop('third', 'second', 'Third'),
  ];
  const scenario = {
    format: 'sts-playground/1',
    title: 'Three hops',
    now: '2026-01-15T09:00:00Z',
    accounts: { [ORG]: { users: { Ana: { policies: become('First') } }, roles } },
    steps,
  };
  return JSON.stringify(scenario, null, 2);
}

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: a chained session of more than an hour is refused.
test('a chain of three roles, and the hours that chaining does not give as a ghost', async ({ playground, page }) => {
  await openEmpty(playground, page);
  await typeScenario(playground, page, chain());
  await expect(page.locator('sts-prose h2')).toHaveText('Three hops');
  await expect(playground.steps).toHaveCount(4);
  const timeline = new Timeline(page);
  await expect(timeline.lane(/^first, /)).toContainText('4h');
  await expect(timeline.lane(/^second, /)).toContainText('1h');
  await expect(timeline.lane(/^third, /)).toContainText('1h');
  await expect(timeline.drawing.getByRole('img', { name: 'Asked for 4h, at most 1h: refused' })).toBeVisible();
  await expect(timeline.all).toContainText('asked for, not given');
  await timeline.call('too-long').press('Enter');
  await expect(playground.verdict).toContainText('exceeds the 1 hour session limit');
  await picture(page, 'three-hops');
});

test('the cursor is moved past an expiry', async ({ playground, page }) => {
  await playground.open();
  await playground.steps.filter({ hasText: 'read-trail' }).click();
  await expect(playground.verdict).toContainText('Allowed');
  const timeline = new Timeline(page);
  await timeline.judgeAt('2026-01-15 10:04:59');
  await expect(playground.verdict).toContainText('At another instant');
  await expect(playground.verdict).toContainText('Allowed');
  await timeline.judgeAt('2026-01-15 10:05:00');
  await expect(playground.verdict).toContainText('ExpiredToken');
  await expect(timeline.lane(/^audit/)).toContainText('expired');
  await expect(timeline.living).toHaveText('the session is not live');
  await picture(page, 'past-the-expiry');
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
test('a role’s sessions are revoked, and the next call with one is denied', async ({ playground, page }) => {
  await playground.open();
  const calls = new Calls(playground, page);
  await calls.show();
  await calls.list.getByRole('button', { name: 'Delete too-late' }).click();
  await expect(playground.steps).toHaveCount(4);
  await playground.steps.filter({ hasText: /^\s*audit/ }).click();
  await page.getByRole('button', { name: 'Revoke the role’s sessions' }).click();
  await expect(playground.steps.last()).toContainText('iam:PutRolePolicy');
  await expect(playground.steps.last()).toHaveAttribute('aria-current', 'step');
  await expect(playground.verdict).toContainText('Allowed');
  await calls.begin();
  await calls.field('Caller').selectOption('audit');
  await calls.field('Operation').selectOption({ label: 'Any other action…' });
  await calls.field('Action').fill('cloudtrail:LookupEvents');
  await expect(calls.verdict).toContainText('Denied');
  await calls.button('Add this call').click();
  await expect(playground.steps.last()).toContainText('Denied');
  await expect(playground.explanation).toContainText('aws:TokenIssueTime');
  await expect(new Timeline(page).lane(/^audit/).locator('.revocation')).toBeVisible();
  await picture(page, 'revoked');
});

test('a workflow of GitHub signs in, and another repository does not', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('GitHub Actions without stored keys');
  await calls.begin();
  await calls.field('Operation').selectOption('sts:AssumeRoleWithWebIdentity');
  await calls.assumeRole('Deploy (111122223333)', 'run-2');
  await calls.form.getByLabel('Claims like those of').selectOption('token.actions.githubusercontent.com');
  const subject = calls.form.getByLabel('Value: sub', { exact: true });
  await subject.fill('repo:mallory/shop:ref:refs/heads/main');
  await expect(calls.verdict).toContainText('Denied');
  await expect(playground.explanation.locator('.element-row.failed').first()).toContainText('repo:acme/shop');
  await subject.fill('repo:acme/shop:ref:refs/heads/main');
  await expect(calls.verdict).toContainText('Allowed');
  await calls.button('Add this call').click();
  await expect(playground.steps.last()).toContainText('Allowed');
  await picture(page, 'github');
});

test('the page in Korean, from verdict to forms', async ({ playground, page }) => {
  await playground.open('?lang=ko');
  await playground.denied.click();
  await expect(playground.verdict).toContainText('거부됨');
  await expect(playground.sentence).toContainText(/[가-힣]/);
  await page.getByRole('tab', { name: '계정과 역할' }).click();
  await expect(page.locator('sts-world')).toContainText('역할');
  await page.getByRole('tab', { name: '호출' }).click();
  await expect(page.locator('sts-call-form')).toContainText('필수');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toContainText('시나리오');
  await page.keyboard.press('Escape');
  await picture(page, 'korean');
});

/** Presses Tab until the focus is on it, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error('Tab does not reach it');
}

test('a denial is understood and mended by the keyboard alone', async ({ playground, page }) => {
  await playground.open();
  await tabTo(page, playground.denied);
  await page.keyboard.press('Enter');
  await expect(playground.sentence).toContainText('sts:ExternalId');
  await tabTo(page, playground.explanation.locator('button.element-row.failed').first());
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('new call');
  await page.keyboard.press('Enter');
  const calls = new Calls(playground, page);
  await expect(calls.form).toBeVisible();
  await calls.list.getByRole('button', { name: 'Edit confused-deputy' }).focus();
  await page.keyboard.press('Enter');
  await expect(calls.title).toContainText('confused-deputy');
  await tabTo(page, calls.field('ExternalId'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Example-1');
  await expect(calls.verdict).toContainText('Allowed');
  await tabTo(page, calls.button('Save changes'));
  await page.keyboard.press('Enter');
  await expect(playground.steps.filter({ hasText: 'confused-deputy' })).toContainText('Allowed');
  await picture(page, 'keyboard');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the verdict comes first, and a policy is edited in a plain field', async ({ playground, page }) => {
    await playground.open();
    await expect(playground.sentence).toBeInViewport();
    const area = page.getByRole('textbox', { name: /^Policy: Trust policy/ });
    await area.tap();
    await area.fill((await area.inputValue()).replace('Example-1', 'Changed'));
    await expect(playground.verdict).toContainText('Denied');
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await picture(page, 'phone');
    const calls = new Calls(playground, page);
    await calls.show();
    await calls.edit('audit');
    await picture(page, 'phone-calls');
  });
});

test('reloading keeps the work, and the history has what was left', async ({ playground, page }) => {
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await page.reload();
  await expect(playground.verdict).toContainText('Denied');
  await openExample(page, 'A role behind MFA');
  await page.getByRole('button', { name: 'History' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('An auditor from another company');
  await picture(page, 'history');
  await dialog.getByRole('button', { name: /^Open/ }).first().click();
  await expect(playground.verdict).toContainText('Denied');
});
