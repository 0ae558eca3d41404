// What the page wants of an editor. A plain text area gives it at once and on touch devices; Monaco when it has come.

import type { PolicyKind } from '../engine/report';
import type { Marker } from '../state/page-state';
import type { Span } from '../text/positions';

export interface SurfaceContent {
  /** Names the text, so that each keeps its own undo steps and scroll position. */
  key: string;
  /** What kind of text it is: that decides what may be completed in it. */
  kind: PolicyKind | 'scenario';
  /** Counts opened documents; the texts of an earlier one are forgotten. */
  opened: number;
  text: string;
  label: string;
  /** How the keyboard leaves the editor, for those who do not see the page. */
  hint: string;
  readOnly: boolean;
  markers: readonly Marker[];
}

export interface Surface {
  show(content: SurfaceContent): void;
  reveal(span: Span): void;
  focus(): void;
  hasFocus(): boolean;
  selection(): Span;
  select(span: Span): void;
  scrollTop(): number;
  scrollTo(top: number): void;
  dispose(): void;
}

/** What an editor asks of the page. */
export interface EditorHost {
  edit(text: string): void;
  /** The page's one undo history is the editor's too. */
  undo(): void;
  redo(): void;
  format(): void;
  nextProblem(): void;
  palette(): void;
  /** The author is done here: the focus goes to what stands around the editor. */
  leave(): void;
  /** The text cursor came to a line, counted from 1. */
  cursorAt(line: number): void;
  /** The whole scenario, for the names in it. */
  scenario(): string;
}
