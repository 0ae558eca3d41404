// Help with writing a text: what the word at an offset means, and what can be written there. It knows no editor; the page's
// editor asks it. What AWS defines comes from the engine's catalog, what exists from the scenario.

import { policyOffers } from './complete-policy';
import { scenarioOffers } from './complete-scenario';
import { type Completion, written } from './completion';
import type { Knowledge } from './lookup';
import { placeAt, type TextKind } from './place';

export type { Completion } from './completion';
export { hoverAt, type Hover } from './hover';
export type { Knowledge } from './lookup';
export { placeAt, type Place, type TextKind } from './place';

/** What can be written at an offset, best first. */
export function completionsAt(text: string, offset: number, kind: TextKind, knowledge: Knowledge): Completion[] {
  const place = placeAt(text, offset, kind, knowledge.catalog);
  // Behind a finished value there is nothing to write but a comma.
  if (!place.token && !opens(text, offset)) return [];
  const { policy } = place;
  const offers = policy ? policyOffers(place, policy.kind, policy.part, knowledge) : scenarioOffers(place, knowledge);
  const seen = new Set<string>();
  const distinct = offers.filter(({ label }) => !seen.has(label) && seen.add(label));
  return written(text, place, distinct).sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}

/** Whether a name or a value may begin at an offset. */
const opens = (text: string, offset: number): boolean => /(?:^|[{[,:])\s*[\w:*./-]*$/.test(text.slice(Math.max(0, offset - 400), offset));
