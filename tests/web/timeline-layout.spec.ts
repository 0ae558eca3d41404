// The timeline's arithmetic, without a page.

import { expect, test } from '@playwright/test';
import type { Report, Session, Step } from '../../web/src/engine/report';
import { neighbour, panned, readInstant, within, zoomed } from '../../web/src/timeline/interact';
import { lanesInSight, marksOf } from '../../web/src/timeline/layout';
import { DAY, fineStep, HOUR, instantAt, MINUTE, SECOND, ticksOf, xOf } from '../../web/src/timeline/scale';
import { countUntil, type Lane, livingAt, readStory, stateAt } from '../../web/src/timeline/story';
import { markdownOf } from '../../web/src/timeline/markdown';

const START = Date.parse('2026-01-15T09:00:00Z');
const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

function step(id: string, minutes: number, caller: string | null, session: string | null): Step {
  return {
    id,
    index: 0,
    at: at(minutes),
    call: 'sts:AssumeRole',
    resource: '*',
    decision: 'Allow',
    error: null,
    session,
    response: null,
    caller: {
      arn: `arn:aws:iam::111122223333:user/${caller ?? 'Ana'}`,
      kind: caller ? 'role-session' : 'user',
      session: caller,
      credential: null,
    },
    explanation: { summary: '', reason: '', notes: [], authorizations: [], context: [], explained: true },
    expectation: null,
    refusedDuration: null,
    sizeEstimated: false,
    evidence: { class: 'documented', address: '', text: '' },
    disputed: [],
    subSteps: [],
  };
}

function session(id: string, from: number, until: number, more: Partial<Session> = {}): Session {
  return {
    id,
    arn: `arn:aws:sts::111122223333:assumed-role/R/${id}`,
    kind: 'role-session',
    issuedAt: at(from),
    expiresAt: at(until),
    issuedBy: id,
    chainedFrom: null,
    tags: {},
    transitiveTagKeys: [],
    sourceIdentity: null,
    mfaAuthenticatedAt: null,
    accessKeyId: '',
    requestedSeconds: null,
    role: null,
    revokedAt: null,
    ...more,
  };
}

const report = (steps: Step[], sessions: Session[]): Report => ({
  format: '',
  diagnostics: [],
  policies: [],
  steps,
  sessions,
  expectations: { passed: 0, failed: 0, failures: [] },
  now: at(0),
  title: '',
  description: '',
  valid: true,
});

test('an instant and its place are inverse, from seconds to ninety days', () => {
  for (const span of [10 * SECOND, HOUR, 12 * HOUR, 90 * DAY]) {
    const view = { from: START, until: START + span };
    const x = xOf(view, 800)(START + span / 3);
    expect(instantAt(view, 800, x)).toBeCloseTo(START + span / 3, 0);
    expect(xOf(view, 800)(view.from)).toBe(12);
    expect(xOf(view, 800)(view.until)).toBeCloseTo(788, 6);
  }
});

test('ticks are round, fit the width, and name the day where it changes', () => {
  for (const span of [10 * SECOND, 5 * MINUTE, HOUR, 12 * HOUR, 3 * DAY, 90 * DAY, 20_000 * DAY]) {
    const ticks = ticksOf({ from: START, until: START + span }, 700);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks[0]?.day).not.toBeNull();
  }
  const night = ticksOf({ from: Date.parse('2026-01-15T22:00:00Z'), until: Date.parse('2026-01-16T02:00:00Z') }, 500);
  expect(night.map(({ time, day }) => [time, day])).toEqual([
    ['22:00', '2026-01-15'],
    ['23:00', null],
    ['00:00', '2026-01-16'],
    ['01:00', null],
    ['02:00', null],
  ]);
});

test('the cursor’s step is a second when zoomed in and no coarser than a pixel', () => {
  expect(fineStep({ from: START, until: START + 5 * MINUTE }, 700)).toBe(SECOND);
  expect(fineStep({ from: START, until: START + 12 * HOUR }, 724 + 24)).toBe(30 * SECOND);
});

test('zooming keeps the instant under the pointer and never leaves the story', () => {
  const all = { from: START, until: START + 12 * HOUR };
  const fixed = START + 3 * HOUR;
  const closer = zoomed(all, 0.1, fixed, all);
  expect(xOf(closer, 800)(fixed)).toBeCloseTo(xOf(all, 800)(fixed), 6);
  expect(zoomed(closer, 1000, fixed, all)).toEqual(all);
  const least = zoomed(all, 1e-9, fixed, all);
  expect(least.until - least.from).toBeCloseTo(10 * SECOND, 6);
  expect(panned(closer, -DAY, all).from).toBe(all.from);
  expect(within({ from: START - DAY, until: START + 30 * DAY }, all)).toEqual(all);
});

test('sessions live from when they are issued until just before they expire or are revoked', () => {
  const { lanes, begins, ends } = readStory(
    report([step('a', 0, null, 'a')], [session('a', 0, 60, { revokedAt: at(30) }), session('b', 10, 20)]),
  );
  const life = lanes.find(({ session: of }) => of?.id === 'a')?.life;
  if (!life) throw new Error('session a has no lane');
  expect(stateAt(life, START - 1)).toBe('future');
  expect(stateAt(life, START)).toBe('live');
  expect(stateAt(life, START + 30 * MINUTE - 1)).toBe('live');
  expect(stateAt(life, START + 30 * MINUTE)).toBe('revoked');
  expect(begins).toEqual([START, START + 10 * MINUTE]);
  expect(ends).toEqual([START + 20 * MINUTE, START + 30 * MINUTE]);
});

test('the number of living sessions is that of a count of each', () => {
  const sessions = Array.from({ length: 60 }, (_, index) => session(`s${index}`, (index * 7) % 50, ((index * 7) % 50) + 1 + (index % 13)));
  const story = readStory(report([], sessions));
  for (let minute = -1; minute < 70; minute++) {
    const instant = START + minute * MINUTE;
    const each = story.lanes.filter(({ life }) => life && stateAt(life, instant) === 'live');
    expect(livingAt(story, instant).count).toBe(each.length);
  }
  expect(countUntil([], START)).toBe(0);
});

test('lanes are in the order of the story, and a chain knows the call that issued it', () => {
  const story = readStory(report([step('a', 0, null, 'a'), step('b', 1, 'a', 'b')], [session('a', 0, 60), session('b', 1, 60)]));
  expect(story.lanes.map(({ session: of }) => of?.id ?? null)).toEqual([null, 'a', 'b']);
  expect(story.lanes[2]?.issuedBy?.step.id).toBe('b');
  expect(story.lanes[2]?.issuedBy?.lane).toBe(1);
  expect(story.events).toEqual([START, START + MINUTE, START + 60 * MINUTE]);
});

test('crowded marks keep a target’s distance, stay inside, and join where there are too many', () => {
  const steps = Array.from({ length: 200 }, (_, index) => step(`c${index}`, 58 + index / 100, null, null));
  const [lane] = readStory(report([step('first', 0, null, null), ...steps], [])).lanes as [Lane];
  const marks = marksOf(lane, { from: START, until: START + HOUR }, 600);
  expect(marks.reduce((sum, { calls }) => sum + calls.length, 0)).toBe(201);
  for (const [index, mark] of marks.entries()) {
    expect(mark.x).toBeLessThanOrEqual(588);
    if (index > 0) expect(mark.x - (marks[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test('only lanes in sight are drawn', () => {
  const story = readStory(
    report(
      [],
      Array.from({ length: 500 }, (_, index) => session(`s${index}`, index, index + 60)),
    ),
  );
  const [first, end] = lanesInSight(story, 4800, 480);
  expect(first).toBeGreaterThan(90);
  expect(first).toBeLessThanOrEqual(100);
  expect(end - first).toBeLessThan(20);
  expect(lanesInSight(story, 1e9, 480)[1]).toBe(500);
});

test('the next and the previous event', () => {
  const events = [10, 20, 30];
  expect(neighbour(events, 20, 1)).toBe(30);
  expect(neighbour(events, 20, -1)).toBe(10);
  expect(neighbour(events, 25, -1)).toBe(20);
  expect(neighbour(events, 30, 1)).toBeNull();
  expect(neighbour(events, 10, -1)).toBeNull();
  expect(neighbour([], 10, -1)).toBeNull();
});

test('instants are read as people write them, and nothing else is', () => {
  const noon = Date.parse('2026-01-15T12:00:00Z');
  for (const text of ['2026-01-15 12:00', '2026-01-15T12:00:00Z', ' 12:00 ', '12:00:00 UTC', '2026-01-15  12:00:00.000']) {
    expect(readInstant(text, START)).toBe(noon);
  }
  for (const text of ['', '12', '25:00', '2026-02-30 09:00', '2026-13-01 09:00', 'tomorrow', '2026-01-15']) {
    expect(readInstant(text, START)).toBeNull();
  }
});

test('Markdown shows a text as it is', () => {
  const text = markdownOf([{ caption: 'Calls', heads: ['A'], rows: [[{ text: 'a|b\n*c* <i>' }]] }]);
  expect(text).toContain('| a\\|b \\*c\\* \\<i\\> |');
});

test('a session that was refused for its length has a lane of what was asked for, and lives at no instant', () => {
  const refused = { ...step('long', 10, 's', null), refusedDuration: { asked: 7200, longest: 3600 } };
  const story = readStory(report([step('s', 0, null, 's'), refused], [session('s', 0, 60)]));
  const lane = story.lanes.find((one) => one.refused !== null);
  expect(lane?.refused).toEqual({ from: START + 10 * MINUTE, longest: START + 70 * MINUTE, asked: START + 130 * MINUTE });
  expect(lane?.issuedBy?.step.id).toBe('long');
  expect(story.all.until).toBe(START + 130 * MINUTE);
  expect(livingAt(story, START + 90 * MINUTE).count).toBe(0);
});
