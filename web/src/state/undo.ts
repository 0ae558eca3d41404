// One undo history for everything that changes the document: typing, forms, quick changes, opening another one.

/** What undo brings back. */
export interface Snapshot {
  text: string;
  example: string | null;
  /** The text as it was opened. */
  original: string;
}

/** `typing` in one place becomes one step while it goes on; everything else is a step of its own. */
export type ChangeKind = 'typing' | 'form' | 'open';

/** Milliseconds; a longer pause begins a new step. */
const PAUSE = 1000;
/** Steps; and characters in all, so that large documents do not fill the memory. */
const MOST_STEPS = 500;
const MOST_CHARACTERS = 40_000_000;

export class UndoHistory {
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #last = { kind: 'open' as ChangeKind, place: '', at: 0 };

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Notes what the document was before a change. `place` names the text that is typed in; `now` is in milliseconds.
   */
  note(before: Snapshot, kind: ChangeKind, place: string, now: number): void {
    const last = this.#last;
    const goesOn = kind === 'typing' && last.kind === 'typing' && last.place === place && now - last.at < PAUSE;
    this.#last = { kind, place, at: now };
    this.#future = [];
    if (goesOn && this.#past.length > 0) return;
    this.#past.push(before);
    this.#shorten();
  }

  /** The next typing begins a step of its own. */
  pause(): void {
    this.#last = { kind: 'open', place: '', at: 0 };
  }

  undo(present: Snapshot): Snapshot | null {
    return this.#step(this.#past, this.#future, present);
  }

  redo(present: Snapshot): Snapshot | null {
    return this.#step(this.#future, this.#past, present);
  }

  #step(from: Snapshot[], to: Snapshot[], present: Snapshot): Snapshot | null {
    const next = from.pop();
    if (!next) return null;
    to.push(present);
    this.pause();
    return next;
  }

  #shorten(): void {
    let characters = this.#past.reduce((sum, { text }) => sum + text.length, 0);
    while (this.#past.length > MOST_STEPS || (characters > MOST_CHARACTERS && this.#past.length > 1)) {
      characters -= this.#past.shift()?.text.length ?? 0;
    }
  }
}
