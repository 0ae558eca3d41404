// The policies of a thing: a map of them by name, or the one that it has. They are edited as texts, in the editor.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../../components/icons';
import type { JSONPath } from '../../document/edit';
import { pointerOf, type ThingKind } from '../../document/things';
import type { Diagnostic, PolicyKind } from '../../engine/report';
import { fieldStyles, problemList, WorldField } from './field';
import type { TemplateKind } from './template';
import { renameIcon } from './icons';
import { texts } from './texts';
import { problemsAt } from './tree';
import type { WorldWish } from './wishes';

@customElement('sts-world-policies')
export class StsWorldPolicies extends WorldField {
  /** Names of the policies of a map. */
  @property({ attribute: false }) names: readonly string[] = [];
  /** Whether `path` is that of one policy, which `names` calls by a word for people. */
  @property({ type: Boolean }) single = false;
  /** A single policy that the document has to have can be replaced only. */
  @property({ type: Boolean }) required = false;
  @property() kind: PolicyKind = 'identity';
  @property() template: TemplateKind = 'identity';
  @property() adds: ThingKind = 'policy';
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];

  static override styles = [
    ...fieldStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 2px;
        border: 1px solid var(--line);
        border-radius: 6px;
        padding: 1px 2px 1px 9px;
        margin-block-end: 4px;
        background: var(--sunken);
      }
      .problems li {
        display: block;
        border: 0;
        background: none;
        padding: 2px 0;
        margin: 0;
      }
      .problems {
        flex-basis: 100%;
      }
      .name {
        flex: 1;
        min-inline-size: 90px;
        font-size: var(--size-s);
        overflow-wrap: anywhere;
      }
      .kind {
        font-size: var(--size-xs);
        color: var(--muted);
        margin-inline-start: 6px;
        white-space: nowrap;
      }
      .edit {
        color: var(--accent);
        padding: 5px 7px;
        gap: 4px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const t = texts();
    const empty = this.names.length === 0;
    return html`<fieldset aria-describedby="notes">
        <legend>${this.label}</legend>
        ${empty
          ? this.single ? html`<p class="none">${t.noPolicy}</p>` : nothing
          : html`<ul role="list">
              ${this.names.map((name) => this.#item(name, this.single ? this.path : [...this.path, name]))}
            </ul>`}
        ${this.#foot(empty)}
      </fieldset>
      ${this.notes()}`;
  }

  #item(name: string, path: JSONPath): TemplateResult {
    const { actions } = texts();
    const kind = this.t.editor.kind[this.kind];
    const problems = this.diagnostics.filter((diagnostic) => diagnostic.policy === pointerOf(path)).concat(
      problemsAt(this.diagnostics, pointerOf(path)).filter(({ policy }) => policy === undefined),
    );
    return html`<li>
      <span class="name">${name}<span class="kind">${kind}</span></span>
      <button type="button" class="bare edit" aria-label=${actions.editIt(name)} @click=${() => this.wish({ wish: 'edit', path })}>
        ${icon('pencil')}${actions.edit}
      </button>
      ${this.single ? nothing : this.#action('ask-name', renameIcon(), actions.renameIt(name), path)}
      ${this.single ? nothing : this.#action('duplicate', icon('copy'), actions.duplicateIt(name), path)}
      ${this.required ? nothing : this.#action('remove', icon('trash'), actions.removeIt(name), path)} ${problemList(problems)}
    </li>`;
  }

  #action(wish: 'ask-name' | 'duplicate' | 'remove', drawing: TemplateResult, name: string, path: JSONPath): TemplateResult {
    const tell = (): void => {
      // The button that has the focus goes away with its policy.
      if (wish === 'remove') this.renderRoot.querySelector<HTMLElement>('.foot')?.focus();
      this.wish({ wish, path } satisfies WorldWish);
    };
    return html`<button type="button" class="bare" aria-label=${name} title=${name} @click=${tell}>${drawing}</button>`;
  }

  #foot(empty: boolean): TemplateResult {
    const t = texts();
    const { path, template } = this;
    if (this.single) {
      const label = empty ? t.add.policy : t.actions.replace;
      const replace = (): void => this.wish({ wish: 'template', path, template });
      return html`<button type="button" class="button foot" aria-label="${label}: ${this.label}" @click=${replace}>
        ${empty ? icon('plus') : nothing}${label}
      </button>`;
    }
    const kind = this.adds;
    const label = t.add[kind === 'scp' || kind === 'rcp' ? kind : 'policy'];
    return html`<button type="button" class="button foot" @click=${() => this.wish({ wish: 'add', kind, at: path, template })}>
      ${icon('plus')}${label}
    </button>`;
  }
}
