// Steps in the scenario's text: what changes is the only thing that changes, and the rest keeps its author's formatting.

import { appendValue, type JSONPath, nodeAt, setValue } from '../../document/edit';
import { isObject, type Json, sameJson } from '../../document/values';

export const appendStep = (text: string, step: Json): string => appendValue(text, ['steps'], step);

/** Makes a step of the text the one that is wanted, by changing only what differs. */
export function changeStep(text: string, index: number, before: Json, after: Json): string {
  return changeObject(text, ['steps', index], before, after);
}

function changeObject(text: string, path: JSONPath, before: Json, after: Json): string {
  let changed = text;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    if (sameJson(was, is)) continue;
    const place = [...path, name];
    changed = isObject(was) && isObject(is) ? changeObject(changed, place, was, is) : setValue(changed, place, is);
  }
  return changed;
}

/** Exchanges a step with the one behind it; each keeps its text. */
export function swapSteps(text: string, index: number): string {
  const first = nodeAt(text, ['steps', index]);
  const second = nodeAt(text, ['steps', index + 1]);
  if (!first || !second) return text;
  const textOf = (node: { offset: number; length: number }): string => text.slice(node.offset, node.offset + node.length);
  const between = text.slice(first.offset + first.length, second.offset);
  return text.slice(0, first.offset) + textOf(second) + between + textOf(first) + text.slice(second.offset + second.length);
}

/** A name that no step has yet: "audit-2" of "audit". */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/-\d+$/, '');
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
