// Places and sizes of the drawing, in pixels, and the lines through them.

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
  edges: { key: string; label: Box; points: Point[] }[];
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
