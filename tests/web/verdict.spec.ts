import { expect, test } from './page';

test('the page opens evaluated, without a click', async ({ playground, page }) => {
  await playground.open();
  await expect(page).toHaveTitle('STS Playground');
  await expect(playground.verdict).toContainText('Allowed');
  await expect(playground.steps.first()).toContainText('Allowed');
  await expect(playground.denied).toBeVisible();
});

test('the first verdict is there before Monaco is asked for', async ({ playground, page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await playground.open();
  await expect(page.getByRole('textbox', { name: /^Policy: Trust policy/ })).toHaveValue(/sts:ExternalId/);
  expect(scripts.filter((url) => /monaco|editor\.worker/.test(url))).toEqual([]);
  await playground.useMonaco();
  expect(scripts.filter((url) => /monaco-surface/.test(url)).length).toBeGreaterThan(0);
});

test('Monaco takes the place of the plain editor without moving anything', async ({ playground }) => {
  await playground.open();
  const before = await playground.editor.boundingBox();
  await playground.useMonaco();
  expect(await playground.editor.boundingBox()).toEqual(before);
});

test('another external id in the trust policy turns Allow into Deny and names the condition', async ({ playground }) => {
  await playground.open();
  await expect(playground.verdict).toContainText('Allowed');
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await expect(playground.sentence).toContainText('sts:ExternalId');
  await expect(playground.steps.first()).toContainText('Denied');
  const failed = playground.explanation.locator('.element-row.failed');
  await expect(failed.first()).toContainText('sts:ExternalId');
  await expect(failed.first()).toContainText('Example-1');
});

test('the sentence is the reason alone, in both languages; the verdict before it is there to be heard', async ({ playground }) => {
  for (const [language, word] of [
    ['en', 'Denied: '],
    ['ko', '거부됨: '],
  ] as const) {
    await playground.open(`?lang=${language}`);
    await playground.denied.click();
    await expect(playground.sentence).toContainText(word);
    await expect(playground.sentence.locator('.visually-hidden')).toHaveText(word.trim());
    const shown = await playground.sentence.evaluate((sentence) =>
      [...sentence.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent)
        .join(''),
    );
    expect(shown).not.toContain(word.trim());
    expect(shown.trim().length).toBeGreaterThan(20);
  }
});

test('choosing a step shows its verdict and why', async ({ playground }) => {
  await playground.open();
  await playground.denied.click();
  await expect(playground.denied).toHaveAttribute('aria-current', 'step');
  await expect(playground.verdict).toContainText('Denied');
  await expect(playground.verdict).toContainText('AccessDenied');
  await expect(playground.explanation.locator('.element-row.failed').first()).toContainText('sts:ExternalId');
});

test('a row of the explanation shows its place in the editor', async ({ playground, page }) => {
  await playground.open();
  await playground.denied.click();
  await playground.explanation.locator('.element-row.failed').first().click();
  await expect(playground.editor.locator('.plain-stack .revealed').last()).toContainText('Example-1');
  await page.getByRole('tab', { name: 'Scenario' }).click();
  await playground.explanation.locator('.element-row.failed').first().click();
  await expect(playground.editor.locator('.plain-stack .revealed').last()).toContainText('Example-1');
});

test('the timeline has a mark for every call and says the same as a table', async ({ playground, page }) => {
  await playground.open();
  const timeline = page.locator('sts-timeline');
  const marks = timeline.getByRole('button', { name: /sts:AssumeRole/ });
  await expect(marks).toHaveCount(await playground.steps.filter({ hasText: 'sts:AssumeRole' }).count());
  await marks.filter({ hasText: 'Denied' }).first().press('Enter');
  await expect(playground.verdict).toContainText('Denied');
  await timeline.getByRole('button', { name: 'Show as a table' }).click();
  await expect(timeline.getByRole('table').first()).toContainText('sts:AssumeRole');
  await expect(timeline.getByRole('table').nth(1)).toContainText('1h');
});
