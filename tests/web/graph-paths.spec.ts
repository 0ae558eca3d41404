// Without a browser: what an edge means, who leads to whom, the filters, and that nothing in the drawing overlaps.

import { expect, test } from '@playwright/test';
import type { TrustEdge, TrustGraph, TrustNode } from '../../web/src/engine/assist';
import { arrowOf, type Box } from '../../web/src/features/graph/geometry';
import { layoutGraph } from '../../web/src/features/graph/layout';
import { chains, edgeKey, edgeLook, type EdgeLook, filterGraph, hiddenAtFirst, NO_FILTER } from '../../web/src/features/graph/model';
import { itemAfter } from '../../web/src/features/graph/navigate';

const node = (name: string, account = '111122223333'): TrustNode => ({ id: `id/${name}`, kind: 'role', name, account });

const edge = (from: string, to: string, differing: Partial<TrustEdge> = {}): TrustEdge => ({
  id: '',
  from: `id/${from}`,
  to: `id/${to}`,
  action: 'sts:AssumeRole',
  trust: 'allow',
  caller: 'allow',
  sides: 'both',
  needs: [],
  location: null,
  ...differing,
});

const closed: Partial<TrustEdge> = { caller: 'none', sides: 'trust-only' };

/** Jo and Kim become Build; Build becomes Release and Audit; Release becomes Build again. Sam is let in but may not call. */
const graph: TrustGraph = {
  nodes: ['Jo', 'Kim', 'Sam', 'Build', 'Release', 'Audit', 'Alone'].map((name) => node(name)),
  edges: [
    edge('Jo', 'Build'),
    edge('Kim', 'Build', { trust: 'conditional' }),
    edge('Sam', 'Build', closed),
    edge('Build', 'Release'),
    edge('Build', 'Audit'),
    edge('Release', 'Build'),
  ],
  omitted: 0,
};

const names = ({ nodes }: TrustGraph): string[] => nodes.map(({ name }) => name);
const ways = ({ edges }: TrustGraph): string[] => edges.map(({ from, to }) => `${from.slice(3)}-${to.slice(3)}`);
const routes = (start: string, direction: 'into' | 'from'): string[] =>
  [...chains(graph.edges, `id/${start}`, direction).values()].map((chain) =>
    [chain[0]?.from, ...chain.map(({ to }) => to)].map((id) => id?.slice(3)).join('>'),
  );

for (const [look, differing] of [
  ['allowed', { caller: 'not-needed' }],
  ['conditional', { trust: 'conditional' }],
  ['conditional', { caller: 'conditional' }],
  ['trust-only', { caller: 'none', sides: 'trust-only' }],
  ['trust-only', { trust: 'conditional', caller: 'none', sides: 'trust-only' }],
  ['caller-only', { trust: 'none', sides: 'caller-only' }],
  ['denied', { trust: 'deny', sides: 'caller-only' }],
  ['denied', { caller: 'deny', sides: 'trust-only' }],
] as [EdgeLook, Partial<TrustEdge>][]) {
  test(`an edge with ${JSON.stringify(differing)} is ${look}`, () => {
    expect(edgeLook(edge('Jo', 'Build', differing))).toBe(look);
  });
}

test('a role is become directly and by chains, the shortest first, and not along an edge that one side refuses', () => {
  expect(routes('Audit', 'into')).toEqual(['Build>Audit', 'Jo>Build>Audit', 'Kim>Build>Audit', 'Release>Build>Audit']);
});

test('a principal becomes roles directly and by chains, and a circle of roles ends', () => {
  expect(routes('Jo', 'from')).toEqual(['Jo>Build', 'Jo>Build>Release', 'Jo>Build>Audit']);
  expect(routes('Sam', 'from')).toEqual([]);
});

test('a path leaves only what leads to the node', () => {
  const into = filterGraph(graph, { ...NO_FILTER, path: { node: 'id/Release', direction: 'into' } });
  expect(names(into)).toEqual(['Jo', 'Kim', 'Build', 'Release']);
  expect(ways(into)).toEqual(['Jo-Build', 'Kim-Build', 'Build-Release', 'Release-Build']);
  const from = filterGraph(graph, { ...NO_FILTER, path: { node: 'id/Jo', direction: 'from' } });
  expect(names(from)).toEqual(['Jo', 'Build', 'Release', 'Audit']);
});

test('a path to a node that is gone filters nothing', () => {
  expect(filterGraph(graph, { ...NO_FILTER, path: { node: 'id/Gone', direction: 'into' } }).nodes).toHaveLength(7);
});

test('a search finds names, ARNs and the names of accounts, with the neighbours', () => {
  const found = filterGraph(graph, { ...NO_FILTER, search: ' AUDIT ' });
  expect(names(found)).toEqual(['Build', 'Audit']);
  expect(ways(found)).toEqual(['Build-Audit']);
  expect(filterGraph(graph, { ...NO_FILTER, search: 'id/alone' }).nodes).toHaveLength(1);
  expect(filterGraph(graph, { ...NO_FILTER, search: 'customer' }).nodes).toHaveLength(0);
  const accounts = new Map([['111122223333', 'Customer']]);
  expect(filterGraph(graph, { ...NO_FILTER, search: 'customer' }, accounts).nodes).toHaveLength(7);
});

test('a hidden kind of edge is left out, and its nodes stay', () => {
  const shown = filterGraph(graph, { ...NO_FILTER, hidden: new Set<EdgeLook>(['trust-only']) });
  expect(ways(shown)).not.toContain('Sam-Build');
  expect(names(shown)).toContain('Sam');
});

test('of many edges, those that no trust policy answers are hidden at first', () => {
  const many = Array.from({ length: 101 }, (_, index) => edge('Jo', `Role${index}`));
  expect([...hiddenAtFirst({ ...graph, edges: many })]).toEqual(['caller-only']);
  expect([...hiddenAtFirst({ ...graph, edges: many.slice(1) })]).toEqual([]);
});

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.5 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.5;

/** A generator that gives the same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

for (const [seed, count, edgeCount] of [
  [1, 5, 8],
  [2, 12, 20],
  [3, 40, 70],
] as const) {
  test(`no label and no node stands on another, of ${count} nodes and ${edgeCount} edges`, () => {
    const next = numbers(seed);
    const any = (): string => String(Math.floor(next() * count));
    const nodes = Array.from({ length: count + 3 }, (_, id) => ({ id: String(id), width: 110 + next() * 100, height: 44 }));
    const edges = Array.from({ length: edgeCount }, (_, key) => ({
      key: String(key),
      from: any(),
      to: any(),
      width: 40 + next() * 150,
      height: 20 + next() * 15,
    }));
    const layout = layoutGraph({ nodes, edges, width: 600 });
    const boxes: Box[] = [...layout.nodes, ...layout.edges.map(({ label }) => label)];
    expect(boxes).toHaveLength(nodes.length + edges.length);
    const overlapping = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)));
    expect(overlapping).toEqual([]);
    for (const { x, y, width, height } of boxes) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(y - height / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(layout.width + 0.5);
      expect(y + height / 2).toBeLessThanOrEqual(layout.height + 0.5);
    }
  });
}

test('the line of a role that may assume itself leaves its node downwards and comes back from below, whatever its label', () => {
  for (const width of [30, 120, 260]) {
    const { nodes, edges } = layoutGraph({
      nodes: [{ id: 'A', width: 110, height: 44 }],
      edges: [{ key: 'AA', from: 'A', to: 'A', width, height: 20 }],
      width: 600,
    });
    const [node, line] = [nodes[0], edges[0]];
    if (!node || !line) throw new Error('nothing was laid out');
    const bottom = node.y + node.height / 2;
    expect(line.points.every(({ y }) => y >= bottom)).toBe(true);
    for (const end of [line.points[0], line.points.at(-1)]) {
      expect(end?.y).toBe(bottom);
      expect(Math.abs((end?.x ?? Infinity) - node.x)).toBeLessThan(node.width / 2);
    }
    expect(arrowOf(line.points).angle).toBe(-90);
    // Between the node and the label there is room for the arrowhead.
    expect(line.label.y - line.label.height / 2 - bottom).toBeGreaterThan(10);
  }
});

test('the arrow keys follow an edge from node to node, and back', () => {
  const edges = [edge('Jo', 'Build')];
  const layout = layoutGraph({
    nodes: ['id/Jo', 'id/Build'].map((id) => ({ id, width: 100, height: 44 })),
    edges: edges.map(({ from, to }) => ({ key: edgeKey(edge('Jo', 'Build')), from, to, width: 60, height: 20 })),
    width: 600,
  });
  const key = edgeKey(edge('Jo', 'Build'));
  expect(itemAfter('ArrowRight', { kind: 'node', id: 'id/Jo' }, layout, edges)).toEqual({ kind: 'edge', key });
  expect(itemAfter('ArrowRight', { kind: 'edge', key }, layout, edges)).toEqual({ kind: 'node', id: 'id/Build' });
  expect(itemAfter('ArrowLeft', { kind: 'node', id: 'id/Build' }, layout, edges)).toEqual({ kind: 'edge', key });
  expect(itemAfter('ArrowDown', { kind: 'node', id: 'id/Jo' }, layout, edges)).toEqual({ kind: 'node', id: 'id/Build' });
  expect(itemAfter('ArrowUp', { kind: 'node', id: 'id/Jo' }, layout, edges)).toBeNull();
  expect(itemAfter('a', { kind: 'node', id: 'id/Jo' }, layout, edges)).toBeNull();
});
