// The command palette, the sheet of keys and what is modelled.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './page';

const field = (page: Page): Locator => page.getByRole('combobox', { name: /Find a command|명령 찾기/ });
const options = (page: Page): Locator => page.getByRole('dialog').getByRole('option');
const chosen = (page: Page): Locator => page.getByRole('dialog').getByRole('option', { selected: true });

async function openPalette(page: Page, typed = ''): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  if (typed) await page.keyboard.type(typed);
}

async function run(page: Page, typed: string, name: string | RegExp): Promise<void> {
  await openPalette(page, typed);
  await expect(chosen(page)).toHaveText(name);
  await page.keyboard.press('Enter');
}

/** Answers the browser's question for a file, whenever it comes. */
function giveFile(page: Page, name: string, buffer: Buffer): void {
  page.on('filechooser', (chooser) => void chooser.setFiles({ name, mimeType: 'application/json', buffer }));
}

async function expectNoViolations(page: Page, dialog: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(dialog).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('it opens by key and by button, closes with Esc, and gives the focus back', async ({ playground, page }) => {
  await playground.open();
  const step = playground.steps.nth(1);
  await step.focus();
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(step).toBeFocused();
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(field(page)).toBeFocused();
});

test('the focus stays in the field while the arrows move in the list', async ({ playground, page }) => {
  await playground.open();
  await openPalette(page);
  const first = await chosen(page).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).not.toHaveText(first);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  // Around the end: the last option.
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await expect(options(page).last()).toBeInViewport();
});

test('commands are found by words of both languages, by beginnings and by Korean consonants', async ({ playground, page }) => {
  await playground.open();
  await openPalette(page, 'clipboard');
  await expect(chosen(page)).toContainText('Copy the scenario’s text');
  await field(page).fill('복사');
  await expect(chosen(page)).toContainText('Copy the scenario’s text');
  await field(page).fill('nes');
  await expect(options(page).filter({ hasText: 'New, empty scenario' })).toHaveCount(1);
  await field(page).fill('no such thing');
  await expect(options(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toContainText('No command matches.');
  await playground.open('?lang=ko');
  await expect(playground.sentence).toBeVisible();
  await openPalette(page, 'ㅅㅎㅊ');
  await expect(chosen(page)).toHaveText(/새 호출/);
});

test('steps, policies, examples and panes can be gone to', async ({ playground, page }) => {
  await playground.open();
  await run(page, 'confused', /Go to the step confused-deputy/);
  await expect(playground.verdict).toContainText('Denied');
  await run(page, 'scenario pane', /Show the pane: Scenario/);
  await expect(page.getByRole('tab', { name: 'Scenario' })).toHaveAttribute('aria-selected', 'true');
  await run(page, 'edit identity assumecustomer', /Edit: Identity-based policy, AssumeCustomerRoles/);
  await expect(page.getByRole('textbox', { name: /^Policy: Identity-based policy, AssumeCustomerRoles/ })).toBeFocused();
  await run(page, 'example MFA', /Open the example: A role behind MFA/);
  await expect(page.locator('sts-prose')).toContainText('A role behind MFA');
});

test('undo is offered when there is something to undo, with its key', async ({ playground, page }) => {
  await playground.open();
  await openPalette(page, 'undo');
  await expect(options(page).filter({ hasText: /^Undo/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await run(page, 'New, empty', 'New, empty scenario Scenario');
  await expect(page.locator('sts-verdict')).toContainText('Add a call to see a verdict.');
  await openPalette(page, 'undo');
  await expect(chosen(page)).toHaveText(/Undo.*Ctrl\s*Z/s);
  await page.keyboard.press('Enter');
  await expect(page.locator('sts-prose')).toContainText('An auditor from another company');
});

test('theme, language, graph and timeline obey', async ({ playground, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.open();
  await run(page, 'theme', /theme/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Dark theme' })).toHaveAttribute('aria-pressed', 'true');
  await run(page, 'timeline table', /Timeline: table or drawing/);
  await expect(page.locator('sts-timeline').getByRole('table').first()).toBeVisible();
  await run(page, 'become whom', /Show who can become whom/);
  await expect(page.locator('sts-graph-section details')).toHaveAttribute('open');
  await run(page, 'korean', /Show this page in Korean/);
  await expect(playground.verdict).toContainText('허용됨');
});

test('the scenario is downloaded under its title, and opened again from the file', async ({ playground, page }) => {
  await playground.open();
  const download = page.waitForEvent('download');
  await run(page, 'download', /Download the scenario as a file/);
  const file = await download;
  expect(file.suggestedFilename()).toBe('an-auditor-from-another-company.json');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toBe(readFileSync(`${__dirname}/../../examples/auditor.json`, 'utf8'));

  giveFile(page, 'mine.json', Buffer.from(text.replace('"An auditor from another company"', '"From my disk"')));
  await run(page, 'open a file', /Open a file/);
  await expect(page.locator('sts-prose h2')).toHaveText('From my disk');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const [what, bytes, answer] of [
  ['no text', Buffer.from([0x7b, 0xff, 0xfe]), 'not text in UTF-8'],
  ['too large', Buffer.alloc(4 * 1024 * 1024 + 1, ' '), 'larger than 4 MB'],
  ['empty', Buffer.from('  \n'), 'is empty'],
] as const) {
  test(`a file that is ${what} is refused, and changes nothing`, async ({ playground, page }) => {
    giveFile(page, 'x.json', bytes);
    await playground.open();
    await run(page, 'open a file', /Open a file/);
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(answer);
    await page.keyboard.press('Escape');
    await expect(page.locator('sts-prose h2')).toHaveText('An auditor from another company');
  });
}

test('the scenario’s text is copied', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await run(page, 'copy', /Copy the scenario’s text/);
  await expect(page.getByText('The scenario’s text is copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toHaveProperty('format', 'sts-playground/1');
});

test('the question mark shows the keys, but stays a question mark in a field', async ({ playground, page }) => {
  await playground.open();
  await playground.steps.first().focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Next problem');
  await expect(sheet.getByRole('heading')).toHaveText([
    'Keys',
    'Everywhere',
    'In the editor',
    'In the explanation',
    'In the timeline',
    'In a dialog',
  ]);
  await page.keyboard.press('Escape');
  await openPalette(page, '?');
  await expect(field(page)).toHaveValue('?');
});

test('keys are those of a Mac on a Mac', async ({ playground, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }));
  await playground.open();
  await playground.steps.first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByRole('definition').first()).toHaveText(/⌘\s*K/);
});

test('what is modelled names the limits, the policy that the page is served with, and the engine', async ({
  playground,
  page,
  request,
}) => {
  await playground.open();
  await page.getByRole('button', { name: 'What is modelled' }).click();
  const about = page.getByRole('dialog', { name: 'What is modelled, and what is not' });
  await expect(about.getByRole('listitem').filter({ hasText: 'GetWebIdentityToken' })).toHaveCount(1);
  await expect(about.getByRole('listitem').filter({ hasText: 'The policy language' })).toHaveCount(1);
  const served = (await request.get(page.url())).headers()['content-security-policy'] ?? '';
  for (const directive of served.split(';')) await expect(about.locator('pre')).toContainText(directive.trim());
  await expect(about).toContainText(/sts-playground\/1/);
  await expect(about.getByRole('link', { name: /Licences/ })).toHaveAttribute('href', './licences.txt');
});

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the dialogs in ${language}, ${theme}`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await playground.open(`?lang=${language}`);
      await openPalette(page);
      await expectNoViolations(page, 'sts-palette');
      await page.keyboard.type(language === 'en' ? 'open' : '열기');
      await expectNoViolations(page, 'sts-palette');
      await page.keyboard.press('Escape');
      await playground.steps.first().focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, 'sts-shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: language === 'en' ? 'Matches AWS docs' : 'AWS 설명서와 동일하게 판정' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, 'sts-about');
    });
  }
}

for (const width of [360, 768]) {
  test(`nothing is wider than a screen of ${width} pixels`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height: 700 });
    await playground.open();
    await openPalette(page);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await field(page).fill('theme');
    await expect(chosen(page)).toHaveText(/theme/);
  });
}
