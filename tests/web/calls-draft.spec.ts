// A step as a form holds it, and back: functions from values to values, without a page.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as draft from '../../web/src/features/calls/draft';
import * as stepText from '../../web/src/features/calls/step-text';
import type { Catalog, CatalogOperation } from '../../web/src/engine/assist';
import { rowOf, valueOfRow } from '../../web/src/forms/values';

const catalog = join(__dirname, '../../web/src/engine/generated/catalog.en.json');
const { operations } = JSON.parse(readFileSync(catalog, 'utf8')) as Catalog;
const operation = (wanted: string): CatalogOperation | null => operations.find(({ name }) => name === wanted) ?? null;

const examples = join(__dirname, '../../examples');

for (const file of readdirSync(examples).filter((name) => name.endsWith('.json'))) {
  test(`every step of ${file} says the same as a form`, () => {
    const { formOf, stepOf } = draft;
    const scenario = JSON.parse(readFileSync(join(examples, file), 'utf8')) as { steps: Record<string, unknown>[] };
    expect(scenario.steps.length).toBeGreaterThan(0);
    for (const step of scenario.steps) {
      expect(stepOf(formOf(step, operations), step)).toEqual(step);
      // As long as there is no catalog, too.
      expect(stepOf(formOf(step, []), step)).toEqual(step);
    }
  });
}

test('a form keeps what is empty, unknown or of an unexpected shape', () => {
  const { formOf, stepOf } = draft;
  const odd = {
    call: 'sts:AssumeRole',
    id: '',
    at: 5,
    with: { Tags: 'none', Unknown: [1, { a: null }], Policy: '', TransitiveTagKeys: [], assertion: {}, token: {} },
    context: { 's3:prefix': [], 'aws:SourceIp': null, 'aws:Example': { nested: true } },
    cli: 1,
  };
  expect(stepOf(formOf(odd, operations), odd)).toEqual(odd);
  for (const call of ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 's3:GetObject']) {
    const other = { ...odd, call };
    expect(stepOf(formOf(other, operations), other)).toEqual(other);
  }
});

test('a parameter that is emptied is left out', () => {
  const { formOf, setParam, stepOf } = draft;
  const form = setParam(formOf({ call: 'sts:AssumeRole', with: { RoleArn: 'a', ExternalId: 'b' } }, operations), 'ExternalId', '');
  expect(stepOf(form)).toEqual({ call: 'sts:AssumeRole', with: { RoleArn: 'a' } });
});

test('what another operation does not have comes back with the operation that has it', () => {
  const { changeCall, formOf, stepOf } = draft;
  const step = { as: 'Jo', call: 'sts:AssumeRole', with: { RoleArn: 'a', Tags: [{ Key: 'K', Value: 'V' }], TransitiveTagKeys: ['K'] } };
  const other = changeCall(formOf(step, operations), 'sts:AssumeRoleWithSAML', operation('sts:AssumeRoleWithSAML'));
  expect(stepOf(other)).toEqual({ call: 'sts:AssumeRoleWithSAML', with: { RoleArn: 'a' } });
  const action = changeCall(other, 's3:GetObject', null);
  expect(stepOf(action)).toEqual({ as: 'Jo', call: 's3:GetObject' });
  expect(stepOf(changeCall(action, 'sts:AssumeRole', operation('sts:AssumeRole')))).toEqual(step);
});

test('what a form held before the catalog was there gets rows with it, and what was begun in rows stays', () => {
  const { formOf, knowing, stepOf } = draft;
  const step = { call: 'sts:AssumeRole', with: { RoleArn: 'a', Tags: [{ Key: 'K', Value: 'V' }], TransitiveTagKeys: ['K'] } };
  const early = formOf(step, []);
  expect(early.tags).toEqual([]);
  const form = knowing(early, operation('sts:AssumeRole'));
  expect(form.tags).toEqual([{ key: 'K', value: 'V', transitive: true, tag: true }]);
  expect(stepOf(form)).toEqual(step);
  const begun = { ...form, tags: [...form.tags, { key: '', value: '', transitive: false, tag: true }] };
  expect(knowing(begun, operation('sts:AssumeRole')).tags).toEqual(begun.tags);
});

test('rows that have no name yet are in the form and not in the step', () => {
  const { formOf, stepOf } = draft;
  const form = formOf({ call: 's3:GetObject', resource: '*' }, operations);
  const begun = {
    ...form,
    context: [{ name: '', kind: 'string' as const, text: 'a' }],
    tags: [{ key: '', value: '', transitive: true, tag: true }],
  };
  expect(stepOf(begun)).toEqual({ call: 's3:GetObject', resource: '*' });
});

test('values of rows: numbers and lists as JSON has them, and what is no number stays a text', () => {
  for (const value of ['a', 12.5, true, false, null, [], ['a', 'b'], ['a\nb'], { a: [1] }, [1, 2]]) {
    expect(valueOfRow(rowOf('key', value))).toEqual(value);
  }
  expect(valueOfRow({ name: 'key', kind: 'number', text: '12a' })).toBe('12a');
  expect(valueOfRow({ name: 'key', kind: 'json', text: '{"a":' })).toBe('{"a":');
});

const SCENARIO = `{
  "steps": [
    { "call": "sts:AssumeRole",   "with": { "RoleArn": "a", "ExternalId": "b" } },
    {
      "id": "two", "call": "s3:GetObject"
    }
  ]
}
`;

test('a changed step keeps the text of what did not change', () => {
  const { changeStep } = stepText;
  const before = { call: 'sts:AssumeRole', with: { RoleArn: 'a', ExternalId: 'b' } };
  const after = { call: 'sts:AssumeRole', with: { RoleArn: 'a', ExternalId: 'c' } };
  expect(changeStep(SCENARIO, 0, before, after)).toBe(SCENARIO.replace('"b"', '"c"'));
  expect(changeStep(SCENARIO, 0, before, before)).toBe(SCENARIO);
});

test('steps that change places keep their texts', () => {
  const { swapSteps } = stepText;
  const swapped = swapSteps(SCENARIO, 0);
  expect(JSON.parse(swapped)).toEqual({
    steps: [
      { id: 'two', call: 's3:GetObject' },
      { call: 'sts:AssumeRole', with: { RoleArn: 'a', ExternalId: 'b' } },
    ],
  });
  expect(swapped).toContain('{ "call": "sts:AssumeRole",   "with"');
  expect(swapSteps(swapped, 0)).toBe(SCENARIO);
  expect(swapSteps(SCENARIO, 1)).toBe(SCENARIO);
});

test('an id that no step has', () => {
  const { freeId } = stepText;
  expect(freeId('audit', ['other'])).toBe('audit');
  expect(freeId('audit', ['audit'])).toBe('audit-2');
  expect(freeId('audit-2', ['audit', 'audit-2'])).toBe('audit-3');
});

test('an expected decision is written beside what else is expected', () => {
  const { expectDecision, expectedDecision, formOf, stepOf } = draft;
  const form = expectDecision(formOf({ call: 'a:B', expect: { errorCode: 'AccessDenied' } }, operations), 'Deny');
  expect(expectedDecision(form)).toBe('Deny');
  expect(stepOf(form)['expect']).toEqual({ errorCode: 'AccessDenied', decision: 'Deny' });
  expect(stepOf(expectDecision(form, null))['expect']).toEqual({ errorCode: 'AccessDenied' });
  expect(stepOf(expectDecision(formOf({ call: 'a:B', expect: { decision: 'Deny' } }, operations), null))).toEqual({ call: 'a:B' });
});
