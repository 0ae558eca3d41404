// What was edited before: compared, put back, opened again, and never lost.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { compare, linesOf, putBack, wordsOf } from '../../web/src/features/compare/diff';
import { expect, test } from './page';

const dialog = (page: Page): Locator => page.getByRole('dialog');
const scenario = (title: string): string =>
  JSON.stringify({ format: 'sts-playground/1', title, now: '2026-01-15T09:00:00Z', accounts: {}, steps: [] }, null, 2);

/** Keeps documents as an earlier visit would have, and comes back to them. */
async function keep(page: Page, present: string, earlier: readonly string[], original = present): Promise<void> {
  await page.evaluate(
    ([now, before, opened]) => {
      const kept = (text: string, index: number, from: string): unknown => ({
        text,
        example: null,
        original: from,
        savedAt: 1_768_000_000_000 - index * 60_000,
      });
      localStorage.setItem('sts-playground/1/document', JSON.stringify(kept(now, 0, opened)));
      localStorage.setItem('sts-playground/1/history', JSON.stringify(before.map((text, index) => kept(text, index, ''))));
    },
    [present, [...earlier], original] as const,
  );
  await page.reload();
  await expect(page.locator('sts-prose h2')).toHaveText((JSON.parse(present) as { title: string }).title);
}

const keptText = (page: Page): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('sts-playground/1/document') ?? '{}') as { text: string }).text);

async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^(History|기록)$/ }).click();
  return dialog(page).getByRole('listitem');
}

async function openComparison(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Diff$|처음 연 내용과 비교/ }).click();
  await expect(dialog(page)).toBeVisible();
}

async function expectNoViolations(page: Page, element: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(element).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('the comparison shows the line before and after, with the words that differ', async ({ playground, page }) => {
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  await openComparison(page);
  const rows = dialog(page).getByRole('row');
  await expect(dialog(page)).toContainText('1 line added, 1 removed');
  await expect(rows.filter({ hasText: 'removed' })).toContainText('Example-1');
  await expect(rows.filter({ hasText: 'added' })).toContainText('Changed');
  await expect(dialog(page).locator('mark')).toHaveText([/^Example/, /^Changed/]);
  await expect(rows.filter({ hasText: '"format"' })).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Show all lines' }).click();
  await expect(rows.filter({ hasText: '"format"' })).toHaveCount(1);
});

test('a hunk is put back, the others stay, and undo takes it away again', async ({ playground, page }) => {
  await playground.open();
  const original = scenario('First');
  const edited = original.replace('First', 'Second').replace('"steps"', '"version": 1,\n  "steps"');
  await keep(page, edited, [], original);
  await openComparison(page);
  const putBackButtons = dialog(page).getByRole('button', { name: /^Put this back/ });
  await expect(putBackButtons).toHaveCount(2);
  await putBackButtons.first().click();
  await expect(putBackButtons).toHaveCount(1);
  await expect(dialog(page).getByRole('status')).toContainText('Put back');
  expect(await keptText(page)).toBe(edited.replace('Second', 'First'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('sts-prose h2')).toHaveText('Second');
});

test('opening an earlier scenario keeps the present one, and the 31st drops the oldest', async ({ playground, page }) => {
  await playground.open();
  const earlier = Array.from({ length: 30 }, (_, index) => scenario(`Earlier ${index + 1}`));
  await keep(page, scenario('Present'), earlier, scenario('As it was opened'));
  const items = await openHistory(page);
  await expect(items).toHaveCount(30);
  await expect(items.last()).toContainText('Earlier 30');
  await items.filter({ hasText: 'Earlier 7' }).getByRole('button', { name: 'Open' }).click();
  await expect(page.locator('sts-prose h2')).toHaveText('Earlier 7');
  await openHistory(page);
  await expect(items).toHaveCount(30);
  await expect(items.first()).toContainText('Present');
  await expect(items.filter({ hasText: 'Earlier 29' })).toHaveCount(1);
  await expect(items.filter({ hasText: 'Earlier 30' })).toHaveCount(0);
});

test('an earlier scenario is compared with the present one, and removed', async ({ playground, page }) => {
  await playground.open();
  await keep(page, scenario('Present'), [scenario('One'), scenario('Two')]);
  const items = await openHistory(page);
  await items.filter({ hasText: 'Two' }).getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(page).getByRole('heading')).toHaveText('Compared with the present scenario: Two');
  await expect(dialog(page).getByRole('row').filter({ hasText: 'removed' })).toContainText('Two');
  await expect(dialog(page).getByRole('row').filter({ hasText: 'added' })).toContainText('Present');
  await dialog(page).getByRole('button', { name: 'Back to the list' }).click();
  await items.filter({ hasText: 'One' }).getByRole('button', { name: 'Remove' }).click();
  await expect(items).toHaveCount(1);
  await page.reload();
  await openHistory(page);
  await expect(items).toHaveText([/Two/]);
});

test('the history is cleared only after asking', async ({ playground, page }) => {
  await playground.open();
  await keep(page, scenario('Present'), [scenario('One'), scenario('Two')]);
  const items = await openHistory(page);
  await dialog(page).getByRole('button', { name: 'Clear the history…' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Remove 2 scenarios');
  await expect(dialog(page).getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Clear the history…' }).click();
  await dialog(page).getByRole('button', { name: 'Remove all' }).click();
  await expect(dialog(page)).toContainText('Nothing yet.');
  await page.keyboard.press('Escape');
  await expect(page.locator('sts-prose h2')).toHaveText('Present');
});

test('huge, different documents are compared as one hunk, and said to be', async ({ playground, page }) => {
  await playground.open();
  const steps = (word: string): string =>
    scenario('Huge').replace('[]', `[${Array.from({ length: 12_000 }, (_, i) => `\n"${word}${i}"`).join(',')}]`);
  await keep(page, scenario('Present'), [steps('x')]);
  const items = await openHistory(page);
  await items.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(page)).toContainText('differ too much');
  await expect(dialog(page).getByRole('button', { name: /^Show more/ })).toBeVisible();
});

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in comparison and history in ${language}, ${theme}`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await playground.open(`?lang=${language}`);
      await keep(page, scenario('Present'), [scenario('One')], scenario('Opened'));
      await openComparison(page);
      await expect(dialog(page)).toContainText(language === 'en' ? 'Put this back' : '이 부분 되돌리기');
      await expectNoViolations(page, 'sts-compare');
      await page.keyboard.press('Escape');
      const items = await openHistory(page);
      await expect(items).toContainText(language === 'en' ? 'Compare' : '비교');
      await expectNoViolations(page, 'sts-history');
    });
  }
}

test('a comparison fits a phone and scrolls inside', async ({ playground, page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await playground.open('?lang=ko');
  await keep(page, scenario(`긴 제목 ${'x'.repeat(200)}`), [], scenario('처음'));
  await openComparison(page);
  const box = await dialog(page).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  const inside = await dialog(page)
    .getByRole('region')
    .evaluate((region) => region.scrollWidth > region.clientWidth);
  expect(inside).toBe(true);
});

test('putting every hunk back gives the first text', () => {
  const pairs: [string, string][] = [
    ['a\nb\nc\n', 'a\nx\nc\n'],
    ['a\nb\nc', 'a\nb\nc\n'],
    ['', 'a\n'],
    ['a\nb\n', ''],
    ['a\nb\nc\nd\ne\n', 'b\nx\nd\nf\n'],
    ['a', 'b'],
  ];
  for (const [before, after] of pairs) {
    let text = after;
    for (let guard = 0; guard < 10; guard++) {
      const hunk = compare(before, text).blocks.find((block) => block.kind === 'hunk');
      if (!hunk) break;
      text = putBack(text, hunk);
    }
    expect(text).toBe(before);
  }
});

test('lines keep their breaks, and words are marked only where lines are alike', () => {
  expect(linesOf('a\nb')).toEqual(['a\n', 'b']);
  expect(linesOf('')).toEqual([]);
  const alike = wordsOf('"id": "old",', '"id": "new",');
  expect(alike.before.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['old']);
  expect(alike.after.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['new']);
  expect(wordsOf('completely other', 'nothing alike here').before).toEqual([{ text: 'completely other', changed: false }]);
});
