// The graph as a drawing from left to right, in a box of its own that scrolls. One stop of the Tab key; the arrow keys lead
// on within it.

import { html, nothing, type PropertyValues, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StsElement } from '../../base/element';
import type { TrustEdge, TrustGraph, TrustNode } from '../../engine/assist';
import { language } from '../../base/i18n';
import { drawingStyles } from './drawing-styles';
import { arrowOf, type Layout, pathOf } from './geometry';
import { LayoutClient } from './layout-client';
import { LABEL_LINE, type Labels, labelsOf, layoutRequest, NODE_TEXT } from './measure';
import { edgeKey, edgeLook, onPath, type Selection, selectsEdge, selectsNode } from './model';
import { itemAfter, itemsInOrder, sameItem } from './navigate';
import { edgeShape, ENDS, nodeShape } from './shapes';
import { partStyles } from './styles';
import { texts } from './texts';
import { aboutNode, accountText, edgeName } from './wording';

/** A graph with its words and places: they belong together and are replaced together. */
interface Drawn {
  graph: TrustGraph;
  labels: Labels;
  layout: Layout;
}

const ZOOM_STEP = 1.25;
const MOST = 2.5;
const LEAST = 0.2;
/** Below this size, texts are hard to read: a graph that does not fit then scrolls. */
const READABLE = 0.75;

@customElement('sts-graph-drawing')
export class StsGraphDrawing extends StsElement {
  @property({ attribute: false }) graph: TrustGraph = { nodes: [], edges: [], omitted: 0 };
  @property({ attribute: false }) accounts: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) selection: Selection | null = null;
  @state() private drawn: Drawn | null = null;
  @state() private failed = false;
  /** Null: as large as fits and can be read. */
  @state() private zoom: number | null = null;
  @state() private width = 0;
  /** The item that the Tab key reaches. */
  @state() private current: Selection | null = null;

  static override styles = [partStyles, drawingStyles];

  #client = new LayoutClient();
  /** The edges on chains to and from the selected node. */
  #related: ReadonlySet<TrustEdge> = new Set();
  #asked: { graph: TrustGraph; language: string } | null = null;
  #resize = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.round(entry.contentRect.width);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#resize.disconnect();
    this.#client.stop();
    this.#asked = null;
    super.disconnectedCallback();
  }

  /** Focuses the item that the Tab key reaches. */
  takeFocus(): void {
    this.renderRoot.querySelector<SVGElement>('.item[tabindex="0"]')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { selection } = this;
    if (changed.has('selection') && selection) this.current = selection;
    const edges = this.drawn?.graph.edges ?? [];
    const ways =
      selection?.kind === 'node'
        ? (['into', 'from'] as const).flatMap((direction) => onPath(edges, { node: selection.id, direction }))
        : [];
    this.#related = new Set(ways);
  }

  protected override updated(): void {
    if (this.width === 0) return;
    if (this.#asked?.graph === this.graph && this.#asked.language === language()) return;
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const { graph } = this;
    this.#asked = { graph, language: language() };
    const labels = labelsOf(graph, getComputedStyle(this).fontFamily);
    try {
      const layout = await this.#client.ask(layoutRequest(graph, labels, this.width));
      if (!layout || this.graph !== graph) return;
      const first = this.drawn === null;
      this.failed = false;
      this.drawn = { graph, labels, layout };
      void this.updateComplete.then(() => this.#showSome(first));
    } catch {
      this.failed = true;
    }
  }

  /** A large drawing begins at what is selected, or at its first node: its upper left corner may be empty. */
  #showSome(first: boolean): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    const { drawn, selection } = this;
    const chosen = selection?.kind === 'node' ? drawn?.layout.nodes.find(({ id }) => id === selection.id) : undefined;
    const node = chosen ?? (first ? drawn?.layout.nodes.toSorted((a, b) => a.x - b.x || a.y - b.y)[0] : undefined);
    if (!scroll || !drawn || !node) return;
    const scale = this.#scale(drawn);
    const [x, y] = [node.x * scale, node.y * scale];
    const seen =
      x > scroll.scrollLeft &&
      x < scroll.scrollLeft + scroll.clientWidth &&
      y > scroll.scrollTop &&
      y < scroll.scrollTop + scroll.clientHeight;
    if (!seen) scroll.scrollTo(x - scroll.clientWidth / 2, y - scroll.clientHeight / 2);
  }

  protected override render(): TemplateResult {
    const t = texts();
    const pending = this.drawn?.graph !== this.graph && !this.failed;
    return html`${this.failed ? html`<p role="alert">${t.drawingFailed}</p>` : nothing}
      ${this.drawn && !this.failed ? this.#box(this.drawn) : nothing}
      <p class="quiet ${pending ? '' : 'visually-hidden'}" role="status">${pending ? t.drawing : ''}</p>`;
  }

  #scale({ layout }: Drawn): number {
    return this.zoom ?? Math.min(1, Math.max(READABLE, (this.width - 2) / Math.max(1, layout.width)));
  }

  #box(drawn: Drawn): TemplateResult {
    const t = texts();
    const scale = this.#scale(drawn);
    const { width, height } = drawn.layout;
    const zoomTo = (next: number | null) => (): void => {
      this.zoom = next === null ? null : Math.min(MOST, Math.max(LEAST, next));
    };
    return html`<div class="box">
        <div class="scroll" role="region" tabindex="0" aria-label=${t.region}>
          <svg width=${Math.ceil(width * scale)} height=${Math.ceil(height * scale)} viewBox="0 0 ${width} ${height}"
            role="group" aria-label=${t.list} @keydown=${this.#onKey}>
            ${this.#lines(drawn)} ${this.#items(drawn)}
          </svg>
        </div>
      </div>
      <div class="zoom" role="group" aria-label=${t.zooming}>
        <button type="button" class="button" ?disabled=${scale <= LEAST} @click=${zoomTo(scale / ZOOM_STEP)}>${t.zoomOut}</button>
        <button type="button" class="button" ?disabled=${scale >= MOST} @click=${zoomTo(scale * ZOOM_STEP)}>${t.zoomIn}</button>
        <button type="button" class="button" @click=${zoomTo(Math.min(1, (this.width - 2) / Math.max(1, width)))}>${t.zoomFit}</button>
        <span class="quiet">${t.zoom(Math.round(scale * 100))}</span>
      </div>`;
  }

  /** All lines stand below all labels and nodes. */
  #lines({ graph, layout }: Drawn): SVGTemplateResult {
    const points = new Map(layout.edges.map((edge) => [edge.key, edge.points]));
    return svg`<g aria-hidden="true">${graph.edges.map((edge) => {
      const corners = points.get(edgeKey(edge)) ?? [];
      const { x, y, angle } = arrowOf(corners);
      const path = pathOf(corners);
      return svg`<g class="edge ${edgeLook(edge)} ${this.#emphasis(edge)}" @click=${() => this.#select({ kind: 'edge', key: edgeKey(edge) })}>
        <path class="reach" d=${path}/><path class="line" d=${path}/>
        <g transform="translate(${x} ${y}) rotate(${angle})">${ENDS[edgeLook(edge)]}</g>
      </g>`;
    })}</g>`;
  }

  /** Whether what is selected sets an edge apart, or moves it into the background. */
  #emphasis(edge: TrustEdge): string {
    const { selection } = this;
    if (!selection) return '';
    const touches = selection.kind === 'node' ? edge.from === selection.id || edge.to === selection.id : selectsEdge(selection, edge);
    if (touches) return 'strong';
    return this.#related.has(edge) ? '' : 'faint';
  }

  #items(drawn: Drawn): SVGTemplateResult {
    const { graph, labels } = drawn;
    const stop = this.#stop(drawn);
    const nodes = new Map(drawn.layout.nodes.map((node) => [node.id, node]));
    const edges = new Map(drawn.layout.edges.map((edge) => [edge.key, edge.label]));
    return svg`${repeat(
      graph.nodes,
      ({ id }) => id,
      (node) => {
        const box = nodes.get(node.id);
        const reached = stop?.kind === 'node' && stop.id === node.id;
        return box ? this.#node(node, labels.nodes.get(node.id) ?? [], box, reached) : nothing;
      },
    )}${repeat(graph.edges, edgeKey, (edge) => {
      const box = edges.get(edgeKey(edge));
      const reached = stop?.kind === 'edge' && stop.key === edgeKey(edge);
      return box ? this.#edge(edge, graph, labels.edges.get(edgeKey(edge)) ?? [], box, reached) : nothing;
    })}`;
  }

  #stop({ layout }: Drawn): Selection | null {
    const items = itemsInOrder(layout);
    return items.find((item) => sameItem(item, this.current)) ?? items[0] ?? null;
  }

  #node(node: TrustNode, lines: readonly string[], box: Layout['nodes'][number], reached: boolean): SVGTemplateResult {
    const { width, height } = box;
    const item: Selection = { kind: 'node', id: node.id };
    const chosen = selectsNode(this.selection, node.id);
    const [name = '', about = ''] = lines;
    return svg`<g class="item node ${node.kind} ${chosen ? 'chosen' : ''}" role="button" tabindex=${reached ? 0 : -1}
        aria-label="${node.name}, ${aboutNode(node)}" aria-pressed=${chosen} .item=${item} @click=${() => this.#select(item)}
        transform="translate(${box.x - width / 2} ${box.y - height / 2})">
      <title>${node.id}&#10;${accountText(node, this.accounts)}</title>
      <rect class="frame" width=${width} height=${height} rx="6"/>
      ${nodeShape(node.kind, 10, (height - 16) / 2)}
      <text class="name" x=${NODE_TEXT} y="19">${name}</text><text class="about" x=${NODE_TEXT} y="35">${about}</text>
    </g>`;
  }

  #edge(
    edge: TrustEdge,
    graph: TrustGraph,
    lines: readonly string[],
    box: Layout['edges'][number]['label'],
    reached: boolean,
  ): SVGTemplateResult {
    const { width, height } = box;
    const item: Selection = { kind: 'edge', key: edgeKey(edge) };
    const chosen = selectsEdge(this.selection, edge);
    return svg`<g class="item label edge ${edgeLook(edge)} ${this.#emphasis(edge)} ${chosen ? 'chosen' : ''}" role="button" tabindex=${reached ? 0 : -1}
        aria-label=${edgeName(graph, edge)} aria-pressed=${chosen} .item=${item} @click=${() => this.#select(item)}
        transform="translate(${box.x - width / 2} ${box.y - height / 2})">
      <title>${edgeName(graph, edge)}</title>
      <rect class="frame" width=${width} height=${height} rx="4"/>
      ${edgeShape(edgeLook(edge), 5, 4)}
      ${lines.map((line, index) => svg`<text x="20" y=${13 + index * LABEL_LINE}>${line}</text>`)}
    </g>`;
  }

  #select(item: Selection): void {
    this.current = item;
    this.tell('graph-select', item);
  }

  #onKey = (event: KeyboardEvent): void => {
    const { drawn } = this;
    const item = (event.target as { item?: Selection }).item;
    if (!drawn || !item || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#select(item);
      return;
    }
    const next = itemAfter(event.key, item, drawn.layout, drawn.graph.edges);
    if (!next) return;
    event.preventDefault();
    this.current = next;
    void this.updateComplete.then(() => this.takeFocus());
  };
}
