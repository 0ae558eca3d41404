// Rows that can be added, changed and taken away: what the lists of a form have in common. The first control of each row has
// the id "row-0" and so on.

import { property } from 'lit/decorators.js';
import type { TemplateResult } from 'lit';
import { StsElement } from '../base/element';
import { addButton, removeButton } from './fields';

export abstract class StsRows<Row extends object> extends StsElement {
  @property({ attribute: false }) rows: readonly Row[] = [];

  /** What a row begins with. */
  protected abstract empty(): Row;

  protected changeRow(index: number, patch: Partial<Row>): void {
    this.give(this.rows.map((row, place) => (place === index ? { ...row, ...patch } : row)));
  }

  protected addRow(): void {
    this.give([...this.rows, this.empty()]);
    this.focusOn(`#row-${this.rows.length}`);
  }

  protected removeRow(index: number): void {
    this.give(this.rows.filter((_, place) => place !== index));
    this.focusOn('#add');
  }

  protected adding(label: string): TemplateResult {
    return addButton(label, () => this.addRow());
  }

  protected removing(label: string, index: number): TemplateResult {
    return removeButton(label, () => this.removeRow(index));
  }

  protected give(rows: readonly Row[]): void {
    this.dispatchEvent(new CustomEvent<readonly Row[]>('rows', { detail: rows }));
  }

  /** A row is drawn once the form has handed the rows back. */
  protected focusOn(selector: string): void {
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
