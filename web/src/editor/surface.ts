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

export type OnEdit = (text: string) => void;

/** The page's one undo history, which is the editor's too. */
export interface UndoWishes {
  undo(): void;
  redo(): void;
}
