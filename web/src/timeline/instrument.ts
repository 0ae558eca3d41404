// What the timeline lets its hands (interact.ts) see and do, and which key or button asks for which of that.

import type { View } from './scale';
import type { Story } from './story';

export interface Instrument {
  readonly story: Story;
  /** What is drawn of time now. */
  readonly view: View;
  /** Of the drawing, in px. */
  readonly width: number;
  /** The instant at which the selected call is judged anew; null: when it was made. */
  readonly cursor: number | null;
  /** When the selected call was made; null where there is none. */
  readonly made: number | null;
  /** Draws another part of time; null: all of it. */
  show(view: View | null): void;
  /** Moves the cursor, and brings it into view where it is out of it. */
  place(at: number | null): void;
  selectStep(path: string): void;
  /** Brings a call's mark into sight and puts the focus on it. */
  focusCall(path: string): void;
  /** Shows the table, or the drawing again. */
  switchTwin(): void;
}

export type Command =
  | 'in'
  | 'out'
  | 'all'
  | 'calls'
  | 'left'
  | 'right'
  | 'previous-event'
  | 'next-event'
  | 'off'
  | 'previous-call'
  | 'next-call'
  | 'first-call'
  | 'last-call';

const ANYWHERE: Record<string, Command> = { '+': 'in', '=': 'in', '-': 'out', _: 'out', '0': 'all' };
const IN_DRAWING: Record<string, Command> = { ArrowLeft: 'left', ArrowRight: 'right' };
const ON_MARK: Record<string, Command> = {
  ArrowLeft: 'previous-call',
  ArrowUp: 'previous-call',
  ArrowRight: 'next-call',
  ArrowDown: 'next-call',
  Home: 'first-call',
  End: 'last-call',
};

/** What a key means that was pressed at `target`, inside of the timeline. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element): Command | 'twin' | null {
  if (ctrlKey || metaKey || altKey || target.matches('input:not([type="range"])')) return null;
  if (key.toLowerCase() === 't') return 'twin';
  if (target.closest('.mark')) return ON_MARK[key] ?? ANYWHERE[key] ?? null;
  return (target.closest('.view') ? IN_DRAWING[key] : undefined) ?? ANYWHERE[key] ?? null;
}
