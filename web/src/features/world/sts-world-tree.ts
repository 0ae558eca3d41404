// The world as a tree: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ with selection that follows the focus. What a row's
// "Add" button does can also be done from the form of that row.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { icon } from '../../components/icons';
import type { Diagnostic } from '../../engine/report';
import { kindIcon } from './icons';
import { texts } from './texts';
import { problemsAt, type TreeNode, visibleNodes } from './tree';
import { treeStyles } from './tree-styles';
import { type WorldWish, WISH } from './wishes';

/** What visitors opened and closed themselves stays so while the page is open. */
const openness = new Map<string, boolean>();

@customElement('sts-world-tree')
export class StsWorldTree extends StsElement {
  @property({ attribute: false }) nodes: readonly TreeNode[] = [];
  @property() selected = '';
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @state() private typed = '';
  #typedAt = 0;

  static override styles = [shared, treeStyles];

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"][role="treeitem"]')?.focus();
  }

  /** Opens what is above a node. */
  reveal(pointer: string): void {
    for (let above = pointer; above.includes('/'); above = above.slice(0, above.lastIndexOf('/'))) {
      if (above !== pointer) openness.set(above, true);
    }
    this.requestUpdate();
  }

  #isOpen = (node: TreeNode): boolean => node.children.length > 0 && (openness.get(node.pointer) ?? true);

  #wish(wish: WorldWish): void {
    this.tell<WorldWish>(WISH, wish);
  }

  protected override render(): TemplateResult {
    const shown = visibleNodes(this.nodes, this.#isOpen);
    const current = shown.some(({ pointer }) => pointer === this.selected) ? this.selected : (shown[0]?.pointer ?? '');
    return html`<ul role="tree" aria-label=${texts().tree} aria-describedby="keys" @keydown=${this.#onKey}>
        ${this.nodes.map((node) => this.#item(node, 1, current))}
      </ul>
      <p id="keys" class="visually-hidden">${texts().treeKeys}</p>`;
  }

  #item(node: TreeNode, level: number, current: string): TemplateResult {
    const { pointer, label, detail, count, children } = node;
    const t = texts();
    const isOpen = this.#isOpen(node);
    const problems = problemsAt(this.diagnostics, pointer).filter(({ severity }) => severity !== 'info').length;
    const said = problems > 0 && pointer ? t.problems(problems) : '';
    const name = [label, detail, count === null ? '' : String(count), said].filter(Boolean).join(', ');
    return html`<li
      role="treeitem"
      style="--level: ${Math.min(level, 8)}"
      aria-label=${name}
      aria-level=${level}
      aria-selected=${pointer === this.selected}
      aria-expanded=${children.length > 0 ? isOpen : nothing}
      tabindex=${pointer === current ? 0 : -1}
      data-pointer=${pointer}
      @click=${(event: Event) => this.#click(event, node)}
    >
      <div class="line">
        <span class="toggle ${isOpen ? 'open' : ''}">${children.length > 0 ? icon('chevron') : nothing}</span>
        <span class="kind">${kindIcon(node.kind)}</span>
        <span class="name ${count === null ? '' : 'collection'}">
          ${label}${detail ? html` <span class="detail">${detail}</span>` : nothing}
        </span>
        ${problems > 0 && pointer ? html`<span class="deny problem">${icon('triangle')}</span>` : nothing}
        ${count === null ? nothing : html`<span class="count">${count}</span>`} ${this.#adder(node, pointer === current)}
      </div>
      ${isOpen ? html`<ul role="group">${children.map((child) => this.#item(child, level + 1, current))}</ul>` : nothing}
    </li>`;
  }

  /** Reached by Tab from its row; every other row is one Tab stop less. */
  #adder({ adds, path, label }: TreeNode, current: boolean): TemplateResult | typeof nothing {
    const t = texts();
    if (!adds || !(adds in t.add)) return nothing;
    const account = path[0] === 'accounts' ? path[1] : path.length > 2 ? label : undefined;
    const what = t.add[adds as keyof typeof t.add];
    const name = account === undefined ? what : t.addIn(what, String(account));
    const at = adds === 'unit' ? [...path, 'units'] : path;
    const add = (event: Event): void => {
      event.stopPropagation();
      this.#wish({ wish: 'add', kind: adds, at });
    };
    return html`<button type="button" class="add" tabindex=${current ? 0 : -1} aria-label=${name} title=${name} @click=${add}>
      ${icon('plus')}
    </button>`;
  }

  #click(event: Event, node: TreeNode): void {
    event.stopPropagation();
    const toggles = (event.target as Element).closest('.toggle') !== null;
    if (toggles && node.children.length > 0) this.#toggle(node, !this.#isOpen(node));
    else this.#wish({ wish: 'select', pointer: node.pointer });
  }

  #toggle(node: TreeNode, open: boolean): void {
    openness.set(node.pointer, open);
    // What is selected must not vanish.
    if (!open && this.selected.startsWith(`${node.pointer}/`)) this.#wish({ wish: 'select', pointer: node.pointer });
    this.requestUpdate();
  }

  #onKey = (event: KeyboardEvent): void => {
    const item = event.target as HTMLElement;
    if (item.getAttribute('role') !== 'treeitem' || event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = visibleNodes(this.nodes, this.#isOpen);
    const place = shown.findIndex(({ pointer }) => pointer === item.dataset['pointer']);
    const node = shown[place];
    if (!node || !(this.#act(event.key, node) || this.#move(event.key, shown, place) || this.#search(event, shown, place))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Keys that do something to the row. */
  #act(key: string, node: TreeNode): boolean {
    if (key === 'Enter' || key === ' ') this.#wish({ wish: 'select', pointer: node.pointer, focus: 'form' });
    else if (key === 'Delete') this.#wish({ wish: 'remove', path: node.path });
    else if (key === 'ArrowRight' && node.children.length > 0 && !this.#isOpen(node)) this.#toggle(node, true);
    else if (key === 'ArrowLeft' && this.#isOpen(node)) this.#toggle(node, false);
    else return false;
    return true;
  }

  #move(key: string, shown: readonly TreeNode[], place: number): boolean {
    const here = shown[place];
    const above = shown.findLast(({ children }) => here !== undefined && children.includes(here));
    const next: Record<string, TreeNode | undefined> = {
      ArrowDown: shown[place + 1],
      ArrowUp: shown[place - 1],
      Home: shown[0],
      End: shown.at(-1),
      ArrowRight: here && this.#isOpen(here) ? here.children[0] : undefined,
      ArrowLeft: above,
    };
    if (!(key in next)) return false;
    this.#go(next[key]);
    return true;
  }

  /** Letters that follow each other quickly are the beginning of a name. */
  #search({ key, timeStamp }: KeyboardEvent, shown: readonly TreeNode[], place: number): boolean {
    if (key.length !== 1 || key === '?') return false;
    this.typed = timeStamp - this.#typedAt < 700 ? this.typed + key.toLowerCase() : key.toLowerCase();
    this.#typedAt = timeStamp;
    const from = this.typed.length > 1 ? place : place + 1;
    const order = [...shown.slice(from), ...shown.slice(0, from)];
    this.#go(order.find(({ label }) => label.toLowerCase().startsWith(this.typed)));
    return true;
  }

  #go(node: TreeNode | undefined): void {
    if (node) this.#wish({ wish: 'select', pointer: node.pointer, focus: 'tree' });
  }
}
