// The calls that were begun and not written into the document yet. They outlive the elements: another pane, another language
// and a new verdict leave them as they are. Another document has calls of its own.

import { type Json, sameJson } from '../../document/values';
import type { CatalogOperation } from '../../engine/assist';
import { type CallForm, formOf, stepOf } from './draft';

/** A call that is not in the document yet, or the index of a step. */
export type Key = 'new' | number;

export interface Edited {
  form: CallForm;
  /** The step as it was in the document when the form was filled from it; empty for a new call. */
  base: Json;
  /** The step's JSON as it was typed; null where the form says it. */
  json: string | null;
  asJson: boolean;
}

export interface CallStore {
  readonly opened: number;
  shown: Key | null;
  /** The page's selection that was followed last. */
  followed: string | null;
  readonly edits: Map<Key, Edited>;
}

/** Nothing is begun. */
export const emptyStore = (opened: number): CallStore => ({ opened, shown: null, followed: null, edits: new Map() });

let kept = emptyStore(-1);

/** The calls of the document that is the `opened`th one. */
export function storeOf(opened: number): CallStore {
  if (kept.opened !== opened) kept = emptyStore(opened);
  return kept;
}

export const isChanged = ({ form, base }: Edited): boolean => !sameJson(stepOf(form, base), base);

/** A step's form: the one that was begun, or one that says what the document says. */
export function editedStep(store: CallStore, index: number, step: Json, operations: readonly CatalogOperation[]): Edited {
  const begun = store.edits.get(index);
  const current = begun && (sameJson(begun.base, step) || isChanged(begun));
  if (begun && current) return begun;
  const fresh = { form: formOf(step, operations), base: step, json: null, asJson: begun?.asJson ?? false };
  store.edits.set(index, fresh);
  return fresh;
}

export const jsonText = (step: Json): string => JSON.stringify(step, null, 2);

/** Forms follow their steps to other places; one whose step is gone goes with it. `place`: from an old index to the new one. */
export function moveForms(store: CallStore, place: (index: number) => number | null): void {
  const moved = [...store.edits].flatMap(([key, edited]): [Key, Edited][] => {
    const next = key === 'new' ? key : place(key);
    return next === null ? [] : [[next, edited]];
  });
  store.edits.clear();
  for (const [key, edited] of moved) store.edits.set(key, edited);
  if (typeof store.shown === 'number') store.shown = place(store.shown);
}
