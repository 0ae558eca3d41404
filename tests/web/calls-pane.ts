// The pane "Calls" as a test sees it.

import type { Locator, Page } from '@playwright/test';
import { expect, type Playground } from './page';

export class Calls {
  readonly pane: Locator;
  readonly list: Locator;
  readonly form: Locator;
  /** The verdict at the foot of the form. */
  readonly verdict: Locator;
  readonly title: Locator;

  constructor(
    readonly playground: Playground,
    readonly page: Page,
  ) {
    this.pane = page.locator('sts-calls');
    this.list = page.locator('sts-call-list');
    this.form = page.locator('sts-call-form');
    this.verdict = page.locator('sts-call-verdict');
    this.title = this.pane.getByRole('heading', { level: 3 });
  }

  async open(query = ''): Promise<void> {
    await this.playground.open(query);
    await this.show();
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: /^(Calls|호출)$/ }).click();
    await expect(this.form).toBeVisible();
  }

  async openExample(title: string): Promise<void> {
    await this.playground.open();
    await this.page.getByRole('combobox', { name: 'Example' }).selectOption({ label: title });
    await expect(this.page.locator('sts-prose h2')).toHaveText(title);
    await this.show();
  }

  async begin(): Promise<void> {
    await this.list.getByRole('button', { name: 'New call' }).click();
    await expect(this.title).toHaveText('New call');
  }

  async edit(id: string): Promise<void> {
    await this.list.getByRole('button', { name: `Edit ${id}`, exact: true }).click();
    await expect(this.title).toContainText(id);
  }

  /** A field by its name at its left, without the word that it is required. */
  field(name: string): Locator {
    return this.form.getByLabel(new RegExp(`^${name}( required)?$`));
  }

  async assumeRole(role: string, name: string): Promise<void> {
    await this.field('RoleArn').selectOption({ label: role });
    await this.field('RoleSessionName').fill(name);
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name });
  }

  /** The scenario's text, as the pane "Scenario" shows it. */
  async scenario(): Promise<string> {
    await this.page.getByRole('tab', { name: 'Scenario', exact: true }).click();
    const text = await this.page.getByRole('textbox', { name: 'The whole scenario, as JSON' }).inputValue();
    await this.show();
    return text;
  }
}
