// Where the nodes, edges and labels of the drawing stand, from left to right. Pure: sizes in pixels in, places in pixels out.

import { graphlib, layout as dagre } from '@dagrejs/dagre';

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface LayoutRequest {
  nodes: readonly ({ id: string } & Size)[];
  /** `from` and `to` are ids of nodes; width and height are the label's. */
  edges: readonly ({ key: string; from: string; to: string } & Size)[];
  /** The width that is there: nodes without edges are set in rows of at least this width. */
  width: number;
}

/** A box by its middle. */
export type Box = Point & Size;

export interface Layout extends Size {
  nodes: ({ id: string } & Box)[];
  edges: ({ key: string; label: Box; points: Point[] })[];
}

const MARGIN = 12;
/** Between nodes without edges. */
const GAP = 14;
const SPACES = { rankdir: 'LR', nodesep: 16, edgesep: 12, ranksep: 36, marginx: MARGIN, marginy: MARGIN };

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
  return {
    width,
    height,
    nodes: nodes.map(({ id }) => ({ id, ...box(graph.node(id) as Partial<Box>) })),
    edges: edges.map(({ key, from, to }) => {
      const placed = graph.edge(from, to, key) as Partial<Box> & { points?: Point[] };
      return { key, label: box(placed), points: (placed.points ?? []).map(({ x, y }) => ({ x, y })) };
    }),
  };
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

/** A smooth path through the corners of an edge, as SVG's `d`. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const middle = (a: Point, b: Point): string => `${round((a.x + b.x) / 2)} ${round((a.y + b.y) / 2)}`;
  const corners = rest.slice(0, -1).map((corner, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${round(corner.x)} ${round(corner.y)} ${middle(corner, next)}`;
  });
  const begin = rest[0] && rest.length > 1 ? `L${middle(first, rest[0])}` : '';
  return `M${round(first.x)} ${round(first.y)}${begin}${corners.join('')}L${round(last.x)} ${round(last.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The end of an edge and its direction there, in degrees: 0 points to the right. */
export function arrowOf(points: readonly Point[]): Point & { angle: number } {
  const last = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? last;
  return { ...last, angle: round((Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI) };
}
