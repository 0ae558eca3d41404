// The pane "Accounts" as a test sees it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Playground } from './page';

const EXAMPLE = readFileSync(join(__dirname, '../../examples/auditor.json'), 'utf8');

export interface Scenario {
  accounts: Record<string, Record<string, Record<string, Record<string, unknown>>>>;
  organizations?: Record<string, { managementAccount: string; root: Record<string, unknown> }>;
}

export class World {
  readonly tree: Locator;
  readonly form: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.tree = page.getByRole('tree', { name: 'Accounts and organizations' });
    this.form = page.getByRole('region', { name: 'What is selected' });
    this.dialog = page.getByRole('dialog');
  }

  item(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name, exact: typeof name === 'string' });
  }

  /** Clicks the row of an item, not what is in it. */
  async select(name: string): Promise<void> {
    await this.item(name).first().locator('> .line .name').click();
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.form.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Adds something by the button of this name, with this name of its own; `more` fills in what else is asked. */
  async add(button: string, name: string, more: () => Promise<void> = async () => undefined): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).first().click();
    const field = this.dialog.locator('#name');
    await expect(field).toBeFocused();
    await field.fill(name);
    await more();
    await this.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** The scenario's text as the page keeps it, which it does from the first change on. */
  async text(): Promise<string> {
    const kept = await this.page.evaluate(() => localStorage.getItem('sts-playground/1/document'));
    return kept === null ? EXAMPLE : (JSON.parse(kept) as { text: string }).text;
  }

  async scenario(): Promise<Scenario> {
    return JSON.parse(await this.text()) as Scenario;
  }
}

export async function openWorld(playground: Playground, page: Page, example = 'auditor'): Promise<World> {
  await playground.open();
  if (example !== 'auditor') await page.getByRole('combobox').first().selectOption(example);
  await page.getByRole('tab', { name: 'Accounts' }).click();
  const world = new World(page);
  await expect(world.tree).toBeVisible();
  return world;
}

export async function openEmpty(playground: Playground, page: Page): Promise<World> {
  await playground.open();
  await page.getByRole('button', { name: 'New, empty scenario' }).click();
  const world = new World(page);
  await expect(world.tree).toBeVisible();
  return world;
}
