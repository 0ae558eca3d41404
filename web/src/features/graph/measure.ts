// How much room the words of the drawing take: texts are cut to fit, and their boxes are made to fit them.

import type { TrustGraph } from '../../engine/assist';
import type { LayoutRequest } from './geometry';
import { edgeKey } from './model';
import { aboutNode, labelLines } from './wording';

/** Where a node's text begins, behind its icon. */
export const NODE_TEXT = 34;
/** From one line of a label to the next. */
export const LABEL_LINE = 15;

const NODE = { height: 44, least: 110, most: 230 };
const LABEL_MOST = 240;
/** Of a graph with more edges than this, a label names one need only. */
const MANY_EDGES = 60;

export interface Labels {
  /** By a node's id: its name, and what it is. */
  nodes: Map<string, string[]>;
  /** By an edge's key: the lines of its label. */
  edges: Map<string, string[]>;
  /** The width of a text, in pixels. */
  width: (text: string, font: 'name' | 'small') => number;
}

type Width = Labels['width'];

function widthIn(family: string): Width {
  const context = document.createElement('canvas').getContext('2d');
  const fonts = { name: `600 13px ${family}`, small: `12px ${family}` };
  return (text, font) => {
    if (!context) return text.length * 8;
    context.font = fonts[font];
    return context.measureText(text).width;
  };
}

/** A text that is no wider than `room`, with an ellipsis where it was cut. */
function cut(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const characters = [...text];
  let kept = characters.length;
  while (kept > 1 && width(`${characters.slice(0, kept).join('')}…`) > room) kept--;
  return `${characters.slice(0, kept).join('')}…`;
}

/** A name that a pasted document made very long is not measured to its end. */
const sane = (text: string): string => text.slice(0, 200);

export function labelsOf(graph: TrustGraph, family: string): Labels {
  const width = widthIn(family);
  const room = NODE.most - NODE_TEXT - 10;
  const needs = graph.edges.length > MANY_EDGES ? 1 : 2;
  const small = (text: string): number => width(text, 'small');
  return {
    width,
    nodes: new Map(
      graph.nodes.map((node) => [
        node.id,
        [cut(sane(node.name), room, (text) => width(text, 'name')), cut(sane(aboutNode(node)), room, small)],
      ]),
    ),
    edges: new Map(graph.edges.map((edge) => [edgeKey(edge), labelLines(edge, needs).map((line) => cut(sane(line), LABEL_MOST, small))])),
  };
}

export function layoutRequest(graph: TrustGraph, labels: Labels, width: number): LayoutRequest {
  const { width: measured } = labels;
  return {
    width,
    nodes: graph.nodes.map(({ id }) => {
      const [name = '', about = ''] = labels.nodes.get(id) ?? [];
      const text = Math.max(measured(name, 'name'), measured(about, 'small'));
      return { id, width: Math.max(NODE.least, Math.ceil(NODE_TEXT + text + 12)), height: NODE.height };
    }),
    edges: graph.edges.map((edge) => {
      const lines = labels.edges.get(edgeKey(edge)) ?? [];
      const text = Math.max(...lines.map((line) => measured(line, 'small')));
      return { key: edgeKey(edge), from: edge.from, to: edge.to, width: Math.ceil(20 + text + 7), height: 5 + lines.length * LABEL_LINE };
    }),
  };
}
