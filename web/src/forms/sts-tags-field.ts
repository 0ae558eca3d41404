// Tags as rows. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
// Of a call they are a list, in which a key may stand twice for AWS to refuse it; whether a tag is transitive stands beside
// it, where AWS has a list of keys of its own. Of a thing of the world they are a map: there a row counts from when it has a
// key of its own, and is given when it is left.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { checkBox, type Field, grouped, type Problem, problemList, textInput } from './fields';
import { StsRows } from './rows';
import { formStyles } from './styles';
import { texts } from './texts';
import type { TagRow } from './values';

@customElement('sts-tags-field')
export class StsTagsField extends StsRows<TagRow> {
  @property({ attribute: false }) field: Field = { id: 'tags', label: '' };
  /** Whether a tag may be transitive. */
  @property({ type: Boolean }) transitive = false;
  /** What that means, in a sentence. */
  @property() transitiveHint = '';
  /** Whether the tags are a map. */
  @property({ type: Boolean }) unique = false;
  /** What is wrong with the tag of a row. */
  @property({ attribute: false }) problemsOf: (index: number) => readonly Problem[] = () => [];
  /** Of a map: rows as they are typed and not given yet, and why not. */
  @state() private begun: ReadonlyMap<number, TagRow> = new Map();
  @state() private error: { index: number; message: string } | null = null;

  static override styles = [
    formStyles,
    css`
      li.tag {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto 30px;
        gap: 4px 6px;
        align-items: center;
        padding-block-end: 6px;
      }
      li.tag > div {
        grid-column: 1 / -1;
      }
      @container form (max-width: 440px) {
        li.tag {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 30px;
        }
        li.tag > .check {
          grid-row: 2;
          grid-column: 1 / -1;
        }
        li.tag > .gap {
          display: none;
        }
      }
    `,
  ];

  protected empty(): TagRow {
    return { key: '', value: '', transitive: false, tag: true };
  }

  get #shown(): readonly TagRow[] {
    const rows = this.rows.map((row, index) => this.begun.get(index) ?? row);
    const another = this.begun.get(this.rows.length);
    return another ? [...rows, another] : rows;
  }

  protected override render(): TemplateResult {
    const { tags } = texts();
    const rows = this.#shown;
    return grouped({ ...this.field, wide: rows.length > 0 }, [
      html`<ul role="list">${rows.map((row, index) => this.#row(row, index))}</ul>`,
      html`${this.transitive && rows.length > 0 ? html`<p class="hint">${this.transitiveHint}</p>` : nothing}`,
      this.adding(tags.add),
    ]);
  }

  #row(row: TagRow, index: number): TemplateResult {
    const { tags, rows } = texts();
    const named = row.key || rows.nameless(index + 1);
    const problems = row.tag ? this.problemsOf(index) : [];
    const error = this.error?.index === index ? this.error.message : '';
    const id = `row-${index}`;
    const leave = (): void => this.#leave(index);
    const key = {
      id,
      label: '',
      error,
      value: row.key,
      placeholder: tags.key,
      leave,
      change: (text: string) => this.changeRow(index, { key: text }),
    };
    const value = {
      id: `value-${index}`,
      label: '',
      value: row.value,
      placeholder: tags.value,
      leave,
      change: (text: string) => this.changeRow(index, { value: text }),
    };
    const label = html`${tags.transitive} <span class="visually-hidden">${named}</span>`;
    return html`<li class="tag">
      ${textInput(key, `${tags.key} ${index + 1}`)}
      ${row.tag ? textInput(value, `${tags.value} ${index + 1}`) : html`<span class="hint">${tags.alone}</span>`}
      ${
        this.transitive
          ? checkBox({ label, checked: row.transitive, disabled: !row.tag, change: (transitive) => this.changeRow(index, { transitive }) })
          : html`<span class="gap"></span>`
      }
      ${this.removing(tags.remove(named), index)} ${problemList(id, problems, error)}
    </li>`;
  }

  protected override changeRow(index: number, patch: Partial<TagRow>): void {
    if (!this.unique) return super.changeRow(index, patch);
    this.begun = new Map(this.begun).set(index, { ...(this.#shown[index] ?? this.empty()), ...patch });
    if ('key' in patch && this.error?.index === index) this.error = null;
  }

  protected override addRow(): void {
    if (!this.unique) return super.addRow();
    const place = this.rows.length;
    if (!this.begun.has(place)) this.begun = new Map(this.begun).set(place, this.empty());
    this.focusOn(`#row-${place}`);
  }

  protected override removeRow(index: number): void {
    this.#forget();
    if (index < this.rows.length) super.removeRow(index);
    else this.focusOn('#add');
  }

  #forget(): void {
    this.begun = new Map();
    this.error = null;
  }

  /** A row of a map is given where its key is one that no other row has. */
  #leave(index: number): void {
    const typed = this.begun.get(index);
    if (!this.unique || !typed) return;
    const row = { ...typed, key: typed.key.trim() };
    const { tags } = texts();
    const taken = this.rows.some(({ key }, place) => place !== index && key === row.key);
    const isNew = index === this.rows.length;
    // The value may be typed first.
    if (row.key === '' && isNew) return;
    this.error = row.key === '' ? { index, message: tags.needed } : taken ? { index, message: tags.taken(row.key) } : null;
    if (this.error) return;
    this.give(isNew ? [...this.rows, row] : this.rows.map((one, place) => (place === index ? row : one)));
    const others = new Map(this.begun);
    others.delete(index);
    this.begun = others;
  }
}
