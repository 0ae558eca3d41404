// The string literals of a JSON text with the places of their characters, also those inside of a policy that is itself
// written as a string: each escape counts as the one character that it stands for.

import { type Node, visit } from 'jsonc-parser';

export interface Literal {
  /** The characters that the literal stands for. */
  value: string;
  /** Where the character at an index of `value` begins in the document; at `value.length`: where the last one ends. */
  offsetAt(index: number): number;
  /** Text for the inside of the literal, escaped as often as it has to be there. */
  encode(text: string): string;
}

/** More than a policy inside of a policy's string makes no sense. */
const DEEPEST = 2;

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The literal at a node of type `string`, or the literals of the JSON text that it holds. */
export function literalsIn(document: string, node: Node): Literal[] {
  const raw = document.slice(node.offset + 1, node.offset + node.length - 1);
  return within(raw, (index) => node.offset + 1 + index, escaped, 1);
}

/** `place` gives the document's offset of an index of `raw`, which is the inside of a literal. */
function within(raw: string, place: (index: number) => number, encode: (text: string) => string, depth: number): Literal[] {
  const { value, starts } = decode(raw);
  const offsetAt = (index: number): number => place(starts[index] ?? raw.length);
  if (depth >= DEEPEST || !/^\s*\{/.test(value)) return [{ value, offsetAt, encode }];
  const found: Literal[] = [];
  const note = (offset: number, length: number): void => {
    const closed = length > 1 && value.charAt(offset + length - 1) === '"';
    const inside = value.slice(offset + 1, offset + length - (closed ? 1 : 0));
    found.push(
      ...within(
        inside,
        (index) => offsetAt(offset + 1 + index),
        (text) => encode(escaped(text)),
        depth + 1,
      ),
    );
  };
  visit(value, {
    onObjectProperty: (_name, offset, length) => note(offset, length),
    onLiteralValue: (_value, offset, length) => {
      if (value.charAt(offset) === '"') note(offset, length);
    },
  });
  return found;
}

/** The characters of a literal's inside, and the index at which each of them begins. */
function decode(raw: string): { value: string; starts: number[] } {
  let value = '';
  const starts: number[] = [];
  const escape = /\\(?:u[0-9a-fA-F]{4}|[\s\S])/y;
  for (let index = 0; index < raw.length;) {
    escape.lastIndex = index;
    const written = escape.exec(raw)?.[0] ?? raw.charAt(index);
    starts.push(index);
    value += written.length === 1 ? written : characterOf(written);
    index += written.length;
  }
  starts.push(raw.length);
  return { value, starts };
}

const SHORT: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Of an escape, which begins with a backslash. */
function characterOf(written: string): string {
  const letter = written.charAt(1);
  if (letter === 'u' && written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return SHORT[letter] ?? letter;
}
