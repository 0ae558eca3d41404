// What is offered, and how it is written into the text.

import type { Span } from '../text/positions';
import type { Place } from './place';

export type CompletionKind = 'element' | 'operator' | 'key' | 'action' | 'principal' | 'resource' | 'value';

/** Something that can be written at a place, before it is known how. */
export interface Offer {
  label: string;
  kind: CompletionKind;
  /** Smaller ones come first; those alike by their label. */
  rank: number;
  /** A few words beside the label. */
  detail?: string | undefined;
  text?: string | undefined;
  documentation?: string | undefined;
  /** What stands behind the colon of a property, as a snippet; of a value, what is written in place of a string. */
  snippet?: string | undefined;
  /** Whether more can be completed where the cursor is then. */
  more?: boolean | undefined;
}

export interface Completion extends Offer, Span {
  /** What is written in place of `[start, end)`, as a snippet with `$1` where the cursor goes. */
  insert: string;
  /** What the text in place is compared with, quotes included. */
  filter: string;
}

/** In a snippet these three are no plain characters. */
export const plainly = (text: string): string => text.replace(/[\\$}]/g, (character) => `\\${character}`);

const quoted = (text: string): string => plainly(JSON.stringify(text));

/** What stands behind what is replaced, and so whether a colon or a comma is missing there. */
function behind(text: string, offset: number): string {
  return /^\s*(.?)/s.exec(text.slice(offset))?.[1] ?? '';
}

/** A word without quotes that is being written before an offset. */
function bareWord(text: string, offset: number): Span {
  const length = /[\w:*./-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  return { start: offset - length, end: offset };
}

/** An ARN is found by the name at its end too, as well as if it began with that. */
function filterOf(label: string, inString: boolean): string {
  const name = label.startsWith('arn:') ? `${/[^:/]*(?:\/\*)?$/.exec(label)?.[0] ?? ''} ` : '';
  const text = JSON.stringify(name + label);
  return inString ? text : text.slice(1, -1);
}

/** Offers as completions of a text: names with their colon and value, values with the comma that is missing. */
export function written(text: string, place: Place, offers: readonly Offer[]): Completion[] {
  const { token, offset, isKey } = place;
  const { start, end } = token ?? bareWord(text, offset);
  const inString = text[start] === '"';
  const next = behind(text, end);
  const comma = next === '' || next === ',' || next === '}' || next === ']' || next === ':' ? '' : ',';
  return offers.map((offer) => {
    const { label, snippet } = offer;
    const named = next === ':' ? quoted(label) : `${quoted(label)}: ${snippet ?? '"$1"'}${comma}`;
    const insert = isKey ? named : `${snippet ?? quoted(label)}${comma}`;
    return { ...offer, start, end, insert, filter: filterOf(label, inString), more: isKey && next === ':' ? false : offer.more };
  });
}
