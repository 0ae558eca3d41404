import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './page';

test('the policy that is served is also in the page, for hosts that send no headers', async ({ playground, page, request }) => {
  await playground.open();
  const response = await request.get(page.url());
  const served = response.headers()['content-security-policy'];
  expect(served).toContain("default-src 'none'");
  expect(served).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  const inPage = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(inPage).toHaveAttribute('content', served ?? '');
});

test('the headers isolate the page, which works all the same where a host sends none', async ({ playground, page }) => {
  await playground.open();
  expect(await page.evaluate(() => self.crossOriginIsolated)).toBe(true);
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const { 'cross-origin-embedder-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await playground.open();
  expect(await page.evaluate(() => self.crossOriginIsolated)).toBe(false);
  await playground.denied.click();
  await expect(playground.verdict).toContainText('Denied');
});

test('the page works under any path, and has no inline script', async () => {
  const html = readFileSync(join(__dirname, '../../web/dist/index.html'), 'utf8');
  expect(html.match(/(?:src|href)="\/[^"]*"/g)).toBeNull();
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
});

test('an evaluation that takes too long is ended; the text is kept and the engine comes back', async ({ playground, page }) => {
  let hang = true;
  await page.route(/\/assets\/worker-[^/]+\.js$/, async (route) => {
    const body = "onmessage = ({ data }) => data.type === 'start' ? postMessage({ type: 'ready', info: { version: '0' } }) : 0;";
    // The page is isolated, so that its workers must be too.
    const headers = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
    if (hang) await route.fulfill({ contentType: 'text/javascript', headers, body });
    else await route.continue();
  });
  await page.clock.install();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  await expect(page.getByText('Engine 0, in this browser').or(page.getByText('Loading the engine'))).not.toHaveCount(0);
  hang = false;
  await page.clock.runFor(6000);
  await expect(playground.verdict).toContainText('took more than 5 seconds');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(playground.verdict).toContainText('허용됨');
});

test('an engine that cannot be loaded is named, and the text is kept', async ({ page, faults }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  await expect(page.locator('sts-verdict')).toContainText('The engine could not be loaded');
  await page.getByRole('tab', { name: 'Scenario' }).click();
  await expect(page.getByRole('textbox', { name: 'The whole scenario, as JSON' })).toHaveValue(/sts-playground\/1/);
  // The browser itself reports the request that this test had it fail.
  faults.splice(0);
});

test('markup in a scenario stays text', async ({ playground, page }) => {
  await playground.open();
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('sts-playground/1/document') ?? 'null') as { text: string } | null;
    const text = JSON.stringify({
      format: 'sts-playground/1',
      title: '<img src=x onerror=alert(1)>',
      description: '[a](javascript:alert(1)) <b>bold</b> `<i>`',
      now: '2026-01-15T09:00:00Z',
      accounts: {},
      steps: [],
    });
    localStorage.setItem('sts-playground/1/document', JSON.stringify({ ...kept, text, example: null, savedAt: 0 }));
  });
  await page.reload();
  await expect(page.locator('sts-prose h2')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(page.locator('sts-prose')).toContainText('[a](javascript:alert(1)) <b>bold</b>');
  await expect(page.locator('sts-prose a')).toHaveCount(0);
});
