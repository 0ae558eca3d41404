// Where the arrow keys lead in the drawing. Left and right follow an edge: from a node to the edge, from the edge to the node
// at its end. Up and down go through the nodes, or the edges, in reading order.

import type { TrustEdge } from '../../engine/assist';
import type { Layout, Point } from './geometry';
import { edgeKey, type Selection } from './model';

export const sameItem = (a: Selection | null, b: Selection | null): boolean =>
  a?.kind === 'node' ? b?.kind === 'node' && a.id === b.id : a?.kind === 'edge' && b?.kind === 'edge' && a.key === b.key;

const inColumns = (a: Point, b: Point): number => a.x - b.x || a.y - b.y;

/** The nodes, then the edges; each from left to right and from top to bottom. */
export function itemsInOrder(layout: Layout): Selection[] {
  const nodes = layout.nodes.toSorted(inColumns).map(({ id }): Selection => ({ kind: 'node', id }));
  const edges = layout.edges.toSorted((a, b) => inColumns(a.label, b.label)).map(({ key }): Selection => ({ kind: 'edge', key }));
  return [...nodes, ...edges];
}

/** The item that a key leads to; null where the key is none of these, or leads nowhere. */
export function itemAfter(key: string, item: Selection, layout: Layout, edges: readonly TrustEdge[]): Selection | null {
  const order = itemsInOrder(layout).filter(({ kind }) => kind === item.kind);
  const place = order.findIndex((other) => sameItem(other, item));
  switch (key) {
    case 'ArrowDown':
      return order[place + 1] ?? null;
    case 'ArrowUp':
      return order[place - 1] ?? null;
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    case 'ArrowLeft':
    case 'ArrowRight':
      return along(key === 'ArrowRight', item, layout, edges);
    default:
      return null;
  }
}

function along(onward: boolean, item: Selection, layout: Layout, edges: readonly TrustEdge[]): Selection | null {
  if (item.kind === 'edge') {
    const edge = edges.find((other) => edgeKey(other) === item.key);
    return edge ? { kind: 'node', id: onward ? edge.to : edge.from } : null;
  }
  const touching = new Set(edges.filter((edge) => (onward ? edge.from : edge.to) === item.id).map(edgeKey));
  return itemsInOrder(layout).find((other) => other.kind === 'edge' && touching.has(other.key)) ?? null;
}
