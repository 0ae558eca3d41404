// How nodes and edges are called, for the drawing, the list and the explanation alike.

import type { TrustEdge, TrustGraph, TrustNode } from '../../engine/assist';
import { edgeLook } from './model';
import { texts } from './texts';

/** "Jo (444455556666)". */
export const fullName = ({ name, account }: TrustNode): string => (account ? `${name} (${account})` : name);

/** "User · 444455556666". */
export function aboutNode({ kind, account }: TrustNode): string {
  return account ? `${texts().kind[kind]} · ${account}` : texts().kind[kind];
}

/** "111122223333 Customer", where the document gives the account a name. */
export function accountText(node: TrustNode, names: ReadonlyMap<string, string>): string {
  if (!node.account) return texts().noAccount;
  const name = names.get(node.account);
  return name ? `${node.account} ${name}` : node.account;
}

/** A node by its id. An id that the graph lacks is shown as it is. */
export function nodeOf(graph: TrustGraph, id: string): TrustNode {
  return graph.nodes.find((node) => node.id === id) ?? { id, kind: 'outside', name: id, account: null };
}

export const lookWord = (edge: TrustEdge): string => texts().look[edgeLook(edge)];

/** The lines of an edge's label: what it needs, or what the edge means; `most` of the needs, and how many there are besides. */
export function labelLines(edge: TrustEdge, most: number): string[] {
  if (edgeLook(edge) === 'denied') return [lookWord(edge)];
  const needs = edge.needs.slice(0, most).map(({ text }) => text);
  const left = edge.needs.length - needs.length;
  if (left > 0) needs[needs.length - 1] += ` ${texts().more(left)}`;
  const saysAll = edgeLook(edge) === 'conditional' && needs.length > 0;
  return saysAll ? needs : [lookWord(edge), ...needs];
}

/** The name of an edge's button: "Jo (444455556666) → Audit (111122223333): With conditions. ExternalId = Example-1". */
export function edgeName(graph: TrustGraph, edge: TrustEdge): string {
  const needs = edge.needs.map(({ text }) => text).join('; ');
  const head = `${fullName(nodeOf(graph, edge.from))} → ${fullName(nodeOf(graph, edge.to))}: ${lookWord(edge)}`;
  return needs ? `${head}. ${needs}` : head;
}

/** The list as lines with tabs, for spreadsheets and tickets. */
export function listText(graph: TrustGraph): string {
  const t = texts();
  const head = [t.from, t.to, t.call, t.together, t.trust, t.caller, t.needs];
  const rows = graph.edges.map((edge) => [
    edge.from,
    edge.to,
    edge.action,
    lookWord(edge),
    t.verdict[edge.trust],
    t.verdict[edge.caller],
    edge.needs.map(({ text }) => text).join('; '),
  ]);
  return [head, ...rows].map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}
