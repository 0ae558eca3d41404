// The pane "Calls": a call is put together by a form, judged while it changes, and written into the scenario.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { Calls } from './calls-pane';
import { expect, test } from './page';

interface Step {
  id?: string;
  at?: string;
  as?: string;
  call: string;
  with?: Record<string, unknown>;
  context?: Record<string, unknown>;
  expect?: Record<string, unknown>;
}

const stepsOf = (scenario: string): Step[] => (JSON.parse(scenario) as { steps: Step[] }).steps;

const AUDIT = 'Audit (111122223333)';

test('a call is judged while it is put together, before anything is added', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.begin();
  await calls.assumeRole(AUDIT, 'jo');
  await calls.field('ExternalId').fill('Example-2');
  await expect(calls.verdict).toContainText('Denied');
  await expect(calls.verdict).toContainText('sts:ExternalId');
  await expect(playground.verdict).toContainText('What would happen');
  await expect(playground.explanation.locator('.element-row.failed').first()).toContainText('Example-2');
  await calls.field('ExternalId').fill('Example-1');
  await expect(calls.verdict).toContainText('Allowed');
  await expect(calls.verdict).toContainText('until 2026-01-15 11:22:00 UTC');
  await expect(playground.steps).toHaveCount(5);
});

test('adding a call makes a step with a verdict, selects it, and keeps the rest of the text', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  const before = await calls.scenario();
  await calls.begin();
  await calls.assumeRole(AUDIT, 'jo');
  await calls.field('ExternalId').fill('Example-1');
  await calls.pane.getByRole('checkbox', { name: 'Expect this outcome' }).check();
  await calls.button('Add this call').click();
  await expect(playground.steps).toHaveCount(6);
  await expect(playground.steps.last()).toContainText('Allowed');
  await expect(playground.steps.last()).toHaveAttribute('aria-current', 'step');
  await expect(playground.verdict).toContainText('As expected');
  await expect(playground.verdict).not.toContainText('What would happen');
  await expect(calls.list.getByRole('button', { name: 'Edit call-6' })).toBeFocused();
  const after = await calls.scenario();
  expect(stepsOf(after).at(-1)).toEqual({
    id: 'call-6',
    at: '+1m',
    as: 'arn:aws:iam::444455556666:user/Jo',
    call: 'sts:AssumeRole',
    with: { RoleArn: 'arn:aws:iam::111122223333:role/Audit', RoleSessionName: 'jo', ExternalId: 'Example-1' },
    expect: { decision: 'Allow' },
  });
  expect(after.startsWith(before.slice(0, before.lastIndexOf('}\n  ]')))).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.steps).toHaveCount(5);
});

test('the MFA device shows its code; typed by hand it is accepted, and a wrong one is not', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('A role behind MFA');
  await calls.begin();
  await calls.assumeRole('Operator (111122223333)', 'mina');
  await expect(calls.verdict).toContainText('Denied');
  await calls.field('MFA device').selectOption({ label: 'arn:aws:iam::111122223333:mfa/mina-phone' });
  const shown = calls.form.getByText(/^The device shows/);
  await expect(shown).toContainText(/\d{6}/);
  const code = /\d{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
  await calls.field('TokenCode').fill(code);
  await expect(calls.verdict).toContainText('Allowed');
  // One digit is another one, so that the code cannot be right.
  await calls.field('TokenCode').fill(code.slice(0, 5) + String((Number(code[5]) + 1) % 10));
  await expect(calls.verdict).toContainText('Denied');
  await calls.button('Use current code').click();
  await expect(calls.field('TokenCode')).toHaveValue('current');
  await expect(calls.verdict).toContainText('Allowed');
});

test('tags are rows, and a transitive one is among the transitive keys', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('From role to role');
  await calls.edit('build');
  await expect(calls.form.getByLabel('Tag key 1')).toHaveValue('Project');
  await expect(calls.form.getByRole('checkbox', { name: 'Transitive Project' })).toBeChecked();
  await calls.button('Add a tag').click();
  await expect(calls.form.getByLabel('Tag key 3')).toBeFocused();
  await page.keyboard.type('Team');
  await calls.form.getByLabel('Tag value 3').fill('search');
  await calls.form.getByRole('checkbox', { name: 'Transitive Team' }).check();
  await expect(calls.button('Save changes')).toBeVisible();
  await calls.button('Save changes').click();
  await expect(calls.button('Save changes')).toBeHidden();
  const [build] = stepsOf(await calls.scenario());
  expect(build?.with?.['Tags']).toContainEqual({ Key: 'Team', Value: 'search' });
  expect(build?.with?.['TransitiveTagKeys']).toEqual(['Project', 'Team']);
});

test('the duration shows where the role’s maximum and the limit of role chaining are', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('From role to role');
  await calls.edit('two-hours');
  const duration = calls.form.locator('sts-duration-field');
  await expect(duration).toContainText('role chaining: 1h');
  await expect(duration).toContainText('the role’s maximum: 4h');
  await expect(calls.verdict).toContainText('Error');
  await calls.form.getByRole('slider', { name: 'DurationSeconds' }).press('ArrowLeft');
  await expect(calls.form.getByLabel('DurationSeconds, in seconds')).toHaveValue('6300');
  await expect(duration).toContainText('1h 45m');
  await calls.form.getByLabel('DurationSeconds, in seconds').fill('3600');
  await expect(calls.verdict).toContainText('Allowed');
  await calls.edit('build');
  await expect(duration).not.toContainText('role chaining');
});

test('what is not to be sent any more is taken out of the step', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('From role to role');
  await calls.edit('two-hours');
  await calls.button('Write Policy').click();
  await expect(calls.form.getByRole('textbox', { name: 'Policy' })).toBeFocused();
  await calls.button('Remove').click();
  await expect(calls.button('Write Policy')).toBeVisible();
  await calls.button('Do not send').click();
  await expect(calls.form.getByLabel('DurationSeconds, in seconds')).toHaveValue('');
  await calls.button('Save changes').click();
  await expect(calls.button('Save changes')).toBeHidden();
  const step = stepsOf(await calls.scenario()).find(({ id }) => id === 'two-hours');
  expect(Object.keys(step?.with ?? {})).toEqual(['RoleArn', 'RoleSessionName']);
});

test('a token of another repository is denied', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample('GitHub Actions without stored keys');
  await calls.begin();
  await calls.field('Operation').selectOption('sts:AssumeRoleWithWebIdentity');
  await calls.assumeRole('Deploy (111122223333)', 'run-2');
  await calls.form.getByLabel('Claims like those of').selectOption('token.actions.githubusercontent.com');
  const subject = calls.form.getByLabel('Value: sub', { exact: true });
  await expect(subject).toHaveValue(/^repo:/);
  await subject.fill('repo:acme/shop:ref:refs/heads/main');
  await expect(calls.verdict).toContainText('Allowed');
  await subject.fill('repo:mallory/shop:ref:refs/heads/main');
  await expect(calls.verdict).toContainText('Denied');
});

test('a SAML assertion is edited by its attributes', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.openExample("Signing in through a company's directory");
  await calls.edit('dana');
  await expect(calls.form.getByLabel('SAML provider')).toContainText('CorpIdP');
  const audience = calls.form.getByLabel('Value: SAML:aud', { exact: true });
  await audience.fill('https://example.com/other');
  await expect(calls.verdict).toContainText('Denied');
  await audience.fill('https://signin.aws.amazon.com/saml');
  await expect(calls.verdict).toContainText('As it is in the scenario');
});

test('a step is changed by its form: only what differs is written, and discarding brings it back', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  const before = await calls.scenario();
  await calls.edit('confused-deputy');
  await calls.field('ExternalId').fill('Example-1');
  await expect(calls.verdict).toContainText('Allowed');
  await expect(calls.pane).toContainText('The scenario expects: Denied.');
  await expect(calls.list).toContainText('not saved');
  await calls.button('Discard').click();
  await expect(calls.field('ExternalId')).toHaveValue('Example-2');
  await calls.field('ExternalId').fill('Example-1');
  await calls.button('Save changes').click();
  await expect(playground.verdict).toContainText('Not as expected');
  expect(await calls.scenario()).toBe(before.replace('Example-2', 'Example-1'));
});

test('what was begun survives other panes, another language and other steps', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.begin();
  await calls.field('RoleSessionName').fill('half-done');
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  await expect(playground.verdict).not.toContainText('What would happen');
  await calls.show();
  await expect(calls.field('RoleSessionName')).toHaveValue('half-done');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(calls.title).toHaveText('새 호출');
  await expect(calls.form.getByLabel(/^RoleSessionName/)).toHaveValue('half-done');
  await page.getByRole('button', { name: 'English' }).click();
  await playground.denied.click();
  await expect(calls.title).toContainText('confused-deputy');
  await calls.begin();
  await expect(calls.field('RoleSessionName')).toHaveValue('half-done');
});

test('deleting a step asks where later calls use its session', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.button('Delete audit').click();
  await expect(calls.list).toContainText('The session of audit is used by read-trail, too-late.');
  await expect(calls.button('Keep')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.steps).toHaveCount(5);
  await expect(calls.list.getByRole('button', { name: 'Edit audit' })).toBeFocused();
  await calls.button('Delete no-external-id').click();
  await expect(playground.steps).toHaveCount(4);
  await calls.button('Delete audit').click();
  await calls.button('Delete anyway').click();
  await expect(calls.list.getByRole('button', { name: /^Edit/ })).toHaveCount(3);
  await expect(playground.errors.first()).toContainText('audit');
  expect(stepsOf(await calls.scenario()).map(({ id }) => id)).toEqual(['read-trail', 'confused-deputy', 'too-late']);
});

test('steps are duplicated and moved', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.button('Duplicate confused-deputy').click();
  await expect(calls.title).toContainText('confused-deputy-2');
  await expect(playground.steps.nth(3)).toHaveAttribute('aria-current', 'step');
  await calls.button('Move confused-deputy-2 down').click();
  await expect(playground.steps.nth(4)).toContainText('confused-deputy-2');
  await expect(playground.steps.nth(4)).toHaveAttribute('aria-current', 'step');
  await expect(calls.list.getByRole('button', { name: 'Edit confused-deputy-2' })).toBeFocused();
  await calls.button('Move no-external-id up').click();
  await expect(playground.steps.nth(2)).toContainText('no-external-id');
  const ids = stepsOf(await calls.scenario()).map(({ id }) => id);
  expect(ids).toEqual(['audit', 'read-trail', 'no-external-id', 'confused-deputy', 'confused-deputy-2', 'too-late']);
});

test('callers that have expired by then are named so', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.edit('too-late');
  await expect(calls.field('Caller')).toContainText('audit (expired at 2026-01-15 10:05:00)');
  await calls.edit('read-trail');
  await expect(calls.field('Caller')).toContainText('audit (until 2026-01-15 10:05:00)');
});

test('any action on any resource, with the context that it needs', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.begin();
  await calls.field('Operation').selectOption({ label: 'Any other action…' });
  await calls.field('Action').fill('cloudtrail:LookupEvents');
  await calls.field('Caller').selectOption({ label: 'Another caller, typed…' });
  await calls.form.getByLabel('Caller, typed').fill('arn:aws:sts::111122223333:assumed-role/Audit/someone');
  await calls.form.getByLabel('aws:SourceIp').fill('203.0.113.9');
  await calls.button('Add a context key').click();
  await page.keyboard.type('cloudtrail:example');
  await calls.form.getByLabel('Kind of value: cloudtrail:example').selectOption({ label: 'list' });
  await calls.form.getByLabel(/^Value: cloudtrail:example/).fill('a\nb');
  await expect(calls.verdict).toContainText('Allowed');
  await calls.button('Add this call').click();
  await expect(playground.steps).toHaveCount(6);
  expect(stepsOf(await calls.scenario()).at(-1)).toEqual({
    id: 'call-6',
    at: '+1m',
    as: 'arn:aws:sts::111122223333:assumed-role/Audit/someone',
    call: 'cloudtrail:LookupEvents',
    resource: '*',
    context: { 'aws:SourceIp': '203.0.113.9', 'cloudtrail:example': ['a', 'b'] },
  });
});

test('what is wrong stands at its field, and nothing that was typed is lost', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.begin();
  await calls.assumeRole(AUDIT, 'jo');
  const at = calls.form.getByLabel('At', { exact: true });
  await at.fill('soon');
  await expect(at).toHaveAttribute('aria-invalid', 'true');
  await expect(at).toHaveValue('soon');
  await at.fill('+2m');
  await expect(at).not.toHaveAttribute('aria-invalid', 'true');
  await calls.button('Write Policy').click();
  const policy = calls.form.getByRole('textbox', { name: 'Policy' });
  await policy.fill('{ "Statement": [');
  await expect(calls.form.locator('sts-policy-field')).toContainText('The text ends too early');
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await calls.show();
  await expect(policy).toHaveValue('{ "Statement": [');
});

test('a step can be written as JSON, with the same verdict', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await calls.open();
  await calls.begin();
  await calls.assumeRole(AUDIT, 'jo');
  await calls.pane.getByLabel('Edit as JSON').check();
  const json = calls.pane.getByRole('textbox', { name: 'The step, as JSON' });
  await json.fill((await json.inputValue()).replace('"jo"', '"jo", "ExternalId": "Example-1"'));
  await expect(calls.verdict).toContainText('Allowed');
  await json.press('End');
  await json.fill('{ "call": ');
  await expect(calls.pane).toContainText('This is not a valid JSON object yet: line 1, column');
  await expect(json).toHaveValue('{ "call": ');
  await expect(calls.button('Add this call')).toBeDisabled();
  await calls.pane.getByLabel('Edit as JSON').uncheck();
  await expect(calls.field('ExternalId')).toHaveValue('Example-1');
  await calls.pane.getByLabel('Edit as JSON').check();
  await expect(json).toHaveValue('{ "call": ');
});

test('without the catalog a call is written as JSON', async ({ playground, page, faults }) => {
  await page.route(/\/catalog\.[a-z]{2}-.*\.js$/, (route) => route.abort());
  const calls = new Calls(playground, page);
  await playground.open();
  await page.getByRole('tab', { name: 'Calls' }).click();
  await expect(calls.pane.getByRole('alert')).toContainText('could not be loaded');
  const json = calls.pane.getByRole('textbox', { name: 'The step, as JSON' });
  await json.fill((await json.inputValue()).replace('Example-1', 'Example-3'));
  await expect(calls.verdict).toContainText('Denied');
  await calls.button('Save changes').click();
  await expect(playground.steps.first()).toContainText('Denied');
  // The browser reports the download that was refused on purpose.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/Failed to load resource|net::ERR_FAILED/.test(fault)));
});

test('a call is put together and added by keyboard alone', async ({ playground, page }) => {
  const calls = new Calls(playground, page);
  await playground.open();
  await page.getByRole('tab', { name: 'Policy', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Calls' })).toBeFocused();
  await expect(calls.form).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(calls.button('New call')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(calls.title).toBeFocused();
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(calls.field('RoleArn'));
  await page.keyboard.type('Audit');
  await tabTo(calls.field('RoleSessionName'));
  await page.keyboard.type('jo');
  await tabTo(calls.field('ExternalId'));
  await page.keyboard.type('Example-1');
  await expect(calls.verdict).toContainText('Allowed');
  await tabTo(calls.button('Add this call'));
  await page.keyboard.press('Enter');
  await expect(playground.steps.last()).toContainText('call-6');
  await expect(calls.list.getByRole('button', { name: 'Edit call-6' })).toBeFocused();
});

test('on a phone nothing scrolls sideways, and the form is whole', async ({ playground, page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const calls = new Calls(playground, page);
  for (const query of ['?lang=en', '?lang=ko']) {
    await calls.open(query);
    await calls.list.locator('#new').click();
    await calls.form.getByLabel('ExternalId').fill('Example-1');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const { pane, form } = { pane: await calls.pane.boundingBox(), form: await calls.form.boundingBox() };
    expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
  }
});

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('sts-calls').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the form of a call, ${theme}`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const calls = new Calls(playground, page);
    await calls.open();
    await calls.begin();
    await calls.assumeRole(AUDIT, 'jo');
    await calls.button('Add a tag').click();
    await calls.button('Add a context key').click();
    await calls.button('Write Policy').click();
    await calls.button('Add a managed policy').click();
    await calls.form.getByLabel('At', { exact: true }).fill('soon');
    await expect(calls.form.getByLabel('At', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expectClean(page);
  });

  test(`axe finds nothing in claims, ${theme}`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const calls = new Calls(playground, page);
    await calls.openExample("Signing in through a company's directory");
    await calls.button('Add an attribute').click();
    await expectClean(page);
  });

  test(`axe finds nothing in a step as JSON, ${theme}`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const calls = new Calls(playground, page);
    await calls.open();
    await calls.pane.getByLabel('Edit as JSON').check();
    await calls.button('Delete audit').click();
    await expect(calls.button('Keep')).toBeFocused();
    await expectClean(page);
  });
}
