// Where the lanes that are in sight have their marks, bars and chains: values from a story, a view and a width, so that
// drawing is nothing but drawing.

import type { Call, Lane, Life, Refused, Story } from './story';
import { EDGE, type View, xOf } from './scale';

export const LANE_HEIGHT = 48;
export const BAR_TOP = 23;
export const BAR_HEIGHT = 14;
/** Where marks and the middle of bars are, from the lane's top. */
export const MIDDLE = BAR_TOP + BAR_HEIGHT / 2;
/** WCAG's least size of a target, and so the least distance of two marks. */
export const MARK_GAP = 24;
/** How far from its instant a crowded mark may be drawn before it joins the one before it. */
const FARTHEST = 5 * MARK_GAP;
/** Beyond the drawing's edges; browsers draw wrongly at places millions of pixels away. */
const OUTSIDE = 30;
/** Rows that are drawn above and below those in sight, so that scrolling shows no gaps. */
const SPARE = 3;

export interface Mark {
  /** One call, or those that stand too close to be drawn on their own. */
  calls: [Call, ...Call[]];
  x: number;
  /** Where the first call stands in time; a crowded mark is drawn beside it. */
  at: number;
}

export interface Bar {
  from: number;
  /** Where the session ends: by expiry or revocation. */
  end: number;
  /** Where it would have expired; beyond `end` only where it was revoked. */
  until: number;
  /** Where the session would have ended, had it got what was asked for. */
  asked: number | null;
  mfa: number | null;
}

/** From the call that issued a session to the beginning of its bar; `y` from the top of all lanes. */
export interface Chain {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Which lanes to draw: the places of the first one and of the one after the last one. */
export function lanesInSight(story: Story, top: number, height: number): [number, number] {
  const first = Math.max(0, Math.floor(top / LANE_HEIGHT) - SPARE);
  return [first, Math.min(story.lanes.length, Math.ceil((top + height) / LANE_HEIGHT) + SPARE)];
}

export function barOf(life: Life, view: View, width: number): Bar {
  const exact = xOf(view, width);
  const x = (instant: number): number => Math.min(width + OUTSIDE, Math.max(-OUTSIDE, exact(instant)));
  const { from, until, asked, revoked, mfa } = life;
  return {
    from: x(from),
    end: x(revoked ?? until),
    until: x(until),
    asked: asked === null ? null : x(asked),
    mfa: mfa === null ? null : x(mfa),
  };
}

/** Of a session that was refused: `end` and `until` are those of the longest that would have been given. */
export const barOfRefused = ({ from, longest, asked }: Refused, view: View, width: number): Bar =>
  barOf({ from, until: longest, asked, revoked: null, mfa: null }, view, width);

/** The marks of a lane that are within the view, from left to right. */
export function marksOf(lane: Lane, view: View, width: number): Mark[] {
  const x = xOf(view, width);
  const marks: Mark[] = [];
  const last = width - EDGE;
  for (const call of lane.calls) {
    const at = x(call.at);
    if (at < EDGE - 1 || at > last + 1) continue;
    const before = marks.at(-1);
    const drawn = before ? Math.max(at, before.x + MARK_GAP) : at;
    if (before && drawn - at > FARTHEST) before.calls.push(call);
    else marks.push({ calls: [call], x: drawn, at });
  }
  let room = last;
  for (const mark of marks.toReversed()) {
    mark.x = Math.max(EDGE, Math.min(mark.x, room));
    room = mark.x - MARK_GAP;
  }
  return marks;
}

/** The chain that ends at a lane, where the view shows it. `marks`: those that are drawn, by the place of their lane. */
export function chainTo(story: Story, place: number, view: View, width: number, marks: ReadonlyMap<number, readonly Mark[]>): Chain | null {
  const { issuedBy, life, refused } = story.lanes[place] as Lane;
  const begin = life ?? refused;
  if (!issuedBy || !begin || issuedBy.lane === place) return null;
  const x = xOf(view, width);
  const to = x(begin.from);
  if (to < -OUTSIDE || to > width + OUTSIDE) return null;
  const mark = marks.get(issuedBy.lane)?.find(({ calls }) => calls.includes(issuedBy));
  return {
    from: { x: mark?.x ?? x(issuedBy.at), y: issuedBy.lane * LANE_HEIGHT + MIDDLE },
    to: { x: to, y: place * LANE_HEIGHT + BAR_TOP },
  };
}
