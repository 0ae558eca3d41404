// What a report tells over time, read once for each report: who called when, which sessions lived from when until when.
// Instants are milliseconds since 1970; they and their arithmetic are all that the page knows of sessions.

import type { Caller, Report, Session, Step } from '../engine/report';
import { HOUR, MINUTE, type View } from './scale';

export interface Call {
  path: string;
  step: Step;
  at: number;
  /** The place of the caller's lane in `Story.lanes`. */
  lane: number;
}

/** One session, one that was refused because it would have lasted too long, or one caller with long-term credentials. */
export interface Lane {
  key: string;
  session: Session | null;
  /** Whose long-term credentials these are, where it is no session's lane. */
  caller: Caller | null;
  calls: Call[];
  /** The call that issued the session, where it is in the report. */
  issuedBy: Call | null;
  life: Life | null;
  /** The session that the call `issuedBy` asked for and did not get; instants. */
  refused: Refused | null;
}

export interface Refused {
  from: number;
  /** Where the longest session that would have been given ends. */
  longest: number;
  /** Where the one that was asked for would have ended. */
  asked: number;
}

export interface Life {
  from: number;
  /** When the credentials expire: from then on they are refused. */
  until: number;
  /** Where the session would have ended, had it got what was asked for; null where it did. */
  asked: number | null;
  revoked: number | null;
  mfa: number | null;
}

export interface Story {
  lanes: Lane[];
  /** In the order in which they were made: time never runs backwards. */
  calls: Call[];
  /** Every instant at which something happens, in order, each once. */
  events: number[];
  /** When sessions begin and when they end, each in order: for counting. */
  begins: number[];
  ends: number[];
  all: View;
  /** Null where no call was made. */
  ofCalls: View | null;
}

export interface PathStep {
  path: string;
  step: Step;
}

/** All steps and sub-steps, in order, each with its path: "0", "0.1". */
export function flatSteps(steps: readonly Step[], prefix = ''): PathStep[] {
  return steps.flatMap((step, index) => {
    const path = `${prefix}${index}`;
    return [{ path, step }, ...flatSteps(step.subSteps ?? [], `${path}.`)];
  });
}

const instant = (text: string | null | undefined): number | null => {
  const parsed = Date.parse(text ?? '');
  return Number.isNaN(parsed) ? null : parsed;
};

export function lifeOf(session: Session): Life | null {
  const from = instant(session.issuedAt);
  const until = instant(session.expiresAt);
  if (from === null || until === null) return null;
  const asked = from + (session.requestedSeconds ?? 0) * 1000;
  const revoked = instant(session.revokedAt);
  return {
    from,
    until,
    asked: asked > until ? asked : null,
    revoked: revoked !== null && revoked < until ? Math.max(from, revoked) : null,
    mfa: instant(session.mfaAuthenticatedAt),
  };
}

class Lanes {
  readonly list: Lane[] = [];
  #places = new Map<string, number>();
  #sessions: Map<string, Session>;

  constructor(sessions: readonly Session[]) {
    this.#sessions = new Map(sessions.map((session) => [session.id, session]));
  }

  ofSession(id: string): number | null {
    const session = this.#sessions.get(id);
    if (!session) return null;
    return this.#place(`session:${id}`, () => ({ session, life: lifeOf(session) }));
  }

  ofCaller(caller: Caller): number {
    const session = caller.session === null ? null : this.ofSession(caller.session);
    if (session !== null) return session;
    const key = `caller:${caller.kind}:${caller.session ?? ''}:${caller.arn ?? ''}`;
    return this.#place(key, () => ({ caller }));
  }

  /** A call that was refused for the length of the session has a lane for what it asked. */
  addRefused(call: Call): void {
    const { refusedDuration } = call.step;
    if (!refusedDuration) return;
    const end = (seconds: number): number => call.at + seconds * 1000;
    const refused = { from: call.at, longest: end(refusedDuration.longest), asked: end(refusedDuration.asked) };
    this.#place(`refused:${call.path}`, () => ({ refused, issuedBy: call }));
  }

  #place(key: string, make: () => Partial<Lane>): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    const empty = { session: null, caller: null, calls: [], issuedBy: null, life: null, refused: null };
    return this.list.push({ key, ...empty, ...make() }) - 1;
  }
}

/** A view of all these instants with a little room; of one instant alone, of the time around it. */
function around(instants: readonly number[], least: number, room: number): View {
  const from = instants.reduce((a, b) => Math.min(a, b));
  const until = instants.reduce((a, b) => Math.max(a, b));
  const more = Math.max((until - from) * room, (least - (until - from)) / 2, 0);
  return { from: from - more, until: until + more };
}

const ascending = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);

export function readStory(report: Report): Story {
  const lanes = new Lanes(report.sessions);
  const calls: Call[] = [];
  for (const { path, step } of flatSteps(report.steps)) {
    const at = instant(step.at);
    if (at === null) continue;
    const call = { path, step, at, lane: lanes.ofCaller(step.caller) };
    calls.push(call);
    lanes.list[call.lane]?.calls.push(call);
    const issued = step.session === null ? null : lanes.list[lanes.ofSession(step.session) ?? -1];
    if (issued) issued.issuedBy ??= call;
    lanes.addRefused(call);
  }
  for (const { id } of report.sessions) lanes.ofSession(id);
  const lives = lanes.list.flatMap(({ life }) => life ?? []);
  const begins = ascending(lives.map(({ from }) => from));
  const ends = ascending(lives.map(({ revoked, until }) => revoked ?? until));
  const made = calls.map(({ at }) => at);
  const happenings = [...made, ...begins, ...ends, ...lives.map(({ until }) => until)];
  const wishes = [...lives.flatMap(({ asked }) => asked ?? []), ...lanes.list.flatMap(({ refused }) => refused?.asked ?? [])];
  const shown = [...happenings, ...wishes, ...[instant(report.now)].flatMap((now) => now ?? [])];
  return {
    lanes: lanes.list,
    calls,
    events: [...new Set(ascending(happenings))],
    begins,
    ends,
    all: shown.length > 0 ? around(shown, MINUTE, 0) : { from: 0, until: HOUR },
    ofCalls: made.length > 0 ? around(made, MINUTE, 0.06) : null,
  };
}

export type SessionState = 'live' | 'future' | 'expired' | 'revoked';

export function stateAt({ from, until, revoked }: Life, at: number): SessionState {
  if (at < from) return 'future';
  if (revoked !== null && at >= revoked) return 'revoked';
  return at >= until ? 'expired' : 'live';
}

/** How many of the ordered numbers are at most `at`. */
export function countUntil(ordered: readonly number[], at: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many sessions live at an instant, and a key that changes where the set of them does. */
export function livingAt({ begins, ends }: Story, at: number): { count: number; key: string } {
  const begun = countUntil(begins, at);
  const ended = countUntil(ends, at);
  return { count: begun - ended, key: `${begun}/${ended}` };
}
