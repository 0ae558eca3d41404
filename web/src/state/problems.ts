// Going from one problem to the next.

import type { Diagnostic } from '../engine/report';
import type { PageState } from './page-state';

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code &&
  a.pointer === b.pointer &&
  a.documentRange.start.line === b.documentRange.start.line &&
  a.range.start.column === b.range.start.column;

/** The problem behind the one that is shown; the first one behind the last. Null: there is none. */
export function nextProblem({ report, reveal }: PageState): Diagnostic | null {
  const all = report?.diagnostics ?? [];
  const about = reveal?.about;
  const shown = about ? all.findIndex((diagnostic) => isSame(diagnostic, about)) : -1;
  return all[(shown + 1) % Math.max(1, all.length)] ?? null;
}
