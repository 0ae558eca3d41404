// Who can become whom: the engine's graph of trust, as a drawing or as a list, with filters, and what is selected in words.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { listen } from '../../base/wishes';
import { StsElement } from '../../base/element';
import { worldOf } from '../../document/world';
import type { TrustGraph } from '../../engine/assist';
import { engine, type EngineFailure, EngineError } from '../../engine/client';
import { inputStyles } from '../../forms/styles';
import { language } from '../../base/i18n';
import { graphStyles } from './graph-styles';
import {
  countByLook,
  type EdgeLook,
  type Filter,
  filterGraph,
  hiddenAtFirst,
  LOOKS,
  NO_FILTER,
  type PathFilter,
  type Selection,
} from './model';
import { lookSample } from './shapes';
import './sts-graph-drawing';
import type { StsGraphDrawing } from './sts-graph-drawing';
import './sts-graph-list';
import type { StsGraphList } from './sts-graph-list';
import './sts-graph-reasons';
import type { StsGraphReasons } from './sts-graph-reasons';
import { partStyles } from './styles';
import { texts } from './texts';
import { fullName, listText, nodeOf } from './wording';

/** Milliseconds without a further change of the document before the engine is asked. */
const PAUSE = 200;
/** On a narrower screen the list is shown first. */
const NARROW = '(max-width: 600px)';

type Failure = Exclude<EngineFailure, 'superseded'>;

@customElement('sts-graph')
export class StsGraph extends StsElement {
  /** The scenario; empty while there is none that is valid. */
  @property() text = '';
  @state() private graph: TrustGraph | null = null;
  @state() private failure: Failure | null = null;
  @state() private filter: Filter = NO_FILTER;
  @state() private selection: Selection | null = null;
  @state() private asList = matchMedia(NARROW).matches;
  @state() private copied: 'yes' | 'failed' | null = null;

  static override styles = [partStyles, inputStyles, graphStyles];

  #accounts: ReadonlyMap<string, string> = new Map();
  /** What the engine was asked last; empty: nothing. */
  #asked = '';
  #timer = 0;
  /** Whether the visitor has chosen which kinds of edges are shown. */
  #chosen = false;
  /** The part of the graph that is shown: made anew only where the graph or the filter changed. */
  #shown: TrustGraph = { nodes: [], edges: [], omitted: 0 };

  override connectedCallback(): void {
    super.connectedCallback();
    listen(this, 'graph-select', this.#onSelect);
    listen(this, 'graph-path', this.#onPath);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#asked = '';
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const wanted = `${language()} ${this.text}`;
    if (this.text !== '' && wanted !== this.#asked) this.#askSoon(wanted);
    if (this.graph && (changed.has('graph') || changed.has('filter'))) {
      this.#shown = filterGraph(this.graph, this.filter, this.#accounts);
    }
  }

  #askSoon(wanted: string): void {
    const first = this.#asked === '';
    this.#asked = wanted;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(wanted), first ? 0 : PAUSE);
  }

  async #ask(wanted: string): Promise<void> {
    const { text } = this;
    try {
      const graph = await engine.ask('trustGraph', { scenario: text, language: language() }, 'graph');
      if (wanted !== this.#asked) return;
      this.#accounts = new Map(worldOf(text).accounts.map(({ id, name }) => [id, name]));
      if (!this.#chosen) this.filter = { ...this.filter, hidden: hiddenAtFirst(graph) };
      this.graph = graph;
      this.failure = null;
    } catch (error) {
      const reason = error instanceof EngineError ? error.reason : 'crashed';
      if (reason !== 'superseded' && wanted === this.#asked) this.failure = reason;
    }
  }

  protected override render(): TemplateResult {
    const t = texts();
    if (this.failure) return this.#failed(this.failure);
    if (!this.graph) return html`<p class="quiet" role="status">${this.text === '' ? t.waiting : t.asking}</p>`;
    if (this.graph.nodes.length === 0) return html`<p class="quiet">${t.empty}</p>`;
    return html`${this.#tools(this.graph)} ${this.#path(this.graph)}
      ${this.graph.omitted > 0 ? html`<p class="note" role="status">${t.omitted(this.graph.omitted)}</p>` : nothing}
      ${this.#body()}
      <sts-graph-reasons .graph=${this.graph} .selection=${this.selection}></sts-graph-reasons>`;
  }

  #failed(failure: Failure): TemplateResult {
    const again = (): void => {
      this.failure = null;
      this.#asked = '';
      this.requestUpdate();
    };
    return html`<p class="note" role="alert">
      ${texts().failed[failure]} <button type="button" class="button" @click=${again}>${texts().again}</button>
    </p>`;
  }

  #body(): TemplateResult {
    const graph = this.#shown;
    if (graph.nodes.length === 0) return html`<p class="quiet" role="status">${texts().nothingFound}</p>`;
    return this.asList
      ? html`<sts-graph-list .graph=${graph} .selection=${this.selection}></sts-graph-list>`
      : html`<sts-graph-drawing .graph=${graph} .accounts=${this.#accounts} .selection=${this.selection}></sts-graph-drawing>`;
  }

  #tools(graph: TrustGraph): TemplateResult {
    const t = texts();
    const counts = countByLook(graph.edges);
    return html`<div class="tools" role="group" aria-label=${t.tools}>
        <label>
          <span>${t.search}</span>
          <input type="search" placeholder=${t.searchHint} .value=${this.filter.search} @input=${this.#search} />
        </label>
        <span class="quiet count" role="status">${t.count(this.#shown.nodes.length, this.#shown.edges.length)}</span>
        <span class="actions">
          <button type="button" class="button" @click=${() => (this.asList = !this.asList)}>${this.asList ? t.showDrawing : t.showList}</button>
          ${this.asList ? html`<button type="button" class="button" @click=${this.#copy}>${this.#copyWord()}</button>` : nothing}
        </span>
      </div>
      <fieldset class="kinds">
        <legend class="visually-hidden">${t.kinds}</legend>
        ${LOOKS.filter((look) => counts.has(look)).map((look) => this.#kind(look, counts.get(look) ?? 0))}
      </fieldset>`;
  }

  /** One kind of edge: the legend, and whether it is shown. */
  #kind(look: EdgeLook, count: number): TemplateResult {
    const toggle = (event: Event): void => {
      this.#chosen = true;
      const hidden = new Set(this.filter.hidden);
      if ((event.target as HTMLInputElement).checked) hidden.delete(look);
      else hidden.add(look);
      this.filter = { ...this.filter, hidden };
    };
    return html`<label>
      <input type="checkbox" .checked=${!this.filter.hidden.has(look)} @change=${toggle} />
      ${lookSample(look)} ${texts().look[look]} <span class="quiet">${count}</span>
    </label>`;
  }

  #path(graph: TrustGraph): TemplateResult | typeof nothing {
    const { path } = this.filter;
    if (!path) return nothing;
    const t = texts();
    const name = fullName(nodeOf(graph, path.node));
    return html`<p class="note" role="status">
      ${path.direction === 'into' ? t.onlyInto(name) : t.onlyFrom(name)}
      <button type="button" class="button" @click=${() => (this.filter = { ...this.filter, path: null })}>${t.everything}</button>
    </p>`;
  }

  #copyWord(): string {
    const t = texts();
    if (this.copied === null) return t.copy;
    return this.copied === 'yes' ? t.copied : t.copyFailed;
  }

  #search = (event: Event): void => {
    this.filter = { ...this.filter, search: (event.target as HTMLInputElement).value };
  };

  #copy = (): void => {
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(listText(this.#shown)) ?? Promise.reject(new Error());
    written.then(
      () => (this.copied = 'yes'),
      () => (this.copied = 'failed'),
    );
  };

  #onSelect = (selection: Selection | null, event: Event): void => {
    event.stopPropagation();
    this.copied = null;
    this.selection = selection;
    void this.updateComplete.then(() => this.#afterSelection());
  };

  /** What is selected is explained in sight; what was closed gives the focus back to where it was selected. */
  #afterSelection(): void {
    if (this.selection) void this.renderRoot.querySelector<StsGraphReasons>('sts-graph-reasons')?.show();
    else this.renderRoot.querySelector<StsGraphDrawing | StsGraphList>('sts-graph-drawing, sts-graph-list')?.takeFocus();
  }

  #onPath = (path: PathFilter, event: Event): void => {
    event.stopPropagation();
    this.filter = { ...this.filter, path };
  };
}
