// The page as a test sees it: opened, watched for everything that a visitor must never meet, and named by what it shows.

import { expect, type Locator, type Page, test as base } from '@playwright/test';

export const address = (): string => {
  const page = process.env['STS_PLAYGROUND_PAGE'];
  if (!page) throw new Error('the page is not being served');
  return page;
};

export class Playground {
  readonly verdict: Locator;
  readonly sentence: Locator;
  readonly steps: Locator;
  /** The first step that is denied. */
  readonly denied: Locator;
  readonly explanation: Locator;
  readonly editor: Locator;
  readonly monaco: Locator;
  readonly problems: Locator;
  /** The problems that are errors; a lint's advice may always be there. */
  readonly errors: Locator;

  constructor(readonly page: Page) {
    this.verdict = page.locator('sts-verdict');
    this.sentence = page.locator('sts-verdict #sentence');
    this.steps = page.locator('sts-steps button');
    this.denied = this.steps.filter({ hasText: /Denied|거부됨/ }).first();
    this.explanation = page.locator('sts-explanation');
    this.editor = page.locator('sts-code-editor');
    this.monaco = page.locator('sts-code-editor .monaco-editor[role="code"]');
    this.problems = page.locator('sts-problems');
    this.errors = this.problems.getByRole('button', { name: /^(Error|오류)/ });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(address() + query);
    await expect(this.sentence).toBeVisible();
  }

  /** The editor as Monaco, as it becomes at the first touch. */
  async useMonaco(): Promise<void> {
    await this.editor.hover();
    await expect(this.monaco.locator('.view-line').first()).toBeVisible();
  }

  /** Replaces the first occurrence of a text in the editor by another, by selecting it and typing. */
  async replaceInEditor(before: string, after: string): Promise<void> {
    await this.useMonaco();
    const line = this.monaco.locator('.view-line', { hasText: before }).first();
    await line
      .locator('span span', { hasText: before })
      .last()
      .dblclick({ position: { x: 14, y: 10 } });
    await this.page.keyboard.type(after);
  }

  /** Puts the text cursor at the end of the editor's text, or at its beginning. */
  async moveTo(end: 'beginning' | 'end'): Promise<void> {
    await this.useMonaco();
    await this.monaco.click({ position: { x: 200, y: 20 } });
    await this.page.keyboard.press(end === 'end' ? 'Control+End' : 'Control+Home');
  }
}

interface Watched {
  /** Violations of the content security policy, errors, and requests to anywhere else; each test ends without any. */
  faults: string[];
  playground: Playground;
}

declare global {
  interface Window {
    reportFault(fault: string): void;
  }
}

export const test = base.extend<Watched>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      await page.exposeFunction('reportFault', (fault: string) => faults.push(fault));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          window.reportFault(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`);
        });
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address()) && !url.startsWith('data:')) faults.push(`request: ${url}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  playground: async ({ page }, use) => {
    await use(new Playground(page));
  },
});

export { expect };
