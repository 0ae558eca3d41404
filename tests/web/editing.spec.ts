import { expect, test } from './page';

test('a syntax error keeps the last verdict, says so, and is marked at its line and column', async ({ playground, page }) => {
  await playground.open();
  const sentence = await playground.sentence.innerText();
  await playground.moveTo('end');
  // A word after the policy's last brace is no JSON.
  await page.keyboard.type(' nonsense');
  await expect(playground.verdict).toContainText('this is the verdict from before it');
  await expect(playground.sentence).toHaveText(sentence);
  await expect(playground.steps.nth(0)).toContainText('Allowed');
  await expect(playground.errors.first()).toContainText(/line \d+, column \d+/);
  await expect(playground.monaco.locator('.squiggly-error').first()).toBeVisible();

  for (let typed = 0; typed < ' nonsense'.length; typed++) await page.keyboard.press('Backspace');
  await expect(playground.verdict).not.toContainText('this is the verdict from before it');
  await expect(playground.errors).toHaveCount(0);
});

test('white space that is typed around a policy stays', async ({ playground, page }) => {
  await playground.open();
  await playground.moveTo('end');
  await page.keyboard.press('Enter');
  await page.keyboard.type('   ');
  await expect(playground.monaco.locator('.view-line')).toHaveCount(15);
  await page.keyboard.type('!');
  await expect(playground.errors).not.toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(playground.errors).toHaveCount(0);
  await expect(playground.monaco.locator('.view-line')).toHaveCount(15);
});

test('a problem in the whole scenario stands at its exact place', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Scenario' }).click();
  const area = page.getByRole('textbox', { name: 'The whole scenario, as JSON' });
  await area.focus();
  await playground.moveTo('beginning');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.type('!');
  await expect(playground.verdict).toContainText('this is the verdict from before it');
  const problem = playground.errors.first();
  await expect(problem).toContainText('line 2, column 3');
  const marker = playground.monaco.locator('.squiggly-error').first();
  await expect(marker).toBeVisible();
  const [box, line] = await Promise.all([marker.boundingBox(), playground.monaco.locator('.view-line').nth(1).boundingBox()]);
  expect(Math.round(box?.y ?? 0)).toBe(Math.round(line?.y ?? -1));
});

test('policy and scenario are kept in step, and the author’s formatting stays', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Scenario' }).click();
  const before = await page.getByRole('textbox', { name: 'The whole scenario, as JSON' }).inputValue();
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.sentence).toContainText('sts:ExternalId');
  const kept = await page.evaluate(() => localStorage.getItem('sts-playground/1/document') ?? '');
  const { text } = JSON.parse(kept) as { text: string };
  const [first = ''] = text.split('\n').filter((line) => line.includes('"sts:ExternalId"'));
  expect(first).toContain('Changed');
  const difference = text.split('\n').filter((line, index) => line !== before.split('\n')[index]);
  expect(difference).toEqual([first]);
});

test('reloading keeps the work', async ({ playground, page }) => {
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await page.reload();
  await expect(playground.verdict).toContainText('Denied');
  await expect(page.getByRole('textbox', { name: /^Policy:/ })).toHaveValue(/Changed/);
  await expect(page.getByRole('combobox')).toContainText('Edited:');
});

test('opening an example keeps the document that was edited', async ({ playground, page }) => {
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await page.getByRole('combobox').selectOption('auditor');
  await expect(playground.verdict).toContainText('Allowed');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  await expect(playground.verdict).toContainText('Denied');
});

test('where nothing can be stored, the page works and says so', async ({ playground, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await expect(page.getByText('does not let the page keep your work')).toBeVisible();
});

test('a policy that is a string is edited as its text and written back as a string', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Scenario' }).click();
  const area = page.getByRole('textbox', { name: 'The whole scenario, as JSON' });
  const document = JSON.parse(await area.inputValue()) as {
    accounts: Record<string, { roles: Record<string, { trust: unknown }> }>;
  };
  const role = document.accounts['111122223333']?.roles['Audit'];
  if (!role) throw new Error('the example has no role Audit');
  role.trust = JSON.stringify(role.trust, null, 2);
  const kept = { text: JSON.stringify(document, null, 2), example: null, savedAt: 0 };
  await page.evaluate((value) => localStorage.setItem('sts-playground/1/document', value), JSON.stringify(kept));
  await page.reload();
  await expect(playground.verdict).toContainText('Allowed');
  await expect(page.getByRole('textbox', { name: /^Policy: Trust policy/ })).toHaveValue(/^\{\n {2}"Version"/);
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  const text = await page.evaluate(() => localStorage.getItem('sts-playground/1/document') ?? '');
  const written = JSON.parse((JSON.parse(text) as { text: string }).text) as typeof document;
  expect(typeof written.accounts['111122223333']?.roles['Audit']?.trust).toBe('string');
  expect(written.accounts['111122223333']?.roles['Audit']?.trust).toContain('Changed');
});
