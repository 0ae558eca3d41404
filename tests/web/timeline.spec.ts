import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './page';
import { Timeline } from './timeline-part';
import { manySessions } from '../../web/scripts/many-sessions.mjs';

const ROOT = 'arn:aws:iam::111122223333:root';

/** A scenario in which nothing but the root user is needed. */
const rootOnly = (steps: object[]): string =>
  JSON.stringify({ format: 'sts-playground/1', title: 'Root', now: '2026-01-15T09:00:00Z', accounts: { '111122223333': {} }, steps });

async function keep(page: Page, text: string): Promise<void> {
  const kept = JSON.stringify({ text, example: null, savedAt: 0 });
  await page.addInitScript((document) => localStorage.setItem('sts-playground/1/document', document), kept);
}

async function openExample(page: Page, id: string): Promise<void> {
  await page.getByRole('combobox').first().selectOption(id);
  // The example that the page begins with is the only one with a user Jo.
  await expect(page.locator('sts-timeline').getByRole('group', { name: /^user\/Jo / })).toHaveCount(0);
}

test('each call has a mark in its caller’s lane, with its decision in words', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await expect(timeline.lane(/^release, assumed-role\/Release/).getByRole('button')).toHaveCount(2);
  await expect(timeline.marks).toHaveCount(await playground.steps.count());
  await expect(timeline.call('two-hours')).toHaveAccessibleName(/sts:AssumeRole, Error/);
  await timeline.call('other-project').click();
  await expect(timeline.call('other-project')).toHaveAttribute('aria-pressed', 'true');
  await expect(playground.verdict).toContainText('Denied');
});

test('time that was asked for and not given is a hatched bar that says so', async ({ playground, page }) => {
  await keep(page, rootOnly([{ id: 'long', at: '+1m', as: ROOT, call: 'sts:GetSessionToken', with: { DurationSeconds: 7200 } }]));
  await playground.open();
  const timeline = new Timeline(page);
  const ghost = timeline.drawing.getByRole('img', { name: 'Asked for 2h, capped at 1h' });
  await expect(ghost).toBeVisible();
  await expect(timeline.all).toContainText('asked for, not given');
  const [bar, cap] = await Promise.all([timeline.drawing.locator('.bar').boundingBox(), ghost.boundingBox()]);
  expect(cap?.x).toBeGreaterThan((bar?.x ?? 0) + (bar?.width ?? 0) - 3);
  expect(Math.abs((cap?.width ?? 0) - (bar?.width ?? 0))).toBeLessThan(8);
  await ghost.focus();
  await expect(timeline.all.locator('.detail')).toContainText('Asked for 2h, capped at 1h');
});

test('past the expiry the selected call gets ExpiredToken, and the lane says expired', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await timeline.call('own-project').click();
  await expect(playground.verdict).toContainText('s3:PutObject');
  await timeline.judgeAt('10:15:59');
  await expect(timeline.verdict).toContainText('own-project: Allowed at 2026-01-15 10:15:59');
  await expect(timeline.lane(/^release/)).toContainText('live');
  await timeline.judgeAt('10:16');
  await expect(timeline.verdict).toHaveText('own-project: Error (ExpiredToken) at 2026-01-15 10:16:00 — was Allowed');
  await expect(playground.verdict).toContainText('ExpiredToken');
  await expect(timeline.lane(/^release/)).toContainText('expired');
  await expect(timeline.lane(/^build/)).toContainText('live');
  await expect(timeline.living).toHaveText('1 of 2 sessions live: build');
  await timeline.judgeAt('09:10');
  await expect(timeline.lane(/^release/)).toContainText('not yet issued');
  await timeline.button('Off').click();
  await expect(timeline.verdict).toHaveText('');
  await expect(playground.verdict).toContainText('Allowed');
});

test('the range and the event buttons move the cursor, and the range says what it means', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await expect(timeline.range).toHaveAttribute('aria-valuetext', /^Off: .* 2026-01-15 09:05:00 UTC$/);
  await timeline.button('Next event').click();
  await expect(timeline.field).toHaveValue('2026-01-15 09:15:00');
  await timeline.button('Next event').click();
  await expect(timeline.range).toHaveAttribute('aria-valuetext', '2026-01-15 09:16:00 UTC, 2 of 2 sessions live');
  await timeline.button('Previous event').click();
  await expect(timeline.range).toHaveAttribute('aria-valuetext', '2026-01-15 09:15:00 UTC, 1 of 2 sessions live');
  await timeline.range.press('End');
  await expect(timeline.field).toHaveValue('2026-01-15 13:05:00');
  await expect(timeline.living).toHaveText('0 of 2 sessions live');
});

test('the thumb of the range stands on the line', async ({ playground, page }) => {
  await playground.open();
  const timeline = new Timeline(page);
  await timeline.range.click({ position: { x: 300, y: 12 } });
  const box = await timeline.range.boundingBox();
  const line = await timeline.middle(timeline.all.locator('.line'));
  expect(Math.abs(line - (box?.x ?? 0) - 300)).toBeLessThan(2.5);
});

test('an instant that is none is refused in words, and what was written stays', async ({ playground, page }) => {
  await playground.open();
  const timeline = new Timeline(page);
  await timeline.judgeAt('2026-02-30 09:00');
  await expect(timeline.all.getByRole('alert')).toContainText('Write a UTC instant');
  await expect(timeline.field).toHaveValue('2026-02-30 09:00');
  await timeline.judgeAt('2026-01-15T09:30:00Z');
  await expect(timeline.all.getByRole('alert')).toHaveText('');
  await expect(timeline.field).toHaveValue('2026-01-15 09:30:00');
});

test('the age of MFA is told at the cursor', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'mfa-role');
  const timeline = new Timeline(page);
  await timeline.judgeAt('09:22');
  await expect(timeline.lane(/^signed-in/)).toContainText('MFA 12m old');
  await expect(timeline.lane(/^operator/)).not.toContainText('MFA');
});

test('a revoked session ends where it was revoked', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'revocation');
  const timeline = new Timeline(page);
  await timeline.judgeAt('09:39:59');
  await expect(timeline.lane(/^leaked/)).toContainText('live');
  await timeline.judgeAt('09:50');
  await expect(timeline.lane(/^leaked/).locator('.side')).toHaveText('revoked');
  await expect(timeline.lane(/^renewed/).locator('.side')).toHaveText('live');
  await timeline.button('Show as a table').click();
  await expect(timeline.tables.nth(1).getByRole('row').nth(1)).toContainText('2026-01-15 09:40:00');
});

test('keys go from call to call, choose, zoom, pan and switch to the table', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await timeline.call('build').focus();
  await page.keyboard.press('ArrowRight');
  await expect(timeline.call('two-hours')).toBeFocused();
  await page.keyboard.press('End');
  await expect(timeline.call('no-tag-session')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.verdict).toContainText('AccessDenied');
  await expect(timeline.call('no-tag-session')).toHaveAttribute('aria-pressed', 'true');
  // One Tab stop for all of the calls.
  await expect(timeline.drawing.locator('.mark[tabindex="0"]')).toHaveCount(1);
  const before = await timeline.middle(timeline.call('no-tag-session'));
  await page.keyboard.press('+');
  await expect.poll(() => timeline.range.getAttribute('max')).not.toBe(String(Date.parse('2026-01-15T13:05:00Z')));
  await timeline.drawing.focus();
  await page.keyboard.press('0');
  await expect.poll(() => timeline.middle(timeline.call('no-tag-session'))).toBe(before);
  await page.keyboard.press('t');
  await expect(timeline.tables).toHaveCount(2);
  await expect(timeline.button('Show as a drawing')).toBeFocused();
  await page.keyboard.press('t');
  await expect(timeline.marks.first()).toBeVisible();
});

test('the table says what the drawing says', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await timeline.judgeAt('10:30');
  await expect(timeline.lane(/^release, /)).toContainText('expired');
  const marks = await timeline.marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
  const states = (await timeline.drawing.locator('.side').allTextContents()).filter((text) => text !== '');
  expect(states).toEqual(['live', 'expired']);
  await timeline.button('Show as a table').click();
  const calls = timeline.tables.first().locator('tbody tr');
  await expect(calls).toHaveCount(marks.length);
  const rows = await calls.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')),
  );
  const named = rows.map(([at, id, , call, decision]) => `${id}: ${call}, ${decision?.replace(/ \(.*/, '')}, ${at}`);
  expect(named.toSorted()).toEqual(marks.toSorted());
  const sessions = timeline.tables.nth(1).locator('tbody tr');
  await expect(sessions.filter({ hasText: 'release' }).first()).toContainText('assumed-role');
  expect(await sessions.locator('td:nth-child(3)').allInnerTexts()).toEqual(states);
  await timeline.button('Copy as Markdown').click();
  await expect(timeline.all.getByText('Copied.')).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain('| 2026-01-15 09:18:00 | other-project |');
  expect(markdown.split('\n').filter((line) => line.startsWith('| 2026'))).toHaveLength(marks.length);
});

test('Ctrl and the wheel zoom at the pointer; the wheel alone scrolls the page', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  const mark = timeline.call('no-tag-session');
  await mark.hover();
  const before = await timeline.middle(mark);
  const width = async (): Promise<number> => (await timeline.drawing.locator('.bar').last().boundingBox())?.width ?? 0;
  const narrow = await width();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(width).toBeGreaterThan(narrow * 1.3);
  // The mark was drawn beside its instant, where it had no room; now it may be nearer to it.
  expect(Math.abs((await timeline.middle(mark)) - before)).toBeLessThan(60);
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(scrolled);
});

test('a call that stands alone stays exactly under the pointer while zooming', async ({ playground, page }) => {
  await playground.open();
  const timeline = new Timeline(page);
  const mark = timeline.marks.filter({ has: page.locator('rect[rx="2.5"], rect[rx="2.500"]') }).last();
  await mark.hover();
  const before = await timeline.middle(mark);
  const first = await timeline.range.getAttribute('min');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect(timeline.range).not.toHaveAttribute('min', first ?? '');
  expect(Math.abs((await timeline.middle(mark)) - before)).toBeLessThan(1.5);
});

test('dragging pans, and does not choose what it began on', async ({ playground, page }) => {
  await playground.open();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  const all = (await timeline.range.getAttribute('max')) ?? '';
  await timeline.button('Fit calls').click();
  await expect(timeline.range).not.toHaveAttribute('max', all);
  await timeline.call('other-project').hover();
  const before = await timeline.middle(timeline.call('other-project'));
  await page.mouse.down();
  await page.mouse.move(before - 60, (await timeline.call('other-project').boundingBox())?.y ?? 0, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await timeline.middle(timeline.call('other-project'))) - before)).toBe(-60);
  await expect(timeline.call('other-project')).toHaveAttribute('aria-pressed', 'false');
});

test('of many sessions only those in sight are drawn, and each comes into sight', async ({ playground, page }) => {
  await keep(page, manySessions(300));
  await playground.open();
  const timeline = new Timeline(page);
  await expect(timeline.lane(/^s0, /)).toBeVisible();
  expect(await timeline.drawing.locator('.lane').count()).toBeLessThan(40);
  const group = timeline.drawing.getByRole('button', { name: /^\d+ calls, / }).first();
  const name = (await group.getAttribute('aria-label')) ?? '';
  await group.click();
  await expect(timeline.drawing.getByRole('button', { name, exact: true })).toHaveCount(0);
  await timeline.marks.first().press('End');
  await expect(timeline.call('s299')).toBeFocused();
  await expect(timeline.call('s299')).toBeInViewport();
  // The focus stays in the drawing when its mark is scrolled out of it.
  await timeline.drawing.evaluate((view) => (view.scrollTop = 0));
  await expect(timeline.lane(/^s0, /)).toBeVisible();
  await expect(timeline.drawing).toBeFocused();
});

test('one call alone has a timeline too', async ({ playground, page }) => {
  await keep(page, rootOnly([{ id: 'who', as: ROOT, call: 'sts:GetCallerIdentity' }]));
  await playground.open();
  const timeline = new Timeline(page);
  await expect(timeline.call('who')).toBeVisible();
  await timeline.judgeAt('09:00:30');
  await expect(timeline.verdict).toHaveText('who: Allowed at 2026-01-15 09:00:30 — as when it was made');
});

test('a scenario without calls says so', async ({ page, playground }) => {
  await keep(page, rootOnly([]));
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  await expect(page.locator('sts-timeline')).toContainText('Calls and sessions appear here.');
  await expect(playground.steps).toHaveCount(0);
});

for (const language of ['en', 'ko'] as const) {
  test(`axe finds nothing in ${language} with a cursor, in the drawing and the table`, async ({ playground, page }) => {
    await playground.open(`?lang=${language}`);
    await openExample(page, 'mfa-role');
    const timeline = new Timeline(page);
    await timeline.judgeAt('10:20');
    await expect(timeline.verdict).not.toHaveText('');
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const { violations } = await new AxeBuilder({ page }).include('sts-timeline').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    await timeline.all.locator('.switch').click();
    await expect(timeline.tables).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page }).include('sts-timeline').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('on a phone nothing scrolls sideways, and every target is 24 px', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 760 } });
  const page = await context.newPage();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  await expect(page.locator('sts-verdict #sentence')).toBeVisible();
  await openExample(page, 'role-chain');
  const timeline = new Timeline(page);
  await timeline.call('build').tap();
  await expect(timeline.call('build')).toHaveAttribute('aria-pressed', 'true');
  await timeline.judgeAt('10:20');
  await expect(timeline.lane(/^release/)).toContainText('expired');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const small = await timeline.all.evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('button, input, .mark') ?? [])]
      .map((target) => target.getBoundingClientRect())
      .filter(({ width, height }) => width < 23.99 || height < 23.99)
      .map(({ width, height }) => `${width} x ${height}`),
  );
  expect(small).toEqual([]);
  await context.close();
});
