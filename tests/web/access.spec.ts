import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page';

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${language}, ${theme}`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await playground.open(`?lang=${language}`);
      await playground.denied.click();
      const plain = await new AxeBuilder({ page }).analyze();
      expect(plain.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await playground.useMonaco();
      // What Monaco draws inside is Monaco's; its frame and its label are the page's.
      const withMonaco = await new AxeBuilder({ page }).exclude('.monaco-editor .overflow-guard').analyze();
      expect(withMonaco.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('axe finds nothing while the document is broken', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Scenario' }).press('Enter');
  await playground.moveTo('end');
  await page.keyboard.type(' nonsense');
  await expect(playground.verdict).toContainText('this is the verdict from before it');
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor .overflow-guard').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the page speaks Korean where the browser does', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  await expect(page.locator('sts-verdict')).toContainText('허용됨');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await context.close();
});

test('the language can be changed, stays changed, and reaches the engine’s words', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(playground.verdict).toContainText('허용됨');
  await expect(playground.sentence).toContainText(/[가-힣]/);
  await expect(page.getByRole('tab', { name: '시나리오' })).toBeVisible();
  await page.reload();
  await expect(playground.verdict).toContainText('허용됨');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(playground.verdict).toContainText('Allowed');
});

test('the address names the language', async ({ playground, page }) => {
  await playground.open('?lang=ko');
  await expect(playground.verdict).toContainText('허용됨');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(playground.verdict).toContainText('Allowed');
  expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
});

test('the theme can be changed and stays changed', async ({ playground, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.open();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

for (const width of [360, 768, 1100]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height: 760 });
    for (const language of ['en', 'ko']) {
      await playground.open(`?lang=${language}`);
      await playground.denied.click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
  });
}

test('everything is reached by the keyboard, and the editor lets go of it', async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the editor' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.monaco).toBeVisible();
  await expect(playground.monaco).toHaveClass(/focused/);
  await page.keyboard.press('Tab');
  await expect(playground.monaco).not.toHaveClass(/focused/);
  await page.getByRole('tab', { name: 'Policy', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Scenario' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Scenario' })).toHaveAttribute('aria-selected', 'true');
});

test('a touch device keeps the plain editor', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  const page = await context.newPage();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  const area = page.getByRole('textbox', { name: /^Policy/ });
  await area.tap();
  await area.fill((await area.inputValue()).replace('Example-1', 'Changed'));
  await expect(page.locator('sts-verdict')).toContainText('Denied');
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await context.close();
});
