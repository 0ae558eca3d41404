// The timeline as a test sees it.

import type { Locator, Page } from '@playwright/test';

export class Timeline {
  readonly all: Locator;
  readonly drawing: Locator;
  readonly marks: Locator;
  readonly range: Locator;
  readonly field: Locator;
  readonly verdict: Locator;
  readonly living: Locator;
  readonly tables: Locator;

  constructor(readonly page: Page) {
    this.all = page.locator('sts-timeline');
    this.drawing = this.all.getByRole('group', { name: /^(Sessions and calls|시간에 따른)/ });
    this.marks = this.drawing.getByRole('button');
    this.range = this.all.getByRole('slider');
    this.field = this.all.getByRole('textbox');
    this.verdict = this.all.locator('.verdict');
    this.living = this.all.getByRole('status');
    this.tables = this.all.getByRole('table');
  }

  button(name: string): Locator {
    return this.all.getByRole('button', { name, exact: true });
  }

  lane(name: string | RegExp): Locator {
    return this.drawing.getByRole('group', { name });
  }

  async judgeAt(instant: string): Promise<void> {
    await this.field.fill(instant);
    await this.field.press('Enter');
  }

  /** The mark of the call with this id. */
  call(id: string): Locator {
    return this.marks.and(this.page.getByRole('button', { name: new RegExp(`^${id}: `) }));
  }

  async middle(locator: Locator): Promise<number> {
    const box = await locator.boundingBox();
    if (!box) throw new Error('nothing is drawn');
    return box.x + box.width / 2;
  }
}
