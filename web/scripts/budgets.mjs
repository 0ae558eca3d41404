// Measures the built page against its budgets: node scripts/budgets.mjs [NAME...]. Names: load, lighthouse, keystroke, timeline.
// Prints a line for each figure and ends with 1 where one is over its budget. Timings depend on the machine, so they are no tests.
import { createServer } from 'node:net';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';

const KEYSTROKES = 200;
/** Milliseconds for which a key is held down, and until the next one: a fast typist's, twelve keys a second. */
const KEY_HELD = 40;
const KEY_PAUSE = 40;

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const figure = (name, value, budget, unit, atLeast = false) => ({
  name,
  value,
  budget,
  unit,
  holds: atLeast ? value >= budget : value <= budget,
  sign: atLeast ? '≥' : '≤',
});

/** What comes over the wire until the first verdict is there, in KB of 1,000 bytes: bodies as served with brotli, and headers. */
async function load(browser, address) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('sts-verdict #sentence').waitFor();
  await page.close();
  return [figure('first load up to the first verdict', bytes / 1000, 200, 'KB')];
}

async function lighthouseScores(address) {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, `--remote-debugging-port=${port}`] });
  try {
    const { lhr } = await lighthouse(address, { port, logLevel: 'error', onlyCategories: ['performance', 'accessibility'] });
    const score = (name) => lhr.categories[name].score;
    return [
      figure('Lighthouse mobile, performance', score('performance'), 0.95, '', true),
      figure('Lighthouse mobile, accessibility', score('accessibility'), 1, '', true),
    ];
  } finally {
    await browser.close();
  }
}

/** The largest example, as the browser's storage keeps a document. */
function largestExample() {
  const files = readdirSync(examples).map((name) => join(examples, name));
  const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  return JSON.stringify({ text: readFileSync(largest, 'utf8'), example: null, savedAt: 0 });
}

const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** From a key's event to the frame that shows the verdict of the text with it, for typing in the first policy, in milliseconds. */
async function keystroke(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript((kept) => {
    localStorage.setItem('sts-playground/1/document', kept);
    window.latencies = [];
    let pressed = null;
    addEventListener(
      'keydown',
      (event) => {
        if (event.key.length === 1) pressed ??= performance.now();
      },
      { capture: true },
    );
    new PerformanceObserver((list) => {
      for (const mark of list.getEntriesByName('verdict')) {
        if (pressed === null || mark.startTime < pressed) continue;
        window.latencies.push(mark.startTime - pressed);
        pressed = null;
      }
    }).observe({ type: 'mark' });
  }, largestExample());
  await page.goto(address);
  await page.locator('sts-verdict #sentence').waitFor();
  await page.locator('sts-code-editor').hover();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page
    .locator('.monaco-editor .view-line', { hasText: 'Version' })
    .first()
    .click({ position: { x: 2, y: 8 } });
  await page.keyboard.press('End');
  for (let typed = 0; typed < KEYSTROKES; typed++) {
    await page.keyboard.press('Space', { delay: KEY_HELD });
    await page.waitForTimeout(KEY_PAUSE);
  }
  const latencies = await page.evaluate(() => window.latencies);
  await page.close();
  if (latencies.length < KEYSTROKES / 2) throw new Error(`only ${latencies.length} of ${KEYSTROKES} keystrokes got a verdict`);
  console.log(`  keystroke to verdict: median ${percentile(latencies, 0.5).toFixed(1)} ms of ${latencies.length}`);
  return [figure('keystroke to verdict, 95th percentile', percentile(latencies, 0.95), 16, 'ms')];
}

async function timeline(browser, address) {
  const { measureTimeline } = await import('./measure-timeline.mjs');
  const { firstPaintMs, cursorMoveMs } = await measureTimeline(browser, address);
  return [
    figure('timeline of 500 sessions, first paint', firstPaintMs, 50, 'ms'),
    figure('timeline of 500 sessions, a cursor move', cursorMoveMs, 8, 'ms'),
  ];
}

const MEASUREMENTS = { load, lighthouse: (_, address) => lighthouseScores(address), keystroke, timeline };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${Object.keys(MEASUREMENTS).join(', ')}`);

const site = await serve({ port: 0 });
const browser = await chromium.launch(launchOptions);
let over = 0;
try {
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const { name: what, value, budget, unit, holds, sign } of await measure(browser, site.address)) {
      console.log(`${holds ? 'holds' : 'OVER '}  ${what}: ${value.toFixed(2)} ${unit} (${sign} ${budget} ${unit})`);
      if (!holds) over++;
    }
  }
} finally {
  await browser.close();
  await site.close();
}
process.exitCode = over > 0 ? 1 : 0;
