// Where the nodes, edges and labels of the drawing stand, from left to right. Pure: sizes in pixels in, places in pixels out.
// Only the worker imports it, so that only the worker holds dagre.

import { graphlib, layout as dagre } from '@dagrejs/dagre';
import type { Box, Layout, LayoutRequest, Point, Size } from './geometry';

const MARGIN = 12;
/** Between nodes without edges. */
const GAP = 14;
const SPACES = { rankdir: 'LR', nodesep: 16, edgesep: 12, ranksep: 56, marginx: MARGIN, marginy: MARGIN };

export function layoutGraph({ nodes, edges, width }: LayoutRequest): Layout {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const connected = layoutConnected(
    nodes.filter(({ id }) => joined.has(id)),
    edges,
  );
  const alone = nodes.filter(({ id }) => !joined.has(id));
  return alone.length === 0 ? connected : withRows(connected, alone, width);
}

function layoutConnected(nodes: LayoutRequest['nodes'], edges: LayoutRequest['edges']): Layout {
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], edges: [] };
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ ...SPACES });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { key, from, to, width, height } of edges) {
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, key);
  }
  dagre(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  const boxes = new Map(nodes.map(({ id }) => [id, box(graph.node(id) as Partial<Box>)]));
  const routes = edges.map(({ key, from, to }): Route => {
    const placed = graph.edge(from, to, key) as Partial<Box> & { points?: Point[] };
    const label = box(placed);
    const own = from === to ? boxes.get(from) : undefined;
    return { key, from, to, label, points: own ? loop(own, label) : throughLabel(placed.points ?? [], label) };
  });
  spreadEnds(
    routes.filter(({ from, to }) => from !== to),
    boxes,
  );
  return {
    width,
    height,
    nodes: [...boxes].map(([id, placed]) => ({ id, ...placed })),
    edges: routes.map(({ key, label, points }) => ({ key, label, points })),
  };
}

type Route = Layout['edges'][number] & { from: string; to: string };

/** A line runs level behind its label: it enters at one side and leaves at the other. */
function throughLabel(points: readonly Point[], label: Box): Point[] {
  const sides = [-1, 1].map((side) => ({ x: label.x + (side * label.width) / 2, y: label.y }));
  const backwards = (points[0]?.x ?? 0) > (points.at(-1)?.x ?? 0);
  return points.flatMap(({ x, y }, index) => {
    const inner = index > 0 && index < points.length - 1;
    const isLabel = inner && Math.abs(x - label.x) < 1 && Math.abs(y - label.y) < 1;
    return isLabel ? (backwards ? sides.toReversed() : sides) : [{ x, y }];
  });
}

/** The line of a role that may assume itself: from the node's lower side around its label, which stands below, or behind a wide one. */
function loop(node: Box, label: Box): Point[] {
  const reach = Math.min(label.width / 2 + 10, node.width / 2 - 14);
  const bottom = node.y + node.height / 2;
  const [left, right] = [node.x - reach, node.x + reach];
  return [
    { x: left, y: bottom },
    { x: left, y: label.y },
    { x: right, y: label.y },
    { x: right, y: bottom },
  ];
}

/** The lines that meet a node on one side share that side evenly, in the order in which they come, so that ends can be told apart. */
function spreadEnds(routes: readonly Route[], boxes: ReadonlyMap<string, Box>): void {
  const ports = new Map<string, { end: Point; next: Point; node: Box; side: number }[]>();
  const meet = (id: string, end: Point | undefined, next: Point | undefined): void => {
    const node = boxes.get(id);
    if (!node || !end || !next) return;
    const side = next.x < node.x ? -1 : 1;
    const key = `${side} ${id}`;
    ports.set(key, [...(ports.get(key) ?? []), { end, next, node, side }]);
  };
  for (const { from, to, points } of routes) {
    meet(from, points[0], points[1]);
    meet(to, points.at(-1), points.at(-2));
  }
  for (const met of ports.values()) {
    met.sort((a, b) => a.next.y - b.next.y);
    met.forEach(({ end, node, side }, index) => {
      end.x = node.x + (side * node.width) / 2;
      end.y = node.y - node.height / 2 + (node.height * (index + 1)) / (met.length + 1);
    });
  }
}

const box = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });

/** Below what is connected, the nodes that nothing leads to or from, in rows. */
function withRows(layout: Layout, alone: LayoutRequest['nodes'], wanted: number): Layout {
  const right = Math.max(layout.width, wanted) - MARGIN;
  let x = MARGIN;
  let top = layout.height === 0 ? MARGIN : layout.height + GAP;
  let bottom = top;
  let widest = layout.width;
  const placed = alone.map(({ id, width, height }) => {
    if (x > MARGIN && x + width > right) {
      x = MARGIN;
      top = bottom + GAP;
    }
    const node = { id, x: x + width / 2, y: top + height / 2, width, height };
    x += width + GAP;
    bottom = Math.max(bottom, top + height);
    widest = Math.max(widest, x - GAP + MARGIN);
    return node;
  });
  return { ...layout, width: widest, height: bottom + MARGIN, nodes: [...layout.nodes, ...placed] };
}
