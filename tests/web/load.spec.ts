// What a first visit downloads. Sizes do not depend on the machine, so unlike timings they are a test.

import { address, expect, test } from './page';

/**
 * Bytes over the wire, compressed with brotli, up to the first verdict. The budget is 200,000 (scripts/budgets tells how far off it is): the
 * engine has outgrown it, and what the first verdict does not need has to leave its module. Until then this bound keeps it from growing more.
 */
const FIRST_LOAD = 268_000;

test('the first verdict costs no more than it does, and only what it needs', async ({ playground, page }) => {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  const files: string[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  session.on('Network.responseReceived', ({ response }) => files.push(response.url.slice(address().length)));
  await session.send('Network.enable');
  await page.goto(address(), { waitUntil: 'networkidle' });
  await expect(playground.sentence).toBeVisible();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD);
  expect(files.filter((file) => /\.wasm$/.test(file))).toHaveLength(1);
  expect(files.filter((file) => /monaco|sts-|catalog|edit-|dagre|fields-|styles-/.test(file) && !/sts-playground/.test(file))).toEqual([]);
});
