// Measures the timeline of 500 sessions in the built page: node scripts/measure-timeline.mjs. Prints two figures.
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { manySessions } from './many-sessions.mjs';
import { serve } from './serve.mjs';

const SESSIONS = 500;
const PAINTS = 9;
const MOVES = 60;

/** Runs in the page: does something to the timeline at a frame's beginning, and returns when the browser has painted that frame. */
const frame = ([act, part]) =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const timeline = document.querySelector('sts-timeline');
      if (act === 'leave') timeline.report = null;
      if (act === 'paint') timeline.report = window.measured;
      if (act === 'move') {
        const range = timeline.shadowRoot.querySelector('.range');
        range.valueAsNumber = Number(range.min) + part * (Number(range.max) - Number(range.min));
        range.dispatchEvent(new Event('input'));
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
  );

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/**
 * Gives medians of the time that the page's main thread works, in milliseconds: for the first frame of a report, and for a frame in
 * which the cursor moves. It is the thread's own time, so that other work on the machine does not count.
 */
export async function measureTimeline(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const kept = JSON.stringify({ text: manySessions(SESSIONS), example: null, savedAt: 0 });
    await page.addInitScript((document) => localStorage.setItem('sts-playground/1/document', document), kept);
    await page.goto(address);
    await page.locator('sts-timeline .lane').first().waitFor();
    await page.locator('sts-timeline').scrollIntoViewIfNeeded();
    const sessions = await page.evaluate(() => (window.measured = document.querySelector('sts-timeline').report).sessions.length);
    if (sessions !== SESSIONS) throw new Error(`the scenario has ${sessions} sessions, not ${SESSIONS}`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };
    const time = async (act, part = 0) => {
      const before = await worked();
      await page.evaluate(frame, [act, part]);
      return (await worked()) - before;
    };
    const firstPaints = [];
    for (let index = 0; index < PAINTS; index++) {
      await time('leave');
      firstPaints.push(await time('paint'));
    }
    const cursorMoves = [];
    for (let index = 0; index < MOVES; index++) cursorMoves.push(await time('move', (index * 0.37) % 1));
    return { firstPaintMs: median(firstPaints), cursorMoveMs: median(cursorMoves) };
  } finally {
    await page.close();
  }
}

async function main() {
  const site = await serve({ port: 0 });
  const browser = await chromium.launch(launchOptions);
  try {
    const { firstPaintMs, cursorMoveMs } = await measureTimeline(browser, site.address);
    console.log(`timeline of ${SESSIONS} sessions: first paint ${firstPaintMs.toFixed(1)} ms, a cursor move ${cursorMoveMs.toFixed(1)} ms`);
  } finally {
    await browser.close();
    await site.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
