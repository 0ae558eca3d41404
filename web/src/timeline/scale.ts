// From instants to places and back, and which instants deserve a tick. Instants are milliseconds since 1970, in UTC.

/** What part of time is drawn. */
export interface View {
  from: number;
  until: number;
}

/** The room left and right of the drawing's time, in px: half of the thumb that moves over it. */
export const EDGE = 12;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const TICK_GAP = 84;
/** The last one is as far apart as a scenario's years need: it keeps the number of ticks small whatever is drawn. */
const STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
  3650 * DAY,
];

export interface Tick {
  x: number;
  /** "09:05", or "09:05:15" where seconds matter; empty where days are a tick apart. */
  time: string;
  /** "2026-01-15", set where a day begins and on the first tick. */
  day: string | null;
}

const perMs = ({ from, until }: View, width: number): number => Math.max(1, width - 2 * EDGE) / (until - from);

/** Where an instant stands in a drawing that is `width` px wide. */
export const xOf =
  (view: View, width: number): ((instant: number) => number) =>
  (instant) =>
    EDGE + (instant - view.from) * perMs(view, width);

/** The instant at a place, in px from the drawing's left. */
export const instantAt = (view: View, width: number, x: number): number => view.from + (x - EDGE) / perMs(view, width);

/** The largest usual step that moves a thing by no more than one px, and at least a second: in milliseconds. */
export function fineStep(view: View, width: number): number {
  const most = 1 / perMs(view, width);
  return STEPS.findLast((step) => step <= most) ?? SECOND;
}

export function ticksOf(view: View, width: number): Tick[] {
  const most = Math.max(2, Math.floor(width / TICK_GAP));
  const step = STEPS.find((size) => (view.until - view.from) / size <= most) ?? 3650 * DAY;
  const x = xOf(view, width);
  const ticks: Tick[] = [];
  let lastDay = '';
  for (let at = Math.ceil(view.from / step) * step; at <= view.until && ticks.length <= most; at += step) {
    const text = new Date(at).toISOString();
    const day = text.slice(0, text.indexOf('T'));
    const clock = text.slice(day.length + 1, day.length + (step < MINUTE ? 9 : 6));
    ticks.push({ x: x(at), time: step < DAY ? clock : '', day: day === lastDay ? null : day });
    lastDay = day;
  }
  return ticks;
}
