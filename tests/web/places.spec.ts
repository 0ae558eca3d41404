// Without a browser: places in texts, and policies as texts of their own.

import { expect, test } from '@playwright/test';
import { applyChange, changeBetween, movedSpan } from '../../web/src/text/change';
import { documentChange, type PolicyView, spanInView, viewPolicy } from '../../web/src/text/policy-view';
import { offsetAt, positionAt } from '../../web/src/text/positions';
import { tokenize } from '../../web/src/text/highlight';
import { inlines } from '../../web/src/text/prose';

const DOCUMENT = `{
  "trust": {
    "Version": "2012-10-17",
      "Statement": [
  ]
  },
  "after": 1
}`;
const span = { start: DOCUMENT.indexOf('{\n    "Version"'), end: DOCUMENT.indexOf(',\n  "after"') };

const view = (document: string, place = span): PolicyView => {
  const found = viewPolicy(document, 'object', place);
  if (!found) throw new Error('no view');
  return found;
};

test('positions and offsets are each other’s inverse', () => {
  const text = 'a\n\u{1f600}b\n\nend';
  for (let offset = 0; offset <= text.length; offset++) expect(offsetAt(text, positionAt(text, offset))).toBe(offset);
  expect(positionAt(text, 4)).toEqual({ line: 2, column: 3 });
  expect(offsetAt(text, { line: 9, column: 9 })).toBe(text.length);
  expect(offsetAt(text, { line: 1, column: 99 })).toBe(1);
});

test('a policy is shown without what indents it', () => {
  expect(view(DOCUMENT).text).toBe('{\n  "Version": "2012-10-17",\n    "Statement": [\n]\n}');
});

test('an edit of a policy touches nothing else of the document', () => {
  const shown = view(DOCUMENT).text;
  const edits = [
    shown.replace('2012', '2008'),
    shown.replace('[\n]', '[\n  { "Effect": "Allow" }\n]'),
    shown.replace('"Version": "2012-10-17",\n', ''),
    `${shown} `,
    `\n${shown}`,
    shown.replace('\n]', '\n   ]'),
    '',
    '{',
  ];
  for (const edited of edits) {
    const change = documentChange(view(DOCUMENT), edited);
    if (!change) throw new Error('no change');
    const after = applyChange(DOCUMENT, change);
    expect(after.startsWith(DOCUMENT.slice(0, span.start))).toBe(true);
    expect(after.endsWith(DOCUMENT.slice(span.end))).toBe(true);
    const place = { start: span.start, end: span.end + after.length - DOCUMENT.length };
    expect(view(after, place).text).toBe(edited);
  }
});

test('any sequence of edits leaves the view as it was typed', () => {
  let seed = 20260115;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const snippets = ['', ' ', '\n', '\n  ', '{', '}', '"a": 1,', 'x\ny', '\t'];
  for (let round = 0; round < 300; round++) {
    let document = DOCUMENT;
    let place = span;
    for (let step = 0; step < 6; step++) {
      const shown = view(document, place);
      const from = random(shown.text.length + 1);
      const until = Math.min(shown.text.length, from + random(6));
      const edited = shown.text.slice(0, from) + (snippets[random(snippets.length)] ?? '') + shown.text.slice(until);
      const change = documentChange(shown, edited);
      if (!change) continue;
      const after = applyChange(document, change);
      place = { start: place.start, end: place.end + after.length - document.length };
      document = after;
      expect(view(document, place).text, JSON.stringify({ shown: shown.text, edited })).toBe(edited);
    }
  }
});

test('places of the document are found in the view', () => {
  const at = DOCUMENT.indexOf('2012');
  const found = spanInView(view(DOCUMENT), { start: at, end: at + 4 });
  expect(found && view(DOCUMENT).text.slice(found.start, found.end)).toBe('2012');
  expect(spanInView(view(DOCUMENT), { start: 0, end: 1 })).toBeNull();
});

test('a policy that is a string is shown decoded and written back as a string', () => {
  const policy = JSON.stringify('{\n\t"Version": "ü"\n}');
  const document = `{"trust": ${policy}}`;
  const place = { start: 10, end: 10 + policy.length };
  const shown = viewPolicy(document, 'text', place);
  expect(shown?.text).toBe('{\n\t"Version": "ü"\n}');
  const change = shown && documentChange(shown, 'broken "');
  expect(change && applyChange(document, change)).toBe('{"trust": "broken \\""}');
  expect(viewPolicy('{"trust": "bro', 'text', { start: 10, end: 14 })).toBeNull();
});

test('the change between two texts is the smallest hunk', () => {
  expect(changeBetween('abc', 'abc')).toBeNull();
  expect(changeBetween('abc', 'axc')).toEqual({ start: 1, end: 2, inserted: 'x' });
  expect(changeBetween('aa', 'aaa')).toEqual({ start: 2, end: 2, inserted: 'a' });
});

test('a span moves with what is edited before it and grows with what is edited in it', () => {
  const place = { start: 5, end: 10 };
  expect(movedSpan(place, { start: 0, end: 2, inserted: 'xyz' })).toEqual({ start: 6, end: 11 });
  expect(movedSpan(place, { start: 6, end: 7, inserted: '' })).toEqual({ start: 5, end: 9 });
  expect(movedSpan(place, { start: 10, end: 11, inserted: '' })).toEqual(place);
  expect(movedSpan(place, { start: 4, end: 6, inserted: '' })).toBeNull();
});

test('colours are found in broken text too', () => {
  const kinds = tokenize('{"a": "b", 1 true "open\n').map(({ kind }) => kind);
  expect(kinds).toEqual(['key', 'string', 'number', 'word', 'string']);
});

test('a description knows code, emphasis and safe links only', () => {
  expect(inlines('a `b` **c** [d](https://e.example/)').map(({ kind }) => kind)).toEqual([
    'text',
    'code',
    'text',
    'strong',
    'text',
    'link',
  ]);
  expect(inlines('[a](javascript:alert)')).toEqual([{ kind: 'text', text: '[a](javascript:alert)' }]);
});
