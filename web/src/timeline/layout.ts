// Where everything of the timeline goes: a value from a report and a width, so that drawing is nothing but drawing.

import type { Decision, Report, Session, Step } from '../engine/report';

export const LANE_HEIGHT = 48;
export const BAR_TOP = 24;
export const BAR_HEIGHT = 14;
export const TOP = 4;
const EDGE = 12;
const MARK_GAP = 18;
const TICK_GAP = 84;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TICK_STEPS = [
  1000, 5000, 15_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR, 90 * 24 * HOUR,
];

export interface Bar {
  from: number;
  until: number;
  /** Where the session would have ended, had it got what was asked for; null where it did. */
  asked: number | null;
  revoked: number | null;
}

export interface Lane {
  key: string;
  y: number;
  session: Session | null;
  /** Whose long-term credentials these are, where it is no session's lane. */
  caller: Step['caller'] | null;
  bar: Bar | null;
}

export interface Mark {
  path: string;
  step: Step;
  decision: Decision;
  x: number;
  y: number;
  /** Where the call stands in time; a crowded mark is drawn a little later. */
  at: number;
}

export interface Connector {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

export interface Tick {
  x: number;
  time: string;
  /** Set where a day begins, and on the first tick. */
  day: string | null;
}

export interface TimelineLayout {
  width: number;
  height: number;
  axis: number;
  lanes: Lane[];
  marks: Mark[];
  connectors: Connector[];
  ticks: Tick[];
}

export interface PathStep {
  path: string;
  step: Step;
}

/** All steps and sub-steps, in order, each with its path. */
export function flatSteps(steps: readonly Step[], prefix = ''): PathStep[] {
  return steps.flatMap((step, index) => {
    const path = `${prefix}${index}`;
    return [{ path, step }, ...flatSteps(step.subSteps ?? [], `${path}.`)];
  });
}

export function askedUntil(session: Session): number | null {
  if (session.requestedSeconds === null) return null;
  const asked = Date.parse(session.issuedAt) + session.requestedSeconds * 1000;
  return asked > Date.parse(session.expiresAt) ? asked : null;
}

const callerKey = (step: Step): string =>
  step.caller.session === null ? `caller:${step.caller.kind}:${step.caller.arn ?? ''}` : `session:${step.caller.session}`;

function collectLanes(steps: readonly PathStep[], sessions: readonly Session[]): Lane[] {
  const lanes = new Map<string, Lane>();
  const add = (key: string, session: Session | null, caller: Step['caller'] | null): void => {
    if (!lanes.has(key)) lanes.set(key, { key, session, caller, bar: null, y: TOP + lanes.size * LANE_HEIGHT });
  };
  const byId = new Map(sessions.map((session) => [session.id, session]));
  for (const { step } of steps) {
    const calling = step.caller.session === null ? null : (byId.get(step.caller.session) ?? null);
    add(callerKey(step), calling, calling ? null : step.caller);
    const issued = step.session === null ? undefined : byId.get(step.session);
    if (issued) add(`session:${issued.id}`, issued, null);
  }
  for (const session of sessions) add(`session:${session.id}`, session, null);
  return [...lanes.values()];
}

function extent(report: Report, steps: readonly PathStep[]): [number, number] {
  const instants = [
    Date.parse(report.now ?? ''),
    ...steps.map(({ step }) => Date.parse(step.at)),
    ...report.sessions.flatMap((session) => [
      Date.parse(session.issuedAt),
      Date.parse(session.expiresAt),
      askedUntil(session) ?? Number.NaN,
    ]),
  ].filter((instant) => !Number.isNaN(instant));
  if (instants.length === 0) return [0, HOUR];
  const from = instants.reduce((a, b) => Math.min(a, b));
  const until = instants.reduce((a, b) => Math.max(a, b));
  return [from, until > from ? until : from + HOUR];
}

function ticksBetween(from: number, until: number, x: (instant: number) => number): Tick[] {
  const width = x(until) - x(from);
  const most = Math.max(2, Math.floor(width / TICK_GAP));
  const step = TICK_STEPS.find((size) => (until - from) / size <= most) ?? (TICK_STEPS.at(-1) as number);
  const ticks: Tick[] = [];
  let lastDay = '';
  for (let at = Math.ceil(from / step) * step; at <= until; at += step) {
    const text = new Date(at).toISOString();
    const day = text.slice(0, 10);
    ticks.push({ x: x(at), time: text.slice(11, step < MINUTE ? 19 : 16), day: day === lastDay ? null : day });
    lastDay = day;
  }
  return ticks;
}

function placeMarks(steps: readonly PathStep[], lanes: readonly Lane[], x: (instant: number) => number): Mark[] {
  const laneOf = new Map(lanes.map((lane) => [lane.key, lane]));
  const last = new Map<string, number>();
  return steps.map(({ path, step }) => {
    const key = callerKey(step);
    const at = x(Date.parse(step.at));
    const drawn = Math.max(at, (last.get(key) ?? -Infinity) + MARK_GAP);
    last.set(key, drawn);
    const y = (laneOf.get(key)?.y ?? TOP) + BAR_TOP + BAR_HEIGHT / 2;
    return { path, step, decision: step.decision, x: drawn, y, at };
  });
}

export function layoutTimeline(report: Report, width: number): TimelineLayout {
  const steps = flatSteps(report.steps);
  const [from, until] = extent(report, steps);
  const scale = Math.max(1, width - 2 * EDGE) / (until - from);
  const x = (instant: number): number => EDGE + (instant - from) * scale;
  const lanes = collectLanes(steps, report.sessions).map((lane) => ({ ...lane, bar: barOf(lane.session, x) }));
  const marks = placeMarks(steps, lanes, x);
  const axis = TOP + lanes.length * LANE_HEIGHT + 6;
  return {
    width,
    height: axis + 34,
    axis,
    lanes,
    marks,
    connectors: connect(marks, lanes),
    ticks: ticksBetween(from, until, x),
  };
}

function barOf(session: Session | null, x: (instant: number) => number): Bar | null {
  if (!session) return null;
  const asked = askedUntil(session);
  return {
    from: x(Date.parse(session.issuedAt)),
    until: x(Date.parse(session.expiresAt)),
    asked: asked === null ? null : x(asked),
    revoked: session.revokedAt ? x(Date.parse(session.revokedAt)) : null,
  };
}

/** From the call that issued a session to the beginning of its bar. */
function connect(marks: readonly Mark[], lanes: readonly Lane[]): Connector[] {
  return marks.flatMap((mark) => {
    const lane = lanes.find(({ session }) => session !== null && session.id === mark.step.session);
    if (!lane?.bar) return [];
    const to = { x: lane.bar.from, y: lane.y + BAR_TOP + BAR_HEIGHT / 2 };
    return to.y === mark.y ? [] : [{ from: { x: mark.x, y: mark.y }, to }];
  });
}
