// A comparison as the rows of a unified view: lines with their numbers, what is folded, and where a hunk begins.

import { type Comparison, type Hunk, type Part, type Same, wordsOf } from './diff';

export type Row =
  | { kind: 'hunk'; hunk: Hunk }
  | { kind: 'fold'; count: number }
  /** Line numbers count from 1; null where the line is not in that text. */
  | { kind: 'same' | 'removed' | 'added'; before: number | null; after: number | null; parts: readonly Part[]; endless: boolean };

/** Lines around a hunk that are shown with it. */
const CONTEXT = 3;
/** Characters; a longer line is cut. */
const LONGEST_SHOWN = 4000;
/** Pairs of lines whose words are compared. */
const MOST_PAIRS = 500;

const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
const withoutBreak = (line: string): string => cut(line.endsWith('\n') ? line.slice(0, -1) : line);

function sameRows({ before, after, lines }: Same, from: number, until: number): Row[] {
  return lines.slice(from, until).map((line, index) => ({
    kind: 'same',
    before: before + from + index + 1,
    after: after + from + index + 1,
    parts: [{ text: withoutBreak(line), changed: false }],
    endless: false,
  }));
}

function foldedRows(block: Same, isFirst: boolean, isLast: boolean): Row[] {
  const count = block.lines.length;
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  // A fold takes a row itself.
  if (count <= head + tail + 1) return sameRows(block, 0, count);
  return [...sameRows(block, 0, head), { kind: 'fold', count: count - head - tail }, ...sameRows(block, count - tail, count)];
}

function hunkRows(hunk: Hunk, pairs: number): Row[] {
  const { removed, added } = hunk;
  const words = removed.slice(0, pairs).flatMap((line, index) => {
    const other = added[index];
    return other === undefined ? [] : [wordsOf(withoutBreak(line), withoutBreak(other))];
  });
  const row = (kind: 'removed' | 'added', line: string, index: number): Row => ({
    kind,
    before: kind === 'removed' ? hunk.before + index + 1 : null,
    after: kind === 'added' ? hunk.after + index + 1 : null,
    parts: words[index]?.[kind === 'removed' ? 'before' : 'after'] ?? [{ text: withoutBreak(line), changed: false }],
    endless: !line.endsWith('\n'),
  });
  return [
    { kind: 'hunk', hunk },
    ...removed.map((line, index) => row('removed', line, index)),
    ...added.map((line, index) => row('added', line, index)),
  ];
}

/** The rows of a comparison, at most `most` of them: the rest is only counted. */
export function rowsOf({ blocks }: Comparison, all: boolean, most: number): { rows: Row[]; left: number } {
  let pairs = MOST_PAIRS;
  const rows = blocks.flatMap((block, index) => {
    if (block.kind === 'same') {
      return all ? sameRows(block, 0, block.lines.length) : foldedRows(block, index === 0, index === blocks.length - 1);
    }
    const found = hunkRows(block, pairs);
    pairs = Math.max(0, pairs - Math.min(block.removed.length, block.added.length));
    return found;
  });
  return { rows: rows.slice(0, most), left: Math.max(0, rows.length - most) };
}

/** How many lines were added and removed. */
export function countOf({ blocks }: Comparison): { added: number; removed: number } {
  const count = { added: 0, removed: 0 };
  for (const block of blocks) {
    if (block.kind !== 'hunk') continue;
    count.added += block.added.length;
    count.removed += block.removed.length;
  }
  return count;
}
