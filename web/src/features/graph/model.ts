// What is shown of a graph of trust: what an edge means as a whole, what it is called, who leads to whom, and the filters.
// Pure functions. What either side says, and what a call needs, the engine says.

import type { TrustEdge, TrustGraph, TrustNode } from '../../engine/assist';

/**
 * What an edge means as a whole. `allowed`: both sides allow the bare call. `conditional`: neither side refuses, but the
 * call needs something. `trust-only` and `caller-only`: the other side has no statement that allows it. `denied`: one side
 * refuses, whatever else allows it.
 */
export type EdgeLook = 'allowed' | 'conditional' | 'trust-only' | 'caller-only' | 'denied';

export const LOOKS: readonly EdgeLook[] = ['allowed', 'conditional', 'trust-only', 'caller-only', 'denied'];

export function edgeLook(edge: TrustEdge): EdgeLook {
  if (edge.trust === 'deny' || edge.caller === 'deny') return 'denied';
  if (edge.sides !== 'both') return edge.sides;
  const wantsMore = edge.trust === 'conditional' || edge.caller === 'conditional' || edge.needs.length > 0;
  return wantsMore ? 'conditional' : 'allowed';
}

/** Whether somebody can become the role along this edge, at least with what it needs. */
export const isOpen = (edge: TrustEdge): boolean => {
  const look = edgeLook(edge);
  return look === 'allowed' || look === 'conditional';
};

/** Names an edge across answers of the engine, whose own ids count anew in each. */
export const edgeKey = (edge: TrustEdge): string => `${edge.from} ${edge.to} ${edge.action}`;

export type Selection = { kind: 'node'; id: string } | { kind: 'edge'; key: string };

declare module '../../base/wishes' {
  interface Wishes {
    /** null: nothing any more. */
    'graph-select': Selection | null;
    'graph-path': PathFilter;
  }
}

export const selectsNode = (selection: Selection | null, id: string): boolean => selection?.kind === 'node' && selection.id === id;
export const selectsEdge = (selection: Selection | null, edge: TrustEdge): boolean =>
  selection?.kind === 'edge' && selection.key === edgeKey(edge);

/** `into`: who can become the node. `from`: what the node can become. */
export type Direction = 'into' | 'from';

/**
 * The shortest chain of edges to each node that is reached, in the order in which they are: those with the fewest edges first.
 * Each chain stands in the order of the calls: the first edge's caller is the one who begins. Only open edges lead on.
 */
export function chains(edges: readonly TrustEdge[], start: string, direction: Direction): Map<string, readonly TrustEdge[]> {
  const near = (edge: TrustEdge): string => (direction === 'into' ? edge.to : edge.from);
  const far = (edge: TrustEdge): string => (direction === 'into' ? edge.from : edge.to);
  const byNear = new Map<string, TrustEdge[]>();
  for (const edge of edges.filter(isOpen)) byNear.set(near(edge), [...(byNear.get(near(edge)) ?? []), edge]);
  const found = new Map<string, readonly TrustEdge[]>();
  let reached: readonly string[] = [start];
  while (reached.length > 0) {
    const next: string[] = [];
    for (const node of reached) {
      for (const edge of byNear.get(node) ?? []) {
        const other = far(edge);
        if (other === start || found.has(other)) continue;
        const before = found.get(node) ?? [];
        found.set(other, direction === 'into' ? [edge, ...before] : [...before, edge]);
        next.push(other);
      }
    }
    reached = next;
  }
  return found;
}

/** Only what leads to a node, or on from it. */
export interface PathFilter {
  node: string;
  direction: Direction;
}

export interface Filter {
  /** Part of a name, an ARN or an account's name; case does not matter. */
  search: string;
  /** The kinds of edges that are not shown. */
  hidden: ReadonlySet<EdgeLook>;
  path: PathFilter | null;
}

export const NO_FILTER: Filter = { search: '', hidden: new Set(), path: null };

/** The edges that lie on a chain to the path's node, or on one from it. */
export function onPath(edges: readonly TrustEdge[], { node, direction }: PathFilter): TrustEdge[] {
  const inside = new Set([node, ...chains(edges, node, direction).keys()]);
  return edges.filter((edge) => isOpen(edge) && inside.has(direction === 'into' ? edge.to : edge.from));
}

/**
 * The part of a graph that a filter leaves. A node whose name is searched for is shown with its edges and the nodes at their
 * other ends. Of a path, only nodes and edges on it are shown.
 */
export function filterGraph(graph: TrustGraph, filter: Filter, accountNames: ReadonlyMap<string, string> = new Map()): TrustGraph {
  const path = filter.path && graph.nodes.some(({ id }) => id === filter.path?.node) ? filter.path : null;
  const wanted = filter.search.trim().toLowerCase();
  const words = ({ id, name, account }: TrustNode): string =>
    `${name} ${id} ${account ?? ''} ${accountNames.get(account ?? '') ?? ''}`.toLowerCase();
  const matching = new Set(graph.nodes.filter((node) => words(node).includes(wanted)).map(({ id }) => id));
  const edges = (path ? onPath(graph.edges, path) : graph.edges).filter(
    (edge) => !filter.hidden.has(edgeLook(edge)) && (matching.has(edge.from) || matching.has(edge.to)),
  );
  const kept = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (path) kept.add(path.node);
  else for (const id of matching) kept.add(id);
  return { ...graph, nodes: graph.nodes.filter(({ id }) => kept.has(id)), edges };
}

export function countByLook(edges: readonly TrustEdge[]): Map<EdgeLook, number> {
  const counts = new Map<EdgeLook, number>();
  for (const edge of edges) counts.set(edgeLook(edge), (counts.get(edgeLook(edge)) ?? 0) + 1);
  return counts;
}

/** Of a graph with more edges than this, those that no trust policy answers are hidden until they are asked for. */
const MANY_EDGES = 100;

/** The kinds of edges that are hidden at first: who may call for any role makes an edge to each of them. */
export const hiddenAtFirst = (graph: TrustGraph): ReadonlySet<EdgeLook> =>
  new Set<EdgeLook>(graph.edges.length > MANY_EDGES ? ['caller-only'] : []);
