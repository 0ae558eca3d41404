import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page';
import { openEmpty, openWorld, type Scenario } from './world-pane';

/** The scenario's text changed in these lines only. */
function changedLines(before: string, after: string): string[] {
  const lines = before.split('\n');
  return after.split('\n').filter((line, index) => line !== lines[index]);
}

const JO = 'arn:aws:iam::444455556666:user/Jo';
const AUDIT = 'arn:aws:iam::111122223333:role/Audit';

test('a story of two accounts and an external id is built from the empty scenario by forms only', async ({ playground, page }) => {
  const world = await openEmpty(playground, page);
  await world.form.getByRole('button', { name: 'Add an account' }).click();
  await expect(world.dialog.getByLabel('Account id')).toHaveValue('111122223333');
  await world.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(world.form.getByRole('heading', { name: '111122223333' })).toBeFocused();
  await world.add('Add an account', '444455556666');
  await world.add('Add a user: 444455556666', 'Jo');
  await world.add('Add a role: 111122223333', 'Audit', async () => {
    await world.dialog.getByLabel('Start from').selectOption('Trust a user');
    await expect(world.dialog.getByLabel('User (ARN)')).toHaveValue(JO);
    await world.dialog.getByLabel(/sts:ExternalId/).fill('Example-1');
  });
  await world.select('Jo');
  await world.add('Add a policy', 'AssumeAudit', async () => {
    await world.dialog.getByLabel('Start from').selectOption('Allow sts:AssumeRole on a role');
    await expect(world.dialog.getByLabel('Role to assume (ARN)')).toHaveValue(AUDIT);
  });
  const { accounts } = await world.scenario();
  expect(accounts['111122223333']?.['roles']?.['Audit']?.['trust']).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: JO }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'Example-1' } } },
    ],
  });
  expect(accounts['444455556666']?.['users']?.['Jo']?.['policies']).toEqual({
    AssumeAudit: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: AUDIT }] },
  });
  await expect(playground.errors).toHaveCount(0);
  await world.form.getByRole('button', { name: 'Edit AssumeAudit' }).click();
  await expect(page.getByRole('tab', { name: 'Policy', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: /AssumeAudit/ })).toHaveValue(new RegExp(AUDIT));
});

test('a name that is empty or taken is refused and stays as typed', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await page.getByRole('button', { name: 'Add an account', exact: true }).first().click();
  await world.dialog.getByLabel('Account id').fill('111122223333');
  await world.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(world.dialog.getByRole('alert')).toHaveText('“111122223333” is taken already.');
  await expect(world.dialog.getByLabel('Account id')).toHaveValue('111122223333');
  await page.keyboard.press('Escape');
  await world.select('444455556666, Auditing company');
  await world.fill('Account id', '111122223333');
  await expect(world.form.getByRole('alert')).toContainText('is taken already');
  await world.fill('Account id', '');
  await expect(world.form.getByRole('alert')).toContainText('A name is needed');
  expect(Object.keys((await world.scenario()).accounts)).toEqual(['111122223333', '444455556666']);
});

test('renaming a user asks, and the references follow in one step that can be undone', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  const before = await world.text();
  const count = before.split(JO).length - 1;
  expect(count).toBeGreaterThan(1);
  await world.select('Jo');
  await world.fill('Name', 'Ann');
  await expect(world.dialog).toContainText(`${count} references follow`);
  await expect(world.dialog.getByRole('listitem').first()).toContainText('user/Ann');
  await world.dialog.getByRole('button', { name: 'With all references' }).click();
  await expect(world.form.getByRole('heading', { name: 'Ann' })).toBeVisible();
  await expect(world.form.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByText(`Renamed to Ann; ${count} references changed.`)).toBeVisible();
  const after = await world.text();
  expect(after).toBe(before.replaceAll(JO, 'arn:aws:iam::444455556666:user/Ann').replace('"Jo": {', '"Ann": {'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(world.item('Jo')).toBeVisible();
  expect(await world.text()).toBe(before);
});

test('renaming can be cancelled, or done here only', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  const before = await world.text();
  await world.select('Audit');
  await world.fill('Name', 'Reviewer');
  await world.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(world.form.getByLabel('Name', { exact: true })).toHaveValue('Audit');
  expect(await world.text()).toBe(before);
  await world.fill('Name', 'Reviewer');
  await world.dialog.getByRole('button', { name: 'Only here' }).click();
  await expect(world.item('Reviewer')).toBeVisible();
  expect(await world.text()).toBe(before.replace('"Audit": {', '"Reviewer": {'));
});

test('an IAM path is part of the ARN, and the references follow it', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.select('Jo');
  await world.fill('IAM path', '/teams/');
  await world.dialog.getByRole('button', { name: 'With all references' }).click();
  await expect(world.form).toContainText('arn:aws:iam::444455556666:user/teams/Jo');
  const text = await world.text();
  expect(text).not.toContain(JO);
  expect(text).toContain('"path": "/teams/"');
});

test('deleting asks where something refers to the thing, and otherwise does not', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.select('Audit');
  await world.form.getByRole('button', { name: 'Delete Audit' }).click();
  await expect(world.dialog).toContainText('Delete Audit?');
  await expect(world.dialog).toContainText(AUDIT);
  await world.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(world.item('Audit')).toBeVisible();
  await world.form.getByRole('button', { name: 'Duplicate Audit' }).click();
  await expect(world.item('Audit-2')).toHaveAttribute('aria-selected', 'true');
  await world.form.getByRole('button', { name: 'Delete Audit-2' }).click();
  await expect(world.item('Audit-2')).toHaveCount(0);
  await expect(world.item('Audit')).toBeFocused();
  await world.form.getByRole('button', { name: 'Delete Audit', exact: true }).click();
  await world.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(world.item('Roles, 0').first()).toBeFocused();
  expect((await world.scenario()).accounts['111122223333']).not.toHaveProperty('roles');
});

test('a duplicate has the same content, written in the same way', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  const before = await world.text();
  await world.select('Audit');
  await world.form.getByRole('button', { name: 'Duplicate Audit' }).click();
  await expect(world.form.getByRole('heading', { name: 'Audit-2' })).toBeFocused();
  const after = await world.text();
  const { accounts } = JSON.parse(after) as Scenario;
  expect(accounts['111122223333']?.['roles']?.['Audit-2']).toEqual(accounts['111122223333']?.['roles']?.['Audit']);
  const role = /\n( *)"Audit": \{[\s\S]*?\n\1\}/.exec(before)?.[0] ?? 'none';
  expect(after).toContain(`${role},${role.replace('"Audit"', '"Audit-2"')}`);
});

test('a form changes its own line only, and an emptied field is taken away', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  const before = await world.text();
  await world.select('111122223333, Customer');
  await world.fill('Display name', 'Buyer');
  const after = await world.text();
  expect(changedLines(before, after)).toEqual(['      "name": "Buyer",']);
  await world.fill('Display name', '');
  const { accounts } = await world.scenario();
  expect(accounts['111122223333']).not.toHaveProperty('name');
});

test('tags, MFA devices, groups, boundary and duration are edited in forms', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.add('Add a group: 444455556666', 'Auditors');
  await world.select('Jo');
  await world.form.getByRole('button', { name: 'Add a tag' }).click();
  await expect(world.form.getByLabel('Tag key 1')).toBeFocused();
  await page.keyboard.type('department');
  await page.keyboard.press('Tab');
  await expect(world.form.getByLabel('Tag value 1')).toBeFocused();
  await page.keyboard.type('finance');
  await page.keyboard.press('Enter');
  expect((await world.scenario()).accounts['444455556666']?.['users']?.['Jo']).toMatchObject({ tags: { department: 'finance' } });
  await world.fill('Tag value 1', 'audit');
  await world.form.getByRole('button', { name: 'Add a tag' }).click();
  await world.fill('Tag key 2', 'department');
  await expect(world.form.getByRole('alert')).toContainText('The tag “department” is there already.');
  await world.fill('Tag key 2', 'team');
  await world.fill('Tag key 2', 'group');
  await world.form.getByRole('button', { name: 'Remove the tag group' }).click();
  await world.form.getByRole('button', { name: 'Add: MFA devices' }).click();
  await expect(world.form.getByLabel('MFA devices, 1')).toHaveValue('arn:aws:iam::444455556666:mfa/Jo');
  await world.form.getByLabel('Groups: another one').fill('Auditors');
  await world.form.getByLabel('Groups: another one').press('Enter');
  await world.form.getByLabel('Permissions boundary').selectOption('A managed policy');
  await world.fill('ARN of the boundary', 'arn:aws:iam::aws:policy/AdministratorAccess');
  const user = (await world.scenario()).accounts['444455556666']?.['users']?.['Jo'];
  expect(user).toMatchObject({
    tags: { department: 'audit' },
    mfaDevices: ['arn:aws:iam::444455556666:mfa/Jo'],
    groups: ['Auditors'],
    boundary: { arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  });
  await world.form.getByRole('button', { name: 'Remove the tag department' }).click();
  await world.form.getByLabel('Permissions boundary').selectOption('None');
  const without = (await world.scenario()).accounts['444455556666']?.['users']?.['Jo'];
  expect(without).not.toHaveProperty('tags');
  expect(without).not.toHaveProperty('boundary');
  await world.select('Audit');
  await world.fill('Maximum session duration, in seconds', '7200');
  await expect(world.form).toContainText('= 2h');
  await world.form.getByRole('slider').press('End');
  expect((await world.scenario()).accounts['111122223333']?.['roles']?.['Audit']?.['maxSessionDuration']).toBe(43200);
  await world.fill('Maximum session duration, in seconds', 'soon');
  await expect(world.form.getByRole('alert')).toContainText('whole number of seconds');
});

test('what the engine says about a place stands at its field', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.select('Audit');
  await world.fill('Maximum session duration, in seconds', '60');
  const field = world.form.locator('sts-duration-field');
  const [problem] = await playground.errors.allInnerTexts();
  await expect(field.getByRole('listitem')).toBeVisible();
  await expect(field).toContainText('43200');
  expect(problem ?? '').toContain((await field.getByRole('listitem').innerText()).trim());
  await expect(world.item(/^Audit, 1 problem$/)).toBeVisible();
  await world.fill('Maximum session duration, in seconds', '');
  await expect(field.getByRole('listitem')).toHaveCount(0);
});

test('an organization with SCPs by level is built by forms', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.add('Add an organization', 'o-exampleorg1', async () => {
    await world.dialog.getByLabel('Management account').fill('111122223333');
  });
  await world.item(/^Root/).locator('> .line .name').click();
  await expect(world.form).toContainText('FullAWSAccess is attached, because nothing else is written here.');
  await world.form.getByRole('button', { name: 'Add an organizational unit' }).click();
  await expect(world.dialog.getByLabel('OU id')).toHaveValue('ou-ab12-11111111');
  await world.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await world.fill('Display name', 'Prod');
  await world.form.getByRole('button', { name: 'Add: Accounts' }).click();
  await expect(world.form.getByLabel('Accounts, 1')).toHaveValue('444455556666');
  await world.add('Add an SCP', 'OneRegionOnly', async () => {
    await world.dialog.getByLabel('Region').fill('ap-northeast-2');
  });
  await expect(world.form.getByRole('button', { name: 'Edit FullAWSAccess' })).toBeVisible();
  const organization = (await world.scenario()).organizations?.['o-exampleorg1'];
  const unit = (organization?.root['units'] as Record<string, Record<string, unknown>>)['ou-ab12-11111111'];
  expect(unit).toMatchObject({ name: 'Prod', accounts: ['444455556666'] });
  expect(Object.keys(unit?.['scps'] ?? {})).toEqual(['FullAWSAccess', 'OneRegionOnly']);
  await expect(playground.errors).toHaveCount(0);
  await world.form.getByRole('button', { name: 'Attach FullAWSAccess only (default)' }).click();
  await expect(world.form.getByRole('button', { name: 'Edit FullAWSAccess' })).toHaveCount(0);

  // What is attached to the account itself, and the account's place.
  await world.item(/^Prod/).getByRole('treeitem', { name: '444455556666' }).locator('> .line .name').click();
  await world.add('Add an RCP', 'Guard', async () => {
    await expect(world.dialog.getByLabel('Organization id')).toHaveValue('o-exampleorg1');
  });
  await world.select('444455556666, Auditing company');
  await world.form.getByLabel('Place in an organization').selectOption('o-exampleorg1, r-ab12');
  const { root } = (await world.scenario()).organizations?.['o-exampleorg1'] ?? { root: {} };
  expect(root).toMatchObject({ accounts: { '111122223333': {}, '444455556666': { rcps: { Guard: {} } } } });
});

test('the tree is walked by the keyboard', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.select('111122223333, Customer');
  const focused = (name: string | RegExp): Promise<void> => expect(world.item(name).first()).toBeFocused();
  await page.keyboard.press('Home');
  await focused('Scenario');
  await page.keyboard.press('ArrowDown');
  await focused('Accounts, 2');
  await page.keyboard.press('ArrowRight');
  await focused('111122223333, Customer');
  await expect(world.form.getByRole('heading', { name: '111122223333' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(world.item('111122223333, Customer')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await focused('444455556666, Auditing company');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(world.item('111122223333, Customer')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await focused('111122223333, Customer');
  await page.keyboard.press('End');
  await focused('Organizations, 0');
  await page.keyboard.press('Tab');
  await expect(world.tree.getByRole('button', { name: 'Add an organization' })).toBeFocused();
  await world.select('Jo');
  await page.keyboard.press('Enter');
  await expect(world.form.getByRole('heading', { name: 'Jo' })).toBeFocused();
  await world.item('Jo').focus();
  await page.keyboard.press('Delete');
  await expect(world.dialog).toContainText('Delete Jo?');
  await page.keyboard.press('Escape');
  await expect(world.item('Jo')).toBeFocused();
});

test('the selection stays while the scenario is edited elsewhere, and a broken text stops the forms only', async ({ playground, page }) => {
  const world = await openWorld(playground, page);
  await world.select('Jo');
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
  await playground.moveTo('end');
  await page.keyboard.type('nonsense');
  await page.getByRole('tab', { name: 'World' }).click();
  await expect(world.form).toContainText('is no JSON object');
  await expect(world.item('Jo')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(world.form).not.toContainText('is no JSON object');
  await expect(world.form.getByLabel('Name', { exact: true })).toHaveValue('Jo');
});

test('title and description are one text, or one for each language', async ({ playground, page }) => {
  const world = await openEmpty(playground, page);
  await world.select('Scenario');
  await world.fill('Title', 'Who may read?');
  expect(await world.text()).toContain('"title": "Who may read?"');
  await world.fill('Title in Korean', '누가 읽는가?');
  expect(JSON.parse(await world.text())).toMatchObject({ title: { en: 'Who may read?', ko: '누가 읽는가?' } });
  await world.fill('Title in Korean', '');
  expect(await world.text()).toContain('"title": "Who may read?"');
});

/** Where the forms differ from each other in kind; each is looked at in one language and theme, because axe takes its time. */
const LOOKS = [
  { language: 'en', theme: 'light', places: ['/accounts/111122223333', '/accounts/444455556666/roles/Reader'] },
  { language: 'ko', theme: 'dark', places: ['/accounts/111122223333/users/Seojun'] },
] as const;
const UNIT = '/organizations/o-exampleorg1/root/units/ou-ab12-11111111';

for (const { language, theme, places } of LOOKS) {
  test(`axe finds nothing in the world, in ${language}, ${theme}`, async ({ playground, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await playground.open(`?lang=${language}`);
    await page.getByRole('combobox').first().selectOption('scp-guardrail');
    await page.locator('#tab-world').click();
    const check = async (): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).include('sts-world').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    const select = (pointer: string): Promise<void> => page.locator(`[data-pointer="${pointer}"] > .line .name`).click();
    for (const pointer of places) {
      await select(pointer);
      await check();
    }
    await select(UNIT);
    await check();
    await page.locator('sts-world .form button').filter({ hasText: /SCP/ }).first().click();
    await expect(page.locator('sts-world-new dialog')).toBeVisible();
    await check();
  });
}

for (const width of [360, 1100]) {
  test(`the world is used at ${width} pixels without scrolling sideways`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height: 760 });
    const world = await openWorld(playground, page);
    await world.select('Audit');
    await expect(world.form.getByLabel('Name', { exact: true })).toHaveValue('Audit');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    const [tree, form] = await Promise.all([world.tree.boundingBox(), world.form.boundingBox()]);
    if (width < 500) expect(form?.y ?? 0).toBeGreaterThan((tree?.y ?? 0) + 100);
    expect((form?.x ?? 0) + (form?.width ?? 9999)).toBeLessThanOrEqual(width);
  });
}
