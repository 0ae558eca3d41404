// The graph as a table: for screen readers, for narrow screens, and for copying.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StsElement } from '../../components/base';
import type { TrustEdge, TrustGraph } from '../../engine/assist';
import { edgeKey, edgeLook, type Selection, selectsEdge } from './model';
import { lookSample, nodeIcon } from './shapes';
import { partStyles } from './styles';
import { texts } from './texts';
import { aboutNode, fullName, lookWord, nodeOf } from './wording';

@customElement('sts-graph-list')
export class StsGraphList extends StsElement {
  @property({ attribute: false }) graph: TrustGraph = { nodes: [], edges: [], omitted: 0 };
  @property({ attribute: false }) selection: Selection | null = null;

  static override styles = [
    partStyles,
    css`
      .scroll {
        overflow: auto;
        max-block-size: min(560px, 75vh);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      th,
      td {
        padding: 6px 12px;
      }
      th {
        position: sticky;
        inset-block-start: 0;
        background: var(--surface);
      }
      tr.chosen td {
        background: var(--accent-soft);
      }
      .about,
      .label {
        display: block;
        font-size: var(--size-xs);
        color: var(--muted);
        white-space: nowrap;
      }
      .label {
        display: none;
      }
      .look {
        white-space: nowrap;
      }
      .alone {
        padding: 8px 4px;
        font-size: var(--size-s);
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
      }
      @media (max-width: 700px) {
        .scroll {
          position: relative;
        }
        thead {
          display: block;
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        table,
        tbody,
        tr,
        td {
          display: block;
        }
        tr {
          padding-block: 6px;
          border-block-end: 1px solid var(--rule);
        }
        td {
          display: flex;
          gap: 10px;
          border: 0;
          padding: 2px 12px;
        }
        tr.chosen {
          background: var(--accent-soft);
        }
        .label {
          display: block;
          flex: 0 0 96px;
          white-space: normal;
          padding-block-start: 3px;
        }
        .value {
          min-inline-size: 0;
        }
      }
    `,
  ];

  takeFocus(): void {
    this.renderRoot.querySelector<HTMLElement>('.scroll')?.focus();
  }

  protected override render(): TemplateResult {
    const t = texts();
    const heads = [t.from, t.to, t.together, t.needs, t.trust, t.caller, t.call];
    // On a narrow screen the rows are drawn as blocks, which would take their roles away in some browsers.
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${t.list}>
        <table role="table" aria-label=${t.list}>
          <thead role="rowgroup">
            <tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr>
          </thead>
          <tbody role="rowgroup">${this.graph.edges.map((edge) => this.#row(edge))}</tbody>
        </table>
      </div>
      ${this.#alone()}`;
  }

  #row(edge: TrustEdge): TemplateResult {
    const t = texts();
    const chosen = selectsEdge(this.selection, edge);
    const from = nodeOf(this.graph, edge.from);
    const to = nodeOf(this.graph, edge.to);
    const explain = (): void => this.tell('graph-select', { kind: 'edge', key: edgeKey(edge) } satisfies Selection);
    const needs = edge.needs.length === 0 ? t.noNeeds : html`<ul role="list">${edge.needs.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
    return html`<tr role="row" class=${chosen ? 'chosen' : ''}>
      ${cell(t.from, this.#principal(edge.from))} ${cell(t.to, this.#principal(edge.to))}
      ${cell(
        t.together,
        html`<button type="button" class="link look" aria-pressed=${chosen} @click=${explain}
          aria-label=${t.explain(fullName(from), fullName(to), lookWord(edge))}>
          ${lookSample(edgeLook(edge))} ${lookWord(edge)}
        </button>`,
      )}
      ${cell(t.needs, needs)} ${cell(t.trust, t.verdict[edge.trust])} ${cell(t.caller, t.verdict[edge.caller])}
      ${cell(t.call, html`<code>${edge.action}</code>`)}
    </tr>`;
  }

  #principal(id: string): TemplateResult {
    const node = nodeOf(this.graph, id);
    return html`<button type="button" class="link" title=${node.id} @click=${() => this.#selectNode(id)}>${nodeIcon(node.kind)} ${node.name}</button>
      <span class="about">${aboutNode(node)}</span>`;
  }

  #alone(): TemplateResult | typeof nothing {
    const joined = new Set(this.graph.edges.flatMap(({ from, to }) => [from, to]));
    const alone = this.graph.nodes.filter(({ id }) => !joined.has(id));
    if (alone.length === 0) return nothing;
    return html`<div class="alone">
      <span class="quiet">${texts().alone}</span>
      ${alone.map((node) => html`<button type="button" class="link" title=${node.id} @click=${() => this.#selectNode(node.id)}>${nodeIcon(node.kind)} ${fullName(node)}</button>`)}
    </div>`;
  }

  #selectNode(id: string): void {
    this.tell('graph-select', { kind: 'node', id } satisfies Selection);
  }
}

const cell = (label: string, value: TemplateResult | string): TemplateResult =>
  html`<td role="cell"><span class="label" aria-hidden="true">${label}</span><div class="value">${value}</div></td>`;
