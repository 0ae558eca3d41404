// The text editor as its user meets it: help while writing, one undo history, the keys.

import type { Locator, Page } from '@playwright/test';
import { expect, type Playground, test } from './page';

const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row');
const keptText = (page: Page): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('sts-playground/1/document') ?? '{"text":""}') as { text: string }).text);

/** Puts a text into the editor, with the cursor where "|" is. */
async function write(playground: Playground, page: Page, marked: string): Promise<void> {
  await playground.moveTo('beginning');
  await page.evaluate(
    (detail) => {
      document.querySelector('sts-code-editor')?.dispatchEvent(new CustomEvent('edit', { detail, bubbles: true, composed: true }));
    },
    marked.replace('|', ''),
  );
  const [firstLine = ''] = marked.replace('|', '').split('\n');
  await expect(playground.monaco.locator('.view-line').first()).toHaveText(firstLine.replaceAll(' ', '\u00a0'));
  await page.keyboard.press('Control+End');
  for (let left = marked.length - marked.indexOf('|') - 1; left > 0; left--) await page.keyboard.press('ArrowLeft');
}

/** Listens for what the editor tells the page; the answer gives what it said last. */
async function listen(page: Page, name: string): Promise<() => Promise<unknown>> {
  await page.evaluate((event) => {
    document.addEventListener(
      event,
      (told) => {
        told.stopPropagation();
        document.documentElement.setAttribute('data-told', JSON.stringify((told as CustomEvent).detail));
      },
      { capture: true },
    );
  }, name);
  return async () => JSON.parse((await page.locator('html').getAttribute('data-told')) ?? 'null') as unknown;
}

/** Chooses what is offered for what is typed. */
async function choose(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.type(typed);
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await expect(focused).toContainText(label);
  await page.keyboard.press('Enter');
}

/** Rests the pointer on something in the editor until it is explained: a line that is drawn anew meanwhile loses the pointer. */
async function explain(page: Page, target: Locator, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible');
  await expect(async () => {
    await page.mouse.move(0, 0);
    await target.hover();
    await expect(hover).toContainText(text, { timeout: 3000 });
  }).toPass();
  return hover;
}

test('hover says what an element is and links to AWS’s page', async ({ playground, page, context }) => {
  await context.route('https://docs.aws.amazon.com/**', (route) => route.fulfill({ body: 'the page about it' }));
  await playground.open();
  await playground.useMonaco();
  const effect = playground.monaco.locator('.view-line', { hasText: '"Effect"' }).first().getByText('"Effect"');
  const hover = await explain(page, effect, 'Effect');
  const link = hover
    .getByRole('link', { name: 'AWS documentation' })
    .or(hover.locator('a', { hasText: 'AWS documentation' }))
    .first();
  const opened = context.waitForEvent('page');
  await link.click();
  const other = await opened;
  await expect(other).toHaveURL(/^https:\/\/docs\.aws\.amazon\.com\/IAM\/.*effect/);
  await expect(playground.verdict).toContainText('Allowed');
});

test('the keyboard asks for the same help, and Esc closes it before it leaves the editor', async ({ playground, page }) => {
  await playground.open();
  await write(playground, page, '{ "Ver|sion": "2012-10-17" }');
  await page.keyboard.press('F1');
  const hover = page.locator('.monaco-hover:visible');
  await expect(hover).toContainText('2008-10-17');
  await page.keyboard.press('Escape');
  await expect(hover).toHaveCount(0);
  await expect(playground.monaco).toHaveClass(/focused/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Policy', exact: true })).toBeFocused();
});

test('a principal that exists in the world is completed by keyboard', async ({ playground, page }) => {
  await playground.open();
  await write(playground, page, '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": | }, "Action": "sts:AssumeRole" }] }');
  await choose(page, '"jo', 'arn:aws:iam::444455556666:user/Jo');
  await expect.poll(() => keptText(page)).toContain('"AWS": "arn:aws:iam::444455556666:user/Jo" }');
});

test('a condition is written by completion alone', async ({ playground, page }) => {
  await playground.open();
  await write(playground, page, '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", | }] }');
  await choose(page, '"Cond', 'Condition');
  await choose(page, 'bool', 'Bool');
  await choose(page, 'multi', 'aws:MultiFactorAuth');
  await expect.poll(() => keptText(page)).toMatch(/"Bool": \{ "aws:MultiFactorAuth(Present|Age)"/);
});

test('condition keys that the action cannot have are not offered', async ({ playground, page }) => {
  await playground.open();
  await write(playground, page, '{ "Statement": [{ "Action": "s3:GetObject", "Condition": { "StringEquals": { | } } }] }');
  await page.keyboard.type('"aws:PrincipalOrg');
  await expect(suggestions(page).first()).toContainText('aws:PrincipalOrg');
  await page.keyboard.press('Escape');
  await expect(playground.monaco).toHaveClass(/focused/);
  for (let typed = 0; typed < 'aws:PrincipalOrg'.length; typed++) await page.keyboard.press('Backspace');
  await page.keyboard.type('sts:External');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget.visible')).toBeVisible();
  await expect(suggestions(page).filter({ hasText: 'sts:ExternalId' })).toHaveCount(0);
});

test('the whole scenario is completed too: a caller', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
  const document =
    '{ "format": "sts-playground/1", "accounts": { "111122223333": { "users": { "Mia": {} } } }, "steps": [{ "call": "sts:GetCallerIdentity", "as": | }] }';
  await write(playground, page, document);
  await choose(page, '"mia', 'arn:aws:iam::111122223333:user/Mia');
  await expect(playground.verdict).toContainText('Allowed');
});

test('undo goes back through everything, and the cursor lands at the change', async ({ playground, page }) => {
  await playground.open();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(playground.verdict).toContainText('Denied');
  // A change that something else on the page made.
  await page.evaluate(() => {
    const { text } = JSON.parse(localStorage.getItem('sts-playground/1/document') ?? '') as { text: string };
    const detail = text.replace('"AuditorWithExternalId"', '"ByForm"');
    document.querySelector('sts-verdict')?.dispatchEvent(new CustomEvent('change-document', { detail, bubbles: true, composed: true }));
  });
  const lines = playground.monaco.locator('.view-lines');
  await expect(lines).toContainText('ByForm');
  await page.keyboard.press('Control+z');
  await expect(lines).toContainText('AuditorWithExternalId');
  await expect(lines).toContainText('Changed');
  await page.keyboard.press('Control+z');
  await expect(lines).toContainText('Example-1');
  await expect(playground.verdict).toContainText('Allowed');
  await page.keyboard.press('Control+Shift+z');
  await expect(lines).toContainText('Changed');
  await page.keyboard.press('Control+y');
  await expect(lines).toContainText('ByForm');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(lines).toContainText('"Example-1"');
  // The cursor is behind what came back.
  await page.keyboard.type('0');
  await expect(lines).toContainText(/Example(?:-1)?0/);
});

test('undo works the same in the plain text area', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  const page = await context.newPage();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  const area = page.getByRole('textbox', { name: /^Policy/ });
  await expect(area).toHaveValue(/Example-1/);
  await area.tap();
  const before = await area.inputValue();
  await area.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('Example-1') + 'Example-1'.length;
    field.setSelectionRange(at, at);
  });
  await page.keyboard.insertText('23');
  await expect(page.locator('sts-verdict')).toContainText('Denied');
  // The browser's own menu asks in this way.
  await area.evaluate((field) =>
    field.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })),
  );
  await expect(area).toHaveValue(before);
  await expect(page.locator('sts-verdict')).toContainText('Allowed');
  const cursor = await area.evaluate((field: HTMLTextAreaElement) => field.value.slice(0, field.selectionStart));
  expect(cursor).toMatch(/Example-1$/);
  await page.keyboard.press('Control+y');
  await expect(area).toHaveValue(/Example-123/);
  await context.close();
});

test('the plain text area says what is wrong in the cursor’s line', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 760 } });
  const page = await context.newPage();
  await page.goto(process.env['STS_PLAYGROUND_PAGE'] ?? '');
  const area = page.getByRole('textbox', { name: /^Policy/ });
  await expect(area).toHaveAccessibleDescription('Esc leaves the editor.');
  await expect(area).toHaveValue(/Example-1/);
  await area.fill((await area.inputValue()).replace('"Effect": "Allow"', '"Effect": "Perhaps"'));
  await area.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('Perhaps');
    field.setSelectionRange(at, at);
  });
  const said = page.locator('.plain-problems');
  await expect(said).toContainText(/Warning: .*Effect.*\(policy-refused-by-iam\)/);
  await area.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
  await expect(said).toBeEmpty();
  await context.close();
});

test('formatting keeps the cursor at its character', async ({ playground, page }) => {
  await playground.open();
  await write(playground, page, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow|","Principal":"*","Action":"sts:AssumeRole"}]}');
  await page.keyboard.press('Shift+Alt+f');
  await expect(playground.monaco.locator('.view-line')).toHaveCount(10);
  await page.keyboard.type('ed');
  await expect(playground.monaco.locator('.view-lines')).toContainText('"Allowed"');
  await playground.monaco.click();
  await page.getByRole('button', { name: 'Format' }).click();
  await expect(playground.monaco.locator('.view-line')).toHaveCount(10);
});

test('find works, and Esc closes it without leaving', async ({ playground, page }) => {
  await playground.open();
  await playground.moveTo('beginning');
  await page.keyboard.press('Control+f');
  const find = page.locator('.find-widget.visible');
  await expect(find).toBeVisible();
  await page.keyboard.type('ExternalId');
  await expect(find).toContainText(/of \d/);
  await page.keyboard.press('Escape');
  await expect(find).toHaveCount(0);
  await expect(playground.monaco).toHaveClass(/focused/);
});

test('F8 goes from problem to problem and lets go again', async ({ playground, page }) => {
  await playground.open();
  await write(
    playground,
    page,
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Perhaps", "Principal": "*", "Action": "sts:AssumeRole" }] }|',
  );
  await expect(playground.monaco.locator('.squiggly-warning').first()).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  const message = page.locator('.marker-widget');
  await expect(message).toContainText('Effect');
  await page.keyboard.press('Escape');
  await expect(message).toHaveCount(0);
  await expect(playground.monaco).toHaveClass(/focused/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Policy', exact: true })).toBeFocused();
});

test('a problem’s hover shows its code', async ({ playground, page }) => {
  await playground.open();
  await write(
    playground,
    page,
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Perhaps", "Principal": "*", "Action": "sts:AssumeRole" }] }|',
  );
  await expect(playground.monaco.locator('.squiggly-warning').first()).toBeVisible();
  await explain(page, playground.monaco.locator('.view-line').getByText('"Perhaps"'), 'policy-refused-by-iam');
});

test('the commands of the page open from inside the editor', async ({ playground, page }) => {
  await playground.open();
  await playground.moveTo('beginning');
  const asked = await listen(page, 'open-dialog');
  await page.keyboard.press('Control+k');
  await expect.poll(asked).toBe('palette');
});

test('the page is told in which line the cursor is', async ({ playground, page }) => {
  await playground.open();
  await playground.moveTo('beginning');
  const told = await listen(page, 'cursor-at');
  await page.keyboard.press('ArrowDown');
  await expect.poll(told).toEqual({ view: 'policy', policy: '/accounts/111122223333/roles/Audit/trust', line: 2 });
});
