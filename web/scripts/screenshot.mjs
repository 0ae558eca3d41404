// Takes the README's picture (docs/screenshot.png), or with --all a set of the page in both themes, widths and languages
// (build/screenshots). Needs a built site.
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';

const LARGEST_BYTES = 300_000;
const WIDE = { width: 1440, height: 1080 };
const NARROW = { width: 390, height: 844 };

const inRepository = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function openPage(browser, address, { theme, language, viewport, touch = false }) {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: language,
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${address}?lang=${language}`);
  await page.locator('sts-verdict #sentence').waitFor();
  return page;
}

/** The denied step, with Monaco in place. */
async function showDenial(page, touch) {
  const denied = page.locator('sts-steps button', { has: page.locator('.decision.deny') }).first();
  if ((await denied.count()) > 0) await denied.click();
  if (touch) return;
  await page.locator('sts-code-editor').hover();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const failed = page.locator('sts-explanation .element-row.failed').first();
  if ((await failed.count()) > 0) await failed.click();
  await page.mouse.move(0, 0);
}

async function all(browser, address) {
  mkdirSync(inRepository('build/screenshots'), { recursive: true });
  for (const theme of ['light', 'dark']) {
    for (const language of ['en', 'ko']) {
      for (const [size, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
        const touch = size === 'narrow';
        const page = await openPage(browser, address, { theme, language, viewport, touch });
        await showDenial(page, touch);
        const path = inRepository(`build/screenshots/${size}-${theme}-${language}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
        await page.context().close();
      }
    }
  }
}

async function readme(browser, address) {
  mkdirSync(inRepository('docs'), { recursive: true });
  const path = inRepository('docs/screenshot.png');
  const page = await openPage(browser, address, { theme: 'light', language: 'en', viewport: WIDE });
  await showDenial(page, false);
  await page.screenshot({ path, fullPage: true });
  const { size } = statSync(path);
  if (size > LARGEST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${LARGEST_BYTES}`);
  console.log(`${path}: ${size} bytes`);
}

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const site = await serve({ port: 0 });
const browser = await chromium.launch(launchOptions);
try {
  await (values.all ? all : readme)(browser, site.address);
} finally {
  await browser.close();
  await site.close();
}
