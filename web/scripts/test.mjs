// Runs the browser tests of tests/web with this package's Playwright: npm test [-- FILTER...]. The page must be built.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
const tests = fileURLToPath(new URL('../../tests/web', import.meta.url));
const { status } = spawnSync(process.execPath, [playwright, 'test', '-c', tests, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
