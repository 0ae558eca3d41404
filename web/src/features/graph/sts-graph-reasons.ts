// What is selected in the graph, in words: an edge with what either side says and what the call needs, or a principal with
// who can become it and what it can become.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StsElement } from '../../base/element';
import type { TrustEdge, TrustGraph, TrustNeed, TrustNode } from '../../engine/assist';
import type { TryCall } from '../../state/wishes';
import { chains, type Direction, edgeKey, edgeLook, isOpen, type Selection } from './model';
import { lookSample, nodeIcon } from './shapes';
import { partStyles } from './styles';
import { texts } from './texts';
import { aboutNode, fullName, lookWord, nodeOf } from './wording';

interface Reasons {
  title: string;
  content: TemplateResult;
}

@customElement('sts-graph-reasons')
export class StsGraphReasons extends StsElement {
  /** The whole graph: a filter hides no reason. */
  @property({ attribute: false }) graph: TrustGraph = { nodes: [], edges: [], omitted: 0 };
  @property({ attribute: false }) selection: Selection | null = null;

  static override styles = [
    partStyles,
    css`
      section {
        margin-block-start: 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        padding: 12px 16px;
      }
      header {
        display: flex;
        scroll-margin-block: 16px;
        align-items: flex-start;
        gap: 8px;
      }
      h3 {
        flex: 1;
        font-size: var(--size-m);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      p {
        font-size: var(--size-s);
      }
      h4 {
        margin: 10px 0 2px;
        font-size: var(--size-s);
        font-weight: 600;
        color: var(--muted);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 2px 14px;
        margin-block-start: 8px;
        font-size: var(--size-s);
      }
      dt {
        color: var(--muted);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 10px;
        padding-block: 2px;
        font-size: var(--size-s);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block-start: 12px;
      }
    `,
  ];

  /** Brings the first words into sight: on a small screen they stand below it. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('header')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const reasons = this.#reasons();
    // The status is there before there is a selection: only then is its text read out.
    return html`<p class="visually-hidden" role="status">${reasons?.title ?? ''}</p>
      ${reasons ? this.#frame(reasons) : nothing}`;
  }

  #reasons(): Reasons | null {
    const { selection, graph } = this;
    if (selection?.kind === 'edge') {
      const edge = graph.edges.find((one) => edgeKey(one) === selection.key);
      return edge ? this.#edge(edge) : null;
    }
    const node = selection && graph.nodes.find(({ id }) => id === selection.id);
    return node ? this.#node(node) : null;
  }

  #frame({ title, content }: Reasons): TemplateResult {
    return html`<section aria-labelledby="reasons">
      <header>
        <h3 id="reasons">${title}</h3>
        <button type="button" class="button" @click=${() => this.tell('graph-select', null)}>${texts().close}</button>
      </header>
      ${content}
    </section>`;
  }

  #edge(edge: TrustEdge): Reasons {
    const t = texts();
    const caller = nodeOf(this.graph, edge.from);
    const to = fullName(nodeOf(this.graph, edge.to));
    const location = edge.location;
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    const isRefusedRoot = caller.kind === 'root' && edge.caller === 'deny';
    return {
      title: t.says[edgeLook(edge)](fullName(caller), to),
      content: html`${isRefusedRoot ? html`<p>${t.rootUser}</p>` : nothing}
        <dl>
          <dt>${t.call}</dt>
          <dd><code>${edge.action}</code></dd>
          <dt>${t.trust}</dt>
          <dd>
            ${t.verdict[edge.trust]}
            ${
              location
                ? html`<button type="button" class="link" @click=${() => this.tell('show-location', location)}>${t.showLine}</button>`
                : nothing
            }
          </dd>
          <dt>${t.caller}</dt>
          <dd>${t.verdict[edge.caller]}</dd>
        </dl>
        <h4>${t.needs}</h4>
        ${
          edge.needs.length === 0
            ? html`<p class="quiet">${t.noNeeds}</p>`
            : html`<ul role="list">${edge.needs.map((need) => html`<li>${this.#need(need)}</li>`)}</ul>`
        }
        <div class="actions">
          <button type="button" class="button" @click=${() => this.tell('try-call', callOf(edge))}>${t.tryCall}</button>
        </div>`,
    };
  }

  #need(need: TrustNeed): TemplateResult {
    const t = texts();
    return html`<strong>${need.text}</strong>
      <code>${need.operator} ${need.key}</code>
      ${need.negated ? html`<span class="quiet">${t.negated}</span>` : nothing}
      <button type="button" class="link" @click=${() => this.tell('show-location', need.location)}>${t.showLine}</button>`;
  }

  #node(node: TrustNode): Reasons {
    const t = texts();
    const closed = this.graph.edges.filter((edge) => !isOpen(edge) && (edge.from === node.id || edge.to === node.id));
    return {
      title: `${fullName(node)}: ${aboutNode(node)}`,
      content: html`${this.#reached(node, 'into', t.whoInto, t.nobody)} ${this.#reached(node, 'from', t.whatFrom, t.nothing)}
      ${closed.length > 0 ? html`<h4>${t.closed}</h4><ul role="list">${closed.map((edge) => html`<li>${this.#edgeLink(edge)}</li>`)}</ul>` : nothing}`,
    };
  }

  #reached(node: TrustNode, direction: Direction, title: string, none: string): TemplateResult {
    const found = [...chains(this.graph.edges, node.id, direction)];
    if (found.length === 0) return html`<h4>${title}</h4><p class="quiet">${none}</p>`;
    const only = (): void => this.tell('graph-path', { node: node.id, direction });
    return html`<h4>${title}</h4>
      <ul role="list">
        ${found.map(([id, chain]) => html`<li>${this.#principal(id)} ${chain.map((edge) => this.#edgeLink(edge))}</li>`)}
      </ul>
      <button type="button" class="link" @click=${only}>${texts().onlyThese}</button>`;
  }

  #principal(id: string): TemplateResult {
    const node = nodeOf(this.graph, id);
    const select = (): void => this.tell('graph-select', { kind: 'node', id });
    return html`<button type="button" class="link" title=${id} @click=${select}>${nodeIcon(node.kind)} ${fullName(node)}</button>`;
  }

  #edgeLink(edge: TrustEdge): TemplateResult {
    const from = nodeOf(this.graph, edge.from).name;
    const to = nodeOf(this.graph, edge.to).name;
    const select = (): void => this.tell('graph-select', { kind: 'edge', key: edgeKey(edge) });
    return html`<button type="button" class="link" @click=${select}>${lookSample(edgeLook(edge))} ${from} → ${to}: ${lookWord(edge)}</button>`;
  }
}

const callOf = ({ from, to, action, needs }: TrustEdge): TryCall => ({ as: from === '*' ? null : from, call: action, roleArn: to, needs });
