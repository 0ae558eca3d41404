// By which lines two texts differ, and by which words two lines do. The one place that knows the package "diff".

import { diffArrays, diffWordsWithSpace } from 'diff';

/** Lines that both texts have. Line numbers count from 0. */
export interface Same {
  kind: 'same';
  before: number;
  after: number;
  lines: readonly string[];
}

/** Lines of the first text in whose place the second one has others; either may be none. */
export interface Hunk {
  kind: 'hunk';
  before: number;
  after: number;
  removed: readonly string[];
  added: readonly string[];
}

export type Block = Same | Hunk;

export interface Comparison {
  blocks: readonly Block[];
  /** False where the texts differ by so much that only the first and the last difference were looked for. */
  exact: boolean;
}

/** A part of a line; `changed` where the other line has something else. */
export interface Part {
  text: string;
  changed: boolean;
}

// The work grows with the square of the number of differences, so both are bounded.
const MOST_DIFFERENCES = 3000;
const MOST_MILLISECONDS = 1500;
const MOST_WORDS_CHANGED = 60;
const LONGEST_LINE = 1000;
/** The share of a line that must be the same, so that marking words in it helps. */
const LEAST_ALIKE = 0.3;

/** The lines of a text, each with its line break. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** One hunk from the first line that differs to the last. */
function coarse(before: readonly string[], after: readonly string[]): Block[] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let last = 0;
  while (last < shorter - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  const ends = { before: before.length - last, after: after.length - last };
  const blocks: Block[] = [
    { kind: 'same', before: 0, after: 0, lines: before.slice(0, first) },
    { kind: 'hunk', before: first, after: first, removed: before.slice(first, ends.before), added: after.slice(first, ends.after) },
    { kind: 'same', before: ends.before, after: ends.after, lines: before.slice(ends.before) },
  ];
  return blocks.filter((block) => block.kind === 'hunk' || block.lines.length > 0);
}

export function compare(before: string, after: string): Comparison {
  if (before === after) return { blocks: [], exact: true };
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = diffArrays(old, now, { maxEditLength: MOST_DIFFERENCES, timeout: MOST_MILLISECONDS });
  if (!changes) return { blocks: coarse(old, now), exact: false };
  const blocks: Block[] = [];
  const place = { before: 0, after: 0 };
  for (const { value, added, removed } of changes) {
    const last = blocks.at(-1);
    if (!added && !removed) blocks.push({ kind: 'same', ...place, lines: value });
    else if (last?.kind === 'hunk') {
      blocks[blocks.length - 1] = added ? { ...last, added: [...last.added, ...value] } : { ...last, removed: [...last.removed, ...value] };
    } else blocks.push({ kind: 'hunk', ...place, removed: removed ? value : [], added: added ? value : [] });
    if (!added) place.before += value.length;
    if (!removed) place.after += value.length;
  }
  return { blocks, exact: true };
}

/** The second text, with what the first one had in the place of one hunk. */
export function putBack(after: string, hunk: Hunk): string {
  const lines = linesOf(after);
  return [...lines.slice(0, hunk.after), ...hunk.removed, ...lines.slice(hunk.after + hunk.added.length)].join('');
}

const whole = (text: string): Part[] => [{ text, changed: false }];

/** Two lines in parts; each as a whole where they have little in common, or are too long to look closer. */
export function wordsOf(before: string, after: string): { before: Part[]; after: Part[] } {
  const unmarked = { before: whole(before), after: whole(after) };
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) return unmarked;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS_CHANGED });
  if (!changes) return unmarked;
  const alike = changes.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.trim().length), 0);
  if (alike < LEAST_ALIKE * Math.max(before.trim().length, after.trim().length)) return unmarked;
  const side = (other: 'added' | 'removed'): Part[] =>
    changes.filter((change) => !change[other]).map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return { before: side('added'), after: side('removed') };
}
