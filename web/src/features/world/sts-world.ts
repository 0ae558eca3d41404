// The pane "World": accounts and organizations as a tree, and the form of what is selected in it.

import { parse, type ParseError } from 'jsonc-parser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { listen } from '../../base/wishes';
import { StsElement } from '../../base/element';
import { icon } from '../../base/icons';
import { type JSONPath, renameProperty } from '../../document/edit';
import type { Renaming } from '../../document/reference-rules';
import { referencesOf, referencesTo, renamed } from '../../document/references';
import { hasForm, isRemovable, kindOf, pointerOf, type ThingKind } from '../../document/things';
import { isObject, type Json, textOf, valueAt } from '../../document/values';
import { valueOf, type World, worldOf } from '../../document/world';
import type { Catalog, CatalogOperation } from '../../engine/assist';
import { loadCatalog } from '../../engine/catalog';
import type { Language, Report } from '../../engine/report';
import { language } from '../../base/i18n';
import type { StsTextField } from '../../forms/sts-text-field';
import { duplicated, freeAccountId, freeName, placed, withoutThing, withValue } from './changes';
import type { FormContext } from './form-parts';
import { formOf } from './forms';
import { type FormTexts, formTexts } from './meanings';
import { isNewKind, nameQuestion, newThing, questionFor, type Surroundings, takenAt, templateQuestion } from './new-things';
import './sts-world-ask';
import type { StsWorldAsk } from './sts-world-ask';
import './sts-world-new';
import type { StsWorldNew } from './sts-world-new';
import './sts-world-tree';
import type { StsWorldTree } from './sts-world-tree';
import type { TemplateKind } from './template';
import { texts } from './texts';
import { findNode, neighbour, survivor, type TreeNode, treeNodes } from './tree';
import { type WorldWish, WISH } from './wishes';
import { worldStyles } from './world-styles';

/** What was selected when the pane was left; it is shown again when it is opened again. */
let remembered: string | null = null;

@customElement('sts-world')
export class StsWorld extends StsElement {
  @property() text = '';
  @property({ attribute: false }) report: Report | null = null;
  @state() private selected: string | null = remembered;
  @state() private catalog: Catalog | null = null;
  @state() private said = '';
  @query('sts-world-tree') private tree!: StsWorldTree;
  @query('sts-world-ask') private asking!: StsWorldAsk;
  @query('sts-world-new') private adding!: StsWorldNew;
  #scenario: Json = {};
  #world: World = worldOf('{}');
  #broken = false;
  #catalogLanguage: Language | null = null;

  static override styles = worldStyles;

  constructor() {
    super();
    listen(this, WISH, (wish, event) => {
      event.stopPropagation();
      void this.#carryOut(wish);
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.#catalogLanguage !== language()) this.#loadCatalog();
    if (changed.has('text')) this.#read();
    remembered = this.selected;
  }

  #loadCatalog(): void {
    const wanted = language();
    this.#catalogLanguage = wanted;
    loadCatalog(wanted).then(
      (catalog) => {
        if (this.#catalogLanguage === wanted) this.catalog = catalog;
      },
      // The forms do without its words; it is asked for again when they are drawn again.
      () => (this.#catalogLanguage = null),
    );
  }

  #texts(): FormTexts {
    return formTexts(texts(), this.catalog);
  }

  #read(): void {
    const errors: ParseError[] = [];
    const value: unknown = parse(this.text, errors, { allowTrailingComma: true });
    this.#broken = errors.length > 0 || !isObject(value);
    this.#scenario = valueOf(this.text);
    this.#world = worldOf(this.text);
  }

  protected override render(): TemplateResult {
    const t = this.#texts();
    const nodes = treeNodes(this.#scenario, t);
    const node = this.#shown(nodes);
    const diagnostics = this.report?.diagnostics ?? [];
    const context: FormContext = {
      t,
      scenario: this.#scenario,
      world: this.#world,
      diagnostics,
      catalog: this.catalog,
      awsPolicies: this.catalog?.managedPolicies.map(({ arn }) => arn) ?? [],
      wish: (wish) => void this.#carryOut(wish),
    };
    return html`<div class="panes">
        <nav aria-label=${t.tree}>
          <sts-world-tree .nodes=${nodes} .selected=${node?.pointer ?? ''} .diagnostics=${diagnostics}></sts-world-tree>
        </nav>
        <section aria-label=${t.form} ?inert=${this.#broken}>
          ${this.#broken ? html`<p class="broken">${icon('triangle')} ${t.broken}</p>` : nothing}
          ${node ? keyed(node.pointer, html`<div class="form">${formOf(context, node)}</div>`) : nothing}
        </section>
      </div>
      <p class="said" role="status">${this.said}</p>
      <sts-world-ask></sts-world-ask><sts-world-new></sts-world-new>`;
  }

  /** What is selected, or what is left of it; at first an account. */
  #shown(nodes: readonly TreeNode[]): TreeNode | null {
    const accounts = findNode(nodes, '/accounts');
    const wanted = this.selected ?? accounts?.children[0]?.pointer ?? '/accounts';
    return findNode(nodes, survivor(nodes, wanted));
  }

  #select(pointer: string, focus?: 'form' | 'tree' | 'name'): void {
    this.selected = pointer;
    this.tree.reveal(pointer);
    if (focus) void this.#focusOn(focus);
  }

  async #focusOn(part: 'form' | 'tree' | 'name'): Promise<void> {
    await this.updateComplete;
    await this.tree.updateComplete;
    if (part === 'tree') this.tree.focus();
    else if (part === 'name') this.renderRoot.querySelector<StsTextField>('.own-name')?.focus();
    else this.renderRoot.querySelector<HTMLElement>('#form-heading')?.focus();
  }

  #write(text: string): void {
    if (this.#broken || text === this.text) return;
    this.text = text;
    this.#read();
    this.tell('change-document', text);
  }

  async #carryOut(wish: WorldWish): Promise<void> {
    if (wish.wish === 'select') {
      this.#select(wish.pointer, wish.focus);
      return;
    }
    if (wish.wish === 'edit') {
      this.tell('select-policy', pointerOf(wish.path));
      return;
    }
    if (this.#broken) return;
    this.said = '';
    switch (wish.wish) {
      case 'set':
        return this.#write(withValue(this.text, wish));
      case 'rename-key':
        return this.#write(renameProperty(this.text, wish.path, wish.name));
      case 'place':
        return this.#write(placed(this.text, wish.account, wish.level));
      case 'duplicate':
        return this.#duplicate(wish.path);
      case 'rename':
        return this.#rename({ path: wish.path, name: wish.name });
      case 'move':
        return this.#move(wish.path, wish.iamPath);
      case 'ask-name':
        return this.#askName(wish.path);
      case 'remove':
        return this.#remove(wish.path);
      case 'add':
        return this.#add(wish.kind, wish.at, wish.template);
      case 'template':
        return this.#fromTemplate(wish.path, wish.template);
    }
  }

  async #add(kind: ThingKind, at: JSONPath, template?: TemplateKind): Promise<void> {
    const t = texts();
    if (!isNewKind(kind, t)) return;
    const answer = await this.adding.ask(questionFor(kind, at, template, this.#around));
    if (!answer) return;
    this.#write(withValue(this.text, newThing(kind, at, answer, this.#scenario)));
    this.said = t.said.added(answer.name);
    const path = [...at, answer.name];
    if (hasForm(path)) this.#select(pointerOf(path), 'form');
  }

  async #fromTemplate(path: JSONPath, template: TemplateKind): Promise<void> {
    const answer = await this.adding.ask(templateQuestion(path, template, this.#around));
    if (answer) this.#write(withValue(this.text, { path, value: answer.policy }));
    // A choice that led here shows what it was.
    else this.requestUpdate();
  }

  async #askName(path: JSONPath): Promise<void> {
    const answer = await this.adding.ask(nameQuestion(path, this.#around));
    if (answer && answer.name !== path.at(-1)) await this.#rename({ path, name: answer.name });
  }

  get #around(): Surroundings {
    return { scenario: this.#scenario, world: this.#world, t: this.#texts() };
  }

  async #rename(renaming: Renaming & { name: string }): Promise<void> {
    const { path, name } = renaming;
    const t = texts();
    const isRoot = kindOf(path) === 'root';
    const before = isRoot ? textOf(valueAt(this.#scenario, [...path, 'id'])) : String(path.at(-1));
    const count = await this.#follow(renaming, t.renaming.heading(before, name));
    if (count === null) return;
    this.said = t.said.renamed(name, count);
    const pointer = isRoot ? pointerOf(path) : pointerOf([...path.slice(0, -1), name]);
    if (hasForm(path)) this.#select(pointer, 'name');
  }

  async #move(path: JSONPath, iamPath: string): Promise<void> {
    const t = texts();
    const shown = iamPath || '/';
    const operations = await this.#operations();
    if (!operations) return this.#resetFields();
    const references = referencesOf(this.text, { path, iamPath: shown }, operations);
    const question = { about: 'rename', heading: t.renaming.moving(shown), references } as const;
    const answer = references.length === 0 ? 'here' : await this.asking.ask(question);
    if (!answer) return this.#resetFields();
    const followed = answer === 'all' ? renamed(this.text, { path, iamPath: shown }, references) : this.text;
    this.#write(withValue(followed, { path: [...path, 'path'], value: iamPath || undefined }));
  }

  /** Renames, after asking where something refers to it. How many references follow; null where the visitor does not want to. */
  async #follow(renaming: Renaming, heading: string): Promise<number | null> {
    const operations = await this.#operations();
    if (!operations) {
      this.#resetFields();
      return null;
    }
    const references = referencesOf(this.text, renaming, operations);
    const answer = references.length === 0 ? 'here' : await this.asking.ask({ about: 'rename', heading, references });
    if (!answer) {
      this.#resetFields();
      return null;
    }
    const followers = answer === 'all' ? references : [];
    this.#write(renamed(this.text, renaming, followers));
    return followers.length;
  }

  /** What the parameters of calls mean; null where that cannot be downloaded, which is said. */
  async #operations(): Promise<readonly CatalogOperation[] | null> {
    try {
      return (await loadCatalog(language())).operations;
    } catch {
      this.said = this.t.loading.failed;
      return null;
    }
  }

  /** What was typed and not wanted in the end. */
  #resetFields(): void {
    for (const field of this.renderRoot.querySelectorAll<StsTextField>('sts-text-field')) field.reset();
  }

  async #remove(path: JSONPath): Promise<void> {
    if (!isRemovable(path)) return;
    const t = texts();
    const kind = kindOf(path);
    const name = kind === null ? t.labels.policy : String(path.at(-1));
    const operations = await this.#operations();
    if (!operations) return;
    const references = kind === 'member' || kind === null ? [] : referencesTo(this.text, path, operations);
    const question = { about: 'delete', heading: t.deleting.heading(name), references } as const;
    if (references.length > 0 && !(await this.asking.ask(question))) return;
    const next = neighbour(treeNodes(this.#scenario, t), path);
    this.#write(withoutThing(this.text, path));
    this.said = t.said.removed(name);
    if (kind !== null && hasForm(path)) this.#select(next, 'tree');
  }

  #duplicate(path: JSONPath): void {
    const taken = takenAt(this.#scenario, path.slice(0, -1));
    const name = kindOf(path) === 'account' ? freeAccountId(taken) : freeName(String(path.at(-1)), taken);
    this.#write(duplicated(this.text, path, name));
    this.said = texts().said.duplicated(name);
    if (hasForm(path)) this.#select(pointerOf([...path.slice(0, -1), name]), 'form');
  }
}
